package advice

import (
	"slices"
	"time"

	"tandem/coach/recovery"
)

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

// itemLevel is the mean answer over the last five complete check-ins.
func (d *day) itemLevel() (level float64, of int) {
	for _, c := range d.lastCheckIns(lowFatigueWindow) {
		if total, ok := c.Total(); ok {
			of++
			level += float64(total) / 5
		}
	}
	if of == 0 {
		return 0, 0
	}
	return level / float64(of), of
}
