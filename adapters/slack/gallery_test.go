package slack_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/bot"
	"tandem/coach/advice"
	"tandem/coach/training"
)

var update = flag.Bool("update", false, "write the golden files")

// screens are every kind of message, in words that stay: the gallery shows how
// Slack draws them, not what the coach says today.
var screens = map[string]bot.Reply{
	"answer": {Kind: bot.Answer, Text: "Run after you lift.\nWhy: legs that are tired lift less.\nWhat to do: `log` both.",
		Sections: []bot.Section{{Body: "Run after you lift."}, {Title: "Why", Body: "legs that are tired lift less."}, {Title: "What to do", Body: "`log` both."}},
		Buttons:  []bot.Button{{Label: "Why?", Command: "why topic order"}, {Label: "Related", Command: "related order"}, {Label: "That's it", Command: "feedback yes order"}, {Label: "Not it", Command: "feedback no order"}}},
	"unknown": {Kind: bot.Answer, Text: "I don't have that. Did you mean one of these?\n• Order\n• Rest", Buttons: []bot.Button{{Label: "Order", Command: "topic order"}, {Label: "Rest", Command: "topic rest"}}},
	"logged": {Kind: bot.Answer, Text: "Logged: Run, 8 km, 45:00, RPE 6\n🟠 Change: Six hours between heavy legs and a hard run.\nNext: Easy tomorrow.",
		Sections: []bot.Section{{Title: "Logged", Body: "Run, 8 km, 45:00, RPE 6"}, {Title: "🟠 Change", Body: "Six hours between heavy legs and a hard run.", Level: advice.Orange}, {Title: "Next", Body: "Easy tomorrow."}},
		Buttons:  []bot.Button{{Label: "Undo", Command: "undo a1"}, {Label: "Edit", Command: "edit a1"}, {Label: "Why?", Command: "why e1"}}},
	"safety":          {Kind: bot.Answer, Text: "Stop now. Call the emergency number.", Sections: []bot.Section{{Body: "Stop now. Call the emergency number.", Level: advice.Red}}},
	"consent":         {Kind: bot.Answer, Text: "That is health data. May I keep it?", Buttons: []bot.Button{{Label: "Yes, keep it", Command: "consent yes", Primary: true}, {Label: "No, thanks", Command: "consent no"}}},
	"check-in":        checkIn(bot.CheckIn, 0),
	"check-in-partly": checkIn(bot.Answer, 4),
	"nudge":           {Kind: bot.Nudge, Text: "Your check-in is still open. One line does it: `checkin 4 3 4 4 5`.", Buttons: []bot.Button{{Label: "Check in", Command: "checkin"}, {Label: "Skip", Command: "skip"}}},
	"reminder":        {Kind: bot.Reminder, Text: "Six hours have passed since your lift."},
	"instants": {Kind: bot.Answer, Text: "Saved. Next check-in: Fri 5 Mar, 07:00. I ask again at 19:11.", Instants: []training.Instant{
		{At: time.Date(2027, 3, 5, 7, 0, 0, 0, time.FixedZone("", -5*3600)), Words: "Fri 5 Mar, 07:00"}, {At: time.Date(2027, 3, 4, 19, 11, 0, 0, time.FixedZone("", -5*3600)), Words: "19:11"}}},
	"review":  {Kind: bot.Review, Text: "Your week: 3 sessions, 18 km.", Buttons: []bot.Button{{Label: "Week", Command: "week"}}},
	"erase":   {Kind: bot.Answer, Text: "This cannot be taken back. Shall I?", Buttons: []bot.Button{{Label: "Erase everything", Command: "data erase everything", Danger: true}, {Label: "Keep it", Command: "settings"}}},
	"form":    {Kind: bot.Answer, Text: "What did you do? One line is enough.", Form: &form},
	"shared":  {Kind: bot.Answer, Public: true, Text: "Run, Mon 18:00, 8 km, 45 min"},
	"hostile": {Kind: bot.Answer, Text: "Logged: <!channel> *bold* `code` <https://evil.example|click> @here &amp; ```fence``` :bomb: www.evil.example"},
	"long":    {Kind: bot.Answer, Text: strings.TrimSpace(strings.Repeat("A sentence that is one of very many. ", 300))},
}

var form = bot.Form{ID: "log", Title: "Log a session", Send: "Log it", Fields: []bot.Field{
	{Name: "kind", Label: "What", Choices: []string{"lift", "run"}, Value: "lift", Required: true},
	{Name: "exercise", Label: "Exercise", Suggest: "exercise", Hint: "Back Squat"},
	{Name: "sets", Label: "Sets × reps", Hint: "5x5"},
	{Name: "note", Label: "Note", Long: true}}}

func checkIn(kind bot.Kind, chosen int) bot.Reply {
	r := bot.Reply{Kind: kind, Text: "How are you this morning?\n• Fatigue: 1 worn out … 5 very fresh\n• Sleep: 1 hardly at all … 5 very well",
		Buttons: []bot.Button{{Label: "Snooze", Command: "snooze 1h"}, {Label: "Skip", Command: "skip"}, {Label: "Pause", Command: "pause 7d"}},
		Form:    &bot.Form{ID: "checkin on 2027-03-01", Title: "Sleep, pain, note", Send: "Save", Fields: []bot.Field{{Name: "sleep", Label: "Hours of sleep", Hint: "7.5"}}}}
	for _, name := range []string{"Fatigue", "Sleep"} {
		row := bot.Row{Label: name}
		for v := 1; v <= 5; v++ {
			row.Buttons = append(row.Buttons, bot.Button{Label: fmt.Sprint(name, " ", v), Command: fmt.Sprintf("checkin on 2027-03-01 %s %d/5", strings.ToLower(name), v)})
		}
		r.Rows = append(r.Rows, row)
	}
	r.Rows[0].Chosen = chosen
	return r
}

