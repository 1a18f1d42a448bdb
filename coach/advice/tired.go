package advice

import (
	"fmt"
	"regexp"
	"slices"
	"time"
	"unicode/utf8"

	"tandem/coach/recovery"
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
	{ID: "short-sleep", Looks: "nights of 6 h or less",
		Seed: []string{"S15"}, Evidence: []string{"E30", "E31"}, check: shortSleep},
	{ID: "sleep-target", Looks: "a week that averages under 7 h",
		Seed: []string{"S15"}, Evidence: []string{"E31"}, check: sleepBelowTarget},
}

// painWords find pain in a session's note; painless ones take it back. Red
// flags are the safety room's and have been looked for before.
var (
	painWords = regexp.MustCompile(`(?i)\b(pain(ful)?|hurts?|hurting)\b`)
	painless  = regexp.MustCompile(`(?i)\b(no|not|without|zero|never|didn'?t|doesn'?t|nothing)\b[^.,;]{0,20}\b(pain|painful|hurts?|hurting)\b|\bpain[- ]?free\b|\bpain (is |was )?(gone|0)\b`)
)

// painTold: pain is not soreness. The part that hurts rests; what does not hurt
// may go on; two weeks of it are for a professional.
func painTold(d *day) []note {
	where, told := "", false
	if d.checkin != nil && d.checkin.Pain != "" {
		told, where = true, d.checkin.Pain
	}
	for _, s := range d.Sessions {
		told = told || painWords.MatchString(s.Note) && !painless.MatchString(s.Note)
	}
	if !told {
		return nil
	}
	if where != "" && utf8.RuneCountInString(where) <= 30 {
		where = " (" + where + ")"
	} else {
		where = ""
	}
	n := note{size: 5}
	n.Level = Orange
	n.verdict = "Pain comes before the plan."
	n.Text = "You told me of pain" + where + ". Pain is not soreness: leave out what hurts, and swap running for cycling if that is free of pain. If it swells, or is still there in two weeks, have it looked at."
	n.next = "Leave out whatever hurts today."
	n.Why = []Reason{{"pain", "told", "none"}}
	if d.painFor() >= 14 {
		n.Level = Red
		n.Text = "You have told me of pain" + where + " for two weeks. Pause what hurts and see a doctor or physiotherapist; tell them since when, and what makes it worse."
		n.next = "Book a visit with a doctor or physiotherapist, and rest what hurts until then."
		n.Why = []Reason{{"days with pain told", fmt.Sprint(d.painFor()), "14 or more"}}
	}
	return []note{n}
}

// painFor is how many days back check-ins told of pain without one in between
// that said none.
func (d *day) painFor() int {
	days := 0
	for _, c := range slices.Backward(d.CheckIns) {
		if c.Date.Sub(d.Day) > 0 {
			continue
		}
		if c.NoPain {
			break
		}
		if c.Pain != "" {
			days = d.Day.Sub(c.Date)
		}
	}
	return days
}

// lastCheckIns returns up to n of the latest, not older than a deload window.
func (d *day) lastCheckIns(n int) []recovery.CheckIn {
	var out []recovery.CheckIn
	for _, c := range slices.Backward(d.CheckIns) {
		if c.Date.Sub(d.Day) > 0 || len(out) == n {
			continue
		}
		if d.Day.Sub(c.Date) > deloadWindow {
			break
		}
		out = append(out, c)
	}
	return out
}

// fatigueCount counts the last five check-ins with fatigue at 2 or less.
func (d *day) fatigueCount() (low, of int) {
	for _, c := range d.lastCheckIns(lowFatigueWindow) {
		of++
		if c.Fatigue > 0 && c.Fatigue <= lowItem {
			low++
		}
	}
	return low, of
}

