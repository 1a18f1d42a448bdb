package safety

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// labelled is a line of testdata: "T0 chest<TAB>message", "-<TAB>message".
type labelled struct{ tier, group, text string }

func (l labelled) red() bool { return l.tier != "-" }

func readLabelled(t testing.TB, file string) []labelled {
	t.Helper()
	f, err := os.Open("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []labelled
	for sc := bufio.NewScanner(f); sc.Scan(); {
		label, text, ok := strings.Cut(sc.Text(), "\t")
		if !ok || strings.HasPrefix(label, "#") {
			continue
		}
		tier, group, _ := strings.Cut(label, " ")
		all = append(all, labelled{tier, group, text})
	}
	return all
}

// score counts what Check finds in labelled messages.
type score struct{ red, caught, rightTier, benign, alarms int }

func measure(t testing.TB, all []labelled, typed func(string) string) score {
	var s score
	for _, l := range all {
		f := Check(typed(l.text))
		switch {
		case l.red() && f.Found():
			s.red, s.caught = s.red+1, s.caught+1
			if string(f.Tier) == l.tier || f.Unsure {
				s.rightTier++
			}
		case l.red():
			s.red++
			t.Logf("missed %s %s: %s", l.tier, l.group, typed(l.text))
		case f.Found():
			s.benign, s.alarms = s.benign+1, s.alarms+1
			t.Logf("false alarm %s %s %q: %s", f.Tier, f.Group, f.Matched, typed(l.text))
		default:
			s.benign++
		}
	}
	t.Logf("caught %d of %d, tier as labelled or in doubt %d; false alarms %d of %d", s.caught, s.red, s.rightTier, s.alarms, s.benign)
	return s
}

// labelledFiles are the names of all of them.
func labelledFiles(t testing.TB) (names []string) {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files of labelled messages, %v", len(files), err)
	}
	for _, file := range files {
		names = append(names, filepath.Base(file))
	}
	return names
}

// All these files have been tuned on by now; what each gave at first sight
// stands in testdata/README.md.
func TestLabelledMessages(t *testing.T) {
	for _, file := range labelledFiles(t) {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			s := measure(t, readLabelled(t, file), func(text string) string { return text })
			if s.caught*100 < s.red*96 {
				t.Errorf("caught %d of %d red flags, want 96 %%", s.caught, s.red)
			}
			if s.alarms*100 > s.benign*2 {
				t.Errorf("%d false alarms in %d, want at most 2 %%", s.alarms, s.benign)
			}
			if s.rightTier*100 < s.red*91 {
				t.Errorf("tier as labelled or in doubt in %d of %d, want 91 %%", s.rightTier, s.red)
			}
		})
	}
}

// slip swaps two neighbouring letters about once in every twelve, always in the
// same places, as hasty thumbs do.
func slip(text string) string {
	b := []byte(text)
	for i := 6; i+1 < len(b); i += 12 {
		if letters(string(b[i : i+2])) {
			b[i], b[i+1] = b[i+1], b[i]
		}
	}
	return string(b)
}

func TestSlipsOfTheFinger(t *testing.T) {
	t.Parallel()
	var all []labelled
	for _, file := range labelledFiles(t) {
		all = append(all, readLabelled(t, file)...)
	}
	s := measure(t, all, slip)
	if s.caught*100 < s.red*85 {
		t.Errorf("caught %d of %d red flags typed with slips, want 85 %%", s.caught, s.red)
	}
	if s.alarms*100 > s.benign*2 {
		t.Errorf("%d false alarms in %d typed with slips, want at most 2 %%", s.alarms, s.benign)
	}
}

// A kind that the opinion knows and nobody can answer would pass in silence.
func TestEveryKindOfTheOpinionIsAskedAbout(t *testing.T) {
	for _, kind := range detect.opinion.Kinds() {
		if f := kinds[kind]; !f.Found() || f.Answer(Contacts{}) == "" {
			t.Errorf("%s: %+v", kind, f)
		}
	}
}

