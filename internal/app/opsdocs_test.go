package app

import (
	"encoding/json"
	"log/slog"
	"maps"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/internal/ops"
)

// TestDocs_NameEveryMetricAndNoOther: what the operator's page, the dashboard
// and the alerts speak of is what a scrape has.
func TestDocs_NameEveryMetricAndNoOther(t *testing.T) {
	served := scrape(t)
	page := named(t, "../../docs/operations.md")
	if diff := cmp.Diff(slices.Sorted(maps.Keys(served)), slices.Sorted(maps.Keys(page))); diff != "" {
		t.Errorf("docs/operations.md (-served +named):\n%s", diff)
	}
	for _, file := range []string{"../../docs/grafana.json", "../../docs/alerts.yml"} {
		for name := range named(t, file) {
			if !served[name] {
				t.Errorf("%s asks for %s, which is not served", file, name)
			}
		}
	}
}

// TestDashboard_IsWhole: it parses, and every panel asks for something.
func TestDashboard_IsWhole(t *testing.T) {
	data, err := os.ReadFile("../../docs/grafana.json")
	if err != nil {
		t.Fatal(err)
	}
	var board struct {
		Panels []struct {
			Title   string
			Targets []struct{ Expr string }
		}
	}
	if err := json.Unmarshal(data, &board); err != nil {
		t.Fatal(err)
	}
	if len(board.Panels) < 10 {
		t.Errorf("%d panels", len(board.Panels))
	}
	for _, p := range board.Panels {
		if len(p.Targets) == 0 || p.Title == "" {
			t.Errorf("panel %q is empty", p.Title)
		}
	}
}

// scrape returns the names of our own metrics, once each has been told something.
func scrape(t *testing.T) map[string]bool {
	t.Helper()
	m := ops.NewMetrics()
	for _, fresh := range []bool{true, false} {
		m.Accepted("slack", fresh, time.Millisecond)
	}
	m.Replied("slack", time.Millisecond)
	m.Asked("answer")
	m.Failed("slack")
	m.Limited("slack", "person")
	m.Delivered("checkin", "sent", time.Second)
	m.Refused("slack", "chat.postMessage")
	m.Stored("accept", time.Millisecond)
	m.Counter(unreadable, unreadableHelp, "slack", func() float64 { return 0 })
	m.Gauge(depth, depthHelp, func() float64 { return 0 })
	m.Readings(readings(due(t), func() time.Time { return eight }), slog.New(slog.DiscardHandler))
	w := httptest.NewRecorder()
	ops.New("", m, slog.New(slog.DiscardHandler)).Handler().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	served := map[string]bool{}
	for line := range strings.Lines(w.Body.String()) {
		if name, ok := strings.CutPrefix(line, "# TYPE tandem_"); ok {
			served["tandem_"+strings.Fields(name)[0]] = true
		}
	}
	return served
}

// named finds the metrics that a file speaks of.
func named(t *testing.T, file string) map[string]bool {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, name := range regexp.MustCompile(`\btandem_[a-z_]+\b`).FindAllString(string(text), -1) {
		found[strings.TrimSuffix(name, "_bucket")] = true
	}
	return found
}
