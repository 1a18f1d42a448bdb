package safety

// Allergy that closes the throat.
var allergyRules = ruleSet{
	group: "allergy",
	rules: []rule{
		sure(T0,
			`throat & closing|closed|closes|swelling|swollen shut|swelling up|swollen|tightening up|
				closing up|close up`,
			"glands|tonsils|sore|cold|flu",
		),
		sure(T0,
			`lips|lip|tongue|face|eyes and face|mouth & swell~|swelling|swollen|swelled|swells|puffed up|
				ballooned`,
			"punch|dentist|tooth|spar|sparring|boxing|sunburn",
			"swollen .. pride",
		),
		sure(T0,
			`hives|rash all over|welts & breathe|breath|breathing|throat|swelling|swollen|faint|dizzy|
				wheeze~|wheezing|face|everywhere|every time i run|exercise`,
		),
		sure(T0,
			"anaphylaxis|anaphylactic|epipen|epi pen|allergic reaction",
			"$general ..4 anaphylaxis",
			"to mornings|to burpees|$laugh",
			"carry|expired",
		),
		sure(T0, "stung|sting & face|throat|swelling up|swelling everywhere|breathe|tongue|lips|hives|dizzy"),
		sure(T0,
			`tongue|lips|lip|throat|face|eyes|eyelids & puff~|puffing|puffing up|puffy|puffed|thick|closing|
				balloon~|swell~|swelling|swollen & new|bar|protein|pre workout|preworkout|nuts|shellfish|after|
				ate|eating|sting|stung|medicine|ibuprofen|run|now|hives|itchy`,
			"cheat day|cheat meal|salty|salt|sodium|sushi|pizza night|wedding|jet lag|bloated|lifting belt|small|tiny|minor|slight|cold|sleep|crying|cried|hungover|morning|sore throat|glands|flu|beers",
		),
	},
}

// Bleeding that does not stop, or comes from inside.
var bleedingRules = ruleSet{
	group: "bleeding",
	rules: []rule{
		sure(T0,
			`wont stop bleeding|cant stop it bleeding|cant get it to stop bleeding|bleeding like a tap|doesnt stop bleeding|not stop bleeding|cant stop the bleeding|
				wont stop the bleeding|still bleeding|keeps bleeding|bleeding wont stop|bleeding a lot|
				bleeding badly|bleeding heavily|bleeding everywhere|gushing|spurting|pouring blood|
				losing a lot of blood`,
			"nipple|nipples|cash|money|users|customers|sweat|toenail|blister",
			"stop the bleeding on",
			"ideas|rain|budget",
		),
		sure(T0,
			"blood|bloods & pouring|gushing|spurting|squirting|everywhere|pumping out|pumpin out|wont stop",
			"flow|donat~|sugar|blood .. test",
			"fake",
			"pressure",
		),
		sure(T0, "vomit~|vomiting|vomited|puking|puke~|throwing up|threw up|throw up .. blood|coffee grounds"),
		sure(T1,
			`blood|bloody|black|tarry & stool|stools|poo|poop|poops|diarrhea|diarrhoea|crap|shit|
				bowel movement|rectum|motions|the runs`,
			`holy|this shit|that shit|shit hard|shit was|no shit|shit ton|coffee|friday|oh shit|sick shit|
				gang|bloody shit`,
		),
		sure(T1,
			`bleeding|bled|blood & rectal|from my bum|from my butt|from my ass|from behind|from my bottom|
				when i wipe`,
		),
	},
}

