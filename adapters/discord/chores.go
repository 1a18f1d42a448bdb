package discord

import (
	"context"
	"sync"
	"time"
)

// choreTime is how long one chore may take: an interaction lives three seconds
// before it is acknowledged, a file may take a little longer.
const (
	choreTime    = 10 * time.Second
	choreWorkers = 16
)

// soon runs a chore off the gateway's goroutine; false = too much is waiting,
// and it will not run.
func (a *Adapter) soon(chore func(context.Context)) bool {
	select {
	case a.chores <- chore:
		return true
	default:
		return false
	}
}

// doChores works until finish is called, which first does what is waiting: what
// was stored is also acknowledged.
func (a *Adapter) doChores(ctx context.Context) (finish func()) {
	ctx = context.WithoutCancel(ctx)
	stop := make(chan struct{})
	var workers sync.WaitGroup
	work := func(chore func(context.Context)) {
		within, cancel := context.WithTimeout(ctx, choreTime)
		defer cancel()
		defer a.survive("chore", func(string) {})
		chore(within)
	}
	for range choreWorkers {
		workers.Go(func() {
			for {
				select {
				case chore := <-a.chores:
					work(chore)
				case <-stop:
					for {
						select {
						case chore := <-a.chores:
							work(chore)
						default:
							return
						}
					}
				}
			}
		})
	}
	return func() { close(stop); workers.Wait() }
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
