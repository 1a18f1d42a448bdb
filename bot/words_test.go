package bot

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/coach/training"
)

func TestParseClock(t *testing.T) {
	for text, want := range map[string]string{
		"07:00": "07:00", "7:00": "07:00", "7am": "07:00", "7 am": "07:00", "12am": "00:00", "12pm": "12:00", "7.30pm": "19:30", "23:59": "23:59", "6h15": "06:15",
	} {
		if got, err := parseClock(text); err != nil || got != want {
			t.Errorf("parseClock(%q) = %q, %v; want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"", "7", "24:00", "13pm", "0am", "7:60", "soon", "07:00 and more"} {
		if got, err := parseClock(text); err == nil {
			t.Errorf("parseClock(%q) = %q, want an error", text, got)
		}
	}
}

func TestParseDays(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "every day": "", "mon,wed,fri": "mon,wed,fri", "fri and mon": "mon,fri", "weekdays": "mon,tue,wed,thu,fri", "saturday sunday": "sun,sat",
		"mon mon": "mon", "weekdays weekends": "",
	} {
		if got, err := parseDays(text); err != nil || got != want {
			t.Errorf("parseDays(%q) = %q, %v; want %q", text, got, err, want)
		}
	}
	if _, err := parseDays("mon,funday"); err == nil {
		t.Error("funday is a weekday")
	}
}

func TestParsePause(t *testing.T) {
	today := training.Date{Year: 2027, Month: time.March, Day: 1}
	for text, want := range map[string]struct{ until, reason string }{
		"":                         {"2027-03-07", ""},
		"3d":                       {"2027-03-03", ""},
		"for 3 days ill":           {"2027-03-03", "ill"},
		"2w holiday":               {"2027-03-14", "holiday"},
		"until 2027-03-20 injured": {"2027-03-20", "injured"},
		"sick":                     {"2027-03-07", "ill"},
	} {
		until, reason, err := parsePause(text, today)
		if err != nil || until.String() != want.until || reason != want.reason {
			t.Errorf("parsePause(%q) = %s %q, %v; want %s %q", text, until, reason, err, want.until, want.reason)
		}
	}
	for _, text := range []string{"until 2027-02-01", "forever", "until 2030-01-01", "0d"} {
		if until, _, err := parsePause(text, today); err == nil {
			t.Errorf("parsePause(%q) = %s, want an error", text, until)
		}
	}
}

// TestBareCommand: words without a slash are a command only where nobody would
// take them for anything else.
func TestBareCommand(t *testing.T) {
	for text, want := range map[string]string{
		"week": "week", "Today?": "today", "history squat": "history", "goal strength": "goal", "plan 3 lifts 3 runs": "plan",
		"checkin 4 3 4 4 5": "checkin", "check in 4 3 4 4 5": "checkin", "log run 5k": "log", "pause 3d": "pause", "skip": "skip", "undo": "undo",
		"reminders 7am": "reminders", "why": "why", "why?": "why", "data export": "data", "event 2027-05-02": "event", "hi": "hello",
		"why do my legs feel heavy": "", "today I want to squat, ok?": "", "plan my week please": "", "week two feels hard": "",
		"goal is to squat 200, how?": "", "rest between sets?": "", "event coming up, should I taper?": "", "history of knee pain, can i run": "",
		"start running as a lifter": "", "data on cardio and gains?": "", "pause squats or normal": "", "deload week how often": "",
	} {
		c, _, ok := bareCommand(text)
		if !ok {
			c.word = ""
		}
		if c.word != want {
			t.Errorf("%q is command %q, want %q", text, c.word, want)
		}
	}
}

func TestNearest(t *testing.T) {
	for word, want := range map[string]string{"hlep": "help", "lgo": "log", "todya": "today", "chekin": "checkin", "xylophone": ""} {
		if got, _ := nearest(word); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestFormLine(t *testing.T) {
	for _, tt := range []struct {
		id     string
		values map[string]string
		want   string
	}{
		{"log", map[string]string{"kind": "lift", "exercise": "Back Squat", "sets": "5x5", "weight": "100kg", "rpe": "8", "when": "yesterday 18:30", "note": "felt\nfine"},
			"/log lift Back Squat 5x5 100kg @8 yesterday 18:30 note felt fine"},
		{"log", map[string]string{"kind": "run", "distance": "8km", "duration": "45:00", "rpe": "6"}, "/log run 8km 45:00 rpe 6"},
		{"edit ab12cd", map[string]string{"line": "run 9km 45:00"}, "/log edit ab12cd run 9km 45:00"},
		{"checkin on 2027-03-01", map[string]string{"sleep": "7.5", "pain": "left knee"}, "/checkin on 2027-03-01 sleep 7.5h pain left knee"},
		{"timezone", map[string]string{"city": " New  York"}, "/timezone New York"},
	} {
		if diff := cmp.Diff(tt.want, FormLine(tt.id, tt.values)); diff != "" {
			t.Error(diff)
		}
	}
}

// TestCheckForm: an error lands at the field whose word was not understood.
func TestCheckForm(t *testing.T) {
	c := training.Context{Now: time.Date(2027, 3, 1, 18, 0, 0, 0, time.UTC)}
	if wrong := CheckForm("log", map[string]string{"kind": "run", "distance": "8km", "duration": "45:00"}, c); len(wrong) > 0 {
		t.Errorf("good values are refused: %v", wrong)
	}
	for field, values := range map[string]map[string]string{
		"duration": {"kind": "run", "distance": "8km", "duration": "quickly"},
		"rpe":      {"kind": "run", "distance": "8km", "rpe": "14"},
	} {
		if wrong := CheckForm("log", values, c); wrong[field] == "" {
			t.Errorf("no error at %s: %v", field, wrong)
		}
	}
}
