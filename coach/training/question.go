package training

import (
	"errors"
	"slices"
	"strings"
	"time"
)

// asking carries a question up to Parse.
type asking struct {
	question Question
	doubt    bool // it is about a value, not about how to read the text
}

func (a *asking) Error() string { return a.question.Ask }

// accept lets each answer to a question of reading pass the sanity limits: who
// has chosen a reading is not asked again whether its value is right.
func (a *asking) accept(c Context) {
	for i, o := range a.question.Options {
		if a.doubt {
			return
		}
		_, err := parse(o.Line, c)
		var next *asking
		if errors.As(err, &next) && next.doubt {
			a.question.Options[i].Line = "sure " + stripLog(o.Line)
		}
	}
}

// choice is an answer and what it puts in place of the text asked about.
type choice struct{ label, text string }

// ask asks about the text between two offsets.
func (p *parser) ask(question string, from, to int, choices ...choice) error {
	q := Question{Ask: question}
	for _, c := range choices {
		q.Options = append(q.Options, Option{Label: c.label, Line: p.text[:from] + c.text + p.text[to:]})
	}
	return &asking{question: q}
}

// askSport asks what "easy 30 min" was. A number without a unit is offered as
// minutes, and of a run as a distance.
func (p *parser) askSport(cl clause) error {
	from := cl.first().from
	i := slices.IndexFunc(cl.items, func(it item) bool { return it.lone(uNone) })
	if i < 0 {
		return p.ask("What was it?", from, from, choice{"A run", "run "}, choice{"A ride", "ride "}, choice{"A walk", "walk "})
	}
	n, far := cl.items[i], "km"
	if p.c.Units == Imperial {
		far = "mi"
	}
	v := number(n.terms[0].one())
	option := func(label, sport, u string) Option {
		return Option{label, p.text[:from] + sport + " " + p.text[from:n.from] + v + u + p.text[n.to:]}
	}
	return &asking{question: Question{Ask: "What was it?", Options: []Option{
		option(v+" min of running", "run", "min"), option(v+" "+far+" of running", "run", far), option(v+" min of riding", "ride", "min"),
	}}}
}

// halfOfDay asks whether "6:30" was in the morning or in the evening, where
// people count to twelve and both have passed.
func (p *parser) halfOfDay(d *draft, it item) error {
	hour := it.at / 3600
	if it.kind != iTime || it.explicit || p.c.Units != Imperial || hour < 1 || hour > 11 {
		return nil
	}
	evening := DateOf(p.now).at(it.at+12*3600, p.now.Location())
	if d.when.guessed || !d.when.hasDate && evening.After(p.now) {
		return nil
	}
	typed := strings.TrimLeft(strings.ToLower(it.text), "@at ")
	return p.ask("Was that "+typed+" in the morning or in the evening?", it.from, it.to,
		choice{typed + " am", "at " + typed + "am"}, choice{typed + " pm", "at " + typed + "pm"})
}

// askAhead asks whether a start still ahead was on the last such time of day,
// or is only planned.
func (p *parser) askAhead(d *draft, local time.Time) error {
	was := local.AddDate(0, 0, -1)
	if was.After(p.now) {
		was = was.AddDate(0, 0, -1)
	}
	day := "yesterday"
	if DateOf(was) == DateOf(p.now) {
		day = "today"
	}
	from, to, said := d.when.dayFrom, d.when.dayTo, day
	switch {
	case !d.when.instant.IsZero():
		from, to, said = d.when.from, d.when.to, day+" "+was.Format("15:04")
	case !d.when.hasDate:
		from, to = d.when.from, d.when.from
	}
	return &asking{question: Question{
		Ask: local.Format("15:04") + " " + p.dayWord(local) + " is still ahead. When was it?",
		Options: []Option{
			{upperFirst(day) + " at " + was.Format("15:04"), strings.Trim(strings.TrimRight(p.text[:from], " ")+" "+said+" "+strings.TrimLeft(p.text[to:], " "), " ")},
			{PlannedLabel, "planned " + stripLog(p.text)},
		},
	}}
}

func (p *parser) dayWord(t time.Time) string {
	if DateOf(t) == DateOf(p.now) {
		return "today"
	}
	return "tomorrow"
}
