package advice

import (
	"fmt"
	"slices"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// What the check-ins say: fatigue, soreness, sleep, pain. Missing answers are
// never filled in.
var recoveryRules = []Rule{
	{ID: "pain", Looks: "pain, which is not soreness",
		Seed: []string{"S18"}, Evidence: []string{"E35"}, check: painTold},
	{ID: "fatigue", Looks: "fatigue at 2 of 5 or less in three of the last five check-ins",
		Seed: []string{"S18"}, Evidence: []string{"E42", "E33"}, check: fatigued},
	{ID: "soreness", Looks: "soreness that stays more than 72 h after the last load",
		Seed: []string{"S18"}, Evidence: []string{"E35"}, check: soreTooLong},
	{ID: "low-item", Looks: "one answer at 2 of 5 or less two days running",
		Seed: []string{"S18"}, Evidence: []string{"E42"}, check: lowItems},
	{ID: "tired-check-in", Looks: "hard training on a morning of low fatigue and soreness answers",
		Seed: []string{"S18"}, Evidence: []string{"E35", "E42"}, check: tiredCheckIn},
	belowUsualRule,
	{ID: "short-sleep", Looks: "nights of 6 h or less",
		Seed: []string{"S15"}, Evidence: []string{"E30", "E31"}, check: shortSleep},
}

// fatigued: excessive fatigue is one of the three signs of S18.
func fatigued(d *day) []note {
	low, of := d.fatigueCount()
	if low < lowFatigueCount || !d.checkedInLately() || d.saidToday() {
		return nil
	}
	n := d.easeOff("fatigue")
	n.Text = fmt.Sprintf("You felt tired (2 of 5 or less) in %d of your last %d check-ins. Your training is more than you recover from at present.", low, of)
	n.Why = []Reason{{"check-ins with fatigue at 2 or less", fmt.Sprintf("%d of %d", low, of), "3 of 5"}}
	n.size = float64(low)
	if d.freshAgain() {
		n.verdict = "Fresher today: come back a step at a time."
		n.Text = fmt.Sprintf("You felt tired (2 of 5 or less) in %d of your last %d check-ins, and fresh %s. Come back a step at a time.", low, of, d.on())
	}
	return d.spared(n)
}

// freshAgain reports whether the day's check-in says fresh, 4 of 5 or more.
func (d *day) freshAgain() bool { return d.checkin != nil && d.checkin.Fatigue >= freshItem }

// checkedInLately reports whether the last check-in before the judgement is not
// stale; for a day that is over, whether one belongs to it or to the day before.
func (d *day) checkedInLately() bool {
	last := d.lastCheckIns(1)
	if len(last) == 0 {
		return false
	}
	if d.late() {
		return d.Day.Sub(last[0].Date) <= 1
	}
	return d.Now.Sub(checkInTime(last[0])) <= staleCheckIn
}

// saidBefore reports whether what the check-in says was told with an earlier
// session of the day. It is not said again beside an easy session, and beside a
// hard one only as a remark.
func (d *day) saidBefore() bool {
	return !d.ahead && d.told() && (d.checkin == nil || d.checkin.At.IsZero() || d.checkin.At.Before(d.today[0].end))
}

func (d *day) saidToday() bool {
	return d.saidBefore() && !slices.ContainsFunc(d.today, func(b *bout) bool {
		return b.has(d.just) && (b.key() || b.lift() && (b.heavy || b.heavyLegsDay()))
	})
}

// sparing reports whether the day holds nothing but what it asks for on a low
// morning: easy and short.
func (d *day) sparing() bool {
	return !d.ahead && len(d.today) > 0 && !slices.ContainsFunc(d.today, func(b *bout) bool {
		return !b.endurance() && b.kind != training.Other || b.kind != training.Walk && b.endurance() && !b.easy() || b.minutes > cardioAfterTooLong || b.key()
	})
}

// spared leaves the verdict to the praise where the athlete went easy on a low
// morning, and makes a remark of what was said before.
func (d *day) spared(n note) []note {
	switch {
	case d.saidBefore():
		n.Level, n.verdict, n.next = Info, "", ""
	case d.sparing():
		n.verdict = ""
	}
	return []note{n}
}

// cardioWord is the athlete's endurance work in general.
func (d *day) cardioWord() string {
	if d.runs() {
		return "running"
	}
	return "cardio"
}

// easeOff starts a note whose fix is to do less for a while. Two of the three
// signs of S18 together weigh more than one.
func (d *day) easeOff(sign string) note {
	n := note{fix: "ease-off", relevant: true}
	n.Level = Yellow
	if d.signs() >= 2 {
		n.Level = Orange
	}
	n.verdict = "Your body is asking for less: " + sign + "."
	n.next = "Cut the sets and the " + d.cardioWord() + " by about a third for the next week, and keep it easy."
	return n
}

// signs counts those of S18: fatigue, soreness that stays, falling performance.
func (d *day) signs() int {
	count := 0
	if low, _ := d.fatigueCount(); low >= lowFatigueCount {
		count++
	}
	if _, sore := d.sorenessSince(); sore {
		count++
	}
	if len(d.declining()) > 0 {
		count++
	}
	return count
}

// soreTooLong: soreness of 24 to 72 h is ordinary and gone within a week
// (Cheung 2003).
func soreTooLong(d *day) []note {
	since, sore := d.sorenessSince()
	if !sore || d.saidToday() {
		return nil
	}
	n := d.easeOff("soreness that stays")
	n.Text = fmt.Sprintf("You are still sore %s after your last hard session; that usually fades within 72 h. Go easy until it does, and tell me if it is one spot or turns into pain.", span(since))
	n.next = "Keep it easy until the soreness is gone."
	if since.Hours() > sorenessLongHours {
		n.Level = Orange
		n.Text = fmt.Sprintf("You are still sore %s after your last hard session; a week is longer than ordinary soreness lasts. Rest the sore part, and have it looked at if it does not ease.", span(since))
		n.next = "Rest the sore part, and have it looked at if it has not eased in a few days."
	}
	n.Why = []Reason{{"hours sore since the last hard session", decimal(since.Hours(), 1), "over 72 (over 168 is long)"}}
	n.size = since.Hours() / sorenessHours
	return d.spared(n)
}

// items are the five answers with their words.
var items = []struct {
	name string
	of   func(recovery.CheckIn) int
}{
	{"fatigue", func(c recovery.CheckIn) int { return c.Fatigue }},
	{"sleep", func(c recovery.CheckIn) int { return c.Sleep }},
	{"soreness", func(c recovery.CheckIn) int { return c.Soreness }},
	{"stress", func(c recovery.CheckIn) int { return c.Stress }},
	{"mood", func(c recovery.CheckIn) int { return c.Mood }},
}

// lowItems: one low morning is noise, two in a row start a conversation.
func lowItems(d *day) []note {
	if d.checkin == nil || d.saidToday() {
		return nil
	}
	i := slices.IndexFunc(d.CheckIns, func(c recovery.CheckIn) bool { return d.checkin.Date.Sub(c.Date) == lowItemDays-1 })
	if i < 0 {
		return nil
	}
	var low []string
	for _, item := range items {
		a, b := item.of(d.CheckIns[i]), item.of(*d.checkin)
		if a > 0 && a <= lowItem && b > 0 && b <= lowItem {
			low = append(low, item.name)
		}
	}
	if len(low) == 0 {
		return nil
	}
	n := note{fix: "ease-off", size: float64(len(low)) / 5}
	n.Level = Yellow
	n.verdict = "Two low mornings in a row."
	n.Text = fmt.Sprintf("Your %s scored 2 of 5 or less two mornings running. One easy day now usually costs nothing.", list(low))
	n.next = "Make the next session an easy one."
	n.atRest = fmt.Sprintf("Your %s scored 2 of 5 or less two mornings running.", list(low))
	n.Why = []Reason{{list(low) + ", two mornings", "2 of 5 or less", "2 or less on 2 days"}}
	return d.spared(n)
}

// tiredCheckIn: a hard session on a morning that said tired and sore. Soreness
// answers 24 to 72 h after work are ordinary; training hard on them helps little.
func tiredCheckIn(d *day) []note {
	c := d.checkin
	if c == nil || c.Soreness == 0 || c.Soreness > lowItem || c.Fatigue == 0 || c.Fatigue > lowItem || d.saidToday() {
		return nil
	}
	hard := slices.ContainsFunc(d.today, func(b *bout) bool { return b.key() || b.lift() && b.heavy })
	if !hard && !d.ahead {
		return nil
	}
	n := note{fix: "ease-off", relevant: true, size: 1}
	n.Level = Yellow
	n.verdict = "A hard session on a tired and sore morning."
	n.Text = fmt.Sprintf("You checked in tired (%d of 5) and sore (%d of 5). Hard work is worth more in 24 to 48 h; %s easy suits a day like this.", c.Fatigue, c.Soreness, d.easyLength("30 to 40 min"))
	n.next = "Wait 24 to 48 h before the next hard session; " + d.easyLength("30 to 40 min") + " easy until then."
	n.atRest = fmt.Sprintf("You checked in tired (%d of 5) and sore (%d of 5). Hard work is worth more in 24 to 48 h.", c.Fatigue, c.Soreness)
	if total, ok := c.Total(); ok && total <= recovery.RestTotal {
		n.Level = Orange
		n.Text, n.next = n.atRest, "Rest, and wait 24 to 48 h before the next hard session."
	}
	n.Why = []Reason{{"fatigue and soreness this morning", fmt.Sprintf("%d and %d of 5", c.Fatigue, c.Soreness), "2 or less"}}
	return d.spared(n)
}
