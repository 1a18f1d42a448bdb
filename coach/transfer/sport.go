package transfer

import (
	"strings"
	"unicode"

	"tandem/coach/training"
)

// sports maps a word of an activity's name to its kind. The first word of the
// list that the name holds decides, so the special stands before the general.
var sports = []struct {
	word string
	kind training.Kind
}{
	{"strength", training.Lift}, {"weight", training.Lift}, {"powerlifting", training.Lift}, {"bodybuilding", training.Lift},
	{"krafttraining", training.Lift}, {"fuerza", training.Lift}, {"musculation", training.Lift}, {"gewichtheben", training.Lift}, {"pesas", training.Lift},
	{"treadmill", training.Run}, {"run", training.Run}, {"running", training.Run}, {"jog", training.Run}, {"jogging", training.Run},
	{"lauf", training.Run}, {"laufen", training.Run}, {"laufband", training.Run}, {"traillauf", training.Run}, {"carrera", training.Run}, {"correr", training.Run}, {"course", training.Run},
	{"ride", training.Ride}, {"cycling", training.Ride}, {"biking", training.Ride}, {"bike", training.Ride}, {"bicycle", training.Ride},
	{"spinning", training.Ride}, {"radfahrt", training.Ride}, {"radfahren", training.Ride}, {"ciclismo", training.Ride}, {"vélo", training.Ride}, {"velo", training.Ride},
	{"rowing", training.Row}, {"rower", training.Row}, {"row", training.Row}, {"rudern", training.Row}, {"remo", training.Row}, {"aviron", training.Row},
	{"swim", training.Swim}, {"swimming", training.Swim}, {"schwimmen", training.Swim}, {"natación", training.Swim}, {"natation", training.Swim}, {"lap_swimming", training.Swim},
	{"walk", training.Walk}, {"walking", training.Walk}, {"hike", training.Walk}, {"hiking", training.Walk}, {"spaziergang", training.Walk},
	{"wanderung", training.Walk}, {"wandern", training.Walk}, {"gehen", training.Walk}, {"caminata", training.Walk}, {"senderismo", training.Walk}, {"marche", training.Walk}, {"randonnée", training.Walk},
}

// endings are what compounds end with: WeightTraining, VirtualRide, Bahnschwimmen.
var endings = []struct {
	word string
	kind training.Kind
}{
	{"weighttraining", training.Lift}, {"run", training.Run}, {"laufen", training.Run}, {"lauf", training.Run},
	{"ride", training.Ride}, {"radfahren", training.Ride}, {"schwimmen", training.Swim},
}

// sportOf returns the kind of an app's activity type, and for what is none of
// the kinds its name.
func sportOf(name string) (training.Kind, string) {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '_' || r == '-' || r == '/' })
	for _, s := range sports {
		for _, w := range words {
			if w == s.word {
				return s.kind, ""
			}
		}
	}
	joined := strings.Join(words, " ")
	for _, s := range endings {
		if strings.HasSuffix(joined, s.word) {
			return s.kind, ""
		}
	}
	return training.Other, clip(joined)
}

// machines are the names under which lifting apps keep endurance work. Only
// whole names count: a Bent Over Row is a lift.
var machines = map[string]training.Kind{
	"running": training.Run, "run": training.Run, "jogging": training.Run, "treadmill": training.Run, "trail running": training.Run,
	"treadmill running": training.Run, "running (treadmill)": training.Run, "sprints": training.Run, "laufen": training.Run, "laufband": training.Run,
	"cycling": training.Ride, "cycling (indoor)": training.Ride, "indoor cycling": training.Ride, "spinning": training.Ride, "bike": training.Ride,
	"stationary bike": training.Ride, "stationary bicycle": training.Ride, "air bike": training.Ride, "assault bike": training.Ride, "recumbent bike": training.Ride, "riding": training.Ride, "radfahren": training.Ride,
	"rowing": training.Row, "rowing machine": training.Row, "rowing (machine)": training.Row, "rower": training.Row, "indoor rowing": training.Row, "rudern": training.Row,
	"swimming": training.Swim, "schwimmen": training.Swim,
	"walking": training.Walk, "walk": training.Walk, "hiking": training.Walk, "treadmill walking": training.Walk, "walking (treadmill)": training.Walk, "gehen": training.Walk,
	"elliptical": training.Other, "elliptical trainer": training.Other, "elliptical machine": training.Other, "stair machine": training.Other,
	"stair machine (steps)": training.Other, "stair machine (floors)": training.Other, "stair stepper": training.Other, "stairmaster": training.Other, "climbing stairs": training.Other,
	"aerobics": training.Other, "yoga": training.Other, "stretching": training.Other, "pilates": training.Other, "hiit": training.Other, "boxing": training.Other,
	"skiing": training.Other, "ski erg": training.Other, "cardio": training.Other, "warm up": training.Other,
}

// machineOf returns the kind of an exercise that is endurance work.
func machineOf(exercise string) (training.Kind, bool) {
	k, ok := machines[strings.ToLower(strings.TrimSpace(exercise))]
	return k, ok
}

// regionOf is the part of the body that a title names, as "Leg day"; "" = none.
// It is asked where a lift has no sets that would tell.
func regionOf(title string) training.Region {
	for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "leg", "legs", "lower", "squat", "squats", "deadlift", "deadlifts", "beine", "piernas", "jambes":
			return training.Legs
		case "upper", "push", "pull", "chest", "arms", "oberkörper":
			return training.Upper
		case "full", "fullbody", "ganzkörper":
			return training.FullBody
		case "core", "abs":
			return training.Trunk
		}
	}
	return ""
}