func TestCheck(t *testing.T) {
	tests := []struct {
		name, text string
		want       Flag // Matched is not compared
	}{
		{"a denial is none", "squats felt heavy, no chest pain, no dizziness", Flag{}},
		{"a denied list is none", "no chest pain, dizziness or numbness", Flag{}},
		{"pain-free is a denial", "chest press and bench, chest pain free", Flag{}},
		{"nope is a denial", "felt dizzy? nope", Flag{}},
		{"a denial of something else denies nothing", "didn't eat today, chest hurts on every run", Flag{Tier: T0, Group: "chest"}},
		{"but ends a denial", "no history of anything but i get chest pain when i run", Flag{Tier: T0, Group: "chest"}},
		{"never like this is no denial", "never had a headache like this, sudden, mid deadlift", Flag{Tier: T0, Group: "neuro", Past: true}},
		{"a missing period is not a denial", "no period for 4 months", Flag{Tier: T2, Group: "energy"}},
		{"a question about a symptom counts", "is chest pain normal when running", Flag{Tier: T0, Group: "chest"}},
		{"what is rhabdo is a question of knowledge", "what is rhabdo", Flag{}},
		{"a friend's symptom is answered too", "my dad gets chest pain walking uphill", Flag{Tier: T0, Group: "chest", Friend: true}},
		{"a friend who only speaks is none", "my wife says i fainted on my run", Flag{Tier: T0, Group: "faint"}},
		{"a partner's pregnancy as a reason is none", "my wife is pregnant so i have less time to train", Flag{}},
		{"a partner's pregnancy as a question counts", "my wife is pregnant, can she keep lifting?", Flag{Tier: T3, Group: "pregnancy", Friend: true}},
		{"long ago and cleared is none", "had chest pain years ago, doctor cleared me", Flag{}},
		{"long ago and open is asked about", "had chest pain on runs years ago", Flag{Tier: T0, Group: "chest", Past: true, Unsure: true}},
		{"an old healed injury is none", "acl surgery ten years ago, no issues, running ok?", Flag{}},
		{"the emergency counts before the condition", "i have diabetes and passed out on my run", Flag{Tier: T0, Group: "faint"}},
		{"full width and accents are folded", "ｃｈｅｓｔ ｐáin on my run", Flag{Tier: T0, Group: "chest"}},
		{"shouting and stretching are read", "CHEST PAAAAIN on my run!!!", Flag{Tier: T0, Group: "chest"}},
		{"sentences cut short still join", "my chest. it hurts. when i run", Flag{Tier: T0, Group: "chest"}},
		{"a bodily look-alike is none", "chest is sore from bench", Flag{}},
		{"an office look-alike is none", "the server collapsed during the deploy", Flag{}},
		{"kilometres are none", "ran 10 kms today, want to do 12 kms", Flag{}},
		{"figures beside a note hide nothing of it", "/log lift squat 1x1 155kg @9 note my mate fainted next to me", Flag{Tier: T1, Group: "faint", Friend: true}},
		{"a thing that is carried is no athlete", "my watch passed out at km 20", Flag{}},
		{"a saying hides no foot", "couldn't put weight on foot after", Flag{Tier: T1, Group: "injury"}},
		{"what is asked of people in general is none", "why do people faint at marathons", Flag{}},
		{"used to be easy is not long ago", "out of breath on runs that used to be easy, its been getting worse for a month", Flag{Tier: T2, Group: "breath"}},
		{"two words are enough", "can't breathe", Flag{Tier: T0, Group: "breath"}},
		{"a course is none, though a rule speaks", "my lab report on rhabdomyolysis is done, off to spin", Flag{}},
		{"a song is none, though a rule speaks", "Dizzy by Vic Reeves came on at km 9 and i flew", Flag{}},
		{"a part of an emergency is asked about as one", "Heart suddenly started racing on an easy run and I went so dizzy I had to hold a fence", Flag{Tier: T0, Group: "heart", Past: true, Unsure: true}},
		{"jumping off the bridge is no figure of speech", "My friend from work says he will jump off the bridge, what do I tell him", Flag{Tier: T4, Group: "selfharm", Friend: true}},
		{"a medicine is known by its name", "candesartan 8 mg every morning, how heavy may I squat", Flag{Tier: T3, Group: "condition"}},
		{"who works with a disease has none", "i work in dialysis, 12 hour shifts on my feet, when do i fit training", Flag{}},
		{"a slip towards a name is another word", "reminders cron TZ=Europe/London 0 7 * * *", Flag{}},
		{"a canter is no cancer", "my horse went at a canter and i ran beside it", Flag{}},
		{"a weight cut at sixteen", "16yo wrestler, need to drop 4 kg for the weigh in on saturday", Flag{Tier: T3, Group: "youth"}},
		{"jumping off the line is", "jump off the line harder next time", Flag{}},
		{"a doubt does not silence a word about self-harm", "my best mate from the lifting club keeps texting that he wants to die", Flag{Tier: T4, Group: "selfharm", Friend: true}},
		{"empty is none", "", Flag{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Check(tt.text)
			got.Matched = ""
			if got != tt.want {
				t.Errorf("Check(%q) = %+v, want %+v", tt.text, got, tt.want)
			}
		})
	}
}

