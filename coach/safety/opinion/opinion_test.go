package opinion_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tandem/coach/safety/opinion"
)

func marks(words ...string) *opinion.Marks {
	var m opinion.Marks
	for _, w := range words {
		m.Add(opinion.Word, w, "")
		m.AddPieces(w)
	}
	return &m
}

// lessons teach two kinds of red flag and what is harmless.
func lessons() []opinion.Lesson {
	var all []opinion.Lesson
	for range 20 {
		all = append(all,
			opinion.Lesson{Marks: marks("chest", "hurts"), Kind: "chest"},
			opinion.Lesson{Marks: marks("nearly", "fainted"), Kind: "faint"},
			opinion.Lesson{Marks: marks("legs", "sore")},
			opinion.Lesson{Marks: marks("chest", "day")})
	}
	return all
}

func TestFit_TellsRedFlagsAndTheirKinds(t *testing.T) {
	m := opinion.Fit(lessons())
	for name, tt := range map[string]struct {
		marks *opinion.Marks
		red   bool
		kind  string
	}{
		"as taught":          {marks("chest", "hurts"), true, "chest"},
		"with a slip":        {marks("nearly", "faintde"), true, "faint"},
		"harmless":           {marks("legs", "sore"), false, ""},
		"harmless, one word": {marks("chest", "day"), false, ""},
	} {
		if red := m.Score(tt.marks) > 0; red != tt.red {
			t.Errorf("%s: red flag %t", name, red)
		}
		if kind, sure := m.Kind(tt.marks); tt.red && (kind != tt.kind || sure < 0.5) {
			t.Errorf("%s: %s, %.2f", name, kind, sure)
		}
	}
}

// Texts about training alone teach what is no red flag, but not which of those
// that a rule speaks for are none.
func TestFit_PlainTextsTeachNoDoubt(t *testing.T) {
	all := lessons()
	for range 20 {
		all = append(all, opinion.Lesson{Marks: marks("my", "tempo", "run"), Plain: true})
	}
	m := opinion.Fit(all)
	if plain := marks("my", "tempo", "run"); m.Score(plain) > -1 || m.Confirm(plain) < m.Score(plain)+1 {
		t.Errorf("plain words score %.1f and are confirmed with %.1f", m.Score(plain), m.Confirm(plain))
	}
	if flag, joke := m.Confirm(marks("chest", "hurts")), m.Confirm(marks("chest", "day")); flag < 0 || joke > 0 {
		t.Errorf("a red flag is confirmed with %.1f, a look-alike with %.1f", flag, joke)
	}
}

func TestFit_SameLessonsSameModel(t *testing.T) {
	if diff := cmp.Diff(opinion.Fit(lessons()).Encode(), opinion.Fit(lessons()).Encode()); diff != "" {
		t.Error("two models of the same lessons differ")
	}
}

func TestDecode_GivesBackWhatWasEncoded(t *testing.T) {
	m := opinion.Fit(lessons())
	got, err := opinion.Decode(m.Encode())
	if err != nil {
		t.Fatal(err)
	}
	text := marks("chest", "hurts", "today")
	if m.Score(text) != got.Score(text) || m.Confirm(text) != got.Confirm(text) {
		t.Errorf("scores %f and %f, were %f and %f", got.Score(text), got.Confirm(text), m.Score(text), m.Confirm(text))
	}
}

func TestDecode_RefusesWhatIsNoModel(t *testing.T) {
	whole := opinion.Fit(lessons()).Encode()
	for name, data := range map[string][]byte{
		"nothing": nil, "other": []byte("PNG"), "cut short": whole[:len(whole)-1],
		"only the head": whole[:8], "too long": append(whole, 0),
	} {
		if _, err := opinion.Decode(data); err == nil {
			t.Errorf("%s: taken for a model", name)
		}
	}
}

func TestScore_OfNothingIsHarmless(t *testing.T) {
	if m := opinion.Fit(lessons()); m.Score(&opinion.Marks{}) > 2 {
		t.Error("an empty text shouts")
	}
}
