package postgres

import (
	"context"
	"github.com/jackc/pgx/v5"

	"tandem/coach"
	"tandem/coach/recovery"
	"tandem/coach/training"
)

// By the primary key: days sort as text.
const selectCheckIns = `
SELECT day, at, fatigue, sleep, soreness, stress, mood, sleep_hours, pain, no_pain, note
FROM check_ins WHERE athlete = $1 AND day BETWEEN $2 AND $3 ORDER BY day`

// CheckInsBetween returns those for the days from..to, both included, in order.
func (t *tx) CheckInsBetween(ctx context.Context, id coach.AthleteID, from, to training.Date) (out []recovery.CheckIn, err error) {
	err = t.each(ctx, selectCheckIns, func(r pgx.Rows) error {
		var c recovery.CheckIn
		err := r.Scan(dateScan{&c.Date}, instantScan{&c.At}, &c.Fatigue, &c.Sleep, &c.Soreness, &c.Stress, &c.Mood,
			&c.SleepHours, &c.Pain, &c.NoPain, &c.Note)
		out = append(out, c)
		return err
	}, id, from.String(), to.String())
	return out, wrap("read check-ins", err)
}

const putCheckIn = `
INSERT INTO check_ins (athlete, day, at, fatigue, sleep, soreness, stress, mood, sleep_hours, pain, no_pain, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (athlete, day) DO UPDATE SET at = excluded.at, fatigue = excluded.fatigue, sleep = excluded.sleep,
	soreness = excluded.soreness, stress = excluded.stress, mood = excluded.mood, sleep_hours = excluded.sleep_hours,
	pain = excluded.pain, no_pain = excluded.no_pain, note = excluded.note`

// PutCheckIn stores the answers for a day, or replaces them.
func (t *tx) PutCheckIn(ctx context.Context, id coach.AthleteID, c recovery.CheckIn) error {
	_, err := t.exec(ctx, putCheckIn, id, c.Date.String(), instant(c.At), c.Fatigue, c.Sleep, c.Soreness, c.Stress, c.Mood,
		c.SleepHours, c.Pain, c.NoPain, c.Note)
	return wrap("store check-in", err)
}

const putSkip = `INSERT INTO skips (athlete, day) VALUES ($1, $2) ON CONFLICT DO NOTHING`

// SkipCheckIn notes that the athlete wants no check-in on the day.
func (t *tx) SkipCheckIn(ctx context.Context, id coach.AthleteID, day training.Date) error {
	_, err := t.exec(ctx, putSkip, id, day.String())
	return wrap("skip check-in", err)
}

const selectSkip = `SELECT EXISTS (SELECT 1 FROM skips WHERE athlete = $1 AND day = $2)`

// CheckInSkipped reports whether it was noted for the day.
func (t *tx) CheckInSkipped(ctx context.Context, id coach.AthleteID, day training.Date) (skipped bool, err error) {
	err = t.row(ctx, selectSkip, id, day.String()).Scan(&skipped)
	return skipped, wrap("read skipped check-in", err)
}

const selectSkips = `SELECT day FROM skips WHERE athlete = $1 ORDER BY day`

// SkippedDays returns the days for which the athlete wanted no check-in, in order.
func (t *tx) SkippedDays(ctx context.Context, id coach.AthleteID) (days []training.Date, err error) {
	err = t.each(ctx, selectSkips, func(r pgx.Rows) error {
		var day training.Date
		err := r.Scan(dateScan{&day})
		days = append(days, day)
		return err
	}, id)
	return days, wrap("read skipped days", err)
}

// By outbox_once.
const selectAsked = `SELECT EXISTS (SELECT 1 FROM outbox WHERE athlete = $1 AND kind = 'checkin' AND once = $2)`

// CheckInAsked reports whether the day's check-in was asked, or is about to be.
func (t *tx) CheckInAsked(ctx context.Context, id coach.AthleteID, day training.Date) (asked bool, err error) {
	err = t.row(ctx, selectAsked, id, day.String()).Scan(&asked)
	return asked, wrap("look for a check-in", err)
}

const putFollowUp = `
INSERT INTO follow_ups (athlete, key, kind, due, session, text) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (athlete, key) DO UPDATE SET kind = excluded.kind, due = excluded.due, session = excluded.session, text = excluded.text
WHERE follow_ups.sent IS NULL`

// PutFollowUp plans one message, or changes the unsent one with its key.
func (t *tx) PutFollowUp(ctx context.Context, id coach.AthleteID, f coach.FollowUp) error {
	_, err := t.exec(ctx, putFollowUp, id, f.Key, f.Kind, f.Due.UnixMilli(), f.Session, f.Text)
	return wrap("plan follow-up", err)
}

const dropFollowUps = `DELETE FROM follow_ups WHERE athlete = $1 AND session = $2 AND sent IS NULL`

// DropFollowUps forgets the unsent ones that hang on a session.
func (t *tx) DropFollowUps(ctx context.Context, id coach.AthleteID, session string) error {
	_, err := t.exec(ctx, dropFollowUps, id, session)
	return wrap("drop follow-ups", err)
}
