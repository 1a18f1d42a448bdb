package ops_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"tandem/bot"
	"tandem/internal/ops"
)

var _ bot.Watcher = (*ops.Metrics)(nil)

func get(t *testing.T, h http.Handler, path string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	body, err := io.ReadAll(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Code, string(body)
}

func TestReadiness_NamesWhatIsWrong(t *testing.T) {
	fault := errors.New("the disk is full")
	broken := false
	s := ops.New("127.0.0.1:0", ops.NewMetrics(), slog.New(slog.DiscardHandler), ops.Check{Name: "store", Ask: func(context.Context) error {
		if broken {
			return fault
		}
		return nil
	}})
	if code, body := get(t, s.Handler(), "/readyz"); code != 200 || !strings.Contains(body, `"store":"ok"`) {
		t.Errorf("ready: %d %s", code, body)
	}
	broken = true
	if code, body := get(t, s.Handler(), "/readyz"); code != 503 || !strings.Contains(body, "the disk is full") {
		t.Errorf("not ready: %d %s", code, body)
	}
	if code, _ := get(t, s.Handler(), "/healthz"); code != 200 {
		t.Errorf("alive all the same, but %d", code)
	}
}

// TestReadiness_OneSlowCheckHidesNoOther: each is asked on its own time.
func TestReadiness_OneSlowCheckHidesNoOther(t *testing.T) {
	slow := ops.Check{Name: "store", Ask: func(ctx context.Context) error {
		<-ctx.Done()
		return errors.New("locked")
	}}
	quick := ops.Check{Name: "slack", Ask: func(ctx context.Context) error { return ctx.Err() }}
	synctest.Test(t, func(t *testing.T) {
		s := ops.New("", ops.NewMetrics(), slog.New(slog.DiscardHandler), slow, quick)
		if code, body := get(t, s.Handler(), "/readyz"); code != 503 || !strings.Contains(body, `"slack":"ok"`) || !strings.Contains(body, `"store":"locked"`) {
			t.Errorf("%d %s", code, body)
		}
	})
}

// TestMetrics_UnreadNumbersAreLeftOut: a database that cannot be read takes
// nothing else with it.
func TestMetrics_UnreadNumbersAreLeftOut(t *testing.T) {
	m := ops.NewMetrics()
	m.Readings(func(context.Context) ([]ops.Reading, error) { return nil, errors.New("locked") }, slog.New(slog.DiscardHandler))
	m.Asked("answer")
	code, body := get(t, ops.New("", m, slog.New(slog.DiscardHandler)).Handler(), "/metrics")
	if code != 200 || !strings.Contains(body, "tandem_questions_total") {
		t.Errorf("%d %s", code, body)
	}
}

func TestMetrics_CountWithoutNames(t *testing.T) {
	m := ops.NewMetrics()
	m.Accepted("slack", true, time.Millisecond)
	m.Accepted("slack", false, time.Millisecond)
	m.Limited("slack", "person")
	m.Replied("slack", 3*time.Millisecond)
	m.Asked("answer")
	m.Delivered("checkin", "sent", time.Second)
	m.Gauge("tandem_inbox_depth", "Messages waiting.", func() float64 { return 7 })
	read := func(context.Context) ([]ops.Reading, error) {
		return []ops.Reading{{Name: "tandem_athletes", Help: "People.", Value: 12}}, nil
	}
	m.Readings(read, slog.New(slog.DiscardHandler))
	_, body := get(t, ops.New("", m, slog.New(slog.DiscardHandler)).Handler(), "/metrics")
	for _, want := range []string{
		`tandem_messages_accepted_total{platform="slack"} 1`, `tandem_duplicates_prevented_total{platform="slack"} 1`,
		`tandem_questions_total{outcome="answer"} 1`, `tandem_deliveries_total{kind="checkin",outcome="sent"} 1`, "tandem_inbox_depth 7",
		`tandem_accept_seconds_count{platform="slack"} 2`, `tandem_messages_limited_total{of="person",platform="slack"} 1`, "tandem_athletes 12",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
}
