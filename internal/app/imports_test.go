package app_test

import (
	"os/exec"
	"strings"
	"testing"
)

// may says which rooms of the program a room may know, directly or through
// others. A room that is not here may know none.
var may = map[string][]string{
	"bot":              {"bot/zone", "coach"},
	"bot/bottest":      {"bot", "bot/zone", "coach"},
	"adapters/console": {"bot", "bot/zone", "coach"},
	"adapters/slack":   {"bot", "bot/zone", "coach"},
	"adapters/discord": {"bot", "bot/zone", "coach"},
	"coach":            {"coach"},
	"coach/advice":     {"coach/training", "coach/load", "coach/recovery"},
	"coach/chart":      {"coach/training", "coach/load", "coach/recovery"},
	"coach/knowledge":  {"coach/knowledge"},
	"coach/load":       {"coach/training"},
	"coach/recovery":   {"coach/training"},
	"coach/transfer":   {"coach/training", "coach/recovery"},
	"scheduler":        {"scheduler/clock", "coach"},
	"scheduler/river":  {"scheduler", "coach"},
	"store":            {"coach", "bot", "scheduler"},
	"store/killtest":   {"store", "coach", "bot", "scheduler"},
	"store/storetest":  {"store", "coach", "bot", "scheduler"},
	"store/sqlite":     {"store", "coach", "bot", "scheduler"},
	"store/postgres":   {"store", "coach", "bot", "scheduler"},
}

// TestRoomsKnowOnlyWhomTheyMay walks the imports of every package.
func TestRoomsKnowOnlyWhomTheyMay(t *testing.T) {
	out, err := exec.Command("go", "list", "-e", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "tandem/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		room := strings.TrimPrefix(fields[0], "tandem/")
		if strings.HasPrefix(room, "internal/") || room == "tandem" {
			continue
		}
		for _, imported := range fields[1:] {
			other, ours := strings.CutPrefix(imported, "tandem/")
			if ours && !allowed(room, other) {
				t.Errorf("%s imports %s", room, other)
			}
		}
	}
}

func allowed(room, other string) bool {
	for at := room; at != "."; at = parent(at) {
		if other == at || strings.HasPrefix(other, at+"/") && strings.Contains(at, "/") {
			return true // a room knows its own sub-rooms
		}
		for _, m := range may[at] {
			if other == m || strings.HasPrefix(other, m+"/") {
				return true
			}
		}
		if len(may[at]) > 0 {
			return false
		}
	}
	return false
}

func parent(room string) string {
	i := strings.LastIndexByte(room, '/')
	if i < 0 {
		return "."
	}
	return room[:i]
}

// TestNoRoomReadsTheClock: bot, coach and scheduler are told the time.
func TestNoRoomReadsTheClock(t *testing.T) {
	for _, room := range []string{"bot", "coach", "scheduler"} {
		out, _ := exec.Command("grep", "-rnE", `time\.(Now|Since|Until)\(`, "--include=*.go", "--exclude=*_test.go", "../../"+room).Output()
		for line := range strings.Lines(string(out)) {
			if !strings.Contains(line, "/fit/") && !strings.Contains(line, "/measure/") { // programs that measure, no part of the coach
				t.Errorf("reads the clock: %s", strings.TrimSpace(line))
			}
		}
	}
}
