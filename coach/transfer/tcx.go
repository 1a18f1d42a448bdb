package transfer

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"tandem/coach/training"
)

// TCX is activities of laps. Laps sum up; the points between are passed over,
// so positions never enter. Times are UTC.

func isTCX(c content) bool { return c.root == "TrainingCenterDatabase" }

type tcxActivity struct {
	Sport string `xml:"Sport,attr"`
	ID    string `xml:"Id"`
	Notes string `xml:"Notes"`
	Laps  []struct {
		Start   string  `xml:"StartTime,attr"`
		Seconds float64 `xml:"TotalTimeSeconds"`
		Metres  float64 `xml:"DistanceMeters"`
		Pulse   float64 `xml:"AverageHeartRateBpm>Value"`
	} `xml:"Lap"`
}

func readTCX(c content, b *book) error {
	d := xml.NewDecoder(bytes.NewReader(c.data))
	d.CharsetReader = asUTF8
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return errRefused(err)
		}
		e, ok := t.(xml.StartElement)
		if !ok || e.Name.Local != "Activity" {
			continue
		}
		var a tcxActivity
		if err := d.DecodeElement(&a, &e); err != nil {
			return errRefused(err)
		}
		line, _ := d.InputPos()
		b.rows++
		b.activity(&a, line)
	}
	if b.rows == 0 {
		return fmt.Errorf("this TCX file holds no activity: %w", ErrUnknown)
	}
	return nil
}

func (b *book) activity(a *tcxActivity, line int) {
	begun := strings.TrimSpace(a.ID)
	if len(a.Laps) > 0 && a.Laps[0].Start != "" {
		begun = a.Laps[0].Start
	}
	m, ok := b.when(begun, time.UTC)
	if !ok {
		b.skip(line, "an activity without a start")
		return
	}
	s := training.Session{Start: m.at, Note: note(a.Notes)}
	s.Kind, s.Activity = sportOf(a.Sport)
	seconds, metres, beats, timed := 0.0, 0.0, 0.0, 0.0
	for _, lap := range a.Laps {
		if !(lap.Seconds >= 0 && lap.Seconds < 1e6 && lap.Metres >= 0 && lap.Metres < 1e7) {
			b.skip(line, "a lap whose time or distance cannot be")
			return
		}
		seconds, metres = seconds+lap.Seconds, metres+lap.Metres
		if lap.Pulse > 0 && lap.Pulse < 260 {
			beats, timed = beats+lap.Pulse*lap.Seconds, timed+lap.Seconds
		}
	}
	s.Minutes, s.Km = roundMinutes(seconds/60), math.Round(metres)/1000
	if timed > 0 {
		s.HR = b.pulse(beats / timed)
	}
	if s.Kind == training.Other && s.Activity == "other" {
		s.Activity = ""
	}
	b.add(s, m.wall)
}
