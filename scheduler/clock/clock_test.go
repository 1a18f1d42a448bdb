package clock

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tandem/coach/training"
)

func date(t testing.TB, text string) training.Date {
	t.Helper()
	d, err := training.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestParse_RefusesNamingFieldAndWord(t *testing.T) {
	for _, test := range []struct{ spec, says string }{
		{"", `""`},
		{"7", `"7"`},
		{"07:00 mon,funday", `"funday"`},
		{"25:00", `"25:00"`},
		{"7:5", `"7:5"`},
		{"+7:00", `"+7:00"`},
		{"07:60", `"07:60"`},
		{"0 7 * *", `"0 7 * *"`},
		{"0 0 7 * * *", `"0 0 7 * * *"`},
		{"TZ=Europe/Berlin 0 7 * * *", `"TZ=Europe/Berlin"`},
		{"CRON_TZ=Europe/Berlin 0 7 * * *", `"CRON_TZ=Europe/Berlin"`},
		{"TZ=", `"TZ="`},
		{"TZ= 0 7 * * *", `"TZ="`},
		{"0 7 * * TZ=", `"TZ="`},
		{"@daily", `"@daily"`},
		{"@every -1h", `"@every"`},
		{"@every 1h 0 0 0 0", `"@every"`},
		{"0 0 31 2 *", `"31 2"`},
		{"0 0 31 4,6,9,11 *", `"31 4,6,9,11"`},
		{"0 0 30 feb *", `"30 feb"`},
		{"60 7 * * *", `"60" does not do as the minute of a cron expression: it takes 0 to 59`},
		{"0 24 * * *", `"24" does not do as the hour of a cron expression: it takes 0 to 23`},
		{"0 7 0 * *", `"0" does not do as the day of the month of a cron expression: it takes 1 to 31`},
		{"0 7 * 13 *", `"13" does not do as the month of a cron expression: it takes 1 to 12`},
		{"0 7 * * 8", `"8" does not do as the weekday of a cron expression: it takes 0 to 6`},
		{"0 7 * * mon-", `"mon-"`},
		{"a 7 * * *", `"a"`},
		{"*/0 7 * * *", `"*/0"`},
		{"5-1 7 * * *", `"5-1"`},
		{"1-2-3 7 * * *", `"1-2-3"`},
		{"1//2 7 * * *", `"1//2"`},
		{", 7 * * *", `","`},
		{"-1 7 * * *", `"-1"`},
		{"99999999999999999999 7 * * *", `"99999999999999999999"`},
	} {
		_, err := Parse(test.spec)
		if err == nil {
			t.Errorf("%q is taken", test.spec)
		} else if !strings.Contains(err.Error(), test.says) {
			t.Errorf("%q: the error does not say %s: %v", test.spec, test.says, err)
		}
	}
}

func TestParse_NeverPanics(t *testing.T) {
	piece := rapid.SampledFrom([]string{"*", "0", "7", "59", "1-5", "*/2", "mon", "jan", "TZ=", "CRON_TZ=", "@every", "?", ",", "-", "/", "=", "", "07:00", "31", "2", "999999999"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 7).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", "", ","}).Draw(t, "between"))
		spec, err := Parse(text)
		if err != nil {
			return
		}
		if _, _, ok := spec.Next(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), time.UTC); !ok {
			t.Fatalf("%q is taken and never comes", text)
		}
	})
}

func TestNext(t *testing.T) {
	for _, test := range []struct{ name, spec, zone, after, at, day string }{
		{"later today", "07:00", "UTC", "2026-11-23T06:59:59Z", "2026-11-23T07:00:00Z", "2026-11-23"},
		{"at the moment itself it is tomorrow's turn", "07:00", "UTC", "2026-11-23T07:00:00Z", "2026-11-24T07:00:00Z", "2026-11-24"},
		{"the next of the weekdays", "07:00 mon,wed", "UTC", "2026-11-24T00:00:00Z", "2026-11-25T07:00:00Z", "2026-11-25"},
		{"cron with weekdays", "0 7 * * 1-5", "UTC", "2026-11-27T08:00:00Z", "2026-11-30T07:00:00Z", "2026-11-30"},
		{"cron by day or weekday, when both are named", "0 7 1 * sun", "UTC", "2026-11-29T08:00:00Z", "2026-12-01T07:00:00Z", "2026-12-01"},
		{"a leap day waits for its year", "0 7 29 2 *", "UTC", "2026-01-01T00:00:00Z", "2028-02-29T07:00:00Z", "2028-02-29"},
		{"ahead of UTC it is another date", "07:00", "Pacific/Kiritimati", "2026-11-22T12:00:00Z", "2026-11-22T17:00:00Z", "2026-11-23"},
	} {
		t.Run(test.name, func(t *testing.T) {
			spec, err := Parse(test.spec)
			if err != nil {
				t.Fatal(err)
			}
			after, _ := time.Parse(time.RFC3339, test.after)
			at, day, ok := spec.Next(after, zone(t, test.zone))
			if got := at.UTC().Format(time.RFC3339); !ok || got != test.at || day != date(t, test.day) {
				t.Errorf("got %s for %s (%v), want %s for %s", got, day, ok, test.at, test.day)
			}
		})
	}
}

