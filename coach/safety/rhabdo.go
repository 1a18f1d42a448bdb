package safety

// Muscle breaking down: dark urine, arms or legs swollen stiff.
var rhabdoRules = ruleSet{
	group: "rhabdo",
	concepts: map[string]string{
		"urine": `pee|peing|peein|pees|peed|peeing|wee|weed out|urine|urin|piss|pissing|pissed|urinate~|urinating|
			urination|water i pass|passing water|pass water|my water|toilet|toilet bowl|wee wee|widdle|
			tinkle`,
		"darkened": `dark|darker|brown|brownish|black|blackish|red|reddish|rust|rusty|rust colored|rust coloured|
			cola|coke|pepsi|dr pepper|root beer|tea|maroon|maple syrup|syrup|coffee|pink|pinkish|blood|
			bloody|bleed|bleeding|guinness|mahogany|amber brown|like soda|burgundy|whisky|whiskey|wine|
			port wine|beetroot|chocolate|iced tea|balsamic|gravy|soy sauce|stout|porter|ale|molasses|treacle|cognac|brandy|copper|ink|cocoa|tar|oxtail|bourbon|rum|marmite|mud|muddy`,
		"bigmuscle": `arms|arm|forearms|forearm|biceps|bicep|triceps|tricep|quads|quad|thighs|thigh|legs|hamstrings|
			hammies|glutes|pecs|lats|shoulders|delts|muscles|elbows|calves`,
		"move": "bend|straighten|extend|flex|move|lift|raise|use|unbend|fold|stretch out|straight",
	},
	rules: []rule{
		sure(T1, "$urine & $darkened",
			"yellow|how dark should|how dark is|straw|straw coloured|what colour should|what color should|ideal colour|clear pee",
			"makes .. pee|piss|wee",
			"make .. pee|piss|wee",
			"drink~|drank|drinking .. $darkened",
			"beet|beets|beetroot juice|beet juice|ate beetroot|beetroot salad|beetroot yesterday|beetroot shot|blackberries|rhubarb|vitamin|vitamins|b12|asparagus",
			"before",
			"$general ..6 $urine",
			"$urine ..2 off",
			"black friday",
			"pissed off|pissed",
			"ruin|smell|smells",
			"fine after water|clear after|clear again|on waking|drink more|drank too little|didnt drink enough",
		),
		sure(T1, "$urine & blood|bleeding|bloody", "pissed"),
		sure(T1, "piss|pissed|peed|pee .. blood|brown|cola|coke"),
		sure(T1,
			"$bigmuscle & $swollen",
			"pump|pumped|sleeves|$laugh",
			"genetics|genetic|goals|grow|growing|bigger arms|how do i get|photo|pic|proud|envy|jealous",
			"knee|ankle",
			"$general ..6 $swollen",
			"feet|fingers",
			"bloated after|bloated from",
			"compression|flight|pregnant|period",
			"baby",
		),
		sure(T1, "$bigmuscle & huge|massive|rock hard|popeye|double & $cant .. $move"),
		sure(T1,
			"rhabdo|rhabdomyolysis|rhabdomyolisis|rabdo",
			"$general .. rhabdo|rhabdomyolysis",
			"$general ..8 rhabdo|rhabdomyolysis",
			"the movie|murph prep|safe from",
			"how|does|do|can|what ..5 rhabdo|rhabdomyolysis & get|avoid|prevent|cause|mean|is",
		),
		sure(T1,
			`havent peed|havent pee|hasnt peed|didnt pee|not peed|not peeing|cant pee|cannot pee|
				barely peeing|barely peed|hardly peeing|hardly peed|barely any pee|hardly any pee|
				hardly any urine|barely any urine|very little urine|little urine|almost no urine|almost no pee|
				no urine|no pee all|no pee since|no wee all|no wee since|stopped peeing|havent urinated|not urinated|not urinating|havent gone for a wee|
				havent had a wee|havent had a pee`,
			"before|during the race lol"),
		sure(T1,
			`muscle|muscles|pain|soreness|sore|doms & out of proportion|way worse than doms|beyond doms|
				not normal doms|pain even at rest|agony at rest`,
		),
		sure(T1,
			`worst doms|worst soreness|worst muscle pain|insane doms && weak|swollen|pee|peeing|urine|
				cant move|hospital`,
			"$laugh",
		),
		sure(T1, "ck|creatine kinase & high|elevated|thousand|[2000-900000]", "ck one"),
		sure(T1,
			`$bigmuscle|upper arms & stuck|locked|frozen|wont & bent|straight|straighten|90|degrees|bend|
				extend & swollen|puffy|huge|tight|weak|hot|painful|massive|two days|three days|days`,
			"bar path|form|elbows locked|lockout",
		),
		sure(T1,
			`arms|legs|quads|muscles & swollen|puffy|enormous|hard as rock|like wood|like concrete|
				rock hard & hot|painful|pee|urine|weak|cant|days`,
			"pump|pumped",
			"knee",
		),
		sure(T1,
			`muscles|muscle|arms|legs & severe|extreme|unbearable|excruciating|insane & pain|swelling|
				weakness & dark|pee|urine|swollen|swelling|weak|cant move|days`,
			"$laugh",
		),
		sure(T1,
			`$bigmuscle & sausages|balloons|popeye|melons|tree trunks|doubled|double|twice & wont|cant|hurt|
				hurts|pain|painful|doms|bend|days|size`,
			"pump|weight doubled|double the weight",
		),
	},
}
