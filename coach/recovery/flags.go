package recovery

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"tandem/coach/training"
)

// The thresholds of the flags. None is from a trial: they are the house's
// choice, set so that one poor answer alone is only watched.
const (
	LowItem      = 2   // an answer this low or lower counts as low
	LowGapDays   = 3   // two low answers further apart than this are not in a row
	ItemDrop     = 2   // points below the item's own median
	DropDays     = 7   // days before the day that the median is taken over
	DropAnswers  = 3   // answers it needs
	ShortSleep   = 6.0 // hours; the bad night of Craven 2022, 6.0 included
	ShortNights  = 3   // nights in a row
	TiredAnswers = 3   // of the last TiredOf fatigue answers that are low
	TiredOf      = 5
	TiredDays    = 14 // older answers no longer count
)

// FlagKind is what a check-in shows that may hold training back.
type FlagKind string

// The kinds of flag, most serious first; flags come in this order.
const (
	Pain       FlagKind = "pain"         // something hurts; pain is not soreness
	LowTotal   FlagKind = "low total"    // far below the athlete's own usual
	Tired      FlagKind = "tired"        // fatigue low in most of the last check-ins
	LowTwice   FlagKind = "low twice"    // an item low at two check-ins in a row
	FewHours   FlagKind = "short nights" // three short nights in a row
	Drop       FlagKind = "drop"         // an item far below its own median
	ShortNight FlagKind = "short night"  // one short night
)

// Flag is one thing that a day's check-in shows, with what was compared.
type Flag struct {
	Kind      FlagKind
	Item      Item     // of a drop or of low twice
	Value     string   // what was told or computed
	Threshold string   // what it was held against
	Text      string   // for the athlete
	Seed      []string // rules and sources it stands on
	Evidence  []string
}

// flags are all that today shows beside the check-ins before it, most serious
// first. before is in order of date.
func flags(today CheckIn, before []CheckIn, baseline Baseline) []Flag {
	var out []Flag
	if today.Pain != "" {
		out = append(out, Flag{Kind: Pain, Value: today.Pain, Threshold: "any pain",
			Text: "You told me about pain, which is not soreness: leave out what hurts."})
	}
	if f, low := lowTotal(today, baseline); low {
		out = append(out, f)
	}
	if f, tired := tired(today, before); tired {
		out = append(out, f)
	}
	said := map[Item]bool{}
	for _, item := range Items() {
		if f, low := lowTwice(item, today, before); low {
			out = append(out, f)
			said[item] = true
		}
	}
	short := shortNights(today, before)
	if short >= ShortNights {
		out = append(out, Flag{Kind: FewHours, Value: fmt.Sprintf("%d nights", short), Threshold: fmt.Sprintf("%d nights of %v h or less", ShortNights, ShortSleep),
			Text: fmt.Sprintf("Your last %d nights were 6 hours or less: tonight's sleep matters more than today's training.", short),
			Seed: []string{"S15"}, Evidence: []string{"E30", "E31"}})
	}
	for _, item := range Items() {
		if f, drop := drop(item, today, before); drop && !said[item] {
			out = append(out, f)
		}
	}
	if short > 0 && short < ShortNights {
		out = append(out, Flag{Kind: ShortNight, Value: hours(today.SleepHours), Threshold: fmt.Sprintf("%v h or less", ShortSleep),
			Text: fmt.Sprintf("%s of sleep is short: expect a little less of yourself today.", hours(today.SleepHours)),
			Seed: []string{"S15"}, Evidence: []string{"E30"}})
	}
	return out
}

func lowTotal(today CheckIn, baseline Baseline) (Flag, bool) {
	total, complete := today.Total()
	z, known := baseline.Z(total)
	if !complete || !known || z > LowZ {
		return Flag{}, false
	}
	return Flag{Kind: LowTotal, Value: fmt.Sprintf("z %.1f", z), Threshold: fmt.Sprintf("z %.1f or lower", LowZ),
		Text: fmt.Sprintf("%d of 25 is well below your usual %.0f.", total, baseline.Mean),
		Seed: []string{"S18"}, Evidence: []string{"E42"}}, true
}

