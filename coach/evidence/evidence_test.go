package evidence

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSources_AreCompleteAndInOrder(t *testing.T) {
	doiForm := regexp.MustCompile(`^10\.\d{4,9}/\S+$`)
	seen := map[string]string{}
	all := All()
	if len(all) != 45 {
		t.Fatalf("%d sources, want E01 to E45", len(all))
	}
	for i, s := range all {
		if want := fmt.Sprintf("E%02d", i+1); s.ID != want {
			t.Errorf("row %d is %s, want %s", i, s.ID, want)
		}
		if s.Short == "" || !strings.HasSuffix(s.Claim, ".") || strings.Contains(s.Claim, "\n") {
			t.Errorf("%s: needs a short name and a claim of one line that ends with a full stop", s.ID)
		}
		if s.Grade != High && s.Grade != Med && s.Grade != Low {
			t.Errorf("%s: grade %q", s.ID, s.Grade)
		}
		for _, doi := range s.DOIs() {
			if !doiForm.MatchString(doi) {
				t.Errorf("%s: %q is not a bare DOI", s.ID, doi)
			}
			if other, twice := seen[doi]; twice {
				t.Errorf("%s has the DOI of %s", s.ID, other)
			}
			seen[doi] = s.ID
		}
	}
}

func TestSeedRules_AreCompleteAndInOrder(t *testing.T) {
	all := Rules()
	if len(all) != 24 {
		t.Fatalf("%d seed rules, want S01 to S24", len(all))
	}
	for i, r := range all {
		id := fmt.Sprintf("S%02d", i+1)
		if r.ID != id || r.Text == "" {
			t.Errorf("row %d is %+v, want %s with a text", i, r, id)
		}
		if got, ok := SeedRule(id); !ok || got != r {
			t.Errorf("SeedRule(%s) = %v, %v", id, got, ok)
		}
	}
}

func TestGet_KnowsOnlyWhatIsInTheTable(t *testing.T) {
	if s, ok := Get("E36"); !ok || s.Short != "Frandsen 2025" {
		t.Errorf("Get(E36) = %+v, %v", s, ok)
	}
	for _, id := range []string{"", "E00", "E46", "e36", "S14"} {
		if s, ok := Get(id); ok {
			t.Errorf("Get(%q) = %+v, want none", id, s)
		}
	}
	if r, ok := SeedRule("S25"); ok {
		t.Errorf("SeedRule(S25) = %+v, want none", r)
	}
}

func TestCite(t *testing.T) {
	tests := []struct {
		name string
		ids  []string
		want []string
	}{
		{"nothing", nil, nil},
		{"one DOI", []string{"E09"}, []string{"E09", "10.1080/02640414.2017.1364405"}},
		{"no DOI recorded", []string{"E15"}, []string{"E15"}},
		{"two DOIs", []string{"E24"}, []string{"E24", "10.1186/s40798-022-00511-1", "10.1007/s40279-023-01978-y"}},
		{"each once", []string{"E15", "E09", "E15", "E09"}, []string{"E15", "E09", "10.1080/02640414.2017.1364405"}},
		{"a seed rule stands alone", []string{"S14", "E03"}, []string{"S14", "E03", "10.1007/s40279-021-01587-7"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Cite(tt.ids)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAll_ReturnsACopy(t *testing.T) {
	All()[0].ID = "changed"
	if _, ok := Get("E01"); !ok {
		t.Error("a caller could change the table")
	}
}
