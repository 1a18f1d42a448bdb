package app

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"time"

	"tandem/internal/config"
)

// checkSecrets looks at who can read the files that hold tokens.
func checkSecrets(_ context.Context, cfg config.Config) []check {
	s := cfg.Slack
	files := []string{s.BotTokenFile, s.AppTokenFile, s.SigningSecretFile, s.ClientSecretFile, s.TokenKeyFile, cfg.Discord.TokenFile}
	if data, err := os.ReadFile(cfg.File); err == nil && holdsSecret(data, cfg) {
		files = append(files, cfg.File)
	}
	var all []check
	for _, path := range files {
		if info, err := os.Stat(path); path != "" && err == nil && info.Mode().Perm()&0o077 != 0 {
			all = append(all, check{Name: "secrets", Detail: fmt.Sprintf("%s holds a secret and is %s: others can read it", path, info.Mode().Perm()), Fix: "chmod 600 " + path})
		}
	}
	if all == nil {
		return []check{{Name: "secrets", OK: true, Detail: "readable by their owner alone"}}
	}
	return all
}

func holdsSecret(data []byte, cfg config.Config) bool {
	s := cfg.Slack
	for _, secret := range []config.Secret{s.BotToken, s.AppToken, s.SigningSecret, s.ClientSecret, s.TokenKey, cfg.Discord.Token, cfg.Store.URL} {
		if secret != "" && bytes.Contains(data, []byte(secret.Reveal())) {
			return true
		}
	}
	return false
}

// checkPort looks whether the ports that are asked for can be had, or are the
// running coach's already.
func checkPort(ctx context.Context, cfg config.Config) []check {
	listen := cfg.Ops.Listen
	inTerminal := !cfg.Slack.On() && !cfg.Discord.On() && listen == config.Default().Ops.Listen
	running := false
	health := check{Name: "health port", OK: true, Detail: "not used"}
	if listen != "off" && !inTerminal {
		err := free(listen)
		running = err != nil && answersAsCoach(ctx, listen)
		switch {
		case err == nil:
			health.Detail = listen + " is free"
		case running:
			health.Detail = "a running coach answers on " + listen
		default:
			health = check{Name: "health port", Detail: err.Error(), Fix: "set ops.listen to an address of this machine with a free port, or to off"}
		}
	}
	checks := []check{health}
	if s := cfg.Slack; s.On() && (s.Mode == "http" || s.ClientID != "") && !running {
		requests := check{Name: "slack port", OK: true, Detail: s.Listen + " is free"}
		if err := free(s.Listen); err != nil {
			requests = check{Name: "slack port", Detail: err.Error(), Fix: "set slack.listen to an address of this machine with a free port, and point the proxy there"}
		}
		checks = append(checks, requests)
	}
	return checks
}

// free returns why a port cannot be listened on.
func free(address string) error {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	return l.Close()
}

// answersAsCoach reports whether what listens there is a coach.
func answersAsCoach(ctx context.Context, listen string) bool {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+listen+"/healthz", nil)
	if err != nil {
		return false
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	defer res.Body.Close()
	body, err := io.ReadAll(io.LimitReader(res.Body, 16))
	return err == nil && string(body) == "ok\n"
}
