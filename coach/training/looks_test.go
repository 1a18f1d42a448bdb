package training

import "testing"

func TestLooksLikeLog(t *testing.T) {
	t.Parallel()
	logs := []string{
		"did 5x5 squats at 100 then ran 20 easy",
		"ran 8k in 45:00, felt easy",
		"squat 5x5 100kg @8; bench 3x8 60kg",
		"just ran 5 miles in 42:30",
		"run 8km 45:00 rpe 6",
		"Benched 3x8 60kg today",
		"deadlift 3x5 140kg this morning, 60 min",
		"leg day 60min rpe 7",
		"did legs yesterday, 60 min, rpe 8",
		"I did a 40 min bike ride, rpe 4",
		"finished a 10k in 52:10",
		"swam 1500m in 32 min",
		"yoga 45min rpe 3",
		"Squat 100x5x5",
		"logs squat 5x5 100",
		"lgo squat 5x5 100",
		"squat 5x5 100kg at 18:30",
		"squat 5x5 100kg at 18.30",
		"logging: squat 5x5 100kg",
		"🏃 8 km in 44:10, easy",
	}
	for _, text := range logs {
		line, ok := LooksLikeLog(text)
		if !ok {
			t.Errorf("%q is a log, but was not taken as one", text)
			continue
		}
		if _, err := Parse(line, Context{Units: Metric}); err != nil {
			t.Errorf("%q gives the line %q, which does not parse: %v", text, line, err)
		}
	}
	talk := []string{
		"", "hello", "thanks!", "how many sets of squats should I do",
		"is 5x5 enough for strength?", "should I run 8km after squats 5x5 100kg",
		"what about 3x8 bench 60kg", "can I squat 5x5 100kg tomorrow",
		"tomorrow squat 5x5 100kg", "I want to run 10k in 45:00", "planning 8km easy on sunday",
		"I will run 5k 25:00", "going to run 20 min", "my bench is 100kg", "my squat max is 140kg",
		"my knee hurts since I ran", "I ran and now my knee hurts", "running after lifting", "rest", "easy",
		"I slept 7 hours", "5x5 is better than 3x8", "why did my squat drop", "is running 8km 45:00 good",
		"i did squats today and my knee hurts", "did legs and my back is sore", "I trained yesterday", "log", "undo", "week", "help", "plan 3 lifts 3 runs", "deload", "today", "ok", "yes", "goal strength", "event 2027-05-02",
		"did you get that", "I didn't run 5k today", "skipped squats 5x5 100kg", "fatigue 3 sleep 7h", "4 3 4 5 4",
		"how long to wait between weights and a 5k run", "I have a marathon in 3 weeks", "remind me at 18:00",
		"the 5k 25:00 pace felt hard?", "run or lift first", "checkin 4 4 3 4 5 sleep 7.5h",
	}
	for _, text := range talk {
		if line, ok := LooksLikeLog(text); ok {
			t.Errorf("%q is no log, but gave %q", text, line)
		}
	}
}
