package discord

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/bwmarrin/discordgo"

	"tandem/bot"
)

// components are the rows of a reply: the scales of a check-in, a row each;
// then the buttons, five in a row, the form's among them.
func components(r bot.Reply, owner string) (rows []discordgo.MessageComponent) {
	id := 0
	draw := func(b bot.Button, style discordgo.ButtonStyle) discordgo.MessageComponent {
		id++
		return discordgo.Button{Label: label(b.Label), Style: style, CustomID: pressID(id, b.Command)}
	}
	for _, row := range r.Rows {
		var line discordgo.ActionsRow
		for i, b := range row.Buttons[:min(len(row.Buttons), maxInRow)] {
			style := discordgo.SecondaryButton
			if row.Chosen == i+1 {
				style = discordgo.PrimaryButton
			}
			line.Components = append(line.Components, draw(b, style))
		}
		rows = append(rows, line)
	}
	var line discordgo.ActionsRow
	add := func(c discordgo.MessageComponent) {
		if len(line.Components) == maxInRow {
			rows, line = append(rows, line), discordgo.ActionsRow{}
		}
		line.Components = append(line.Components, c)
	}
	if r.Form != nil {
		form := modalForm(*r.Form)
		add(discordgo.Button{Label: label(form.Title), Style: discordgo.SecondaryButton, CustomID: formID(formKey(form, owner))})
	}
	for _, b := range r.Buttons {
		if len(pressID(id+1, b.Command)) <= maxCustomID { // longer ones the conversation keeps as drafts
			add(draw(b, styleOf(b)))
		}
	}
	if len(line.Components) > 0 {
		rows = append(rows, line)
	}
	return rows
}

func styleOf(b bot.Button) discordgo.ButtonStyle {
	switch {
	case b.Danger:
		return discordgo.DangerButton
	case b.Primary:
		return discordgo.PrimaryButton
	}
	return discordgo.SecondaryButton
}

func label(s string) string {
	if s = clip(visible(s), maxLabel); strings.TrimSpace(s) == "" {
		return "…"
	}
	return s
}

// addRows puts rows on the message, five at the most, and returns further
// messages for the rest.
func (m *message) addRows(rows []discordgo.MessageComponent) (more []*message) {
	for len(rows) > 0 {
		n := min(len(rows), maxRows)
		m.Components, rows = rows[:n], rows[n:]
		if len(rows) > 0 {
			m = notice("More:")
			more = append(more, m)
		}
	}
	return more
}

// What a component says when it is pressed: a command, or the key of a form.
// The number makes two buttons of one message differ.
const (
	pressMark = "b"
	formMark  = "f"
)

func pressID(n int, command string) string { return fmt.Sprintf("%s%d %s", pressMark, n, command) }
func formID(key string) string             { return formMark + " " + key }

// pressed takes a custom id apart; both are empty when it is not ours.
func pressed(id string) (command, form string) {
	mark, rest, _ := strings.Cut(id, " ")
	switch {
	case mark == formMark:
		return "", rest
	case strings.HasPrefix(mark, pressMark):
		return rest, ""
	}
	return "", ""
}

// formKey names a form by what it asks and of whom.
func formKey(f bot.Form, owner string) string {
	b, err := json.Marshal(f)
	if err != nil {
		return "" // strings and numbers always marshal
	}
	sum := sha256.Sum256(append(b, owner...))
	return hex.EncodeToString(sum[:10])
}
