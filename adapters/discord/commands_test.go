package discord

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"tandem/adapters/discord/discordfake"
	"tandem/coach/recovery"
	"tandem/coach/training"
)

// given is a command as Discord delivers it.
func given(t *testing.T, raw string) commandData {
	t.Helper()
	var c commandData
	if err := json.Unmarshal([]byte(raw), &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// TestLineOf: typed options say what somebody would type.
func TestLineOf(t *testing.T) {
	for _, tt := range []struct{ raw, want string }{
		{`{"name": "ask", "options": [{"name": "question", "type": 3, "value": "run after squats?"}]}`, "/ask run after squats?"},
		{`{"name": "log", "options": [{"name": "lift", "type": 1, "options": [{"name": "exercise", "type": 3, "value": "Back Squat"}, {"name": "sets", "type": 4, "value": 5}, {"name": "reps", "type": 4, "value": 5}, {"name": "weight", "type": 3, "value": "102.5kg"}, {"name": "rpe", "type": 10, "value": 8.5}, {"name": "when", "type": 3, "value": "yesterday 18:30"}, {"name": "note", "type": 3, "value": "felt\nfine"}]}]}`,
			"/log lift Back Squat 5x5 102.5kg @8.5 yesterday 18:30 note felt fine"},
		{`{"name": "log", "options": [{"name": "run", "type": 1, "options": [{"name": "distance", "type": 3, "value": "8km"}, {"name": "time", "type": 3, "value": "45:00"}, {"name": "rpe", "type": 10, "value": 6}, {"name": "intensity", "type": 3, "value": "moderate"}]}]}`,
			"/log run 8km 45:00 rpe 6 moderate"},
		{`{"name": "log", "options": [{"name": "other", "type": 1, "options": [{"name": "activity", "type": 3, "value": "row"}, {"name": "time", "type": 3, "value": "30min"}]}]}`, "/log row 30min"},
		{`{"name": "log", "options": [{"name": "text", "type": 1, "options": [{"name": "line", "type": 3, "value": "squat 5x5 100kg; bench 3x8"}]}]}`, "/log squat 5x5 100kg; bench 3x8"},
		{`{"name": "log", "options": [{"name": "text", "type": 1, "options": []}]}`, "/log"},
		{`{"name": "log", "options": [{"name": "undo", "type": 1}]}`, "/undo"},
		{`{"name": "checkin"}`, "/checkin"},
		{`{"name": "checkin", "options": [{"name": "fatigue", "type": 4, "value": 4}, {"name": "sleep", "type": 4, "value": 3}, {"name": "soreness", "type": 4, "value": 4}, {"name": "stress", "type": 4, "value": 4}, {"name": "mood", "type": 4, "value": 5}, {"name": "hours", "type": 10, "value": 7.5}, {"name": "pain", "type": 3, "value": "None"}]}`,
			"/checkin 4 3 4 4 5 sleep 7.5h no pain"},
		{`{"name": "checkin", "options": [{"name": "sleep", "type": 4, "value": 3}, {"name": "pain", "type": 3, "value": "left knee"}]}`, "/checkin sleep 3/5 pain left knee"},
		{`{"name": "plan", "options": [{"name": "lifts", "type": 4, "value": 1}, {"name": "runs", "type": 4, "value": 3}, {"name": "wishes", "type": 3, "value": "key run tue"}]}`, "/plan 1 lift 3 runs key run tue"},
		{`{"name": "history", "options": [{"name": "exercise", "type": 3, "value": "squat"}]}`, "/history squat"},
		{`{"name": "settings", "options": [{"name": "show", "type": 1}]}`, "/settings"},
		{`{"name": "settings", "options": [{"name": "goal", "type": 1, "options": [{"name": "goal", "type": 3, "value": "fat_loss"}]}]}`, "/goal fat_loss"},
		{`{"name": "settings", "options": [{"name": "timezone", "type": 1, "options": [{"name": "city", "type": 3, "value": "Europe/Berlin"}]}]}`, "/timezone Europe/Berlin"},
		{`{"name": "settings", "options": [{"name": "pause", "type": 1, "options": [{"name": "until", "type": 3, "value": "2026-12-24"}, {"name": "reason", "type": 3, "value": "holiday"}]}]}`, "/pause until 2026-12-24 holiday"},
		{`{"name": "settings", "options": [{"name": "pause", "type": 1, "options": [{"name": "until", "type": 3, "value": "3d"}]}]}`, "/pause 3d"},
		{`{"name": "data", "options": [{"name": "erase", "type": 1}]}`, "/data erase"},
		{`{"name": "Log this", "type": 3, "target_id": "9", "resolved": {"messages": {"9": {"content": "did 5x5 squats at 100 then ran 20min easy"}}}}`, "/log "},
		{`{"name": "gone", "options": [{"name": "old", "type": 1}]}`, "/gone old"},
	} {
		got := lineOf(given(t, tt.raw))
		if tt.want == "/log " { // in whatever words the line is put
			if _, err := training.Parse(strings.TrimPrefix(got, "/log "), training.Context{}); err != nil {
				t.Errorf("%q: %v", got, err)
			}
			continue
		}
		if got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
		if line, ok := strings.CutPrefix(got, "/log "); ok {
			if _, err := training.Parse(line, training.Context{}); err != nil {
				t.Errorf("%q: %v", got, err)
			}
		}
		if line, ok := strings.CutPrefix(got, "/checkin "); ok {
			if _, err := recovery.Parse(line); err != nil {
				t.Errorf("%q: %v", got, err)
			}
		}
	}
}

// TestDefinitions_AreWhatDiscordTakes: by its own description, the rules that it
// does not say, and the limit of 8,000 letters a command.
func TestDefinitions_AreWhatDiscordTakes(t *testing.T) {
	discordfake.NeedSpec(t)
	list, _, err := wantedCommands()
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range discordfake.Check("PUT", "/applications/1/commands", list) {
		t.Error(wrong)
	}
	names := map[string]bool{}
	for _, c := range definitions() {
		names[c.Name] = true
		if (*c.Contexts)[1] != 1 || len(*c.IntegrationTypes) != 2 {
			t.Errorf("%s is not for direct messages, or not for users", c.Name)
		}
	}
	for _, want := range strings.Fields("ask log checkin today week history plan settings data why help") {
		if !names[want] {
			t.Errorf("no /%s", want)
		}
	}
	if !names[logThis] {
		t.Error("no command on messages")
	}
}

// TestPage_NamesEveryCommand: the page that tells how to connect is complete.
func TestPage_NamesEveryCommand(t *testing.T) {
	page, err := os.ReadFile("../../docs/discord.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range spokens() {
		if !strings.Contains(string(page), "`/"+s.path[0]) {
			t.Errorf("docs/discord.md does not name /%s", s.path[0])
		}
	}
}

// TestCanonical: what Discord adds to a command, or leaves out of it, is no
// difference; what it says otherwise is.
func TestCanonical(t *testing.T) {
	ours := `{"name": "log", "type": 1, "description": "Log", "options": [{"type": 4, "name": "sets", "description": "Sets", "required": false, "min_value": 1, "max_value": 50}]}`
	same := `{"id": "5", "version": "6", "name": "log", "type": 1, "description": "Log", "nsfw": false, "default_member_permissions": null, "options": [{"type": 4, "name": "sets", "description": "Sets", "min_value": 1.0, "max_value": 50, "name_localizations": null}]}`
	other := strings.Replace(same, `"max_value": 50`, `"max_value": 60`, 1)
	if canonical([]byte(ours)) != canonical([]byte(same)) {
		t.Errorf("differ:\n%s\n%s", canonical([]byte(ours)), canonical([]byte(same)))
	}
	if canonical([]byte(ours)) == canonical([]byte(other)) {
		t.Error("a difference is not seen")
	}
}

func TestApplicationID(t *testing.T) {
	for token, want := range map[string]string{discordfake.Token: discordfake.Application, "MTIz.x.y": "123", "MTIz=.x.y": "123", "nonsense": "", "YWJj.x.y": "", "": ""} {
		if got, ok := ApplicationID(token); got != want && ok {
			t.Errorf("%q: %q, want %q", token, got, want)
		}
	}
}