func TestGallery(t *testing.T) {
	for name, r := range screens {
		t.Run(name, func(t *testing.T) {
			w := open(t, modeHTTP)
			w.must(w.send(r, "k"))
			var shots []json.RawMessage
			for _, c := range w.Calls("chat.postMessage") {
				shots = append(shots, shot(c.Form.Get("text"), c.Form.Get("blocks")))
			}
			golden(t, name, shots)
		})
	}
}

func TestGallery_FormAndHome(t *testing.T) {
	w := prepare(t)
	w.wrap = func(in bot.Inbox) bot.Inbox { return pages{in} }
	w.start(modeWS)
	w.must(w.send(screens["form"], "k"))
	if ok, err := w.Press(ana, form.Title); !ok || err != nil {
		t.Fatal(ok, err)
	}
	w.Await("views.open", 1)
	var view map[string]any
	w.must(json.Unmarshal(w.Views()[0].Body, &view))
	view["private_metadata"] = "how to answer" // holds an address of this run
	body, err := json.Marshal(view)
	w.must(err)
	golden(t, "form-open", []json.RawMessage{body})
	w.must(w.OpenHome(ana))
	w.Await("views.publish", 1)
	golden(t, "home", []json.RawMessage{w.Home(ana)})
}

// pages is an inbox with a Home page that stays.
type pages struct{ bot.Inbox }

func (pages) Home(context.Context, bot.Person) (bot.Reply, error) {
	return bot.Reply{Text: "Today: easy.\nNext check-in: Tuesday, 07:00.\nYour week: 2 sessions.\nMon  1  ██████ 280\nTue  2  ▒▒▒ 140\n█ lifting  ▒ running",
		Sections: []bot.Section{{Title: "Today", Body: "easy."}, {Title: "Next check-in", Body: "Tuesday, 07:00."}, {Title: "Your week", Body: "2 sessions."},
			{Body: "Mon  1  ██████ 280\nTue  2  ▒▒▒ 140\n█ lifting  ▒ running", Fixed: true}},
		Buttons: []bot.Button{{Label: "Check in", Command: "checkin", Primary: true}, {Label: "Log", Command: "log"}, {Label: "Week", Command: "week"}, {Label: "Settings", Command: "settings"},
			{Label: "Pause", Command: "pause 7d"}, {Label: "Export", Command: "data export"}, {Label: "Erase", Command: "data erase", Danger: true}}}, nil
}

func (pages) Suggest(context.Context, bot.Person, string, string, int) ([]string, error) {
	return nil, nil
}

func (pages) CheckForm(context.Context, bot.Person, string, map[string]string) (map[string]string, error) {
	return nil, nil
}

func (pages) Offer(context.Context, bot.Person, string) (string, error) { return "", nil }

var _ bot.Desk = pages{}

func shot(text, blocks string) json.RawMessage {
	b, err := json.Marshal(map[string]any{"text": text, "blocks": json.RawMessage(blocks)})
	if err != nil {
		panic(err)
	}
	return b
}

func golden(t *testing.T, name string, shots []json.RawMessage) {
	t.Helper()
	var got bytes.Buffer
	enc := json.NewEncoder(&got)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	for _, s := range shots {
		var v any
		if err := json.Unmarshal(s, &v); err != nil {
			t.Fatal(err)
		}
		if err := enc.Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join("testdata", "gallery", name+".json")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("%s (-want +got; -update writes it anew):\n%s", path, diff)
	}
}

// FuzzHostileText sends what anybody may type through every place where words
// of athletes are shown. The stand-in refuses live markup, mentions, links,
// doubled ids and whatever is beyond Block Kit's limits.
func FuzzHostileText(f *testing.F) {
	for _, s := range []string{"<!channel>", "<!here|x>", "<@U0BOB>", "<#C0GYM>", "<!subteam^S1>", "<!date^1^{date}|x>", "<https://a.example|b>", "@here #general", "*b* _i_ ~s~ `c` ```f```",
		"> quote", "&lt;!channel&gt;", "&amp;", "\u202edlrow", "\x00\x01", "a\u200bb", "🏋️‍♀️", strings.Repeat("<", 5000), strings.Repeat("word ", 2000), "`", "``", "`<!channel>`", "\n\n\n", " ", "\xff\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 50_000 || strings.TrimSpace(s) == "" {
			return
		}
		w := open(t, modeHTTP)
		r := bot.Reply{Text: "Logged: " + s, Sections: []bot.Section{{Title: "Logged", Body: s}, {Title: s, Body: s}}, Buttons: []bot.Button{{Label: s, Command: "why"}, {Label: s, Command: "undo"}},
			Rows: []bot.Row{{Label: s, Buttons: []bot.Button{{Label: s, Command: "x"}, {Label: s, Command: "y"}}}},
			Form: &bot.Form{ID: "edit 1", Title: "Correct this log", Send: "Save", Fields: []bot.Field{{Name: "line", Label: "The session", Value: s, Hint: s, Long: true}, {Name: "other", Label: s, Choices: []string{s, "b"}, Value: s}, {Name: "third", Label: "x", Suggest: "exercise", Value: s}}}}
		w.must(w.send(r, "k"))
		w.must(w.adapter.Send(context.Background(), w.lastHandle(gym), r, "k2"))
		if ok, err := w.Press(ana, "Correct this log"); ok {
			w.must(err)
			w.Await("views.open", 1)
		}
	})
}
