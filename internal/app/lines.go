package app

import (
	"math"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/advice"
	"tandem/coach/training"
)

// saidLine is the JSON form of what a simulated person gets; scripts depend on it.
type saidLine struct {
	At       string        `json:"at"`
	To       string        `json:"to"`
	In       string        `json:"in"`
	Kind     bot.Kind      `json:"kind"`
	Private  bool          `json:"private"`
	Text     string        `json:"text"`
	Findings []findingLine `json:"findings,omitempty"`
	Buttons  []string      `json:"buttons,omitempty"`
	Session  *sessionLine  `json:"session,omitempty"`
	Sessions []sessionLine `json:"sessions,omitempty"`
}

// findingLine is a finding in JSON: its lists are there even when they are empty.
type findingLine struct {
	Level    advice.Level `json:"level"`
	Rule     string       `json:"rule"`
	Seed     []string     `json:"seed"`
	Evidence []string     `json:"evidence"`
	Text     string       `json:"text"`
}

func findingsJSON(findings []advice.Finding) []findingLine {
	var out []findingLine
	for _, f := range findings {
		out = append(out, findingLine{f.Level, f.Rule, append([]string{}, f.Seed...), append([]string{}, f.Evidence...), f.Text})
	}
	return out
}

// sessionLine is the stored form of a session in JSON: absent facts are absent.
type sessionLine struct {
	ID        string             `json:"id"`
	Kind      training.Kind      `json:"kind"`
	Start     string             `json:"start"`
	Minutes   float64            `json:"minutes,omitempty"`
	Estimated bool               `json:"estimated,omitempty"`
	RPE       *training.RPE      `json:"rpe,omitempty"`
	Km        float64            `json:"km,omitempty"`
	HR        int                `json:"hr,omitempty"`
	Intensity training.Intensity `json:"intensity,omitempty"`
	Load      float64            `json:"load,omitempty"`
	Note      string             `json:"note,omitempty"`
	Sets      []setLine          `json:"sets,omitempty"`
}

type setLine struct {
	Exercise   string        `json:"exercise"`
	Kg         float64       `json:"kg,omitempty"`
	Bodyweight bool          `json:"bodyweight,omitempty"`
	Reps       int           `json:"reps"`
	Percent    float64       `json:"percent,omitempty"`
	Seconds    float64       `json:"seconds,omitempty"`
	Metres     float64       `json:"metres,omitempty"`
	EachSide   bool          `json:"each_side,omitempty"`
	RPE        *training.RPE `json:"rpe,omitempty"`
	Warmup     bool          `json:"warmup,omitempty"`
	Failed     bool          `json:"failed,omitempty"`
}

func sessionJSON(s training.Session) sessionLine {
	l := sessionLine{ID: s.ID, Kind: s.Kind, Start: s.Local().Format(time.RFC3339), Minutes: round(s.Minutes, 2), Estimated: s.Estimated,
		RPE: s.RPE, Km: round(s.Km, 3), HR: s.HR, Intensity: s.Intensity, Note: s.Note, Load: round(coach.LoadOf(s), 1)}
	for _, set := range s.Sets {
		l.Sets = append(l.Sets, setLine{Exercise: set.Exercise, Kg: round(set.Kg, 2), Bodyweight: set.Bodyweight, Reps: set.Reps,
			Percent: set.Percent, Seconds: set.Seconds, Metres: set.Metres, EachSide: set.EachSide, RPE: set.RPE, Warmup: set.Warmup, Failed: set.Failed})
	}
	return l
}

func round(x float64, digits int) float64 {
	p := math.Pow10(digits)
	return math.Round(x*p) / p
}
