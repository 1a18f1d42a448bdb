package slack

import (
	"encoding/json"
	"fmt"
	"strings"

	slackgo "github.com/slack-go/slack"
)

// Scopes are the permissions that the coach asks for, each for something it does.
var scopes = []struct{ name, what string }{
	{"app_mentions:read", "hear mentions"},
	{"chat:write", "answer"},
	{"commands", "slash commands and the message shortcut"},
	{"im:history", "hear direct messages, and look whether one of its own arrived"},
	{"im:write", "open direct messages for check-ins"},
	{"users:read", "suggest the time zone"},
}

// optionalScopes may be left out: the feature then says what stands for it.
var optionalScopes = []struct{ name, what string }{
	{"files:read", "read exports of other apps that an athlete sends"},
	{"files:write", "send pictures and the athlete's own export"},
}

// botEvents are what Slack tells the coach of.
var botEvents = []string{"app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked", "user_change"}

func wantedScopes() []string {
	var all []string
	for _, s := range scopes {
		all = append(all, s.name)
	}
	for _, s := range optionalScopes {
		all = append(all, s.name)
	}
	return all
}

// Manifest is the app's manifest in JSON, for "Create New App: From a manifest".
// With Mode "http" and for installs by others it needs PublicURL.
func Manifest(o Options) (string, error) {
	if (o.Mode == "http" || o.ClientID != "") && !strings.HasPrefix(o.PublicURL, "https://") {
		return "", fmt.Errorf("slack.public_url is %q: HTTP mode and installs need the https:// address that Slack reaches", o.PublicURL)
	}
	base := strings.TrimSuffix(o.PublicURL, "/")
	at := func(path string) string {
		if o.Mode != "http" {
			return ""
		}
		return base + "/slack/" + path
	}
	m := slackgo.Manifest{
		Metadata: slackgo.ManifestMetadata{MajorVersion: 2, MinorVersion: 1},
		Display: slackgo.Display{Name: "Tandem", BackgroundColor: "#1f3a4d",
			Description: "A coach for people who lift and run",
			LongDescription: "Tandem answers questions about training strength and endurance together, takes workouts in one line and says what they mean for your goal, " +
				"and checks in on recovery at the hour that suits you. Every answer names the rule and the source it stands on. What you tell it stays between you and it."},
	}
	m.Features.AppHome = slackgo.AppHome{HomeTabEnabled: true, MessagesTabEnabled: true}
	m.Features.BotUser = slackgo.BotUser{DisplayName: "tandem", AlwaysOnline: true}
	m.Features.SlashCommands = o.Commands.manifest(at("commands"))
	m.Features.Shortcuts = []slackgo.Shortcut{{Name: "Log this", CallbackID: logShortcut, Description: "Log the workout in this message", Type: slackgo.MessageShortcut}}
	m.OAuthConfig.Scopes.Bot, m.OAuthConfig.Scopes.BotOptional = wantedScopes(), nil
	for _, s := range optionalScopes {
		m.OAuthConfig.Scopes.BotOptional = append(m.OAuthConfig.Scopes.BotOptional, s.name)
	}
	if o.ClientID != "" {
		m.OAuthConfig.RedirectUrls = []string{base + "/slack/oauth"}
	}
	m.Settings.EventSubscriptions = &slackgo.EventSubscriptions{RequestUrl: at("events"), BotEvents: botEvents}
	m.Settings.Interactivity = &slackgo.Interactivity{IsEnabled: true, RequestUrl: at("interactive"), MessageMenuOptionsUrl: at("interactive")}
	m.Settings.SocketModeEnabled = o.Mode != "http"
	return written(m)
}

// written is the manifest as text. The library leaves out what is false, and
// Slack takes a missing messages_tab_read_only_enabled for true.
func written(m slackgo.Manifest) (string, error) {
	text, err := json.Marshal(m)
	if err != nil {
		return "", fmt.Errorf("write manifest: %w", err)
	}
	var all map[string]any
	if err := json.Unmarshal(text, &all); err != nil {
		return "", fmt.Errorf("write manifest: %w", err)
	}
	all["features"].(map[string]any)["app_home"].(map[string]any)["messages_tab_read_only_enabled"] = false
	settings := all["settings"].(map[string]any)
	settings["socket_mode_enabled"], settings["token_rotation_enabled"] = m.Settings.SocketModeEnabled, false
	text, err = json.MarshalIndent(all, "", "  ")
	if err != nil {
		return "", fmt.Errorf("write manifest: %w", err)
	}
	return string(text), nil
}

func (c Commands) manifest(address string) []slackgo.ManifestSlashCommand {
	return []slackgo.ManifestSlashCommand{
		{Command: c.Coach, Description: "Ask your coach, and set it up", UsageHint: "should I run after squats? | today | week | help", ShouldEscape: true, Url: address},
		{Command: c.Log, Description: "Log a workout; without words it opens a form", UsageHint: "squat 5x5 100kg @8 | run 8km 45:00 rpe 6", ShouldEscape: true, Url: address},
		{Command: c.CheckIn, Description: "Say how you are, 1 to 5: fatigue, sleep, soreness, stress, mood", UsageHint: "4 3 4 4 5 sleep 7.5h", ShouldEscape: true, Url: address},
	}
}
