package safety

// Too much of a stimulant, or of a medicine.
var stimulantRules = ruleSet{
	group: "stimulant",
	concepts: map[string]string{
		"stim": `caffeine|caffiene|preworkout|pre workout|preworkouts|pre workouts|pre work out|pwo|energy drink|
			energy drinks|energy shot|energy shots|red bull|red bulls|redbull|redbulls|monster|monsters|
			celsius drinks|bang energy|fat burner|fat burners|thermogenic|clen|clenbuterol|ephedrine|
			ephedra|eca|eca stack|adderall|ritalin|vyvanse|modafinil|dnp|cocaine|coke line|speed pills|
			amphetamine|amphetamines|meth|mdma|molly|c4|dmaa|dry scoop|dry scooped|dry scooping|
			double scoop|double scooped|triple scoop|triple scooped|scoop|scoops|stims|stimulant|stimulants|
			yohimbine|espresso|espressos|coffees|coffee|no doz|nodoz|trenbolone|tren|caffeine pills|
			synephrine|weight loss pills`,
		"amok": `heart wont|heart is|heart racing|heart races|heart going|heart skipping|heart pounding|
			heart thumping|heart|pounding|palpitations|chest|racing|cant calm|hands shaking|shaking|shakes|
			trembling|vomiting|throwing up|dizzy|faint|passed out|hallucinating|sick|confused|cant breathe|
			sweating|panic|panicking|hr|numb|twitching|seizure`,
		"toomuch": `too much|too many|overdose|overdosed|overdid|od|od on|odd on|ods|odd|oded|accidentally|double|
			triple|twice the`,
	},
	rules: []rule{
		sure(T0,
			`$stim & heart|hearts|palpitations|chest|pulse|hr & pounding|pound~|racing|race|explode|
				exploding|hammering|banging|fluttery|fluttering|flutters|hammer~|flying|skipping|skip~|slow|
				calm|crazy|mental|nuts|wild|hurts|hurt|pain|tight|flutter~|fluttering|palpitations|going|
				jumping|weird|irregular|thumping|burst|stop|beating|mad|insane|[140-260]|out of my chest|macarena|drum|drums|dancing|disco`,
			"heart rate zone|beta|max hr|lower my hr",
			"skip ..1 zone|warm up|warmup|cardio|the run|it|breakfast|lunch|session|training|leg day|today",
			`does|do|will|can & caffeine|coffee|preworkout|pre workout & raise|increase|affect|raises|
				increases`,
		),
		sure(T0, "$stim & $toomuch & $amok", "monster workout|double days"),
		sure(T0,
			`$stim & dizzy|faint|fainted|passed out|cant breathe|confused|seizure|chest pain|chest tight|
				numb|hallucinating|blacked out`,
			"face tingle|beta alanine",
			"fasted|instead of|without coffee|no coffee|overslept",
		),
		sure(T0,
			`took|taken|had|swallowed|popped|ate|downed|accidentally & many|loads of|a load of|handful of|[5-99] .. caffeine|fat burner|
				fat burners|diet pills|clen|ephedrine|pills|tablets|ibuprofen|ibuprofens|paracetamol|tylenol|
				advil|painkillers|aspirin|energy drinks|scoops|red bulls|monsters|espressos|no doz`,
			"mg|grams|g|salt|weeks|week|months|days ago", "creatine"),
		sure(T0, "[700-9000] mg .. caffeine", "week"),
		sure(T0, "caffeine .. [700-9000] mg"),
		sure(T0,
			`$toomuch & preworkout|pre workout|caffeine|clen|fat burner|energy drinks|ephedrine & help|
				shaking|jittery|sick|heart|what do i do|hospital|dying|crashing`,
			"is & too much|how much",
		),
		sure(T0,
			`od on|odd on|oded on|od d on|ods on|overdosed on|overdose on|od .. preworkout|pre workout|
				caffeine|clen|fat burners|stims|energy drinks|pills|tablets`,
		),
		sure(T0,
			`gram|grams|1 g|2 g|a gram|one gram|whole tub|whole bottle|half the tub|handful & caffeine|
				preworkout|pre workout|stims|fat burners|ibuprofen|paracetamol|pills & mistake|accident|
				accidentally|shaking|took|sick|heart|dizzy|swallowed|at once`,
			"per kg|per kilo|creatine|protein|daily",
		),
		sure(T0,
			`[3-20] .. scoops|servings|doses & preworkout|pre workout|pre|caffeine|fat burner & heart|hearts|
				chest|shaking|hammering|dizzy|sick|cant|pounding|racing`,
			"whey|protein|creatine",
		),
	},
}

// Too much water for the salt there is, after long races.
var sodiumRules = ruleSet{
	group: "sodium",
	concepts: map[string]string{
		"overdrank": `too much water|way too much water|drank at every|drank|drunk|drinking|overhydrated|over hydrated|overhydrating|overdrank|only drank water|
			only water|just water|litres|liters|gallon|gallons|tons of water|so much water|loads of water|
			hyponatremia|hyponatraemia|water at every aid`,
		"puffy": `puffy|swollen|swelled|swelling|bloated|rings tight|ring tight|rings are tight|ring is stuck|
			rings wont come off|watch strap tight|fingers fat|
			like sausages|sausage fingers|fingers like|hands like`,
		"foggyhead": `headache|head splitting|splitting head|head is splitting|head aches|head hurts|being sick|muddled|head pounding|pounding head|banging head|confused|confusion|vomit~|throwing up|
			threw up|puking|nausea|nauseous|sick|foggy|seizure|disoriented|staggering`,
		"longrace": "marathon|every station|aid stations|hours|ultra|ironman|race|long run|triathlon|half|event|hike|run|trail|50 k|100 k|finish",
	},
	rules: []rule{
		sure(T0, "$overdrank & $foggyhead & $puffy && $longrace|water", "beer|beers|wine|hungover|hangover"),
		sure(T0,
			`$overdrank & $foggyhead && $longrace & water|overhydrated|hyponatremia|litres|liters|
				gallon & throwing up|vomit~|confused|headache|disoriented|threw up|puking`,
			"$general ..6 headache",
			"before a run",
			"coffee|beer",
			"should|enough|how much",
		),
		sure(T0,
			"$puffy & headache|confused|confusion|vomit~|vomiting|throwing up|threw up && $longrace",
			"flight|hungover|eyes",
			"knee|ankle|calf",
		),
		sure(T0,
			"hyponatremia|hyponatraemia|water intoxication",
			"$general ..6 hyponatremia|hyponatraemia|water intoxication",
			"how|do|can|what ..6 hyponatremia|hyponatraemia",
		),
		sure(T0,
			`water|drank|fluids|hydrated &14 hands|fingers|face|ankles|feet|rings|watch &5 swollen|puffy|
				swelled|tight|sausages|bloated &14 headache|confused|foggy|sick|vomit~|throwing up|nausea|dizzy|
				disoriented && $longrace`,
			"before a run",
			"flight",
		),
	},
}
