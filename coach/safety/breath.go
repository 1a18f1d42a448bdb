package safety

// Breath that does not come back, or fails at rest.
var breathRules = ruleSet{
	group: "breath",
	concepts: map[string]string{
		"breathless": `breathless|breathlessness|short of breath|shortness of breath|out of breath|gasping|gasp~|
			winded|puffed|struggling for breath|struggle for breath|struggling for air|
			cant finish a sentence|cant finish sentences|cant finish my sentences|cant finish my sentence|cant complete a sentence|cant string a sentence|struggling to breathe|
			struggle to breathe|struggled to breathe|trouble breathing|difficulty breathing|
			difficult to breathe|problems breathing|hard to breathe|cant breathe|cannot breathe|
			couldnt breathe|unable to breathe|cant get enough air|cant get air|cant get air in|
			cant get my breath|cant get a breath|cant get a full breath|cant take a deep breath|
			cant catch my breath|couldnt catch my breath|cant catch breath|cant catch her breath|
			cant catch his breath|cant get a deep breath|not getting enough air|not enough air|
			fighting for air|fighting for breath|wheeze~|wheezing|wheezy|suffocating|air hunger|
			laboured breathing|labored breathing`,
		"cantbreath": `struggling for breath|struggling for air|cant breathe|cannot breathe|couldnt breathe|
			unable to breathe|struggling to breathe|struggled to breathe|fighting for air|
			fighting for breath|suffocating|cant get enough air|cant get air in|cant get my breath|
			cant get a full breath|cant breathe in|cant take a deep breath`,
		"atrest": `at rest|resting|sitting|sit|sat|lying|lie|laying|lay|in bed|on the couch|on the sofa|lie flat|
			lying down|flat on my back|doing nothing|at night|wake up|woke up|wakes me|waking|hours later|
			hours after|hour later|minutes later|minutes ago|mins ago|minutes after|kitchen|bathroom|
			to the car|getting dressed|tying my shoes|shower|across the room|easy walk|slow walk|flat walk|
			walking slowly|just walking|a few steps|since this morning|since yesterday|all day|talking|
			one flight|brushing my teeth`,
	},
	rules: []rule{
		ask(T0, "no air|not enough air|cant get any air", "tyre|tyres|tire|tires|bike|wheel|wheels|conditioning|con|ball|pump|gym|room|window|windows|bed|mattress|mask|vents|ventilation|studio|basement|altitude|fan|fans|no air quality|humid|bus|office|flippers|valve|air time|jump|fryer|drop"),
		sure(T0,
			"$breathless & $atrest",
			"sit~ .. between|rest between|resting hr|resting heart|between sets|in recovery",
			"talk test|conversation|easy pace|zone",
			"nose|mask|belt|bra|blocked|stuffed|stuffy",
			"bike|rowing",
			"where do i start|should i run|lift heavy|unfit|out of shape|get fitter|beginner",
			"hard to breathe .. humid",
		),
		sure(T0,
			"$cantbreath",
			`nose|mask|humid|humidity|belt|bra|blocked|stuffed|stuffy|nostril|water|swim|swimming|technique|
				underwater|brace|bracing|zone|talk`,
			"$laugh",
			"burpees",
			"between sets",
		),
		sure(T0,
			"cant|couldnt .. catch .. breath & even tho|even though|still|at all|after i stop|stopped|resting",
			"between",
		),
		sure(T0,
			`inhaler & not helping|isnt helping|doesnt help|not working|isnt working|doesnt work|
				does nothing|didnt help|did nothing|no help|useless|wont help`,
		),
		sure(T0, "lips|lip|fingertips|nails & blue|purple|grey", "lipstick|nail polish|cold water|plunge"),
		sure(T0, "cough~|coughing|coughed|hacking|spitting|spit .. blood|pink froth|pink foam|frothy|pink"),
		sure(T0, "blue in the face|turned blue|went blue", "arm|hand|screen|$laugh"),
		sure(T0, "hardly|barely|cant|couldnt|can hardly .. speak|talk|get a word & $breathless", "nose|zone|talk test|intervals"),
		sure(T2, "used to|never used to|never had to|didnt used to &16 stop|stopping|pause|rest ..4 for air|for breath|for a breather|to catch|to breathe|to get my breath"),
		sure(T0, "cant|cannot|couldnt|can not ..1 lie|lay|sleep ..2 flat|down|back ..4 gasping|breathe|breathing|breathless|choking|drowning|air", "nose|blocked|cold|snor~"),
		sure(T2, "short of breath|out of breath|breathless|puffed|winded|hard to breathe & faster than|sooner than|quicker than|more than|easier than|earlier than|worse than & used to|before|normal|usual|last year|last month|always", "song|beginner|altitude|heat|humid|break|weeks off|months off"),
		sure(T2, "run out of breath|out of breath|running out of breath|get breathless|lose my breath & quicker than|sooner than|faster than|earlier than|way quicker|much quicker|way sooner|much sooner", "song"),
		sure(T0, "cant|cannot|couldnt|cant seem|dont|not .. get|getting|catch|catching ..2 air|breath & sitting|sit|lying|laying|lie|resting|at home|in bed|couch|sofa|even at rest", "nose|mask|between sets|blocked"),
		sure(T2, "puffing|panting|wheezing|puffed & a month ago|weeks ago|last month|never used to|did not before|didnt before|used to be easy|suddenly"),
		sure(T0, "couldnt|cant say|speak|talk a word|one word & $breathless"),
		sure(T2,
			`$breathless & than usual|than normal|than i should|than it should|more than usual|usual|unusually|for weeks|all month|
				unexplained|lately|recently|suddenly|new|used to be easy|normal easy|past few weeks|
				out of the blue`,
			"im new|i am new|brand new|total beginner|first run|first ever|new here",
			"new to|beginner|newbie|new runner|start~ .. running|started",
			"time off|break|heat|humid|altitude|hot",
			"cold|flu|covid",
		),
		sure(T2,
			`$breathless & stairs|flight of stairs && now|lately|ankles|swell|swollen|weeks|suddenly|
				kills me now|used to`,
			"should i run|would running help|get fitter",
		),
		sure(T2, "pillows|propped up && sleep|breathe|breath|breathless", "knee|hip"),
		sure(T0,
			`breathing|breath|puffing|panting & hasnt gone back|not back to normal|wont settle|hasnt settled|
				doesnt settle|not settled|cant settle|wont come back|hasnt come back|still heavy|still fast|
				hours after|hours later|just talking|doing nothing|at rest`,
			"heart rate|hr|nose|race pace",
		),
		sure(T0,
			`puffed|puffed out|puffing|panting|gasping & doing nothing|just talking|sitting|at rest|in bed|
				lying`,
			"between sets",
		),
		sure(T0,
			"sleep|slept|sleeping & sitting up|upright|propped|breathless|cant breathe|gasping",
			"plane|train|bus|desk|nose|flight",
		),
		sure(T2, "wake|waking|woke|wakes & sit up|sitting up|gasping|breathless|short of breath|to breathe|catch my breath|for air|cant breathe", "nose|snor~|dream|nightmare|alarm|allerg~|hay fever|stretch"),
		sure(T0, "cant|couldnt|can barely|hardly .. get .. air|oxygen .. in|at all|anymore", "mask|humid"),
		sure(T0, "lungs & closing|closed up|closing up|full of water|fluid|filling|gurgling|crackling|rattling"),
		sure(T0,
			`my breathing|breathing is|breathing gets|breathing was|breathing feels & bad|weird|hard|
				laboured|labored|terrible|awful|shallow|difficult|worse|heavy & $atrest|lie|back`,
			"nose|pattern|technique|snor~",
		),
		sure(T0,
			`wheezing|wheezy|wheeze|asthma attack & cant|out of ventolin|out of inhaler|no inhaler|
				lost my inhaler|ran out|wont stop|sentence|talk|speak`,
			"between",
		),
		sure(T0,
			`no air|not enough air|cant get air|air wasnt|air isnt|airway|throat & coming in|going in|
				getting in|in my lungs|lungs|crouch~|floor|stop|closing|tight|closed`,
			"tyre|tire|air bike|fresh air|con|headphones|conditioning",
		),
		sure(T2,
			`$breathless & stairs|walking|easy pace|easy runs|easy jog & this week|lately|suddenly|
				marathoner|used to|normally|usually|never used|now|fit`,
			"should i run|would running|beginner|new|sets|start",
		),
	},
}
