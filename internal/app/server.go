package app

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"tandem/scheduler"
	"tandem/scheduler/river"
	"tandem/store/postgres"
)

// carried is the scheduler's side of the store. On PostgreSQL deliveries travel
// by River, which is then a task of the run; wake is the scheduler's Poke.
func carried(ctx context.Context, store database, now func() time.Time, log *slog.Logger, wake func()) (scheduler.Store, []task, error) {
	server, ok := store.(*postgres.Store)
	if !ok {
		return store, nil, nil
	}
	q, err := river.New(ctx, river.Config{Store: server, Now: now, Log: log.With("room", "river"), Wake: wake})
	if err != nil {
		return nil, nil, err
	}
	return q, []task{{"deliveries", q.Run}}, nil
}

// slots are where the processes of one database share the platforms' rates; nil
// for a process that is alone.
func slots(store database) scheduler.Slots {
	server, ok := store.(*postgres.Store)
	if !ok {
		return nil
	}
	return server
}

// checkServer looks at the PostgreSQL database without changing it.
func checkServer(ctx context.Context, url string) []check {
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	h, err := postgres.Check(ctx, url)
	if err != nil {
		return []check{{Name: "database", Detail: err.Error(), Fix: "correct store.url (or TANDEM_STORE_URL), and see that the server runs and lets this machine in"}}
	}
	checks := []check{
		check{Name: "database", OK: true, Detail: fmt.Sprintf("PostgreSQL %s, %d KB, %d processes at work", h.Server, h.Bytes>>10, h.Processes)}.clocked("PostgreSQL", h.Clock),
		{Name: "schema", OK: true, Detail: fmt.Sprintf("%d of %d", h.Schema, h.Wanted)},
		{Name: "durability", OK: true, Detail: "commits wait for the disk"},
		{Name: "write access", OK: true, Detail: "yes"},
	}
	if h.ReadOnly {
		checks[3] = check{Name: "write access", Detail: "the server follows another, takes no writes, or the role may not make tables", Fix: "name the primary in store.url, and grant the role CREATE on its schema"}
	}
	if h.Schema > h.Wanted {
		checks[1] = check{Name: "schema", Detail: fmt.Sprintf("%d, newer than this program's %d", h.Schema, h.Wanted), Fix: "install the newer version again, or restore a backup from before the upgrade"}
	}
	if h.Unsafe {
		checks[2] = check{Name: "durability", Detail: "fsync or synchronous_commit is off: a power cut loses what was acknowledged", Fix: "set both to on for this database"}
	}
	return checks
}
