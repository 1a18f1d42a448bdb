package safety

// The brain: stroke signs, thunderclap headache, seizure, sight.
var neuroRules = ruleSet{
	group: "neuro",
	concepts: map[string]string{
		"oneside": `one side|right side|left side|half my body|half of my body|half my face|half of my face|
			side of my body|side of my face|side of body|one half|whole right side|whole left side|
			arm and leg|arm or leg|hand and face|face and hand|face and arm|arm and face|right arm and leg|
			left arm and leg`,
		"lame": `numb|numbness|weak|weakness|heavy|droop~|droopy|drooping|paralysed|paralyzed|paralysis|
			cant move|cannot move|couldnt move|wont move|wont work|not working|stopped working|tingle~|
			tingling|dead|limp|sagging|saggy|cant feel|went weak|frozen|fallen`,
		"speechoff": `couldnt find words|couldnt find my words|cant find my words|lost for words suddenly|
			words were gone|slurry|words jumbled up|cant pronounce|couldnt pronounce|slur~|slurred|slurring|
			cant get my words|cant get his words|cant get her words|cant get the words|cant get words|
			words wont come|words come out|words came out|words are coming out|speech is|speech was|
			speech went|lost my speech|cant find words|couldnt find words|cant form|couldnt form words|
			cant form words|jumbled words|words jumbled|talking funny|speaking funny|talk funny|
			mumbling and|tongue feels|tongue thick|tongue heavy|speech|garbled|mixing up words|
			cant speak properly|cant talk properly|couldnt speak properly|cant speak|couldnt speak|
			cant talk|couldnt talk`,
		"headache": "headache|headaches|head ache|migraine|head pain|pain in my head|pain in head|head hurts",
		"thunder": `thunderclap|explode~|exploding|exploded|explosive|like a gunshot|like being shot|gunshot|
			hit with a bat|hit by a bat|hit with a hammer|out of nowhere|sudden|suddenly|instant|instantly|
			like a bomb|worst|of my life|split~ open|like lightning|lightning|came on fast|blinding|
			never had before|never had one like|in seconds|like a bolt`,
		"lifting": `deadlift|deadlifts|squat|squats|lift|lifting|bench|leg press|press|rm|max|snatch|heavy|set|sets|
			rep|reps|pullups|straining|sprint|sprints|sex|workout|training|exertion|exercise|clean`,
	},
	rules: []rule{
		sure(T0,
			`face|mouth|cheek|lip|eyelid|smile & numb|numbness|droop~|droopy|drooping|sagging|paralysed|
				paralyzed|cant move|fallen|crooked|lopsided|twisted`,
			"pre workout|preworkout|beta alanine|dentist|cold|wind|winter|mask|frozen",
		),
		sure(T0,
			"$oneside & $lame",
			"side plank|weak side|stronger|weaker|imbalance|single leg|lagging|grip|slept|sit|sitting",
			"row machine|bar droop~|bar drooping",
			"stitch",
			"$lame ..2 point|points|spot|link",
		),
		sure(T0,
			`right|left & arm|leg|hand & suddenly|sudden|cant move|wont work|stopped working|paralysed|
				paralyzed|went weak & weak|numb|move|dead|work|paralysed|paralyzed|limp`,
			"curls|doms|sore|grip|pump|lagging|day",
		),
		sure(T0,
			"arm wont work|arm stopped working|cant move .. right|left .. arm|leg|side",
			"doms|sore|day|workout yesterday|pullups",
			"move my leg day",
		),
		sure(T0,
			`$speechoff & since|after|run|race|workout|gym|arm|face|today|now|funny|weird|heat|hot|sudden|
				suddenly|slurred|thick|slurring|slur~|im|my|hes|shes`,
			`talk test|zone|zones|easy pace|sentences|conversation|conversational|intervals|between sets|
				sprints|all hands|wedding|presentation|meeting|give a|tempo|drunk|pub|beer|beers`,
			"speech at|speech for|speech on",
			"out of breath|breathless|wind",
			"sore throat|voice|teammates|coach|boss",
			"speech|cant talk|cant speak|cant form & $laugh",
		),
		sure(T0, "numbers|words|letters|screen|sentences & wont make|make no|dont make|didnt make|jumbled|swimming|swam|scrambled & sense|words|read|jumbled|scrambled|mile|run|km", "spreadsheet|plan|program|data|app|zones|macros"),
		sure(T0, "he is|hes|shes|she is|guy|man|woman|someone|bikes|floor|partner .. fitting", "bike fitting|fitting in|fitting it|fitting the|fitting a|fitting my|fitting everything|fitting all|fitting both|fitting clothes"),
		sure(T0, "$headache & $thunder", "caffeine|coffee|hangover|hungover|merge|bug", "worst headache of a"),
		sure(T0,
			"head & exploded|exploding|explode~|split open|like a bomb|burst",
			"$laugh",
			"work|meeting|meetings|code|spreadsheet|information|numbers|zones",
		),
		sure(T0,
			`$headache|head & stiff neck|neck stiff|neck is stiff|vision|double|confused|slurred|numb|
				weak on|worst|pupils|light hurts|seizure`,
			"desk|sleep|slept|vision board|hit|bang~|bumped|whacked|concussion",
			"fever",
		),
		sure(T0,
			`seizure|seizures|convulsion|convulsions|convulsing|fitting on|had a fit|having a fit|had fits|having fits|fits and|
				shaking and fitting|epileptic fit|started fitting`,
			"medication|epilepsy|epileptic|controlled|years ago",
			"kit|shirt|bra|shoes|shoe|loose|tight",
			"$laugh",
			"hissy",
		),
		sure(T0,
			`lost vision|lost sight|lost my sight|lost my vision|lose vision|went blind|gone blind|
				blind in one|blind in my|cant see out|couldnt see|cant see properly|double vision|seeing double|
				saw double|curtain over|half my vision|vision in one eye|loss of vision|sight in one`,
			`dark|fog|rain|torch|head torch|contacts|glasses|sweat|sunscreen|mirror|results|rest of|progress|
				leaderboard|hit|bang~|whacked|bumped|head`,
			"sun in",
		),
		sure(T0,
			`having a stroke|had a stroke just|is it a stroke|a stroke|mini stroke|tia & numb|face|hand|arm|
				speech|think|am i|right now|is it|having|could it|feels like`,
			"years ago|last year|months ago|survivor|history|recover~|recovering|rehab",
			"of luck|of genius",
			"laptop|phone|computer|server|browser|pc|watch|app|printer",
			"rate",
		),
		sure(T0,
			"think|thinks|afraid|worried & having a stroke|had a stroke|stroke",
			"rate|technique|count|swim|length|paddle|rower",
			"in the past|years ago|last year",
		),
		sure(T1, "flashes|floaters & eye|vision|sudden|shower|after|since", "camera|lightning"),
		sure(T2,
			"$headache & every time|whenever|each time|during|always|mid & $lifting",
			"caffeine|coffee|screen|hangover",
		),
		sure(T2,
			`arms|legs|hands|feet & numb|weak|tingling & both|and && spread~|spreading|getting worse|weeks|
				dropping things|all the time|constantly`,
			"ride|rides|bike|handlebar|shoes|laces|cold|run out",
		),
		sure(T0,
			`arm|hand|leg|foot|side|face|lip & stopped working|wont work|went dead|gone dead|goes dead|numb|
				weak|limp|cant move & words|speech|speak|talk|slur~|slurred|double|vision|blind|eye|sight|face`,
			"pump|grip|between sets|talk test",
		),
		sure(T0,
			`couldnt find words|couldnt find my words|cant find my words|slurry|slurring|slurred|slurs|
				words jumbled|words come out wrong|words came out wrong|cant get his words out|
				cant get her words out|cant get my words out|words wont come`,
			"drunk|pub|beer|beers|$laugh",
			"interview|presentation",
		),
		sure(T0,
			"smile|face|mouth & crooked|uneven|lopsided|droop~|wonky|falling|fell|sideways",
			"selfie|photo|planted|teeth|face plant|$laugh|mask|fell on my face|fell on",
		),
		sure(T0,
			"blind spot|blindspot|black patch|dark patch|grey patch|curtain|shadow & eye|vision|sight",
			"car|mirror|bike|training",
		),
		sure(T0,
			`eyes rolled|foaming|jerking|twitching all over|stiff and shaking|shaking uncontrollably|
				convulsion|convulsions|convulsed & run|race|gym|workout|floor|set|10|after|partner|friend|mate|
				he|she|i`,
			"$laugh",
		),
	},
}

