// Package advice holds the rules: a day, its history and the athlete's goal
// in; findings out.
//
// A rule is a small pure function beside its identity: an id, the seed rules
// and the evidence rows it stands on. [Evaluate] runs them all over one
// [Input], merges findings that have the same fix, orders them (severity, then
// what matters for the goal, then size) and keeps at most three and one green.
// [Today] runs the rules that look ahead, [Week] sums seven days up, and [Plan]
// lays a week out by searching for the one the rules like best.
//
// Every number a rule compares with stands in the threshold registry, with its
// reason. The package never diagnoses, never states a personal risk of injury
// and never guesses: too little data is a finding of its own.
//
// Red flags are not its business: the safety room is asked before.
package advice

import (
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// Level says how much a finding matters.
type Level string

// The levels, most severe first.
const (
	Red    Level = "red"    // stop, or be seen by somebody
	Orange Level = "orange" // change something
	Yellow Level = "yellow" // watch
	Green  Level = "green"  // good
	Info   Level = "info"
)

// Finding is what one rule says about a day. Its JSON form is a contract.
type Finding struct {
	Level    Level              `json:"level"`
	Rule     string             `json:"rule"`
	Seed     []string           `json:"seed,omitempty"`
	Evidence []string           `json:"evidence,omitempty"`
	Text     string             `json:"text"`
	Instants []training.Instant `json:"instants,omitempty"` // that the text names
	Why      []Reason           `json:"-"`                  // what was compared with what, for the why command
}

// Reason is one comparison behind a finding: what was measured, its value, and
// the threshold it was held against, in words and units an athlete can read.
type Reason struct {
	Input     string `json:"input"`
	Value     string `json:"value"`
	Threshold string `json:"threshold"`
}

// Profile is what the rules need to know of an athlete.
type Profile struct {
	Goal       training.Goal // "" = not told
	Experience training.Experience
	Units      training.Units
	Event      training.Date // day of the race; zero = none
	Deload     bool          // a planned easy week
	CheckIns   bool          // check-ins are planned and not paused
}

// Input is everything a day is judged on.
type Input struct {
	Profile  Profile
	Now      time.Time          // the instant of the judgement
	Day      training.Date      // the day that is judged
	Sessions []training.Session // of that day, in order of start
	History  []training.Session // of the 42 days before, in order of start
	After    []training.Session // of the day after (a night session's neighbour), in order; usually empty
	CheckIns []recovery.CheckIn // of the 28 days before and the day itself, in order
	Legs     map[string]bool    // the athlete's own exercises: does it load the legs?
	Focus    string             // id of the session just logged; "" = the whole day
	Beside   []string           // ids of the sessions told in one message with it
	Next     training.Date      // the athlete's first training day beyond After; zero = none
	Last     training.Date      // the athlete's last training day before Day, however long ago; zero = none before History
}

// Report is the coach's judgement of a day, in the order it is read.
type Report struct {
	Verdict  string    `json:"verdict"`
	Findings []Finding `json:"findings"` // at most three and one green, in order of importance
	Next     string    `json:"next"`     // exactly one thing to do next
	Ask      string    `json:"ask,omitempty"`
}
