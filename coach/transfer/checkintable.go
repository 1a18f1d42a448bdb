package transfer

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"time"

	"tandem/coach/recovery"
)

var checkInHeader = []string{"date", "fatigue", "sleep", "soreness", "stress", "mood", "sleep_hours", "pain", "no_pain", "note", "answered_at"}

// WriteCheckIns returns the answers as a table, one row a day; what was not
// answered is empty. Cells that a spreadsheet would run are defused.
func WriteCheckIns(checkIns []recovery.CheckIn) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(checkInHeader)
	for _, c := range checkIns {
		cells := []string{c.Date.String()}
		for _, v := range []int{c.Fatigue, c.Sleep, c.Soreness, c.Stress, c.Mood} {
			cells = append(cells, told(float64(v)))
		}
		noPain, at := "", ""
		if c.NoPain {
			noPain = "true"
		}
		if !c.At.IsZero() {
			at = c.At.UTC().Format(time.RFC3339Nano)
		}
		_ = w.Write(append(cells, told(c.SleepHours), defuse(c.Pain), noPain, defuse(c.Note), at))
	}
	if w.Flush(); w.Error() != nil {
		return nil, fmt.Errorf("write check-ins: %w", w.Error())
	}
	return out.Bytes(), nil
}

func told(v float64) string {
	if v == 0 {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func isCheckIns(c content) bool {
	return c.table != nil && c.table.has("date", "fatigue", "soreness", "stress", "mood", "sleep_hours")
}

func readCheckIns(c content, b *book) error {
	t := c.table
	col := map[string]int{}
	for _, name := range checkInHeader {
		col[name] = t.column(name)
	}
	return t.each(b, func(r *row) {
		words := func(name string) string {
			if i := col[name]; i >= 0 && i < len(r.cells) {
				return undefuse(r.cells[i])
			}
			return ""
		}
		f := checkIn{Date: r.text(col["date"]), Fatigue: r.whole(col["fatigue"]), Sleep: r.whole(col["sleep"]), Soreness: r.whole(col["soreness"]),
			Stress: r.whole(col["stress"]), Mood: r.whole(col["mood"]), SleepHours: r.amount(col["sleep_hours"]),
			Pain: words("pain"), NoPain: isYes(r.text(col["no_pain"])), Note: words("note")}
		f.At, _ = time.Parse(time.RFC3339, r.text(col["answered_at"]))
		kept, err := f.checkIn()
		if err != nil {
			r.fail("%w", err)
		}
		if r.err == nil {
			b.file.CheckIns = append(b.file.CheckIns, kept)
		}
	})
}
