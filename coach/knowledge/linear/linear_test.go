package linear_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tandem/coach/knowledge/linear"
	"tandem/coach/knowledge/words"
)

var options = linear.Options{Epochs: 20, Rate: 0.5, Decay: 1e-5, Dropout: 0.2, Smooth: 0.02, Seed: 1}

func text(slots ...uint32) []words.Feature {
	var out []words.Feature
	for _, s := range slots {
		out = append(out, words.Feature{Key: s, Value: 1})
	}
	return out
}

// fitted knows two classes: slot 1 speaks for run, slot 2 for lift, slot 9
// for neither.
func fitted() *linear.Model {
	var examples []linear.Example
	for range 20 {
		examples = append(examples,
			linear.Example{Features: text(1, 9), Classes: []int{0}, Weight: 1},
			linear.Example{Features: text(2, 9), Classes: []int{1}, Weight: 1})
	}
	m := linear.Fit([]uint32{1, 2, 9}, []string{"run", "lift"}, examples, options)
	m.Vocabulary, m.Fingerprint = []string{"jog", "bar"}, "f00"
	return m
}

func TestFit_TellsClassesApart(t *testing.T) {
	m := fitted()
	for slot, want := range map[uint32]int{1: 0, 2: 1} {
		p := m.Scores(nil, text(slot, 9))
		linear.Softmax(p)
		if p[want] < 0.8 {
			t.Errorf("slot %d: %.2f for %s", slot, p[want], m.Classes[want])
		}
	}
}

func TestFit_AnyOfSeveralClassesIsRight(t *testing.T) {
	classes := []string{"a", "b", "topic"}
	var examples []linear.Example
	for range 20 {
		examples = append(examples,
			linear.Example{Features: text(1), Classes: []int{0, 1}, Weight: 1},
			linear.Example{Features: text(2), Classes: []int{2}, Weight: 1})
	}
	p := linear.Fit([]uint32{1, 2}, classes, examples, options).Scores(nil, text(1))
	linear.Softmax(p)
	if p[2] > 0.2 {
		t.Errorf("%.2f for the class that is none of them", p[2])
	}
}

func TestFit_SameExamplesSameModel(t *testing.T) {
	if diff := cmp.Diff(fitted().Encode(), fitted().Encode()); diff != "" {
		t.Error("two models of the same examples differ")
	}
}

func TestDecode_GivesBackWhatWasEncoded(t *testing.T) {
	m := fitted()
	got, err := linear.Decode(m.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m.Scores(nil, text(1, 2)), got.Scores(nil, text(1, 2))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]any{m.Classes, m.Vocabulary, m.Fingerprint}, []any{got.Classes, got.Vocabulary, got.Fingerprint}); diff != "" {
		t.Error(diff)
	}
}

func TestDecode_RefusesWhatIsNoModel(t *testing.T) {
	whole := fitted().Encode()
	for name, data := range map[string][]byte{
		"nothing": nil, "other": []byte("PNG"), "cut short": whole[:len(whole)-1], "only the head": whole[:20],
	} {
		if _, err := linear.Decode(data); err == nil {
			t.Errorf("%s: taken for a model", name)
		}
	}
}

func TestFitColumn_MovesOnlyTheNewClass(t *testing.T) {
	m := fitted()
	before := m.Scores(nil, text(1, 9))
	rivals := m.Rivals([][]words.Feature{text(1, 9), text(2, 9), text(9)})
	column := rivals.FitColumn([][]words.Feature{text(3, 9), text(3)}, [][]words.Feature{text(4)})
	if diff := cmp.Diff(before, m.Scores(nil, text(1, 9))); diff != "" {
		t.Error(diff)
	}
	for name, test := range map[string]struct {
		features []words.Feature
		wins     bool
	}{"its own": {text(3, 9), true}, "a rival's": {text(1, 9), false}, "a near miss": {text(4), false}} {
		scores := m.Scores(nil, test.features)
		if wins := column.Score(test.features) > max(scores[0], scores[1]); wins != test.wins {
			t.Errorf("%s: the new class wins: %v", name, wins)
		}
	}
}

func TestKnown_KeepsWhatStandsInEnoughTexts(t *testing.T) {
	texts := [][]words.Feature{text(9, 1), text(1, 5), text(5, 7)}
	if diff := cmp.Diff([]uint32{1, 5}, linear.Known(texts, 2)); diff != "" {
		t.Error(diff)
	}
}

func TestScores_OfWhatIsNotKnownAreThoseOfNothing(t *testing.T) {
	m := fitted()
	if diff := cmp.Diff(m.Scores(nil, nil), m.Scores(nil, text(0, 3, 1<<31))); diff != "" {
		t.Error(diff)
	}
}
