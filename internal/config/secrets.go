package config

import (
	"fmt"
	"log/slog"
	"os"
	"strings"
)

// Secret is a value that is never printed.
type Secret string

// String hides the value.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return "[secret]"
}

// GoString hides the value from %#v.
func (s Secret) GoString() string { return s.String() }

// Format hides the value from every verb: fmt asks String for some only.
func (s Secret) Format(to fmt.State, _ rune) { fmt.Fprint(to, s.String()) }

// LogValue hides the value from logs.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText hides the value from JSON and TOML.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Reveal is the value itself: only for the place that needs it.
func (s Secret) Reveal() string { return string(s) }

// fillSecrets takes each secret from the environment, else from the file that
// the configuration names, else from the configuration itself.
func (c *Config) fillSecrets(getenv func(string) string) error {
	for _, s := range []struct {
		env, key string
		file     string
		value    *Secret
	}{
		{"TANDEM_STORE_URL", "store.url", "", &c.Store.URL},
		{"TANDEM_SLACK_BOT_TOKEN", "slack.bot_token_file", c.Slack.BotTokenFile, &c.Slack.BotToken},
		{"TANDEM_SLACK_APP_TOKEN", "slack.app_token_file", c.Slack.AppTokenFile, &c.Slack.AppToken},
		{"TANDEM_SLACK_SIGNING_SECRET", "slack.signing_secret_file", c.Slack.SigningSecretFile, &c.Slack.SigningSecret},
		{"TANDEM_SLACK_CLIENT_SECRET", "slack.client_secret_file", c.Slack.ClientSecretFile, &c.Slack.ClientSecret},
		{"TANDEM_SLACK_TOKEN_KEY", "slack.token_key_file", c.Slack.TokenKeyFile, &c.Slack.TokenKey},
		{"TANDEM_DISCORD_TOKEN", "discord.token_file", c.Discord.TokenFile, &c.Discord.Token},
	} {
		if v := getenv(s.env); v != "" {
			*s.value = Secret(v)
			continue
		}
		if s.file == "" {
			continue
		}
		data, err := os.ReadFile(s.file)
		if err != nil {
			return fmt.Errorf("%s: %w", s.key, err)
		}
		if *s.value = Secret(strings.TrimSpace(string(data))); *s.value == "" {
			return fmt.Errorf("%s: %s is empty: put the secret into it, or take the setting out", s.key, s.file)
		}
	}
	return nil
}
