package config_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"tandem/internal/config"
)

// TestSecret_IsHiddenHoweverItIsPrinted: by every verb, alone, inside the whole
// configuration, in errors, in JSON and in both forms of the log.
func TestSecret_IsHiddenHoweverItIsPrinted(t *testing.T) {
	const secret = "xoxb-hunter2"
	c := config.Default()
	c.Slack.BotToken, c.Slack.TokenKey, c.Discord.Token, c.Store.URL = secret, secret, secret, secret
	for name, what := range map[string]any{"alone": c.Slack.BotToken, "pointed to": &c.Slack.BotToken, "slack": c.Slack, "all": c, "all, pointed to": &c,
		"many": []config.Secret{secret}, "named": map[string]config.Secret{"token": secret}} {
		printed := map[string]string{}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%t", "%c", "%10.3v"} {
			printed[verb] = fmt.Sprintf(verb, what)
		}
		printed["Print"] = fmt.Sprint(what)
		printed["error"] = fmt.Errorf("connect with %v: %w", what, errors.New("no")).Error()
		encoded, err := json.Marshal(what)
		if err != nil {
			t.Fatal(err)
		}
		printed["JSON"] = string(encoded)
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("connecting", "with", what)
		slog.New(slog.NewJSONHandler(&log, nil)).Info("connecting", "with", what)
		printed["slog"] = log.String()
		for how, text := range printed {
			if strings.Contains(text, "hunter2") || strings.Contains(text, fmt.Sprintf("%x", "hunter2")) || strings.Contains(text, fmt.Sprintf("%X", "hunter2")) {
				t.Errorf("%s by %s shows the secret: %s", name, how, text)
			}
		}
	}
	if c.Slack.BotToken.Reveal() != secret {
		t.Error("the secret is not there for whoever needs it")
	}
}
