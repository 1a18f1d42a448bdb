// Package training holds what an athlete did: sessions, sets, effort and units,
// and the quick entry text that people type for them.
//
// The protocol: [Parse] reads one message into an [Entry] of one or more
// sessions, or returns a [*ParseError] that quotes the word it could not read,
// or asks a [Question] where the text has two honest readings. Nothing is ever
// guessed silently. [Session.Line] prints the normalised form, which parses
// back to the same session.
//
// An entry is read in four steps: the lexer cuts text into tokens, the reader
// knows the words of the grammar and makes them items, clauses part what is
// about one exercise or one sport, and the lifter or the endurance reader puts
// each number in its place. Only then is it settled when each session began
// and whether a value is probably a slip. Exercises stand in exercises.txt,
// fixed words in words.go.
//
// Inside, masses are kilograms, distances kilometres, durations minutes or
// seconds; an athlete's own units appear only in text. The package knows
// nothing of storage, chat or advice.
package training

import (
	"sync"
	"time"
)

// Kind is the sport of a session.
type Kind string

// The kinds of session, as they are stored and exported.
const (
	Lift  Kind = "lift"
	Run   Kind = "run"
	Ride  Kind = "ride"
	Row   Kind = "row"
	Swim  Kind = "swim"
	Walk  Kind = "walk"
	Rest  Kind = "rest"
	Other Kind = "other"
)

// Endurance reports whether the kind is cardio: everything that is neither
// lifting nor rest.
func (k Kind) Endurance() bool { return k != Lift && k != Rest && k != Other }

// Intensity is how hard an endurance session was meant to be.
type Intensity string

// The intensities, by the effort words of the session-RPE scale: easy up to 4,
// moderate 5 and 6, hard from 7 (ACSM classes, Garber 2011, mapped to CR-10).
const (
	Easy     Intensity = "easy"
	Moderate Intensity = "moderate"
	Hard     Intensity = "hard"
)

// Style is how an endurance session was laid out.
type Style string

// The styles that an athlete can name.
const (
	Steady    Style = ""
	Intervals Style = "intervals"
	Tempo     Style = "tempo"
	Race      Style = "race"
	LongRun   Style = "long"
	Recovery  Style = "recovery"
)

// RPE is a rating of perceived effort on the CR-10 scale, 1 to 10 in halves; 0
// only of a rest day.
// A nil *RPE is "not told".
type RPE float64

// Region is the part of the body that a lift was about, as the athlete said it.
type Region string

// The regions an athlete can name instead of, or beside, single exercises.
const (
	Legs     Region = "legs"
	Upper    Region = "upper"
	FullBody Region = "full"
	Trunk    Region = "core"
)

// Session is one bout of training. Absent facts are zero or nil, never invented.
type Session struct {
	ID        string
	Kind      Kind
	Start     time.Time // the instant, in UTC; when the end is unknown, the instant it was told
	Zone      string    // IANA zone the athlete was in; the local date is the session's day
	Minutes   float64   // 0 = not told and not estimated
	Estimated bool      // Minutes comes from the number of working sets
	RPE       *RPE      // session effort; nil = not told
	Km        float64   // 0 = not told
	HR        int       // average heart rate in beats a minute; 0 = not told
	Intensity Intensity // as tagged, or as classified from effort; "" = unknown. [Classify] weighs tag against RPE.
	Tagged    bool      // Intensity was said by the athlete
	Style     Style
	Activity  string     // of an Other session what it was, as "yoga"; of a run "fartlek"; "" = not told
	Region    Region     // of a lift: what it was about, when said ("leg day"); "" = not said
	Reps      []Interval // repeats of an interval session
	Sets      []Set      // of a lift, in order; a lift may be told without any
	Note      string     // the athlete's words; health data
	Source    string     // where it came from: "chat", "hevy", "strava"...
}

// Interval is a repeat in an interval session: Count times Km (or Seconds of
// work) with RestSeconds between.
type Interval struct {
	Count       int
	Km          float64
	Seconds     float64
	RestSeconds float64
}

// Set is one set of one exercise.
type Set struct {
	Exercise   string  // canonical name, or the athlete's own
	Kg         float64 // external load in kg; 0 with Bodyweight = body only
	Bodyweight bool    // the body is (part of) the load
	Percent    float64 // of one-repetition maximum, when told; 0 = not told
	Reps       int     // 0 = a hold or a carry, else a failed set; it adds no volume
	RPE        *RPE
	Seconds    float64 // of a timed hold; 0 = not timed
	Metres     float64 // of a carry or a sled; 0 = not told
	EachSide   bool    // Reps, Seconds or Metres are those of one side, as lifters count them; both were done
	Warmup     bool
	Failed     bool
	Superset   int // sets of one superset share a number; 0 = none
}

// Timed reports whether the session's duration is known or estimated. Without
// one Start and End are the same instant, and no gap can be reckoned from them.
func (s Session) Timed() bool { return s.Minutes > 0 }

// End is the instant the session ended; Start when it is not [Session.Timed].
func (s Session) End() time.Time {
	return s.Start.Add(time.Duration(s.Minutes * float64(time.Minute)))
}

// Local is the start on the athlete's wall clock.
func (s Session) Local() time.Time { return s.Start.In(Location(s.Zone)) }

// zones keeps what has been loaded: reading a zone costs as much as reading a
// whole entry, and a history asks for the same one thousands of times. It
// holds no more than there are zones.
var zones sync.Map // IANA name -> *time.Location

// Location is the named zone, UTC when there is none of that name.
func Location(name string) *time.Location {
	if loc, ok := zones.Load(name); ok {
		return loc.(*time.Location)
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return time.UTC
	}
	zones.Store(name, loc)
	return loc
}

// Day is the athlete's local date of the start.
func (s Session) Day() Date { return DateOf(s.Local()) }

// Working returns the sets that count: warm-ups are left out.
func (s Session) Working() []Set {
	var out []Set
	for _, set := range s.Sets {
		if !set.Warmup {
			out = append(out, set)
		}
	}
	return out
}
