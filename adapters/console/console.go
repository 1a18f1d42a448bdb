// Package console is the terminal as a chat: one person, one direct message.
//
// On a terminal it edits lines and keeps a history; from a pipe it takes one
// message a line, waits for the answer to each, and ends with the input. What
// the coach says unasked is printed as it comes. Buttons are numbered: the
// number or the label presses one.
package console

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"tandem/bot"
)

// Name is the platform's name.
const Name = "console"

// Console is the terminal's adapter.
type Console struct {
	in      *os.File
	out     io.Writer
	zone    string
	now     func() time.Time
	settled func(context.Context) error

	mu      sync.Mutex
	buttons []bot.Button // on the newest message that has any
	sent    int
	width   int       // of the terminal in columns; 0 = lines are not broken
	screen  io.Writer // the terminal while one is read from, else out
	folder  string    // where pictures and exports are put
}

var _ bot.Adapter = (*Console)(nil)

// Options are what a Console needs.
type Options struct {
	In      *os.File
	Out     io.Writer
	Zone    string // IANA zone of the machine's clock
	Now     func() time.Time
	Settled func(context.Context) error // returns when everything said so far is answered
	Folder  string                      // for pictures and exports; "" = the working directory
}

// New returns a console that reads from a terminal or a pipe.
func New(o Options) *Console {
	return &Console{in: o.In, out: o.Out, screen: o.Out, zone: o.Zone, now: o.Now, settled: o.Settled, folder: o.Folder}
}

// Name returns "console".
func (c *Console) Name() string { return Name }

// Run reads until the input ends, the person leaves or ctx is done.
func (c *Console) Run(ctx context.Context, in bot.Inbox) error {
	if term.IsTerminal(int(c.in.Fd())) {
		return c.interactive(ctx, in)
	}
	lines := make(chan string)
	go func() { // ends with the input; the process ends soon after
		defer close(lines)
		scan := bufio.NewScanner(c.in)
		scan.Buffer(make([]byte, 64<<10), 1<<20)
		for scan.Scan() {
			select {
			case lines <- scan.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return nil
		case line, ok := <-lines:
			if !ok {
				return c.settled(ctx)
			}
			if leave, err := c.say(ctx, in, line); leave || err != nil {
				return err
			}
			if err := c.settled(ctx); err != nil {
				return err
			}
		}
	}
}

// interactive is a chat with line editing.
func (c *Console) interactive(ctx context.Context, in bot.Inbox) error {
	old, err := term.MakeRaw(int(c.in.Fd()))
	if err != nil {
		return fmt.Errorf("set up the terminal: %w", err)
	}
	defer term.Restore(int(c.in.Fd()), old)
	t := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{c.in, c.out}, "> ")
	width := 0
	if w, h, err := term.GetSize(int(c.in.Fd())); err == nil {
		_ = t.SetSize(w, h) // a wrong width only wraps badly
		width = w
	}
	c.mu.Lock()
	c.screen, c.width = t, width
	c.mu.Unlock()
	if _, err := in.Accept(ctx, c.message("/hello")); err != nil {
		return err
	}
	lines := make(chan string)
	go func() { // blocked in a read until the process ends
		defer close(lines)
		for {
			line, err := t.ReadLine()
			if err != nil {
				return
			}
			lines <- line
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return nil
		case line, ok := <-lines:
			if !ok {
				return c.settled(ctx)
			}
			if leave, err := c.say(ctx, in, line); leave || err != nil {
				return err
			}
		}
	}
}

// say hands a line over; leave is true when the person is done.
func (c *Console) say(ctx context.Context, in bot.Inbox, line string) (leave bool, err error) {
	line = strings.TrimSpace(line)
	switch strings.ToLower(strings.TrimPrefix(line, "/")) {
	case "":
		return false, nil
	case "exit", "quit", "bye":
		return true, nil
	}
	m := c.message(line)
	if path, ok := strings.CutPrefix(line, "/import "); ok {
		if m.File, err = c.read(path); err != nil {
			c.print(err.Error())
			return false, nil
		}
	} else if b, ok := c.pressed(line); ok {
		m.Text, m.Press = "", b.Command
	}
	_, err = in.Accept(ctx, m)
	return false, err
}

func (c *Console) message(text string) bot.Message {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.sent++
	now := c.now()
	return bot.Message{ID: fmt.Sprintf("%d-%d", now.UnixNano(), c.sent), From: bot.Person{Platform: Name, User: "me"},
		At: now, Direct: true, Addressed: true, Text: text, Zone: c.zone}
}

// pressed finds the button that a number or a label names.
func (c *Console) pressed(line string) (bot.Button, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(c.buttons) {
		return c.buttons[n-1], true
	}
	for _, b := range c.buttons {
		if strings.EqualFold(b.Label, line) {
			return b, true
		}
	}
	return bot.Button{}, false
}

const maxFile = 20 << 20

func (c *Console) read(path string) (*bot.File, error) {
	path = strings.Trim(strings.TrimSpace(path), `"'`)
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("there is no file %q: write its path, as in /import Downloads/strong.csv", path)
	}
	if info.Size() > maxFile {
		return nil, fmt.Errorf("%q is larger than 20 MB", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%q cannot be read", path)
	}
	return &bot.File{Name: filepath.Base(path), Data: data}, nil
}

// Send prints a reply. The terminal shows what it is given, so a key is not
// looked at: a reply that is sent again after a crash was not read.
func (c *Console) Send(_ context.Context, _ bot.Address, r bot.Reply, _ string) error {
	text := r.Text
	if r.Picture != nil {
		text += "\n" + c.save("tandem.png", r.Picture.PNG, r.Picture.Alt)
	}
	if r.File != nil {
		text += "\n" + c.save(r.File.Name, r.File.Data, "")
	}
	if len(r.Buttons) > 0 {
		var labels []string
		for i, b := range r.Buttons {
			labels = append(labels, fmt.Sprintf("[%d] %s", i+1, b.Label))
		}
		text += "\n  " + strings.Join(labels, "  ")
		c.mu.Lock()
		c.buttons = r.Buttons
		c.mu.Unlock()
	}
	return c.print(text + "\n")
}

// save writes a file beside the person's own and says where; a picture that
// cannot be written is told in words.
func (c *Console) save(name string, data []byte, alt string) string {
	path := filepath.Join(c.folder, filepath.Base(name))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return strings.TrimSpace(alt + " (The file could not be written: " + err.Error() + ")")
	}
	return strings.TrimSpace(alt + "\nSaved as " + path)
}

func (c *Console) print(text string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, err := io.WriteString(c.screen, wrap(text, c.width)+"\n")
	return err
}

// wrap breaks lines between words so that none is wider than the terminal.
func wrap(text string, width int) string {
	if width < 20 {
		return text
	}
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		at := 0
		var b strings.Builder
		for i, word := range strings.Split(line, " ") {
			w := utf8.RuneCountInString(word)
			switch {
			case i == 0:
			case at+1+w >= width:
				b.WriteByte('\n')
				at = -1
			default:
				b.WriteByte(' ')
			}
			if i > 0 {
				at++
			}
			b.WriteString(word)
			at += w
		}
		out = append(out, b.String())
	}
	return strings.Join(out, "\n")
}
