package transfer

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"tandem/coach/training"
)

// book is where a reader writes what it finds.
type book struct {
	o        Options
	zone     string
	file     File
	rows     int // seen, whether they could be read or not
	names    map[string]training.Exercise
	doubts   int
	workouts workouts
	ids      map[string]bool
	zones    map[string]bool // asked for so far: is it one?

	lastDate   string // rows of one workout repeat their date
	lastZone   *time.Location
	lastMoment moment
}

func newBook(app string, o Options) *book {
	return &book{o: o, zone: zoneName(o.Zone), file: File{App: app}, names: map[string]training.Exercise{}, ids: map[string]bool{}, zones: map[string]bool{}}
}

// zoneName is the IANA name; UTC where the location has none that loads.
func zoneName(l *time.Location) string {
	if _, err := time.LoadLocation(l.String()); err != nil || l == time.Local {
		return "UTC"
	}
	return l.String()
}

// isZone reports whether the name is a time zone; each is loaded once.
func (b *book) isZone(name string) bool {
	known, asked := b.zones[name]
	if !asked {
		_, err := time.LoadLocation(name)
		known = err == nil
		b.zones[name] = known
	}
	return known
}

// close hands over what was read, in order of time, or says why the file is
// refused: most of it could not be read.
func (b *book) close() (File, error) {
	b.workouts.settle(b)
	if n := len(b.file.Skipped); n > 0 && 2*n > b.rows {
		return File{}, fmt.Errorf("%d of %d rows can't be read, so I took none. The first is %s", n, max(b.rows, n), b.file.Skipped[0])
	}
	if b.doubts > maxDoubts {
		b.file.Suspicious = append(b.file.Suspicious, fmt.Sprintf("and %d more", b.doubts-maxDoubts))
	}
	slices.SortStableFunc(b.file.Sessions, func(x, y training.Session) int { return x.Start.Compare(y.Start) })
	slices.Sort(b.file.Unknown)
	return b.file, nil
}

func (b *book) skip(line int, reason string) {
	b.file.Skipped = append(b.file.Skipped, Skip{line, reason})
}

// assume notes a sentence once.
func (b *book) assume(sentence string) {
	if !slices.Contains(b.file.Assumed, sentence) {
		b.file.Assumed = append(b.file.Assumed, sentence)
	}
}

// kilograms returns what one of the file's weights is; a unit that is not said
// is the athlete's own.
func (b *book) kilograms(unit string) float64 {
	if f, ok := weightUnit(unit); ok {
		return f
	}
	b.file.Unsaid.Mass, b.file.Unsaid.Read = true, b.o.Units
	if b.o.Units == training.Imperial {
		b.assume("The file does not say whether weights are kg or lb: I read lb, your own unit.")
		return kgPerPound
	}
	b.assume("The file does not say whether weights are kg or lb: I read kg, your own unit.")
	return 1
}

// kilometres returns what one of the file's distances is; a unit that is not
// said is the athlete's own.
func (b *book) kilometres(unit string) float64 {
	if f, ok := distanceUnit(unit); ok {
		return f
	}
	b.file.Unsaid.Distance, b.file.Unsaid.Read = true, b.o.Units
	if b.o.Units == training.Imperial {
		b.assume("The file does not say whether distances are km or miles: I read miles, your own unit.")
		return kmPerMile
	}
	b.assume("The file does not say whether distances are km or miles: I read km, your own unit.")
	return 1
}

// exercise returns the vocabulary's entry for a name, or the athlete's own name.
func (b *book) exercise(name string) training.Exercise {
	if e, ok := b.names[name]; ok {
		return e
	}
	own := strings.Clone(strings.Join(strings.Fields(name), " "))
	e, ok := training.FindExercise(own)
	if !ok {
		e = training.Exercise{Name: own}
		b.file.Unknown = append(b.file.Unknown, own)
	}
	b.names[strings.Clone(name)] = e
	return e
}

const maxDoubts = 200

// add keeps a session. Its id comes from the app and from what identifies it in
// the file, so that the same file gives the same ids.
func (b *book) add(s training.Session, identity ...string) {
	s.ID = b.id(identity)
	s.Zone = b.zone
	s.Start, s.Note = s.Start.UTC().Truncate(time.Second), note(s.Note)
	if s.Intensity == "" {
		s.Intensity = training.Classify(s)
	}
	if err := believable(s); err != nil {
		b.skip(b.rows, err.Error())
		return
	}
	b.doubt(s)
	b.file.Sessions = append(b.file.Sessions, s)
}

// expect makes room for so many sessions.
func (b *book) expect(n int) { b.file.Sessions = slices.Grow(b.file.Sessions, min(n, MaxRows)) }

var idLetters = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// id derives twelve letters of base 32: 60 bits, unique within one athlete's
// log. What a file holds twice gets another id the second time.
func (b *book) id(identity []string) string {
	for n := 0; ; n++ {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s|%q|%d", b.file.App, identity, n))
		id := idLetters.EncodeToString(sum[:10])[:12]
		if !b.ids[id] {
			b.ids[id] = true
			return id
		}
	}
}

// doubt notes what is probably a slip. That a session is years old is what an
// import is for, so it is no reason.
func (b *book) doubt(s training.Session) {
	began := s.Start
	if s.Start.Before(b.o.Now.AddDate(-2, 0, 0)) {
		s.Start = time.Time{}
	}
	if what, ok := s.Doubt(b.o.Now, b.o.Units); ok {
		b.suspect(began.In(b.o.Zone).Format("2 Jan 2006") + ": " + what)
	}
}

func (b *book) suspect(what string) {
	if b.doubts++; b.doubts <= maxDoubts {
		b.file.Suspicious = append(b.file.Suspicious, strings.TrimSuffix(what, ","))
	}
}

// rpe keeps an effort of the CR-10 scale, to the half; 0 stands for nothing.
func (b *book) rpe(v float64) *training.RPE {
	if v <= 0 {
		return nil
	}
	if v > 10 {
		b.suspect(fmt.Sprintf("RPE %g is not on the scale to 10 and is left out", v))
		return nil
	}
	r := training.RPE(float64(int(v*2+0.5)) / 2)
	return &r
}

// pulse keeps an average heart rate that a body can have, in beats a minute.
func (b *book) pulse(v float64) int {
	if v == 0 {
		return 0
	}
	if v < 25 || v > 250 {
		b.suspect(fmt.Sprintf("a heart rate of %g is left out", v))
		return 0
	}
	return int(math.Round(v))
}

// maxNote is how much of a note is kept, in characters.
const maxNote = 4000

// note joins what the athlete wrote, without the empty parts.
func note(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(p string) bool { return strings.TrimSpace(p) == "" })
	s := strings.TrimSpace(strings.ToValidUTF8(strings.ReplaceAll(strings.Join(parts, ". "), "\x00", ""), "?"))
	if r := []rune(s); len(r) > maxNote {
		s = string(r[:maxNote-1]) + "…"
	}
	return strings.Clone(s)
}
