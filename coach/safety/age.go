package safety

// The young who want to lift or run as hard as they can: an adult who teaches
// them first. The young who only want to train are the knowledge base's.
var youthRules = ruleSet{
	group: "youth",
	concepts: map[string]string{
		"utmost": `max|maxes|maxed|maxing|max out|maxes out|maxing out|1 rm|1 rms|1 rep max|one rep max|one rep maxes|rep max|
			rep maxes|as heavy as possible|as heavy as i can|as heavy as he can|as heavy as she can|all out|
			calorie deficit|cut weight|weight cut|water cut`,
	},
	rules: []rule{
		sure(T3,
			`im|i am|hes|he is|shes|she is|is|am|aged|age|turned|just turned|have|has|under|daughter|son|boy|girl|lad|lads|
				kid|kids|pupil|pupils|brother|sister|nephew|niece ..2 [8-17]|twelve|thirteen|fourteen|fifteen|sixteen|seventeen && $utmost`,
			`[8-17] ..0 weeks|wks|week|days|day|hours|months|years ago|minutes|min|mins|seconds|sec|km|k|kg|kgs|kilos|
				lb|lbs|pounds|percent|reps|rep|sets|set|rounds|miles|pm|am|out|late|faster|slower|short|away|off`,
			"years of|years lifting|years into|years running",
			"battery|bike|game|level|won",
		),
		sure(T3,
			"[8-17] ..0 yo|yos|yr old|yrs old|year old|year olds|years old|y o && $utmost",
			"bike|car|bar|rack|shoes|dog|cat|pr|record|gym|strap",
		),
	},
}

// The over-45s who are new to hard effort and want it at once: a clinician first
// (PAR-Q+ 2020). Hard effort of those who train, and an easy start, are fine.
var untrainedRules = ruleSet{
	group: "untrained",
	concepts: map[string]string{
		"idle": `never exercised|never trained|never run|never ran|never worked out|never done sport|never done any sport|
			never did any sport|never did sport|never done a sport|no sport|no sports|no exercise|no training|
			not exercised|not trained|not done any exercise|not done any sport|not done sport|not run since|not run in|
			havent exercised|havent trained|havent moved|havent run|havent done sport|havent done any sport|
			havent done anything|hasnt exercised|hasnt trained|hasnt moved|hasnt run|hasnt done sport|
			hasnt done any sport|hasnt done anything|sedentary|inactive|couch|couch potato|armchair|sitting job|
			desk job|sits all day|sat all day|office chair|lazy all my life|unfit|out of shape|doing nothing|
			zero training|last time i ran|last time i trained|off the couch|done nothing since|nothing since|
			done nothing for|broken a sweat|broke a sweat|set foot in a gym|lifted a finger|done a tap|no background|
			not moved|not been active|hasnt been active|havent been active|never been active|never sporty|
			not sporty|never moved`,
		"vigorous": `all out|sprints|sprint|hiit|max|max out|1 rm|rep max|marathon|flat out|hard|hardest|vigorous|crossfit|
			hyrox|tabata|bootcamp|boot camp|intervals|interval|maximal|maximum|heavy|spartan|burpees|failure|
			full tempo|vo2max`,
	},
	rules: []rule{
		sure(T3,
			"[46-95] && $idle && $vigorous",
			"[46-95] ..0 weeks|wks|days|hours|minutes|min|mins|sec|seconds|km|k|kg|kgs|kilos|lb|lbs|pounds|percent|reps|m|meters|metres|bpm",
			"years of|since i was|lifting for|running for",
			"havent done .. in [46-95]|hard to|hard day|never hard",
			"since monday|since tuesday|since wednesday|since thursday|since friday|since yesterday|since last week|this week",
			"couch to 5 k",
		),
	},
}
