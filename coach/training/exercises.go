package training

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// Muscle is a muscle group that weekly sets are counted for.
type Muscle string

// The muscle groups of the vocabulary.
const (
	Quads      Muscle = "quads"
	Hamstrings Muscle = "hamstrings"
	Glutes     Muscle = "glutes"
	Calves     Muscle = "calves"
	Shins      Muscle = "shins"
	Adductors  Muscle = "adductors"
	Abductors  Muscle = "abductors"
	HipFlexors Muscle = "hip-flexors"
	LowerBack  Muscle = "lower-back"
	UpperBack  Muscle = "upper-back"
	Lats       Muscle = "lats"
	Traps      Muscle = "traps"
	Chest      Muscle = "chest"
	FrontDelts Muscle = "front-delts"
	SideDelts  Muscle = "side-delts"
	RearDelts  Muscle = "rear-delts"
	Biceps     Muscle = "biceps"
	Triceps    Muscle = "triceps"
	Forearms   Muscle = "forearms"
	Core       Muscle = "core"
	Obliques   Muscle = "obliques"
	Neck       Muscle = "neck"
)

// Muscles lists the groups from the legs up.
func Muscles() []Muscle {
	return []Muscle{Quads, Hamstrings, Glutes, Calves, Shins, Adductors, Abductors, HipFlexors,
		LowerBack, UpperBack, Lats, Traps, Chest, FrontDelts, SideDelts, RearDelts,
		Biceps, Triceps, Forearms, Core, Obliques, Neck}
}

// Exercise is one entry of the vocabulary.
type Exercise struct {
	Name       string
	Aliases    []string
	Primary    []Muscle // a working set counts 1
	Secondary  []Muscle // a working set counts 0.5
	Legs       bool     // loads the legs enough to matter for a run
	Lower      bool     // a lower-body lift
	Bodyweight bool     // the body is the load; weight told comes on top
	Timed      bool     // told in seconds
	Carried    bool     // told in metres
	Barbell    bool     // an empty bar is its least weight
}

//go:embed exercises.txt
var exerciseText string

// vocabulary is the embedded table with its indexes, read once.
type vocabulary struct {
	all    []Exercise
	byKey  map[string]int // name or alias, singular, letters only
	bySort map[string]int // the same with its words in order of the alphabet
	keys   []spelling     // for spelling tolerance
}

type spelling struct {
	key  string
	mask uint32 // which letters occur
	at   int
}

var exercises = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{byKey: map[string]int{}, bySort: map[string]int{}}
	for line := range strings.Lines(exerciseText) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' && line[0] != '=' {
			v.add(parseExercise(line))
		}
	}
	for key, at := range v.byKey {
		if len(key) > 3 {
			v.keys = append(v.keys, spelling{key, letterMask(key), at})
		}
	}
	slices.SortFunc(v.keys, func(a, b spelling) int { return strings.Compare(a.key, b.key) })
	return v
})

func parseExercise(line string) Exercise {
	f := strings.Split(line, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	e := Exercise{Name: f[0], Primary: muscles(f[2]), Secondary: muscles(f[3])}
	for alias := range strings.SplitSeq(f[1], ",") {
		e.Aliases = append(e.Aliases, strings.TrimSpace(alias))
	}
	for mark := range strings.FieldsSeq(f[4]) {
		switch mark {
		case "legs":
			e.Legs = true
		case "lower":
			e.Lower = true
		case "body":
			e.Bodyweight = true
		case "time":
			e.Timed = true
		case "carry":
			e.Carried = true
		case "bar":
			e.Barbell = true
		}
	}
	return e
}

func muscles(s string) []Muscle {
	var out []Muscle
	for m := range strings.FieldsSeq(s) {
		out = append(out, Muscle(m))
	}
	return out
}

func (v *vocabulary) add(e Exercise) {
	at := len(v.all)
	v.all = append(v.all, e)
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		words := nameWords(name)
		v.byKey[strings.Join(words, "")] = at
		slices.Sort(words)
		v.bySort[strings.Join(words, "")] = at
	}
}

