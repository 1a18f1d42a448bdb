package main

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/url"
	"path/filepath"
	"sync"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/coach/training"
	"tandem/scheduler"
	"tandem/store/sqlite"
)

const (
	athletes = 50
	paced    = 20 // messages of each athlete, about one a second
	quick    = 24 // messages of each athlete, about four a second
	flat     = 40 // messages of each athlete, each as soon as the last is answered
)

// phrases are what the athletes say, in turn.
var phrases = []string{
	"/log run %d.%02dkm 45min rpe 5", "should i run or lift first, i want a stronger squat", "/log lift squat 5x5 1%02[2]dkg @8 60min",
	"/today", "how long should I wait between weights and a run", "/checkin 4 3 4 4 5 sleep 7.5h", "/history", "thanks",
}

// crowd is an adapter that tells each athlete when their reply is there.
type crowd struct {
	mu       sync.Mutex
	waiting  map[string]chan time.Time
	accepted []time.Duration // how long each message took until it could be acknowledged
}

func (*crowd) Name() string                         { return "bench" }
func (*crowd) Run(context.Context, bot.Inbox) error { return nil }

// Send notes the moment; of several replies to one message the first counts.
func (c *crowd) Send(_ context.Context, to bot.Address, _ bot.Reply, _ string) error {
	at := time.Now()
	c.mu.Lock()
	defer c.mu.Unlock()
	if ch, ok := c.waiting[to.User]; ok {
		ch <- at
		delete(c.waiting, to.User)
	}
	return nil
}

// say says the athlete's phrase number n and returns how long its reply took.
func (c *crowd) say(ctx context.Context, r *bot.Router, user string, n int) (time.Duration, error) {
	text := phrases[n%len(phrases)]
	if text[0] == '/' && text[1] == 'l' {
		text = fmt.Sprintf(text, 5+n%10, n%60)
	}
	return c.exchange(ctx, r, user, fmt.Sprintf("%s-%d", user, n), text)
}

// exchange hands a message over and returns how long its reply took.
func (c *crowd) exchange(ctx context.Context, r *bot.Router, user, id, text string) (time.Duration, error) {
	done := make(chan time.Time, 1)
	c.mu.Lock()
	c.waiting[user] = done
	c.mu.Unlock()
	began := time.Now()
	m := bot.Message{ID: id, From: bot.Person{Platform: "bench", User: user}, At: began, Direct: true, Addressed: true, Text: text}
	if _, err := r.Accept(ctx, m); err != nil {
		return 0, err
	}
	c.mu.Lock()
	c.accepted = append(c.accepted, time.Since(began))
	c.mu.Unlock()
	select {
	case at := <-done:
		return at.Sub(began), nil
	case <-time.After(time.Minute):
		return 0, fmt.Errorf("no reply to %q within a minute", text)
	}
}

// conversations measures replies with fifty athletes, at a human pace and flat
// out, beside bare commits on the same disk.
func conversations(ctx context.Context, folder string) error {
	store, err := sqlite.Open(ctx, filepath.Join(folder, "talk.db"))
	if err != nil {
		return err
	}
	defer store.Close()
	everyone, r, leave, err := gather(ctx, store)
	if err != nil {
		return err
	}
	defer leave()
	disk, err := newDisk(filepath.Join(folder, "bare.db"))
	if err != nil {
		return err
	}
	defer disk.Close()
	bare, slow, err := disk.beside(ctx, func() ([]time.Duration, error) { return everyone.talk(ctx, r, 0, paced, time.Second) })
	if err != nil {
		return err
	}
	// What a reply waits for: the message stored with all that it changed.
	row("message to reply, 50 athletes at one message a second each, half of them under", ms(quantile(slow, .5)), ms(quantile(bare, .5)), "ms", "a bare commit")
	row("… 99 of 100 under", ms(quantile(slow, .99)), ms(quantile(bare, .99)), "ms", "99 of 100 bare commits")

	if err := everyone.busy(ctx, r, disk); err != nil {
		return err
	}

	commits, perSecond, took, err := everyone.flatOut(ctx, r, paced+quick, func() (float64, error) { return disk.flatOut(500 * time.Millisecond) })
	if err != nil {
		return err
	}
	row("messages a second, 50 athletes flat out, durable inbox", perSecond, commits, "/s", "bare commits, one after the other")
	row("message to reply then, half of them under", ms(quantile(took, .5)), 1000*athletes/commits, "ms", "fifty bare commits")
	return nil
}

// busy is how long a platform waits for its acknowledgement, and an athlete for
// the reply, at 200 messages a second. A platform allows three seconds.
func (c *crowd) busy(ctx context.Context, r *bot.Router, disk *disk) error {
	c.accepted = nil
	bare, slow, err := disk.beside(ctx, func() ([]time.Duration, error) { return c.talk(ctx, r, paced, quick, athletes*time.Second/200) })
	if err != nil {
		return err
	}
	for _, took := range []struct {
		what string
		all  []time.Duration
	}{{"message to reply, the same at four a second each", slow}, {"… stored, to be acknowledged", c.accepted}} {
		row(took.what+": half of them under", ms(quantile(took.all, .5)), ms(quantile(bare, .5)), "ms", "a bare commit")
		row("… 99 of 100 under", ms(quantile(took.all, .99)), ms(quantile(bare, .99)), "ms", "99 of 100 bare commits")
	}
	return nil
}

