package app_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tandem/adapters/discord/discordfake"
	"tandem/adapters/slack/slackfake"
	"tandem/bot"
	"tandem/coach"
	"tandem/coach/training"
	"tandem/scheduler"
	"tandem/store"
)

const (
	talkers  = 12                      // on each platform
	sayEvery = 2500 * time.Millisecond // the coach takes thirty messages a minute of a person
	patience = 30 * time.Second        // with a coach that does not answer
)

// keeper is an open database, to set people up in and to look at.
type keeper interface {
	bot.Store
	Stats(ctx context.Context) (store.Stats, error)
	Standing(ctx context.Context, now time.Time) (scheduler.Standing, error)
	NextDue(ctx context.Context) (time.Time, bool, error)
	Close() error
}

// crowd is everybody: some who talk, and some who are asked how they are. The
// coach keeps them in a database, and is connected to both platforms.
type crowd struct {
	open    func() (keeper, error) // the database, beside the coach
	slack   *slackfake.Server
	discord *discordfake.Server
	ids     map[bot.Person]coach.AthleteID
	talk    []*ledger
	asked   []bot.Person
	talking sync.WaitGroup
}

// ledger is what one person said, and what the platform knows of it. A message
// is told apart by its kilometres.
type ledger struct {
	person bot.Person
	said   map[string]bool // kilometres: true = the platform was told that it is taken
	silent map[string]bool // of them those that the platform never acknowledges
}

// settings are those of a coach that is connected to both platforms.
func (c *crowd) settings(store string) string {
	platforms := func(all string) string { return all[strings.Index(all, "[ops]"):] }
	only := strings.TrimPrefix(platforms(discordSettings(c.discord, "")), "[ops]\nlisten = \"off\"\n")
	return "[store]\n" + store + "\n" + platforms(slackSettings(c.slack, "")) + only
}

