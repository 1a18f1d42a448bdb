package discord_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"tandem/adapters/discord"
	"tandem/adapters/discord/discordfake"
)

// TestRegister_OnlyByDifference: Discord allows 200 creations a day.
func TestRegister_OnlyByDifference(t *testing.T) {
	r := start(t)
	counts := func() (gets, puts int) {
		return len(r.Requests("GET /applications/" + discordfake.Application)), len(r.Requests("PUT /applications/"))
	}
	again := func(n int) {
		r.stop()
		if err := r.end(); err != nil {
			t.Fatal(err)
		}
		r.connect()
		r.Connected(n)
	}
	if gets, puts := counts(); gets != 1 || puts != 1 {
		t.Errorf("first start: %d reads, %d writes", gets, puts)
	}
	again(2)
	if gets, puts := counts(); gets != 1 || puts != 1 {
		t.Errorf("known hash: %d reads, %d writes; want none more", gets, puts)
	}
	if err := r.store.SetCommandsHash(t.Context(), discordfake.Application, "of an older version", time.Now()); err != nil {
		t.Fatal(err)
	}
	again(3)
	if gets, puts := counts(); gets != 2 || puts != 1 {
		t.Errorf("another hash, the same commands: %d reads, %d writes; want no write", gets, puts)
	}
}

// TestRegister_OutageAtTheStart: the coach talks, and registers when it can. A
// token that is refused ends the run instead.
func TestRegister_OutageAtTheStart(t *testing.T) {
	r := &rig{Server: discordfake.New(t), t: t, store: newStore(t)}
	for range 3 {
		r.Break(discordfake.Fault{Match: "GET /applications/", Status: 503, Body: "upstream"})
	}
	r.connect()
	r.Connected(1)
	if got := dm(r, "41").Say(t, "/help"); len(got) != 1 {
		t.Errorf("%d answers, want 1", len(got))
	}
	r.Registered()

	wrong := &rig{Server: discordfake.New(t), t: t, store: newStore(t)}
	wrong.connect(func(o *discord.Options) { o.Token = "MTIz.wrong.token" })
	if err := wrong.end(); err == nil || !strings.Contains(err.Error(), "reset it") {
		t.Errorf("a wrong token ended Run with %v", err)
	}
}

// TestDoctor looks at what can be wrong and names the fix.
func TestDoctor(t *testing.T) {
	f := discordfake.New(t)
	find := func(o discord.Options, name string) discord.Finding {
		t.Helper()
		for _, c := range discord.Doctor(t.Context(), o) {
			if c.Name == name {
				return c
			}
		}
		t.Errorf("%s was not looked at", name)
		return discord.Finding{}
	}
	good := options(f, nil)
	for _, name := range []string{"discord token", "discord application", "discord gateway", "discord commands"} {
		if c := find(good, name); !c.OK {
			t.Errorf("%s: %+v", name, c)
		}
	}
	if c := find(good, "discord token"); time.Since(c.Clock).Abs() > time.Hour {
		t.Errorf("Discord's clock: %v", c.Clock)
	}
	if c := find(good, "discord commands"); !strings.Contains(c.Detail, "ask") {
		t.Errorf("commands that are missing: %q", c.Detail)
	}
	wrong := good
	wrong.Token = "MTIz.wrong.token"
	if c := find(wrong, "discord token"); c.OK || !strings.Contains(c.Fix, "reset it") {
		t.Errorf("wrong token: %+v", c)
	}
	other := good
	other.ApplicationID = "5"
	if c := find(other, "discord application"); c.OK || !strings.Contains(c.Fix, discordfake.Application) {
		t.Errorf("wrong application: %+v", c)
	}
	for _, tt := range []struct {
		endpoint string
		installs []string
		fix      string
	}{
		{"https://example.org/interactions", []string{"0", "1"}, "clear Interactions Endpoint URL"},
		{"", []string{"0"}, "tick User Install"},
		{"", []string{"1"}, "tick Guild Install"},
	} {
		f.Portal(tt.endpoint, tt.installs...)
		if c := find(good, "discord application"); c.OK || !strings.Contains(c.Fix, tt.fix) {
			t.Errorf("%+v, want %q", c, tt.fix)
		}
	}
	f.Portal("", "0", "1")
	f.StartsLeft(10)
	if c := find(good, "discord gateway"); c.OK || !strings.Contains(c.Fix, "loop") {
		t.Errorf("few starts: %+v", c)
	}
	if n := len(f.Requests("PUT")) + len(f.Requests("POST")); n != 0 {
		t.Errorf("doctor changed something: %d requests", n)
	}
	for _, token := range []string{"a-client-secret", "Bot " + discordfake.Token, discordfake.Token + "\n"} {
		wrong.Token = token
		if c := find(wrong, "discord"); c.OK || !strings.Contains(c.Detail, "discord.token is not a bot's token") {
			t.Errorf("%q: %+v", token, c)
		}
	}
	if c := find(discord.Options{Now: time.Now}, "discord"); c.OK || !strings.Contains(c.Detail, "discord.token") {
		t.Errorf("no token: %+v", c)
	}
}

// TestManifest_HoldsLinksAndCommands.
func TestManifest_HoldsLinksAndCommands(t *testing.T) {
	for name, o := range map[string]discord.Options{"APPLICATION_ID": {}, "77": {ApplicationID: "77"}, discordfake.Application: {Token: discordfake.Token}} {
		text, err := discord.Manifest(o)
		if err != nil {
			t.Fatal(err)
		}
		var m struct {
			Install  map[string]string
			Intents  int
			Commands []struct{ Name string }
		}
		if err := json.Unmarshal([]byte(text), &m); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(m.Install["server"], "client_id="+name) || !strings.Contains(m.Install["user"], "integration_type=1") || m.Intents != 4609 || len(m.Commands) < 11 {
			t.Errorf("%s: %+v", name, m)
		}
		if strings.Contains(text, discordfake.Token) {
			t.Error("the token is printed")
		}
	}
}
