package store

import (
	"encoding/json"
	"fmt"
	"slices"

	"tandem/coach/training"
)

// Detail writes the sets and repeats of a session as one JSON text, "" when
// there are none. Equal sets in a row are one entry with a count: a 5x5 is read
// back five times as fast as five entries would be.
func Detail(s training.Session) (string, error) {
	if len(s.Sets) == 0 && len(s.Reps) == 0 {
		return "", nil
	}
	var d detail
	for _, set := range s.Sets {
		next := runOf(set)
		if last := len(d.Sets) - 1; last >= 0 && d.Sets[last].same(next) {
			d.Sets[last].Count++
			continue
		}
		next.Count = 1
		d.Sets = append(d.Sets, next)
	}
	for _, r := range s.Reps {
		d.Reps = append(d.Reps, repeat(r))
	}
	text, err := json.Marshal(d)
	if err != nil {
		return "", fmt.Errorf("write sets: %w", err)
	}
	return string(text), nil
}

// ReadDetail puts the sets and repeats that [Detail] wrote into the session.
func ReadDetail(text []byte, s *training.Session) error {
	if len(text) == 0 {
		return nil
	}
	var d detail
	if err := json.Unmarshal(text, &d); err != nil {
		return fmt.Errorf("read sets: %w", err)
	}
	total := 0
	for _, run := range d.Sets {
		total += run.Count
	}
	s.Sets = slices.Grow(s.Sets, total)
	for _, run := range d.Sets {
		for range run.Count {
			s.Sets = append(s.Sets, run.set())
		}
	}
	for _, r := range d.Reps {
		s.Reps = append(s.Reps, training.Interval(r))
	}
	return nil
}

type detail struct {
	Sets []run    `json:"sets,omitempty"`
	Reps []repeat `json:"reps,omitempty"`
}

// run is a number of equal sets. Its names are stored: never rename one.
type run struct {
	Count      int           `json:"n"`
	Exercise   string        `json:"ex"`
	Kg         float64       `json:"kg,omitempty"`
	Bodyweight bool          `json:"bw,omitempty"`
	Percent    float64       `json:"pct,omitempty"`
	Reps       int           `json:"reps,omitempty"`
	RPE        *training.RPE `json:"rpe,omitempty"`
	Seconds    float64       `json:"s,omitempty"`
	Metres     float64       `json:"m,omitempty"`
	Warmup     bool          `json:"warm,omitempty"`
	Failed     bool          `json:"fail,omitempty"`
	Superset   int           `json:"ss,omitempty"`
	EachSide   bool          `json:"side,omitempty"`
}

// repeat is an interval; its names are stored: never rename one.
type repeat struct {
	Count       int     `json:"n"`
	Km          float64 `json:"km,omitempty"`
	Seconds     float64 `json:"s,omitempty"`
	RestSeconds float64 `json:"rest,omitempty"`
}

func runOf(s training.Set) run {
	return run{Exercise: s.Exercise, Kg: s.Kg, Bodyweight: s.Bodyweight, Percent: s.Percent, Reps: s.Reps, RPE: s.RPE,
		Seconds: s.Seconds, Metres: s.Metres, Warmup: s.Warmup, Failed: s.Failed, Superset: s.Superset, EachSide: s.EachSide}
}

// set is one of the run, with an effort of its own to point to.
func (r run) set() training.Set {
	s := training.Set{Exercise: r.Exercise, Kg: r.Kg, Bodyweight: r.Bodyweight, Percent: r.Percent, Reps: r.Reps,
		Seconds: r.Seconds, Metres: r.Metres, Warmup: r.Warmup, Failed: r.Failed, Superset: r.Superset, EachSide: r.EachSide}
	if r.RPE != nil {
		effort := *r.RPE
		s.RPE = &effort
	}
	return s
}

// same reports whether both are the same set, whatever the count.
func (r run) same(o run) bool {
	if (r.RPE == nil) != (o.RPE == nil) || (r.RPE != nil && *r.RPE != *o.RPE) {
		return false
	}
	r.Count, r.RPE, o.Count, o.RPE = 0, nil, 0, nil
	return r == o
}
