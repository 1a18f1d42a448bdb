package training

import "time"

// date reads 2026-11-20, or an instant with its time and offset.
func (r *reader) date(t *token) {
	if len(t.text) > 10 {
		r.emit(item{meaning: meaning{kind: iInstant}, clock: t}, 1)
		return
	}
	it := item{meaning: meaning{kind: iDate}, date: Date{t.fields[0], time.Month(t.fields[1]), t.fields[2]}}
	r.emit(it, 1)
	if clock := r.peek(0); clock.kind == tkClock && !r.peek(1).is('/') && !r.peek(1).word("am", "pm", "a", "p") && clock.fields[0] < 24 {
		r.atClock(0)
		r.out[len(r.out)-1].explicit = true
	}
}

// clockOfDay reads the clock right behind "yesterday" or "mon" as a time of
// day, when it can be one.
func (r *reader) clockOfDay(m meaning) {
	t := r.peek(0)
	if t.kind != tkClock || t.n != 2 || t.fields[0] > 23 || t.fields[1] > 59 || r.peek(1).is('/') || r.peek(1).word("am", "pm", "a", "p", "min", "pace", "per") {
		return
	}
	if off := t.fields[0] - m.hour; m.kind == iDay && m.hour >= 0 && (off < -4 || off > 4) {
		return
	}
	if r.span() {
		return
	}
	r.atClock(0)
}

// dayOfMonth emits the last such day: its year is settled with the zone.
func (r *reader) dayOfMonth(day int, month time.Month, n int) {
	year := 0
	if y := r.peek(n); y.kind == tkNum && y.num >= 2000 && y.num < 2100 && y.decimals == 0 {
		year = int(y.num)
		n++
	}
	r.emit(item{meaning: meaning{kind: iDate}, date: Date{year, month, day}}, n)
	r.clockOfDay(meaning{kind: iDate})
}

// moment gathers what an entry says about when a session started.
type moment struct {
	instant time.Time
	date    Date
	seconds int // after midnight
	ago     time.Duration
	hasDate bool
	hasTime bool
	guessed bool // the time of day comes from a word as "this morning"
	weekday bool // the date comes from a weekday, so it cannot be ahead
	loose   bool // a part of the day without a date
	from    int  // where it stands in the text
	to      int
	dayFrom int // where its date stands
	dayTo   int
}

func (m moment) told() bool { return !m.instant.IsZero() || m.hasDate || m.hasTime || m.ago > 0 }

// add takes one item into the moment, and reports false when it contradicts
// what was said before.
func (m *moment) add(it item, now time.Time) bool {
	if !m.told() {
		m.from = it.from
	}
	m.to = max(m.to, it.to)
	if it.kind == iDay || it.kind == iWeekday || it.kind == iDate {
		m.dayFrom, m.dayTo = it.from, it.to
	}
	today := DateOf(now)
	switch it.kind {
	case iTime:
		if m.hasTime && !m.guessed {
			return false
		}
		m.seconds, m.hasTime, m.guessed = it.at, true, false
	case iInstant:
		t, err := time.Parse(time.RFC3339, it.clock.text)
		if err != nil {
			t, err = time.ParseInLocation("2006-01-02T15:04:05", it.clock.text, now.Location())
		}
		if err != nil {
			t, err = time.ParseInLocation("2006-01-02T15:04", it.clock.text, now.Location())
		}
		m.instant = t
		return err == nil
	case iAgo:
		m.ago = time.Duration(it.ago * float64(time.Second))
	case iDay:
		return m.addDay(it, today)
	case iWeekday:
		back := (int(today.Weekday()) - int(it.weekday) + 7) % 7
		if back == 0 && it.day > 0 {
			back = it.day
		}
		m.weekday = true
		return m.setDate(today.Add(-back))
	case iDate:
		d := it.date
		if d.Year == 0 {
			d.Year = today.Year
			if today.Before(d) {
				d.Year--
			}
		}
		if d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Add(0) != d {
			return false
		}
		return m.setDate(d)
	}
	return true
}

func (m *moment) addDay(it item, today Date) bool {
	if it.hour >= 0 && !m.hasTime {
		m.seconds, m.hasTime, m.guessed = it.hour*3600, true, true
	}
	if it.day < 0 {
		m.loose = true
		return true
	}
	return m.setDate(today.Add(-it.day))
}

func (m *moment) setDate(d Date) bool {
	if m.hasDate && m.date != d {
		return false
	}
	m.date, m.hasDate = d, true
	return true
}

// start settles the instant a session of some minutes started. The rules, in
// order: an instant or "2h ago" is taken as it is; a date with a time is that
// time; a date alone is the same clock time on that date; a time alone is
// today; a part of the day that is still ahead is yesterday's, one that has
// just begun ends now; nothing told means that the session ended now.
func (m moment) start(now time.Time, minutes float64) time.Time {
	duration := time.Duration(minutes * float64(time.Minute))
	switch {
	case !m.instant.IsZero():
		return m.instant.Truncate(time.Second)
	case m.ago > 0:
		return now.Add(-m.ago).Truncate(time.Minute)
	case !m.told():
		return now.Add(-duration).Truncate(time.Minute)
	}
	d := m.date
	if !m.hasDate {
		d = DateOf(now)
	}
	if !m.hasTime && d == DateOf(now) {
		return now.Add(-duration).Truncate(time.Minute)
	}
	if !m.hasTime {
		h, min, _ := now.Clock()
		m.seconds = h*3600 + min*60
	}
	t := d.at(m.seconds, now.Location())
	if m.weekday && t.After(now) && d == DateOf(now) {
		return d.Add(-7).at(m.seconds, now.Location())
	}
	if m.guessed && t.Add(duration).After(now) {
		if m.loose && !m.hasDate && t.After(now) {
			return d.Add(-1).at(m.seconds, now.Location())
		}
		return now.Add(-duration).Truncate(time.Minute)
	}
	return t
}

// at is the instant of a wall clock time on d.
func (d Date) at(seconds int, loc *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, seconds/3600, seconds/60%60, seconds%60, 0, loc)
}
