package training

// Goal is what an athlete trains for; it decides the order and the gap that
// the coach advises.
type Goal string

// The goals an athlete can choose.
const (
	Strength    Goal = "strength"
	Hypertrophy Goal = "hypertrophy"
	Power       Goal = "power"
	Endurance   Goal = "endurance"
	Event       Goal = "event" // a race, usually with a date
	FatLoss     Goal = "fat_loss"
	General     Goal = "general"
)

// Goals lists the goals in the order they are offered.
func Goals() []Goal {
	return []Goal{Strength, Hypertrophy, Power, Endurance, Event, FatLoss, General}
}

// LiftsFirst reports whether lifting is the priority.
func (g Goal) LiftsFirst() bool { return g == Strength || g == Hypertrophy || g == Power }

// RunsFirst reports whether the key run is the priority.
func (g Goal) RunsFirst() bool { return g == Endurance || g == Event }

// Experience is how long an athlete has trained.
type Experience string

// The experience levels: beginner is under about six months.
const (
	Beginner     Experience = "beginner"
	Intermediate Experience = "intermediate"
	Advanced     Experience = "advanced"
)

// Units are the units an athlete reads and types by default.
type Units string

// The unit systems: kg and km, or lb and mi.
const (
	Metric   Units = "metric"
	Imperial Units = "imperial"
)
