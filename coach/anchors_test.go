package coach_test

import (
	"regexp"
	"strings"
	"testing"
)

// anchors are what an answer on a topic has to say, whoever rewrites it, and
// what it must never say. The text is that for somebody whose goal is not known.
var anchors = []struct {
	topic string
	says  []string
	never string // a regular expression; "" = nothing
}{
	{"run_after_lift_ok", []string{"Generally no", "how hard, how long and your goal", "easy"}, `(?i)\bnever\b`},
	{"interference", []string{"43 studies", "-0.01", "-0.28", "Beginners", "Trained lifters", "within one session", "slow type"}, `(?i)\b(kills|killed) (your )?gains|lost your gains`},
	{"cardio_dose_after", []string{"20 to 40 minutes", "easy", "talk"}, `\d:\d\d`},
	{"hiit_sprints", []string{"not right after heavy legs", "another day or six hours"}, `(?i)never (do )?(hiit|intervals)`},
	{"order", []string{"For strength: Weights first", "For endurance: Key run first", "For general fitness: Your preference", "Aerobic fitness comes out the same"}, ""},
	{"session_gap", []string{"Six hours", "three", "24 hours", "guidelines differ"}, ""},
	{"mechanism", []string{"mTOR", "AMPK", "not clearly shown"}, `(?i)prov(es|en)`},
	{"same_day", []string{"one day is fine", "six hours"}, ""},
	{"leg_day_placement", []string{"24 hours", "Long run"}, ""},
	{"post_fuel", []string{"20 to 40 g", "carbs", "1.0 to 1.2 g", "under eight hours"}, `(?i)\bkcal\b`},
	{"pre_fuel", []string{"1 to 4 g of carbohydrate", "over an hour"}, `(?i)\bkcal\b`},
	{"protein_daily", []string{"1.6 g", "1.4 to 2.0", "20 to 40 g"}, ""},
	{"sleep", []string{"seven hours", "Three short nights"}, ""},
	{"overtraining", []string{"fatigue", "soreness", "performance", "see a doctor"}, `(?i)you have overtrain|overtraining syndrome`},
	{"doms", []string{"warm up", "72 hours", "One-sided", "Dark urine"}, `(?i)push (on )?through`},
	{"aches_niggles", []string{"bony spot", "at night", "two weeks", "swollen", "doctor or physio"}, `(?i)push (on )?through|you have (a )?(stress|tendin|torn)`},
	{"cardio_type", []string{"gentler on the legs", "disagree"}, ""},
	{"women", []string{"women on average did not", "few"}, ""},
	{"why_runners_lift", []string{"running economy", "tired legs for a day or two"}, ""},
	{"cooldown_stretch", []string{"will not spare you soreness", "do not harm"}, `(?i)(prevents|reduces) (soreness|injury)`},
	{"active_recovery", []string{"does no harm", "do not expect"}, `(?i)promis|flush`},
	{"beginner_both", []string{"two full-body lifts", "two easy runs", "10 %"}, `(?i)acwr|monotony`},
	{"injury_prevention", []string{"longest of the last month", "observation, not proof"}, `(?i)\d+ ?% (risk|chance)|hazard`},
	{"taper_lifting", []string{"two weeks", "41 to 60 %", "rule of thumb"}, ""},
	{"deload", []string{"about a week", "agreement among coaches"}, ""},
	{"supplements", []string{"steroids", "doctor"}, `(?i)\b\d+ ?(mg|g) (of )?(creatine|caffeine)`},
	{"energy_intake", []string{"no calorie target", "doctor or sports dietitian", "Under 18"}, `(?i)\b\d+ ?k?cal\b`},
	{"fat_loss", []string{"Under 18", "doctor or dietitian"}, `(?i)\b\d+ ?k?cal\b|burn off`},
	{"youth", []string{"no weight, calorie or body-fat goals", "doctor"}, ""},
	{"hydration", []string{"2 %", "never so much that you gain"}, ""},
}

func TestAnswers_SayWhatTheyStandFor(t *testing.T) {
	c := newCoach(t)
	for _, a := range anchors {
		text := c.Topic(a.topic, "").Text
		for _, want := range a.says {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q:\n%s", a.topic, want, text)
			}
		}
		if a.never == "" {
			continue
		}
		if said := regexp.MustCompile(a.never).FindString(text); said != "" {
			t.Errorf("%s says %q", a.topic, said)
		}
	}
}
