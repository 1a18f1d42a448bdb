package advice

import (
	"fmt"
	"slices"

	"tandem/coach/load"
	"tandem/coach/training"
)

// Weekly sets a muscle.
var volumeRules = []Rule{
	{ID: "volume-per-muscle", Looks: "far more weekly sets for a muscle than the range for the athlete's experience",
		Seed: []string{"S20"}, Evidence: []string{"E37"}, check: volumeHighRule},
}

// setRange is the range of weekly sets a muscle grows on, by experience.
func (d *day) setRange(muscle string) (low, high float64) {
	switch d.Profile.Experience {
	case training.Beginner:
		low, high = 10, 12
	case training.Advanced:
		low, high = 16, 20
	default:
		low, high = 13, 15
	}
	if d.runsThisWeek() >= manyRuns && slices.Contains([]string{"quads", "hamstrings", "glutes", "calves"}, muscle) {
		high = low
	}
	return low, high
}

// runsThisWeek counts the runs of the last seven days.
func (d *day) runsThisWeek() int {
	n := 0
	for _, b := range slices.Concat(d.past, d.today) {
		if b.kind == training.Run && d.Day.Sub(b.day) < 7 {
			n++
		}
	}
	return n
}

// weekSets counts the sets a muscle of the last seven days.
func (d *day) weekSets() map[string]float64 {
	var sets []training.Set
	for _, b := range slices.Concat(d.past, d.today) {
		if b.lift() && d.Day.Sub(b.day) < 7 {
			sets = append(sets, b.sets()...)
		}
	}
	return load.MuscleSets(sets, d.muscles)
}

// muscles names the muscles of an exercise in the terms of the load room.
func (d *day) muscles(exercise string) (primary, secondary []string) {
	e := d.exercise(exercise)
	for _, m := range e.Primary {
		primary = append(primary, string(m))
	}
	for _, m := range e.Secondary {
		secondary = append(secondary, string(m))
	}
	return primary, secondary
}

// volumeHighRule speaks of the muscle furthest over 130 % of its range, once
// there are four weeks of lifting to know the athlete by. Too little volume is
// for the week's review: no single day shows it.
func volumeHighRule(d *day) []note {
	if !d.Profile.Goal.LiftsFirst() || d.relaxed() || len(d.past) == 0 || d.Day.Sub(d.past[0].day) < volumeHistoryDays {
		return nil
	}
	if len(d.today) == 0 || !slices.ContainsFunc(d.today, (*bout).lift) {
		return nil
	}
	sets := d.weekSets()
	worst, over := "", 0.0
	for muscle, n := range sets {
		_, high := d.setRange(muscle)
		if share := n / high; share > volumeHigh+1e-9 && (share > over || share == over && muscle < worst) {
			worst, over = muscle, share
		}
	}
	if worst == "" {
		return nil
	}
	low, high := d.setRange(worst)
	n := note{fix: "volume", relevant: true, size: over}
	n.Level = Yellow
	n.verdict = "A lot of volume for your " + worst + " this week."
	n.Text = fmt.Sprintf("%s hard sets for your %s in seven days; about %s suit your experience. More than that rarely adds muscle, and it costs recovery.",
		decimal(sets[worst], 1), worst, setsRange(low, high))
	n.next = "Drop a few sets for your " + worst + " in the next session."
	n.Why = []Reason{{"hard sets for " + worst + " in 7 days", decimal(sets[worst], 1), "over 130 % of " + setsRange(low, high)}}
	return []note{n}
}

func setsRange(low, high float64) string {
	if low == high {
		return decimal(low, 0)
	}
	return decimal(low, 0) + " to " + decimal(high, 0)
}
