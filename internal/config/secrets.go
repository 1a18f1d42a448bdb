package config

import (
	"fmt"
	"os"
	"strings"
)

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
		*s.value = Secret(strings.TrimSpace(string(data)))
	}
	return nil
}
