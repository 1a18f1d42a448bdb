package load

import "math"

// riegelExponent is how much slower a longer race is run. Riegel 1981,
// American Scientist 69:285.
const riegelExponent = 1.06

// Races that the two formulas hold for, in minutes.
const (
	shortestRace  = 3.5
	longestVDOT   = 240
	longestRiegel = 230
)

// VDOT rates an all-out race of km in minutes as the oxygen uptake, in ml/kg/min,
// of an average runner with that time (Daniels and Gilbert 1979). False for
// races outside 3.5 to 240 minutes. Training runs must not be put in: they are
// not all-out.
func VDOT(km, minutes float64) (float64, bool) {
	if km <= 0 || minutes < shortestRace || minutes > longestVDOT {
		return 0, false
	}
	v := km * 1000 / minutes
	uptake := -4.60 + 0.182258*v + 0.000104*v*v
	share := 0.8 + 0.1894393*math.Exp(-0.012778*minutes) + 0.2989558*math.Exp(-0.1932605*minutes)
	return uptake / share, true
}

// Riegel predicts the minutes over targetKm from an all-out race of km in
// minutes: T·(D2/D1)^1.06. False for a race outside 3.5 to 230 minutes. It is
// at its best within double or half the distance.
func Riegel(km, minutes, targetKm float64) (float64, bool) {
	if km <= 0 || targetKm <= 0 || minutes < shortestRace || minutes > longestRiegel {
		return 0, false
	}
	return minutes * math.Pow(targetKm/km, riegelExponent), true
}
