package discord

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// A file that somebody sends.
const maxFile = 20 << 20

var errTooLarge = errors.New("the file is too large")

// fileHosts are where Discord keeps files. Nothing else is fetched.
var fileHosts = []string{"cdn.discordapp.com", "media.discordapp.net"}

// fetch reads a file that came with a message.
func (a *Adapter) fetch(ctx context.Context, f file) ([]byte, error) {
	if f.Size > maxFile {
		return nil, errTooLarge
	}
	where, err := url.Parse(f.URL)
	if err != nil || where.Scheme != "https" || !contains(fileHosts, where.Hostname()) {
		return nil, errors.New("the file lies somewhere else than at Discord")
	}
	q, err := http.NewRequestWithContext(ctx, http.MethodGet, f.URL, nil)
	if err != nil {
		return nil, fmt.Errorf("ask for the file: %w", err)
	}
	resp, err := a.rest.session.Client.Do(q)
	if err != nil {
		return nil, errors.New("the file could not be fetched") // the address is a secret of the person's
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	if len(data) > maxFile {
		return nil, errTooLarge
	}
	return data, nil
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if strings.EqualFold(x, s) {
			return true
		}
	}
	return false
}
