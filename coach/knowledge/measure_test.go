package knowledge_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"tandem/coach/knowledge"
)

// devFile holds messages as people write them, labelled by other hands.
const devFile = "../../../shared/faq/dev.jsonl"

type devMessage struct {
	ID     string   `json:"id"`
	Text   string   `json:"text"`
	Topic  string   `json:"topic"`
	AlsoOK []string `json:"also_ok"`
	Kind   string   `json:"kind"`
	Source string   `json:"source_type"`
	Oos    string   `json:"oos_type"`
}

func (d devMessage) right(topic string) bool {
	return topic == d.Topic || slices.Contains(d.AlsoOK, topic)
}

func readDev(t testing.TB) []devMessage {
	t.Helper()
	file, err := os.Open(devFile)
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("CI") != "true" {
		t.Skipf("%s is not here: nothing to measure with", devFile)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var out []devMessage
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var d devMessage
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

type tally struct{ hit, of int }

func (c *tally) add(ok bool) {
	c.of++
	if ok {
		c.hit++
	}
}
func (c tally) share() float64 { return 100 * float64(c.hit) / float64(max(c.of, 1)) }
func (c tally) String() string { return fmt.Sprintf("%5.1f (%d/%d)", c.share(), c.hit, c.of) }

func TestMeasure(t *testing.T) {
	base, err := knowledge.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	dev := readDev(t)
	verbose := os.Getenv("VERBOSE") != ""
	random := rand.New(rand.NewPCG(3, 3))
	counts := map[string]*tally{}
	count := func(name string, ok bool) {
		if counts[name] == nil {
			counts[name] = &tally{}
		}
		counts[name].add(ok)
	}
	for _, d := range dev {
		m := base.Match(d.Text)
		engaged := m.Outcome == knowledge.Answer || m.Outcome == knowledge.Clarify
		switch {
		case d.Topic != "":
			rank := slices.IndexFunc(m.Topics, d.right)
			count("top1", rank == 0)
			count("top3", rank >= 0)
			count("top1 "+d.Source, rank == 0)
			count("engaged", engaged)
			count("answered, right", m.Outcome != knowledge.Answer || rank == 0)
			for range 3 {
				noisy := base.Match(slip(random, d.Text, 12))
				count("noisy top1", len(noisy.Topics) > 0 && d.right(noisy.Topics[0]))
			}
			if verbose && (rank != 0 || !engaged) {
				fmt.Printf("%s %-8s %v\n   want %s %v got %v\n", d.Source, m.Outcome, d.Text, d.Topic, d.AlsoOK, m.Topics)
			}
		case d.Kind == "out_of_scope":
			count("oos refused", !engaged)
			count("oos refused "+d.Oos, !engaged)
			if verbose && engaged {
				fmt.Printf("OOS %s %-8s %v\n   got %v\n", d.Oos, m.Outcome, d.Text, m.Topics)
			}
		case d.Kind == "not_a_question":
			count("ambient left alone", !engaged)
			count("ambient smalltalk", m.Outcome == knowledge.Smalltalk)
			if verbose && m.Outcome != knowledge.Smalltalk {
				fmt.Printf("AMBIENT %-8s %v\n   got %v\n", m.Outcome, d.Text, m.Topics)
			}
		}
	}
	names := make([]string, 0)
	for name := range counts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		t.Logf("%-24s %v", name, counts[name])
	}
}
