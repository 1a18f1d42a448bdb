package killtest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
)

// platform is the sending side: it records what arrives, and shows one message a
// key, as chat platforms and adapters do.
type platform struct {
	*httptest.Server
	mu       sync.Mutex
	shown    map[string]string // by key: what
	arrivals int
	faults   []string
	onArrive func(n int) // called with the number of the arrival, before it is answered
}

// arrival is what the child posts.
type arrival struct {
	Key, What string
	Attempts  int
}

func openPlatform(t *testing.T) *platform {
	p := &platform{shown: map[string]string{}}
	p.Server = httptest.NewServer(http.HandlerFunc(p.take))
	t.Cleanup(p.Close)
	return p
}

func (p *platform) take(_ http.ResponseWriter, r *http.Request) {
	var a arrival
	if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
		return // cut off while it was written: nothing arrived
	}
	p.mu.Lock()
	before, again := p.shown[a.Key]
	switch {
	case again && before != a.What:
		p.faults = append(p.faults, fmt.Sprintf("key %s stands for %s and for %s", a.Key, before, a.What))
	case again && a.Attempts == 0:
		p.faults = append(p.faults, fmt.Sprintf("%s came again as if for the first time", a.What))
	}
	p.shown[a.Key] = a.What
	p.arrivals++
	n, then := p.arrivals, p.onArrive
	p.mu.Unlock()
	if then != nil {
		then(n)
	}
}

// messages are those that a person would see, sorted, and what was wrong.
func (p *platform) messages() (seen, faults []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, what := range p.shown {
		seen = append(seen, what)
	}
	slices.Sort(seen)
	return seen, p.faults
}

// after has then called with the first arrival that is n or later from now on.
func (p *platform) after(n int, then func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	at, once := p.arrivals+n, sync.Once{}
	p.onArrive = func(n int) {
		if n >= at {
			once.Do(then)
		}
	}
}

// post sends one arrival to the platform, and returns when it is recorded.
func post(ctx context.Context, url string, a arrival) error {
	body, err := json.Marshal(a)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp.Body.Close()
}
