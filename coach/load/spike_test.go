package load

import (
	"testing"
	"time"

	"pgregory.net/rapid"
	"tandem/coach/training"
)

func TestRunSpike(t *testing.T) {
	tests := []struct {
		name    string
		longest float64
		km      float64
		percent float64
		state   SpikeState
	}{
		{"the same", 10, 10, 0, Reference},
		{"10 % is still the reference", 10, 11.0, 10, Reference},
		{"11 %", 10, 11.1, 11, Small},
		{"30 % is still small", 10, 13, 30, Small},
		{"31 %", 10, 13.1, 31, Moderate},
		{"exactly double is still moderate", 10, 20, 100, Moderate},
		{"101 %", 10, 20.1, 101, Large},
		{"shorter", 10, 5, -50, Reference},
		{"no run in 30 days", 0, 8, 0, Return},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := RunSpike(tt.km, tt.longest)
			near(t, "percent", s.Percent, tt.percent, 1e-9)
			if s.State != tt.state {
				t.Errorf("state %q, want %q", s.State, tt.state)
			}
		})
	}
}

func TestRunSpike_IsTheSameInMiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		longest := float64(rapid.IntRange(1, 400).Draw(t, "longest")) / 10
		km := float64(rapid.IntRange(1, 1000).Draw(t, "km")) / 10
		const mile = 1.609344
		if a, b := RunSpike(km, longest), RunSpike(km*mile, longest*mile); a.State != b.State {
			t.Fatalf("%v after %v: %q in km, %q in miles", km, longest, a.State, b.State)
		}
	})
}

func TestLongestRun_LooksBackThirtyDays(t *testing.T) {
	now := time.Date(2027, 3, 31, 18, 0, 0, 0, time.UTC)
	run := func(daysAgo int, km float64) training.Session {
		return training.Session{Kind: training.Run, Start: now.AddDate(0, 0, -daysAgo), Km: km}
	}
	sessions := []training.Session{
		run(31, 30), run(30, 12), run(3, 8), run(0, 21), run(-1, 40),
		{Kind: training.Ride, Start: now.AddDate(0, 0, -2), Km: 80},
	}
	if got := LongestRun(sessions, now); got != 12 {
		t.Errorf("longest = %v km, want 12: not the ride, the run itself, later ones or those before 30 days", got)
	}
	if got := LongestRun(nil, now); got != 0 {
		t.Errorf("no sessions: %v", got)
	}
}
