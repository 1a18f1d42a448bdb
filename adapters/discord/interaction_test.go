package discord_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"tandem/adapters/discord"
	"tandem/adapters/discord/discordfake"
)

// pressID presses what has the custom id, on a message.
func (m mouth) pressID(id, on string) *discordfake.Exchange {
	return m.Interact(m.person, m.at, 3, map[string]any{"custom_id": id, "component_type": 2}, on)
}

// sendIn sends a form in, with values by field.
func (m mouth) sendIn(form discordfake.Exchange, on string, values map[string]string) *discordfake.Exchange {
	var opened struct {
		CustomID   string                  `json:"custom_id"`
		Components []discordfake.Component `json:"components"`
	}
	if err := json.Unmarshal(form.Data, &opened); err != nil {
		m.t.Fatal(err)
	}
	var rows []any
	for _, row := range opened.Components {
		for _, c := range row.Components {
			rows = append(rows, map[string]any{"type": 1, "components": []any{map[string]any{"type": 4, "custom_id": c.CustomID, "value": values[c.CustomID]}}})
		}
	}
	return m.Interact(m.person, m.at, 5, map[string]any{"custom_id": opened.CustomID, "components": rows}, on)
}

// setUp answers the first talk.
func setUp(t *testing.T, m mouth) {
	t.Helper()
	m.Say(t, "/start")
	for _, label := range []string{"Yes, keep it", "Strength", "A while"} {
		m.Press(t, label)
	}
	dm(m.rig, m.person).Say(t, "Berlin")
	m.Press(t, "No check-ins")
}

func texts(m mouth, mark int) string {
	var all []string
	for _, h := range m.got(mark) {
		all = append(all, h.Text)
	}
	return strings.Join(all, "\n")
}

// TestEphemeral: in a server every answer is for the person alone; where nobody
// reads along it stays in the conversation.
func TestEphemeral(t *testing.T) {
	r := start(t)
	for _, tt := range []struct {
		at   mouth
		only string
	}{{inServer(r, "41"), "41"}, {dm(r, "41"), ""}} {
		mark := r.Mark()
		x := r.Interact("41", tt.at.at, 2, native("help"), "")
		r.stored()
		got := r.Since(mark, "41")
		if len(got) != 1 || got[0].Only != tt.only || x.Answer != 5 {
			t.Errorf("answer %d, shown %+v, want only for %q", x.Answer, got, tt.only)
		}
		if others := inServer(r, "42").got(mark); tt.only != "" && len(others) > 0 {
			t.Errorf("others read %v", others)
		}
	}
}

// TestShare_IsForAll and only that.
func TestShare_IsForAll(t *testing.T) {
	r := start(t)
	ana := inServer(r, "41")
	setUp(t, ana)
	ana.Say(t, "/log run 8km 45:00 rpe 6 note felt heavy")
	ana.Say(t, "/history")
	mark := r.Mark()
	ana.Press(t, "Share")
	got := texts(inServer(r, "42"), mark)
	if !strings.Contains(got, "8 km") || strings.Contains(got, "heavy") {
		t.Errorf("the others read %q, want the session without its note", got)
	}
}

// TestOthersButton_IsRefused: pressing a button of somebody else's message that
// all see would put one's own log in its place.
func TestOthersButton_IsRefused(t *testing.T) {
	r := start(t)
	ana, ben := inServer(r, "41"), inServer(r, "42")
	x := r.Interact("41", ana.at, 2, native("help"), "")
	r.stored()
	shown := r.Original(x)
	r.MakePublic(shown)
	mark := r.Mark()
	y := ben.pressID("b1 today", shown)
	if r.Answered(y) != 4 || !y.Ephemeral || !strings.Contains(texts(ben, mark), "somebody else's") {
		t.Errorf("answer %d, ephemeral %v: %q", y.Answer, y.Ephemeral, texts(ben, mark))
	}
	if n := r.router.Waiting(); n != 0 {
		t.Errorf("%d messages stored", n)
	}
}

