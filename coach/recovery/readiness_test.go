package recovery

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
	"tandem/coach/training"
)

var today = training.Date{Year: 2027, Month: time.March, Day: 31}

// answered is a check-in some days before today from "43445" and the like.
func answered(t testing.TB, daysAgo int, text string) CheckIn {
	t.Helper()
	c, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	c.Date = today.Add(-daysAgo)
	return c
}

// history is one check-in a day that ends today, oldest first.
func history(t testing.TB, texts ...string) []CheckIn {
	t.Helper()
	var out []CheckIn
	for i, text := range texts {
		if text != "" {
			out = append(out, answered(t, len(texts)-1-i, text))
		}
	}
	return out
}

// usual are totals 18, 19, 20, 19, 18, 20, 19 on the seven days before today.
var usual = []string{"43344", "43444", "44444", "44344", "33444", "44444", "43444"}

func TestBaselineOf(t *testing.T) {
	b := BaselineOf(history(t, append(usual, "")...), today)
	if b.Answers != 7 || !b.Known || !b.Reliable || b.Mean != 19 || b.SD != FloorSD {
		t.Errorf("%+v, want 7 answers, mean 19, SD at its floor", b)
	}
	if z, ok := b.Z(16); !ok || z != -3 {
		t.Errorf("16 against a usual of 19: z %v, %v, want -3", z, ok)
	}
	if b := BaselineOf(history(t, append(usual[1:], "")...), today); b.Known {
		t.Errorf("six answers are too few: %+v", b)
	}
	always := strings.Fields(strings.Repeat("55555 ", 30))
	if b := BaselineOf(history(t, always...), today); !b.Known || b.Reliable || b.Answers != BaselineDays {
		t.Errorf("30 days of 25: %+v, want 28 answers that prove nothing", b)
	}
	old := []CheckIn{answered(t, 29, "11111"), answered(t, 0, "11111"), answered(t, 3, "fatigue 1")}
	if b := BaselineOf(old, today); b.Answers != 0 {
		t.Errorf("older than 28 days, today's own and incomplete ones count: %+v", b)
	}
}

func TestRead(t *testing.T) {
	day := func(text string) []string { return append(append([]string{}, usual...), text) }
	tests := []struct {
		name  string
		texts []string // one a day, today last
		level Level
		flags []FlagKind
		says  string
	}{
		{"no check-in", append(usual, ""), Unknown, nil, "No check-in"},
		{"as usual", day("44444 sleep 7.5h"), Ready, nil, "20 of 25, in line with your usual"},
		{"better than usual", day("54444"), Ready, nil, "21 of 25, above your usual"},
		{"a little below the usual", day("43443"), Ready, nil, ""},
		{"more below", day("43342"), HoldBack, []FlagKind{LowTotal, Drop}, "below your usual 19"},
		{"first check-in ever", []string{"55555"}, Steady, nil, "1 of 7"},
		{"sixth", append(append([]string{}, usual[:5]...), "44444"), Steady, nil, "6 of 7"},
		{"25 for 30 days is not praised", strings.Fields(strings.Repeat("55555 ", 30)), Steady, nil, "all been the same"},
		{"one low item once", []string{"2 3 4 4 4"}, Steady, nil, ""},
		{"an item at 1", []string{"43414"}, HoldBack, nil, "Stress is at 1 of 5, very stressed"},
		{"low twice in a row", []string{"44244", "44244"}, HoldBack, []FlagKind{LowTwice}, "Soreness is at 2 of 5"},
		{"low twice over a weekend", []string{"44244", "", "", "44244"}, HoldBack, []FlagKind{LowTwice}, ""},
		{"low twice too far apart", []string{"44244", "", "", "", "44244"}, Steady, nil, ""},
		{"low, then fine, then low", []string{"44244", "44344", "44244"}, Steady, nil, ""},
		{"a drop of two", []string{"44444", "44444", "44444", "44424"}, HoldBack, []FlagKind{Drop}, "Stress fell to 2 of 5 from your usual 4"},
		{"a drop of two needs three answers", []string{"44444", "44444", "44424"}, Steady, nil, ""},
		{"a drop of one and a half", []string{"44444", "44434", "44434", "44444", "44424"}, Steady, nil, ""},
		{"six hours are short", day("44444 sleep 6h"), Steady, []FlagKind{ShortNight}, "6 h of sleep is short"},
		{"a little more is not", day("44444 sleep 6h01"), Ready, nil, ""},
		{"three short nights", []string{"44444 sleep 6h", "44444 sleep 5.5h", "44444 sleep 6h"}, HoldBack, []FlagKind{FewHours}, "last 3 nights"},
		{"a night not told ends the row", []string{"44444 sleep 5h", "44444", "44444 sleep 5h"}, Steady, []FlagKind{ShortNight}, ""},
		{"pain is not soreness", day("44444 pain left knee"), HoldBack, []FlagKind{Pain}, "leave out what hurts"},
		{"no pain is no flag", day("44444 no pain"), Ready, nil, ""},
		{"tired on three of five", []string{"24444", "34444", "24444", "34444", "24444"}, HoldBack, []FlagKind{Tired}, "3 of your last 5"},
		{"tired on two of five", []string{"34444", "34444", "24444", "34444", "24444"}, Steady, nil, ""},
		{"all at two", []string{"22222"}, Rest, nil, "Rest today"},
		{"three things at once", day("22342 pain shin"), Rest, []FlagKind{Pain, LowTotal, Drop, Drop}, "Rest today"},
		{"only hours, enough of them", []string{"sleep 8h"}, Unknown, nil, "all five"},
		{"only hours, too few", []string{"sleep 5h"}, Steady, []FlagKind{ShortNight}, ""},
		{"only a low item, again", []string{"fatigue 2", "fatigue 2"}, HoldBack, []FlagKind{LowTwice}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Read(today, history(t, tt.texts...))
			var kinds []FlagKind
			for _, f := range got.Flags {
				kinds = append(kinds, f.Kind)
			}
			if diff := cmp.Diff(tt.flags, kinds); diff != "" {
				t.Error(diff)
			}
			if got.Level != tt.level || !strings.Contains(got.Text, tt.says) {
				t.Errorf("%s: %q, want %s with %q", got.Level, got.Text, tt.level, tt.says)
			}
		})
	}
}

