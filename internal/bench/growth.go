package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/scheduler"
	"tandem/store/sqlite"
)

// herds are the numbers of athletes that are compared.
var herds = []int{1_000, 10_000, 100_000}

// asked is what is said in turn to databases of every size, and how it is called.
var asked = []struct{ name, text string }{
	{"a log", "/log run 8.%02dkm 45min rpe 5"},
	{"a question", "should i run or lift first, i want a stronger squat"},
	{"`today`", "/today"},
	{"`week`", "/week"},
	{"`history`", "/history"},
	{"`history squat`", "/history squat"},
	{"a check-in", "/checkin 4 3 4 4 5 sleep 7.5h"},
}

// looks is how often each is said to each size.
const looks = 60

// grown is a database of a number of athletes, and a router over it.
type grown struct {
	athletes int
	path     string
	store    *sqlite.Store
	router   *bot.Router
	replies  *crowd
	leave    func()
}

// growth compares how long replies take, and how much disk an athlete takes,
// with a thousand athletes and with more, each with a year behind them.
func growth(ctx context.Context, folder string) error {
	var all []*grown
	defer func() {
		for _, h := range all {
			h.leave()
		}
	}()
	began := time.Now()
	year, err := liveYear(ctx, folder)
	if err != nil {
		return fmt.Errorf("live a year: %w", err)
	}
	for _, n := range herds {
		path := filepath.Join(folder, fmt.Sprintf("herd%d.db", n))
		if err := multiply(ctx, year, path, n); err != nil {
			return fmt.Errorf("make %d athletes: %w", n, err)
		}
		h, err := openGrown(ctx, path, n)
		if err != nil {
			return err
		}
		all = append(all, h)
	}
	if err := describe(ctx, all[len(all)-1], time.Since(began)); err != nil {
		return err
	}
	if err := sizes(all); err != nil {
		return err
	}
	if err := replyTimes(ctx, all); err != nil {
		return err
	}
	smallest, biggest := all[0], all[len(all)-1]
	if err := houseKeeping(ctx, smallest, biggest); err != nil {
		return err
	}
	smallest.leave()
	biggest.leave()
	return memoryOf(ctx, folder, smallest, biggest)
}

// openGrown opens a database and sets a router to work on it.
func openGrown(ctx context.Context, path string, n int) (*grown, error) {
	store, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	base, err := knowledge.Embedded()
	if err != nil {
		return nil, err
	}
	h := &grown{athletes: n, path: path, store: store, replies: &crowd{waiting: map[string]chan time.Time{}}}
	h.router = bot.New(bot.Config{Coach: coach.New(base, safety.Contacts{}), Store: store, Planner: scheduler.Planner{},
		Adapters: []bot.Adapter{h.replies}, Now: time.Now, Log: slog.New(slog.DiscardHandler)})
	working, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- h.router.Run(working) }()
	left := false
	h.leave = func() {
		if left {
			return
		}
		left = true
		stop()
		<-ended
		store.Close()
	}
	return h, nil
}

// sizes compares how much disk an athlete takes.
func sizes(all []*grown) error {
	var least float64
	for _, h := range all {
		info, err := os.Stat(h.path)
		if err != nil {
			return err
		}
		each := float64(info.Size()) / float64(h.athletes) / 1024
		if least == 0 {
			least = each
		}
		row(fmt.Sprintf("disk for each of %d athletes, of %.3g GB", h.athletes, float64(info.Size())/(1<<30)), each, least, "KB", "of 1000 athletes")
	}
	return nil
}

// replyTimes says everything to every size in turn, to athletes at random.
func replyTimes(ctx context.Context, all []*grown) error {
	took := make([][][]time.Duration, len(asked))
	for k := range asked {
		took[k] = make([][]time.Duration, len(all))
	}
	for n := range looks {
		for k, a := range asked {
			text := a.text
			if k == 0 {
				text = fmt.Sprintf(text, n)
			}
			for i, h := range all {
				t, err := h.say(ctx, text, fmt.Sprintf("g%d-%d", k, n))
				if err != nil {
					return fmt.Errorf("%d athletes: %w", h.athletes, err)
				}
				took[k][i] = append(took[k][i], t)
			}
		}
	}
	for k, a := range asked {
		least := ms(quantile(took[k][0], .5))
		for i, h := range all[1:] {
			row(fmt.Sprintf("reply to %s, %d athletes, half of them under", a.name, h.athletes), ms(quantile(took[k][i+1], .5)), least, "ms", "1000 athletes")
		}
	}
	return nil
}

