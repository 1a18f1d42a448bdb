package transfer

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// table is delimited text with a header. Columns are found by name, whatever
// the case; a unit in brackets behind a name is set apart.
type table struct {
	data      []byte
	delimiter rune
	header    []string // lower case, without the unit
	units     []string // "kg" of "Weight (kg)"; "" = none said
	numbers   locale
}

// openTable reads the header; nil when the first line is none.
func openTable(data []byte) *table {
	first, _, _ := bytes.Cut(data, []byte("\n"))
	if len(first) > 16<<10 {
		return nil
	}
	t := &table{data: data, delimiter: delimiterOf(first)}
	if t.delimiter == ';' {
		t.numbers = eitherDecimal
	}
	record, err := t.reader().Read()
	if err != nil || len(record) < 3 {
		return nil
	}
	for _, name := range record {
		base, unit := headerName(name)
		t.header, t.units = append(t.header, base), append(t.units, unit)
	}
	return t
}

// delimiterOf is the candidate that stands most often outside quotes.
func delimiterOf(line []byte) rune {
	count := map[rune]int{}
	quoted := false
	for _, c := range string(line) {
		if c == '"' {
			quoted = !quoted
		}
		if !quoted {
			count[c]++
		}
	}
	best := ','
	for _, c := range ";\t" {
		if count[c] > count[best] {
			best = c
		}
	}
	return best
}

// headerName parts "Weight (kg)" into "weight" and "kg".
func headerName(s string) (base, unit string) {
	s = strings.ToLower(strings.Join(strings.Fields(strings.Trim(s, "\ufeff\" ")), " "))
	if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		return strings.TrimSpace(s[:open]), s[open+1 : len(s)-1]
	}
	return s, ""
}

func (t *table) reader() *csv.Reader {
	r := csv.NewReader(bytes.NewReader(t.data))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = t.delimiter, true, -1, true
	return r
}

// column returns the first column with one of the names, -1 if there is none.
func (t *table) column(names ...string) int {
	return slices.IndexFunc(t.header, func(h string) bool { return slices.Contains(names, h) })
}

// lastColumn is column from the right, where a header has a name twice.
func (t *table) lastColumn(names ...string) int {
	for i, h := range slices.Backward(t.header) {
		if slices.Contains(names, h) {
			return i
		}
	}
	return -1
}

// has reports whether each name is a column.
func (t *table) has(names ...string) bool {
	return !slices.ContainsFunc(names, func(n string) bool { return t.column(n) < 0 })
}

// unit is what stands in brackets behind the column's name.
func (t *table) unit(col int) string {
	if col < 0 {
		return ""
	}
	return t.units[col]
}

// maxCell is where a cell is no longer a note but the rest of a file behind a
// quotation mark that was never closed.
const maxCell = 64 << 10

// each calls fn for every row. What fn leaves in row.err skips the row.
func (t *table) each(b *book, fn func(*row)) error {
	csvr := t.reader()
	if _, err := csvr.Read(); err != nil {
		return ErrEmpty
	}
	r := new(row)
	for {
		cells, err := csvr.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			b.skip(bad.StartLine, "not a row of this table: "+bad.Err.Error())
			continue
		}
		if err != nil {
			return errRefused(err)
		}
		if len(cells) == 1 && strings.TrimSpace(cells[0]) == "" {
			continue
		}
		if b.rows++; b.rows > MaxRows {
			return ErrTooMany
		}
		line, _ := csvr.FieldPos(0)
		*r = row{table: t, cells: cells}
		if slices.ContainsFunc(cells, func(c string) bool { return len(c) > maxCell }) {
			b.skip(line, "a quotation mark is opened here and never closed")
			continue
		}
		if fn(r); r.err != nil {
			b.skip(line, r.err.Error())
		}
	}
}

// row is one line of a table. The first cell that cannot be read is kept in err.
type row struct {
	table *table
	cells []string
	err   error
}

func (r *row) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

// text is a cell without spaces around it; "" when it is missing or stands for
// nothing.
func (r *row) text(col int) string {
	if col < 0 || col >= len(r.cells) {
		return ""
	}
	switch s := strings.TrimSpace(r.cells[col]); s {
	case "--", "-", "n/a", "N/A", "null", "NaN":
		return ""
	default:
		return s
	}
}

// number is a cell as a number, 0 when it is empty.
func (r *row) number(col int) float64 {
	s := r.text(col)
	if s == "" {
		return 0
	}
	v, ok := number(s, r.table.numbers)
	if !ok || math.Abs(v) > mostOfAnything {
		r.fail("%q is no number I can use (%s)", clip(s), r.table.header[col])
		return 0
	}
	return v
}

// mostOfAnything is past every weight, distance in metres and time in seconds.
const mostOfAnything = 1e6

// amount is a number that cannot be negative.
func (r *row) amount(col int) float64 {
	v := r.number(col)
	if v < 0 {
		r.fail("%s cannot be %q", r.table.header[col], clip(r.text(col)))
		return 0
	}
	return v
}

// mostReps is past every count of reps in a set.
const mostReps = 10_000

// whole is an amount without a fraction.
func (r *row) whole(col int) int {
	v := r.amount(col)
	if v != math.Trunc(v) || v > mostReps {
		r.fail("%s cannot be %q", r.table.header[col], clip(r.text(col)))
		return 0
	}
	return int(v)
}

// clip shortens somebody's words for a message.
func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
