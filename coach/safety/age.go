package safety

// The young who want to lift or run as hard as they can: an adult who teaches
// them first. The young who only want to train are the knowledge base's.
var youthRules = ruleSet{
	group: "youth",
	named: true,
	concepts: map[string]string{
		"utmost": `max|maxes|maxed|maxing|max out|maxes out|maxing out|1 rm|1 rms|1 rep max|one rep max|one rep maxes|rep max|
			rep maxes|as heavy as possible|as heavy as i can|as heavy as he can|as heavy as she can|all out|
			calorie deficit|heaviest|highest deadlift|maximum weight|lift to maximum|their maximum|my maximum|for one rep|
			heavy single|heavy singles|true single|a single in|singles at|true failure|total failure|absolute failure|
			peaking block|how do i peak|how to peak|peak for it|peaking advice|opener|openers|second and third attempts|
			max day|double bodyweight|2 x bodyweight|2 x bw|2.5 x bw|how much i can lift once|how much could i lift once|
			lift the most|bench the most|the most i can|the most he can|the most she can|who can lift the most`,
		"lighter": `cut weight|weight cut|cutting weight|water cut|cut water|cutting water|water loading|weigh in|weigh ins|
			weighing in|make weight|making weight|make the weight|made weight|sauna suit|sweat suit|bin bag|bin bags|
			sweat out|sweat off|dehydrate|over the class|under the limit`,
		"schoolyear": `freshman|freshmen|frosh|sophomore|junior year|junior in hs|junior in high school|year 7|year 8|year 9|year 10|
			year 11|yr 7|yr 8|yr 9|yr 10|yr 11|grade 6|grade 7|grade 8|grade 9|grade 10|grade 11|grade nine|6 th grade|7 th grade|
			8 th grade|9 th grade|10 th grade|11 th grade|eighth grade|ninth grade|tenth grade|ninth graders|9 th grader|
			9 th graders|10 th grader|tenth grader|class 9|class 10|class 11|middle school|primary school|u 10|u 11|u 12|u 13|
			u 14|u 15|u 16|u 17|u 18|under 10|under 11|under 12|under 13|under 14|under 15|under 16|under 17|under 18|
			under 13 s|under 14 s|under 15 s|under 16 s|under 17 s|sub junior|schoolboy|schoolgirl|cadets`,
	},
	rules: []rule{
		sure(T3,
			`im|i am|hes|he is|shes|she is|is|am|aged|age|turned|just turned|have|has|under|daughter|son|boy|girl|lad|lads|
				kid|kids|pupil|pupils|brother|sister|nephew|niece ..2 [8-17]|twelve|thirteen|fourteen|fifteen|sixteen|seventeen && $utmost|$lighter`,
			`[8-17] ..0 weeks|wks|week|days|day|hours|months|years ago|minutes|min|mins|seconds|sec|km|k|kg|kgs|kilos|
				lb|lbs|pounds|percent|reps|rep|sets|set|rounds|miles|pm|am|out|late|faster|slower|short|away|off`,
			"years of|years lifting|years into|years running",
			"at|on|by ..0 [8-17]",
			"battery|bike|game|level|won|what is a one rep max|just curious",
		),
		sure(T3,
			"[8-17] ..0 yo|yos|yr old|yrs old|year old|year olds|years old|y o && $utmost|$lighter",
			"bike|car|bar|rack|shoes|dog|cat|pr|record|gym|strap",
		),
		sure(T3,
			`im|i am|hes|shes|is|am|age|aged|turned|son|daughter|girl|boy|kid|lad|nephew|niece|brother|sister ..2 [8-17] &&
				lose|losing|drop|cut|over ..2 [1-15] ..0 kilo|kilos|kg|kgs|lbs|lb|pounds|pound`,
			"[8-17] ..0 kilo|kilos|kg|kgs|lbs|lb|pounds|weeks|wks|days|reps|stone|minutes|percent",
			"years of|years lifting|years into|years running",
		),
		sure(T3,
			"$schoolyear && $utmost|$lighter",
			"when i was|back in|years ago|teach|in the office|won",
			"year|grade .. of|into",
			"beep test|vo2",
		),
	},
}

// The over-45s who are new to hard effort and want it at once: a clinician first
// (PAR-Q+ 2020). Hard effort of those who train, and an easy start, are fine.
var untrainedRules = ruleSet{
	group: "untrained",
	named: true,
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
			not sporty|never moved|untrained|never trains|never exercises|never exercise|not exercised|never lifted|
			no training since|no training for|no training in|no exercise for|no exercise in|no exercise since|no sport since|
			no sports since|no sport for|no sport ever|no sports ever|no activity|zero activity|zero fitness|not active|
			idle|dormant|sofa|recliner|first session|gym virgin|first gym day|first visit|never been to a gym|never in a gym|
			never did gym|never did a gym|years of nothing|years off|out of training|no fitness background|no base|
			never active|always lazy|sat at a desk|sits at a desk|at a desk all|hasnt run|not fit at all|out of action|
			last did sport|never worked out|since i was 20|never ran in`,
		"vigorous": `all out|sprints|sprint|hiit|max|max out|1 rm|rep max|marathon|flat out|hard|hardest|vigorous|crossfit|
			hyrox|tabata|bootcamp|boot camp|intervals|interval|maximal|maximum|heavy|spartan|burpees|failure|
			full tempo|vo2max|murph|p 90 x|goggins|destroy me|full throttle|full blast|full gas|full power|full speed|
			top speed|eyeballs out|eyeballs|ironman|triathlon|toughest|brutal|savage|insane|insanity|heaviest|
			emom|wods|rx|f 45|barrys|4 x 4|zone 5|advanced|anaerobic|exhaustion`,
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
