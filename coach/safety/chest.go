package safety

// Chest pain or pressure, and pain that spreads to arm or jaw: an emergency
// until proved otherwise, unless the words say worked muscle.
var chestRules = ruleSet{
	group: "chest",
	concepts: map[string]string{
		"chest": `chest|chests|thorax|sternum|breastbone|breast bone|breast plate|solar plexus|rib cage|ribcage|my ribs|
			left breast|upper torso`,
		"chesthurt": `pain|pains|painful|hurt|hurts|hurting|ache|aches|ached|aching|achy|pressure|tight|tightness|
			tighten~|tightens|tightened|tightening|squeeze~|squeezing|squeezed|crush~|crushing|crushed|
			heavy|heaviness|heavier|stab~|stabbing|stabs|sharp|burn|burns|burned|burning|burnt|discomfort|
			uncomfortable|gripping|grip|gripped|clench~|clenching|constrict~|constricted|constriction|vice|
			vise|twinge|twinges|cramp|cramping|cramps|squashed|squished|throb~|throbbing|numb|tingle~|
			tingling|stitch|weight on|an elephant|elephant|knot|knots|ton of bricks|fullness|seizing|seize~|
			exploding|strain|compressed|agony|killing me|band around|belt around|fist|clamp|clamped|
			pressing|pushing down|closing|belt round|rope|pulling|strangling|weighs|pinching|pinch|spasm|
			spasms|spasming|electric|warm spreading|hot poker|stuck|caving in|collapsing|concrete|bricks|
			suffocating|full of|bursting|burst|hurted|hurtin|screaming|complaining|protesting|smothering|
			pinned|iron bar|bar across|strap across|hoop|corset|like a hand|stone on|brick on|weight sitting|someone sitting|lump in|hollow pain|cramped up|
			locked up|funny|weird|odd|strange|off|wrong`,
		"vague": "funny|weird|odd|strange|off|wrong|stitch|knot|knots|strain|grip",
		"chestlift": `bench|benching|benched|bench press|benchpress|flyes|flys|fly|flies|pushups|push ups|pushup|
			press ups|pressups|dips|push day|chest day|chest workout|chest session|chest press|
			chest training|chest and back|chest and tris|chest and triceps|chest and shoulders|
			upper body day|incline|pec deck|cable crossovers|pressing|chest dips|chest fly|chest flyes|
			ring dips|weights yesterday|lifting yesterday|dumbbell press`,
		"muscular": `doms|pump|pumped|chest pump|pec|pecs|stretch|stretches|stretching|loosen|foam roll|foam roller|
			mobility|massage|to the touch|muscle soreness|muscle sore|sore muscles|tight muscles|
			chest muscles|chest muscle|costochondritis|bruise|bruised`,
		"cause": `from|after|since|by|cause|coz|cuz|because|due to|thanks to|following|yesterdays|mondays|
			tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|too many|all those|all the|did|heavy`,
		"ominous": `jaw|left arm|left hand|arm|neck|throat|shoulder blade|breath|breathe|breathing|breathless|
			clammy|cold sweat|sweating|sweaty|dizzy|lightheaded|light headed|nausea|nauseous|faint|fainted|
			elephant|radiating|radiates|spreads|spreading|pale|grey|heart`,
		"sitting": `sat on|sitting on|standing on|stood on|stands on|sits on|kneeling on|stepping on|parked on|parked a car|parked a truck|
			stamping on`,
		"armwork": `curl|curls|curling|pullup|pullups|pull ups|chinups|climbing|tennis elbow|golfers elbow|doms|
			pump|pumped|arm day|bis|biceps|bicep|triceps|tricep|grip|slept on|laying on|lying on|vaccine|
			jab|shot|gave blood|bruise|bruised|elbow|forearm|skullcrushers|carrying|back day|pull day|delts|
			rotator|dumbbell|dumbbells`,
		"armodd": `numb|numbness|tingle~|tingling|tingly|pins and needles|cant feel|cannot feel|couldnt feel|heavy|
			heaviness|goes dead|went dead|feels dead|weak and|shooting|radiat~|radiating|spread~|spreading|
			shoots|shot down|travels|travelling|traveling`,
	},
	rules: []rule{
		sure(T0, "$chest & $chesthurt",
			"$chestlift",
			"hit chest|hitting chest|train chest|training chest|do chest|doing chest|did chest|chest again",
			"$muscular",
			"chest is sore",
			"$chest & $vague",
			"bra|sports bra|cough|coughing|chesty",
		),
		sure(T0,
			`$chest & pain|pains|pressure|squeeze~|squeezing|crush~|crushing|heaviness|stabbing|elephant|
				gripping & $during .. $train`,
			"$cause .. $chestlift", "$muscular", "bra"),
		sure(T0, "$chest & $chesthurt & $ominous", "$muscular", "$chest & $vague"),
		ask(T0, "$chest & pain|pains|hurt|hurts|hurting|pressure|tight|tightness|tightened & $during .. $chestlift",
			"$cause .. $chestlift", "$muscular"),
		ask(T0, "$chest & pain|pains|hurt|hurts|hurting|pressure|tightness|tight",
			"$cause ..6 $chestlift",
			"$muscular",
			"sore",
			"do|does|will|can ..2 $chestlift",
			"hit chest|train chest|training chest|do chest|did chest",
		),
		ask(T0, "$chest & funny|weird|odd|strange|off|wrong", "form|bar|bench", "$muscular"),
		sure(T0, "$sitting .. my|me|chest && elephant|chest|breath|breathe", "dog|cat|kid"),
		sure(T0, "elephant .. on .. me|my|chest"),
		sure(T0, "weight|load|stone|brick|bricks .. on|in|over ..2 chest|sternum|breastbone|heart", "$chestlift|plate|vest|bar|barbell|dumbbell"),
		sure(T0, "pec|pecs & crushing|crushed|crushy|squeezing|gripping", "$muscular ..0 stretch|pump", "grip width"),
		sure(T0,
			`behind|under|between .. ribs|breastbone|sternum|shoulder blades & pressure|pain|squeezing|burning|
				ache|weight|tight & neck|jaw|arm|arms|throat|sweat|sweating|sweaty`,
			"stitch|doms|rows|row",
		),
		sure(T0, "clutch~|clutching|grabbed|grabbing|holding|rubbing .. chest", "plate|bar|dumbbell"),
		sure(T0, "$left & $armodd", "$armwork", "pump"),
		sure(T0, "$left & $armodd & jaw|chest|sweat|sweaty|sweating|breath|breathless|dizzy|nausea"),
		sure(T0,
			`$left & pain|pains|hurt|hurts|hurting|ache|aches|aching|ached & $cardio|jaw|chest|sweat|sweaty|
				sweating|breath`,
			"$armwork", "swing", "fell|fall|crash"),
		ask(T0, "$left & $armodd"),
		sure(T0, "jaw & pain|pains|hurt|hurts|hurting|ache|aches|aching|ached|tight|heavy & $train|sweat|arm|chest|neck",
			"clench~|clenching|clenched|tooth|teeth|dentist|wisdom|grind~|grinding|tmj|chew|chewing|punched|bite"),
		sure(T0,
			`pain|pains|ache|pressure|burning & between .. shoulder blades|shoulderblades && sweat|sweaty|
				sweating|nausea|breath|breathless|clammy|nothing heavy`,
		),
		sure(T0,
			"throat|neck & tight|tightness|pressure|ache|burning|squeezing & $cardio",
			"scarf|collar|neck strain|cold air|sore throat|shrugs|muscle|muscles|posture|sit",
		),
		sure(T0, "ribs|rib & strap|belt|hoop|rope|squeeze~|squeezing|crushing|squashed|band & $during|uphill|worse"),
		sure(T0, "indigestion|heartburn|acid reflux & $during .. $cardio && chest|arm|jaw|only"),
		sure(T0, "indigestion|heartburn|reflux|wind & arm|arms|jaw|neck|sweat|sweating|clammy|tightness|squeezing", "headwind|tailwind|wind chill"),
		ask(T0, "tightness|pressure|squeezing|heaviness & only|always|comes|arrives|eases|stops|goes & uphill|hill|hills|stairs|climb|climbs|brisk|effort",
			"calf|calves|shin|shins|leg|legs|hip|hips|quad|quads|hamstring|hamstrings|knee|achilles|it band|glute|glutes|back|foot|feet|tyre|tire"),
		ask(T0, "heart attack & left arm|jaw|chest|tingling|either|was that", "heart attack hill", "when i saw|saw the"),
		sure(T0, "$chest & boa|python|snake|hugging|hug|bear hug|anaconda|corset|being hugged & run|running|every|pace|like", "bearhug carry|sandbag"),
		ask(T0, "tightness|tight|pressure|squeezing & across the front|across my front|up front|in the front & push|run|running|effort|hill|stop|stopping|standing", "thigh|thighs|hip|hips|quad|quads|shin|shins|knee|shoulder"),
		sure(T0, "angina & acting up|playing up|again|worse|came on|back|attack|now|pain|flared|flaring"),
		sure(T0,
			`heart attack & having|having a|am i having|think|symptoms|signs of|feels like|felt like|
				could this be|is this|is it|might be`,
			"hill|saw|bill|price|scared me|survivor|years ago|when i saw", "$laugh"),
		sure(T0,
			"breast & pain|pains|hurts|hurt|ache|aches|pressure|tight & left|$cardio",
			`bra|sports bra|bounce|bouncing|support|chicken|period|cycle|pms|breastfeeding|nursing|implants|
				stroke`,
		),
		sure(T0,
			`collarbone|shoulder|shoulder blade|armpit & pain|ache|aching|heaviness|numb|tingle~ & into|down|
				to|along|radiat~ .. left arm|my left arm|left hand|jaw`,
		),
		sure(T0,
			`under|behind|below .. ribs|rib|breastbone|left nipple & fist|squeeze~|squeezing|pressure|
				burning|clamp|gripping|heavy|pain & $cardio`,
			"stitch|side stitch|right side",
		),
		sure(T0,
			`left hand|left arm & pins and needles|pins n needles|numb|tingly|tingling & chest|jaw|breath|
				tight|sweat`,
		),
		sure(T0,
			"man boob|pec|left pec & pain|tight|pressure & breath|jaw|arm|sweating|running|jogging|stairs",
			"bench|flyes|pump|doms|sore from|stretch",
		),
		sure(T0, "antacid|antacids|gaviscon|rennies|tums & $cardio|chest|exert~"),
		sure(T0,
			`pressing|heavy|tight|burning|squeezing|crushing|choking .. sensation|feeling|sense & chest|
				sternum|throat|breast`,
			"$muscular",
			"$cause .. $chestlift",
		),
		sure(T0,
			"$chest & $chesthurt & $cardio",
			"$cause ..6 $chestlift",
			"$muscular .. from",
			"doms|pecs|pump|bra|strap|stretch|sore from|dips|does|do ..3 pushups",
			"$chest & $vague",
			"$chestlift",
			"cough|coughing",
			"hit chest|train chest|training chest",
		),
		sure(T0,
			`$chest & sore|soreness|tender & $during .. run|runs|running|jog|jogging|sprint|uphill|stairs|
				walk|walking`,
			"$chestlift",
			"$muscular",
			"can i|should i|ok to",
		),
		sure(T0,
			`$chest & $chesthurt|sore & not from|without|never .. lifting|bench|the gym|chest day|weights|
				muscle`,
			"does|do",
		),
		sure(T0,
			`left side|ribs on the left|left ribs & pain|tight|pressure|stabbing & chest|heart|breath|
				breathe|breathing & $cardio`,
			"stitch",
		),
		sure(T0,
			`feels like|felt like|feel like|thought i was having|thought it was|as if .. a heart attack|
				heart attack`,
			"hill|saw|bill|price|$laugh",
		),
		ask(T0,
			"my chest|chest|my sternum & feel|feels|felt|feeling|was|went|goes|got|gets & $cardio|$always",
			"$chestlift",
			"$muscular",
			`good|great|strong|fine|sore|soreness|best|better|open|up|strap|hr|big|bigger|small|growing|grow|
				weak|lagging|wider|huge|full|cold|wet|work|workout|workouts|hair|muscle|activated|engaged|proud`,
			"$chest & $vague",
		),
	},
}

