package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzLoad: a configuration is read or refused, and no error shows what stands
// behind a key, since that can be a token.
func FuzzLoad(f *testing.F) {
	if example, err := os.ReadFile("../../config.example.toml"); err == nil {
		f.Add(string(example))
	}
	for _, s := range []string{"[slack]\nbot_token = \"xoxb-hunter2\"\n", "[slack]\nbot_token = xoxb-hunter2\n", "[slack]\nbot_tokn = \"hunter2\"\n", "[discord]\ntoken = 'hunter2\n", "[discord]\ntoken = [\"hunter2\"]\n",
		"[store]\nurl = \"hunter2\"\n", "[discord]\nshard_ids = [-1, 9999999999999999999999]\n", "[[team]]\nzone = \"hunter2\"\n", "[log]\n[log]\n", "a.b.c = 1\n", "", "\x00", "\xef\xbb\xbf[log]\n", "[slack]\ntoken_key = \"hunter2\"\n"} {
		f.Add(s)
	}
	path := filepath.Join(f.TempDir(), "config.toml")
	f.Fuzz(func(t *testing.T, text string) {
		// Keys may be shown, and a fuzzer makes keys of anything.
		keys := false
		for line := range strings.Lines(text) {
			key, _, _ := strings.Cut(line, "=")
			keys = keys || strings.Contains(key, "hunter2")
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(path, func(string) string { return "" }); err != nil && !keys && !strings.Contains(text, "_file") && strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%q: %v", text, err)
		}
	})
}
