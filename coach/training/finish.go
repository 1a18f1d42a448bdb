package training

import (
	"slices"
	"time"
)

// minutesASet is what a working set takes with its rest: the house's rule, near
// the 25 minutes that training apps plan for six sets.
const minutesASet = 4

// EstimatedMinutes is the likely duration of a lift told without one: four
// minutes a working set; 0 without working sets.
func EstimatedMinutes(s Session) float64 {
	minutes := 0.0
	for _, set := range s.Sets {
		if !set.Warmup {
			minutes += minutesASet
		}
	}
	return minutes
}

// finish settles each session, then when each began, then asks about what is
// probably a slip.
func (p *parser) finish() error {
	for _, d := range p.drafts {
		if err := p.settle(d); err != nil {
			return err
		}
	}
	if err := p.place(); err != nil {
		return err
	}
	if err := p.doubt(); err != nil {
		return err
	}
	for _, d := range p.drafts {
		p.entry.Sessions = append(p.entry.Sessions, d.session)
	}
	return nil
}

func (p *parser) settle(d *draft) error {
	s := &d.session
	if d.endure != nil {
		if err := d.endure.settle(); err != nil {
			return err
		}
	} else {
		if err := d.lift.close(); err != nil {
			return err
		}
		unpair(s.Sets)
		if s.Minutes == 0 && len(s.Sets) > 0 {
			s.Minutes, s.Estimated = EstimatedMinutes(*s), true
		}
		if len(s.Sets) == 0 && s.Minutes == 0 && s.RPE == nil && s.Region == "" {
			return &ParseError{Word: "lift", Expected: "what you lifted, or how long", Example: exampleLift}
		}
		if len(s.Sets) == 0 && s.Region == "" {
			p.entry.Remarks = append(p.entry.Remarks, "Add legs, upper body or full body, and I can judge a run beside it.")
		}
	}
	if !s.Tagged {
		s.Intensity = Classify(*s)
	} else if s.Conflict() {
		p.entry.Remarks = append(p.entry.Remarks, "You called it "+string(s.Intensity)+", but RPE "+number(float64(*s.RPE))+" is hard: I go by the RPE.")
	}
	return nil
}

// place gives each session its start. Sessions follow one another: after one
// whose start was told they go forward, before it backward, and with no start
// told at all the last one ended now.
func (p *parser) place() error {
	first := slices.IndexFunc(p.drafts, func(d *draft) bool { return d.when.told() })
	if first < 0 {
		first = len(p.drafts) - 1
	}
	for i := first; i < len(p.drafts); i++ {
		d := p.drafts[i]
		if i > first && !d.when.told() {
			d.session.Start = p.drafts[i-1].session.End().UTC().Truncate(time.Second)
			continue
		}
		if i > first && d.when.hasTime && !d.when.hasDate { // the day told before holds
			before := p.drafts[i-1].session
			d.when.date, d.when.hasDate = DateOf(before.Start.In(p.c.Zone)), true
		}
		d.session.Start = d.when.start(p.now, d.session.Minutes).UTC()
	}
	for i := first - 1; i >= 0; i-- {
		d := p.drafts[i]
		minutes := time.Duration(d.session.Minutes * float64(time.Minute))
		d.session.Start = p.drafts[i+1].session.Start.Add(-minutes).Truncate(time.Minute)
	}
	return p.checkStart()
}

// checkStart asks about a start that is still ahead, refuses one of another
// day to come, and remarks on one that was guessed.
func (p *parser) checkStart() error {
	for _, d := range p.drafts {
		local := d.session.Start.In(p.c.Zone)
		switch {
		case !d.when.told():
		case local.After(p.now.Add(furthestAhead)):
			return p.fail(item{text: p.text[d.when.from:d.when.to]}, "a day that has been", exampleStart)
		case local.After(p.now.Add(aheadTold)) && !p.sure:
			return p.askAhead(d, local)
		case d.when.guessed || !d.when.hasTime && d.when.hasDate && d.when.date != DateOf(p.now):
			p.entry.Remarks = append(p.entry.Remarks, "No time told, so I put it at "+local.Format("Mon 15:04")+".")
		}
	}
	return nil
}
