package training

import (
	"errors"
	"slices"
	"strings"
	"time"
)

// What one message can hold: a whole pasted workout fits, a book does not.
// maxEntry is in bytes.
const (
	maxEntry     = 8000
	mostSessions = 50
)

// Parse reads one message, with or without the word "log" in front.
//
// A session begins with its sport (lift, run, ride, row, swim, walk, yoga,
// rest...) or with an exercise; several follow one another on new lines, after
// ";" or after "then". Duration, start, RPE, heart rate and a note stand
// anywhere:
//
//   - A clock behind "at" or "@", or with am or pm, is the start; in a run a
//     bare clock is the duration. Without a start a session ended now; a
//     session told after another one began when that one ended; sessions told
//     before one with a start ended when it began. A date without a time is
//     the same clock time on that date. "2h ago" is the start.
//   - In a lift, RPE behind an exercise belongs to its sets. It belongs to the
//     session when it stands before the first exercise, next to the duration,
//     alone after ";" or a new line, or when the sets have one already.
//   - Sets are read by the house's rules: a number with a unit is a
//     weight; 5x5 beside a weight is sets×reps; 100x5 is weight×reps; 3x8x110
//     is sets×reps×weight and 100x5x3 weight×reps×sets; what can honestly be
//     read in two ways is asked.
//   - "note" takes the rest of the line as the athlete's own words.
//   - "sure" lets implausible values pass that would be asked about.
//
// The error is a [*ParseError]; then nothing is to be stored.
func Parse(text string, c Context) (Entry, error) {
	if c.Zone == nil {
		c.Zone = time.UTC
	}
	if c.Units == "" {
		c.Units = Metric
	}
	if len(text) > maxEntry {
		return Entry{}, &ParseError{Expected: "at most 8,000 characters in one message; a long history is better sent as a file", Example: exampleLift}
	}
	entry, err := parse(strings.ToValidUTF8(text, " "), c)
	var asked *asking
	if errors.As(err, &asked) {
		asked.accept(c)
		return Entry{Question: &asked.question, Remarks: entry.Remarks}, nil
	}
	if err != nil {
		return Entry{}, err
	}
	return entry, nil
}

// parse reads text; its error may be a question.
func parse(text string, c Context) (Entry, error) {
	items, remarks := readItems(text, c)
	p := &parser{c: c, text: text, now: c.Now.In(c.Zone), units: c.Units}
	p.entry.Remarks = remarks
	err := p.run(items)
	return p.entry, err
}

// The examples that errors show; a test parses each of them.
const (
	exampleLift     = "lift squat 5x5 100kg @8; bench 3x8 60kg"
	exampleSets     = "squat 5x5 100kg @8"
	exampleRun      = "run 8km 45:00 rpe 6 easy"
	exampleRepeats  = "run 6x400m 1:30 r90s rpe 9"
	exampleDuration = "lift 60min rpe 7; squat 5x5 100kg"
	exampleStart    = "run 8km 45:00 yesterday 18:30"
	exampleNote     = "run 8km 45:00 note with the dog"
	exampleHR       = "run 8km 45:00 hr 145"
	exampleOther    = "yoga 45min rpe 3"
	exampleRPE      = "squat 5x5 100kg rpe 8.5"
	exampleList     = "bench 3x8 85,85,80kg"
	exampleName     = "bench press 4x12 80kg"
)

// parser turns items into sessions.
type parser struct {
	c      Context
	text   string
	now    time.Time
	units  Units // of bare weights; "unit: lbs" changes it
	sure   bool
	drafts []*draft
	entry  Entry
}

// draft is a session that is being read.
type draft struct {
	session Session
	when    moment
	from    int     // where it begins in the text
	lift    *lifter // of a lift
	endure  *endurance
}

func (p *parser) run(items []item) error {
	for _, it := range items {
		if it.kind == iSure {
			p.sure = true
		}
	}
	items = p.spreadRounds(items)
	var lead []item
	for _, cl := range splitClauses(items) {
		if p.current() == nil && cl.onlyFacets() {
			lead = append(lead, cl.items...)
			continue
		}
		if len(lead) > 0 {
			cl.items = append(lead, cl.items...)
			lead = nil
		}
		if err := p.clause(cl); err != nil {
			return err
		}
		if len(p.drafts) > mostSessions {
			return p.fail(cl.first(), "at most 50 sessions in one message; a long history is better sent as a file", exampleLift)
		}
	}
	if len(p.drafts) == 0 {
		return p.nothing(lead)
	}
	return p.finish()
}

// nothing explains an entry without a session.
func (p *parser) nothing(lead []item) error {
	if len(lead) > 0 {
		return p.fail(lead[0], "a sport or an exercise with what you did", exampleLift)
	}
	return &ParseError{Expected: "what you did", Example: exampleLift}
}

func (p *parser) current() *draft {
	if len(p.drafts) == 0 {
		return nil
	}
	return p.drafts[len(p.drafts)-1]
}

// begin opens a session of a kind.
func (p *parser) begin(k Kind, from int) *draft {
	d := &draft{session: Session{Kind: k, Zone: p.c.Zone.String(), Source: "chat"}, from: from}
	if k == Lift {
		d.lift = &lifter{p: p, d: d}
	} else {
		d.endure = &endurance{p: p, d: d}
	}
	p.drafts = append(p.drafts, d)
	return d
}

// clause reads one clause into the session it belongs to.
func (p *parser) clause(cl clause) error {
	d := p.current()
	switch head := cl.head(); {
	case head == iRestDay:
		d = p.begin(Rest, cl.from())
	case head == iSport:
		m := cl.sport()
		d = p.begin(m.sport, cl.from())
		d.session.Activity = m.activity
	case head == iLift || head == iRegion:
		if d == nil || d.lift == nil || d.lift.begun() {
			d = p.begin(Lift, cl.from())
		}
	case head == iName || head == iUnknown:
		if d == nil && head == iUnknown && !cl.hasFigures() {
			return p.fail(cl.items[slices.IndexFunc(cl.items, func(it item) bool { return it.kind == iUnknown })], "a sport, or an exercise with its sets", exampleLift)
		}
		if d == nil || d.lift == nil {
			d = p.begin(Lift, cl.from())
		}
	case d == nil && !cl.covered() && cl.effortOnly():
		return p.askSport(cl)
	case d == nil && !cl.covered():
		return p.fail(cl.first(), "a sport or an exercise beside it", exampleLift)
	case d == nil:
		d = p.begin(Run, cl.from())
		p.entry.Remarks = append(p.entry.Remarks, "I read this as a run.")
	}
	if d.lift != nil {
		return d.lift.clause(cl)
	}
	return d.endure.clause(cl)
}

func (p *parser) fail(it item, expected, example string) error {
	word := strings.TrimSpace(it.text)
	if runes := []rune(word); len(runes) > 40 {
		word = string(runes[:40]) + "…"
	}
	return &ParseError{Word: word, Expected: expected, Example: example}
}