// house is a store that the crowd can talk to.
type house interface {
	bot.Store
	Close() error
}

// gather sets fifty athletes up on a store, with a router at work.
func gather(ctx context.Context, store house) (everyone *crowd, r *bot.Router, leave func(), err error) {
	base, err := knowledge.Embedded()
	if err != nil {
		return nil, nil, nil, err
	}
	everyone = &crowd{waiting: map[string]chan time.Time{}}
	r = bot.New(bot.Config{Coach: coach.New(base, safety.Contacts{}), Store: store, Planner: scheduler.Planner{},
		Adapters: []bot.Adapter{everyone}, Now: time.Now, Log: slog.New(slog.DiscardHandler)})
	if err := introduce(ctx, store); err != nil {
		return nil, nil, nil, err
	}
	working, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- r.Run(working) }()
	return everyone, r, func() { stop(); <-ended }, nil
}

// turns is how often the two take turns when the limit is measured by itself,
// so that a busy machine slows both.
const turns = 8

// flatOut measures athletes who speak as soon as they are answered, from their
// message number from on, in turns with the limit.
func (c *crowd) flatOut(ctx context.Context, r *bot.Router, from int, limit func() (float64, error)) (limits, perSecond float64, took []time.Duration, err error) {
	var talked float64
	for n := range turns {
		l, err := limit()
		if err != nil {
			return 0, 0, nil, err
		}
		limits += l / turns
		began := time.Now()
		t, err := c.talk(ctx, r, from+n*flat/turns, flat/turns, 0)
		if err != nil {
			return 0, 0, nil, err
		}
		talked += time.Since(began).Seconds()
		took = append(took, t...)
	}
	return limits, athletes * flat / talked, took, nil
}

// talk has every athlete say messages number from to from+n, each after the
// last is answered and a pause of about the given length.
func (c *crowd) talk(ctx context.Context, r *bot.Router, from, n int, pause time.Duration) (all []time.Duration, err error) {
	var mu sync.Mutex
	var talking sync.WaitGroup
	for i := range athletes {
		talking.Go(func() {
			for k := range n {
				time.Sleep(time.Duration(rand.Float64() * 2 * float64(pause)))
				took, e := c.say(ctx, r, fmt.Sprint("a", i), from+k)
				mu.Lock()
				all = append(all, took)
				if e != nil {
					err = e
				}
				mu.Unlock()
			}
		})
	}
	talking.Wait()
	return all, err
}

// introduce sets the athletes up without the first talk.
func introduce(ctx context.Context, store bot.Store) error {
	return store.Update(ctx, func(tx bot.Tx) error {
		for i := range athletes {
			now := time.Now()
			id, _, err := tx.Who(ctx, bot.Person{Platform: "bench", User: fmt.Sprint("a", i)}, now)
			if err != nil {
				return err
			}
			a, err := tx.Athlete(ctx, id)
			if err != nil {
				return err
			}
			a.SetUp, a.Zone, a.Goal = true, "Europe/Berlin", training.Strength
			a.Consent = coach.Consent{Given: true, Version: coach.ConsentVersion, At: now}
			if err := tx.SaveAthlete(ctx, a); err != nil {
				return err
			}
		}
		return nil
	})
}

// disk makes bare commits: one row of a message's size into one table, with the
// coach's own settings of SQLite.
type disk struct {
	*sql.DB
	insert *sql.Stmt
}

func newDisk(path string) (*disk, error) {
	settings := url.Values{"_txlock": {"immediate"}, "_pragma": {"journal_mode(WAL)", "synchronous(FULL)"}}
	db, err := sql.Open("sqlite", "file:"+path+"?"+settings.Encode())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(`CREATE TABLE bare (n INTEGER PRIMARY KEY, words BLOB NOT NULL) STRICT`); err != nil {
		return nil, err
	}
	insert, err := db.Prepare(`INSERT INTO bare (words) VALUES (randomblob(500))`)
	return &disk{db, insert}, err
}

func (d *disk) commit() (time.Duration, error) {
	began := time.Now()
	_, err := d.insert.Exec()
	return time.Since(began), err
}

// beside makes a bare commit every 20 ms while fn runs.
func (d *disk) beside(ctx context.Context, fn func() ([]time.Duration, error)) (bare, took []time.Duration, err error) {
	during, stop := context.WithCancel(ctx)
	var beside sync.WaitGroup
	var failed error
	beside.Go(func() {
		for during.Err() == nil {
			took, err := d.commit()
			if err != nil {
				failed = err
				return
			}
			bare = append(bare, took)
			time.Sleep(20 * time.Millisecond)
		}
	})
	took, err = fn()
	stop()
	beside.Wait()
	if err == nil {
		err = failed
	}
	return bare, took, err
}

// flatOut is how many bare commits a second there are, one after the other.
func (d *disk) flatOut(length time.Duration) (perSecond float64, err error) {
	began := time.Now()
	n := 0
	for ; time.Since(began) < length; n++ {
		if _, err := d.commit(); err != nil {
			return 0, err
		}
	}
	return float64(n) / time.Since(began).Seconds(), nil
}
