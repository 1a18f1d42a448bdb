package coach

import (
	"testing"

	"tandem/coach/training"
)

func TestGoalIn_ReadsWhatPeopleTrainFor(t *testing.T) {
	for text, want := range map[string]training.Goal{
		"i'm training for a marathon, lift first or run":           training.Event,
		"half marathon in 8 weeks, where do legs go?":              training.Event,
		"i have a 10k in may":                                      training.Event,
		"hyrox in march, how to train":                             training.Event,
		"powerlifter here, which goes first":                       training.Strength,
		"goal strength, cardio after?":                             training.Strength,
		"getting stronger is my main goal":                         training.Strength,
		"i care more about my lifts than my runs":                  training.Strength,
		"for hypertrophy: run or lift first?":                      training.Hypertrophy,
		"want bigger legs, can i run":                              training.Hypertrophy,
		"bodybuilder, does cardio hurt":                            training.Hypertrophy,
		"i want to be more explosive, sprints after lifting?":      training.Power,
		"wanna lose 5 kilos, run or lift":                          training.FatLoss,
		"i'm cutting, keep running?":                               training.FatLoss,
		"i want to get faster at running":                          training.Endurance,
		"i want to run a sub 20 5k":                                training.Endurance,
		"marathoner here, should i lift heavy":                     training.Endurance,
		"i do it for my health":                                    training.General,
		"i just wanna be healthy":                                  training.General,
		"should I drop weight on my squat":                         "",
		"should i cut weight or reps when tired":                   "",
		"will running make me lose muscle":                         "",
		"is strength lost by running":                              "",
		"how many hours between lifting and running":               "",
		"my squat lost weight on the bar but i care most about it": "",
	} {
		if got := goalIn(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
