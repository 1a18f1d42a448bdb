package advice

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// monday is the day most tests judge, 2027-03-01, a winter Monday in New York.
var monday = training.Date{Year: 2027, Month: time.March, Day: 1}

const newYork = "America/New_York"

// at is an instant on the athlete's clock, days from monday.
func at(days int, clock string) time.Time {
	loc, err := time.LoadLocation(newYork)
	if err != nil {
		panic(err)
	}
	t, err := time.Parse("15:04", clock)
	if err != nil {
		panic(err)
	}
	d := monday.Add(days)
	return time.Date(d.Year, d.Month, d.Day, t.Hour(), t.Minute(), 0, 0, loc).UTC()
}

func effort(x float64) *training.RPE {
	r := training.RPE(x)
	return &r
}

// change is an option of a session under test.
type change func(*training.Session)

func rated(x float64) change         { return func(s *training.Session) { s.RPE = effort(x) } }
func km(x float64) change            { return func(s *training.Session) { s.Km = x } }
func styled(x training.Style) change { return func(s *training.Session) { s.Style = x } }
func noted(x string) change          { return func(s *training.Session) { s.Note = x } }
func kind(k training.Kind) change    { return func(s *training.Session) { s.Kind = k } }
func region(r training.Region) change {
	return func(s *training.Session) { s.Region = r }
}
func tagged(i training.Intensity) change {
	return func(s *training.Session) { s.Intensity, s.Tagged = i, true }
}

// lift is a lift from a clock time for some minutes, days from monday. Each
// exercise reads "Back Squat 5x5 100 @8": sets x reps, kg, effort of the set.
func lift(days int, clock string, minutes float64, exercises string, changes ...change) training.Session {
	s := training.Session{ID: strings.ReplaceAll(clock, ":", "") + "l" + strconv.Itoa(days), Kind: training.Lift,
		Start: at(days, clock), Zone: newYork, Minutes: minutes}
	for text := range strings.SplitSeq(exercises, ";") {
		s.Sets = append(s.Sets, sets(strings.TrimSpace(text))...)
	}
	for _, c := range changes {
		c(&s)
	}
	return s
}

func sets(text string) []training.Set {
	if text == "" {
		return nil
	}
	var set training.Set
	var name []string
	count := 1
	for word := range strings.FieldsSeq(text) {
		sets, reps, times := strings.Cut(word, "x")
		n, err := strconv.Atoi(sets)
		switch {
		case times && err == nil:
			count = n
			set.Reps, _ = strconv.Atoi(reps)
		case strings.HasPrefix(word, "@"):
			x, _ := strconv.ParseFloat(word[1:], 64)
			set.RPE = effort(x)
		case strings.HasSuffix(word, "%"):
			set.Percent, _ = strconv.ParseFloat(strings.TrimSuffix(word, "%"), 64)
		default:
			x, err := strconv.ParseFloat(word, 64)
			if err != nil {
				name = append(name, word)
				continue
			}
			set.Kg = x
		}
	}
	set.Exercise = strings.Join(name, " ")
	out := make([]training.Set, count)
	for i := range out {
		out[i] = set
	}
	return out
}

// run is a run from a clock time for some minutes, days from monday.
func run(days int, clock string, minutes float64, changes ...change) training.Session {
	s := training.Session{ID: strings.ReplaceAll(clock, ":", "") + "r" + strconv.Itoa(days), Kind: training.Run,
		Start: at(days, clock), Zone: newYork, Minutes: minutes}
	for _, c := range changes {
		c(&s)
	}
	return s
}

// checkIn answers the five items in their order, and hours of sleep.
func checkIn(days int, answers string, hours float64) recovery.CheckIn {
	c := recovery.CheckIn{Date: monday.Add(days), At: at(days, "07:00"), SleepHours: hours}
	n := []*int{&c.Fatigue, &c.Sleep, &c.Soreness, &c.Stress, &c.Mood}
	for i, a := range strings.Fields(answers) {
		*n[i], _ = strconv.Atoi(a)
	}
	return c
}

// judge puts sessions on their days around monday and evaluates monday.
func judge(p Profile, checkIns []recovery.CheckIn, sessions ...training.Session) Report {
	return Evaluate(input(p, checkIns, sessions...))
}

func input(p Profile, checkIns []recovery.CheckIn, sessions ...training.Session) Input {
	in := Input{Profile: p, Now: at(0, "21:00"), Day: monday, CheckIns: checkIns}
	for _, s := range sessions {
		switch d := s.Day(); {
		case d == monday:
			in.Sessions = append(in.Sessions, s)
		case d.Before(monday):
			in.History = append(in.History, s)
		default:
			in.After = append(in.After, s)
		}
	}
	return in
}

// outline is a report's findings as "orange hard-run-after-heavy-legs" lines.
func outline(r Report) []string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, string(f.Level)+" "+f.Rule)
	}
	return out
}

// find returns the finding of a rule, failing when there is none.
func find(t *testing.T, r Report, rule string) Finding {
	t.Helper()
	for _, f := range r.Findings {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("no %s among %v", rule, outline(r))
	return Finding{}
}

// level is the level of a rule's finding, "" for none.
func level(r Report, rule string) Level {
	for _, f := range r.Findings {
		if f.Rule == rule {
			return f.Level
		}
	}
	return ""
}
