package transfer

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/tkrajina/gpxgo/gpx"

	"tandem/coach/training"
)

// GPX is a track: each becomes a session with its time and distance, and the
// positions are forgotten. A heart rate stands in Garmin's extension.

func isGPX(c content) bool { return c.root == "gpx" }

func readGPX(c content, b *book) (err error) {
	defer func() { // the library reads what strangers send
		if p := recover(); p != nil {
			err = fmt.Errorf("%w (%v)", ErrBroken, p)
		}
	}()
	d := xml.NewDecoder(bytes.NewReader(c.data))
	d.CharsetReader = asUTF8
	doc, err := gpx.ParseDecoder(d, c.data[:min(len(c.data), 1000)])
	if err != nil {
		return errRefused(err)
	}
	for i := range doc.Tracks {
		b.rows++
		b.track(&doc.Tracks[i], i+1)
	}
	if len(doc.Tracks) == 0 {
		return fmt.Errorf("this GPX file holds no track: %w", ErrUnknown)
	}
	return nil
}

func (b *book) track(t *gpx.GPXTrack, n int) {
	bounds := t.TimeBounds()
	if bounds.StartTime.Year() < 1950 || !bounds.EndTime.After(bounds.StartTime) {
		b.skip(n, "a track without times is a route, not a workout")
		return
	}
	s := training.Session{Start: bounds.StartTime, Minutes: roundMinutes(bounds.EndTime.Sub(bounds.StartTime).Minutes()),
		Km: math.Round(t.Length2D()) / 1000, HR: averagePulse(t), Note: note(t.Name, t.Description)}
	s.Kind, s.Activity = sportOf(firstOf(t.Type, t.Name))
	if t.Type == "" || s.Kind == training.Other && isCode(t.Type) {
		s.Kind, s.Activity = byPace(s, b)
	}
	b.add(s, bounds.StartTime.UTC().Format(time.RFC3339))
}

// isCode reports whether a type is a number, as some writers put.
func isCode(s string) bool { _, err := strconv.Atoi(s); return err == nil }

// byPace settles the sport of a track that does not say it: the name, or how
// fast it went. Nobody runs 20 km in an hour for long, nor walks 7.
func byPace(s training.Session, b *book) (training.Kind, string) {
	if s.Kind != training.Other {
		return s.Kind, s.Activity
	}
	const slowestRun, fastestRun = 7, 20
	kind, speed := training.Run, s.Km/(s.Minutes/60)
	switch {
	case speed < slowestRun:
		kind = training.Walk
	case speed > fastestRun:
		kind = training.Ride
	}
	b.assume("A track without a sport is taken by its speed for a " + string(kind) + ".")
	return kind, ""
}

// averagePulse is the mean of the points that have a heart rate; 0 = none.
func averagePulse(t *gpx.GPXTrack) int {
	sum, n := 0.0, 0
	for i := range t.Segments {
		for j := range t.Segments[i].Points {
			if v := pulseOf(t.Segments[i].Points[j].Extensions.Nodes, 3); v > 0 {
				sum, n = sum+v, n+1
			}
		}
	}
	if n == 0 {
		return 0
	}
	return int(math.Round(sum / float64(n)))
}

// pulseOf looks for an element hr, so many levels deep.
func pulseOf(nodes []gpx.ExtensionNode, depth int) float64 {
	for _, n := range nodes {
		if n.XMLName.Local == "hr" || n.XMLName.Local == "heartrate" {
			if v, err := strconv.ParseFloat(n.Data, 64); err == nil && v > 20 && v < 260 {
				return v
			}
		}
		if depth > 0 {
			if v := pulseOf(n.Nodes, depth-1); v > 0 {
				return v
			}
		}
	}
	return 0
}
