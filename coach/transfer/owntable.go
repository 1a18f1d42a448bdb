package transfer

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"tandem/coach/training"
)

// Our table has Hevy's 14 columns, one row a set, so that other apps can read
// it. What they have no column for stands in brackets at the end of the
// description: the id, the kind and the session's effort.

var ownHeader = []string{"title", "start_time", "end_time", "description", "exercise_title", "superset_id", "exercise_notes",
	"set_index", "set_type", "weight_kg", "reps", "distance_km", "duration_seconds", "rpe"}

// ownMark is what only our own descriptions end with.
var ownMark = regexp.MustCompile(`(?s)^(.*?)\n?\[tandem ([a-z0-9_-]{1,40}) ([a-z]+)(?: rpe ([0-9.]+))?( estimated)?\]$`)

// eachSide is what the notes of a set say whose repetitions are those of one side.
const eachSide = "each side"

const hevyTime = "2 Jan 2006, 15:04"

// machineNames are the exercises under which endurance work is written.
var machineNames = map[training.Kind]string{training.Run: "Running", training.Ride: "Cycling", training.Row: "Rowing Machine", training.Swim: "Swimming", training.Walk: "Walking"}

// WriteCSV returns the sessions as a table, one row a set; a session without
// sets has one row. Cells that a spreadsheet would run are defused.
func WriteCSV(sessions []training.Session) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(ownHeader)
	for _, s := range sessions {
		head := ownHead(s)
		for i, set := range s.Sets {
			_ = w.Write(append(head[:len(head):len(head)], ownSet(set, i)...))
		}
		if len(s.Sets) == 0 {
			_ = w.Write(append(head[:len(head):len(head)], ownBout(s)...))
		}
	}
	if w.Flush(); w.Error() != nil {
		return nil, fmt.Errorf("write table: %w", w.Error())
	}
	return out.Bytes(), nil
}

func ownHead(s training.Session) []string {
	mark := "[tandem " + s.ID + " " + string(s.Kind)
	if s.RPE != nil {
		mark += " rpe " + decimal(float64(*s.RPE))
	}
	if s.Estimated {
		mark += " estimated"
	}
	words := mark + "]"
	if s.Note != "" {
		words = s.Note + "\n" + words
	}
	title := strings.ToUpper(string(s.Kind[:1])) + string(s.Kind[1:])
	return []string{title, s.Local().Format(hevyTime), s.End().In(s.Local().Location()).Format(hevyTime), defuse(words)}
}

func ownSet(s training.Set, n int) []string {
	superset, kind, weight, reps, metres, seconds, rpe := "", "normal", decimal(s.Kg), strconv.Itoa(s.Reps), "", "", ""
	switch {
	case s.Warmup:
		kind = "warmup"
	case s.Failed:
		kind = "failure"
	}
	if s.Superset > 0 {
		superset = strconv.Itoa(s.Superset - 1)
	}
	if s.Kg == 0 {
		weight = ""
	}
	if s.Metres > 0 {
		metres = decimal(s.Metres / 1000)
	}
	if s.Seconds > 0 {
		seconds = decimal(s.Seconds)
	}
	if s.RPE != nil {
		rpe = decimal(float64(*s.RPE))
	}
	notes := ""
	if s.EachSide {
		notes = eachSide
	}
	return []string{defuse(s.Exercise), superset, notes, strconv.Itoa(n), kind, weight, reps, metres, seconds, rpe}
}

// ownBout is the row of a session without sets.
func ownBout(s training.Session) []string {
	name, km, seconds, rpe := machineNames[s.Kind], "", "", ""
	if name == "" {
		name = firstOf(s.Activity, string(s.Kind))
	}
	if s.Km > 0 {
		km = decimal(s.Km)
	}
	if s.Minutes > 0 && !s.Estimated {
		seconds = decimal(math.Round(s.Minutes * 60))
	}
	if s.RPE != nil {
		rpe = decimal(float64(*s.RPE))
	}
	return []string{defuse(name), "", "", "0", "normal", "", "", km, seconds, rpe}
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func isOwnTable(c content) bool { return isHevy(c) && bytes.Contains(c.data, []byte("[tandem ")) }

func readOwnTable(c content, b *book) error {
	h := hevyColumns(c.table)
	read := ownReader{book: b, hevy: h}
	err := c.table.each(b, read.row)
	read.finish()
	return err
}

// ownReader puts the rows of one session together again.
type ownReader struct {
	book *book
	hevy hevy
	now  training.Session // the session whose rows are being read; ID "" = none
}

func (o *ownReader) row(r *row) {
	words := ""
	if o.hevy.description >= 0 && o.hevy.description < len(r.cells) {
		words = undefuse(r.cells[o.hevy.description])
	}
	mark := ownMark.FindStringSubmatch(words)
	m, l, ok := o.hevy.set(r, o.book)
	if !ok {
		return
	}
	l.exercise = undefuse(l.exercise)
	if mark == nil { // a row that somebody added
		w := o.book.workouts.find(r.text(o.hevy.title), m)
		o.hevy.remark(r, w, m, o.book)
		o.book.put(r, w, l)
		return
	}
	if mark[2] != o.now.ID {
		o.finish()
		o.begin(mark, m, r)
	}
	o.add(l, r)
}

func (o *ownReader) begin(mark []string, m moment, r *row) {
	o.now = training.Session{ID: strings.Clone(mark[2]), Kind: training.Kind(mark[3]), Start: m.at, Zone: o.book.zone, Note: strings.Clone(mark[1]), Estimated: mark[5] != ""}
	if v, err := strconv.ParseFloat(mark[4], 64); err == nil {
		o.now.RPE = o.book.rpe(v)
	}
	if end, ok := o.book.parseMoment(r.text(o.hevy.end), o.book.o.Zone); ok && end.at.After(m.at) {
		o.now.Minutes = end.at.Sub(m.at).Minutes()
	}
}

func (o *ownReader) add(l lifted, r *row) {
	s := &o.now
	if noSet := l.exercise == string(training.Lift); s.Kind != training.Lift || noSet {
		s.Km += l.km
		if l.seconds > 0 {
			s.Minutes = l.seconds / 60
		}
		if s.Kind == training.Other && !strings.EqualFold(l.exercise, string(training.Other)) {
			s.Activity = strings.Clone(l.exercise)
		}
		return
	}
	e := o.book.exercise(l.exercise)
	set := training.Set{Exercise: e.Name, Kg: l.kg, Bodyweight: e.Bodyweight || l.kg == 0 && !e.Carried, Reps: l.reps, RPE: l.rpe,
		Seconds: l.seconds, Metres: roundMetres(l.km), Warmup: l.warmup, Failed: l.failure, Superset: l.superset, EachSide: strings.EqualFold(r.text(o.hevy.notes), eachSide)}
	s.Sets = append(s.Sets, set)
}

func (o *ownReader) finish() {
	if o.now.ID == "" {
		return
	}
	s := o.now
	o.now = training.Session{}
	s.Intensity = training.Classify(s)
	if err := believable(s); err != nil {
		o.book.skip(o.book.rows, err.Error())
		return
	}
	o.book.restore(s)
}
