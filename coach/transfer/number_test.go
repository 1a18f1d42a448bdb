package transfer

import (
	"testing"
	"time"

	"tandem/coach/training"
)

func TestNumbers_AreReadInEveryLocale(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text   string
		locale locale
		want   float64
		ok     bool
	}{
		{"62.5", pointDecimal, 62.5, true}, {"1,020", pointDecimal, 1020, true}, {"1,020.5", pointDecimal, 1020.5, true}, {"7,5", pointDecimal, 7.5, true},
		{"1,020,300", pointDecimal, 1020300, true}, {"62,5", eitherDecimal, 62.5, true}, {"5.123", eitherDecimal, 5.123, true}, {"5,123", eitherDecimal, 5.123, true},
		{"7,00", commaDecimal, 7, true}, {"1.020", commaDecimal, 1020, true}, {"1.020,5", commaDecimal, 1020.5, true}, {"1\u00a0020,5", commaDecimal, 1020.5, true},
		{"-20", pointDecimal, -20, true}, {"0", pointDecimal, 0, true},
		{"", pointDecimal, 0, false}, {"NaN", pointDecimal, 0, false}, {"Inf", pointDecimal, 0, false}, {"0x10", pointDecimal, 0, false}, {"1e9", pointDecimal, 0, false}, {"5 kg", pointDecimal, 0, false}, {".", pointDecimal, 0, false},
	} {
		got, ok := number(c.text, c.locale)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("number(%q, %d) = %v, %v; want %v, %v", c.text, c.locale, got, ok, c.want, c.ok)
		}
	}
}

func TestDurations_AreReadAsAppsWriteThem(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]float64{
		"1h 10m": 4200, "1h10m": 4200, "45m": 2700, "1h": 3600, "90s": 90, "1h 2m 3s": 3723, "4200": 4200, "4200.5": 4200.5, "1 Std. 5 Min.": 3900, "45 min": 2700,
		"01:00": 3600, "1:10": 4200, "45:30": 2730, "00:28:10.5": 1690.5, "00:28:10,5": 1690.5, "1:00:00": 3600,
	} {
		if got, ok := workoutDuration(text); !ok || got != want {
			t.Errorf("workoutDuration(%q) = %v, %v; want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"soon", "1x", "1:70", "-5", "1:2:3:4", "10 parsecs", "NaN:00"} {
		if got, ok := workoutDuration(text); ok {
			t.Errorf("workoutDuration(%q) = %v", text, got)
		}
	}
}

func TestDates_AreReadAsAppsWriteThem(t *testing.T) {
	t.Parallel()
	zone := berlin(t)
	morning := time.Date(2026, 3, 28, 9, 5, 0, 0, zone)
	for _, c := range []struct {
		text  string
		units training.Units
		want  time.Time
	}{
		{"2026-03-28 09:05:00", training.Metric, morning},
		{"2026-03-28 09:05", training.Metric, morning},
		{"2026-03-28T09:05:00", training.Metric, morning},
		{"2026-03-28T08:05:00Z", training.Metric, morning},
		{"2026-03-28 08:05:00 UTC", training.Metric, morning},
		{"2026-03-28 08:05:00 +0000", training.Metric, morning},
		{"2026-03-28T03:05:00-05:00", training.Metric, morning},
		{"28 Mar 2026, 09:05", training.Metric, morning},
		{"28 mars 2026, 09:05", training.Metric, morning},
		{"28. März 2026, 09:05", training.Metric, morning},
		{"Mar 28, 2026, 9:05:00 AM", training.Metric, morning},
		{"Mar 28, 2026, 9:05:00\u202fAM", training.Metric, morning},
		{"28.03.2026, 09:05:00", training.Metric, morning},
		{"28/03/2026 09:05", training.Imperial, morning},
		{"03/28/2026 09:05", training.Metric, morning},
		{"04/03/2026 09:05", training.Metric, time.Date(2026, 3, 4, 9, 5, 0, 0, zone)},
		{"03/04/2026 09:05", training.Imperial, time.Date(2026, 3, 4, 9, 5, 0, 0, zone)},
		{"12 Jan 2026, 12:30 AM", training.Metric, time.Date(2026, 1, 12, 0, 30, 0, 0, zone)},
		{"12 Jan 2026, 12:30 PM", training.Metric, time.Date(2026, 1, 12, 12, 30, 0, 0, zone)},
	} {
		b := newBook("test", Options{Zone: zone, Units: c.units})
		if got, ok := b.when(c.text, zone); !ok || !got.at.Equal(c.want) {
			t.Errorf("%q is %v, %v; want %v", c.text, got.at.In(zone), ok, c.want)
		}
	}
	for _, text := range []string{"", "yesterday", "2026-13-01 09:00:00", "31 Foo 2026, 09:00", "99/99/2026 09:00", "1 Jan 0001, 09:00", "31 Feb 2026, 09:00", "13:00 PM 1 Jan 2026"} {
		b := newBook("test", Options{Zone: zone})
		if got, ok := b.when(text, zone); ok {
			t.Errorf("%q is %v", text, got.at)
		}
	}
}

func TestSports_AreKnownByTheNamesOfTheApps(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]training.Kind{
		"Run": training.Run, "Trail Run": training.Run, "VirtualRun": training.Run, "Treadmill Running": training.Run, "running": training.Run, "Laufbandtraining": training.Other,
		"E-Bike Ride": training.Ride, "Indoor Cycling": training.Ride, "mountain_biking": training.Ride, "Biking": training.Ride, "Swim": training.Swim, "Pool Swim": training.Swim, "lap_swimming": training.Swim,
		"Weight Training": training.Lift, "WeightTraining": training.Lift, "strength_training": training.Lift, "Rowing": training.Row, "indoor_rowing": training.Row, "Hike": training.Walk, "Yoga": training.Other, "Crossfit": training.Other,
	} {
		if got, _ := sportOf(name); got != want {
			t.Errorf("%q is %s, want %s", name, got, want)
		}
	}
	if _, activity := sportOf("Stand Up Paddling"); activity != "stand up paddling" {
		t.Errorf("activity %q", activity)
	}
}
