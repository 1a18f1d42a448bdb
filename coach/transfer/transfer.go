// Package transfer reads the files of other apps into training sessions, and
// writes everything of one athlete out again.
//
// The protocol: [Read] looks at what a file holds, never at its name, finds the
// one reader that owns it in the table of readers, and returns a [File]: the
// sessions, what was left out and why, and what had to be assumed. A row that
// makes no sense is named by its line and does not stop the rest, unless more
// than half of them make none. [WriteJSON], [WriteCSV] and [WriteCheckIns] are
// the way out; Read takes their output back and gives the same ids.
//
// The invariants: bytes in, sessions out. There is no store and no clock; the
// same bytes give the same sessions with the same ids, so that a file that is
// imported twice adds nothing. Times without a zone are the athlete's own.
// Positions are dropped while reading: where somebody trained is nobody's
// business. Sizes are bounded before anything is parsed.
package transfer

import (
	"errors"
	"fmt"
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// The limits of one file. A file past them is refused whole, with words.
const (
	MaxBytes = 20 << 20 // also of what a compressed file expands to
	MaxRows  = 200_000
)

// Options is what a reader must know beside the bytes.
type Options struct {
	Zone  *time.Location // the athlete's, for times without one; nil = UTC
	Units training.Units // for numbers whose unit the file does not say; "" = metric
	Now   time.Time      // what lies a day past it is suspicious
}

// File is what was read.
type File struct {
	App        string // who wrote it, as people call it: "Strong"
	Sessions   []training.Session
	CheckIns   []recovery.CheckIn // of our own export only
	Own        map[string]bool    // exercises of our own export: lower-case name, loads the legs
	Skipped    []Skip             // rows that could not be read, in order
	Unknown    []string           // exercise names that the vocabulary does not hold, as the file has them
	Suspicious []string           // values that are read but probably a slip, as "1 Mar 2026: 900 kg on Back Squat"
	Unsaid     Unsaid             // what was read in the athlete's own units because the file does not say
	Assumed    []string           // what had to be assumed, in whole sentences
}

// Skip names a row that was left out.
type Skip struct {
	Line   int // counted from 1, the header included; the number of the item where a file has no lines
	Reason string
}

func (s Skip) String() string { return fmt.Sprintf("line %d: %s", s.Line, s.Reason) }

// The reasons why a whole file is refused. Their texts are for people.
var (
	ErrUnknown = errors.New("this kind of file is new to me; what works: the CSV export of Strong, Hevy, Fitbod, Liftosaur or Garmin Connect, Strava's activities.csv, FIT, GPX and TCX (also as .gz), and my own export")
	ErrTooBig  = fmt.Errorf("this file is larger than %d MB. Export a shorter period, or split it by year", MaxBytes>>20)
	ErrTooMany = fmt.Errorf("this file has more than %d rows. Split it by year and send the parts", MaxRows)
	ErrEmpty   = errors.New("there is nothing in this file. Export it again from the app, please")
	ErrZip     = errors.New("this is a zip or Excel file. Unpack it and send the file inside: of a Strava archive that is activities.csv; from a spreadsheet, save as CSV")
	ErrBroken  = errors.New("this file is damaged or cut off. Export it again from the app, please")
)

// Read returns what a file of another app, or of our own export, holds. The
// name is not looked at: phones and chats change it. An error's text is for the
// person who sent the file.
func Read(_ string, data []byte, o Options) (File, error) {
	if o.Zone == nil {
		o.Zone = time.UTC
	}
	c, err := open(data)
	if err != nil {
		return File{}, err
	}
	for _, r := range readers {
		if !r.owns(c) {
			continue
		}
		b := newBook(r.app, o)
		if err := r.read(c, b); err != nil {
			return File{}, err
		}
		return b.close()
	}
	return File{}, ErrUnknown
}