// Pain at the heart and a heart out of step.
var heartRules = ruleSet{
	group: "heart",
	concepts: map[string]string{
		"heart":       "heart|hart|hearts|heartbeat|heart beat|ticker|pulse|heartrate|heart rate",
		"palpitation": "palpitation|palpitations|palps|arrhythmia|arrythmia|ectopics|pvcs",
		"irregular": `pause|boom boom|bumps|bumping around|doing funny|jumpy|jumping|hopping|double thump|
			wrong rhythm|beats wrong|beating wrong|misbeats|missed beat|jerky|jitter~|drops a beat|
			dropping beats|dropped a beat|hiccup~|hiccups|hiccuping|double beats|out of step|skip~|skipping|
			skipped|skips|flutter~|fluttery|fluttering|flutters|flip|flips|flipping|flip flops|flip flop|
			flop|flopping|irregular|irregularly|erratic|erratically|missing beats|missing a beat|
			misses beats|misses a beat|missed a beat|missed beats|extra beats|extra beat|beats weird|
			beating weird|beating funny|beating weirdly|out of rhythm|off rhythm|out of sync|
			all over the place|stopping|stops|stopped|stop for a|pauses|paused|stutter~|stuttering|
			quivering|quiver~|somersaults|summersaults|jumping around|uneven|uneven beats|thud|thuds|
			doing backflips|backflips|funny rhythm|wonky|goes weird|went weird|does weird|misfiring|
			galloping|drum solo|drum solos|drumming|like a drum|macarena|disco|tap dance|tap dancing|dancing|samba|techno|
			like a fish`,
		"fastheart": `took off|takes off|taking off|gallop~|fluttering like mad|banging|hammers|racing|races|raced|
			race|pound~|pounding|pounds|thump~|thumping|hammer~|hammering|going crazy|going mental|
			going nuts|going mad|going wild|going insane|goes crazy|goes mental|goes nuts|going bonkers|
			going like mad|beating out of|coming out of my chest|jump out of|explode|exploding|burst|flying|
			wont slow|wont calm|wont come down|wont settle|not slowing|out of control|through the roof|
			beating fast|beating so fast|beats fast|beats so fast|super fast|very fast|really fast|
			way too fast|crazy fast|rapid|rapidly|wont stop|jumped|jumps|shot up|spiked|spikes|spike`,
		"noreason": `no reason|out of nowhere|at rest|resting here|just resting|while resting|sitting|sat|sit|couch|
			sofa|lying|laying|bed|desk|doing nothing|hours later|hours after|hour later|an hour after|
			wont slow|wont calm|wont come down|wont settle|not slowing|all night|at night|for hours|
			hasnt slowed|hasnt come down|still racing|still pounding|still at`,
		"headish": `dizzy|lightheaded|light headed|faint|fainting|fainted|passing out|pass out|passed out|blackout|
			black out|blacked out|woozy|short of breath|breathless|cant breathe|chest|shaky and weak|vision|
			nausea|sick|weak`,
	},
	rules: []rule{
		sure(T0,
			`heart|hearts & pain|pains|painful|hurt|hurts|hurting|ache|aches|aching|ached|stab|stabbing|
				sharp|pressure|tight|tightness|squeezing|burning|discomfort`,
			"hurt my heart to|hurts my heart to|heart hurts to see|heart rate|heart hurts for",
			"$general ..6 heart",
			"hurt .. heart health|heart in the long",
		),
		sure(T0, "$heart & $irregular & $headish"),
		sure(T0, "$palpitation & $headish"),
		sure(T0, "$heart & $fastheart & $headish", "sick beat|sick tune", "lifting heavy"),
		sure(T0,
			`hr|bpm & $noreason|dizzy|lightheaded|light headed|faint|passing out|pass out|passed out|
				breathless & jumped|jumps|spiked|spikes|shot|[120-260]`,
			"sitting at|is it good"),
		sure(T1,
			"$heart & $irregular",
			"heart rate & spikes|jumps|stops",
			"skip~ ..1 zone|it|the run|training|leg|workout|session|day|breakfast|warmup|the|cardio",
			`strap|watch stopped|sensor|monitor|reading|readings|cluster|timeout|service|worker|node|server|
				check`,
			"$laugh",
		),
		sure(T0,
			`heart|hr|pulse & $fastheart|[150-260] & dizzy|lightheaded|light headed|woozy|faint|passing out|
				pass out|fainted`,
			"$general ..6 heart",
		),
		sure(T1, "$palpitation", "$general ..4 $palpitation"),
		sure(T1,
			"heart & $fastheart & $noreason",
			"no reason to",
			`race week|before a race|before my race|nerves|nervous|excited|excitement|caffeine dose|strap|
				sensor`,
		),
		ask(T1,
			"my heart|my pulse|heart & $fastheart & now|rn|still|scary|scared|is that bad|dangerous|help",
			"race pace|racing flats",
			"nerves|nervous|excited|race day",
			"strap|sensor|watch",
		),
		sure(T1,
			`afib|a fib|atrial fibrillation|abnormal heart rate|abnormal rhythm|irregular rhythm|irregular heart rhythm & alert|alerted|alerts|alerting|notification|warning|watch|garmin|apple|detected|
				says|said|now|again|episode|went into|in`,
		),
		sure(T1, "heart|heart rate|hr|pulse & shoots up|shot up|jumps|jumped|leaps|spikes|spiked|goes up|went up|rockets & [140-240] & stand|standing|stood|walk|walking|sitting|sit|couch|sofa|desk|easy jog|slow jog|no reason|nothing|bed", "strap|sensor|zone|stairs|hill"),
		sure(T1, "resting heart rate|resting hr|resting pulse|rhr ..3 [100-220]", "down to|max|zone|was|used to|above|reserve"),
		sure(T1, "heart rate|hr|pulse|heart ..2 wont|doesnt|didnt|would not|wouldnt|not|refuses ..2 come down|go down|go below|drop|settle|calm down|slow down & hour|hours|after|later|still|all evening|all night", "how fast|how quickly|recover between|between sets|between intervals|zone|strap|easy runs"),
		sure(T1, "heart|heart rate|hr|pulse & [130-260] & watching tv|tv|bath|making tea|walking|was walking|only walking|after i had stopped|after i stopped|minutes after|min after|in the bath|at my desk|for 20 min|for 30 min|for twenty minutes|for half an hour|out of nowhere|for no reason", "strap|sensor|zone|walking breaks|run walk|walk run|pace"),
		sure(T1, "skipped|skipping|skips|extra|missed|missing|dropped|irregular ..0 beats|beat|heartbeats|beating|heart beat|rhythm|pulse", "music|cadence|playlist|drum"),
		sure(T1, "pulse|heartbeat|heart & all over|tripping over|stumbling|fast then slow|fast slow|stops and starts|flip flop|out of rhythm", "all over the place with zones|strap|sensor"),
		sure(T1, "heart rate|resting hr|hr|pulse & [130-260] & $noreason", "down to|recover~|drops to"),
		sure(T1,
			`chest & flutter~|fluttering|flutters|fluttery|thud|thuds|thump~|pounding|palpitations & $always|
				cooldown|feeling|weird|skips|beats`,
			"music|bass",
		),
		ask(T0,
			`my heart|heart|heartbeat & weird|strange|funny|odd|wrong|scary|scared|scares|bad|stopped|
				exploding|thing|episode|off & feel|feels|felt|doing|does|did|beat|beats|beating|went|going|had|
				got|happen~|run|lifting|gym|workout|exercise`,
			`rate zone|heart rate zones|strap|monitor|watch|sensor|reading|wasnt in|isnt in|music|playlist|
				love|broken|heart rate`,
			"$laugh",
			"is .. bad for .. heart|good for .. heart",
			"bad for my heart|bad for your heart|bad for the heart|good for",
		),
	},
}
