package bot

import (
	"strings"
	"time"

	"tandem/coach/training"
)

// How the coach names an instant.
const (
	dayAndTime     = "Mon 2 Jan, 15:04"
	longDayAndTime = "Monday 2 January, 15:04"
	timeAlone      = "15:04"
)

// named is an instant in words, on the athlete's clock. The reply that holds
// the words will also hold the instant.
func (t *talk) named(at time.Time, layout string) string {
	at = at.In(t.a.Location())
	i := training.Instant{At: at, Words: at.Format(layout)}
	t.instants = append(t.instants, i)
	return i.Words
}

// withInstants gives each reply the instants that its text names.
func (t *talk) withInstants(replies []Reply) []Reply {
	for n := range replies {
		for _, i := range t.instants {
			if strings.Contains(replies[n].Text, i.Words) {
				replies[n].Instants = append(replies[n].Instants, i)
			}
		}
	}
	return replies
}
