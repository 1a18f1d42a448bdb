package slack

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	slackgo "github.com/slack-go/slack"

	"tandem/bot"
	"tandem/coach/training"
)

// Slack's limits of a message's parts. Lengths are counted in bytes of the
// escaped text, which no way of counting characters exceeds.
const (
	maxText       = 3900 // of a message's plain text; 4,000 are advised, and chat.update takes no more
	maxBlockText  = 2900 // of one block; 3,000 are taken
	maxBlocks     = 45   // of a message; 50 are taken
	maxHomeBlocks = 95   // of a Home page; 100 are taken
	maxActions    = 5    // buttons in a row; 25 are taken, but a phone shows few
	maxTitle      = 150
	maxButton     = 75
	maxValue      = 2000
	maxUnspoken   = 75 // accessibility label
)

// page is one Slack message: blocks for the eye, and the whole text for
// notifications and screen readers.
type page struct {
	text   string
	blocks []slackgo.Block
}

// again is a page that is sent a second time, unseen what became of the first.
func (p page) again() page {
	return page{text: join(bot.SentAgain, p.text), blocks: slices.Insert(p.blocks, 0, slackgo.Block(piece{body: bot.SentAgain}.block()))}
}

// pages renders a reply, in as many messages as its length needs. Buttons stand
// under the last one.
func pages(r bot.Reply) []page {
	var out []page
	var cur page
	for _, p := range pieces(r) {
		grown := join(cur.text, p.plain())
		if cur.text != "" && (size(grown) > maxText || len(cur.blocks) >= maxBlocks) {
			out, cur = append(out, cur), page{}
			grown = p.plain()
		}
		cur.text, cur.blocks = grown, append(cur.blocks, p.block())
	}
	actions := controls(r)
	if len(cur.blocks)+len(actions) > maxBlocks {
		out, cur = append(out, cur), page{text: "Your choices:"}
	}
	cur.blocks = append(cur.blocks, actions...)
	return append(out, cur)
}

// home renders a reply as a Home page; what does not fit is left for `help` and
// the buttons to show.
func home(r bot.Reply) slackgo.HomeTabViewRequest {
	var blocks []slackgo.Block
	actions := controls(r)
	for _, p := range pieces(r) {
		if len(blocks)+len(actions) >= maxHomeBlocks {
			break
		}
		blocks = append(blocks, p.block())
	}
	return slackgo.HomeTabViewRequest{Type: slackgo.VTHomeTab, Blocks: slackgo.Blocks{BlockSet: append(blocks, actions...)}}
}

// piece is a part of a reply that fits one block.
type piece struct {
	title, body string
	fixed       bool               // a drawing
	times       []training.Instant // that the body may name
}

func (p piece) plain() string {
	switch {
	case p.title == "":
		return p.body
	case strings.Contains(p.body, "\n"):
		return p.title + ":\n" + p.body
	}
	return p.title + ": " + p.body
}

// pieces cuts a reply's text along its sections. What stands in the text and in
// no section is a piece of its own, in its place: nothing is lost.
func pieces(r bot.Reply) []piece {
	var out []piece
	rest, times := r.Text, r.Named()
	for _, s := range r.Sections {
		p := piece{s.Title, s.Body, s.Fixed, times}
		gap, after, found := strings.Cut(rest, p.plain())
		if !found || strings.TrimSpace(s.Body) == "" {
			continue
		}
		out = append(out, fit(piece{body: strings.TrimSpace(gap), times: times})...)
		out = append(out, fit(p)...)
		rest = after
	}
	return append(out, fit(piece{body: strings.TrimSpace(rest), times: times})...)
}

// fit splits a piece that is too long for a block.
func fit(p piece) []piece {
	if size(p.title) > maxTitle { // no title of the coach's, so words like others
		p = piece{body: p.plain(), times: p.times}
	}
	var out []piece
	for i, body := range split(p.body, maxBlockText-size(p.title)) {
		if i > 0 {
			p.title = ""
		}
		out = append(out, piece{p.title, body, p.fixed, p.times})
	}
	return out
}

// controls are a reply's scales and buttons. Their ids are unique in a message.
func controls(r bot.Reply) []slackgo.Block {
	var blocks []slackgo.Block
	n := 0
	press := func(b bot.Button, shown string) *slackgo.ButtonBlockElement {
		n++
		return button(fmt.Sprintf("press.%d", n), b, shown)
	}
	for _, row := range r.Rows {
		label := clip(row.Label, maxTitle)
		if row.Chosen > 0 {
			label += fmt.Sprintf(": you said %d", row.Chosen)
		}
		blocks = append(blocks, piece{body: label}.block())
		blocks = append(blocks, scale(row, press))
	}
	var row []slackgo.BlockElement
	for _, b := range r.Buttons {
		if b.Label != "" && b.Command != "" && len(b.Command) <= maxValue {
			row = append(row, press(b, b.Label))
		}
	}
	if b, ok := formButton(r.Form); ok {
		row = append(row, b)
	}
	for len(row) > 0 {
		k := min(len(row), maxActions)
		blocks = append(blocks, slackgo.NewActionBlock("", row[:k]...))
		row = row[k:]
	}
	return blocks
}

// scale is one row of a check-in: the numbers, each read out with its name.
func scale(row bot.Row, press func(bot.Button, string) *slackgo.ButtonBlockElement) *slackgo.ActionBlock {
	a := slackgo.NewActionBlock("")
	for i, b := range row.Buttons {
		if i == maxActions {
			break
		}
		el := press(b, fmt.Sprint(i+1))
		el.AccessibilityLabel = clip(b.Label, maxUnspoken)
		if i+1 == row.Chosen {
			el.Style = slackgo.StylePrimary
		}
		a.Elements.ElementSet = append(a.Elements.ElementSet, el)
	}
	return a
}

func button(id string, b bot.Button, shown string) *slackgo.ButtonBlockElement {
	el := slackgo.NewButtonBlockElement(id, b.Command, plain(shown, maxButton))
	switch {
	case b.Danger:
		el.Style = slackgo.StyleDanger
	case b.Primary:
		el.Style = slackgo.StylePrimary
	}
	return el
}

// formButton opens a form, which travels in the button: it needs no state, and
// works however old the message is. One too large for that is left out; the text
// always says how to do without.
func formButton(f *bot.Form) (*slackgo.ButtonBlockElement, bool) {
	if f == nil {
		return nil, false
	}
	value, err := json.Marshal(f)
	if err != nil || len(value) > maxValue {
		return nil, false
	}
	return slackgo.NewButtonBlockElement(formAction, string(value), plain(f.Title, maxButton)), true
}
