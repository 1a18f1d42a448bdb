package chart

import (
	"math"
	"time"

	"tandem/coach/load"
	"tandem/coach/training"
)

var start = training.Date{Year: 2027, Month: time.March, Day: 1} // a Monday

// weeks is a plausible block: three lifts, three runs, a ride and a rest day.
func weeks(days int) LoadData {
	var data LoadData
	var totals []float64
	for i := range days {
		d := Day{Date: start.Add(i)}
		growth := 1 + 0.1*float64(i/7)
		switch i % 7 {
		case 0, 4:
			d.Lift = math.Round(360 * growth)
		case 1:
			d.Run = math.Round(180 * growth)
		case 2:
			d.Lift, d.Run = math.Round(300*growth), math.Round(90*growth)
		case 3:
			d.Other = 120
		case 5:
			d.Run = math.Round(420 * growth)
		}
		if i%9 != 4 {
			d.CheckIn = 18 + i*7%5 - 2*(i/7%2)
		}
		data.Days = append(data.Days, d)
		totals = append(totals, d.total())
	}
	data.Balance = load.Curve(totals, load.Balance{})
	data.DaysOfData = days
	return data
}

// bench is a lift that goes up and down over some weeks.
func bench(n int) LiftData {
	data := LiftData{Exercise: "Bench Press", Units: training.Metric}
	for i := range n {
		data.Points = append(data.Points, LiftPoint{Date: start.Add(i * 4), Kg: 92 + 6*math.Sin(float64(i)/3) + 0.4*float64(i), Low: i%6 == 4})
	}
	return data
}
