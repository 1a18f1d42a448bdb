package transfer

import "tandem/coach/training"

// Unsaid is what a file does not say the unit of, and the units its numbers
// were read in instead.
type Unsaid struct {
	Mass     bool           `json:"mass,omitempty"`
	Distance bool           `json:"distance,omitempty"`
	Read     training.Units `json:"read,omitempty"`
}

// Any reports whether something was read in units that the file does not say.
func (u Unsaid) Any() bool { return u.Mass || u.Distance }

// Others names the units that the numbers may be in instead: "lb and miles".
func (u Unsaid) Others() string {
	mass, distance := "lb", "miles"
	if u.Read == training.Imperial {
		mass, distance = "kg", "km"
	}
	switch {
	case u.Mass && u.Distance:
		return mass + " and " + distance
	case u.Mass:
		return mass
	}
	return distance
}

// reread turns a session into what it is when the file's numbers are in the
// other units. Swims are left: apps tell them in metres or yards.
func (u Unsaid) reread(s *training.Session) {
	mass, distance := kgPerPound, kmPerMile
	if u.Read == training.Imperial {
		mass, distance = 1/kgPerPound, 1/kmPerMile
	}
	if !u.Mass {
		mass = 1
	}
	if !u.Distance || s.Kind == training.Swim {
		distance = 1
	}
	s.Km *= distance
	for i := range s.Sets {
		s.Sets[i].Kg *= mass
		s.Sets[i].Metres = roundMetres(s.Sets[i].Metres / 1000 * distance)
	}
}
