package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tandem/internal/config"
)

func none(string) string { return "" }

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestExampleShowsTheDefaults(t *testing.T) {
	got, err := config.Load(filepath.Join("..", "..", "config.example.toml"), none)
	if err != nil {
		t.Fatal(err)
	}
	want := config.Default()
	want.File, want.Store.Path = got.File, got.Store.Path
	want.Discord.ShardIDs = []int{}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLoad_RefusesWithPlaceAndWhatIsAllowed(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"unknown key", "[slack]\nbot_tokn = \"xoxb-secret\"\n", `:2:1: there is no setting "slack.bot_tokn"`},
		{"unknown section", "[slak]\nmode = \"socket\"\n", `:1:2: there is no setting "slak"`},
		{"wrong type", "[discord]\nshard_count = \"two\"\n", ":2:15: discord.shard_count has the wrong type"},
		{"impossible value", "[log]\n\nlevel = \"loud\"\n", ":3: log.level must be debug, info, warn or error"},
		{"not TOML", "[slack\n", ":1:7: "},
		{"bad shard", "[discord]\nshard_count = 2\nshard_ids = [0, 2]\n", ":3: discord.shard_ids must be"},
		{"a stand-in that is not here", "[slack]\napi_url = \"http://10.0.0.1/api/\"\n", ":2: slack.api_url must be an address of this machine"},
		{"a stand-in by name", "[discord]\napi_url = \"http://127.0.0.1.example.com\"\n", ":2: discord.api_url must be an address of this machine"},
		{"a stand-in with a name before it", "[discord]\napi_url = \"http://127.0.0.1@example.com\"\n", ":2: discord.api_url must be an address of this machine"},
		{"token of the wrong kind", "[slack]\nbot_token = \"xoxp-hunter2\"\n", ":2: slack.bot_token must be a token that begins with xoxb-"},
		{"socket mode without its token", "[slack]\nbot_token = \"xoxb-hunter2\"\n", "slack.app_token is missing"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := config.Load(write(t, tt.text), none)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("error %v, want %q in it", err, tt.want)
			}
			if strings.Contains(err.Error(), "hunter2") || strings.Contains(err.Error(), "xoxb-secret") {
				t.Errorf("the error shows a secret: %v", err)
			}
		})
	}
}

func TestSecrets_ComeFromEnvironmentOrFileAndNeverPrint(t *testing.T) {
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte("discord-hunter2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	env := func(name string) string {
		return map[string]string{"TANDEM_SLACK_BOT_TOKEN": "xoxb-hunter2", "TANDEM_SLACK_APP_TOKEN": "xapp-hunter2"}[name]
	}
	c, err := config.Load(write(t, "[discord]\ntoken_file = \""+filepath.ToSlash(file)+"\"\n"), env)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Slack.BotToken.Reveal() + " " + c.Discord.Token.Reveal(); got != "xoxb-hunter2 discord-hunter2" {
		t.Errorf("secrets are %q", got)
	}
	for _, printed := range []string{c.Slack.BotToken.String(), c.Discord.Token.GoString()} {
		if strings.Contains(printed, "hunter2") {
			t.Errorf("printed %q", printed)
		}
	}
}

func TestLoad_AskedForFileMustExist(t *testing.T) {
	if _, err := config.Load(filepath.Join(t.TempDir(), "none.toml"), none); err == nil {
		t.Error("no error for a file that is not there")
	}
}
