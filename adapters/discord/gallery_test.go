package discord

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/adapters/discord/discordfake"
	"tandem/bot"
	"tandem/coach/advice"
	"tandem/coach/training"
)

var update = flag.Bool("update", false, "write the golden files anew")

func sectioned(kind bot.Kind, sections ...bot.Section) bot.Reply {
	var text []string
	for _, s := range sections {
		switch {
		case s.Title == "":
			text = append(text, s.Body)
		case strings.Contains(s.Body, "\n"):
			text = append(text, s.Title+":\n"+s.Body)
		default:
			text = append(text, s.Title+": "+s.Body)
		}
	}
	return bot.Reply{Kind: kind, Text: strings.Join(text, "\n"), Sections: sections}
}

func checkInOf(chosen ...int) bot.Reply {
	r := bot.Reply{Kind: bot.CheckIn, Text: "How are you this morning? Each from 1 to 5, 5 is best:\n• Fatigue: 1 worn out … 5 very fresh\nIn one line: `checkin 4 3 4 4 5 sleep 7.5h`.",
		Buttons: []bot.Button{{Label: "Snooze", Command: "snooze 1h"}, {Label: "Skip", Command: "skip"}, {Label: "Pause", Command: "pause 7d"}}}
	for i, item := range []string{"Fatigue", "Sleep", "Soreness", "Stress", "Mood"} {
		row := bot.Row{Label: item}
		if i < len(chosen) {
			row.Chosen = chosen[i]
		}
		for v := 1; v <= 5; v++ {
			row.Buttons = append(row.Buttons, bot.Button{Label: fmt.Sprint(item, " ", v), Command: fmt.Sprintf("checkin on 2027-03-01 %s %d/5", strings.ToLower(item), v)})
		}
		r.Rows = append(r.Rows, row)
	}
	r.Form = bot.CheckInForm(training.Date{Year: 2027, Month: time.March, Day: 1})
	return r
}

// gallery is one of every kind of message.
func gallery() map[string]bot.Reply {
	why := bot.Button{Label: "Why?", Command: "why n4wtzb"}
	answer := sectioned(bot.Answer, bot.Section{Body: "Lift first, run after, at least on days that matter for strength."},
		bot.Section{Title: "Why", Body: "A hard run leaves your legs weaker for hours."})
	answer.Buttons = []bot.Button{why, {Label: "Related", Command: "related"}, {Label: "Set up", Command: "start", Primary: true}}
	logged := sectioned(bot.Answer, bot.Section{Title: "Logged", Body: "Lift, Mon 22:15, about 20 min\nBack Squat 5×5 100 kg @8"},
		bot.Section{Title: "🟠 Change", Body: "The 45-min tempo run came right before your back squats.", Level: advice.Orange},
		bot.Section{Title: "🟢 Good", Body: "All reps done, on tired legs.", Level: advice.Green}, bot.Section{Title: "Next", Body: "Squats first next time."})
	logged.Buttons = []bot.Button{{Label: "Undo", Command: "undo n4wtzb"}, {Label: "Edit", Command: "edit n4wtzb"}, why}
	edit := bot.Reply{Kind: bot.Answer, Text: "I have it as:\nrun 8km 45:00 rpe 6", Form: bot.EditForm("n4wtzb", "run 8km 45:00 rpe 6")}
	partly := checkInOf(4, 3)
	partly.Kind, partly.Update = bot.Answer, true
	week := bot.Reply{Kind: bot.Answer, Text: "Your week: 3 sessions, load 940.", Picture: &bot.Picture{PNG: []byte("png"), Alt: "Bars for each day: Monday 315, Wednesday 420, Friday 205."}}
	review := week
	review.Kind, review.Buttons = bot.Review, []bot.Button{{Label: "Week", Command: "week"}}
	return map[string]bot.Reply{
		"answer": answer, "logged": logged, "edit": edit, "check-in": checkInOf(), "check-in-partly-answered": partly, "week-with-picture": week, "review": review,
		"check-in-answered": {Kind: bot.Answer, Update: true, Text: "Ready: total 20 of 25.", Buttons: []bot.Button{why}},
		"nudge":             {Kind: bot.Nudge, Text: "Your check-in is still open, if you like.", Buttons: []bot.Button{{Label: "Check in", Command: "checkin"}, {Label: "Skip", Command: "skip"}}},
		"reminder":          {Kind: bot.Reminder, Text: "Your clocks change next week. Nothing moves for you."},
		"safety":            {Kind: bot.Answer, Text: "Stop and call your local emergency number now (112, 911 or 999 in many countries)."},
		"refused-words":     {Kind: bot.Answer, Text: "I can't read \"**quickly** <@1> [x](https://evil.example)\". Try `run 8km 45:00 rpe 6`.\nNothing was kept."},
		"erase":             {Kind: bot.Answer, Text: "This cannot be taken back.", Buttons: []bot.Button{{Label: "Erase everything", Command: "data erase yes", Danger: true}, {Label: "Keep it", Command: "help"}}},
		"export":            {Kind: bot.Answer, Text: "All that I keep of you.", File: &bot.File{Name: "tandem.zip", Data: []byte("PK")}},
		"shared":            {Kind: bot.Answer, Public: true, Text: "Run, Mon 18:00, 45 min\n8 km, 5:38/km"},
		"long":              {Kind: bot.Answer, Text: strings.TrimSpace(strings.Repeat("A line of an answer that goes on for longer than Discord's message has room for it.\n", 90)), Buttons: []bot.Button{why}},
	}
}

// TestGallery: one of every kind of message, as it goes to Discord. `go test
// -update` writes the files anew.
func TestGallery(t *testing.T) {
	discordfake.NeedSpec(t)
	for name, r := range gallery() {
		messages := render(r, "41")
		drawn(t, messages)
		golden(t, name, messages)
	}
	for name, f := range map[string]bot.Form{"form-check-in": *bot.CheckInForm(training.Date{Year: 2027, Month: time.March, Day: 1}), "form-log": modalForm(*bot.LogForm()),
		"form-edit": *bot.EditForm("n4wtzb", "run 8km 45:00 rpe 6"), "form-city": *bot.ZoneForm()} {
		answer := callback{Type: answerWithModal, Data: drawModal(f, "41")}
		body, err := json.Marshal(answer)
		if err != nil {
			t.Fatal(err)
		}
		for _, wrong := range discordfake.Check("POST", "/interactions/1/x/callback", body) {
			t.Errorf("%s: %s", name, wrong)
		}
		golden(t, name, answer)
	}
	golden(t, "suggestions", callback{Type: answerSuggests, Data: suggestions{[]choice{suggestion("zone", "America/New_York", time.Date(2027, 3, 1, 18, 0, 0, 0, time.UTC)), suggestion("exercise", "Back Squat", time.Time{})}}})
	golden(t, "acknowledged", callback{Type: answerLater, Data: later{Flags: flagEphemeral}})
	list, _, err := wantedCommands()
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "commands", json.RawMessage(list))
}

func golden(t *testing.T, name string, v any) {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", "gallery", name+".json")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("%s differs (-golden +now):\n%s", name, diff)
	}
}
