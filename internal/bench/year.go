package main

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/coach/training"
	"tandem/scheduler"
	"tandem/store/sqlite"
)

// lives are the athletes who say every word of their year; the others get copies
// of what was kept of it.
const lives = 8

// days is a week: what is said on which day, to be filled with a number that
// grows over the year.
var days = map[time.Weekday][]string{
	time.Monday:    {"/log lift squat 5x5 1%02dkg @8, bench 5x5 7%[1]dkg @7, row 4x8 60kg 65min", "/today"},
	time.Tuesday:   {"/checkin 4 3 4 4 5 sleep 7.%[1]dh"},
	time.Wednesday: {"/log run 8.%02dkm 45min rpe 5"},
	time.Friday:    {"/checkin 3 4 3 4 4 sleep 6.%[1]dh"},
	time.Saturday:  {"/log run 1%d.5km 80min rpe 6", "/week"},
}

// liveYear has a few athletes talk through a year that ends now, and returns the
// database of it.
func liveYear(ctx context.Context, folder string) (path string, err error) {
	path = filepath.Join(folder, "year.db")
	store, err := sqlite.Open(ctx, path)
	if err != nil {
		return "", err
	}
	defer store.Close()
	base, err := knowledge.Embedded()
	if err != nil {
		return "", err
	}
	end := time.Now()
	now := end.AddDate(-1, 0, 0)
	r := bot.New(bot.Config{Coach: coach.New(base, safety.Contacts{}), Store: store, Planner: scheduler.Planner{},
		Adapters: []bot.Adapter{&crowd{}}, Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler)})
	for i := range lives {
		if err := settle(ctx, store, fmt.Sprint("a", i+1), now, end); err != nil {
			return "", err
		}
	}
	for ; now.Before(end); now = now.AddDate(0, 0, 1) {
		for i := range lives {
			for k, text := range days[now.Weekday()] {
				if strings.Contains(text, "%") {
					text = fmt.Sprintf(text, 1+now.YearDay()/40)
				}
				m := bot.Message{ID: fmt.Sprintf("year-%d-%d-%s", i, k, now.Format(time.DateOnly)), From: bot.Person{Platform: "bench", User: fmt.Sprint("a", i+1)},
					At: now, Direct: true, Addressed: true, Text: text}
				if _, err := r.Accept(ctx, m); err != nil {
					return "", err
				}
			}
		}
		if err := r.Settle(ctx); err != nil {
			return "", err
		}
	}
	return path, nil
}

// settle sets an athlete up, to be asked half a day from now, so that nobody is
// while this runs.
func settle(ctx context.Context, store bot.Store, user string, from, end time.Time) error {
	return store.Update(ctx, func(tx bot.Tx) error {
		id, _, err := tx.Who(ctx, bot.Person{Platform: "bench", User: user}, from)
		if err != nil {
			return err
		}
		a, err := tx.Athlete(ctx, id)
		if err != nil {
			return err
		}
		a.SetUp, a.Zone, a.Goal = true, "Europe/Berlin", training.Strength
		a.Consent = coach.Consent{Given: true, Version: coach.ConsentVersion, At: from}
		a.Reminders.CheckIn = end.Add(12 * time.Hour).In(a.Location()).Format("15:04")
		return tx.SaveAthlete(ctx, a)
	})
}

const (
	idsOfADay = 5    // delivery ids that are remembered of each athlete
	atATime   = 5000 // athletes whose year is copied by one statement
)

// multiply copies the database and the years in it until there are n athletes.
func multiply(ctx context.Context, from, path string, n int) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return err
	}
	settings := url.Values{"_pragma": {"journal_mode(OFF)", "synchronous(OFF)", "locking_mode(EXCLUSIVE)", "cache_size(-64000)", "temp_store(MEMORY)"}}
	db, err := sql.Open("sqlite", "file:"+path+"?"+settings.Encode())
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	own, err := columns(ctx, db, "athletes", "id")
	if err != nil {
		return err
	}
	now := time.Now().UnixMilli()
	steps := []string{
		`DELETE FROM inbox`,
		fmt.Sprintf(`WITH RECURSIVE n (i) AS (SELECT %d UNION ALL SELECT i + 1 FROM n WHERE i < %d)
			INSERT INTO athletes (id, %s) SELECT i, %[3]s FROM n CROSS JOIN athletes ON id = 1 + (i - 1) %% %d`, lives+1, n, own, lives),
		fmt.Sprintf(`INSERT INTO identities (platform, workspace, person, athlete, reachable, turned_to)
			SELECT 'bench', '', 'a' || id, id, 1, 0 FROM athletes WHERE id > %d`, lives),
		fmt.Sprintf(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
			INSERT INTO inbox (platform, id, state, at, workspace, person)
			SELECT 'bench', 'day-' || i, 'done', %d - 80000000 + i * 80000000 / %[1]d, '', '' FROM n`, n*idsOfADay, now),
	}
	for _, table := range []string{"sessions", "check_ins", "explanations"} {
		theirs, err := columns(ctx, db, table, "athlete")
		if err != nil {
			return err
		}
		for from := lives; from < n; from += atATime {
			steps = append(steps, fmt.Sprintf(`INSERT INTO %s (athlete, %s) SELECT a.id, %s FROM athletes a CROSS JOIN %[1]s s ON s.athlete = 1 + (a.id - 1) %% %[4]d
				WHERE a.id > %[5]d AND a.id <= %[5]d + %[6]d`, table, theirs, "s."+strings.ReplaceAll(theirs, ", ", ", s."), lives, from, atATime))
		}
	}
	for _, step := range steps {
		if _, err := db.ExecContext(ctx, step); err != nil {
			return fmt.Errorf("%.60s…: %w", step, err)
		}
	}
	return db.Close()
}

// columns are those of a table but one.
func columns(ctx context.Context, db *sql.DB, table, without string) (names string, err error) {
	err = db.QueryRowContext(ctx, `SELECT group_concat(name, ', ') FROM pragma_table_info(?) WHERE name <> ?`, table, without).Scan(&names)
	return names, err
}

// describe prints what was made.
func describe(ctx context.Context, h *grown, took time.Duration) error {
	return h.store.View(ctx, func(tx bot.Tx) error {
		id := coach.AthleteID(h.athletes)
		sessions, err := tx.SessionsBetween(ctx, id, time.Time{}, time.Now().AddDate(1, 0, 0))
		if err != nil {
			return err
		}
		checkIns, err := tx.CheckInsBetween(ctx, id, training.DateOf(time.Now().AddDate(-2, 0, 0)), training.DateOf(time.Now()))
		if err != nil {
			return err
		}
		fmt.Printf("| made: %d athletes, each with %d sessions, %d check-ins, the last 50 explanations and %d delivery ids of the last day | %.0f s | | |\n",
			h.athletes, len(sessions), len(checkIns), idsOfADay, took.Seconds())
		return nil
	})
}