// The spine, when nerves are pressed.
var spineRules = ruleSet{
	group: "spine",
	concepts: map[string]string{
		"backword": "back|spine|disc|disk|sciatica|slipped disc|deadlift|deadlifts|deadlifted|deadlifting|squats",
		"nervous": `bladder|bowel|bowels|cant pee|need to pee|need to wee|cant feel my pee|go to the toilet|
			wet myself|peed myself|pee myself|soiled|incontinent|incontinence|saddle|between my legs|
			genitals|numb groin|groin numb|privates|cant feel my legs|both legs numb|legs are numb|
			both legs|legs went numb|legs numb|numb legs|numb leg|leg numb|foot drop|foot is dragging|foot drags|dragging|
			dragging my foot|leg weak|leg has gone weak|leg is weak|leg went weak|leg gone weak|
			leg gave way|legs weak and numb|cant lift my toes|cant lift the toes|lift the toes|lift my toes|
			lift my foot|cant lift my foot|foot wont lift|wiping|down both legs|numb feet|feet are numb|
			cant control`,
	},
	rules: []rule{
		sure(T1,
			"$backword & $nervous",
			`raises|bodyweight|feeling weak|saddle height|saddle bag|sled|dragging myself|
				dragging my feet to|dragging today|bike`,
			"both legs & single|alternate|same",
			"squats|leg day & $laugh",
		),
		sure(T1,
			`numb|numbness|cant feel|no feeling|pins and needles & saddle area|between my legs|between legs|
				groin|genitals|privates|crotch|inner thighs|buttocks and`,
			"ride|bike|cycling|long rides|seat|rides|saddle height|saddle on long",
		),
		sure(T1,
			`numb|numbness|no feeling|cant feel & down there|down below|my bits|undercarriage|bum area|
				between the legs|private parts|when i wipe`,
			"ride|rides|bike|cycling|saddle",
		),
		sure(T1,
			`back|spine|disc & foot & slap~|slapping|drags|dragging|drop|drops|trip|tripping|floppy|flops|
				flopping|weak`,
		),
		sure(T1,
			`legs|both legs|feet & numb|weak|wont work|dead|tingling & wet myself|peed myself|cant pee|bladder|
				bowel|bowels|cant feel when i|need to pee|toilet`,
			"$laugh", "gel|gels|race", "doms|leg day",
		),
		sure(T1, "lost control .. bladder|bowel|bowels"),
		sure(T1,
			"cant move my legs|cant feel legs|cant feel the legs|cant feel my legs|cant feel both legs|legs paralysed|legs paralyzed",
			"$laugh",
			"leg day|squats|doms|lunges|sore|workout|session",
		),
		sure(T1,
			`cant feel|no feeling in|numb|numbness & bum|butt|buttocks|backside|arse|ass|groin|crotch|
				saddle & back|spine|deads|deadlift|deadlifts|disc|disk`,
			"ride|bike|sitting at|desk|saddle height|chair|bleachers",
		),
	},
}

