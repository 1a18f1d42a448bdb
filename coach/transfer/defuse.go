package transfer

import "strings"

// runs are the first characters that make a spreadsheet run a cell.
const runs = "=+-@\t\r\n"

// defuse puts an apostrophe before words that a spreadsheet would run.
func defuse(s string) string {
	if inner := strings.TrimLeft(s, "'"); inner != "" && strings.IndexByte(runs, inner[0]) >= 0 {
		return "'" + s
	}
	return s
}

// undefuse takes the apostrophe of defuse away again.
func undefuse(s string) string {
	if inner := strings.TrimLeft(s, "'"); len(inner) < len(s) && inner != "" && strings.IndexByte(runs, inner[0]) >= 0 {
		return s[1:]
	}
	return s
}
