package load

// HeartClass is how hard endurance work is by heart rate.
type HeartClass string

// The classes of the American College of Sports Medicine (Garber 2011), with
// their lower ends in percent of heart-rate reserve / of the maximum.
const (
	VeryLight HeartClass = "very light" // below
	Light     HeartClass = "light"      // 30 / 57
	ModerateH HeartClass = "moderate"   // 40 / 64
	Vigorous  HeartClass = "vigorous"   // 60 / 77
	NearMax   HeartClass = "near max"   // 90 / 96
)

// MaxHeartRate estimates the maximum in beats a minute for an age in years:
// 208 − 0.7·age (Tanaka 2001). People differ by 10 and more either way; show it
// as a range and prefer a measured one. It does not hold under beta blockers.
func MaxHeartRate(age float64) float64 { return 208 - 0.7*age }

// Karvonen is the heart rate at a share (0 to 1) of the reserve between rest
// and maximum, in beats a minute.
func Karvonen(rest, maximum, share float64) float64 { return rest + share*(maximum-rest) }

// ClassByReserve classifies a heart rate by its share of the reserve; false
// unless 0 < rest < maximum and the rate lies within.
func ClassByReserve(rate, rest, maximum float64) (HeartClass, bool) {
	if rest <= 0 || maximum <= rest || rate < rest || rate > maximum {
		return "", false
	}
	return classOf((rate-rest)/(maximum-rest)*100, [4]float64{30, 40, 60, 90}), true
}

// ClassByMax classifies a heart rate by its share of the maximum; false unless
// 0 < rate <= maximum.
func ClassByMax(rate, maximum float64) (HeartClass, bool) {
	if rate <= 0 || rate > maximum {
		return "", false
	}
	return classOf(rate/maximum*100, [4]float64{57, 64, 77, 96}), true
}

func classOf(percent float64, from [4]float64) HeartClass {
	classes := [5]HeartClass{VeryLight, Light, ModerateH, Vigorous, NearMax}
	i := 0
	for i < len(from) && percent >= from[i]-1e-9 {
		i++
	}
	return classes[i]
}