func TestCheck_AStrokeOfFreestyleDeniesNothing(t *testing.T) {
	const text = "one of the girls in my squad fainted during the 200 free"
	if f := RulesCheck(text); f.Group != "faint" || !f.Friend {
		t.Errorf("RulesCheck(%q) = %+v, want somebody else's faint", text, f)
	}
}

func TestCheck_TwoWordsThatNoRuleKnowsAreAskedAbout(t *testing.T) {
	const text = "heart racing"
	if f := RulesCheck(text); f.Found() {
		t.Fatalf("a rule knows %q by now: %+v", text, f)
	}
	if f := Check(text); f.Group != "heart" || !f.Unsure {
		t.Errorf("Check(%q) = %+v, want a doubt about the heart", text, f)
	}
}

func TestCheck_TakesAnyInput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Check(rapid.String().Draw(t, "text"))
		if f.Found() == (f.Answer(Contacts{}) == "") {
			t.Fatalf("%+v and its answer disagree", f)
		}
	})
}

func TestCheck_CaseAndMarksDoNotMatter(t *testing.T) {
	all := readLabelled(t, "tune.txt")
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(all).Draw(t, "message")
		upper := rapid.SliceOfN(rapid.Bool(), len(l.text), len(l.text)).Draw(t, "upper")
		i := -1
		typed := strings.Map(func(r rune) rune {
			if i++; i < len(upper) && upper[i] {
				return unicode.ToUpper(r)
			}
			return r
		}, l.text)
		typed = "  " + strings.ReplaceAll(typed, " ", rapid.SampledFrom([]string{" ", "  ", "\t"}).Draw(t, "space")) +
			rapid.SampledFrom([]string{"", "!", "??", " …", "."}).Draw(t, "end")
		a, b := Check(l.text), Check(typed)
		if a.Tier != b.Tier || a.Group != b.Group || a.Friend != b.Friend {
			t.Fatalf("%q: %+v, but %q: %+v", l.text, a, typed, b)
		}
	})
}

func FuzzCheck(f *testing.F) {
	for _, l := range readLabelled(f, "tune.txt") {
		f.Add(l.text)
	}
	f.Add(strings.Repeat("chest pain ", 3000))
	f.Add("\xff\xfe\x00 ﷺ 0,0.0,")
	f.Fuzz(func(t *testing.T, text string) {
		if g := Check(text); g != Check(text) {
			t.Errorf("two answers to %q", text)
		}
	})
}

// BenchmarkCheck reads a message of 2,000 letters, the limit of a Discord
// message, and a short one; the limit for both is 1 ms at p99.
func BenchmarkCheck(b *testing.B) {
	long := strings.Repeat("Ran the hills with a mate, then squats and bench, legs felt heavy but no chest pain. ", 24)[:2000]
	for name, text := range map[string]string{"long": long, "short": "my knee hurts a bit after running, should i lift?", "hostile": strings.Repeat("chest pain no run ", 111)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Check(text)
			}
		})
	}
}

// BenchmarkBuild compiles the rules, as loading the package does once.
func BenchmarkBuild(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		newDetector()
	}
}
