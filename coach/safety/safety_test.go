package safety

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

type labelled struct{ tier, group, text string }

func readLabelled(t *testing.T, file string) []labelled {
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

func TestMeasure(t *testing.T) {
	for _, file := range []string{"tune.txt", "held.txt", "blind.txt"} {
		var red, caught, tier, benign, alarms int
		for _, l := range readLabelled(t, file) {
			f := Check(l.text)
			if l.tier == "-" {
				benign++
				if f.Found() {
					alarms++
					t.Logf("%s ALARM %s %s %q <- %s", file, f.Tier, f.Group, f.Matched, l.text)
				}
				continue
			}
			red++
			if f.Found() {
				caught++
				if string(f.Tier) == l.tier {
					tier++
				} else {
					t.Logf("%s TIER want %s %s got %s %s %q <- %s", file, l.tier, l.group, f.Tier, f.Group, f.Matched, l.text)
				}
			} else {
				t.Logf("%s MISS %s %s <- %s", file, l.tier, l.group, l.text)
			}
		}
		t.Logf("%s: caught %d/%d, tier %d, alarms %d/%d", file, caught, red, tier, alarms, benign)
	}
}
