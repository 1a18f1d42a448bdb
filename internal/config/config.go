// Package config reads config.toml into a [Config]: strictly, with the place of
// every mistake.
//
// An unknown key, a wrong type or an impossible value is an error that names
// file, line and what is allowed; it never prints the line, since a token could
// stand there. Every secret can come from the file itself, from a file it names
// (key_file) or from the environment, and prints as "[secret]" wherever it goes.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"
)

// Config is every setting of an installation. [Default] has the defaults.
type Config struct {
	Store     Store     `toml:"store"`
	Log       Log       `toml:"log"`
	Ops       Ops       `toml:"ops"`
	Knowledge Knowledge `toml:"knowledge"`
	Privacy   Privacy   `toml:"privacy"`
	Reminders Reminders `toml:"reminders"`
	Slack     Slack     `toml:"slack"`
	Discord   Discord   `toml:"discord"`
	Teams     []Team    `toml:"team"`

	File string `toml:"-"` // where it was read from; "" = defaults only
}

// Store is where everything is kept.
type Store struct {
	Path string `toml:"path"` // SQLite file
	URL  Secret `toml:"url"`  // postgres://… instead of a file; holds a password
}

// Log is what is written to standard error.
type Log struct {
	Level  string `toml:"level"`
	Format string `toml:"format"`
}

// Ops is the port for health and metrics.
type Ops struct {
	Listen string `toml:"listen"`
}

// Knowledge is a community's own answers and crisis contacts.
type Knowledge struct {
	Folder         string `toml:"folder"`
	CrisisContacts string `toml:"crisis_contacts"`
}

// Privacy is how long things are kept.
type Privacy struct {
	KeepDays int `toml:"keep_days"`
	GoneDays int `toml:"gone_days"` // after the coach was removed from a workspace
}

// Reminders is how unasked messages are paced.
type Reminders struct {
	PerSecond float64 `toml:"per_second"`
}

// Slack connects a Slack app; it is on when a bot token is there.
type Slack struct {
	Mode           string `toml:"mode"`
	BotToken       Secret `toml:"bot_token"`
	AppToken       Secret `toml:"app_token"`
	SigningSecret  Secret `toml:"signing_secret"`
	ClientID       string `toml:"client_id"`
	ClientSecret   Secret `toml:"client_secret"`
	TokenKey       Secret `toml:"token_key"`
	Listen         string `toml:"listen"`
	PublicURL      string `toml:"public_url"`
	Command        string `toml:"command"`
	LogCommand     string `toml:"log_command"`
	CheckInCommand string `toml:"checkin_command"`
	APIURL         string `toml:"api_url"` // a stand-in on this machine; "" = Slack

	BotTokenFile      string `toml:"bot_token_file"`
	AppTokenFile      string `toml:"app_token_file"`
	SigningSecretFile string `toml:"signing_secret_file"`
	ClientSecretFile  string `toml:"client_secret_file"`
	TokenKeyFile      string `toml:"token_key_file"`
}

// On reports whether Slack is configured.
func (s Slack) On() bool { return s.BotToken != "" || s.ClientID != "" }

// Team is a workspace with a weekly digest of counts for those who opt in.
type Team struct {
	Platform  string `toml:"platform"`
	Workspace string `toml:"workspace"`
	Channel   string `toml:"channel"`
	Zone      string `toml:"zone"`
}

// Discord connects a Discord app; it is on when a token is there.
type Discord struct {
	Token         Secret `toml:"token"`
	TokenFile     string `toml:"token_file"`
	ApplicationID string `toml:"application_id"`
	ShardCount    int    `toml:"shard_count"`
	ShardIDs      []int  `toml:"shard_ids"`
	APIURL        string `toml:"api_url"` // a stand-in on this machine; "" = Discord
}

// On reports whether Discord is configured.
func (d Discord) On() bool { return d.Token != "" }

// Default is the configuration without a file: a chat in the terminal.
func Default() Config {
	return Config{
		Log:       Log{Level: "info", Format: "text"},
		Ops:       Ops{Listen: "127.0.0.1:8787"},
		Privacy:   Privacy{KeepDays: 0, GoneDays: 30},
		Reminders: Reminders{PerSecond: 20},
		Slack:     Slack{Mode: "socket", Listen: "127.0.0.1:8788", Command: "/coach", LogCommand: "/log", CheckInCommand: "/checkin"},
		Discord:   Discord{ShardCount: 1},
	}
}

// ErrUnread: the file is not there, is no file, or may not be read.
var ErrUnread = errors.New("read configuration")

// Load reads a file over the defaults, then the environment over both. An empty
// path reads config.toml in the working directory if there is one.
func Load(path string, getenv func(string) string) (Config, error) {
	c := Default()
	asked := path != ""
	if !asked {
		path = "config.toml"
	}
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && !asked:
	case err != nil:
		return c, fmt.Errorf("%w: %w", ErrUnread, err)
	default:
		c.File = path
		data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) // some editors begin a file with it
		if err := decode(path, data, &c); err != nil {
			return c, err
		}
	}
	if err := c.fillSecrets(getenv); err != nil {
		return c, err
	}
	if c.Store.Path == "" {
		c.Store.Path = defaultPath(getenv)
	}
	return c, c.check(path, data)
}

// decode is strict, and prints place and key only: the line may hold a token.
func decode(path string, data []byte, c *Config) error {
	dec := toml.NewDecoder(strings.NewReader(string(data))).DisallowUnknownFields()
	err := dec.Decode(c)
	var strict *toml.StrictMissingError
	var bad *toml.DecodeError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &strict) && len(strict.Errors) > 0:
		first := strict.Errors[0]
		row, col := first.Position()
		return fmt.Errorf("%s:%d:%d: there is no setting %q; config.example.toml lists them all", path, row, col, strings.Join(first.Key(), "."))
	case errors.As(err, &bad):
		row, col := bad.Position()
		return fmt.Errorf("%s:%d:%d: %s", path, row, col, place(bad))
	}
	return fmt.Errorf("%s: not readable as TOML", path)
}

// place is what a decode error may say: the key and the kind of mistake, never
// the value.
func place(e *toml.DecodeError) string {
	message := strings.TrimPrefix(e.Error(), "toml: ")
	if i := strings.IndexAny(message, "\"'`"); i >= 0 && len(e.Key()) == 0 {
		message = "not valid TOML here"
	}
	if key := strings.Join(e.Key(), "."); key != "" && strings.Contains(message, "already") || strings.Contains(message, "redefine") {
		return fmt.Sprintf("%s stands here a second time", key)
	} else if key != "" {
		return fmt.Sprintf("%s has the wrong type; config.example.toml shows what is allowed", key)
	}
	return message
}

func defaultPath(getenv func(string) string) string {
	if dir := getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "tandem", "tandem.db")
	}
	if dir := getenv("LOCALAPPDATA"); dir != "" {
		return filepath.Join(dir, "tandem", "tandem.db")
	}
	if home := getenv("HOME"); home != "" {
		return filepath.Join(home, ".local", "share", "tandem", "tandem.db")
	}
	return "tandem.db"
}

// Drain is how long a stopping process may finish its work.
const Drain = 10 * time.Second
