package slack

import (
	"errors"
	"fmt"
	"slices"
	"sync"
)

// standing is what the adapter knows of its connection to Slack.
type standing struct {
	mu      sync.Mutex
	met     bool  // the token's workspace is known, or there is none to know
	sockets int   // connections that said hello and have not ended
	closed  error // why the last connection ended or was not opened
	refused error // the one workspace's token is not taken
	times   int   // how often it was refused
	ended   error // Run has returned
}

// Health says why Slack does not hear the coach or does not take what it says;
// nil when both work.
func (a *Adapter) Health() error {
	s := &a.standing
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.ended != nil:
		return s.ended
	case s.refused != nil:
		return fmt.Errorf("the bot token is refused: %w", s.refused)
	case !s.met:
		return errors.New("connecting")
	case a.o.Mode == "socket" && s.sockets == 0 && s.closed != nil:
		return fmt.Errorf("no socket is open: %w", s.closed)
	case a.o.Mode == "socket" && s.sockets == 0:
		return errors.New("no socket is open yet")
	}
	return nil
}

func (s *standing) meet() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.met = true
}

func (s *standing) end(err error) {
	if err == nil {
		err = errors.New("stopped")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = err
}

func (s *standing) opened() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sockets++
}

// lost notes why a connection ended or was not opened; heard says that it had
// said hello.
func (s *standing) lost(heard bool, why error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = why
	if heard {
		s.sockets--
	}
}

// deadToken are Slack's words for a token that no call will succeed with.
var deadToken = []string{"account_inactive", "invalid_auth", "not_authed", "token_revoked", "token_expired", "app_not_installed"}

// refusals is how often the token was refused so far: what a call is begun with.
func (s *standing) refusals() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.times
}

// called notes what a call says about the one workspace's token. A success that
// was begun before the last refusal says nothing any more.
func (s *standing) called(begun int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case slices.Contains(deadToken, code(err)):
		s.refused = err
		s.times++
	case err == nil && begun == s.times:
		s.refused = nil
	}
}