func TestNextChange(t *testing.T) {
	for _, test := range []struct{ zone, after, want string }{
		{"America/New_York", "2025-01-01T00:00:00Z", "2025-03-09T07:00:00Z"},
		{"America/New_York", "2025-03-09T07:00:00Z", "2025-11-02T06:00:00Z"},
		{"Africa/Casablanca", "2025-01-01T00:00:00Z", "2025-02-23T02:00:00Z"},
		{"America/Phoenix", "2025-01-01T00:00:00Z", ""},
		{"Asia/Tehran", "2025-01-01T00:00:00Z", ""},
		{"UTC", "2025-01-01T00:00:00Z", ""},
	} {
		after, _ := time.Parse(time.RFC3339, test.after)
		got := ""
		if at, ok := NextChange(after, zone(t, test.zone)); ok {
			got = at.UTC().Format(time.RFC3339)
		}
		if got != test.want {
			t.Errorf("%s after %s: %q, want %q", test.zone, test.after, got, test.want)
		}
	}
}

// walk finds what is due by looking at the wall minute by minute: the plainest
// reading of the rule. A time is due when the wall first shows it or a later
// one; dates that the wall never shows have no times.
func walk(spec Spec, from, to time.Time, loc *time.Location) (out []due) {
	seen := wall(from.Add(-time.Minute).In(loc))
	shown := map[training.Date]bool{}
	for at := from; at.Before(to.Add(3 * 24 * time.Hour)); at = at.Add(time.Hour) {
		shown[training.DateOf(at.In(loc))] = true
	}
	for at := from; at.Before(to); at = at.Add(time.Minute) {
		found := false
		for now := wall(at.In(loc)); seen.Before(now); {
			seen = seen.Add(time.Minute)
			day := training.DateOf(seen)
			if !found && shown[day] && spec.Fits(day) && spec.hours&(1<<seen.Hour()) != 0 && spec.minutes&(1<<seen.Minute()) != 0 {
				out, found = append(out, due{at.Unix(), day}), true
			}
		}
	}
	return out
}

type due struct {
	at  int64
	day training.Date
}

// wall is what a clock shows, as if it were UTC.
func wall(local time.Time) time.Time {
	return time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), local.Minute(), 0, 0, time.UTC)
}

func TestNext_AgreesWithAWalkMinuteByMinute(t *testing.T) {
	var starts []struct {
		loc *time.Location
		at  time.Time
	}
	for _, c := range changes {
		loc := zone(t, c.zone)
		starts = append(starts, struct {
			loc *time.Location
			at  time.Time
		}{loc, At(date(t, c.from), 0, 0, loc).Add(-12 * time.Hour)})
	}
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.SampledFrom(starts).Draw(rt, "zone")
		from := s.at.Add(time.Duration(rapid.IntRange(0, 2000).Draw(rt, "minutes later")) * time.Minute)
		spec := Spec{days: allDays, months: allMonths, week: allWeek}
		spec.hours = 1<<rapid.IntRange(0, 23).Draw(rt, "hour") | 1<<rapid.SampledFrom([]int{0, 1, 2, 3, 23}).Draw(rt, "another")
		spec.minutes = 1<<rapid.IntRange(0, 59).Draw(rt, "minute") | 1<<rapid.SampledFrom([]int{0, 15, 30, 59}).Draw(rt, "another minute")
		if rapid.Bool().Draw(rt, "weekly") {
			spec.week = uint64(rapid.IntRange(1, allWeek).Draw(rt, "weekdays"))
		}
		to := from.Add(4 * 24 * time.Hour)
		want := walk(spec, from, to, s.loc)
		after := from.Add(-time.Second)
		for i := 0; ; i++ {
			at, day, ok := spec.Next(after, s.loc)
			if !ok || !at.Before(to) {
				if i != len(want) {
					rt.Fatalf("%s from %s: %d occurrences, the walk finds %d", s.loc, from, i, len(want))
				}
				return
			}
			if i >= len(want) || want[i] != (due{at.Unix(), day}) {
				rt.Fatalf("%s from %s: number %d is %s for %s, the walk finds %v", s.loc, from, i, at, day, want)
			}
			after = at
		}
	})
}

func TestNext_OnceForEveryDateThatFits(t *testing.T) {
	for _, c := range changes {
		loc := zone(t, c.zone)
		year := date(t, c.from).Year
		rapid.Check(t, func(rt *rapid.T) {
			spec := Spec{hours: 1 << rapid.IntRange(0, 23).Draw(rt, "hour"), minutes: 1 << rapid.IntRange(0, 59).Draw(rt, "minute"),
				days: allDays, months: allMonths, week: allWeek}
			day := training.Date{Year: year, Month: 1, Day: 1}
			after := At(day, 0, 0, loc).Add(-time.Nanosecond)
			for day.Year == year {
				at, got, ok := spec.Next(after, loc)
				if !Exists(day, loc) {
					day = day.Add(1)
				}
				if !ok || got != day || !at.After(after) {
					rt.Fatalf("%s: after %s comes %s for %s, want %s", loc, after, at, got, day)
				}
				after, day = at, day.Add(1)
			}
		})
	}
}

func BenchmarkNext(b *testing.B) {
	loc := zone(b, "America/New_York")
	spec, err := Daily("07:00", "mon,tue,wed,thu,fri")
	if err != nil {
		b.Fatal(err)
	}
	after := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	for b.Loop() {
		spec.Next(after, loc)
	}
}
