package coach

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
	"tandem/coach/transfer"
)

// Preview is what a file of another app would bring, before anything is kept.
type Preview struct {
	Key   string // the same for the same bytes; names the import when it is undone
	Draft string // what Import needs; "" when nothing is new
	Other string // units that the file's numbers may be in instead, as "lb and miles"; "" = the file says
	Text  string // for the athlete: what is in it, what is new, what is odd
}

// Preview reads a file and says what Import would do. Nothing is stored. The
// error's text is for the athlete.
func (c *Coach) Preview(ctx context.Context, st Store, a Athlete, name string, data []byte, now time.Time) (Preview, error) {
	key := fileKey(data)
	f, err := transfer.Read(name, data, transfer.Options{Zone: a.Location(), Units: a.Units, Now: now})
	if err != nil {
		return Preview{}, err
	}
	own, err := st.OwnExercises(ctx, a.ID)
	if err != nil {
		return Preview{}, fmt.Errorf("load own exercises: %w", err)
	}
	f.Unknown = slices.DeleteFunc(f.Unknown, func(name string) bool { _, known := own[strings.ToLower(name)]; return known })
	kept, err := keptBeside(ctx, st, a)
	if err != nil {
		return Preview{}, err
	}
	if a.Consent.Without.Has(Recovery) {
		f.CheckIns = nil
	}
	held := sizeOf(a, f)
	f.Sessions = slices.DeleteFunc(f.Sessions, func(s training.Session) bool { return kept.has(f.App, s) })
	if f.CheckIns, err = newCheckIns(ctx, st, a, f.CheckIns); err != nil {
		return Preview{}, err
	}
	p := Preview{Key: key, Text: previewText(f, held)}
	if len(f.Sessions)+len(f.CheckIns) == 0 {
		return p, nil
	}
	if f.Unsaid.Any() {
		p.Other = f.Unsaid.Others()
	}
	p.Draft, err = transfer.Pack(f)
	return p, err
}

// fileKey is the same for the same bytes, and one word in a command.
func fileKey(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:6])
}

// Import keeps what a preview found, with other in the units that it offers
// instead. A second time adds nothing. Old data brings no alerts, records or
// follow-ups. The text is for the athlete.
func (c *Coach) Import(ctx context.Context, st Store, a Athlete, key, draft string, other bool, now time.Time) (string, error) {
	kept, err := keptBeside(ctx, st, a)
	if err != nil {
		return "", err
	}
	added := 0
	var answers []recovery.CheckIn
	keep := func(app string, s training.Session) error {
		if kept.has(app, s) {
			return nil
		}
		added++
		s.Source = importSource(app, key)
		return st.PutSession(ctx, a.ID, a.Consent.session(s), now)
	}
	f, err := transfer.Unpack(draft, other, keep, func(one recovery.CheckIn) error { answers = append(answers, one); return nil })
	if err != nil {
		return "", fmt.Errorf("store import: %w", err)
	}
	if a.Consent.Without.Has(Recovery) {
		answers = nil
	}
	if answers, err = newCheckIns(ctx, st, a, answers); err != nil {
		return "", err
	}
	for _, answer := range answers {
		if err := st.PutCheckIn(ctx, a.ID, a.Consent.answers(answer)); err != nil {
			return "", fmt.Errorf("store check-in: %w", err)
		}
	}
	if err := c.bringExercises(ctx, st, a, f.Own); err != nil {
		return "", err
	}
	return importedText(f.App, added, len(answers)), nil
}

// bringExercises keeps the own exercises of our export that are not kept yet.
func (c *Coach) bringExercises(ctx context.Context, st Store, a Athlete, brought map[string]bool) error {
	if len(brought) == 0 {
		return nil
	}
	own, err := st.OwnExercises(ctx, a.ID)
	if err != nil {
		return fmt.Errorf("load own exercises: %w", err)
	}
	for name, legs := range brought {
		if _, known := own[name]; known {
			continue
		}
		if err := st.PutOwnExercise(ctx, a.ID, name, legs); err != nil {
			return fmt.Errorf("keep exercise: %w", err)
		}
	}
	return nil
}

// UndoImport takes the sessions of an import back, those that were edited since
// excepted, and returns how many that were.
func (c *Coach) UndoImport(ctx context.Context, st Store, a Athlete, key string) (int, error) {
	if key == "" {
		return 0, ErrNotFound
	}
	n := 0
	err := everySession(ctx, st, a, func(s training.Session) error {
		if _, of, ok := strings.Cut(s.Source, ":"); !ok || of != key {
			return nil
		}
		n++
		return st.DeleteSession(ctx, a.ID, s.ID)
	})
	return n, err
}

