package coach_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"tandem/coach"
	"tandem/coach/recovery"
	"tandem/coach/safety"
	"tandem/coach/training"
)

// shelf keeps one athlete's log in memory: as much of a store as files need.
type shelf struct {
	coach.Store
	sessions map[string]training.Session
	checkIns map[training.Date]recovery.CheckIn
	own      map[string]bool
}

func newShelf() *shelf {
	return &shelf{sessions: map[string]training.Session{}, checkIns: map[training.Date]recovery.CheckIn{}, own: map[string]bool{}}
}

func (s *shelf) OwnExercises(context.Context, coach.AthleteID) (map[string]bool, error) {
	return s.own, nil
}

func (s *shelf) ConsentWords(context.Context, coach.AthleteID) ([]coach.ConsentWord, error) {
	return []coach.ConsentWord{{Class: coach.Notes, Given: true, Version: 2, At: importNow}}, nil
}

func (s *shelf) SkippedDays(context.Context, coach.AthleteID) ([]training.Date, error) {
	return []training.Date{{Year: 2026, Month: 10, Day: 29}}, nil
}

func (s *shelf) PutOwnExercise(_ context.Context, _ coach.AthleteID, name string, legs bool) error {
	s.own[name] = legs
	return nil
}

func (s *shelf) SessionsBetween(_ context.Context, _ coach.AthleteID, from, to time.Time) ([]training.Session, error) {
	var out []training.Session
	for _, one := range s.sessions {
		if !one.Start.Before(from) && one.Start.Before(to) {
			out = append(out, one)
		}
	}
	slices.SortFunc(out, func(x, y training.Session) int { return x.Start.Compare(y.Start) })
	return out, nil
}

func (s *shelf) PutSession(_ context.Context, _ coach.AthleteID, one training.Session, _ time.Time) error {
	s.sessions[one.ID] = one
	return nil
}

func (s *shelf) DeleteSession(_ context.Context, _ coach.AthleteID, id string) error {
	delete(s.sessions, id)
	return nil
}

func (s *shelf) CheckInsBetween(_ context.Context, _ coach.AthleteID, from, to training.Date) ([]recovery.CheckIn, error) {
	var out []recovery.CheckIn
	for day, one := range s.checkIns {
		if !day.Before(from) && !to.Before(day) {
			out = append(out, one)
		}
	}
	slices.SortFunc(out, func(x, y recovery.CheckIn) int { return x.Date.Sub(y.Date) })
	return out, nil
}

func (s *shelf) PutCheckIn(_ context.Context, _ coach.AthleteID, one recovery.CheckIn) error {
	s.checkIns[one.Date] = one
	return nil
}

var (
	importNow = time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
	ana       = coach.Athlete{ID: 1, Zone: "Europe/Berlin", Units: training.Metric, Consent: coach.Consent{Given: true, Version: 1, At: importNow}}
)

const hevyFile = `"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"
"Legs","28 Mar 2026, 09:00","28 Mar 2026, 10:05","","Squat (Barbell)",,"",0,"normal",120,5,,,8
"Legs","28 Mar 2026, 09:00","28 Mar 2026, 10:05","","Zottman Twister",,"",0,"normal",900,5,,,
"Legs","someday","28 Mar 2026, 10:05","","Squat (Barbell)",,"",1,"normal",120,5,,,8
"Run","29 Mar 2026, 08:00","29 Mar 2026, 08:50","","Running",,"",0,"normal",,,10,3000,6
`

// engine is a coach without knowledge: files need none.
func engine() *coach.Coach { return coach.New(nil, safety.Contacts{}) }

