package app

import (
	"context"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/store"
)

// retained notes when it was asked, and for which instant.
type retained struct{ asked, before []time.Time }

func (r *retained) Retain(_ context.Context, before time.Time) (int, error) {
	r.asked, r.before = append(r.asked, time.Now()), append(r.before, before)
	return 0, nil
}

// purged notes before which instant the people of removed places were erased.
type purged struct{ before []time.Time }

func (p *purged) Purge(context.Context, time.Time) (store.Purged, error) { return store.Purged{}, nil }

func (p *purged) PurgeGone(_ context.Context, before time.Time) (int, error) {
	p.before = append(p.before, before)
	return 0, nil
}

// TestPurge_ErasesWhoHasGoneAfterTheConfiguredDays, every hour.
func TestPurge_ErasesWhoHasGoneAfterTheConfiguredDays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		ctx, stop := context.WithTimeout(t.Context(), 150*time.Minute)
		defer stop()
		var p purged
		if err := purge(ctx, &p, 7, time.Now, slog.New(slog.DiscardHandler)); err != nil {
			t.Fatal(err)
		}
		want := []time.Time{began.AddDate(0, 0, -7), began.AddDate(0, 0, -7).Add(time.Hour), began.AddDate(0, 0, -7).Add(2 * time.Hour)}
		if diff := cmp.Diff(want, p.before); diff != "" {
			t.Error(diff)
		}
	})
}

// TestRetention_RunsDaily: at the start and each day after, for the configured
// number of days; never when none is configured.
func TestRetention_RunsDaily(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		ctx, stop := context.WithTimeout(t.Context(), 50*time.Hour)
		defer stop()
		for days, want := range map[int]int{0: 0, 30: 3} {
			var r retained
			if err := retain(ctx, &r, days, time.Now, slog.New(slog.DiscardHandler)); err != nil {
				t.Fatal(err)
			}
			if len(r.asked) != want {
				t.Fatalf("keep_days %d: asked %d times in 50 hours, want %d", days, len(r.asked), want)
			}
			for i := range r.asked {
				if at := began.Add(time.Duration(i) * 24 * time.Hour); !r.asked[i].Equal(at) || !r.before[i].Equal(at.AddDate(0, 0, -30)) {
					t.Errorf("asked at %v for %v", r.asked[i], r.before[i])
				}
			}
		}
	})
}