// TestStaleThings_SayWhatToDoNow
func TestStaleThings_SayWhatToDoNow(t *testing.T) {
	r := start(t)
	ana := dm(r, "41")
	for _, tt := range []struct {
		name  string
		press func() *discordfake.Exchange
		want  string
	}{
		{"a button of an older version", func() *discordfake.Exchange { return ana.pressID("snooze:17", "") }, "/help"},
		{"a form that is no longer kept", func() *discordfake.Exchange { return ana.pressID("f 0011223344", "") }, "/checkin"},
		{"a form sent in that is no longer kept", func() *discordfake.Exchange {
			return ana.Interact("41", ana.at, 5, map[string]any{"custom_id": "f 99", "components": []any{}}, "")
		}, "open it again"},
	} {
		mark := r.Mark()
		x := tt.press()
		if r.Answered(x) != 4 || !strings.Contains(texts(ana, mark), tt.want) {
			t.Errorf("%s: answer %d, %q, want %q", tt.name, x.Answer, texts(ana, mark), tt.want)
		}
	}
}

// TestCheckIn_FiveRowsOfFive, edited in place while it is answered, with a form
// for the rest.
func TestCheckIn_FiveRowsOfFive(t *testing.T) {
	r := start(t)
	ana := dm(r, "41")
	setUp(t, ana)
	ana.Say(t, "checkin")
	shown, _, ok := r.Find("41", "Fatigue 4")
	if !ok {
		t.Fatal("no check-in")
	}
	if rows := shown.Payload.Components; len(rows) != 5 || len(rows[0].Components) != 5 || len(rows[4].Components) != 5 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, label := range []string{"Fatigue 4", "Sleep 3", "Soreness 4", "Stress 4"} {
		ana.Press(t, label)
		now, button, _ := r.Find("41", label)
		if now.ID != shown.ID || button.Style != 1 {
			t.Errorf("%s: message %s, style %d; want %s in place, and marked", label, now.ID, button.Style, shown.ID)
		}
	}
	more, form, ok := r.Find("41", "Sleep, pain, note")
	if !ok {
		t.Fatal("no form")
	}
	x := ana.pressID(form.CustomID, more.ID)
	if r.Answered(x) != 9 {
		t.Fatalf("answer %d, want the form at once", x.Answer)
	}
	mark := r.Mark()
	ana.sendIn(*x, more.ID, map[string]string{"sleep": "7.5", "note": "long day"})
	r.stored()
	if got := texts(ana, mark); !strings.Contains(got, "7.5") && !strings.Contains(got, "7 h 30") {
		t.Errorf("after the form: %q", got)
	}
	mark = r.Mark()
	ana.Press(t, "Mood 5")
	if got := texts(ana, mark); !strings.Contains(got, "total 20") {
		t.Errorf("after the last: %q", got)
	}
}

// TestLogWithoutWords_OpensAForm, in one field: Discord's forms have five.
func TestLogWithoutWords_OpensAForm(t *testing.T) {
	r := start(t)
	ana := dm(r, "41")
	setUp(t, ana)
	sub := map[string]any{"name": "text", "type": 1, "options": []any{}}
	x := r.Interact("41", ana.at, 2, native("log", sub), "")
	if r.Answered(x) != 9 {
		t.Fatalf("answer %d, want a form", x.Answer)
	}
	mark := r.Mark()
	ana.sendIn(*x, "", map[string]string{"line": "run 8km 45:00 rpe 6"})
	r.stored()
	if got := texts(ana, mark); !strings.Contains(got, "8 km") || !strings.Contains(got, "Logged") {
		t.Errorf("got %q", got)
	}
	ana.Press(t, "Edit")
	more, form, ok := r.Find("41", "Correct this log")
	if !ok {
		t.Fatal("no form to correct it")
	}
	x = ana.pressID(form.CustomID, more.ID)
	r.Answered(x)
	mark = r.Mark()
	ana.sendIn(*x, more.ID, map[string]string{"line": "run 9km 45:00 rpe 6"})
	r.stored()
	if got := texts(ana, mark); !strings.Contains(got, "9 km") {
		t.Errorf("corrected: %q", got)
	}
}

