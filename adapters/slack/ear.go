package slack

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"tandem/bot"
)

// ear is what both transports hand their payloads to.
type ear struct {
	*Adapter
	in   bot.Inbox
	desk bot.Desk   // nil = the inbox answers nothing at once
	gone chan error // why the one workspace is gone

	places bot.Departures // nil = nobody keeps what they were told
}

func newEar(a *Adapter, in bot.Inbox) *ear {
	e := &ear{Adapter: a, in: in, gone: make(chan error, 1)}
	e.places, _ = in.(bot.Departures)
	if desk, ok := in.(bot.Desk); ok {
		e.desk = desk
		a.desk.Store(&desk)
	}
	return e
}

// The kinds of payload, by Socket Mode's names.
const (
	kindEvent       = "events_api"
	kindCommand     = "slash_commands"
	kindInteraction = "interactive"
)

// hear takes one payload. The answer, nil for none, travels with the
// acknowledgement; an error means that nothing may be acknowledged.
func (e *ear) hear(ctx context.Context, kind string, body []byte) (answer any, err error) {
	defer func() { // one payload must not end the process, nor come again and again
		if p := recover(); p != nil {
			e.o.Log.ErrorContext(ctx, "panic in the slack adapter", "kind", kind, "panic", bot.Panicked(p), "stack", string(debug.Stack()))
			err = e.keepUnread(ctx, kind, errors.New("panic: "+bot.Panicked(p)), body)
		}
	}()
	switch kind {
	case kindEvent:
		var b eventBody
		if err := decode(body, &b); err != nil {
			return nil, e.keepUnread(ctx, kind, err, body)
		}
		return nil, e.event(ctx, b)
	case kindCommand:
		var b commandBody
		if err := decode(body, &b); err != nil {
			return nil, e.keepUnread(ctx, kind, err, body)
		}
		return e.command(ctx, b)
	case kindInteraction:
		var b interactionBody
		if err := decode(body, &b); err != nil {
			return nil, e.keepUnread(ctx, kind, err, body)
		}
		return e.interaction(ctx, b)
	}
	return nil, e.keepUnread(ctx, kind, fmt.Errorf("unknown kind %q", kind), body)
}

// maxUnread is how much of an unreadable payload is kept.
const maxUnread = 64 << 10

// keepUnread keeps what could not be decoded, so that it may be acknowledged:
// sent again it would read no better.
func (e *ear) keepUnread(ctx context.Context, kind string, why error, body []byte) error {
	e.unread.Add(1)
	e.o.Log.WarnContext(ctx, "slack payload not understood; kept", "kind", kind, "error", why, "bytes", len(body))
	if err := e.o.Store.KeepUnread(ctx, kind, why.Error(), body[:min(len(body), maxUnread)], e.o.Now()); err != nil {
		return fmt.Errorf("keep unread payload: %w", err)
	}
	return nil
}

// accept stores a message; then it may be acknowledged.
func (e *ear) accept(ctx context.Context, m bot.Message) error {
	m.At = e.o.Now()
	m.Zone = e.zones.of(m.From)
	e.lookUpZone(m.From)
	if _, err := e.in.Accept(ctx, m); err != nil {
		return fmt.Errorf("store message: %w", err)
	}
	return nil
}

// person is somebody in a workspace: the enterprise is the workspace where the
// app was installed on the whole of it.
func person(enterprise, team, user string, orgWide bool) bot.Person {
	workspace := team
	if orgWide && enterprise != "" {
		workspace = enterprise
	}
	return bot.Person{Platform: Name, Workspace: workspace, User: user}
}

// tryAgain is said where Slack sends nothing a second time.
const tryAgain = "I could not take that just now. Nothing of it was kept; please try again in a minute."

// command takes a slash command. One that opens a form does so at once.
func (e *ear) command(ctx context.Context, b commandBody) (any, error) {
	from := person(b.Enterprise, b.Team, b.User, bool(b.OrgWide))
	h := handle{URL: b.URL, At: e.o.Now().Unix(), Channel: b.Channel}
	m := bot.Message{ID: "command." + b.Trigger, From: from, Channel: b.Channel, Addressed: true,
		Text: e.o.Commands.line(b.Command, unescape(b.Text, "")), Handle: h.String()}
	if h.direct() {
		m.Channel = "" // nobody to share with
	}
	if form, ok := formOfLine(m.Text); ok && b.Trigger != "" {
		if e.openForm(b.Trigger, form, h, m) {
			return nil, nil
		}
	}
	ctx = bot.WithTrace(ctx, bot.About(m))
	if err := e.accept(ctx, m); err != nil {
		e.o.Log.ErrorContext(ctx, "slash command not stored", "error", err)
		return map[string]string{"response_type": "ephemeral", "text": tryAgain}, nil
	}
	return nil, nil
}

