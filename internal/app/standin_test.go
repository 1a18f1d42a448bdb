package app_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"tandem/adapters/discord/discordfake"
	"tandem/adapters/slack/slackfake"
)

// slackSettings are those of a coach that is connected to a stand-in for Slack
// over Socket Mode, with its database at a path. The stand-in must live by
// [slackfake.LiveClock]: the program has no other.
func slackSettings(f *slackfake.Server, db string) string {
	return fmt.Sprintf("[store]\npath = %q\n[ops]\nlisten = \"off\"\n[slack]\nbot_token = %q\napp_token = %q\napi_url = %q\n",
		db, slackfake.BotToken, slackfake.AppToken, f.API())
}

// discordSettings are those of a coach that is connected to a stand-in for
// Discord.
func discordSettings(f *discordfake.Server, db string) string {
	return fmt.Sprintf("[store]\npath = %q\n[ops]\nlisten = \"off\"\n[discord]\ntoken = %q\napplication_id = %q\napi_url = %q\n",
		db, discordfake.Token, discordfake.Application, f.URL())
}

// live is the program at work for a platform.
type live struct {
	cmd *exec.Cmd
	log bytes.Buffer
}

// launch starts `tandem run` with settings. It is killed when the test ends;
// what it logged is shown where the test failed.
func launch(t *testing.T, settings string) *live {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "config.toml")
	if err := os.WriteFile(path, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	p := &live{cmd: exec.Command("tandem", "run", "--config", path)}
	p.cmd.Env = append(os.Environ(), "HOME="+folder, "TZ=UTC")
	p.cmd.Stdout, p.cmd.Stderr = &p.log, &p.log
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		p.kill()
		if t.Failed() {
			t.Logf("the program logged:\n%s", p.log.String())
		}
	})
	return p
}

// kill ends the program as a power cut would.
func (p *live) kill() {
	if p.cmd.ProcessState == nil {
		_ = p.cmd.Process.Kill() // it may have ended by itself
		_ = p.cmd.Wait()         // it was killed: the error says only that
	}
}
