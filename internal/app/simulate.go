package app

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"tandem/bot"
	"tandem/internal/config"
	"tandem/scheduler"
	"tandem/store/sqlite"
)

// simulate plays a script against the live code: the same router, coach,
// scheduler and store, under a clock that only the script moves.
func simulate(ctx context.Context, p Process, args []string) error {
	fs := flag.NewFlagSet("simulate", flag.ContinueOnError)
	asJSON := fs.Bool("json", false, "one JSON object a line")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(words) != 1 {
		return usage("simulate takes one script: a file, or - for standard input")
	}
	in, folder := io.Reader(p.In), "."
	if words[0] != "-" {
		f, err := os.Open(words[0])
		if err != nil {
			return fmt.Errorf("open script: %w", err)
		}
		defer f.Close()
		in, folder = f, filepath.Dir(words[0])
	}
	events, err := readScript(in)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(p.Out)
	defer out.Flush()
	w, err := newWorld(ctx, firstTime(events), folder, out, *asJSON)
	if err != nil {
		return err
	}
	defer w.store.Close()
	for _, e := range events {
		if err := w.play(ctx, e); err != nil {
			return fmt.Errorf("line %d: %w", e.Line, err)
		}
	}
	return nil
}

func firstTime(events []event) time.Time {
	for _, e := range events {
		if e.Athlete == "" {
			return e.At
		}
	}
	return time.Time{}
}

// world is a whole installation under a virtual clock.
type world struct {
	now    time.Time
	store  *sqlite.Store
	router *bot.Router
	sched  *scheduler.Scheduler
	folder string
	out    *bufio.Writer
	asJSON bool
	shown  map[string][]bot.Reply // what each person got, oldest first
}

func newWorld(ctx context.Context, start time.Time, folder string, out *bufio.Writer, asJSON bool) (*world, error) {
	store, err := sqlite.Memory(ctx)
	if err != nil {
		return nil, fmt.Errorf("open a store in memory: %w", err)
	}
	w := &world{now: start, store: store, folder: folder, out: out, asJSON: asJSON, shown: map[string][]bot.Reply{}}
	c, err := newCoach(config.Default())
	if err != nil {
		return nil, err
	}
	quiet := slog.New(slog.DiscardHandler)
	w.router = bot.New(bot.Config{Coach: c, Store: store, Planner: scheduler.Planner{}, Adapters: []bot.Adapter{w}, Now: w.clock, Log: quiet})
	w.sched = scheduler.New(scheduler.Config{Store: store, Sender: sender{router: w.router, now: w.clock}, Now: w.clock, Log: quiet})
	return w, nil
}

func (w *world) clock() time.Time { return w.now }

// play brings the clock to the event and lets it happen.
func (w *world) play(ctx context.Context, e event) error {
	if e.Athlete != "" {
		return w.setUp(ctx, e)
	}
	if err := w.advance(ctx, e.At); err != nil || e.End {
		return err
	}
	m, err := w.message(e)
	if err != nil {
		return err
	}
	if !w.asJSON {
		at := w.localTime(ctx, m.From).Format("Mon 2 Jan 15:04")
		fmt.Fprintf(w.out, "%s %s: %s%s%s\n\n", at, e.From, e.Text, e.Press, e.File)
	}
	if _, err := w.router.Accept(ctx, m); err != nil {
		return err
	}
	if err := w.router.Settle(ctx); err != nil {
		return err
	}
	return w.sched.Step(ctx)
}

// advance runs everything that comes due until the instant.
func (w *world) advance(ctx context.Context, to time.Time) error {
	for {
		next, ok, err := w.sched.NextDue(ctx)
		if err != nil {
			return err
		}
		if !ok || next.After(to) {
			break
		}
		if next.After(w.now) {
			w.now = next
		}
		if err := w.sched.Step(ctx); err != nil {
			return err
		}
	}
	w.now = to
	return w.sched.Step(ctx)
}

func (w *world) setUp(ctx context.Context, e event) error {
	a, err := e.athlete()
	if err != nil {
		return err
	}
	if err := (scheduler.Planner{}).Check(a); err != nil {
		return err
	}
	return w.store.Update(ctx, func(tx bot.Tx) error {
		id, _, err := tx.Who(ctx, simulated(e.Athlete), w.now)
		if err != nil {
			return err
		}
		a.ID, a.Created = id, w.now
		if a.Consent.Given {
			a.Consent.At = w.now
		}
		return tx.SaveAthlete(ctx, a)
	})
}

