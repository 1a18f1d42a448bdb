package app

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"time"

	"golang.org/x/sync/errgroup"

	"tandem/adapters/console"
	"tandem/bot"
	"tandem/internal/config"
	"tandem/internal/ops"
	"tandem/scheduler"
)

// run is the live coach: adapters, router and scheduler side by side until it
// is told to stop; then they drain.
func run(ctx context.Context, p Process, args []string) error {
	fs := flag.NewFlagSet("run", flag.ContinueOnError)
	shared := settingsFlags(fs)
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return usage("run takes no %q; `tandem help run` shows its flags", words[0])
	}
	cfg, err := shared.load()
	if err != nil {
		return err
	}
	log, now := newLog(p.Err, cfg.Log), p.Now
	if now == nil {
		now = time.Now
	}
	if terminal := !cfg.Slack.On() && !cfg.Discord.On(); terminal {
		log = newLog(p.Err, config.Log{Level: "warn", Format: cfg.Log.Format})
		return serve(ctx, cfg, now, log, func(_ platformStore, now func() time.Time, _ *ops.Metrics, settled func(context.Context) error) ([]bot.Adapter, error) {
			return []bot.Adapter{console.New(console.Options{In: p.In, Out: p.Out, Zone: localZone(), Now: now, Settled: settled,
				Folder: filepath.Dir(cfg.Store.Path)})}, nil
		})
	}
	return serve(ctx, cfg, now, log, func(store platformStore, now func() time.Time, metrics *ops.Metrics, _ func(context.Context) error) ([]bot.Adapter, error) {
		return platforms(cfg, store, log, now, metrics)
	})
}

// connect makes the adapters of a run.
type connect func(store platformStore, now func() time.Time, metrics *ops.Metrics, settled func(context.Context) error) ([]bot.Adapter, error)

// serve joins the rooms and runs them.
func serve(ctx context.Context, cfg config.Config, now func() time.Time, log *slog.Logger, connect connect) error {
	store, err := openStore(ctx, cfg)
	if err != nil {
		return err
	}
	defer store.Close()
	c, err := newCoach(cfg)
	if err != nil {
		return err
	}
	metrics := ops.NewMetrics()
	limit, crowd := perPerson, perCrowd
	if !cfg.Slack.On() && !cfg.Discord.On() {
		limit, crowd = bot.Limit{}, bot.Limit{} // a terminal or a pipe is one person's own
	}
	var router *bot.Router
	adapters, err := connect(store, now, metrics, func(ctx context.Context) error { return router.Settled(ctx) })
	if err != nil {
		return err
	}
	router = bot.New(bot.Config{Coach: c, Store: timed{store, metrics, now}, Planner: scheduler.Planner{}, Adapters: adapters, Now: now, Log: log, Watch: metrics, Limit: limit, Crowd: crowd})
	crew := teams{cfg.Teams, store}
	var sched *scheduler.Scheduler
	outbox, carriers, err := carried(ctx, store, now, log, func() { sched.Poke() })
	if err != nil {
		return err
	}
	sched = scheduler.New(scheduler.Config{Store: outbox, Shared: len(carriers) > 0, Slots: slots(store), Teams: crew.plans(),
		Sender: sender{router, crew, metrics, now}, Now: now, Log: log, Rates: rates(cfg.Reminders)})
	work := []task{
		{"conversation", router.Run},
		{"scheduler", sched.Run},
		{"purge", func(ctx context.Context) error { return purge(ctx, store, cfg.Privacy.GoneDays, now, log) }},
		{"retention", func(ctx context.Context) error { return retain(ctx, store, cfg.Privacy.KeepDays, now, log) }},
		{"entries", func(ctx context.Context) error { return reload(ctx, c, cfg.Knowledge.Folder, log) }},
	}
	work = append(work, carriers...)
	if cfg.Ops.Listen != "off" && (cfg.Slack.On() || cfg.Discord.On()) {
		work = append(work, task{"health", watch(cfg, metrics, store, router, adapters, now, log)})
	}
	return together(ctx, router, work, adapters)
}

// watch is the server that tells how the coach is.
func watch(cfg config.Config, m *ops.Metrics, store house, router *bot.Router, adapters []bot.Adapter, now func() time.Time, log *slog.Logger) func(context.Context) error {
	m.Gauge(depth, depthHelp, func() float64 { return float64(router.Waiting()) })
	m.Readings(readings(store, now), log)
	for _, a := range adapters {
		if c, ok := a.(interface{ Unread() int64 }); ok {
			m.Counter(unreadable, unreadableHelp, a.Name(), func() float64 { return float64(c.Unread()) })
		}
	}
	return ops.New(cfg.Ops.Listen, m, log, readiness(store, adapters, now)...).Run
}

// task is a part of the process that runs until its context ends.
type task struct {
	name string
	run  func(context.Context) error
}

// together runs everything until ctx ends or an adapter does. The tasks
// get time to drain after the adapters have stopped listening.
func together(ctx context.Context, router *bot.Router, tasks []task, adapters []bot.Adapter) error {
	listening, stop := context.WithCancel(ctx)
	defer stop()
	working, finish := context.WithCancel(context.WithoutCancel(ctx))
	defer finish()
	context.AfterFunc(listening, func() { time.AfterFunc(config.Drain, finish) })

	var work errgroup.Group
	for _, t := range tasks {
		work.Go(func() error {
			if err := t.run(working); err != nil && working.Err() == nil {
				stop() // a part that fails ends the run: a supervisor starts it again
				return fmt.Errorf("%s: %w", t.name, err)
			}
			return nil
		})
	}
	var ears errgroup.Group
	for _, a := range adapters {
		ears.Go(func() error {
			defer stop() // one platform's end is the end of the run: a supervisor starts it again
			if err := a.Run(listening, router); err != nil && !errors.Is(err, io.EOF) {
				return fmt.Errorf("%s: %w", a.Name(), err)
			}
			return nil
		})
	}
	err := ears.Wait()
	settled, cancel := context.WithTimeout(working, config.Drain)
	defer cancel()
	_ = router.Settled(settled) // what is not done by then stays stored for the next start
	finish()
	return errors.Join(err, work.Wait())
}
