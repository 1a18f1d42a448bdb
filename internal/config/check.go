package config

import (
	"encoding/base64"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

// check refuses values that no installation can work with, naming the line.
func (c Config) check(path string, data []byte) error {
	for _, rule := range []struct {
		key, want string
		ok        bool
	}{
		{"log.level", "debug, info, warn or error", oneOf(c.Log.Level, "debug", "info", "warn", "error")},
		{"log.format", "text or json", oneOf(c.Log.Format, "text", "json")},
		{"ops.listen", "an address like 127.0.0.1:8787, or off", c.Ops.Listen == "off" || address(c.Ops.Listen)},
		{"privacy.keep_days", "0 (for ever) or a number of days from 30", c.Privacy.KeepDays == 0 || c.Privacy.KeepDays >= 30},
		{"privacy.gone_days", "a number of days from 0 (at once) to 365", c.Privacy.GoneDays >= 0 && c.Privacy.GoneDays <= 365},
		{"reminders.per_second", "a number from 0.1 to 50", c.Reminders.PerSecond >= 0.1 && c.Reminders.PerSecond <= 50},
		{"slack.mode", "socket or http", oneOf(c.Slack.Mode, "socket", "http")},
		{"slack.listen", "an address like 127.0.0.1:8788", address(c.Slack.Listen)},
		{"slack.public_url", "an https:// address", c.Slack.PublicURL == "" || strings.HasPrefix(c.Slack.PublicURL, "https://") || strings.HasPrefix(c.Slack.PublicURL, "http://127.0.0.1")},
		{"slack.command", "a slash command like /coach, at most 32 letters", slash(c.Slack.Command)},
		{"slack.log_command", "a slash command like /log, at most 32 letters", slash(c.Slack.LogCommand)},
		{"slack.checkin_command", "a slash command like /checkin, at most 32 letters", slash(c.Slack.CheckInCommand)},
		{"slack.bot_token", "a token that begins with xoxb-", c.Slack.BotToken == "" || strings.HasPrefix(string(c.Slack.BotToken), "xoxb-")},
		{"slack.app_token", "a token that begins with xapp-", c.Slack.AppToken == "" || strings.HasPrefix(string(c.Slack.AppToken), "xapp-")},
		{"slack.api_url", standInOnly, standIn(c.Slack.APIURL)},
		{"discord.api_url", standInOnly, standIn(c.Discord.APIURL)},
		{"slack.token_key", "32 bytes in base64: openssl rand -base64 32", c.Slack.TokenKey == "" || keyOf32(c.Slack.TokenKey)},
		{"discord.token", "the token alone, without \"Bot \" or spaces", !strings.ContainsAny(c.Discord.Token.Reveal(), " \t\n")},
		{"discord.application_id", "a number, or empty: it is read from the token", strings.Trim(c.Discord.ApplicationID, "0123456789") == ""},
		{"store.url", "an address that begins with postgres://", c.Store.URL == "" || strings.HasPrefix(string(c.Store.URL), "postgres://") || strings.HasPrefix(string(c.Store.URL), "postgresql://")},
		{"discord.shard_count", "a number from 1", c.Discord.ShardCount >= 1},
		{"discord.shard_ids", "numbers from 0 to shard_count - 1", shards(c.Discord)},
		{"knowledge.folder", "a folder that exists", c.Knowledge.Folder == "" || isDir(c.Knowledge.Folder)},
	} {
		if !rule.ok {
			return fmt.Errorf("%s%s must be %s", at(path, data, rule.key), rule.key, rule.want)
		}
	}
	for _, team := range c.Teams {
		err := team.check()
		if err == nil && !c.connected(team.Platform) {
			err = fmt.Errorf("team.platform is %s, but no token for it is configured", team.Platform)
		}
		if err != nil {
			return fmt.Errorf("%s%w", at(path, data, "team.platform"), err)
		}
	}
	return c.checkTogether(path, data)
}

func (c Config) connected(platform string) bool {
	return platform == "slack" && c.Slack.On() || platform == "discord" && c.Discord.On()
}

func (t Team) check() error {
	_, err := time.LoadLocation(t.Zone)
	switch {
	case !oneOf(t.Platform, "slack", "discord"):
		return fmt.Errorf("team.platform must be slack or discord")
	case t.Channel == "":
		return fmt.Errorf("team.channel must be the id of the channel that the digest goes to")
	case err != nil:
		return fmt.Errorf("team.zone must be an IANA time zone, such as America/New_York")
	}
	return nil
}

// checkTogether refuses settings that need one another.
func (c Config) checkTogether(path string, data []byte) error {
	s := c.Slack
	switch {
	case !s.On():
	case s.Mode == "socket" && s.AppToken == "":
		return fmt.Errorf("%sslack.app_token is missing: Socket Mode needs the xapp- token (Basic Information, App-Level Tokens, scope connections:write)", at(path, data, "slack"))
	case s.Mode == "http" && s.SigningSecret == "":
		return fmt.Errorf("%sslack.signing_secret is missing: HTTP needs it to know Slack's requests (Basic Information, Signing Secret)", at(path, data, "slack"))
	case (s.Mode == "http" || s.ClientID != "") && s.Listen == c.Ops.Listen:
		return fmt.Errorf("%sslack.listen must be another port than ops.listen: what Slack reaches must not show the metrics", at(path, data, "slack.listen"))
	case s.ClientID != "" && (s.ClientSecret == "" || s.TokenKey == "" || s.PublicURL == ""):
		return fmt.Errorf("%sslack.client_id needs client_secret, token_key and public_url beside it", at(path, data, "slack.client_id"))
	}
	return nil
}

// at is "file:line: " of a key in the file, or "" when it stands elsewhere.
func at(path string, data []byte, key string) string {
	section, name, found := strings.Cut(key, ".")
	current := ""
	for n, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			current = strings.Trim(line, "[] ")
			if !found && current == section {
				return fmt.Sprintf("%s:%d: ", path, n+1)
			}
			continue
		}
		word, _, ok := strings.Cut(line, "=")
		if found && ok && current == section && strings.TrimSpace(word) == name {
			return fmt.Sprintf("%s:%d: ", path, n+1)
		}
	}
	return ""
}

func oneOf(got string, allowed ...string) bool {
	for _, a := range allowed {
		if got == a {
			return true
		}
	}
	return false
}

func address(s string) bool {
	_, port, err := net.SplitHostPort(s)
	if err != nil {
		return false
	}
	n, err := strconv.ParseUint(port, 10, 16)
	return err == nil && n > 0
}

func keyOf32(s Secret) bool {
	key, err := base64.StdEncoding.DecodeString(s.Reveal())
	return err == nil && len(key) == 32
}

const standInOnly = "an address of this machine such as http://127.0.0.1:8080, where a stand-in for tests listens, or nothing"

// standIn allows no other machine: the tokens are sent there.
func standIn(address string) bool {
	if address == "" {
		return true
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" || u.User != nil {
		return false
	}
	ip, err := netip.ParseAddr(u.Hostname())
	return err == nil && ip.IsLoopback()
}

func slash(s string) bool {
	return strings.HasPrefix(s, "/") && len(s) > 1 && len(s) <= 32 && !strings.ContainsAny(s, " \t")
}

func shards(d Discord) bool {
	for _, id := range d.ShardIDs {
		if id < 0 || id >= d.ShardCount {
			return false
		}
	}
	return true
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
