package app_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tandem/adapters/discord/discordfake"
	"tandem/adapters/slack/slackfake"
)

// TestDoctor_AsksThePlatforms: what a new admin runs after the tokens are in
// place names what is missing on the platforms' own pages, and where to mend it.
func TestDoctor_AsksThePlatforms(t *testing.T) {
	t.Parallel()
	s, d := slackfake.New(t, slackfake.LiveClock(), nil), discordfake.New(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "config.toml")
	db := filepath.Join(folder, "tandem.db")
	discordPart := discordSettings(d, db)
	settings := slackSettings(s, db) + discordPart[strings.Index(discordPart, "[discord]"):]
	if err := os.WriteFile(path, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	doctor := func() (string, int) {
		t.Helper()
		cmd := exec.Command("tandem", "doctor", "--config", path)
		cmd.Env = append(os.Environ(), "HOME="+folder, "TZ=UTC")
		out, err := cmd.Output()
		if cmd.ProcessState == nil {
			t.Fatal(err)
		}
		return string(out), cmd.ProcessState.ExitCode()
	}
	said, code := doctor()
	if code != 0 || !strings.Contains(said, "Socket Mode answers") || !strings.Contains(said, "none of them privileged") {
		t.Errorf("all is well, and doctor ends with %d:\n%s", code, said)
	}
	for _, tt := range []struct {
		name  string
		wrong func()
		want  []string
	}{
		{"a scope is missing", func() { s.Grant("im:write", false) }, []string{"im:write is missing", "OAuth & Permissions"}},
		{"Socket Mode is off", func() {
			s.Grant("im:write", true)
			s.Break("apps.connections.open", slackfake.Fault{Code: "feature_not_enabled"})
		}, []string{"switch Socket Mode on"}},
		{"the bot token is revoked", func() { s.Break("auth.test", slackfake.Fault{Code: "token_revoked"}) }, []string{"token_revoked", "install the app to the workspace again"}},
		{"interactions go elsewhere", func() { d.Portal("https://example.org/", "0", "1") }, []string{"clear Interactions Endpoint URL"}},
	} {
		tt.wrong()
		said, code := doctor()
		for _, want := range tt.want {
			if !strings.Contains(said, want) {
				t.Errorf("%s: no %q in\n%s", tt.name, want, said)
			}
		}
		if code != 1 {
			t.Errorf("%s: doctor ends with %d", tt.name, code)
		}
	}
}
