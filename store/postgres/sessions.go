package postgres

import (
	"context"
	"fmt"
	"github.com/jackc/pgx/v5"
	"time"

	"tandem/coach"
	"tandem/coach/training"
	"tandem/store"
)

const sessionColumns = `id, start, zone, kind, minutes, estimated, rpe, km, hr, intensity, tagged, style, activity, region, note, source, detail`

const (
	// By sessions_id.
	selectSession = `SELECT ` + sessionColumns + ` FROM sessions WHERE athlete = $1 AND id = $2`
	// By sessions_logged.
	selectLatest = `SELECT ` + sessionColumns + ` FROM sessions WHERE athlete = $1 ORDER BY logged_at DESC LIMIT 1`
	// By sessions_start.
	selectSessions = `SELECT ` + sessionColumns + ` FROM sessions WHERE athlete = $1 AND start >= $2 AND start < $3 ORDER BY start, id`
)

// Session returns one session, or coach.ErrNotFound.
func (t *tx) Session(ctx context.Context, id coach.AthleteID, session string) (training.Session, error) {
	s, err := t.session(ctx, selectSession, id, session)
	return s, wrap("session "+session, err)
}

// LatestLogged returns the session stored last, or coach.ErrNotFound. One that
// was replaced counts as stored when it was replaced.
func (t *tx) LatestLogged(ctx context.Context, id coach.AthleteID) (training.Session, error) {
	s, err := t.session(ctx, selectLatest, id)
	return s, wrap("latest session", err)
}

func (t *tx) session(ctx context.Context, query string, args ...any) (s training.Session, err error) {
	found := false
	err = t.each(ctx, query, func(r pgx.Rows) error {
		found = true
		s, err = scanSession(r)
		return err
	}, args...)
	if err == nil && !found {
		err = coach.ErrNotFound
	}
	return s, err
}

// SessionsBetween returns those that start in [from, to), in order of start.
func (t *tx) SessionsBetween(ctx context.Context, id coach.AthleteID, from, to time.Time) (out []training.Session, err error) {
	err = t.each(ctx, selectSessions, func(r pgx.Rows) error {
		s, err := scanSession(r)
		out = append(out, s)
		return err
	}, id, from.UnixMilli(), to.UnixMilli())
	return out, wrap("read sessions", err)
}

// scanSession reads the columns of sessionColumns.
func scanSession(r pgx.Rows) (s training.Session, err error) {
	var detail []byte
	err = r.Scan(&s.ID, instantScan{&s.Start}, &s.Zone, &s.Kind, &s.Minutes, &s.Estimated, &s.RPE, &s.Km, &s.HR, &s.Intensity,
		&s.Tagged, &s.Style, &s.Activity, &s.Region, &s.Note, &s.Source, &detail)
	if err != nil {
		return s, err
	}
	if err := store.ReadDetail(detail, &s); err != nil {
		return s, fmt.Errorf("session %s: %w", s.ID, err)
	}
	return s, nil
}

// Sessions stored in the same millisecond keep their order: logged_at is the
// time, or one more than the last.
const putSession = `
INSERT INTO sessions (athlete, logged_at, ` + sessionColumns + `)
VALUES ($1, greatest($2::bigint, 1 + coalesce((SELECT max(logged_at) FROM sessions WHERE athlete = $1), 0)),
	$3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
ON CONFLICT (athlete, id) DO UPDATE SET logged_at = excluded.logged_at, start = excluded.start, zone = excluded.zone,
	kind = excluded.kind, minutes = excluded.minutes, estimated = excluded.estimated, rpe = excluded.rpe, km = excluded.km,
	hr = excluded.hr, intensity = excluded.intensity, tagged = excluded.tagged, style = excluded.style,
	activity = excluded.activity, region = excluded.region, note = excluded.note, source = excluded.source, detail = excluded.detail`

// PutSession stores the session, or replaces the one with its id.
func (t *tx) PutSession(ctx context.Context, id coach.AthleteID, s training.Session, now time.Time) error {
	detail, err := store.Detail(s)
	if err != nil {
		return fmt.Errorf("session %s: %w", s.ID, err)
	}
	_, err = t.exec(ctx, putSession, id, now.UnixMilli(), s.ID, s.Start.UnixMilli(), s.Zone, s.Kind, s.Minutes, s.Estimated, s.RPE,
		s.Km, s.HR, s.Intensity, s.Tagged, s.Style, s.Activity, s.Region, s.Note, s.Source, detail)
	return wrap("store session", err)
}

const deleteSession = `DELETE FROM sessions WHERE athlete = $1 AND id = $2`

// DeleteSession forgets a session; one that is not there is forgotten already.
func (t *tx) DeleteSession(ctx context.Context, id coach.AthleteID, session string) error {
	_, err := t.exec(ctx, deleteSession, id, session)
	return wrap("delete session", err)
}
