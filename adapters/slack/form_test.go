package slack_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"tandem/adapters/slack/slackfake"
)

func TestLogForm_OpensChecksAndLogs(t *testing.T) {
	for _, mode := range []string{modeHTTP, modeWS} {
		t.Run(mode, func(t *testing.T) {
			w := open(t, mode)
			w.setUp(ana)
			_, err := w.Type(ana, gym, "/log", "")
			w.must(err)
			w.Await("views.open", 1)
			view := w.Views()[0]
			if view.Title != "Log a session" {
				t.Errorf("title %q", view.Title)
			}
			wrong, err := w.Submit(ana, view, map[string]string{"kind": "lift", "exercise": "Back Squat", "sets": "5x5", "weight": "100stones"})
			w.must(err)
			if len(wrong) == 0 {
				t.Fatal("a weight of 100stones was taken")
			}
			if _, ok := wrong["weight"]; !ok {
				t.Errorf("the mistake stands at %v", wrong)
			}
			wrong, err = w.Submit(ana, view, map[string]string{"kind": "lift", "exercise": "Back Squat", "sets": "5x5", "weight": "100kg", "rpe": "8", "note": "<!channel> & co"})
			w.must(err)
			if len(wrong) > 0 {
				t.Fatalf("refused: %v", wrong)
			}
			w.settle()
			got := w.heard(ana)
			if len(got) == 0 || !strings.Contains(got[len(got)-1].Text, "100 kg") || !got[len(got)-1].Ephemeral() {
				t.Errorf("answer %+v", got)
			}
		})
	}
}

func TestLogForm_SentInTwiceLogsOnce(t *testing.T) {
	w := open(t, modeHTTP)
	w.setUp(ana)
	_, err := w.Type(ana, gym, "/log", "")
	w.must(err)
	w.Await("views.open", 1)
	for range 2 {
		_, err := w.Submit(ana, w.Views()[0], map[string]string{"kind": "run", "distance": "8km", "duration": "45:00"})
		w.must(err)
		w.settle()
	}
	if text := w.say(ana, "/history")[0].Text; strings.Contains(text, "last 2") {
		t.Errorf("logged twice:\n%s", text)
	}
}

func TestLogForm_TooLateToOpenAsksInWords(t *testing.T) {
	w := open(t, modeHTTP)
	w.Break("views.open", slackfake.Fault{Code: "expired_trigger_id"})
	_, err := w.Type(ana, gym, "/log", "")
	w.must(err)
	w.Await("views.open", 1)
	deadline := time.Now().Add(5 * time.Second)
	for len(w.Messages(ana)) == 0 && time.Now().Before(deadline) {
		w.settle()
	}
	if got := w.heard(ana); len(got) == 0 || !strings.Contains(got[0].Text, "What did you do?") {
		t.Errorf("no words instead of the form: %+v", got)
	}
}

func TestFormButton_CarriesItsForm(t *testing.T) {
	w := open(t, modeWS)
	w.setUp(ana)
	w.say(ana, "/log run 8km 45:00 rpe 6")
	w.press(ana, "Edit")
	if ok, err := w.Press(ana, "Correct this log"); !ok || err != nil {
		t.Fatalf("no button with the form: %v", err)
	}
	w.Await("views.open", 1)
	_, err := w.Submit(ana, w.Views()[0], map[string]string{"line": "run 9km 45:00 rpe 6"})
	w.must(err)
	w.settle()
	if got := w.heard(ana); len(got) == 0 || !strings.Contains(got[len(got)-1].Text, "9 km") {
		t.Errorf("not corrected: %+v", got)
	}
}

func TestSuggestions_WhileTyping(t *testing.T) {
	w := open(t, modeHTTP)
	got, err := w.Suggest(ana, "in.exercise", "romanian")
	w.must(err)
	if !slices.Contains(got, "Romanian Deadlift") || !slices.Contains(got, "romanian") {
		t.Errorf("offered %v: the exercise, and what was typed, must be there", got)
	}
	if got, err := w.Suggest(ana, "in.exercise", strings.Repeat("zq ", 60)); err != nil || len(got) != 1 || len(got[0]) > 75 {
		t.Errorf("%v, %v", got, err)
	}
}