// Exercises returns the whole vocabulary in the order of the table.
func Exercises() []Exercise { return slices.Clone(exercises().all) }

// FindExercise returns the exercise that a name, an alias or a misspelling of
// one means. Case, plurals, hyphens, brackets and the order of words do not
// matter: "Bench Press (Barbell)" is the Bench Press.
func FindExercise(name string) (Exercise, bool) {
	e, _, ok := findExercise(nameWords(name))
	return e, ok
}

// findExercise looks words up, and reports whether only spelling tolerance
// found them.
func findExercise(words []string) (e Exercise, guessed, ok bool) {
	v := exercises()
	if at, ok := v.exact(words); ok {
		return v.all[at], false, true
	}
	if at, ok := v.exact(spellOut(words)); ok {
		return v.all[at], false, true
	}
	if at, ok := v.misspelt(strings.Join(words, "")); ok {
		return v.all[at], true, true
	}
	return Exercise{}, false, false
}

func (v *vocabulary) exact(words []string) (int, bool) {
	if at, ok := v.byKey[strings.Join(words, "")]; ok {
		return at, true
	}
	sorted := slices.Sorted(slices.Values(words))
	at, ok := v.bySort[strings.Join(sorted, "")]
	return at, ok
}

// abbreviations are the words that apps and lifters shorten; the plain barbell
// and "machine" are left out, as a name without equipment means them.
var abbreviations = map[string]string{
	"db": "dumbbell", "dumbell": "dumbbell", "dbell": "dumbbell", "dumbel": "dumbbell", "bb": "", "barbell": "", "barbel": "",
	"kb": "kettlebell", "kettle": "kettlebell", "ex": "extension", "ext": "extension", "inc": "incline", "dec": "decline",
	"sl": "single leg", "oh": "overhead", "weighted": "", "machine": "", "cable": "", "bodyweight": "", "assisted": "",
	"selectorized": "", "plate": "", "loaded": "", "lever": "", "smith": "",
}

// equipment says with what, and alone means no exercise.
var equipment = map[string]bool{"dumbbell": true, "db": true, "dbs": true, "kettlebell": true, "kb": true, "barbell": true, "bar": true, "band": true}

// spellOut writes abbreviations in full and drops equipment.
func spellOut(words []string) []string {
	out := make([]string, 0, len(words)+1)
	for _, w := range words {
		full, ok := abbreviations[w]
		if !ok {
			full = w
		}
		out = append(out, strings.Fields(full)...)
	}
	return out
}

// misspelt finds the one vocabulary key within an edit or two of key. A tie
// between two exercises is no match.
func (v *vocabulary) misspelt(key string) (int, bool) {
	allowed := 1
	if len(key) >= 8 {
		allowed = 2
	}
	if len(key) < 4 {
		return 0, false
	}
	mask := letterMask(key)
	best, at, tie := allowed+1, 0, false
	for _, s := range v.keys {
		if lettersApart(mask, s.mask) > 2*allowed || len(s.key)-len(key) > allowed || len(key)-len(s.key) > allowed {
			continue
		}
		d := edits(key, s.key, allowed)
		if len(s.key) < 5 && d > 0 && key[0] != s.key[0] {
			continue
		}
		switch {
		case d < best:
			best, at, tie = d, s.at, false
		case d == best && d <= allowed && s.at != at:
			tie = true
		}
	}
	return at, best <= allowed && !tie
}

// nameWords are the words of a name, folded and singular.
func nameWords(name string) []string {
	var out []string
	for _, t := range lex(name) {
		switch t.kind {
		case tkWord:
			out = append(out, t.stem)
		case tkNum, tkQuoted:
			out = append(out, strings.ToLower(t.text))
		}
	}
	return out
}
