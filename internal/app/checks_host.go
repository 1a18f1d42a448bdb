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

// checkPort looks whether health and metrics can be served, or are already.
func checkPort(ctx context.Context, cfg config.Config) []check {
	listen := cfg.Ops.Listen
	inTerminal := !cfg.Slack.On() && !cfg.Discord.On() && listen == config.Default().Ops.Listen
	if listen == "off" || inTerminal {
		return []check{{Name: "health port", OK: true, Detail: "not used"}}
	}
	l, err := net.Listen("tcp", listen)
	if err == nil {
		l.Close()
		return []check{{Name: "health port", OK: true, Detail: listen + " is free"}}
	}
	if answersAsCoach(ctx, listen) {
		return []check{{Name: "health port", OK: true, Detail: "a running coach answers on " + listen}}
	}
	return []check{{Name: "health port", Detail: err.Error(), Fix: "set ops.listen to an address of this machine with a free port, or to off"}}
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
