package app_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"

	"tandem/adapters/discord/discordfake"
)

// TestLog_OfTheProgram_JoinsAMessage: the running program's own standard error
// tells a message's acceptance and the sending of its reply under one id.
func TestLog_OfTheProgram_JoinsAMessage(t *testing.T) {
	f := discordfake.New(t)
	p := launch(t, discordSettings(f, filepath.Join(t.TempDir(), "tandem.db"))+"[log]\nlevel = \"debug\"\nformat = \"json\"\n")
	f.Connected(1)
	mark := f.Mark()
	f.Say("41", discordfake.Where{Channel: f.DM("41")}, "is running after lifting zinnober?")
	f.Shown(mark)
	mark = f.Mark()
	f.Say("41", discordfake.Where{Channel: f.DM("41")}, "/help") // what it logs of the first is written by then
	f.Shown(mark)
	p.kill()
	joined := map[string][]string{}
	for line := range bytes.Lines(p.log.Bytes()) {
		var one struct{ Msg, Message string }
		if err := json.Unmarshal(line, &one); err != nil {
			t.Fatalf("not one event a line: %s", line)
		}
		if one.Message != "" {
			joined[one.Message] = append(joined[one.Message], one.Msg)
		}
	}
	whole := 0
	for _, lines := range joined {
		if slices.Contains(lines, "message accepted") && slices.Contains(lines, "reply sent") && slices.Contains(lines, "message answered") {
			whole++
		}
	}
	if whole == 0 {
		t.Errorf("no message is told from acceptance to reply: %v", joined)
	}
	if bytes.Contains(p.log.Bytes(), []byte("zinnober")) || bytes.Contains(p.log.Bytes(), []byte(discordfake.Token)) {
		t.Errorf("the log holds what was said, or the token:\n%s", p.log.Bytes())
	}
}
