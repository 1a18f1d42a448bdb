package slack

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	slackgo "github.com/slack-go/slack"

	"tandem/bot"
)

// Names that travel through Slack and back.
const (
	formAction  = "form"     // the action of a button that opens a form
	inputAction = "in"       // the action of each field; its block is the field's name
	formView    = "form"     // the callback of the view
	logShortcut = "log_this" // the callback of the message shortcut
)

// Slack's limits of a view's parts, in characters.
const (
	maxViewTitle   = 24
	maxPlaceholder = 150
	maxLabel       = 2000
	maxInput       = 3000
	maxOption      = 75
	maxOptions     = 100
	maxPrivate     = 3000
	maxSuggested   = 40 // what a phone shows, and well below what a socket carries in an acknowledgement
)

// private is what a view carries to its submission.
type private struct {
	Form   string `json:"f"`
	Handle handle `json:"h"`
}

// showForm opens a form with the trigger of what was pressed or typed.
func (a *Adapter) showForm(ctx context.Context, p bot.Person, trigger string, form *bot.Form, h handle) error {
	inst, err := a.install(ctx, p.Workspace)
	if err != nil {
		return err
	}
	view, err := modal(form, h)
	if err != nil {
		return err
	}
	return a.call(ctx, inst, "views.open", "", func(ctx context.Context, api *slackgo.Client) error {
		_, err := api.OpenViewContext(ctx, trigger, view)
		return err
	})
}

// modal is a form as Slack's view.
func modal(form *bot.Form, h handle) (slackgo.ModalViewRequest, error) {
	meta, err := json.Marshal(private{Form: form.ID, Handle: h})
	if err != nil {
		return slackgo.ModalViewRequest{}, fmt.Errorf("write the form's metadata: %w", err)
	}
	if len(meta) > maxPrivate {
		return slackgo.ModalViewRequest{}, fmt.Errorf("the form's metadata has %d bytes", len(meta))
	}
	v := slackgo.ModalViewRequest{Type: slackgo.VTModal, CallbackID: formView, PrivateMetadata: string(meta),
		Title: plain(form.Title, maxViewTitle), Submit: plain(form.Send, maxViewTitle), Close: plain("Cancel", maxViewTitle)}
	for _, f := range form.Fields {
		in := slackgo.NewInputBlock(f.Name, plain(f.Label, maxLabel), nil, input(f))
		in.Optional = !f.Required
		v.Blocks.BlockSet = append(v.Blocks.BlockSet, in)
	}
	return v, nil
}

func input(f bot.Field) slackgo.BlockElement {
	var hint *slackgo.TextBlockObject
	if f.Hint != "" {
		hint = plain(f.Hint, maxPlaceholder)
	}
	switch {
	case len(f.Choices) > 0:
		sel := slackgo.NewOptionsSelectBlockElement(slackgo.OptTypeStatic, hint, inputAction)
		for _, c := range f.Choices[:min(len(f.Choices), maxOptions)] {
			o := option(c)
			sel.Options = append(sel.Options, o)
			if c == f.Value {
				sel.InitialOption = o
			}
		}
		return sel
	case f.Suggest != "":
		sel := slackgo.NewOptionsSelectBlockElement(slackgo.OptTypeExternal, hint, inputAction+"."+f.Suggest)
		one := 1
		sel.MinQueryLength = &one
		if f.Value != "" {
			sel.InitialOption = option(f.Value)
		}
		return sel
	}
	text := slackgo.NewPlainTextInputBlockElement(hint, inputAction)
	text.Multiline, text.InitialValue, text.MaxLength = f.Long, clip(f.Value, maxInput), maxInput
	return text
}

func option(s string) *slackgo.OptionBlockObject {
	return slackgo.NewOptionBlockObject(clip(s, maxOption), plain(s, maxOption), nil)
}

// sentIn takes a form. What is wrong is said at its field, and the form stays
// open; else the form closes and its values are a message.
func (e *ear) sentIn(ctx context.Context, b interactionBody) (any, error) {
	var meta private
	if b.View.Callback != formView || json.Unmarshal([]byte(b.View.Private), &meta) != nil || meta.Form == "" {
		return nil, nil
	}
	values := map[string]string{}
	for name, fields := range b.View.State.Values {
		for _, state := range fields {
			values[name] = state.String()
		}
	}
	if wrong := e.wrongIn(ctx, b.from(), meta.Form, values); len(wrong) > 0 {
		return map[string]any{"response_action": "errors", "errors": wrong}, nil
	}
	h := meta.Handle
	m := bot.Message{ID: "form." + b.View.ID, From: b.from(), Channel: h.Channel, Direct: h.direct() || h.Home, Addressed: true,
		Form: meta.Form, Values: values, Handle: h.String()}
	if m.Direct {
		m.Channel = ""
	}
	ctx = bot.WithTrace(ctx, bot.About(m))
	if err := e.accept(ctx, m); err != nil {
		e.o.Log.ErrorContext(ctx, "form not stored", "error", err)
		return map[string]any{"response_action": "errors", "errors": map[string]string{firstName(values): tryAgain}}, nil
	}
	return nil, nil
}

// wrongIn is what is wrong, by fields that are in the form: Slack refuses others.
func (e *ear) wrongIn(ctx context.Context, p bot.Person, form string, values map[string]string) map[string]string {
	if e.desk == nil {
		return nil
	}
	wrong, err := e.desk.CheckForm(ctx, p, form, values)
	if err != nil {
		e.o.Log.ErrorContext(ctx, "form not checked", "error", err)
		return nil // the coach reads it again, and says what is wrong
	}
	placed := map[string]string{}
	for name, what := range wrong {
		if _, ok := values[name]; !ok {
			name = firstName(values)
		}
		placed[name] = clip(what, maxLabel)
	}
	return placed
}

func firstName(values map[string]string) string {
	names := slices.Sorted(maps.Keys(values))
	if len(names) == 0 {
		return "line"
	}
	return names[0]
}

// suggest completes what is being typed into a field. What was typed itself can
// always be chosen.
func (e *ear) suggest(ctx context.Context, b interactionBody) (any, error) {
	what, ok := strings.CutPrefix(b.ActionID, inputAction+".")
	if !ok || e.desk == nil {
		return options(nil), nil
	}
	found, err := e.desk.Suggest(ctx, b.from(), what, b.Value, maxSuggested)
	if err != nil {
		e.o.Log.ErrorContext(ctx, "no suggestions", "field", what, "error", err)
	}
	if b.Value != "" && !slices.Contains(found, b.Value) {
		found = append(found, b.Value)
	}
	return options(found), nil
}

func options(words []string) map[string]any {
	all := []*slackgo.OptionBlockObject{}
	for _, w := range words {
		all = append(all, option(w))
	}
	return map[string]any{"options": all}
}