func preview(t *testing.T, st coach.Store, name, data string) coach.Preview {
	t.Helper()
	p, err := engine().Preview(context.Background(), st, ana, name, []byte(data), importNow)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func bring(t *testing.T, st coach.Store, p coach.Preview) string {
	t.Helper()
	text, err := engine().Import(context.Background(), st, ana, p.Key, p.Draft, false, importNow)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestPreview_TellsWhatIsInTheFileAndKeepsNothing(t *testing.T) {
	t.Parallel()
	st := newShelf()
	p := preview(t, st, "hevy.csv", hevyFile)
	want := `Hevy: 2 workouts (1 lift with 2 sets, 1 run), 28 Mar 2026 to 29 Mar 2026.
All of it is new.
Exercises I don't know, kept under your names and counted as not for the legs: Zottman Twister. ` + "`legs yes NAME`" + ` changes that.
Looks odd, please check: 28 Mar 2026: 900 kg on Zottman Twister.
1 row left out: line 4: "someday" is not a date with a time.`
	if p.Text != want {
		t.Errorf("got\n%s\nwant\n%s", p.Text, want)
	}
	if p.Draft == "" || len(st.sessions) != 0 {
		t.Errorf("draft %q, %d sessions kept", p.Draft, len(st.sessions))
	}
}

func TestImport_TwiceAddsOnce_AndUndoTakesItBack(t *testing.T) {
	t.Parallel()
	st := newShelf()
	st.sessions["mine"] = training.Session{ID: "mine", Kind: training.Run, Start: importNow, Source: "chat"}
	p := preview(t, st, "hevy.csv", hevyFile)
	if got := bring(t, st, p); !strings.HasPrefix(got, "Imported from Hevy: 2 workouts.") {
		t.Errorf("import says %q", got)
	}
	if got := bring(t, st, p); !strings.HasPrefix(got, "Nothing new") {
		t.Errorf("second import says %q", got)
	}
	again := preview(t, st, "hevy.csv", hevyFile)
	if again.Draft != "" || again.Key != p.Key || !strings.Contains(again.Text, "Nothing new") {
		t.Errorf("second preview: %+v", again)
	}
	if len(st.sessions) != 3 {
		t.Fatalf("%d sessions kept", len(st.sessions))
	}
	for id, s := range st.sessions {
		if id != "mine" && s.Source != "hevy:"+p.Key {
			t.Errorf("source %q", s.Source)
		}
	}
	n, err := engine().UndoImport(context.Background(), st, ana, p.Key)
	if err != nil || n != 2 || len(st.sessions) != 1 {
		t.Errorf("undo took %d back (%v), %d left", n, err, len(st.sessions))
	}
}

// The watch and the lifting app both recorded the run of 29 March.
func TestWorkoutThatAnotherAppBrought_IsADuplicate(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 3, 29, 6, 1, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		kept training.Session
		want int // sessions that the file would add
	}{
		{"a minute later, nearly as far", training.Session{Kind: training.Run, Start: start, Km: 9.8, Minutes: 49, Source: "strava:1"}, 1},
		{"typed in chat without a distance", training.Session{Kind: training.Run, Start: start, Minutes: 52, Source: "chat"}, 1},
		{"half as far", training.Session{Kind: training.Run, Start: start, Km: 5, Source: "strava:1"}, 2},
		{"another sport", training.Session{Kind: training.Ride, Start: start, Km: 10, Source: "strava:1"}, 2},
		{"three minutes later", training.Session{Kind: training.Run, Start: start.Add(2 * time.Minute), Km: 10, Source: "strava:1"}, 2},
		{"from the same app under another title", training.Session{Kind: training.Run, Start: start.Add(-time.Minute), Km: 10, Source: "hevy:1"}, 1},
		{"from the same app, a minute later", training.Session{Kind: training.Run, Start: start, Km: 10, Source: "hevy:1"}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			st := newShelf()
			c.kept.ID = "kept"
			st.sessions["kept"] = c.kept
			bring(t, st, preview(t, st, "hevy.csv", hevyFile))
			if got := len(st.sessions) - 1; got != c.want {
				t.Errorf("%d added, want %d", got, c.want)
			}
		})
	}
}

func TestRefusedFile_SaysWhatWorks(t *testing.T) {
	t.Parallel()
	_, err := engine().Preview(context.Background(), newShelf(), ana, "cat.jpg", []byte("\xff\xd8\xff\xe0"), importNow)
	if err == nil || !strings.Contains(err.Error(), "what works") {
		t.Errorf("got %v", err)
	}
}

