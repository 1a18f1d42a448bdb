package safety

// Blood clots: one limb swollen, warm, sore without a reason.
var clotRules = ruleSet{
	group: "clot",
	concepts: map[string]string{
		"calf": "calf|calve|lower leg",
		"onelimb": `one leg|left leg|right leg|my leg|one ankle|only one ankle|one calf|left calf|right calf|
			one thigh|the leg|her leg|his leg|whole leg|one arm|arm|one foot|
			back of one leg|back of my leg|back of my knee|inside of my calf`,
		"clotlike": `swollen|swelled|swelling|puffy|swells|bigger|twice the size|double the size|twice as big|
			ballooned|enlarged|size of a|thicker|fat|fatter`,
		"hotred": `red|hot|warm|warmer|purple|blue|throbs|throbbing|tender|hot to touch|warm to touch|discoloured|
			discolored|veins|sore|painful|pain|hurts|ache|aches`,
		"lung": `short of breath|breathless|breathing|breath|breathe|coughing|cough|chest|lung|out of breath|
			heart racing`,
	},
	rules: []rule{
		sure(T0,
			"calf|calve|leg|legs|dvt|clot|thigh & $clotlike|dvt|clot|blood clot && $lung",
			"belly breathing|breathing technique",
			"imbalance",
			"out of breath .. bigger",
		),
		sure(T1,
			"$calf & $clotlike|throb~|throbbing|red and|hot and|warm and",
			`imbalance|symmetr|asymmetry|stronger|grow~|growing|growth|compression|bigger calves|lagging|
				how do i get|sleeve|sleeves|tear|pop|popped|heard`,
			"warm .. up",
			"measure|genetics|genetic|always been|symmetrical",
		),
		sure(T1,
			"$onelimb & $clotlike & $hotred|flight|flew|drive|plane|surgery|no reason|no injury",
			"imbalance|stronger|grow~|lagging|doms|pump|pumped",
			"arm day|pullups|curls",
			"warm up",
		),
		sure(T1,
			"$onelimb & throb~|throbbing|throbs|aches|sore & red|hot|warm|redness|shiny|streak",
			"doms|sore from", "hot tub|warm up|warm bath|red light", "hill|hills",
		),
		sure(T1, "arm & blue|purple & swollen|swelled|heavy|puffy|cold"),
		sure(T1,
			"blood clot|blood clots|dvt|deep vein thrombosis|thrombosis|embolism|pulmonary embolus",
			"$general ..6 blood clot|blood clots|dvt",
			"years ago|thinners",
			"prevent",
		),
	},
}
