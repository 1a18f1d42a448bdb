package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"

	"tandem/bot"
)

// ear takes the gateway's events. Its methods run in the goroutine that reads
// the gateway and make no request; what must be asked or answered is a chore.
type ear struct {
	*Adapter
	in   bot.Inbox
	desk suggester              // nil = the inbox completes nothing
	self atomic.Pointer[string] // the coach's own user id
}

// suggester completes an option: the part of [bot.Desk] that Discord has a use for.
type suggester interface {
	Suggest(ctx context.Context, p bot.Person, what, prefix string, n int) ([]string, error)
}

func newEar(a *Adapter, in bot.Inbox) *ear {
	desk, _ := in.(suggester)
	e := &ear{Adapter: a, in: in, desk: desk}
	e.self.Store(&a.o.ApplicationID) // the same for all but the oldest applications; READY says
	return e
}

// storeTime is how long storing may take: an interaction must be acknowledged
// within three seconds.
const storeTime = 2 * time.Second

// hear takes one event. An error means that it was not stored: the connection
// is to be resumed from the event before.
func (e *ear) hear(ctx context.Context, kind string, body json.RawMessage) (err error) {
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
		return e.interaction(ctx, i, body)
	}
	return nil
}

// survive keeps a panic over one event or chore from ending the process.
func (a *Adapter) survive(kind string, then func(why string)) {
	if p := recover(); p != nil {
		a.o.Log.Error("panic in the discord adapter", "kind", kind, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
		then(fmt.Sprint("panic: ", p))
	}
}

// maxUnread is how much of an unreadable event is kept.
const maxUnread = 64 << 10

// keepUnread keeps what could not be decoded: sent again it would read no better.
func (e *ear) keepUnread(ctx context.Context, kind string, why error, body []byte) error {
	e.unread.Add(1)
	e.o.Log.Warn("discord event not understood; kept", "kind", kind, "error", why, "bytes", len(body))
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
	m := bot.Message{ID: "said." + s.ID, From: person(s.Author.ID), Direct: direct, Addressed: true, Text: s.words(self),
		Handle: handle{Channel: s.Channel, Message: s.ID, Open: direct}.String()}
	if !direct {
		m.Channel = s.Channel
		return e.accept(ctx, m)
	}
	e.closed.drop(s.Author.ID) // who writes can be written to
	if len(s.Attachments) == 0 {
		return e.accept(ctx, m)
	}
	if !e.soon(func(ctx context.Context) { e.acceptWithFile(ctx, m, s.Attachments[0]) }) {
		return errors.New("too many files wait")
	}
	return nil
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
	e.o.Log.Warn("file not taken", "bytes", f.Size, "error", err)
	text := tryAgain
	if errors.Is(err, errTooLarge) {
		text = "That file is larger than 20 MB, which is more than I take. Export a shorter span and send it again."
	}
	to := bot.Address{Person: m.From, Channel: m.Channel, Handle: m.Handle}
	if err := e.Send(ctx, to, bot.Reply{Kind: bot.Answer, Text: text}, "file."+m.ID); err != nil {
		e.o.Log.Warn("file's fault not told", "error", err)
	}
}

// tryAgain is said where Discord sends nothing a second time.
const tryAgain = "I could not take that just now. Nothing of it was kept; please try again in a minute."

// Types of the first answer to an interaction.
const (
	answerMessage   = 4
	answerLater     = 5 // with a message
	answerSilently  = 6 // to a press: nothing to see yet
	answerSuggests  = 8
	answerWithModal = 9
)

// interaction takes a command, a press or a form. One that asks for a form gets
// it at once: after any other acknowledgement it is too late for one.
func (e *ear) interaction(ctx context.Context, i interaction, body []byte) error {
	if i.from().ID == "" && i.Type != kindPing {
		return e.keepUnread(ctx, "INTERACTION_CREATE", errors.New("nobody made it"), body)
	}
	switch i.Type {
	case kindCommand:
		return e.command(ctx, i)
	case kindComponent:
		return e.pressed(ctx, i)
	case kindAutocomplete:
		e.soon(func(ctx context.Context) { e.suggest(ctx, i) })
		return nil
	case kindModal:
		return e.sentIn(ctx, i)
	case kindPing:
		return nil
	}
	return e.keepUnread(ctx, "INTERACTION_CREATE", fmt.Errorf("unknown type %d", i.Type), body)
}

// message is an interaction as the conversation takes it.
func (e *ear) message(i interaction) (bot.Message, handle) {
	h := handle{Token: i.Token, At: e.o.Now().Unix(), Open: i.private(), Channel: i.Channel}
	m := bot.Message{ID: "interaction." + i.ID, From: person(i.from().ID), Direct: i.private(), Addressed: true}
	if !m.Direct {
		m.Channel = i.Channel
	}
	return m, h
}

func (e *ear) command(ctx context.Context, i interaction) error {
	var data commandData
	if err := json.Unmarshal(i.Data, &data); err != nil {
		return e.keepUnread(ctx, "INTERACTION_CREATE", err, i.Data)
	}
	e.closed.drop(i.from().ID) // they may have opened their messages again
	m, h := e.message(i)
	m.Text, m.Handle = lineOf(data), h.String()
	if form, ok := formOf(m.Text); ok {
		e.openForm(i, form)
		return nil
	}
	if f, ok := attached(data); ok {
		e.acknowledge(i, answerLater, e.tokens.open(i.Token))
		e.soon(func(ctx context.Context) { e.acceptWithFile(ctx, m, f) })
		return nil
	}
	return e.take(ctx, i, m, answerLater)
}

// pressed takes a button. On another person's message it is refused: an answer
// in its place would show one person's log to the others.
func (e *ear) pressed(ctx context.Context, i interaction) error {
	var data componentData
	if err := json.Unmarshal(i.Data, &data); err != nil {
		return e.keepUnread(ctx, "INTERACTION_CREATE", err, i.Data)
	}
	command, form := pressed(data.CustomID)
	switch {
	case i.othersMessage():
		e.tell(i, "That button belongs to somebody else's message. `/today` and `/help` are yours, and only you see the answer.")
		return nil
	case form != "":
		e.openKept(i, form)
		return nil
	case command == "":
		e.tell(i, "That button is from an older version of me and does nothing any more. `/help` shows what works now, `/checkin` today's check-in.")
		return nil
	}
	m, h := e.message(i)
	h.Press = true
	m.Press, m.Handle = command, h.String()
	return e.take(ctx, i, m, answerSilently)
}

func (e *ear) sentIn(ctx context.Context, i interaction) error {
	var data componentData
	if err := json.Unmarshal(i.Data, &data); err != nil {
		return e.keepUnread(ctx, "INTERACTION_CREATE", err, i.Data)
	}
	_, key := pressed(data.CustomID)
	form, err := e.keptForm(ctx, key)
	if err != nil || form == nil {
		e.tell(i, "I no longer know what that form was for, so nothing of it was kept. Please open it again: `/checkin` or `/log`.")
		return err
	}
	in := sentIn(*form, fieldValues(data.Components))
	m, h := e.message(i)
	kind := answerLater
	if i.Message != nil {
		h.Press, kind = true, answerSilently
	}
	m.Text, m.Form, m.Values, m.Handle = in.Text, in.Form, in.Values, h.String()
	return e.take(ctx, i, m, kind)
}

// take stores a message and then acknowledges its interaction. The person is
// told where it could not be stored; Discord sends no interaction twice.
func (e *ear) take(ctx context.Context, i interaction, m bot.Message, kind int) error {
	x := e.tokens.open(i.Token) // before the answer can be ready
	if err := e.accept(ctx, m); err != nil {
		e.o.Log.Error("interaction not stored", "error", err)
		e.tell(i, tryAgain)
		return nil
	}
	e.acknowledge(i, kind, x)
	return nil
}

// acknowledge says that an answer will come.
func (e *ear) acknowledge(i interaction, kind int, x *exchange) {
	answer := callback{Type: kind}
	if kind == answerLater {
		answer.Data = later{Flags: ephemeral(!i.private())}
	}
	run := func(ctx context.Context) {
		x.err = e.call(ctx, i, answer)
		close(x.acked)
	}
	if !e.soon(run) {
		x.err = errNotAcknowledged
		close(x.acked)
	}
}

// tell answers an interaction at once, to the person alone.
func (e *ear) tell(i interaction, text string) {
	m := notice(text)
	m.Flags |= ephemeral(!i.private())
	e.soon(func(ctx context.Context) {
		_ = e.call(ctx, i, callback{Type: answerMessage, Data: m}) // counted there
	})
}

func ephemeral(yes bool) int {
	if yes {
		return flagEphemeral
	}
	return 0
}

// openForm keeps a form, so that it is known when it comes back, and opens it.
func (e *ear) openForm(i interaction, form bot.Form) {
	form = modalForm(form)
	e.soon(func(ctx context.Context) {
		if err := e.keepForm(ctx, i.from().ID, form); err != nil {
			e.o.Log.Error("form not kept", "error", err)
			e.tell(i, tryAgain)
			return
		}
		_ = e.call(ctx, i, callback{Type: answerWithModal, Data: drawModal(form, i.from().ID)}) // counted there
	})
}

// openKept opens the form behind a button.
func (e *ear) openKept(i interaction, key string) {
	e.soon(func(ctx context.Context) {
		form, err := e.keptForm(ctx, key)
		if err != nil || form == nil {
			e.tell(i, "That form is from an old message. `/checkin` shows today's, `/log` takes a session.")
			return
		}
		_ = e.call(ctx, i, callback{Type: answerWithModal, Data: drawModal(*form, i.from().ID)}) // counted there
	})
}

// callback is the first answer to an interaction.
type callback struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`
}

type later struct {
	Flags int `json:"flags,omitempty"`
}

// others is how often somebody else may have answered first before it is plain
// that a second process has the token.
const others = 3

// call gives the first answer. Discord forgets the interaction after three
// seconds; then the answer becomes a direct message.
func (a *Adapter) call(ctx context.Context, i interaction, c callback) error {
	q := request{method: http.MethodPost, url: discordgo.EndpointInteractionResponse(i.ID, i.Token), lane: "callback " + i.ID,
		body: c, interaction: true, hurry: true}
	_, err := a.rest.do(ctx, q)
	again := errors.Is(err, bot.ErrUnknown)
	if again {
		_, err = a.rest.do(ctx, q)
	}
	switch {
	case err == nil:
		return nil
	case hasCode(err, codeAcknowledged):
		if !again && a.twice.add() >= others {
			a.fail(errors.New("another process answers with the same Discord token; stop it, or reset the token in the developer portal"))
		}
		return nil
	case hasCode(err, codeUnknownInteraction):
		a.late.Add(1)
	}
	a.o.Log.Warn("interaction not answered", "answer", c.Type, "error", err)
	return err
}

func (a *Adapter) keepForm(ctx context.Context, owner string, f bot.Form) error {
	body, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("write form: %w", err)
	}
	if err := a.o.Store.PutForm(ctx, owner, formKey(f, owner), body, a.o.Now()); err != nil {
		return fmt.Errorf("keep form: %w", err)
	}
	return nil
}

// keptForm returns a form by its key, nil if it is no longer kept.
func (a *Adapter) keptForm(ctx context.Context, key string) (*bot.Form, error) {
	body, err := a.o.Store.Form(ctx, key)
	if err != nil || body == nil {
		return nil, err
	}
	var f bot.Form
	if err := json.Unmarshal(body, &f); err != nil {
		return nil, fmt.Errorf("read form: %w", err)
	}
	return &f, nil
}

// suggest completes an option while it is typed.
func (e *ear) suggest(ctx context.Context, i interaction) {
	choices := []choice{}
	var data commandData
	if e.desk != nil && json.Unmarshal(i.Data, &data) == nil {
		what, prefix := completed(data)
		found, err := e.desk.Suggest(ctx, person(i.from().ID), what, prefix, maxChoices)
		if err != nil {
			e.o.Log.Warn("no suggestions", "error", err)
		}
		for _, s := range found {
			choices = append(choices, suggestion(what, s, e.o.Now()))
		}
	}
	_ = e.call(ctx, i, callback{Type: answerSuggests, Data: suggestions{choices}}) // counted there
}

type suggestions struct {
	Choices []choice `json:"choices"`
}

type choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// suggestion shows a zone with the time that it is there.
func suggestion(what, s string, now time.Time) choice {
	c := choice{Name: clip(s, maxChoice), Value: clip(s, maxChoice)}
	if loc, err := time.LoadLocation(s); what == "zone" && err == nil {
		c.Name = clip(strings.ReplaceAll(s, "_", " ")+", it is "+now.In(loc).Format("15:04"), maxChoice)
	}
	return c
}
