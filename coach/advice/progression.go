package advice

import (
	"fmt"
	"slices"

	"tandem/coach/load"
	"tandem/coach/training"
)

// Steps in training that are larger than the body is used to.
var progressionRules = []Rule{
	{ID: "run-spike", Looks: "a run well over the longest of the 30 days before",
		Seed: []string{"S21"}, Evidence: []string{"E36"}, check: runSpike},
	{ID: "return-after-break", Looks: "the first training after more than 14 days without",
		Seed: []string{"S21"}, Evidence: []string{"E21"}, check: returnAfterBreak},
	{ID: "hard-days-in-a-row", Looks: "hard sessions on three days running",
		Seed: []string{"S10", "S15"}, Evidence: []string{"E16", "E17"}, check: hardDaysInARow},
	taperRule,
}

var taperRule = Rule{ID: "taper", Looks: "the two weeks before an event",
	Seed: []string{"S20"}, Evidence: []string{"E38"}, check: taper}

// spikeLevels: the injury rate of each group was higher than the reference's,
// but did not rise in order (Frandsen 2025), so the text gives no number.
var spikeLevels = map[load.SpikeState]Level{load.Small: Yellow, load.Moderate: Yellow, load.Large: Orange}

// runSpike compares each run of the day with the longest of the 30 days before
// (S21). Without a run in that time there is nothing to compare with.
func runSpike(d *day) []note {
	for i := len(d.today) - 1; i >= 0; i-- {
		b := d.today[i]
		if b.kind != training.Run || b.km() <= 0 || !d.triggers(b) {
			continue
		}
		longest := load.LongestRun(d.runsBefore(b), b.start)
		spike := load.RunSpike(b.km(), longest)
		level, over := spikeLevels[spike.State]
		if !over {
			continue
		}
		return []note{d.spikeNote(b, spike, level)}
	}
	return nil
}

// spikeNote words a long run. What is known of less than 30 days may miss the
// longest one, so it is only watched; what is known of days gives no limit.
func (d *day) spikeNote(b *bout, spike load.Spike, level Level) note {
	n := note{fix: "progress", pair: [2]string{b.id()}, relevant: d.Profile.Goal.RunsFirst(), size: spike.Percent / 100}
	n.Level = level
	n.verdict = "Your longest run in a while, by a big step."
	if spike.State == load.Small {
		n.verdict = "A little further than you are used to."
	}
	than := "your longest run of the last 30 days"
	known := d.daysKnown()
	if known < load.SpikeDays {
		n.Level = Yellow
		than = "the longest run you have logged here"
	}
	percent := percent(spike.Percent)
	n.Text = fmt.Sprintf("%s is %s further than %s (%s).", sentence(d.exactly(b.km())), percent, than, d.exactly(spike.Longest))
	if spike.Percent >= 99.5 {
		n.Text = fmt.Sprintf("You went from %s to %s in one run: %s further than %s.", d.exactly(spike.Longest), d.exactly(b.km()), percent, than)
	}
	n.next = fmt.Sprintf("Keep your next runs at %s or less, and step up from there.", d.cap(spike.Longest*1.1))
	switch {
	case d.fewKnown(spike.State):
		n.Level, n.verdict = Info, ""
		n.next = "Step up from your usual distance a little at a time."
		n.Text += fmt.Sprintf(" I know only %s of yours, so that may be nothing new to you.", plural(known, "day"))
	case known < load.SpikeDays:
		n.Text += fmt.Sprintf(" I know only %s of yours. Jumps like that go with more overuse trouble among runners.", plural(known, "day"))
	default:
		n.Text += " Jumps like that go with more overuse trouble among runners."
	}
	n.Why = []Reason{{"distance against the longest run of 30 days", d.exactly(b.km()) + " against " + d.exactly(spike.Longest), "over 10 % more (30 and 100 % are the next steps)"}}
	return n
}

// fewKnown reports whether so little is known that a longer run may be nothing
// new to the athlete. A beginner's log begins about where their training does,
// so that a large step is one.
func (d *day) fewKnown(step load.SpikeState) bool {
	return d.daysKnown() < fewDays && (d.Profile.Experience != training.Beginner || step == load.Small)
}

// runsBefore are the sessions known before a bout.
func (d *day) runsBefore(b *bout) []training.Session {
	out := append([]training.Session{}, d.History...)
	for _, s := range d.Sessions {
		if s.Start.Before(b.start) {
			out = append(out, s)
		}
	}
	return out
}

// capAdvice adds the distance to keep to when a long run was also a jump.
func (d *day) capAdvice(b *bout) string {
	if b.kind != training.Run || b.km() <= 0 {
		return ""
	}
	longest := load.LongestRun(d.runsBefore(b), b.start)
	if s := load.RunSpike(b.km(), longest).State; s == load.Reference || s == load.Return || d.fewKnown(s) {
		return ""
	}
	return ", at " + d.cap(longest*1.1) + " at most"
}