func simulated(name string) bot.Person { return bot.Person{Platform: "simulation", User: name} }

// mention is how the coach is spoken to in a simulated channel.
var mention = regexp.MustCompile(`(?i)@(coach|tandem)\b[,:]?\s*`)

func (w *world) message(e event) (bot.Message, error) {
	m := bot.Message{ID: fmt.Sprintf("line-%d", e.Line), From: simulated(e.From), At: e.At, Text: e.Text}
	if e.In == "" || e.In == "dm" {
		m.Direct = true
	} else {
		m.Channel = e.In
	}
	m.Addressed = m.Direct || strings.HasPrefix(e.Text, "/") || mention.MatchString(e.Text)
	m.Text = strings.TrimSpace(mention.ReplaceAllString(e.Text, ""))
	if e.Press != "" {
		command, ok := w.button(e.From, e.Press)
		if !ok {
			return m, fmt.Errorf("no message to %s has a button %q", e.From, e.Press)
		}
		m.Press, m.Addressed = command, true
	}
	if e.File != "" {
		path := e.File
		if !filepath.IsAbs(path) {
			path = filepath.Join(w.folder, path)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return m, fmt.Errorf("read file: %w", err)
		}
		m.File = &bot.File{Name: filepath.Base(path), Data: data}
	}
	return m, nil
}

// button finds a label on the newest message to the person that has it.
func (w *world) button(person, label string) (string, bool) {
	replies := w.shown[person]
	for i := len(replies) - 1; i >= 0; i-- {
		for _, row := range replies[i].Rows {
			for _, b := range row.Buttons {
				if strings.EqualFold(b.Label, label) {
					return b.Command, true
				}
			}
		}
		for _, b := range replies[i].Buttons {
			if strings.EqualFold(b.Label, label) {
				return b.Command, true
			}
		}
	}
	return "", false
}

// Name, Run and Send make the world an adapter: what is sent is printed.
func (w *world) Name() string { return "simulation" }

// Run has nothing to hear: the script speaks.
func (w *world) Run(context.Context, bot.Inbox) error { return nil }

// Send prints a reply.
func (w *world) Send(ctx context.Context, to bot.Address, r bot.Reply, _ string) error {
	w.shown[to.User] = append(w.shown[to.User], r)
	said := saidLine{At: w.localTime(ctx, to.Person).Format(time.RFC3339), To: to.User, In: "dm", Kind: r.Kind, Private: !r.Public, Text: r.Text, Findings: findingsJSON(r.Findings)}
	if to.Channel != "" {
		said.In = to.Channel
	}
	for _, row := range r.Rows {
		for _, b := range row.Buttons {
			said.Buttons = append(said.Buttons, b.Label)
		}
	}
	for _, b := range r.Buttons {
		said.Buttons = append(said.Buttons, b.Label)
	}
	for i, s := range r.Sessions {
		j := sessionJSON(s)
		if i == 0 {
			said.Session = &j
		}
		if len(r.Sessions) > 1 {
			said.Sessions = append(said.Sessions, j)
		}
	}
	if w.asJSON {
		enc := json.NewEncoder(w.out)
		enc.SetEscapeHTML(false)
		return enc.Encode(said)
	}
	at := w.localTime(ctx, to.Person).Format("Mon 2 Jan 15:04")
	_, err := fmt.Fprintf(w.out, "%s to %s (%s): %s\n", at, to.User, r.Kind, r.Text)
	if len(said.Buttons) > 0 {
		fmt.Fprintf(w.out, "  [%s]\n", strings.Join(said.Buttons, "] ["))
	}
	fmt.Fprintln(w.out)
	return err
}

// localTime is the clock as the person reads it; without a zone of theirs, as
// the script writes it.
func (w *world) localTime(ctx context.Context, p bot.Person) time.Time {
	zone := w.now.Location()
	_ = w.store.View(ctx, func(tx bot.Tx) error { // a stranger has no zone yet
		id, _, err := tx.Who(ctx, p, w.now)
		if err != nil {
			return err
		}
		a, err := tx.Athlete(ctx, id)
		if err == nil && a.Zone != "" {
			zone = a.Location()
		}
		return err
	})
	return w.now.In(zone)
}
