package discord

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/bwmarrin/discordgo"

	"tandem/bot"
)

// Discord's limits of a form.
const (
	maxFormTitle = 45
	maxFields    = 5
	maxInput     = 4000
	maxHint      = 100
	maxField     = 45 // its label
)

// lineForm is the form of one line of words: what it is sent in with stands for
// the command in its id.
const lineForm = "line "

// lineField is its only field.
const lineField = "line"

// modalForm is a form as Discord can ask it. One with more fields than Discord
// takes becomes one field for the line that says it all.
func modalForm(f bot.Form) bot.Form {
	if len(f.Fields) <= maxFields {
		return f
	}
	return bot.Form{ID: lineForm + f.ID, Title: f.Title, Send: f.Send, Fields: []bot.Field{
		{Name: lineField, Label: "In one line", Hint: "lift squat 5x5 100kg @8, or run 8km 45:00 rpe 6", Long: true, Required: true}}}
}

// modal is a form in Discord's own shape.
type modal struct {
	CustomID   string                       `json:"custom_id"`
	Title      string                       `json:"title"`
	Components []discordgo.MessageComponent `json:"components"`
}

func drawModal(f bot.Form, owner string) modal {
	m := modal{CustomID: formID(formKey(f, owner)), Title: clip(f.Title, maxFormTitle)}
	for _, field := range f.Fields[:min(len(f.Fields), maxFields)] {
		in := discordgo.TextInput{CustomID: field.Name, Label: clip(field.Label, maxField), Style: discordgo.TextInputShort,
			Placeholder: clip(hint(field), maxHint), Value: clip(field.Value, maxInput), Required: field.Required, MaxLength: maxInput}
		if field.Long {
			in.Style = discordgo.TextInputParagraph
		}
		m.Components = append(m.Components, discordgo.ActionsRow{Components: []discordgo.MessageComponent{in}})
	}
	return m
}

func hint(f bot.Field) string {
	if f.Hint == "" && len(f.Choices) > 0 {
		return strings.Join(f.Choices, ", ")
	}
	return f.Hint
}

// sentIn is a form that was sent in, as the conversation takes it.
func sentIn(f bot.Form, values map[string]string) (m bot.Message) {
	if id, ok := strings.CutPrefix(f.ID, lineForm); ok {
		m.Text = "/" + strings.TrimSpace(id+" "+values[lineField])
		return m
	}
	m.Form, m.Values = f.ID, values
	return m
}

// fieldValues finds the fields in whatever components a form came back with.
func fieldValues(components json.RawMessage) map[string]string {
	values := map[string]string{}
	var collect func(json.RawMessage)
	collect = func(raw json.RawMessage) {
		var list []json.RawMessage
		if json.Unmarshal(raw, &list) == nil {
			for _, c := range list {
				collect(c)
			}
			return
		}
		var c struct {
			CustomID   string            `json:"custom_id"`
			Value      *json.RawMessage  `json:"value"`
			Values     []json.RawMessage `json:"values"`
			Components json.RawMessage   `json:"components"`
			Component  json.RawMessage   `json:"component"`
		}
		if json.Unmarshal(raw, &c) != nil {
			return
		}
		if c.CustomID != "" && c.Value != nil {
			values[c.CustomID] = plainValue(*c.Value)
		}
		if c.CustomID != "" && len(c.Values) > 0 {
			values[c.CustomID] = plainValue(c.Values[0])
		}
		for _, inner := range []json.RawMessage{c.Components, c.Component} {
			if len(inner) > 0 {
				collect(inner)
			}
		}
	}
	collect(components)
	return values
}

// plainValue is a value of any kind as somebody would type it.
func plainValue(raw json.RawMessage) string {
	var v any
	if json.Unmarshal(raw, &v) != nil {
		return ""
	}
	if s, ok := v.(string); ok {
		return s
	}
	return strings.TrimSpace(fmt.Sprint(v))
}
