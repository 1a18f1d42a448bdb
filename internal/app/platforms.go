package app

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"tandem/adapters/discord"
	"tandem/adapters/slack"
	"tandem/bot"
	"tandem/internal/config"
	"tandem/internal/ops"
)

// platformStore is what the platforms keep beside the conversation.
type platformStore interface {
	slack.Store
	discord.Store
}

// platforms connects what the configuration names.
func platforms(cfg config.Config, store platformStore, log *slog.Logger, now func() time.Time, metrics *ops.Metrics) ([]bot.Adapter, error) {
	var all []bot.Adapter
	if cfg.Slack.On() {
		a, err := connectSlack(cfg.Slack, store, log, now, metrics)
		if err != nil {
			return nil, fmt.Errorf("connect slack: %w", err)
		}
		all = append(all, a)
	}
	if cfg.Discord.On() {
		o := discordOptions(cfg.Discord)
		o.Store, o.Log, o.Now = store, log.With("adapter", discord.Name), now
		o.Limited = func(what string) { metrics.Refused(discord.Name, what) }
		a, err := discord.New(o)
		if err != nil {
			return nil, fmt.Errorf("connect discord: %w", err)
		}
		all = append(all, a)
	}
	if len(all) == 0 {
		return nil, errors.New("no platform is configured: set slack.bot_token or discord.token")
	}
	return all, nil
}

func discordOptions(d config.Discord) discord.Options {
	return discord.Options{Token: d.Token.Reveal(), ApplicationID: d.ApplicationID, ShardCount: d.ShardCount, ShardIDs: d.ShardIDs, API: d.APIURL}
}

func connectSlack(s config.Slack, store slack.Store, log *slog.Logger, now func() time.Time, metrics *ops.Metrics) (*slack.Adapter, error) {
	o, err := slackOptions(s)
	if err != nil {
		return nil, err
	}
	o.Store, o.Log, o.Now = store, log.With("adapter", slack.Name), now
	o.Limited = func(method string) { metrics.Refused(slack.Name, method) }
	return slack.New(o)
}

func slackOptions(s config.Slack) (slack.Options, error) {
	o := slack.Options{Mode: s.Mode, BotToken: s.BotToken.Reveal(), AppToken: s.AppToken.Reveal(), SigningSecret: s.SigningSecret.Reveal(),
		ClientID: s.ClientID, ClientSecret: s.ClientSecret.Reveal(), Listen: s.Listen, PublicURL: s.PublicURL,
		Commands: slack.Commands{Coach: s.Command, Log: s.LogCommand, CheckIn: s.CheckInCommand}, API: s.APIURL}
	if s.TokenKey != "" {
		key, err := base64.StdEncoding.DecodeString(s.TokenKey.Reveal())
		if err != nil {
			return o, errors.New("slack.token_key is not base64: make one with openssl rand -base64 32")
		}
		o.TokenKey = key
	}
	return o, nil
}

// checkSlack asks Slack about the tokens.
func checkSlack(ctx context.Context, cfg config.Config) []check {
	if !cfg.Slack.On() {
		return nil
	}
	o, err := slackOptions(cfg.Slack)
	if err != nil {
		return []check{{Name: "slack", Detail: err.Error(), Fix: "correct slack.token_key"}}
	}
	o.Now = time.Now
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	var all []check
	for _, f := range slack.Check(ctx, o) {
		all = append(all, check{Name: f.Name, OK: f.OK, Detail: f.Detail, Fix: f.Fix}.clocked("Slack", f.Clock))
	}
	return all
}

// checkDiscord asks Discord about the token, the application and the commands.
func checkDiscord(ctx context.Context, cfg config.Config) []check {
	if !cfg.Discord.On() {
		return nil
	}
	o := discordOptions(cfg.Discord)
	o.Now = time.Now
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	var all []check
	for _, f := range discord.Doctor(ctx, o) {
		all = append(all, check{Name: f.Name, OK: f.OK, Detail: f.Detail, Fix: f.Fix}.clocked("Discord", f.Clock))
	}
	return all
}

// platformManifest is what a platform's own pages take.
type platformManifest struct {
	platform string
	print    func(config.Config) (string, error)
}

func manifests() []platformManifest {
	return []platformManifest{
		{slack.Name, func(cfg config.Config) (string, error) {
			o, err := slackOptions(cfg.Slack)
			if err != nil {
				return "", err
			}
			return slack.Manifest(o)
		}},
		{discord.Name, func(cfg config.Config) (string, error) {
			return discord.Manifest(discordOptions(cfg.Discord))
		}},
	}
}