// gatherCrowd sets everybody up in the database. So many on each platform are
// asked how they are, at moments over a while.
func gatherCrowd(t *testing.T, open func() (keeper, error), asks int, over time.Duration) *crowd {
	t.Helper()
	store, err := open()
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	c := &crowd{open: open, slack: slackfake.New(t, slackfake.LiveClock(), nil), discord: discordfake.New(t), ids: map[bot.Person]coach.AthleteID{}}
	now := time.Now()
	for i := range talkers {
		for _, p := range pair(fmt.Sprint("10", i)) {
			c.talk = append(c.talk, &ledger{person: p, said: map[string]bool{}, silent: map[string]bool{}})
			c.ids[p] = seat(t, store, p, now)
		}
	}
	for i := range asks {
		due := now.Add(rand.N(over))
		for _, p := range pair(fmt.Sprint("2", i)) {
			c.asked = append(c.asked, p)
			c.ids[p] = seat(t, store, p, now)
			err := store.Update(t.Context(), func(tx bot.Tx) error {
				return tx.PutFollowUp(t.Context(), c.ids[p], coach.FollowUp{Key: "snoozed", Kind: "snoozed", Due: due})
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	return c
}

// begin lets everybody talk until the returned function is called, which returns
// when what is to be said again has been taken.
func (c *crowd) begin(t *testing.T) (end func()) {
	ctx, stop := context.WithCancel(t.Context())
	for _, l := range c.talk {
		c.talking.Go(func() {
			if l.person.Platform == "slack" {
				l.overSlack(ctx, c.slack)
			} else {
				l.overDiscord(ctx, c.discord)
			}
		})
	}
	return func() { stop(); c.talking.Wait() }
}

// pair is a person on each platform.
func pair(number string) []bot.Person {
	return []bot.Person{{Platform: "slack", Workspace: slackfake.Team, User: "U" + number}, {Platform: "discord", User: number}}
}

// seat sets a person up without the first talk.
func seat(t *testing.T, store bot.Store, p bot.Person, now time.Time) (id coach.AthleteID) {
	t.Helper()
	err := store.Update(t.Context(), func(tx bot.Tx) (err error) {
		if id, _, err = tx.Who(t.Context(), p, now); err != nil {
			return err
		}
		a, err := tx.Athlete(t.Context(), id)
		if err != nil {
			return err
		}
		a.SetUp, a.Zone, a.Goal = true, "UTC", training.Strength
		a.Consent = coach.Consent{Given: true, Version: coach.ConsentVersion, At: now}
		a.Reminders.CheckIn = now.Add(12 * time.Hour).UTC().Format("15:04") // not while this runs
		return tx.SaveAthlete(t.Context(), a)
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// workout is a log that no other of the person's is like.
func workout(n int) (km, line string) {
	km = fmt.Sprintf("%d.%02d", 5+n/100, n%100)
	return km, fmt.Sprintf("log run %skm %dmin rpe 4", km, 6*(5+n/100))
}

// overSlack says one log after the other until ctx ends; what is not
// acknowledged comes again, as Slack does it.
func (l *ledger) overSlack(ctx context.Context, f *slackfake.Server) {
	for n := 0; ctx.Err() == nil; n++ {
		km, line := workout(n)
		l.said[km] = false
		event := f.SayBody(l.person.User, "/"+line)
		for late := (<-chan time.Time)(nil); !l.said[km]; {
			_, err := f.Deliver(slackfake.Event, event)
			l.said[km] = err == nil
			if err == nil {
				break
			}
			if late == nil && ctx.Err() != nil {
				late = time.After(patience)
			}
			select {
			case <-late: // nobody is there any more
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
		<-time.After(sayEvery/2 + rand.N(sayEvery)) // not all at once: what hinders them comes at fixed times
	}
}

// taken is the type of the callback that acknowledges a command; any other says
// that it was not taken.
const taken = 5

// overDiscord gives one command after the other until ctx ends, and now and then
// writes a direct message instead.
func (l *ledger) overDiscord(ctx context.Context, f *discordfake.Server) {
	dm := discordfake.Where{Channel: f.DM(l.person.User)}
	given := map[string]*discordfake.Exchange{}
	for n := 0; ctx.Err() == nil; n++ {
		km, line := workout(n)
		l.said[km] = false
		if n%3 == 2 {
			l.silent[km] = true
			f.Say(l.person.User, dm, "/"+line)
		} else {
			given[km] = f.Interact(l.person.User, dm, 2, map[string]any{"id": "1", "name": "log", "type": 1, "options": []any{
				map[string]any{"name": "text", "type": 1, "options": []any{map[string]any{"name": "line", "type": 3, "value": strings.TrimPrefix(line, "log ")}}}}}, "")
		}
		<-time.After(sayEvery/2 + rand.N(sayEvery)) // not all at once: what hinders them comes at fixed times
	}
	f.Await("nothing", func() bool { // under its lock
		for km, x := range given {
			l.said[km] = x.Answer == taken
		}
		return true
	})
}

// settle waits until nothing is left to answer or to send.
func (c *crowd) settle(t *testing.T) {
	t.Helper()
	c.until(t, "messages or deliveries are left", func(k keeper) (bool, error) {
		inbox, err := k.Stats(t.Context())
		outbox, err2 := k.Standing(t.Context(), time.Now())
		next, planned, err3 := k.NextDue(t.Context())
		done := inbox.Waiting == 0 && outbox.Waiting == 0 && planned && time.Until(next) > time.Hour
		return done, errors.Join(err, err2, err3)
	})
}

// answered waits until nothing is left to answer.
func (c *crowd) answered(t *testing.T) {
	t.Helper()
	c.until(t, "messages are left", func(k keeper) (bool, error) {
		inbox, err := k.Stats(t.Context())
		return inbox.Waiting == 0, err
	})
}

// planned waits until everybody's next check-in is planned.
func (c *crowd) planned(t *testing.T) {
	t.Helper()
	c.until(t, "nothing is planned", func(k keeper) (bool, error) {
		next, ok, err := k.NextDue(t.Context())
		return ok && !next.IsZero(), err
	})
}

// until waits for something in the database.
func (c *crowd) until(t *testing.T, otherwise string, is func(keeper) (bool, error)) {
	t.Helper()
	k, err := c.open()
	if err != nil {
		t.Fatal(err)
	}
	defer k.Close()
	late := time.After(2 * patience)
	for {
		ok, err := is(k)
		if err != nil {
			t.Fatal(err)
		}
		if ok {
			return
		}
		select {
		case <-late:
			t.Fatal(otherwise)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// shown are the texts that a person sees.
func (c *crowd) shown(p bot.Person) (texts []string) {
	if p.Platform == "slack" {
		return slackTexts(c.slack.Messages(p.User))
	}
	for _, m := range c.discord.Since(0, p.User) {
		texts = append(texts, m.Text())
	}
	return texts
}

// asking stands in the question how somebody is, once.
const asking = "How are you"

// askedTimes waits until everybody was asked so often, and no more.
func (c *crowd) askedTimes(t *testing.T, times int) {
	t.Helper()
	late := time.After(patience)
	for _, p := range c.asked {
		for n := countText(c.shown(p), asking); n != times; n = countText(c.shown(p), asking) {
			if n > times {
				t.Fatalf("%s was asked %d times, not %d", p, n, times)
			}
			select {
			case <-late:
				t.Fatalf("%s was asked %d times, not %d", p, n, times)
			case <-time.After(50 * time.Millisecond):
			}
		}
	}
}

// judge compares what was said with what is kept and what people see.
func (c *crowd) judge(t *testing.T, what string, asked int) {
	t.Helper()
	acknowledged, said := map[string]int{}, map[string]int{}
	for _, l := range c.talk {
		kept, texts := c.runsOf(t, l.person), c.shown(l.person)
		for _, km := range slices.Sorted(maps.Keys(l.said)) {
			acked := l.said[km]
			answers := countText(texts, fmt.Sprintf(", %s km, ", short(km)))
			said[l.person.Platform]++
			if acked {
				acknowledged[l.person.Platform]++
			}
			if kept[km] > 1 || acked && kept[km] != 1 {
				t.Errorf("%s: the run of %s km (acknowledged: %v) is kept %d times", l.person, km, acked, kept[km])
			}
			if answers != kept[km] {
				t.Errorf("%s: the run of %s km is kept %d times and answered %d times", l.person, km, kept[km], answers)
			}
			delete(kept, km)
		}
		if len(kept) > 0 {
			t.Errorf("%s: kept and never said: %v", l.person, kept)
		}
	}
	for _, p := range c.asked {
		if n := countText(c.shown(p), asking); n != asked {
			t.Errorf("%s was asked %d times, not %d", p, n, asked)
		}
	}
	if t.Failed() {
		return
	}
	t.Logf("%s. Slack: %d of %d logs acknowledged, each kept once and answered once. Discord: %d of %d logs acknowledged, each kept once and answered once; of the others none twice. %d people asked how they are, each %d times.",
		what, acknowledged["slack"], said["slack"], acknowledged["discord"], said["discord"], len(c.asked), asked)
}

// short is a number of kilometres as the coach writes it.
func short(km string) string {
	var f float64
	if err := json.Unmarshal([]byte(km), &f); err != nil {
		return km
	}
	return fmt.Sprint(f)
}

// runsOf counts a person's runs by their distance.
func (c *crowd) runsOf(t *testing.T, p bot.Person) map[string]int {
	t.Helper()
	store, err := c.open()
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	kept := map[string]int{}
	err = store.View(t.Context(), func(tx bot.Tx) error {
		all, err := tx.SessionsBetween(t.Context(), c.ids[p], time.Unix(0, 0), time.Now().AddDate(1, 0, 0))
		for _, r := range all {
			kept[fmt.Sprintf("%.2f", r.Km)]++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return kept
}
