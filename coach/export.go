package coach

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"tandem/coach/training"
	"tandem/coach/transfer"
)

// ExportFile is one file of what is kept of an athlete.
type ExportFile struct {
	Name string
	Data []byte
	Says string // what is in it, in a few words
}

// Export returns everything that is kept of the athlete, who talks from the
// accounts: one JSON file with all of it, and tables of the sessions and the check-ins that other apps and
// spreadsheets read.
func (c *Coach) Export(ctx context.Context, st Store, a Athlete, accounts []string, now time.Time) ([]ExportFile, error) {
	sessions, err := st.SessionsBetween(ctx, a.ID, firstDay, lastDay)
	if err != nil {
		return nil, fmt.Errorf("load sessions: %w", err)
	}
	checkIns, err := st.CheckInsBetween(ctx, a.ID, training.DateOf(firstDay), training.DateOf(lastDay))
	if err != nil {
		return nil, fmt.Errorf("load check-ins: %w", err)
	}
	own, err := st.OwnExercises(ctx, a.ID)
	if err != nil {
		return nil, fmt.Errorf("load own exercises: %w", err)
	}
	said, err := st.ConsentWords(ctx, a.ID)
	if err != nil {
		return nil, fmt.Errorf("load consents: %w", err)
	}
	skipped, err := st.SkippedDays(ctx, a.ID)
	if err != nil {
		return nil, fmt.Errorf("load skipped days: %w", err)
	}
	head := transfer.Archive{Exported: now.UTC().Truncate(time.Second), Settings: a.told(), Exercises: own, Consent: a.Consent.archived(said), Accounts: accounts}
	for _, day := range skipped {
		head.Skipped = append(head.Skipped, day.String())
	}
	archive, err := transfer.WriteJSON(head, sessions, checkIns)
	if err != nil {
		return nil, err
	}
	table, err := transfer.WriteCSV(sessions)
	if err != nil {
		return nil, err
	}
	answers, err := transfer.WriteCheckIns(checkIns)
	if err != nil {
		return nil, err
	}
	day := a.Today(now).String()
	held := counted(len(sessions), "workout") + " and " + counted(len(checkIns), "check-in")
	return []ExportFile{
		{"tandem-" + day + ".json", archive, "settings, consent, " + held + ", complete"},
		{"tandem-workouts-" + day + ".csv", table, counted(len(sessions), "workout") + " as a table, one row a set, that other apps read"},
		{"tandem-checkins-" + day + ".csv", answers, counted(len(checkIns), "check-in") + " as a table"},
	}, nil
}

// archived is the athlete's word as the archive has it.
func (c Consent) archived(said []ConsentWord) transfer.Consent {
	out := transfer.Consent{Given: c.Given, Version: c.Version, At: c.At.UTC()}
	if c.Given {
		out.Text = ConsentText(c.Version)
	}
	for _, class := range c.Of(true) {
		out.Classes = append(out.Classes, string(class))
	}
	for _, w := range said {
		out.Words = append(out.Words, transfer.Word{Class: string(w.Class), Given: w.Given, Version: w.Version, At: w.At.UTC()})
	}
	return out
}

// told is the athlete's settings as the archive has them.
func (a Athlete) told() transfer.Settings {
	s := transfer.Settings{Goal: string(a.Goal), Experience: string(a.Experience), Units: string(a.Units), Zone: a.Zone,
		Event: a.Event.String(), Deload: a.Deload.String(), Since: a.Created.UTC()}
	r := a.Reminders
	s.Reminders = present(map[string]string{"checkin": r.CheckIn, "days": r.Days, "cron": r.Cron, "quiet": r.Quiet,
		"nudge": yes(r.Nudge), "after_session": yes(r.AfterSession), "six_hours": yes(r.SixHours), "review": yes(r.Review), "team": yes(r.Team)})
	s.Pause = present(map[string]string{"until": a.Pause.Until.String(), "reason": a.Pause.Reason})
	if a.Hold.Tier != "" {
		s.Safety = map[string]string{"tier": a.Hold.Tier, "group": a.Hold.Group, "at": a.Hold.At.UTC().Format(time.RFC3339)}
	}
	return s
}

func yes(b bool) string {
	if !b {
		return ""
	}
	return strconv.FormatBool(b)
}

// present drops what is not set.
func present(all map[string]string) map[string]string {
	for k, v := range all {
		if v == "" {
			delete(all, k)
		}
	}
	return all
}