func TestRead_NamesWhatItCompared(t *testing.T) {
	got := Read(today, history(t, append(append([]string{}, usual...), "33343")...))
	if got.Total != 16 || !got.ZKnown || got.Z != -3 || !got.Has(LowTotal) || got.Has(Pain) {
		t.Fatalf("%+v", got)
	}
	f := got.Flags[0]
	if f.Value != "z -3.0" || f.Threshold != "z -1.5 or lower" || len(f.Evidence) == 0 {
		t.Errorf("%+v", f)
	}
}

func TestRead_BetterAnswersNeverHoldBackMore(t *testing.T) {
	rank := map[Level]int{Rest: 0, HoldBack: 1, Steady: 2, Ready: 3}
	rapid.Check(t, func(t *rapid.T) {
		var checkIns []CheckIn
		for i := rapid.IntRange(0, 20).Draw(t, "days"); i > 0; i-- {
			checkIns = append(checkIns, draw(t, today.Add(-i)))
		}
		now := draw(t, today)
		item := rapid.SampledFrom(Items()).Draw(t, "item")
		better, err := now.With(item, min(now.Value(item)+1, Best))
		if err != nil {
			t.Fatal(err)
		}
		a, b := Read(today, append(checkIns, now)), Read(today, append(checkIns, better))
		if rank[b.Level] < rank[a.Level] {
			t.Fatalf("%s: %q; one better in %s: %s: %q", a.Level, a.Text, item, b.Level, b.Text)
		}
		if math.IsNaN(a.Z) || a.Text == "" {
			t.Fatalf("%+v", a)
		}
	})
}

func draw(t *rapid.T, date training.Date) CheckIn {
	v := func() int { return rapid.IntRange(Worst, Best).Draw(t, "answer") }
	return CheckIn{Date: date, Fatigue: v(), Sleep: v(), Soreness: v(), Stress: v(), Mood: v()}
}

// A bad morning becomes part of the usual, which must not excuse the next.
func TestSecondBadMorning_IsNoMilderThanTheFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := training.Date{Year: 2027, Month: time.March, Day: 1}
		item, hours := rapid.IntRange(1, 5), rapid.Float64Range(3, 9)
		answer := func(on training.Date) CheckIn {
			return CheckIn{Date: on, Fatigue: item.Draw(t, "fatigue"), Sleep: item.Draw(t, "sleep"), Soreness: item.Draw(t, "soreness"),
				Stress: item.Draw(t, "stress"), Mood: item.Draw(t, "mood"), SleepHours: hours.Draw(t, "hours")}
		}
		var all []CheckIn
		for back := rapid.IntRange(1, 20).Draw(t, "days"); back > 0; back-- {
			all = append(all, answer(day.Add(-back)))
		}
		first := answer(day)
		second := first
		second.Date = day.Add(1)
		all = append(all, first, second)
		was, is := Read(day, all), Read(second.Date, all)
		if mildness[was.Level] >= mildness[HoldBack] && mildness[is.Level] < mildness[was.Level] {
			t.Errorf("%s, then %s: %s", was.Level, is.Level, is.Text)
		}
	})
}