func TestShortcut_LogsTheMessageItPointsAt(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a line", "squat 5x5 100kg @8", "Back Squat"},
		{"told in passing", "did 5x5 squats at 100 then ran 20min easy", "Back Squat"},
		{"no workout", "lunch at one?", "Nothing was kept"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t, modeWS)
			w.setUp(ana)
			w.must(w.Shortcut(ana, gym, c.text))
			w.settle()
			got := w.heard(ana)
			if len(got) == 0 || !strings.Contains(got[len(got)-1].Text, c.want) || !got[len(got)-1].Ephemeral() {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestCheckIn_IsEditedInPlace(t *testing.T) {
	w := open(t, modeHTTP)
	w.setUp(ana)
	w.say(ana, "checkin")
	before := len(w.Messages(ana))
	for _, label := range []string{"Fatigue 4", "Sleep 3", "Soreness 4", "Stress 4", "Mood 5"} {
		w.press(ana, label)
	}
	all := w.Messages(ana)
	last := all[len(all)-1]
	if len(all) != before || last.Updated != 5 || !strings.Contains(last.Text, "total 20") {
		t.Errorf("%d messages became %d; the last, edited %d times, says\n%s", before, len(all), last.Updated, last.Text)
	}
	if n := len(w.Calls("chat.update")); n != 5 {
		t.Errorf("%d edits", n)
	}
}

func TestCheckIn_EphemeralOneIsReplaced(t *testing.T) {
	w := open(t, modeHTTP)
	w.setUp(ana)
	w.say(ana, "/checkin")
	before := len(w.Messages(ana))
	got := w.press(ana, "Fatigue 4")
	if len(w.Messages(ana)) != before || len(got) != 1 || !strings.Contains(got[0].Text, "you said 4") {
		t.Errorf("%d messages became %d: %+v", before, len(w.Messages(ana)), got)
	}
}

func TestHome_IsUsefulOnTheFirstOpen(t *testing.T) {
	w := open(t, modeWS)
	w.must(w.OpenHome(ana))
	w.Await("views.publish", 1)
	if page := string(w.Home(ana)); !strings.Contains(page, "Set up") || !strings.Contains(page, "Tandem") {
		t.Errorf("a stranger's page:\n%s", page)
	}
	w.setUp(ana)
	w.say(ana, "/log run 8km 45:00 rpe 6")
	w.must(w.OpenHome(ana))
	w.awaitHome(ana, "Your week")
	page := string(w.Home(ana))
	for _, want := range []string{"Today", "Next check-in", "Your week", "Settings", "Pause", "Export", "Erase",
		`"rich_text_preformatted"`, "▒ 270\\n", "▒ running", "Load day by day: Mon 1 running 270."} { // the picture, and what it shows in words
		if !strings.Contains(page, want) {
			t.Errorf("no %q on the page:\n%s", want, page)
		}
	}
	if n := len(w.Calls("files.getUploadURLExternal")); n != 0 {
		t.Errorf("%d files: they would stay with Slack after erasing", n)
	}
	if ok, err := w.PressHome(ana, "Pause"); !ok || err != nil {
		t.Fatal(ok, err)
	}
	w.settle()
	got := w.heard(ana)
	if last := got[len(got)-1]; !strings.Contains(last.Text, "Paused") || last.Ephemeral() {
		t.Errorf("answer %+v", last)
	}
	w.awaitHome(ana, "Resume")
}

func TestHome_EraseForgetsAlsoThere(t *testing.T) {
	w := open(t, modeHTTP)
	w.setUp(ana)
	w.must(w.OpenHome(ana))
	w.Await("views.publish", 1)
	if ok, err := w.PressHome(ana, "Erase"); !ok || err != nil {
		t.Fatal(ok, err)
	}
	w.settle()
	w.press(ana, "Erase everything")
	w.must(w.OpenHome(ana))
	w.awaitHome(ana, "Set up")
}

// TestHome_ErasedInAMessage: the page is not on the screen then, and what it
// showed must not lie with Slack until it is opened again.
func TestHome_ErasedInAMessage(t *testing.T) {
	w := open(t, modeWS)
	w.setUp(ana)
	w.say(ana, "/log run 8km 45:00 rpe 6")
	w.must(w.OpenHome(ana))
	w.awaitHome(ana, "Your week")
	w.say(ana, "data erase")
	w.press(ana, "Erase everything")
	w.awaitHome(ana, "Set up")
	if page := string(w.Home(ana)); strings.Contains(page, "270") {
		t.Errorf("the page still shows the week:\n%s", page)
	}
}

func TestHome_AfterAWarningSignJudgesNoWeek(t *testing.T) {
	w := open(t, modeWS)
	w.setUp(ana)
	w.say(ana, "/log run 8km 45:00 rpe 6")
	w.say(ana, "I get chest pain when I run")
	w.must(w.OpenHome(ana))
	w.awaitHome(ana, "Settings")
	if page := string(w.Home(ana)); strings.Contains(page, "Your week") {
		t.Errorf("the page judges the week:\n%s", page)
	}
}

// awaitHome waits until a person's Home page shows something.
func (w *workspace) awaitHome(user, want string) {
	w.t.Helper()
	for n := 1; !strings.Contains(string(w.Home(user)), want); n++ {
		w.Await("views.publish", n) // fails when no more come
	}
}
