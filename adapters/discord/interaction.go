package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"tandem/bot"
)

// Types of the first answer to an interaction.
const (
	answerMessage   = 4
	answerLater     = 5 // with a message
	answerSilently  = 6 // to a press that changes its own message
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
	m := bot.Message{ID: "interaction." + i.ID, From: person(i.from().ID), Server: i.server(), Direct: i.private(), Addressed: true}
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
		x := e.tokens.open(i.Token)
		if !e.fetchSoon(m, f) {
			e.tell(i, tryAgain)
			return nil
		}
		e.acknowledge(i, answerLater, x)
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
	kind := answerLater // with a message of its own, which can be edited twice to the same effect
	if bot.UpdatesInPlace(command) {
		h.Press, kind = true, answerSilently
	}
	m.Press, m.Handle = command, h.String()
	return e.take(ctx, i, m, kind)
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
	m.Text, m.Form, m.Values, m.Handle = in.Text, in.Form, in.Values, h.String()
	return e.take(ctx, i, m, answerLater)
}

// take stores a message and then acknowledges its interaction. The person is
// told where it could not be stored: Discord does not send it again.
func (e *ear) take(ctx context.Context, i interaction, m bot.Message, kind int) error {
	if _, known := e.tokens.get(i.Token); known {
		return nil // a replay: it is acknowledged already
	}
	ctx = bot.WithTrace(ctx, bot.About(m))
	x := e.tokens.open(i.Token) // before the answer can be ready
	if err := e.accept(ctx, m); err != nil {
		e.o.Log.ErrorContext(ctx, "interaction not stored", "error", err)
		e.tell(i, tryAgain)
		return nil
	}
	e.acknowledge(i, kind, x)
	return nil
}

// openForm keeps a form, so that it is known when it comes back, and opens it.
func (e *ear) openForm(i interaction, form bot.Form) {
	form = modalForm(form)
	e.soon(func(ctx context.Context) {
		if err := e.keepForm(ctx, i.from().ID, form); err != nil {
			e.o.Log.ErrorContext(ctx, "form not kept", "error", err)
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
