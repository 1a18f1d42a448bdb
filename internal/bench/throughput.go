package main

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"time"

	"github.com/jackc/pgx/v5"

	"tandem/internal/pgtest"
	"tandem/store/postgres"
	"tandem/store/sqlite"
)

// throughput is how many messages a second fifty athletes get answered on each
// engine, flat out, with one core and with all of them.
func throughput(ctx context.Context, folder string) error {
	all := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(all)
	server := pgtest.Server{Durable: true}
	defer server.Stop()
	if err := server.Start(ctx); err != nil {
		return err
	}
	for _, engine := range []struct {
		name, limit string
		open        func() (house, func() (float64, error), error)
	}{
		{"SQLite", "bare commits, one after the other", func() (house, func() (float64, error), error) { return onFile(ctx, folder) }},
		{"PostgreSQL", "bare commits on one connection", func() (house, func() (float64, error), error) { return onServer(ctx, &server) }},
	} {
		store, limit, err := engine.open()
		if err != nil {
			return fmt.Errorf("%s: %w", engine.name, err)
		}
		if err := onCores(ctx, engine.name, store, engine.limit, limit); err != nil {
			return fmt.Errorf("%s: %w", engine.name, err)
		}
	}
	return nil
}

// onCores measures a store with one core and with all, and closes it.
func onCores(ctx context.Context, name string, store house, limitIs string, limit func() (float64, error)) error {
	defer store.Close()
	everyone, r, leave, err := gather(ctx, store)
	if err != nil {
		return err
	}
	defer leave()
	if _, err := everyone.talk(ctx, r, 0, 8, 0); err != nil { // each kind of message once: everybody has a history
		return err
	}
	rates := map[int]float64{}
	from := 8
	for _, cores := range []int{1, runtime.NumCPU()} {
		runtime.GOMAXPROCS(cores)
		commits, perSecond, _, err := everyone.flatOut(ctx, r, from, limit)
		if err != nil {
			return err
		}
		from += flat
		rates[cores] = perSecond
		row(fmt.Sprintf("messages a second on %s with GOMAXPROCS=%d", name, cores), perSecond, commits, "/s", limitIs)
	}
	row(fmt.Sprintf("%s: messages a second with GOMAXPROCS=%d against 1", name, runtime.NumCPU()), rates[runtime.NumCPU()], rates[1], "/s", "one core")
	return nil
}

func onFile(ctx context.Context, folder string) (house, func() (float64, error), error) {
	store, err := sqlite.Open(ctx, filepath.Join(folder, "throughput.db"))
	if err != nil {
		return nil, nil, err
	}
	disk, err := newDisk(filepath.Join(folder, "throughput-bare.db"))
	return store, func() (float64, error) { return disk.flatOut(500 * time.Millisecond) }, err
}

func onServer(ctx context.Context, server *pgtest.Server) (house, func() (float64, error), error) {
	address, err := server.Create(ctx)
	if err != nil {
		return nil, nil, err
	}
	store, err := postgres.Open(ctx, address)
	if err != nil {
		return nil, nil, err
	}
	conn, err := pgx.Connect(ctx, address)
	if err == nil {
		_, err = conn.Exec(ctx, `CREATE TABLE bare (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, words bytea NOT NULL)`)
	}
	return store, func() (float64, error) { return bareOnServer(ctx, conn) }, err
}

// bareOnServer is how many rows of a message's size one connection commits a second.
func bareOnServer(ctx context.Context, conn *pgx.Conn) (perSecond float64, err error) {
	words := make([]byte, 500)
	began := time.Now()
	n := 0
	for ; time.Since(began) < 500*time.Millisecond; n++ {
		if _, err := conn.Exec(ctx, `INSERT INTO bare (words) VALUES ($1)`, words); err != nil {
			return 0, err
		}
	}
	return float64(n) / time.Since(began).Seconds(), nil
}
