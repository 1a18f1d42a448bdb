package training

import "strings"

// Examples are entries that show what can be typed; each of them parses.
func Examples() []string {
	return []string{
		"lift squat 5x5 100kg @8; bench 3x8 60kg",
		"bench 3x8 85,85,80kg, 60min, rpe 7",
		"squat 60x5 w, 100x5x5 rir 2",
		"pull ups bw+20 5,5,4 yesterday 18:30",
		"run 8km 45:00 rpe 6 easy",
		"run 6x400m 1:30 r90s rpe 9 at 7:15am",
		"leg day 60min rpe 7 then run 20min easy",
		"cycle 40min z2 hr 125 note legs felt heavy",
	}
}

// Help says how an entry is typed, with examples.
func Help() string {
	return "Type what you did, in the order you did it:\n• " + strings.Join(Examples(), "\n• ") +
		"\n\nDuration, start (at 18:00, yesterday 18:30, 2h ago), RPE and heart rate can stand anywhere; without a start it ended now. " +
		"@8 behind sets is their RPE; an RPE before the exercises, beside the duration or alone after \";\" is the session's. " +
		"Words after \"note\" are kept as they are."
}
