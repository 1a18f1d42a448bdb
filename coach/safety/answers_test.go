package safety

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// everyFlag is every tier and group that a rule or the second opinion can
// give, in each voice.
func everyFlag() []Flag {
	seen := map[Flag]bool{}
	for _, r := range detect.rules {
		for _, friend := range []bool{false, true} {
			seen[Flag{Tier: r.tier, Group: r.group, Friend: friend}] = true
			seen[Flag{Tier: r.tier, Group: r.group, Friend: friend, Unsure: r.unsure}] = true
			if r.tier == T0 {
				seen[Flag{Tier: r.tier, Group: r.group, Friend: friend, Past: true}] = true
				seen[Flag{Tier: r.tier, Group: r.group, Friend: friend, Past: true, Unsure: true}] = true
			}
		}
	}
	for _, f := range kinds {
		for _, friend := range []bool{false, true} {
			f.Unsure, f.Friend = true, friend
			seen[f] = true
		}
	}
	var all []Flag
	for f := range seen {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b Flag) int { return strings.Compare(title(a), title(b)) })
	return all
}

func title(f Flag) string {
	return fmt.Sprintf("%s %s friend=%t past=%t unsure=%t", f.Tier, f.Group, f.Friend, f.Past, f.Unsure)
}

func TestAnswers_Golden(t *testing.T) {
	var b strings.Builder
	for _, f := range everyFlag() {
		fmt.Fprintf(&b, "== %s\n%s\n\n", title(f), f.Answer(Contacts{}))
	}
	const file = "testdata/answers.golden"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("answers changed; read them and run with -update (-want +got):\n%s", diff)
	}
}

func TestEveryAnswer_SaysWhatToDoAndFitsAPhone(t *testing.T) {
	for _, f := range everyFlag() {
		text := f.Answer(Contacts{})
		if len(text) < 80 || len(text) > 720 {
			t.Errorf("%s: %d letters: %s", title(f), len(text), text)
		}
		if (f.Tier == T0 || f.Unsure && f.Tier != T4) && !strings.Contains(text, Emergency()) {
			t.Errorf("%s: no emergency sentence: %s", title(f), text)
		}
		for _, word := range []string{"you may have", "probably", "heart attack", "stroke", "rhabdo", "fracture", "disorder", "anorexi", "REDs", "your fault", "percent"} {
			if strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
				t.Errorf("%s: names or blames (%q): %s", title(f), word, text)
			}
		}
	}
}

func TestHeatAnswer_CoolsFirst(t *testing.T) {
	for _, friend := range []bool{false, true} {
		text := Flag{Tier: T0, Group: "heat", Friend: friend}.Answer(Contacts{})
		if !strings.Contains(text, "cooling") || strings.Index(text, "cooling") > strings.Index(text, Emergency()) {
			t.Errorf("cooling does not come first: %s", text)
		}
	}
}

func TestRhabdoAnswer_AsksForCK(t *testing.T) {
	for _, friend := range []bool{false, true} {
		if text := (Flag{Tier: T1, Group: "rhabdo", Friend: friend}).Answer(Contacts{}); !strings.Contains(text, "CK") {
			t.Errorf("no CK test: %s", text)
		}
	}
}

func TestSelfharmAnswer_SaysWhereToTurnInTwoSentences(t *testing.T) {
	for _, c := range []Contacts{{}, {Text: "Call the Listening Line."}} {
		for _, friend := range []bool{false, true} {
			text := Flag{Tier: T4, Group: groupSelfharm, Friend: friend}.Answer(c)
			sentences := strings.SplitAfterN(text, ". ", 3)
			if first := strings.Join(sentences[:2], ""); !strings.Contains(first, strings.Fields(c.text())[1]) {
				t.Errorf("the first two sentences do not say where to turn: %s", first)
			}
		}
	}
}

func TestEatingAnswer_SpeaksOfNoNumbers(t *testing.T) {
	for _, group := range []string{"ed", "energy"} {
		for _, tier := range []Tier{T2, T4} {
			for _, friend := range []bool{false, true} {
				text := strings.ToLower(Flag{Tier: tier, Group: group, Friend: friend}.Answer(Contacts{}) + Flag{Tier: tier, Group: group, Friend: friend, Unsure: true}.Answer(Contacts{}))
				for _, word := range []string{"calorie", "kcal", "weight", "bmi", "burn", "fat"} {
					if strings.Contains(text, word) {
						t.Errorf("says %q: %s", word, text)
					}
				}
			}
		}
	}
}

func TestNothingFound_AnswersNothing(t *testing.T) {
	if got := (Flag{}).Answer(Contacts{}); got != "" {
		t.Errorf("answered %q", got)
	}
}
