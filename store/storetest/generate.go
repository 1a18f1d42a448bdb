package storetest

import (
	"time"

	"pgregory.net/rapid"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// words are what people type, newlines, quotes and emoji among it.
func words() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.RuneFrom([]rune("abcXYZ 019'\"\\\n\t<&>%_?;é💪")), 0, 40, -1)
}

func amount() *rapid.Generator[float64] { return rapid.Float64Range(0, 1e6) }

func moments() *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		ms := rapid.Int64Range(time.Date(1969, 1, 1, 0, 0, 0, 0, time.UTC).UnixMilli(), time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC).UnixMilli())
		return time.UnixMilli(ms.Draw(t, "ms")).UTC()
	})
}

func effort() *rapid.Generator[*training.RPE] {
	return rapid.Ptr(rapid.Map(rapid.IntRange(0, 20), func(halves int) training.RPE { return training.RPE(halves) / 2 }), true)
}

// genSession draws a session of at most twelve kinds of sets, with runs of equal ones.
func genSession() *rapid.Generator[training.Session] {
	return rapid.Custom(func(t *rapid.T) training.Session {
		s := training.Session{
			ID:        rapid.StringMatching(`[a-z0-9]{6}`).Draw(t, "id"),
			Kind:      rapid.SampledFrom([]training.Kind{training.Lift, training.Run, training.Ride, training.Rest, training.Other}).Draw(t, "kind"),
			Start:     moments().Draw(t, "start"),
			Zone:      rapid.SampledFrom([]string{"", "UTC", "America/Nuuk", "Australia/Lord_Howe"}).Draw(t, "zone"),
			Minutes:   amount().Draw(t, "minutes"),
			Estimated: rapid.Bool().Draw(t, "estimated"),
			RPE:       effort().Draw(t, "rpe"),
			Km:        amount().Draw(t, "km"),
			HR:        rapid.IntRange(0, 250).Draw(t, "hr"),
			Intensity: rapid.SampledFrom([]training.Intensity{"", training.Easy, training.Hard}).Draw(t, "intensity"),
			Tagged:    rapid.Bool().Draw(t, "tagged"),
			Style:     rapid.SampledFrom([]training.Style{training.Steady, training.Intervals, training.LongRun}).Draw(t, "style"),
			Activity:  words().Draw(t, "activity"),
			Region:    rapid.SampledFrom([]training.Region{"", training.Legs, training.FullBody}).Draw(t, "region"),
			Note:      words().Draw(t, "note"),
			Source:    rapid.SampledFrom([]string{"chat", "hevy"}).Draw(t, "source"),
		}
		for range rapid.IntRange(0, 12).Draw(t, "kinds of sets") {
			set := genSet().Draw(t, "set")
			for range rapid.IntRange(1, 5).Draw(t, "times") {
				s.Sets = append(s.Sets, set)
			}
		}
		for range rapid.IntRange(0, 3).Draw(t, "repeats") {
			s.Reps = append(s.Reps, training.Interval{Count: rapid.IntRange(1, 20).Draw(t, "count"), Km: amount().Draw(t, "km"),
				Seconds: amount().Draw(t, "seconds"), RestSeconds: amount().Draw(t, "rest")})
		}
		return s
	})
}

func genSet() *rapid.Generator[training.Set] {
	return rapid.Custom(func(t *rapid.T) training.Set {
		return training.Set{
			Exercise: words().Draw(t, "exercise"), Kg: amount().Draw(t, "kg"), Bodyweight: rapid.Bool().Draw(t, "bodyweight"),
			Percent: amount().Draw(t, "percent"), Reps: rapid.IntRange(0, 500).Draw(t, "reps"), RPE: effort().Draw(t, "rpe"),
			Seconds: amount().Draw(t, "seconds"), Metres: amount().Draw(t, "metres"), Warmup: rapid.Bool().Draw(t, "warm-up"),
			Failed: rapid.Bool().Draw(t, "failed"), Superset: rapid.IntRange(0, 3).Draw(t, "superset"), EachSide: rapid.Bool().Draw(t, "each_side"),
		}
	})
}

func genCheckIn() *rapid.Generator[recovery.CheckIn] {
	return rapid.Custom(func(t *rapid.T) recovery.CheckIn {
		item := func(name string) int { return rapid.IntRange(0, 5).Draw(t, name) }
		return recovery.CheckIn{
			Date: training.DateOf(moments().Draw(t, "day")), At: moments().Draw(t, "at"),
			Fatigue: item("fatigue"), Sleep: item("sleep"), Soreness: item("soreness"), Stress: item("stress"), Mood: item("mood"),
			SleepHours: amount().Draw(t, "hours"), Pain: words().Draw(t, "pain"), NoPain: rapid.Bool().Draw(t, "no pain"), Note: words().Draw(t, "note"),
		}
	})
}
