package chart

import (
	"tandem/coach/load"
	"tandem/coach/recovery"
	"tandem/coach/training"
)

// LoadHistory collects what the load picture shows of the dates from from to
// to. sessions and checkIns may reach further back, and should: fitness and
// fatigue are followed from the first session given, on whose day they start
// at zero.
func LoadHistory(sessions []training.Session, checkIns []recovery.CheckIn, from, to training.Date) LoadData {
	first := to
	byKind := map[training.Kind][]training.Session{}
	for _, s := range sessions {
		kind := s.Kind
		if kind != training.Lift && kind != training.Run {
			kind = training.Other
		}
		byKind[kind] = append(byKind[kind], s)
		if day := s.Day(); day.Before(first) {
			first = day
		}
	}
	lift := load.Daily(byKind[training.Lift], from, to)
	run := load.Daily(byKind[training.Run], from, to)
	other := load.Daily(byKind[training.Other], from, to)
	var data LoadData
	for i := range lift {
		data.Days = append(data.Days, Day{Date: from.Add(i), Lift: lift[i], Run: run[i], Other: other[i]})
	}
	for _, c := range checkIns {
		if i := c.Date.Sub(from); i >= 0 && i < len(data.Days) {
			data.Days[i].CheckIn, _ = c.Total()
		}
	}
	if len(sessions) == 0 {
		return data
	}
	data.DaysOfData = to.Sub(first) + 1
	curve := load.Curve(load.Daily(sessions, first, to), load.Balance{})
	before := max(first.Sub(from), 0) // days shown before the first session
	shown := min(len(curve), len(data.Days)-before)
	data.Balance = append(make([]load.Balance, before), curve[len(curve)-shown:]...)
	return data
}

// LiftHistory collects the best estimate of each session that did the
// exercise, in the order of the sessions.
func LiftHistory(exercise string, units training.Units, sessions []training.Session) LiftData {
	data := LiftData{Exercise: exercise, Units: units}
	for _, s := range sessions {
		if best, ok := load.Best(s.Sets, exercise); ok {
			data.Points = append(data.Points, LiftPoint{Date: s.Day(), Kg: best.Kg, Low: best.Low})
		}
	}
	return data
}
