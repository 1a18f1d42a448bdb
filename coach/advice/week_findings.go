package advice

import (
	"cmp"
	"fmt"
	"slices"

	"tandem/coach/load"
	"tandem/coach/training"
)

// weekRules are about what only a week shows.
var weekRules = []struct {
	Rule
	check func(*week) []note
}{
	{Rule{ID: "monotony", Looks: "a week more even than nine in ten of one's own", Seed: []string{"S20"}, Evidence: []string{"E16"}}, monotony},
	{Rule{ID: "volume-low", Looks: "far fewer weekly sets for a muscle than the range for the athlete's experience", Seed: []string{"S20"}, Evidence: []string{"E37"}}, volumeLowRule},
	{Rule{ID: "sleep-target", Looks: "a week that averages under 7 h", Seed: []string{"S15"}, Evidence: []string{"E31"}}, sleepBelowTarget},
	{Rule{ID: "no-rest-day", Looks: "a week without a day off", Seed: []string{"S10", "S15"}, Evidence: []string{"E16"}}, weekWithoutRest},
}

// weekNext is the one thing to change next week, by rule, where a day's advice
// would not do.
var weekNext = map[string]string{
	"run-before-lift":           "On days with both, lift first.",
	"lift-before-key-run":       "On days with both, do the key run first.",
	"order-habit":               "Plan the order of your days with both before the week begins.",
	"gap-too-short":             "Leave 6 h or more between heavy legs and a key session, or give each its own day.",
	"key-run-after-heavy-legs":  "Keep 24 h or more between heavy legs and the next key run.",
	"hard-run-after-heavy-legs": "Keep hard running away from heavy legs: 6 h or more, or another day.",
	"hard-on-tired-legs":        "Keep hard running away from heavy legs: 6 h or more, or another day.",
	"second-session-slower":     "Leave 6 h or more between heavy legs and a key session, or give each its own day.",
	"long-run-after-lift":       "Give the long run its own day.",
	"cardio-after-lift-dose":    "Keep cardio after lifting easy, 20 to 40 min.",
	"taper":                     "Cut volume by 41 to 60 %, keep the intensity; no more heavy legs before the event.",
	"hard-days-in-a-row":        "Put an easy day between hard ones.",
	"short-sleep":               "Plan for 7 h of sleep or more, above all after hard days.",
	"fatigue":                   "Do about a third less, and keep it easy.",
	"soreness":                  "Do about a third less for the legs.",
	"low-item":                  "Begin with an easy day.",
	"below-usual":               "Begin with an easy day.",
	"tired-check-in":            "Move hard work away from mornings on which you are tired and sore.",
}

// findings are those of the seven days, one a rule with the number of days, and
// those of the week. What was said about one session alone (its fuel, its
// data, its praise) is not repeated.
func (w *week) findings() []note {
	var all []note
	days := map[string]int{}
	for back := 6; back >= 0; back-- {
		d := look(w.input(w.Day.Add(-back)))
		d.review = true
		if len(d.today) == 0 {
			continue
		}
		for _, n := range weigh(d, observe(d, rules)) {
			if n.Level == Info || n.Level == Green {
				continue
			}
			days[n.Rule]++
			n.Text = d.Day.Weekday().String()[:3] + ": " + n.Text
			n.next = cmp.Or(weekNext[n.Rule], n.next)
			i := slices.IndexFunc(all, func(o note) bool { return o.Rule == n.Rule })
			switch {
			case i < 0:
				all = append(all, n)
			case severity[n.Level] >= severity[all[i].Level]:
				all[i] = n
			}
		}
	}
	for i := range all {
		all[i].pair, all[i].fix = [2]string{}, ""
		all[i].size = float64(days[all[i].Rule])
		if n := days[all[i].Rule]; n > 1 {
			all[i].Text = fmt.Sprintf("On %d days, for example %s", n, all[i].Text)
		}
	}
	for _, rule := range weekRules {
		for _, n := range rule.check(w) {
			n.Rule, n.Seed, n.Evidence = rule.ID, rule.Seed, rule.Evidence
			all = append(all, n)
		}
	}
	order(all, "")
	return all[:min(len(all), maxFindings)]
}

// monotony holds the week against the athlete's own past weeks: nine in ten of
// at least eight (Foster 1998: thresholds are individual).
func monotony(w *week) []note {
	var past []float64
	for end := len(w.daily) - 7; end >= 7; end -= 7 {
		if is := load.WeekOf([7]float64(w.daily[end-7 : end])); is.Sameness == load.Varied {
			past = append(past, is.Monotony)
		}
	}
	limit, known := load.HighMonotony(past)
	if !known {
		return nil
	}
	is := load.WeekOf([7]float64(w.daily[len(w.daily)-7:]))
	if is.Sameness != load.Varied || is.Monotony <= limit {
		return nil
	}
	n := note{size: is.Monotony / limit}
	n.Level = Yellow
	n.Text = "Your days were more alike than in nine of ten of your own weeks. Hard days work better beside truly easy ones."
	n.next = "Make one day clearly easier, and one free."
	n.Why = []Reason{{"evenness of the week (mean over spread of the daily load)", decimal(is.Monotony, 2), fmt.Sprintf("over %s, nine in ten of your last %d weeks", decimal(limit, 2), len(past))}}
	return []note{n}
}

