package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"tandem/scheduler"
)

var _ scheduler.Slots = (*Store)(nil)

// The server's clock measures turns, so that the processes' clocks need not
// agree. A turn that lies further off than anybody would have waited for is from
// before that clock was put back.
const takeSlot = `
INSERT INTO slots AS s (platform, workspace, free)
SELECT $1, $2, now + $3 FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now) c
ON CONFLICT (platform, workspace) DO UPDATE SET free = $3 + CASE
	WHEN s.free > excluded.free + $4 THEN excluded.free - $3 ELSE greatest(s.free, excluded.free - $3) END
WHERE s.free <= excluded.free - $3 + $4 OR s.free > excluded.free + $4
RETURNING free - $3 - (extract(epoch FROM clock_timestamp()) * 1000000)::bigint`

// TakeSlot takes a lane's next turn among all processes.
func (s *Store) TakeSlot(ctx context.Context, l scheduler.Lane, step, patience time.Duration) (time.Duration, bool, error) {
	var micros int64
	err := s.pool.QueryRow(ctx, takeSlot, l.Platform, l.Workspace, step.Microseconds(), patience.Microseconds()).Scan(&micros)
	if errors.Is(err, pgx.ErrNoRows) {
		return 0, false, nil
	}
	return max(0, time.Duration(micros)*time.Microsecond), err == nil, wrap("take a turn", err)
}
