package transfer

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// session is the stored form of a training.Session in JSON; absent facts are
// absent.
type session struct {
	ID        string             `json:"id"`
	Kind      training.Kind      `json:"kind"`
	Start     time.Time          `json:"start"`
	Zone      string             `json:"zone,omitempty"`
	Minutes   float64            `json:"minutes,omitempty"`
	Estimated bool               `json:"estimated,omitempty"`
	RPE       *training.RPE      `json:"rpe,omitempty"`
	Km        float64            `json:"km,omitempty"`
	HR        int                `json:"hr,omitempty"`
	Intensity training.Intensity `json:"intensity,omitempty"`
	Tagged    bool               `json:"tagged,omitempty"`
	Style     training.Style     `json:"style,omitempty"`
	Activity  string             `json:"activity,omitempty"`
	Region    training.Region    `json:"region,omitempty"`
	Repeats   []repeat           `json:"repeats,omitempty"`
	Sets      []set              `json:"sets,omitempty"`
	Note      string             `json:"note,omitempty"`
	Source    string             `json:"source,omitempty"`
}

type repeat struct {
	Count   int     `json:"count"`
	Km      float64 `json:"km,omitempty"`
	Seconds float64 `json:"seconds,omitempty"`
	Rest    float64 `json:"rest_seconds,omitempty"`
}

type set struct {
	Exercise   string        `json:"exercise"`
	Kg         float64       `json:"kg,omitempty"`
	Bodyweight bool          `json:"bodyweight,omitempty"`
	Percent    float64       `json:"percent,omitempty"`
	Reps       int           `json:"reps"`
	RPE        *training.RPE `json:"rpe,omitempty"`
	Seconds    float64       `json:"seconds,omitempty"`
	Metres     float64       `json:"metres,omitempty"`
	EachSide   bool          `json:"each_side,omitempty"`
	Warmup     bool          `json:"warmup,omitempty"`
	Failed     bool          `json:"failed,omitempty"`
	Superset   int           `json:"superset,omitempty"`
}

func sessionForm(s training.Session) session {
	f := session{ID: s.ID, Kind: s.Kind, Start: s.Start.UTC(), Zone: s.Zone, Minutes: s.Minutes, Estimated: s.Estimated, RPE: s.RPE, Km: s.Km, HR: s.HR,
		Intensity: s.Intensity, Tagged: s.Tagged, Style: s.Style, Activity: s.Activity, Region: s.Region, Note: s.Note, Source: s.Source}
	for _, r := range s.Reps {
		f.Repeats = append(f.Repeats, repeat{r.Count, r.Km, r.Seconds, r.RestSeconds})
	}
	f.Sets = make([]set, len(s.Sets))
	for i, one := range s.Sets {
		f.Sets[i] = set(one)
	}
	return f
}

var (
	kinds   = []training.Kind{training.Lift, training.Run, training.Ride, training.Row, training.Swim, training.Walk, training.Rest, training.Other}
	idForm  = regexp.MustCompile(`^[a-z0-9_-]{1,40}$`)
	efforts = []training.Intensity{"", training.Easy, training.Moderate, training.Hard}
	styles  = []training.Style{training.Steady, training.Intervals, training.Tempo, training.Race, training.LongRun, training.Recovery}
	regions = []training.Region{"", training.Legs, training.Upper, training.FullBody, training.Trunk}
)

// session returns what the form says, or why that cannot be: files pass through
// many hands. Whether the zone is one is the caller's to look up.
func (f session) session() (training.Session, error) {
	s := training.Session{ID: f.ID, Kind: f.Kind, Start: f.Start.UTC(), Zone: f.Zone, Minutes: f.Minutes, Estimated: f.Estimated, RPE: f.RPE, Km: f.Km, HR: f.HR,
		Intensity: f.Intensity, Tagged: f.Tagged, Style: f.Style, Activity: f.Activity, Region: f.Region, Note: f.Note, Source: f.Source}
	for _, r := range f.Repeats {
		s.Reps = append(s.Reps, training.Interval{Count: r.Count, Km: r.Km, Seconds: r.Seconds, RestSeconds: r.Rest})
	}
	if len(f.Sets) > 0 {
		s.Sets = make([]training.Set, len(f.Sets))
	}
	for i, one := range f.Sets {
		s.Sets[i] = training.Set(one)
	}
	return s, believable(s)
}