// line is what a slash command says in the coach's own words, whatever it is
// called in this workspace.
func (c Commands) line(command, text string) string {
	word := "/coach"
	switch command {
	case c.Log:
		word = "/log"
	case c.CheckIn:
		word = "/checkin"
	}
	if text == "" {
		return word
	}
	return word + " " + text
}

// formOfLine is the form that a command without words opens.
func formOfLine(line string) (*bot.Form, bool) {
	for _, prefix := range []string{"/coach /", "/coach ", "/"} {
		if len(line) > len(prefix) && line[:len(prefix)] == prefix {
			return bot.FormFor(line[len(prefix):])
		}
	}
	return nil, false
}

// openForm opens a form after the acknowledgement. Where Slack does not open it
// any more, the words go to the coach as they are. False = not even tried.
func (e *ear) openForm(trigger string, form *bot.Form, h handle, instead bot.Message) bool {
	return e.soon(func(ctx context.Context) {
		err := e.showForm(ctx, instead.From, trigger, form, h)
		if err == nil {
			return
		}
		e.o.Log.WarnContext(ctx, "form not opened", "form", form.ID, "error", err)
		if err := e.accept(ctx, instead); err != nil {
			e.o.Log.ErrorContext(ctx, "message not stored", "error", err)
		}
	})
}

// interaction takes what was pressed or sent in.
func (e *ear) interaction(ctx context.Context, b interactionBody) (any, error) {
	switch b.Type {
	case "block_actions":
		return nil, e.pressed(ctx, b)
	case "view_submission":
		return e.sentIn(ctx, b)
	case "block_suggestion":
		return e.suggest(ctx, b)
	case "message_action":
		return nil, e.shortcut(ctx, b)
	}
	return nil, nil // old dialogs and closed views concern nobody here
}

func (b interactionBody) from() bot.Person {
	var team, enterprise string
	if b.Team != nil {
		team = b.Team.ID
	} else {
		team = b.User.Team
	}
	if b.Enterprise != nil {
		enterprise = b.Enterprise.ID
	}
	return person(enterprise, team, b.User.ID, bool(b.OrgWide))
}

// handle is how to answer a press: where the button was.
func (b interactionBody) handle(now time.Time) handle {
	h := handle{URL: b.URL, At: now.Unix(), Message: b.Container.MessageTS, Thread: b.Container.Thread, Ephemeral: b.Container.Ephemeral,
		Home: b.Container.Type == "view", Channel: b.Container.Channel}
	if b.Channel != nil {
		h.Channel = b.Channel.ID
	}
	if h.Message == "" {
		h.Message = b.MessageTS
	}
	if h.Thread == "" {
		h.Thread = b.Message.Thread
	}
	return h
}

// pressed takes a button. A form's button opens it at once.
func (e *ear) pressed(ctx context.Context, b interactionBody) error {
	h := b.handle(e.o.Now())
	for i, act := range b.Actions {
		if act.Type != "button" || act.Value == "" {
			continue
		}
		m := bot.Message{ID: fmt.Sprintf("press.%s.%s.%d", b.Trigger, act.TS, i), From: b.from(), Channel: h.Channel,
			Direct: h.direct() || h.Home, Addressed: true, Handle: h.String()}
		if m.Direct {
			m.Channel = ""
		}
		if act.ID == formAction {
			if e.pressedForm(ctx, b.Trigger, act.Value, h, m) {
				continue
			}
		}
		m.Press = act.Value
		if err := e.accept(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// pressedForm opens the form that the button carries.
func (e *ear) pressedForm(ctx context.Context, trigger, value string, h handle, m bot.Message) bool {
	var form bot.Form
	if err := json.Unmarshal([]byte(value), &form); err != nil {
		return false
	}
	m.Text = "/" + form.ID
	return e.openForm(trigger, &form, h, m)
}

// shortcut logs a message that somebody pointed at.
func (e *ear) shortcut(ctx context.Context, b interactionBody) error {
	if b.Callback != logShortcut {
		return nil
	}
	h := b.handle(e.o.Now())
	h.Message = "" // the message is not ours to replace
	m := bot.Message{ID: "shortcut." + b.Trigger, From: b.from(), Channel: h.Channel, Addressed: true,
		Text: "/log " + bot.WorkoutIn(unescape(b.Message.Text, "")), Handle: h.String()}
	return e.accept(ctx, m)
}
