package knowledge_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tandem/coach/knowledge"
)

func TestWith_NewTopicAnswersAndOldOnesStay(t *testing.T) {
	base := embedded(t)
	overlay, err := knowledge.Load("testdata/overlay")
	if err != nil {
		t.Fatal(err)
	}
	joined, err := base.With(overlay)
	if err != nil {
		t.Fatal(err)
	}
	for text, topic := range map[string]string{
		"when does the club train?":                            "club_nights",
		"are guests allowed on club night":                     "club_nights",
		"whats that stairwell challenge about":                 "stairwell_challenge",
		"How many hours between run and lift?":                 "session_gap",
		"should i lift or run first":                           "order",
		"How much protein do I need a day?":                    "protein_daily",
		"What are the main benefits of running after lifting?": "benefits",
	} {
		m := joined.Match(text)
		if m.Outcome != knowledge.Answer || m.Topics[0] != topic {
			t.Errorf("%q: %s %v, want %s", text, m.Outcome, m.Topics, topic)
		}
	}
	if e, _ := joined.Entry("order"); e.Verdict != "At our club we lift first." {
		t.Errorf("the overlay does not override: %q", e.Verdict)
	}
	if e, _ := base.Entry("order"); e.Verdict == "At our club we lift first." {
		t.Error("joining an overlay changed the Base it was joined to")
	}
	if got, want := len(joined.Entries()), len(base.Entries())+2; got != want {
		t.Errorf("%d entries, want %d", got, want)
	}
}

func TestWith_NewTopicDoesNotTakeOthersMessages(t *testing.T) {
	base := embedded(t)
	overlay, err := knowledge.Load("testdata/overlay")
	if err != nil {
		t.Fatal(err)
	}
	joined, err := base.With(overlay)
	if err != nil {
		t.Fatal(err)
	}
	changed, messages := 0, readDev(t)
	for _, m := range messages {
		before, after := base.Match(m.Text), joined.Match(m.Text)
		answered := before.Outcome == knowledge.Answer || before.Outcome == knowledge.Clarify
		if answered && (len(after.Topics) == 0 || before.Topics[0] != after.Topics[0]) {
			changed++
			t.Logf("%q: %v, was %v", m.Text, after, before)
		}
	}
	if most := len(messages) / 50; changed > most {
		t.Errorf("%d of %d messages changed their first topic, at most %d may", changed, len(messages), most)
	}
}

// whole is an entry without a fault; the cases below put one in.
const whole = `+++
id = "club"
title = "The club"
grade = "expert opinion"
seed = ["S01"]
reviewed = 2026-11-01
related = ["order"]
phrasings = [
  "when does the club meet",
]
+++
On Tuesdays.

## Why
- Because [S01].

## Strength
Lift first.
`

func TestLoad_EachFaultNamesFileAndLine(t *testing.T) {
	long := "On " + strings.Repeat("many ", 40) + "days."
	tests := []struct{ name, old, new, want string }{
		{"unknown key", `seed = ["S01"]`, "sedd = []", `club.md:5: unknown key "sedd": keys are id, title, grade, seed,`},
		{"no verdict", "On Tuesdays.\n", "", `no verdict`},
		{"long verdict", "On Tuesdays.", long, "club.md:12: the verdict has 208 characters, at most 160 fit"},
		{"unknown section", "## Strength", "## Speed", `club.md:17: unknown section "Speed"`},
		{"section twice", "## Strength\n", "## Why\n", `club.md:17: section "Why" stands twice`},
		{"bad grade", "expert opinion", "a hunch", `club.md:4: grade "a hunch" is none of`},
		{"bad seed rule", `seed = ["S01"]`, `seed = ["S01", "S99"]`, `club.md:5: seed rule "S99": they are S01 to S24`},
		{"bad evidence", `seed = ["S01"]`, "seed = [\"S01\"]\nevidence = [\"E77\"]", `club.md:6: evidence "E77": rows are E01 to E45`},
		{"source cited, not listed", "[S01].", "[S02].", `cites S02, which stands in neither`},
		{"bad id", `id = "club"`, `id = "The Club"`, `club.md:2: id "The Club": use lower-case`},
		{"no phrasings", "  \"when does the club meet\",\n", "", `club.md:8: no phrasings`},
		{"no review date", "reviewed = 2026-11-01\n", "", `club.md:1: no review date`},
		{"bad TOML", `title = "The club"`, `title = "The club`, `club.md:3: `},
		{"no front matter", "+++\nid", "id", `club.md:1: the file must begin with a line "+++"`},
		{"front matter not closed", "+++\nOn", "On", `club.md:1: the front matter has no closing line`},
		{"second paragraph", "On Tuesdays.\n", "On Tuesdays.\n\nAnd so on.\n", `club.md:14: the verdict is one line`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "club.md", strings.Replace(whole, test.old, test.new, 1))
			_, err := knowledge.Load(dir)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v\nwant %s", err, test.want)
			}
		})
	}
}

func TestWith_RefusesWhatDoesNotFitTogether(t *testing.T) {
	base := embedded(t)
	t.Run("related to nothing", func(t *testing.T) {
		dir := t.TempDir()
		write(t, dir, "club.md", strings.Replace(whole, `"order"`, `"ordre"`, 1))
		_, err := joinedWith(t, base, dir)
		if err == nil || !strings.Contains(err.Error(), `club.md:7: related entry "ordre" does not exist`) {
			t.Error(err)
		}
	})
	t.Run("one id in two files", func(t *testing.T) {
		dir := t.TempDir()
		write(t, dir, "a.md", whole)
		write(t, dir, "b.md", whole)
		_, err := joinedWith(t, base, dir)
		if err == nil || !strings.Contains(err.Error(), `b.md:2: id "club" is already that of `) {
			t.Error(err)
		}
	})
	t.Run("no such folder", func(t *testing.T) {
		if _, err := knowledge.Load(filepath.Join(t.TempDir(), "none")); err == nil {
			t.Error("a folder that is not there was read")
		}
	})
}

func TestLoad_ReportsEveryFaultAtOnce(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", strings.Replace(whole, "expert opinion", "a hunch", 1))
	write(t, dir, "b.md", strings.Replace(whole, "On Tuesdays.\n", "", 1))
	_, err := knowledge.Load(dir)
	if err == nil || !strings.Contains(err.Error(), "a.md:4:") || !strings.Contains(err.Error(), "no verdict") {
		t.Errorf("got %v", err)
	}
}

func joinedWith(t *testing.T, base *knowledge.Base, dir string) (*knowledge.Base, error) {
	t.Helper()
	overlay, err := knowledge.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return base.With(overlay)
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