// tired looks at the last five answers about fatigue, today's among them.
func tired(today CheckIn, before []CheckIn) (Flag, bool) {
	answers, low := 0, 0
	for _, c := range slices.Backward(append(slices.Clone(before), today)) {
		if c.Fatigue == 0 || today.Date.Sub(c.Date) > TiredDays {
			continue
		}
		if c.Fatigue <= LowItem {
			low++
		}
		if answers++; answers == TiredOf {
			break
		}
	}
	if low < TiredAnswers || today.Fatigue == 0 {
		return Flag{}, false
	}
	return Flag{Kind: Tired, Item: ItemFatigue, Value: fmt.Sprintf("%d of %d", low, answers), Threshold: fmt.Sprintf("%d of %d", TiredAnswers, TiredOf),
		Text: fmt.Sprintf("You were tired at %d of your last %d check-ins.", low, answers),
		Seed: []string{"S18"}, Evidence: []string{"E42"}}, true
}

// lowTwice compares with the last check-in that answered the item.
func lowTwice(item Item, today CheckIn, before []CheckIn) (Flag, bool) {
	value := today.Value(item)
	if value == 0 || value > LowItem {
		return Flag{}, false
	}
	for _, c := range slices.Backward(before) {
		last := c.Value(item)
		if last == 0 {
			continue
		}
		if last > LowItem || today.Date.Sub(c.Date) > LowGapDays {
			return Flag{}, false
		}
		return Flag{Kind: LowTwice, Item: item, Value: fmt.Sprintf("%d, before that %d", value, last), Threshold: fmt.Sprintf("%d or lower twice in a row", LowItem),
			Text: fmt.Sprintf("%s is at %d of 5, and was low last time too.", name(item), value),
			Seed: []string{"S18"}, Evidence: []string{"E42"}}, true
	}
	return Flag{}, false
}

func drop(item Item, today CheckIn, before []CheckIn) (Flag, bool) {
	value := today.Value(item)
	var values []int
	for _, c := range before {
		if v := c.Value(item); v != 0 && today.Date.Sub(c.Date) <= DropDays {
			values = append(values, v)
		}
	}
	if value == 0 || len(values) < DropAnswers {
		return Flag{}, false
	}
	slices.Sort(values)
	median := float64(values[(len(values)-1)/2]+values[len(values)/2]) / 2
	if median-float64(value) < ItemDrop {
		return Flag{}, false
	}
	return Flag{Kind: Drop, Item: item, Value: fmt.Sprintf("%d against a median of %v", value, median), Threshold: fmt.Sprintf("%d points below the week's median", ItemDrop),
		Text: fmt.Sprintf("%s fell to %d of 5 from your usual %v.", name(item), value, median),
		Seed: []string{"S18"}, Evidence: []string{"E42"}}, true
}

// shortNights counts the short nights in a row that end with today's; a night
// that was not told ends the row.
func shortNights(today CheckIn, before []CheckIn) int {
	night := map[training.Date]float64{today.Date: today.SleepHours}
	for _, c := range before {
		night[c.Date] = c.SleepHours
	}
	n := 0
	for date := today.Date; night[date] > 0 && night[date] <= ShortSleep; date = date.Add(-1) {
		n++
	}
	return n
}

// name is the item at the start of a sentence.
func name(item Item) string {
	switch item {
	case ItemFatigue:
		return "Freshness"
	case ItemSleep:
		return "Sleep"
	case ItemSoreness:
		return "Soreness"
	case ItemStress:
		return "Stress"
	}
	return "Mood"
}

// hours prints 7.5 h, or 7h20 where decimals would not be exact.
func hours(h float64) string {
	if rounded := math.Round(h*100) / 100; math.Abs(h-rounded) < 1e-9 {
		return strconv.FormatFloat(rounded, 'f', -1, 64) + " h"
	}
	minutes := int(math.Round(h * 60))
	return fmt.Sprintf("%dh%02d", minutes/60, minutes%60)
}
