package safety

// Heat illness: a hot body and a mind that slips.
var heatRules = ruleSet{
	group: "heat",
	concepts: map[string]string{
		"hot": `really hot to the touch|heat|hot|heatwave|heat wave|sun|sunny|sunshine|humid|humidity|sauna|
			sauna suit|sweat suit|trash bag|overheat~|overheated|overheating|burning up|boiling|scorching|
			roasting|baking|hot to the touch|midday|noon|desert|degrees|celsius|heatstroke|heat stroke|
			body temp|body temperature|temperature|hot yoga|sunstroke|blazing|sweltering|thermometer|
			[33-46] c`,
		"failing": `fuzzy|foggy|hazy|out of my head|forgot my name|forgot my own name|forgot where|walking into|
			bumping into|cant think|couldnt think|cant focus my eyes|not with it|super cold|really cold|
			no idea where|didnt recognise|didnt recognize|tunnel|legs wont work|crawling|falling over|
			cant stand up|going in circles|lost the plot|losing it|crazy talk|barely responding|sleepy|
			passing out|$confuse|shiver~|shivering|shivers|chills|chill|goosebumps|goose bumps|goosebump|
			cold skin|drunk|collapsed|collapse~|fainted|fainting|passed out|passing out|pass out|
			blacked out|seizure|dont know where|nonsense|weird|talking funny|cant walk|couldnt walk|
			couldnt stand|cant stand|hallucinating|zigzag~|zigzagging|weaving|fell over|unresponsive|
			wont drink|not responding|fell down|felt cold|feel cold|feeling cold|freezing|aggressive|
			lost it mentally|mumbling|babbling|blurry`,
		"milder": `$dizzy|$vomit|headache|head pounding|pounding head|head is pounding|head pounds|
			cramps everywhere|racing heart|heart racing|weak|weakness|splitting head|banging head|
			head throbbing|head is throbbing|head banging`,
		"dry": `no more sweat|no sweat coming|no sweat left|sweat dried up|sweat has stopped|sweat stopped|
			sweating stopped|sweat just stopped|skin burning|skin is burning|stopped sweating|stop sweating|
			stops sweating|not sweating|no longer sweating|no sweat anymore|dont sweat anymore|
			wasnt sweating|isnt sweating|not sweating anymore|quit sweating|skin is dry|dry skin|
			hot and dry|hot dry skin|skin hot|skin is hot|hot skin|bone dry`,
	},
	rules: []rule{
		sure(T0, "heat stroke|heatstroke|sunstroke|sun stroke|heat exhaustion", "$general ..6 heat stroke|heatstroke|sunstroke|heat exhaustion",
			`how|what|can|do|does ..6 heat stroke|heatstroke|heat exhaustion & avoid|prevent|recognise|
				recognize|stop|tell|difference|between|without`,
		),
		sure(T0, "$dry & $hot|$failing|$milder|sun|run|running|race|interval|intervals", "dryer|lotion|itchy|winter|cream"),
		sure(T0,
			"$hot &14 $confuse",
			"$confuse .. about|by|which|whether",
			"$laugh",
			"sleep",
			"hot take|hot topic",
			"staggered|rambling",
		),
		sure(T0,
			"$hot & $failing",
			"$failing .. about|by|which|whether",
			"netflix",
			"plunge|shower|ice bath|cold bath",
			"hot take",
			"$laugh",
			"pasta|gym is too",
			"bed|couch|sofa",
			"weird .. pace|weird .. hr",
			"goosebumps|chills & song|music|played|crowd|anthem|finish line|time|cheer|cheering|medal|hymn|playlist",
			"vest|layers|wear",
			"winter|autumn",
		),
		sure(T0,
			"overheated|overheating|overheat & $milder|$failing|weird|bad|sick|cant",
			"watch|phone|laptop|cpu|server|car|battery|gpu|garmin",
		),
		sure(T0,
			`body temp|body temperature|core temp|temperature|temp & [40-43]|[104-110] & race|run|ride|game|
				match|confused|hot|marathon|workout`,
		),
		sure(T1,
			"heat|hot|sun|humid|[32-46] degrees|[32-46] c|[32-46] & $milder",
			"hot shower|sauna|hot tub|cold",
			"fasted",
			"week|fever",
			"take|dog",
			"reps|kg|lbs|lb|percent|min|minutes|years|yo",
			"$laugh",
			"weak spot|weak point",
		),
		sure(T0,
			"[32-46] .. degrees|c|celsius|deg|outside & $failing",
			"$laugh",
			"bed",
			"knee|angle|bend|incline|squat|reps|kg",
		),
		sure(T0, "[28-46] ..1 out|outside|today|in the shade & $confuse", "$laugh", "$confuse .. about|by|which"),
		sure(T0, "[88-115] .. f|degrees|fahrenheit|deg & $failing|$confuse", "$laugh", "knee|angle|bend|squat"),
		sure(T0,
			`$confuse & after|at the end of|during|mid|finish & race|run|marathon|10 k|half|ultra|match|
				practice|game`,
			"$confuse .. about|by|which",
			"staggered",
			"plan|program|zones|data|watch|app|slur~|speech",
			"stumble~ .. upon|across",
			"out of it & time|mentally",
			"$confuse .. to train|to run|to lift|to race",
		),
	},
}
