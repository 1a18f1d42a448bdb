package bot

import "testing"

func TestPhrases_MeanACommand(t *testing.T) {
	for said, want := range map[string]string{
		"show my week":                       "week",
		"How am I doing?":                    "week",
		"how far did i run this week":        "week",
		"whats my plan today?":               "today",
		"what should I do today":             "today",
		"what's my 1rm":                      "history",
		"what's my best on the squat?":       "history squat",
		"show me my settings":                "settings",
		"edit my last log":                   "log edit",
		"undo that please":                   "undo",
		"delete my last run":                 "undo",
		"delete my account":                  "data erase",
		"export my data":                     "data export",
		"stop":                               "reminders off",
		"stop messaging me!":                 "reminders off",
		"turn off the check-ins":             "reminders off",
		"unsubscribe":                        "reminders off",
		"change my goal":                     "goal",
		"set my goal to muscle":              "goal muscle",
		"change timezone to new york please": "timezone new york",
		"source?":                            "why",
		"are you sure?":                      "why",
		// Questions and talk that only begin alike.
		"what should I do today if I squatted yesterday?": "",
		"should I stop running?":                          "",
		"stop and start running drills, any good?":        "",
		"how do I delete my data?":                        "",
		"how do I stop reminders":                         "",
		"what's my best plan for a marathon":              "",
		"change my goal race pace by how much":            "",
	} {
		if got, _ := phraseMeans(said); got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}