// TestReplayedInteraction_IsTakenOnce: a resume may bring it again, which says
// nothing of a second process.
func TestReplayedInteraction_IsTakenOnce(t *testing.T) {
	r := start(t)
	ana := inServer(r, "41")
	for range 4 {
		x := r.Interact("41", ana.at, 2, native("help"), "")
		r.Emit("INTERACTION_CREATE", map[string]any{"id": x.ID, "token": x.Token, "type": 2, "application_id": discordfake.Application, "channel_id": "701", "guild_id": "700",
			"member": map[string]any{"user": map[string]any{"id": "41"}}, "data": native("help")})
		r.stored()
	}
	if got := dm(r, "42").Say(t, "/help"); len(got) != 1 {
		t.Errorf("%d answers to another, want 1", len(got))
	}
	if n := len(r.Requests("POST /interactions/")); n != 4 {
		t.Errorf("%d acknowledgements of 4 interactions", n)
	}
}

// TestLate_IsAnsweredByDirectMessage: Discord has given the interaction up.
func TestLate_IsAnsweredByDirectMessage(t *testing.T) {
	c := newClock()
	r := start(t, func(o *discord.Options) { o.Now, o.Wait = c.Now, c.Pass })
	r.Clock(func() time.Time { return c.Now() })
	r.Break(discordfake.Fault{Match: "POST /interactions/", Status: 404, Body: `{"code": 10062, "message": "Unknown interaction"}`})
	ana := inServer(r, "41")
	mark := r.Mark()
	r.Interact("41", ana.at, 2, native("help"), "")
	r.stored()
	got := r.Since(mark, "41")
	if len(got) != 1 || got[0].Channel != r.DM("41") || r.adapter.Late() != 1 {
		t.Errorf("shown %+v, %d late; want one direct message", got, r.adapter.Late())
	}
}

// TestNotStored_IsSaid: Discord sends an interaction once only.
func TestNotStored_IsSaid(t *testing.T) {
	r := &rig{Server: discordfake.New(t), t: t, store: newStore(t)}
	r.refuse = func() error { return errFull }
	r.connect()
	r.Connected(1)
	ana := inServer(r, "41")
	mark := r.Mark()
	x := r.Interact("41", ana.at, 2, native("help"), "")
	if r.Answered(x) != 4 || !strings.Contains(texts(ana, mark), "try again") {
		t.Errorf("answer %d: %q", x.Answer, texts(ana, mark))
	}
}

// TestAutocomplete: exercises begin with the athlete's own, zones tell their
// time. Strangers are not made athletes by it.
func TestAutocomplete(t *testing.T) {
	r := start(t)
	ana := dm(r, "41")
	setUp(t, ana)
	ana.Say(t, "/log lift squabbler 3x5 60kg @7")
	ana.Press(t, "Legs")
	for _, tt := range []struct {
		name  string
		data  map[string]any
		first string
	}{
		{"exercise", native("log", map[string]any{"name": "lift", "type": 1, "options": []any{
			map[string]any{"name": "exercise", "type": 3, "value": "squ", "focused": true}, map[string]any{"name": "sets", "type": 4, "value": "5x"}}}), "squabbler"},
		{"history", native("history", map[string]any{"name": "exercise", "type": 3, "value": "squ", "focused": true}), "squabbler"},
		{"zone", native("settings", map[string]any{"name": "timezone", "type": 1, "options": []any{
			map[string]any{"name": "city", "type": 3, "value": "new yo", "focused": true}}}), "America/New_York"},
		{"nothing to complete", native("ask", map[string]any{"name": "question", "type": 3, "value": "x", "focused": true}), ""},
	} {
		x := r.Interact("41", ana.at, 4, tt.data, "")
		if r.Answered(x) != 8 {
			t.Errorf("%s: answer %d", tt.name, x.Answer)
		}
		var got struct {
			Choices []struct{ Name, Value string }
		}
		if err := json.Unmarshal(x.Data, &got); err != nil {
			t.Fatal(err)
		}
		first := ""
		if len(got.Choices) > 0 {
			first = got.Choices[0].Value
		}
		if !strings.EqualFold(first, tt.first) || len(got.Choices) > 25 {
			t.Errorf("%s: %d choices, first %q, want %q", tt.name, len(got.Choices), first, tt.first)
		}
		if tt.name == "zone" && !strings.Contains(got.Choices[0].Name, "it is ") {
			t.Errorf("zone: %q tells no time", got.Choices[0].Name)
		}
	}
}

