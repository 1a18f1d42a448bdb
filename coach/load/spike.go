package load

import (
	"time"

	"tandem/coach/training"
)

// SpikeState is how a run compares with the longest of the 30 days before it.
type SpikeState string

// The states, by the groups of Frandsen 2025 (BJSM 59:1203, doi
// 10.1136/bjsports-2024-109380); upper ends belong to the lower group. The
// injury rate of all three spike groups was higher than the reference's, but
// did not rise in order, so no number is attached to them.
const (
	Reference SpikeState = "reference" // up to 10 % longer
	Small     SpikeState = "small"     // over 10 to 30 %
	Moderate  SpikeState = "moderate"  // over 30 to 100 %
	Large     SpikeState = "large"     // over 100 %
	Return    SpikeState = "return"    // no run in 30 days to compare with
)

// SpikeDays is how far back the longest run is looked for.
const SpikeDays = 30

// Spike compares one run with the longest of the days before it.
type Spike struct {
	State   SpikeState
	Km      float64
	Longest float64 // km, of the 30 days before; 0 = none
	Percent float64 // how much longer; negative when shorter, 0 on a return
}

// RunSpike compares a run of km with the longest before it, 0 for none.
func RunSpike(km, longest float64) Spike {
	if longest <= 0 {
		return Spike{State: Return, Km: km}
	}
	s := Spike{Km: km, Longest: longest, Percent: (km/longest - 1) * 100, State: Large}
	limits := []struct {
		percent float64
		state   SpikeState
	}{{10, Reference}, {30, Small}, {100, Moderate}}
	for _, l := range limits {
		if s.Percent <= l.percent+1e-9 { // 11 km after 10 is 10 %, whatever the last bit says
			s.State = l.state
			break
		}
	}
	return s
}

// LongestRun is the longest run in km that started in the 30 days before the
// instant, 0 when there is none with a distance.
func LongestRun(sessions []training.Session, before time.Time) float64 {
	longest, since := 0.0, before.AddDate(0, 0, -SpikeDays)
	for _, s := range sessions {
		if s.Kind == training.Run && s.Start.Before(before) && !s.Start.Before(since) {
			longest = max(longest, s.Km)
		}
	}
	return longest
}