// believable returns why a session cannot be; nil when it can, however odd.
func believable(s training.Session) error {
	switch {
	case !idForm.MatchString(s.ID):
		return fmt.Errorf("the id %q is none of mine", clip(s.ID))
	case !slices.Contains(kinds, s.Kind):
		return fmt.Errorf("%q is no kind of session", clip(string(s.Kind)))
	case s.Start.Year() < 1950 || s.Start.Year() > 2200:
		return errors.New("a session without a start")
	case !slices.Contains(efforts, s.Intensity) || !slices.Contains(styles, s.Style) || !slices.Contains(regions, s.Region):
		return errors.New("a session of an unknown intensity, style or region")
	case !sane(s.Minutes) || !sane(s.Km) || s.HR < 0 || s.HR > 300 || !onScale(s.RPE):
		return errors.New("a session whose numbers cannot be")
	}
	for _, r := range s.Reps {
		if r.Count < 0 || !sane(r.Km) || !sane(r.Seconds) || !sane(r.RestSeconds) {
			return errors.New("a repeat whose numbers cannot be")
		}
	}
	for _, one := range s.Sets {
		if one.Reps < 0 || !sane(math.Abs(one.Kg)) || !sane(one.Seconds) || !sane(one.Metres) || !sane(one.Percent) || !onScale(one.RPE) {
			return fmt.Errorf("a set of %s whose numbers cannot be", clip(one.Exercise))
		}
	}
	return nil
}

func sane(v float64) bool { return v >= 0 && v < 1e7 }

func onScale(r *training.RPE) bool { return r == nil || *r >= 0 && *r <= 10 }

// checkIn is the stored form of a recovery.CheckIn in JSON.
type checkIn struct {
	Date       string    `json:"date"`
	At         time.Time `json:"at,omitzero"`
	Fatigue    int       `json:"fatigue,omitempty"`
	Sleep      int       `json:"sleep,omitempty"`
	Soreness   int       `json:"soreness,omitempty"`
	Stress     int       `json:"stress,omitempty"`
	Mood       int       `json:"mood,omitempty"`
	SleepHours float64   `json:"sleep_hours,omitempty"`
	Pain       string    `json:"pain,omitempty"`
	NoPain     bool      `json:"no_pain,omitempty"`
	Note       string    `json:"note,omitempty"`
}

func checkInForm(c recovery.CheckIn) checkIn {
	f := checkIn{Date: c.Date.String(), Fatigue: c.Fatigue, Sleep: c.Sleep, Soreness: c.Soreness, Stress: c.Stress, Mood: c.Mood,
		SleepHours: c.SleepHours, Pain: c.Pain, NoPain: c.NoPain, Note: c.Note}
	if !c.At.IsZero() {
		f.At = c.At.UTC()
	}
	return f
}

func (f checkIn) checkIn() (recovery.CheckIn, error) {
	date, err := training.ParseDate(f.Date)
	if err != nil {
		return recovery.CheckIn{}, err
	}
	for _, v := range []int{f.Fatigue, f.Sleep, f.Soreness, f.Stress, f.Mood} {
		if v < 0 || v > 5 {
			return recovery.CheckIn{}, fmt.Errorf("the answer %d is not from 1 to 5", v)
		}
	}
	if !(f.SleepHours >= 0 && f.SleepHours <= 24) {
		return recovery.CheckIn{}, fmt.Errorf("%g hours of sleep in a night", f.SleepHours)
	}
	return recovery.CheckIn{Date: date, At: f.At, Fatigue: f.Fatigue, Sleep: f.Sleep, Soreness: f.Soreness, Stress: f.Stress, Mood: f.Mood,
		SleepHours: f.SleepHours, Pain: f.Pain, NoPain: f.NoPain, Note: f.Note}, nil
}
