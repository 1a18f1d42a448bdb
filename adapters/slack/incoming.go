package slack

import (
	"context"
	"errors"
	"sync"
	"time"

	"tandem/bot"
)

// incoming are files on their way here. A message is stored with its file only,
// and acknowledged only then; a file that takes longer than Slack waits is still
// fetched, and is here when Slack delivers the message again.
type incoming struct {
	now func() time.Time

	mu sync.Mutex
	of map[string]*arrival // by delivery id
}

// arrival is one file: what [Adapter.fetch] returned, once done is closed.
type arrival struct {
	done    chan struct{}
	since   time.Time
	file    *bot.File
	instead string
	err     error
}

// Bounds: Slack's last try comes after five minutes.
const (
	maxIncoming  = 8
	incomingLife = 10 * time.Minute
)

var (
	errFileComing   = errors.New("the file is still on its way")
	errManyIncoming = errors.New("too many files are on their way")
)

// begin returns the arrival of a delivery; fresh says that the caller fetches it.
func (in *incoming) begin(id string) (a *arrival, fresh bool) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if a, ok := in.of[id]; ok {
		return a, false
	}
	for key, old := range in.of {
		if in.now().Sub(old.since) > incomingLife {
			delete(in.of, key)
		}
	}
	if len(in.of) >= maxIncoming {
		return nil, false
	}
	a = &arrival{done: make(chan struct{}), since: in.now()}
	in.of[id] = a
	return a, true
}

func (in *incoming) end(id string) {
	in.mu.Lock()
	defer in.mu.Unlock()
	delete(in.of, id)
}

// arrive is [Adapter.fetch] for a delivery, over as many tries of Slack's as it
// takes.
func (e *ear) arrive(ctx context.Context, id string, p bot.Person, f sharedFile) (file *bot.File, instead string, err error) {
	a, fresh := e.incoming.begin(id)
	if a == nil {
		return nil, "", errManyIncoming
	}
	if fresh && !e.soon(func(ctx context.Context) {
		defer close(a.done)
		a.file, a.instead, a.err = e.fetch(ctx, p, f)
	}) {
		e.incoming.end(id)
		return nil, "", errManyIncoming
	}
	select {
	case <-a.done:
		e.incoming.end(id) // what failed is fetched anew
		return a.file, a.instead, a.err
	case <-ctx.Done():
		return nil, "", errFileComing
	}
}