// returnAfterBreak: two weeks off cost a little, six weeks more. A shorter gap
// is not mentioned: nobody is scolded for a holiday.
func returnAfterBreak(d *day) []note {
	if len(d.today) == 0 || d.told() {
		return nil
	}
	last := d.Last
	if n := len(d.past); n > 0 {
		last = d.past[n-1].day
	}
	if last.IsZero() {
		return nil
	}
	days := d.Day.Sub(last)
	if days <= returnDays {
		return nil
	}
	n := note{fix: "return", size: float64(days) / returnDays}
	n.Level = Yellow
	n.verdict = "Welcome back."
	n.Text = fmt.Sprintf("The session before this one was %d days earlier. Start a step below where you stopped; it comes back faster than it went.", days)
	n.next = "Keep this week's sessions a notch easier than before the break."
	if days > returnLongDays {
		n.Level = Orange
		n.Text = fmt.Sprintf("The session before this one was %d days earlier. Take 15 to 35 %% off your old weights and distances for the first two weeks; it comes back faster than it went.", days)
		n.next = "Start your next session 15 to 35 % lighter than before the break."
	}
	n.Why = []Reason{{"days since the session before", fmt.Sprint(days), "over 14 (over 42: lighter loads)"}}
	return []note{n}
}

// hardDaysInARow: work that is hard day after day adds up (Doma & Deakin 2015).
// It is said on the third day and on those after it.
func hardDaysInARow(d *day) []note {
	hard := map[int]bool{}
	for _, b := range slices.Concat(d.past, d.today) {
		if b.lift() && b.heavyLegsDay() || b.endurance() && b.key() {
			hard[d.Day.Sub(b.day)] = true
		}
	}
	row := 0
	for hard[row] {
		row++
	}
	if row < hardDays {
		return nil
	}
	n := note{fix: "ease-off", size: float64(row) / hardDays}
	n.Level = Yellow
	n.verdict = "Hard work on " + plural(row, "day") + " running."
	n.Text = fmt.Sprintf("That is heavy legs or hard endurance work on %d days running. Hard days count for more with an easy one between.", row)
	n.next = "Make tomorrow an easy day, or a free one."
	if d.late() {
		n.next = "Put an easy day, or a free one, after days like these."
	}
	n.Why = []Reason{{"days running with heavy legs or a key session", fmt.Sprint(row), "3 or more"}}
	return []note{n}
}

// taper: two weeks before an event volume comes down by 41 to 60 % and
// intensity stays (Bosquet 2007).
func taper(d *day) []note {
	left, ok := d.daysToEvent()
	if !ok || left > taperDays || left == 0 || len(d.today) == 0 && !d.ahead {
		return nil
	}
	n := note{relevant: true, filler: true}
	n.Level = Info
	n.Text = fmt.Sprintf("%s to your event: cut volume by 41 to 60 %%, keep the intensity and the number of sessions.", plural(left, "day"))
	n.Why = []Reason{{"days to the event", fmt.Sprint(left), "14 or fewer"}}
	if hard := d.heavyLegsToday(); d.inEventWeek() && hard != nil {
		n.Level = Yellow
		n.filler = false
		n.fix = "separate"
		n.pair = [2]string{hard.id()}
		n.verdict = "Heavy legs in the week of your event: that was the last time."
		n.next = "No more heavy leg work until the event is over."
		return []note{n}
	}
	if u, ok := d.usualLoad(); d.inEventWeek() && ok && u.Ratio > 1-taperVolumeCut+1e-9 {
		n.Level = Yellow
		n.filler = false
		n.verdict = "The taper could be deeper."
		n.Text = fmt.Sprintf("%s to your event, and your last seven days held %s %% of your usual load. A taper cuts 41 to 60 %% and keeps the intensity.", plural(left, "day"), decimal(u.Ratio*100, 0))
		n.next = "Halve what is left of this week, and keep a little of it brisk."
		n.Why = append(n.Why, Reason{"load of the last 7 days", decimal(u.Ratio*100, 0) + " % of your usual", "59 % or less"})
	}
	return []note{n}
}

// usualLoad sets the last seven days beside the three weeks before, once 28
// days are known.
func (d *day) usualLoad() (load.Usual, bool) {
	if d.daysKnown() < usualDays-1 {
		return load.Usual{}, false
	}
	return load.VersusUsual(load.Daily(slices.Concat(d.History, d.Sessions), d.Day.Add(1-usualDays), d.Day))
}

func (d *day) heavyLegsToday() *bout {
	for _, b := range d.today {
		if b.lift() && b.heavyLegsDay() {
			return b
		}
	}
	return nil
}