// fatigued: excessive fatigue is one of the three signs of S18.
func fatigued(d *day) []note {
	low, of := d.fatigueCount()
	if low < lowFatigueCount {
		return nil
	}
	n := d.easeOff("fatigue")
	n.Text = fmt.Sprintf("You felt tired (2 of 5 or less) in %d of your last %d check-ins. Lifting and running together are more than you recover from just now.", low, of)
	n.Why = []Reason{{"check-ins with fatigue at 2 or less", fmt.Sprintf("%d of %d", low, of), "3 of 5"}}
	n.size = float64(low)
	return []note{n}
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
	n.next = "Cut the sets and the running by about a third for the next week, and keep it easy."
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

// sorenessSince is how long after the last load the day's check-in still says
// 2 of 5 or less; false below 72 hours, or when it says something else. Load
// is any lift, and hard or very long endurance work.
func (d *day) sorenessSince() (time.Duration, bool) {
	c := d.checkin
	if c == nil || c.Soreness == 0 || c.Soreness > lowItem {
		return 0, false
	}
	at := checkInTime(*c)
	var last time.Time
	for _, b := range slices.Concat(d.past, d.today) {
		if b.end.Before(at) && (b.lift() || b.key()) && b.end.After(last) {
			last = b.end
		}
	}
	if last.IsZero() || at.Sub(last).Hours() <= sorenessHours {
		return 0, false
	}
	return at.Sub(last), true
}

// checkInTime is when a check-in was answered; its noon when that is not known.
func checkInTime(c recovery.CheckIn) time.Time {
	if !c.At.IsZero() {
		return c.At
	}
	return time.Date(c.Date.Year, c.Date.Month, c.Date.Day, 12, 0, 0, 0, time.UTC)
}

// soreTooLong: soreness of 24 to 72 h is ordinary and gone within a week
// (Cheung 2003).
func soreTooLong(d *day) []note {
	since, sore := d.sorenessSince()
	if !sore {
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
	return []note{n}
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
	if d.checkin == nil {
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
	n.Why = []Reason{{list(low) + ", two mornings", "2 of 5 or less", "2 or less on 2 days"}}
	return []note{n}
}

// tiredCheckIn: a hard session on a morning that said tired and sore. Soreness
// answers 24 to 72 h after work are ordinary; training hard on them helps little.
func tiredCheckIn(d *day) []note {
	c := d.checkin
	if c == nil || c.Soreness == 0 || c.Soreness > lowItem || c.Fatigue == 0 || c.Fatigue > lowItem {
		return nil
	}
	hard := slices.ContainsFunc(d.today, func(b *bout) bool { return b.key() || b.lift() && b.heavy })
	if !hard && !d.ahead {
		return nil
	}
	n := note{fix: "ease-off", relevant: true, size: 1}
	n.Level = Yellow
	n.verdict = "A hard session on a tired and sore morning."
	n.Text = fmt.Sprintf("You checked in tired (%d of 5) and sore (%d of 5). Hard work is worth more in 24 to 48 h; 30 to 40 min easy suits a day like this.", c.Fatigue, c.Soreness)
	n.next = "Wait 24 to 48 h before the next hard session; 30 to 40 min easy until then."
	n.Why = []Reason{{"fatigue and soreness this morning", fmt.Sprintf("%d and %d of 5", c.Fatigue, c.Soreness), "2 or less"}}
	return []note{n}
}

// shortSleep: a night of 6 h or less costs a few per cent of any performance
// (Craven 2022); three in a row are a reason to do less.
func shortSleep(d *day) []note {
	c := d.checkin
	if c == nil || c.SleepHours == 0 || c.SleepHours > shortNight {
		return nil
	}
	nights := 0
	for d.shortNightOn(d.Day.Add(-nights)) {
		nights++
	}
	n := note{fix: "sleep", size: float64(nights)}
	n.Level = Yellow
	n.verdict = "Short night: expect a little less today."
	n.Text = fmt.Sprintf("You slept %s h. After 6 h or less most people perform a few per cent worse in everything, so today is no measure of your form.", decimal(c.SleepHours, 1))
	n.next = "Aim for 7 h or more tonight."
	if nights >= shortNightsInRow {
		n.Level = Orange
		n.verdict = "Three short nights: do less today."
		n.Text = fmt.Sprintf("%d nights in a row of 6 h or less. Sleep is what training turns into progress during, so cut the load until you have caught up.", nights)
		n.next = "Drop the hard part of your next session and sleep 7 h or more tonight."
	}
	n.Why = []Reason{{"sleep", decimal(c.SleepHours, 1) + " h", "6 h or less"}, {"short nights in a row", fmt.Sprint(nights), "3 or more"}}
	return []note{n}
}

// sleepBelowTarget: no single night is short, but the week is (Watson 2015).
func sleepBelowTarget(d *day) []note {
	var total float64
	nights := 0
	for _, c := range d.CheckIns {
		if back := d.Day.Sub(c.Date); c.SleepHours > 0 && back >= 0 && back < 7 {
			nights++
			total += c.SleepHours
		}
	}
	if d.checkin == nil || nights < sleepTargetNights || total/float64(nights) >= sleepTarget {
		return nil
	}
	n := note{fix: "sleep"}
	n.Level = Info
	n.Text = fmt.Sprintf("Your nights average %s h this week; adults do best with 7 or more.", decimal(total/float64(nights), 1))
	n.next = "Go to bed half an hour earlier tonight."
	n.Why = []Reason{{"average sleep of the week", decimal(total/float64(nights), 1) + " h", "under 7 h"}}
	return []note{n}
}