// What is kept lies between these instants.
var (
	firstDay = time.Date(1950, 1, 1, 0, 0, 0, 0, time.UTC)
	lastDay  = time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)
)

// everySession walks through the whole log, a few years at a time: it may be
// large, and an edited session may have moved anywhere.
func everySession(ctx context.Context, st Store, a Athlete, fn func(training.Session) error) error {
	const years = 2
	for from := firstDay; from.Before(lastDay); from = from.AddDate(years, 0, 0) {
		some, err := st.SessionsBetween(ctx, a.ID, from, from.AddDate(years, 0, 0))
		if err != nil {
			return fmt.Errorf("load sessions: %w", err)
		}
		for _, s := range some {
			if err := fn(s); err != nil {
				return err
			}
		}
	}
	return nil
}

// importSource is the source of a session that came by an import: the app, and
// which import, so that it can be taken back.
func importSource(app, key string) string { return sourceApp(app) + ":" + key }

// sourceApp is an app's name as a source: "garmin connect" of "Garmin Connect".
func sourceApp(app string) string { return strings.ToLower(app) }

// keptSessions is what the log holds, as far as duplicates are known by it. A
// log may be as long as the longest file, so little is held of each session.
type keptSessions struct {
	ids     map[string]bool
	records []keptRecord // in order of start
}

// keptRecord is what tells a workout from another.
type keptRecord struct {
	start       time.Time
	app         string // the part of its source that names the app
	kind        training.Kind
	km, minutes float64 // 0 = not told, or only estimated
}

func recordOf(s training.Session) keptRecord {
	app, _, _ := strings.Cut(s.Source, ":")
	r := keptRecord{start: s.Start, app: app, kind: s.Kind, km: s.Km}
	if !s.Estimated {
		r.minutes = s.Minutes
	}
	return r
}

func keptBeside(ctx context.Context, st Store, a Athlete) (keptSessions, error) {
	k := keptSessions{ids: map[string]bool{}}
	words := map[string]string{} // thousands of sessions share a few apps and kinds
	once := func(s string) string {
		if _, ok := words[s]; !ok {
			words[strings.Clone(s)] = strings.Clone(s)
		}
		return words[s]
	}
	err := everySession(ctx, st, a, func(s training.Session) error {
		k.ids[s.ID] = true
		r := recordOf(s)
		r.app, r.kind = once(r.app), training.Kind(once(string(r.kind)))
		k.records = append(k.records, r)
		return nil
	})
	return k, err
}

// sameStart is how far apart two records of one workout start.
const sameStart = 2 * time.Minute

// has reports whether the log holds the session already: by its id, as another
// app's record of the same workout, or as this app's under a title that was
// changed since.
func (k keptSessions) has(app string, s training.Session) bool {
	if k.ids[s.ID] {
		return true
	}
	told := recordOf(s)
	first, _ := slices.BinarySearchFunc(k.records, told.start.Add(-sameStart), func(r keptRecord, t time.Time) int { return r.start.Compare(t) })
	for _, old := range k.records[first:] {
		if old.start.Sub(told.start) > sameStart {
			break
		}
		if (old.app != sourceApp(app) || old.start.Equal(told.start)) && old.sameWorkout(told) {
			return true
		}
	}
	return false
}

// sameWorkout reports whether two records, started within two minutes of each
// other, are of one workout: the same kind, and alike in what both of them tell.
func (r keptRecord) sameWorkout(o keptRecord) bool {
	switch {
	case r.kind != o.kind:
		return false
	case r.km > 0 && o.km > 0:
		return alike(r.km, o.km, 0.3)
	case r.minutes > 0 && o.minutes > 0:
		return alike(r.minutes, o.minutes, 5)
	}
	return true
}

// alike allows a tenth, or so much where a tenth is little: two devices never
// agree.
func alike(x, y, least float64) bool { return math.Abs(x-y) <= max(least, 0.1*max(x, y)) }

// newCheckIns leaves out the days that have answers: what is kept is never
// overwritten.
func newCheckIns(ctx context.Context, st Store, a Athlete, answers []recovery.CheckIn) ([]recovery.CheckIn, error) {
	if len(answers) == 0 {
		return nil, nil
	}
	kept, err := st.CheckInsBetween(ctx, a.ID, training.DateOf(firstDay), training.DateOf(lastDay))
	if err != nil {
		return nil, fmt.Errorf("load check-ins: %w", err)
	}
	days := map[training.Date]bool{}
	for _, one := range kept {
		days[one.Date] = true
	}
	return slices.DeleteFunc(answers, func(one recovery.CheckIn) bool {
		known := days[one.Date]
		days[one.Date] = true
		return known
	}), nil
}
