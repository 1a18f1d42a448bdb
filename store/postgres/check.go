package postgres

import (
	"context"
	"time"

	"tandem/store"
)

const selectStats = `
SELECT (SELECT count(*) FROM athletes),
	(SELECT count(*) FROM inbox WHERE state = 'waiting'),
	(SELECT min(at) FROM inbox WHERE state = 'waiting'),
	(SELECT count(*) FROM inbox WHERE state = 'dead'),
	(SELECT count(*) FROM identities WHERE NOT reachable),
	(SELECT count(*) FROM identities WHERE gone IS NOT NULL),
	pg_database_size(current_database())`

// Stats returns the numbers an operator watches, of all processes together.
func (s *Store) Stats(ctx context.Context) (st store.Stats, err error) {
	err = s.look(ctx, func(t *tx) error {
		return t.row(ctx, selectStats).Scan(&st.Athletes, &st.Waiting, instantScan{&st.Oldest}, &st.Dead, &st.Unreachable, &st.Gone, &st.Bytes)
	})
	return st, wrap("read stats", err)
}

// Health is what can be told of a database from beside it.
type Health struct {
	Schema    int       // number of its last migration
	Wanted    int       // number of this program's last migration
	Server    string    // version of the server
	Bytes     int64     // size of the database
	Processes int       // that work on it now
	Clock     time.Time // the server's, when it answered
	ReadOnly  bool      // it follows another server, or the role may not make tables
	Unsafe    bool      // commits do not wait for the disk: a power cut loses what was acknowledged
}

const (
	selectServer = `
SELECT current_setting('server_version'), pg_database_size(current_database()),
	current_setting('fsync') = 'off' OR current_setting('synchronous_commit') = 'off',
	pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on' OR NOT has_schema_privilege(current_schema(), 'CREATE'), clock_timestamp()`
	countProcesses = `SELECT count(*) FROM processes WHERE seen > clock_timestamp() - $1 * interval '1 ms'`
)

// Check looks at the database without changing it.
func Check(ctx context.Context, url string) (h Health, err error) {
	if h.Schema, h.Wanted, err = Schema(ctx, url); err != nil {
		return h, err
	}
	pool, err := connect(ctx, url, leaseTime)
	if err != nil {
		return h, err
	}
	defer pool.Close()
	if err := pool.QueryRow(ctx, selectServer).Scan(&h.Server, &h.Bytes, &h.Unsafe, &h.ReadOnly, &h.Clock); err != nil {
		return h, wrap("check database", err)
	}
	if h.Schema == 0 {
		return h, nil
	}
	err = pool.QueryRow(ctx, countProcesses, leaseTime.Milliseconds()).Scan(&h.Processes)
	return h, wrap("count processes", err)
}

const touchSchema = `UPDATE tandem_schema SET made = made WHERE number = (SELECT max(number) FROM tandem_schema)`

// Writable commits a row that says what it said before, and returns why that
// cannot be done: a server that only follows another, a full disk, no answer
// until ctx ends.
func (s *Store) Writable(ctx context.Context) error {
	return wrap("write to the database", s.run(ctx, touchSchema))
}