// TestImport_TakesAFile, in a command and in a direct message; never from
// elsewhere than Discord.
func TestImport_TakesAFile(t *testing.T) {
	csv := "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n2026-10-01 18:00:00,\"Day\",45m,\"Squat (Barbell)\",1,100,5,0,0,\"\",\"\",8\n"
	r := start(t)
	ana := dm(r, "41")
	setUp(t, ana)
	f := r.Upload("strong.csv", []byte(csv))
	mark := r.Mark()
	data := native("data", map[string]any{"name": "import", "type": 1, "options": []any{map[string]any{"name": "file", "type": 11, "value": f["id"]}}})
	data["resolved"] = map[string]any{"attachments": map[string]any{f["id"].(string): f}}
	r.Interact("41", ana.at, 2, data, "")
	r.stored()
	if got := texts(ana, mark); !strings.Contains(got, "Strong: 1 workout") {
		t.Errorf("by command: %q", got)
	}
	mark = r.Mark()
	r.Emit("MESSAGE_CREATE", map[string]any{"id": "77", "channel_id": ana.at.Channel, "type": 0, "content": "", "author": map[string]any{"id": "41"}, "attachments": []any{f}})
	r.stored()
	if got := texts(ana, mark); !strings.Contains(got, "Strong: 1 workout") {
		t.Errorf("by message: %q", got)
	}
	elsewhere := map[string]any{"id": "9", "filename": "strong.csv", "size": len(csv), "url": "https://example.org/strong.csv"}
	for name, bad := range map[string]map[string]any{"from elsewhere": elsewhere, "by a redirect": r.Moved("strong.csv", f)} {
		mark = r.Mark()
		r.Emit("MESSAGE_CREATE", map[string]any{"id": "78" + name, "channel_id": ana.at.Channel, "type": 0, "content": "", "author": map[string]any{"id": "41"}, "attachments": []any{bad}})
		r.Shown(mark)
		if got := texts(ana, mark); !strings.Contains(got, "could not take") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestSaid_WhatIsNotForTheCoach is left alone.
func TestSaid_WhatIsNotForTheCoach(t *testing.T) {
	r := start(t)
	message := func(change map[string]any) map[string]any {
		m := map[string]any{"id": "5", "channel_id": r.DM("41"), "type": 0, "content": "/help", "author": map[string]any{"id": "41"}}
		for k, v := range change {
			m[k] = v
		}
		return m
	}
	for _, change := range []map[string]any{
		{"author": map[string]any{"id": discordfake.Application, "bot": true}},
		{"author": map[string]any{"id": "43", "bot": true}},
		{"webhook_id": "3"},
		{"type": 6},
		{"guild_id": "700", "content": ""},
		{"guild_id": "700", "mentions": []any{map[string]any{"id": "42"}}},
	} {
		r.Emit("MESSAGE_CREATE", message(change))
	}
	if got := dm(r, "41").Say(t, "/help"); len(got) != 1 {
		t.Errorf("%d answers, want only that to the last message", len(got))
	}
}