func TestExport_ComesBackWithNothingNew(t *testing.T) {
	t.Parallel()
	effort := training.RPE(7)
	st := newShelf()
	st.own["zottman twister"] = false
	for _, s := range []training.Session{
		{ID: "k4mzq2", Kind: training.Lift, Start: importNow.Add(-48 * time.Hour), Zone: ana.Zone, Minutes: 60, RPE: &effort, Note: "=HYPERLINK(\"x\")", Source: "chat",
			Sets: []training.Set{{Exercise: "Back Squat", Kg: 100, Reps: 5, RPE: &effort}, {Exercise: "Zottman Twister", Kg: 10, Reps: 8}}},
		{ID: "b7wwa5", Kind: training.Run, Start: importNow.Add(-24 * time.Hour), Zone: ana.Zone, Minutes: 45, Km: 8, Source: "strava:1"},
		{ID: "r3st00", Kind: training.Rest, Start: importNow, Zone: ana.Zone, Source: "chat"},
	} {
		st.sessions[s.ID] = s
	}
	st.checkIns[training.Date{Year: 2026, Month: 10, Day: 30}] = recovery.CheckIn{Date: training.Date{Year: 2026, Month: 10, Day: 30}, Fatigue: 3, Sleep: 4, Soreness: 4, Stress: 3, Mood: 5, Pain: "+left knee"}
	files, err := engine().Export(context.Background(), st, ana, []string{"slack/T1/U1"}, importNow)
	if err != nil || len(files) != 3 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, want := range []string{`"slack/T1/U1"`, `"2026-10-29"`, `"class": "notes"`, `"text": "To coach you I keep`} {
		if !strings.Contains(string(files[0].Data), want) {
			t.Errorf("%s is not in the archive", want)
		}
	}
	for _, f := range files {
		if p := preview(t, st, f.Name, string(f.Data)); p.Draft != "" {
			t.Errorf("%s: something is new: %s", f.Name, p.Text)
		}
	}
	empty := newShelf()
	for _, f := range files {
		if p := preview(t, empty, f.Name, string(f.Data)); p.Draft != "" {
			bring(t, empty, p)
		}
	}
	if len(empty.sessions) != 3 || len(empty.checkIns) != 1 || len(empty.own) != 1 {
		t.Errorf("moved house with %d sessions, %d check-ins, %d exercises", len(empty.sessions), len(empty.checkIns), len(empty.own))
	}
}

const strongFile = `Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-10-05 18:02:11,Push,1h 10m,Bench Press (Barbell),1,225,5,0,0,,,8
2026-10-07 06:30:00,Run,45m,Running,1,0,0,5,2700,,,
`

// A file that does not say its units can be taken in either, and is the same
// file both ways.
func TestImport_AsksInWhichUnitsTheFileIs(t *testing.T) {
	t.Parallel()
	st := newShelf()
	p := preview(t, st, "strong.csv", strongFile)
	if p.Other != "lb and miles" || !strings.Contains(p.Text, "If they are in lb and miles, import them as such.") {
		t.Fatalf("offers %q:\n%s", p.Other, p.Text)
	}
	if _, err := engine().Import(context.Background(), st, ana, p.Key, p.Draft, true, importNow); err != nil {
		t.Fatal(err)
	}
	for _, s := range st.sessions {
		if s.Kind == training.Run && (s.Km < 8.04 || s.Km > 8.05) {
			t.Errorf("5 miles are kept as %v km", s.Km)
		}
		if s.Kind == training.Lift && s.Sets[0].Kg != 225*0.45359237 {
			t.Errorf("225 lb are kept as %v kg", s.Sets[0].Kg)
		}
	}
	if text := bring(t, st, p); len(st.sessions) != 2 || !strings.Contains(text, "othing new") {
		t.Errorf("a second time it says %q and %d are kept", text, len(st.sessions))
	}
	if again := preview(t, st, "strong.csv", strongFile); again.Draft != "" {
		t.Errorf("it is new again: %s", again.Text)
	}
	if hevy := preview(t, newShelf(), "hevy.csv", hevyFile); hevy.Other != "" {
		t.Errorf("Hevy says its units, and yet %q is offered", hevy.Other)
	}
}