// say says something as an athlete at random.
func (h *grown) say(ctx context.Context, text, id string) (time.Duration, error) {
	return h.replies.exchange(ctx, h.router, fmt.Sprintf("a%d", 1+rand.IntN(h.athletes)), id, text)
}

// houseKeeping compares what is done now and then: the numbers for the operator
// and the purge, and how long a message waits beside the purge.
func houseKeeping(ctx context.Context, small, big *grown) error {
	var times [2][3]time.Duration
	for i, h := range []*grown{small, big} {
		began := time.Now()
		if _, err := h.store.Stats(ctx); err != nil {
			return err
		}
		if _, err := h.store.Standing(ctx, time.Now()); err != nil {
			return err
		}
		times[i][0] = time.Since(began)
		purged := make(chan error, 1)
		began = time.Now()
		go func() {
			_, err := h.store.Purge(ctx, time.Now())
			times[i][1] = time.Since(began)
			purged <- err
		}()
		for n := 0; ; n++ {
			took, err := h.say(ctx, "/today", fmt.Sprintf("p%d", n))
			if err != nil {
				return err
			}
			times[i][2] = max(times[i][2], took)
			select {
			case err = <-purged:
			default:
				continue
			}
			if err != nil {
				return err
			}
			break
		}
	}
	name := fmt.Sprint(big.athletes)
	row("reading the metrics, "+name+" athletes", ms(times[1][0]), ms(times[0][0]), "ms", "1000 athletes")
	row("purge, "+name+" athletes", ms(times[1][1]), ms(times[0][1]), "ms", "1000 athletes")
	row("longest reply while it purges, "+name+" athletes", ms(times[1][2]), ms(times[0][2]), "ms", "1000 athletes")
	return nil
}

// memoryOf is what the program holds while it is idle over the larger database,
// with a plan for every athlete, and how soon it is there.
func memoryOf(ctx context.Context, folder string, small, big *grown) error {
	program, source, least := filepath.Join(folder, "tandem"), filepath.Join(folder, "empty.go"), filepath.Join(folder, "empty")
	if err := os.WriteFile(source, []byte(empty), 0o600); err != nil {
		return err
	}
	if err := errors.Join(build(ctx, program, "."), build(ctx, least, source)); err != nil {
		return err
	}
	_, bare, err := start(ctx, still, "", least)
	if err != nil {
		return err
	}
	var used memory
	var took [2][]time.Duration
	for _, h := range []*grown{small, big} {
		if _, used, err = start(ctx, func() error { return planned(ctx, h) }, "help\n", program, "--db", h.path); err != nil {
			return err
		}
	}
	for range starts {
		for i, h := range []*grown{small, big} {
			first, _, err := start(ctx, nil, "help\n", program, "--db", h.path)
			if err != nil {
				return err
			}
			took[i] = append(took[i], first)
		}
	}
	name := fmt.Sprint(big.athletes)
	row("start to the first answer, "+name+" athletes", ms(quantile(took[1], .5)), ms(quantile(took[0], .5)), "ms", "1000 athletes")
	row("resident memory, idle, with "+name+" athletes and their plans", used.all, bare.all, "MB", "an empty program")
	row("… the most it held, planning included", used.peak, bare.peak, "MB", "an empty program")
	return nil
}

// planned waits until every athlete has a plan, and then for as long as idling takes.
func planned(ctx context.Context, h *grown) error {
	store, err := sqlite.OpenReadOnly(ctx, h.path)
	if err != nil {
		return err
	}
	defer store.Close()
	for n := 0; n < h.athletes; {
		time.Sleep(200 * time.Millisecond)
		if n, err = store.PlannedWithin(ctx, time.UnixMilli(0), time.Now().AddDate(1, 0, 0)); err != nil {
			return err
		}
	}
	return still()
}