// Fever and other illness, belly and groin.
var illnessRules = ruleSet{
	group: "illness",
	concepts: map[string]string{
		"restingpulse": `resting hr|resting heart rate|resting pulse|rhr|morning pulse|morning heart rate|
			morning hr|waking pulse|waking heart rate|pulse at rest|heart rate at rest|resting rate`,
	},
	rules: []rule{
		sure(T1,
			"fever|feverish|temperature|temp & stiff neck|neck stiff|neck is stiff|neck stiffness|neck so stiff|neck too stiff|necks too stiff|light hurts|rash|confused|worst",
			"gone|last week|room|yoga|over",
		),
		sure(T1,
			"stiff neck|neck is stiff|cant touch my chin & headache|light|vomit~|vomiting|fever",
			"slept|sleeping|desk|pillow|shrugs",
		),
		sure(T1,
			`fever|temperature|temp & [38-41]|[100-106] & fever|train|training|run|lift|intervals|gym|workout|race|
				ride|deadlift|squat|weights|swim|match|game|practice|session|
				still|today|now|body|mine|my`,
			"gone|last week|weeks ago|degrees outside|outside|forecast|weather|water|room|pool|sauna|oven|pace|rpe|km|heat training|in the sun|tomorrow is",
		),
		sure(T1,
			`stomach|abdomen|abdominal|belly|tummy & severe|agony|excruciating|doubled over|unbearable|
				cant stand up & pain|cramps|pain since|hurts`,
			"$laugh",
			"ab workout|situps|sit ups|crunches|period|doms",
		),
		sure(T1, "red streak|red streaks|red line|red lines|red track & up|leg|arm|foot|from|spreading", "redline|garmin|map|chart|graph|finish"),
		sure(T1,
			`infected|infection|pus|oozing & wound|cut|blister|toe|toenail|graze|knee|leg|bite & fever|hot|shivery|
				shivering|spreading|streak|red|throbbing|swollen`,
		),
		sure(T1, "cant keep & fluids|water|anything|liquids|food & down"),
		sure(T1,
			`testicle|testicles|testicular|ball|balls|nut|scrotum & swollen|agony|excruciating|twisted|
				severe|lump|sudden pain|so painful`,
			`slam|medicine|med|wall|stability|swiss|massage|lacrosse|tennis|golf|foam|nut butter|nuts|squash|
				foot|arch|pickle|snow`,
		),
		sure(T1, "testicle|testicles|testicular|scrotum & hurts|hurt|hurting|pain|painful|ache|aches|aching|swollen|lump|heavy"),
		sure(T1,
			`bulge|lump & groin|hernia|testicle|abdomen|belly button|stomach & painful|hard|hurts|pain|sick|
				vomit~|wont go back|stuck|since|deadlift`,
			"belly bulge|beer|lose my",
		),
		sure(T2,
			`$restingpulse & up|above|higher|elevated|raised|over|faster|climbed|climbing|jumped|high|instead of &
				fever|flu|chills|body aches|aches|ill|sick|virus|viral|cold|sore throat|throat|cough|
				coughing|bug|covid|infection|sinus|feverish|raw`,
			"sick of|last week|last month|gone|recovered|cold weather|cold day|cold room|cold morning|cold shower|cold plunge|cold water|cold brew|the cold",
			"$general ..4 resting",
		),
		sure(T2,
			`night sweats|sweats at night|sweating at night|wake up drenched|waking up drenched & tired|
				exhausted|weight|weeks|fatigue|fever|month|lumps`,
			"menopause|perimenopause|hot flash|hot flashes|menopausal",
		),
		sure(T2,
			`ankles|both ankles|feet and ankles & swell|swells|swollen|puffy|swelling & every evening|
				every day|breath|breathless|puffed|stairs|evening|always|fluid|both|sock marks`,
			"flight|heat|plane|sprain|rolled|new socks|tight socks|sock tan",
			"pregnant",
		),
		sure(T2, "lump|lumps & armpit|neck|breast|chest|growing", "throat", "arrow", "adam"),
		sure(T2,
			`calves|calf|legs|leg|thigh|buttock & cramp|cramps|cramping|pain|pains|painful|burn|burns|ache|
				aches|aching|hurt|hurts|tighten & every time i walk|walking a block|walk a few|same distance|
				when walking|when i walk|on walks|walking the dog|walking to|from walking|of walking|walks to|
				walk to & stop|stops|goes away when|go away when|goes the moment|gone the moment|rest|resting|
				stand still|stands still|standing still|i pause|it goes|it eases|then gone`,
			"doms|sore|leg day|marathon|race|squats",
			"pain stop|cramps stopped",
		),
	},
}