// volumeLowRule names the trained muscle furthest under 70 % of its range. In
// an easy week or before an event little is the plan.
func volumeLowRule(w *week) []note {
	if _, ahead := w.tapering(); ahead || !w.Profile.Goal.LiftsFirst() || w.relaxed() || len(w.past) == 0 || w.Day.Sub(w.past[0].day) < volumeHistoryDays {
		return nil
	}
	sets := w.weekSets()
	worst, share := "", 1.0
	for _, m := range []training.Muscle{training.Quads, training.Hamstrings, training.Chest, training.Lats, training.UpperBack} {
		low, _ := w.setRange(string(m))
		if s := sets[string(m)] / low; sets[string(m)] > 0 && s < volumeLow-1e-9 && s < share {
			worst, share = string(m), s
		}
	}
	if worst == "" {
		return nil
	}
	low, high := w.setRange(worst)
	n := note{size: 1 - share}
	n.Level = Info
	n.Text = fmt.Sprintf("%s hard sets for your %s this week; %s suit your experience and goal.", decimal(sets[worst], 1), worst, setsRange(low, high))
	n.next = "Add two or three sets for your " + worst + "."
	n.Why = []Reason{{"hard sets for " + worst + " in 7 days", decimal(sets[worst], 1), "under 70 % of " + setsRange(low, high)}}
	return []note{n}
}

// weekWithoutRest: seven training days in seven.
func weekWithoutRest(w *week) []note {
	if w.restDays() > 0 {
		return nil
	}
	n := note{size: 1}
	n.Level = Yellow
	n.Text = "You trained on all seven days. One day off a week lets the other six count."
	n.next = "Keep one day free."
	n.Why = []Reason{{"days without training", "0", "1 or more"}}
	return []note{n}
}

// records are bests of the week over everything before it: estimated maxima of
// lifts done at least twice before, and the longest run.
func (w *week) records() []string {
	type best struct {
		before, now load.Estimate
		times       int
	}
	bests := map[string]*best{}
	var names []string
	longest, furthest := 0.0, 0.0
	for i, s := range w.all {
		mine := !w.days[i].Before(w.from)
		if s.Kind == training.Run && mine {
			furthest = max(furthest, s.Km)
		} else if s.Kind == training.Run {
			longest = max(longest, s.Km)
		}
		seen := map[string]bool{}
		for _, set := range s.Sets {
			e, ok := load.OfSet(set)
			if !ok || e.Low {
				continue
			}
			b := bests[set.Exercise]
			if b == nil {
				b = &best{}
				bests[set.Exercise] = b
				names = append(names, set.Exercise)
			}
			if !mine && !seen[set.Exercise] {
				b.times++
				seen[set.Exercise] = true
			}
			if mine && e.Kg > b.now.Kg {
				b.now = e
			} else if !mine && e.Kg > b.before.Kg {
				b.before = e
			}
		}
	}
	var out []string
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(bests[b].now.Kg, bests[a].now.Kg) })
	for _, name := range names {
		if b := bests[name]; b.times >= 2 && b.now.Kg > b.before.Kg*(1+recordMargin/100) {
			out = append(out, fmt.Sprintf("%s: estimated max %s, before %s.", name, w.mass(b.now.Kg), w.mass(b.before.Kg)))
		}
	}
	if longest > 0 && furthest > longest && furthest <= longest*(1+proudOfRun/100) {
		out = append(out, fmt.Sprintf("Longest run: %s, before %s.", w.distance(furthest), w.distance(longest)))
	}
	return out
}

// sleepBelowTarget: no single night need be short for the week to be (Watson
// 2015).
func sleepBelowTarget(w *week) []note {
	var total float64
	nights := 0
	for _, c := range w.WeekInput.CheckIns {
		if c.SleepHours > 0 && !c.Date.Before(w.from) && !w.Day.Before(c.Date) {
			nights++
			total += c.SleepHours
		}
	}
	if nights < sleepTargetNights || total/float64(nights) >= sleepTarget {
		return nil
	}
	average := decimal(total/float64(nights), 1) + " h"
	n := note{}
	n.Level = Info
	n.Text = "Your nights averaged " + average + "; adults do best with 7 or more."
	n.next = "Go to bed half an hour earlier."
	n.Why = []Reason{{"average sleep of the week", average, "under 7 h"}}
	return []note{n}
}