// Knocks to the head.
var headRules = ruleSet{
	group: "head",
	rules: []rule{
		sure(T1, "head injury|head injuries", "$general ..4 head injury|head injuries", "cleared|years ago|lecture|course|charity|protocol|team|news"),
		sure(T1, "concuss~|concussed|concussion|concusion", "$general ..4 concussion", "cleared|years ago"),
		sure(T1,
			"hit|banged|bumped|whacked|smacked|cracked|knocked|bashed|bonked|struck|slammed .. head|skull",
			`$noharm|helmet did its job|hit my head on nothing|nail on the head|head on the nail|head wind|headwind|ahead|heading|
				head to`,
		),
		sure(T1, "hit|struck|fell .. on .. head", "nail", "head to"),
		sure(T1,
			`head & hit|injury|knock|blow|trauma & foggy|vomit|vomited|sick|dizzy|blurry|headache|confused|
				memory|floor|ground|kerb|curb|rack|bar|plate|door`,
			"hit .. pr|pb|gym|wall|rack & head .. to",
			"$noharm",
			"head coach",
		),
		sure(T1,
			`knocked myself out|knocked out|knocked me out|knocked unconscious|knocked him out|
				knocked her out`,
			"knocked out ..1 [1-999]", "knocked out my|knocked out a|knocked out some|knocked out the|knocked out five|knocked out 5",
			"knocked out .. sets|set|reps|rounds|km|miles|workout|session|of the|some|quick", "knocked out a few .. in|before|after|more",
			"tournament|cup|playoffs",
			"sleep|slept|asleep|bed|$laugh",
		),
		sure(T1, "landed on .. head|neck"),
		sure(T1, "clonk~|clonked|conked|bonked|clocked|clobbered|brained|whacked|smashed|caught me .. forehead|temple|skull|noggin|head", "snooze", "hit my head with|clocked in|the gym|bonked at|bonked on"),
		sure(T1,
			`face planted|faceplanted|face plant|walked into|ran into|cycled into|went over the bars|over the handlebars|
				knee to the head|elbow to the head|on the head & memory|forget|forgetting|dopey|foggy|fog|dazed|
				sick|splitting|headache|sleepy|stupid|spaced|vomit~|double`,
		),
		sure(T1,
			`plate|bar|barbell|dumbbell|kettlebell|ball|elbow|knee|ice|floor|kerb|branch|tree & to the|
				on the|on my|my & head|skull & sick|dizzy|ears ringing|foggy|spaced|headache|blurry|vomit~|
				threw up|lump|blood|bleeding|memory|tired|sleepy|confused|fell|slipped|cracked`,
			"$noharm",
			"headset|head up|head position|head coach|over head",
		),
		sure(T1, "head & spaced out|spaced|foggy|fuzzy & hit|fell|slipped|crashed|cracked|knock|bump|ice|impact|bike"),
	},
}
