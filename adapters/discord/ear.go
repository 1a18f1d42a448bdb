package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"
	"time"

	"tandem/bot"
)

// ear takes the gateway's events. Its methods run in the goroutine that reads
// the gateway and make no request; what must be asked or answered is a chore.
type ear struct {
	*Adapter
	in   bot.Inbox
	desk suggester // nil = the inbox completes nothing

	places bot.Departures         // nil = nobody keeps what they were told
	self   atomic.Pointer[string] // the coach's own user id
}

// suggester completes an option: the part of [bot.Desk] that Discord has a use for.
type suggester interface {
	Suggest(ctx context.Context, p bot.Person, what, prefix string, n int) ([]string, error)
}

func newEar(a *Adapter, in bot.Inbox) *ear {
	desk, _ := in.(suggester)
	places, _ := in.(bot.Departures)
	e := &ear{Adapter: a, in: in, desk: desk, places: places}
	e.self.Store(&a.o.ApplicationID) // the same for all but the oldest applications; READY says
	return e
}

// storeTime is how long storing may take: an interaction must be acknowledged
// within three seconds.
const storeTime = 2 * time.Second

// hear takes one event; replayed says that it may have been heard before. An
// error means that it was not stored: the connection is to be resumed from the
// event before.
func (e *ear) hear(ctx context.Context, kind string, body json.RawMessage, replayed bool) (err error) {
	defer e.survive(kind, func(why string) { err = e.keepUnread(ctx, kind, errors.New(why), body) })
	switch kind {
	case "READY":
		var ready struct {
			User user `json:"user"`
		}
		if json.Unmarshal(body, &ready) == nil && ready.User.ID != "" {
			e.self.Store(&ready.User.ID)
		}
	case "MESSAGE_CREATE":
		var s said
		if err := json.Unmarshal(body, &s); err != nil {
			return e.keepUnread(ctx, kind, err, body)
		}
		return e.said(ctx, s)
	case "INTERACTION_CREATE":
		var i interaction
		if err := json.Unmarshal(body, &i); err != nil {
			return e.keepUnread(ctx, kind, err, body)
		}
		i.Replayed = replayed
		return e.interaction(ctx, i, body)
	case "GUILD_DELETE":
		return e.removed(ctx, body)
	}
	return nil
}

// removed notes that the coach was removed from a server. One that only fails
// for now is called unavailable.
func (e *ear) removed(ctx context.Context, body json.RawMessage) error {
	var guild struct {
		ID          string `json:"id"`
		Unavailable bool   `json:"unavailable"`
	}
	if err := json.Unmarshal(body, &guild); err != nil {
		return e.keepUnread(ctx, "GUILD_DELETE", err, body)
	}
	if guild.Unavailable || guild.ID == "" || e.places == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), storeTime)
	defer cancel()
	return e.places.Left(ctx, bot.Place{Platform: Name, Server: guild.ID})
}

// survive keeps a panic over one event or chore from ending the process.
func (a *Adapter) survive(kind string, then func(why string)) {
	if p := recover(); p != nil {
		a.o.Log.Error("panic in the discord adapter", "kind", kind, "panic", bot.Panicked(p), "stack", string(debug.Stack()))
		then("panic: " + bot.Panicked(p))
	}
}

// maxUnread is how much of an unreadable event is kept.
const maxUnread = 64 << 10

// keepUnread keeps what could not be decoded: sent again it would read no better.
func (e *ear) keepUnread(ctx context.Context, kind string, why error, body []byte) error {
	e.unread.Add(1)
	e.o.Log.WarnContext(ctx, "discord event not understood; kept", "kind", kind, "error", why, "bytes", len(body))
	if err := e.o.Store.KeepUnread(ctx, kind, why.Error(), body[:min(len(body), maxUnread)], e.o.Now()); err != nil {
		return fmt.Errorf("keep unread event: %w", err)
	}
	return nil
}

func (e *ear) accept(ctx context.Context, m bot.Message) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), storeTime) // what was heard is stored, even while stopping
	defer cancel()
	m.At = e.o.Now()
	if _, err := e.in.Accept(ctx, m); err != nil {
		return fmt.Errorf("store message: %w", err)
	}
	return nil
}

func person(id string) bot.Person { return bot.Person{Platform: Name, User: id} }

// said takes a direct message or a mention. What bots say, and what is said to
// nobody here, is not the coach's.
func (e *ear) said(ctx context.Context, s said) error {
	self, direct := *e.self.Load(), s.Guild == ""
	written := s.Type == plainMessage || s.Type == replyMessage
	if s.Author.ID == "" || s.Author.ID == self || s.Author.Bot || s.Webhook != "" || !written || !direct && !s.mentions(self) {
		return nil
	}
	m := bot.Message{ID: "said." + s.ID, From: person(s.Author.ID), Server: s.Guild, Direct: direct, Addressed: true, Text: s.words(self),
		Handle: handle{Channel: s.Channel, Message: s.ID, Open: direct}.String()}
	if !direct {
		m.Channel = s.Channel
		return e.accept(ctx, m)
	}
	e.closed.drop(s.Author.ID) // who writes can be written to
	if len(s.Attachments) == 0 {
		return e.accept(ctx, m)
	}
	if !e.fetchSoon(m, s.Attachments[0]) {
		return errors.New("too many files wait")
	}
	return nil
}

// fetchSoon has a file fetched and its message stored; false = too much is
// waiting.
func (e *ear) fetchSoon(m bot.Message, f file) bool {
	e.fetching.Add(1)
	taken := e.soon(func(ctx context.Context) {
		defer e.fetching.Add(-1)
		e.acceptWithFile(ctx, m, f)
	})
	if !taken {
		e.fetching.Add(-1)
	}
	return taken
}

// acceptWithFile fetches a file and stores the message with it. What goes wrong
// is said.
func (e *ear) acceptWithFile(ctx context.Context, m bot.Message, f file) {
	data, err := e.fetch(ctx, f)
	if err == nil {
		m.File = &bot.File{Name: f.Filename, Data: data}
		err = e.accept(ctx, m)
	}
	if err == nil {
		return
	}
	e.o.Log.WarnContext(ctx, "file not taken", "bytes", f.Size, "error", err)
	text := tryAgain
	if errors.Is(err, errTooLarge) {
		text = "That file is larger than 20 MB, which is more than I take. Export a shorter span and send it again."
	}
	to := bot.Address{Person: m.From, Channel: m.Channel, Handle: m.Handle}
	if err := e.Send(ctx, to, bot.Reply{Kind: bot.Answer, Text: text}, "file."+m.ID); err != nil {
		e.o.Log.WarnContext(ctx, "file's fault not told", "error", err)
	}
}

// tryAgain is said where Discord sends nothing a second time.
const tryAgain = "I could not take that just now. Nothing of it was kept; please try again in a minute."
