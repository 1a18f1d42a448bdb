package safety

// Injuries that need a doctor the same day: something tore, broke or slipped,
// or does not carry weight.
var injuryRules = ruleSet{
	group: "injury",
	concepts: map[string]string{
		"rupture": `pop|popped|popping|snap|snapped|crack|cracked|rip|ripped|ripping|tear|tore|crunch|crunched|
			crunching|bang|twang|went bang|tearing`,
		"heard": "heard|hear|herd|felt|feel|loud|something|sudden|audible|there was|made|went|big|huge|horrible|nasty",
		"helpno": `calluses|callus|callouses|shorts|leggings|tights|band|shirt|pants|trousers|skin|blister|nail|
			toenail|belt|sleeve|strap|seam|blood|glove|gloves|hands on the bar|bag|interval|abs|no pain|
			painless|without pain|doesnt hurt|every rep|when i warm up|always|cracks|shoe|shoes|bar|lace|
			laces|collar|watch`,
		"deform": `right angle|at an angle|came away|fell out|fell out of its|like a fork|bent to the side|to one side now|crooked|bent funny|wrong shape|funny shape|strange shape|weird shape|pointing the wrong|not where it should|
			sits wrong|moved out|came out|comes out of|out of line|out of place|out of its socket|
			out of socket|out of joint|wrong way|wrong direction|weird angle|funny angle|odd angle|
			strange angle|bent sideways|sideways|deformed|misshapen|sticking out|poking out|dislocate~|
			dislocated|dislocation|popped out|pops out|slipped out|came out of|bone showing|bent back|
			twisted round`,
		"cantuse": `cant walk|cannot walk|cant wlak|couldnt walk|unable to walk|cant stand on|cannot stand on|
			couldnt stand on|cant stand up straight|cant step|cannot step|cant step on|cannot step on|
			cant even stand|cant move|cannot move|couldnt move|wont move|cant push off|wont hold me|
			wont hold my|doesnt hold me|cant hold me|wont support|wont take my weight|cant take my weight|
			cant take weight|cant lift my arm|cant raise my arm|cant make a fist|cant grip|cant use it|
			cant bend it|cant straighten it|couldnt get up|have to hop|crutches|cant push|need crutches|
			cant stand`,
		"doms": "leg day|doms|squats|lunges|sore|soreness|$laugh|stiff|jelly|toilet|leg workout|quads are|murph",
	},
	rules: []rule{
		ask(T1, "tore|torn|ripped|snapped something", "$helpno|packet|paper|tag|bike|chain|car|garden|door|box|fabric|jacket|tent|funny|back at"),
		ask(T1, "cant|cannot|couldnt put ..0 any ..0 weight", "gain|bulk|bulking|skinny|eat|eating|calories|bar|rack|shelf|scale|kg|stack|vest|machine"),
		sure(T1,
			"$heard .. $rupture & $body|leg|it|inside|there",
			"$helpno",
			"no pain|painless|$laugh",
			"pop squat",
			"feel the rip",
			"feel ripped",
			"into|in to",
		),
		sure(T1,
			"$body & tore|snapped|ruptured|rupture|ripped|torn & my|the|his|her|it|felt|think",
			"$helpno",
			`fix~|healed|years ago|surgery|repaired|old|rehab|ripped abs|ripped body|ripped arms|ripped back|
				get ripped|getting ripped`,
			"torn between",
			"neck and neck",
		),
		sure(T1, "calf|achilles|hamstring|bicep|pec|quad|groin|tendon|knee & snapped like|popped like|tore like|ripped like|went like & string|rope|band|cable|twig|zip|velcro|paper"),
		sure(T1, "achilles ..0 snapped|snap|popped|pop|ruptured|rupture|torn|tore|tear", "$yearsago|healed|rehab|prevent~"),
		sure(T1, "went pop|went snap|went bang|went crack|went twang", "the plate|the band|the bar|balloon"),
		sure(T1, "popped|snapped & swelled|swollen|swelling|swell|swole|cant|couldnt|bruise|bruised|purple", "band"),
		sure(T1,
			`$cant ..4 put .. weight .. on ..3 it|leg|foot|ankle|knee|heel|hip|left|right|side|one|toes|that|
				calf`,
			"$cant .. put .. more",
		),
		sure(T1,
			`cant|cannot|unable to|not able to|couldnt .. weight bear|weightbear|bear weight|load it|
				load the leg|load my leg`,
			"shelf",
		),
		sure(T1,
			`non weight bearing|cant put my foot down|cant put foot down|cant put any pressure|
				cant put pressure|unable to stand on|impossible to stand on|collapses under me|folds under me|
				gives under me`,
		),
		sure(T1, "$cant ..2 bear|take|carry .. weight", "shelf|rack|more"),
		sure(T1,
			`not able to|unable to|too painful to|impossible to|hurts too much to|agony to .. stand|
				put weight|bear weight|step|weight`,
			"$doms",
		),
		sure(T1,
			`$cantuse & it|foot|ankle|knee|leg|legs|hip|calf|back|arm|shoulder|hand|wrist|fingers|toes|fell|
				fall|pop|snap|achilles|hamstring|heel|shin && it|foot|ankle|knee|calf|hip|achilles|hamstring|
				back|arm|shoulder|wrist|hand|toes|fingers|pop|snap|fell|fall|heel|shin|left|right|twisted|
				rolled|went`,
			"$doms", "move up|move my run|move the|move it to|can move", "stand it|stand running|stand the|cant stand .. gym"),
		sure(T1, "gave out|gave way|gives out & cant|couldnt|cannot & stand|walk|weight", "$laugh"),
		sure(T1,
			"$limb|kneecap|collarbone|finger|jaw|elbow|bone|it & $deform",
			"bar path|the rack|bar is|pin|pins|years ago",
			"belly|stick~ .. out .. butt",
			"out of place in",
			"lunge|lunges",
			"crunches|plank|planks|walk",
			"the wrong way|wrong way & it|all & wrong way round|wrong way about|got it all",
		),
		sure(T1,
			"dislocate~|dislocated|dislocation",
			"$general ..5 dislocation",
			"dislocates|pass throughs|band dislocates|shoulder dislocates|stick|pvc",
			"years ago",
		),
		sure(T1,
			`broke|broken|fractured|cracked|breaking|break|shattered & ankle|foot|leg|arm|wrist|toe|finger|
				rib|ribs|collarbone|hand|hip|shin|kneecap|elbow|jaw|nose|metatarsal|tibia|thumb`,
			"break a leg|broken record|break my back|broken toe nail|pr|pb|record|leg press",
			"years ago|ago & healed",
			"healed|cast off|when i was|last year",
			"cracked heels|cracked heel|cracked skin",
			"$laugh",
			"how long does|how long do|month off|months off|weeks off|plan to return",
			"break even|break from|break between|break for|a break|break after",
		),
		sure(T1,
			`dropped .. on .. foot|toe|toes|hand|finger|chest|leg|shin & cant|swollen|purple|black|broken|
				huge|numb|crushed`,
			"nail|toenail|black nail|nails",
		),
		sure(T1, "crushed .. foot|hand|finger|fingers|toe|toes"),
		sure(T1,
			`knee|elbow & locked|locks|stuck|wont straighten|cant straighten|cant bend & cant|wont|twist|
				twisted|swollen|pain|swelled|stuck`,
			"lock out|lockout|locked out",
			"doms|sore",
			"squats|curls|pullups|sleeves",
		),
		sure(T1,
			`$joint & $swollen & $cantuse|cant|couldnt|pop|popped|snap|straight away|right away|immediately|
				instantly|grapefruit|tennis ball|balloon|golf ball|purple|size of|twice|double|huge|
				within minutes|fast|tripled`,
			"how fast|run fast|faster"),
		sure(T1,
			`ankle|knee|wrist|foot|elbow|shoulder & grapefruit|tennis ball|golf ball|baseball|size of a|
				balloon|balloons`,
			"slam|medicine ball|med ball|massage|roll~|lacrosse|stability",
			"normal size|a normal|back to normal|normal knee|normal again|size of a coin",
		),
		sure(T1,
			`lump|dent|gap|hole|bulge & bicep|biceps|calf|achilles|hamstring|pec|quad|tendon & felt|tear|
				tore|pop|now|since|snap`,
		),
		sure(T1,
			"felt|heard|something & a kick|kick in|kicked me|hit me|shot me & calf|achilles|leg|heel|ankle",
			"kicked my ass|kicked my butt",
		),
		sure(T1,
			`fell|crashed|crash|hit by|knocked off|run over & car|bike|stairs|trail|ladder|rope|off && cant|
				cannot|bone|swollen|bleeding|broken|head|hurts to breathe|ribs`,
			"$noharm|bike is broken|broke my bike|bike broke|nothing broken",
			"off my plan|off the wagon|off track|fell off my|stock|server|app|planner",
		),
		sure(T1, "hot & swollen & knee|ankle|joint|elbow|hip & fever|red|shivery|ill|chills"),
		sure(T2,
			`knee|ankle & gives way|giving way|gave way|gives out|giving out|gave out|buckles|buckling|
				buckled|unstable|catches|locks up|locking|locking up`,
			"lock out|lockout",
			"squat form|form",
			"$laugh",
			"fatigue~|rep",
		),
		sure(T2,
			"$joint & $swollen|swollen up|fluid",
			"a bit|slightly|slight|a little|mildly swollen",
			"normal size|a normal|normal again",
			"toes fall|shoe|shoes|heat|summer|fingers swell|feet swell",
			"$general ..6 swell|swelling|swollen",
			"bloated",
			"down now|gone down|went down",
			"flight|plane",
		),
		sure(T2,
			`bruise|bruising|bruised|black and blue & ankle|knee|foot|hamstring|calf|hip|thigh & swollen|
				rolled|popped|tore|spreading|massive|huge|pulled`,
			"bar|shin|shins",
		),
		sure(T1,
			"popped|pop|slid|slipped|came .. shoulder|knee|kneecap|elbow|hip|finger|thumb|jaw .. out|back in",
			"popped .. out to|out for",
			"$laugh",
			"no pain",
		),
		sure(T1,
			`shoulder|knee|kneecap|elbow|hip|finger|thumb & popped out|slid out|slipped out|came out|
				put it back|back in place|popped back|back in its socket|out of socket`,
		),
		sure(T1,
			`tore|tear|torn|ripped|ruptured|rupture|snapped & something|muscle|tendon|ligament|pec|chest|
				groin|hamstring|achilles|quad|bicep|calf|hip & cant|hardly|barely|walk|dent|lump|bruise|bruised|
				purple|gap|swollen|heard|loud|straighten|felt|think`,
			"calluses|shorts|leggings|years ago",
			"healed",
		),
		sure(T1,
			`achilles|calf|hamstring|heel|back of my leg & gunshot|kicked|shot|pop|snap|hit by a stone|whip|
				toes|bang`,
			"kicked in|$laugh",
			"hot shot|shot put",
			"touch my toes|touch toes|toes numb",
		),
		sure(T1,
			`ankle|knee|foot|wrist|elbow|hip & crack|cracked|crunch|popped|pop|snap|snapped|
				crunched & black and blue|stand|walk|swollen|swelling|ballooned|blew up|huge|purple|blue|weight`,
			"no pain",
		),
		sure(T1,
			`bicep|biceps|calf|hamstring|pec|quad|muscle & rolled up|bunched up|balled up|bunched|slid up|
				curled up|rolled .. up|into a ball|in a ball & felt|pop|tear|bruise|bruised|pull|pulled|rep|grip|
				deadlift|curl|now|arm|leg`,
			"mat|foam|roller|sleeves",
		),
	},
}

// Bones that ask for rest before they break.
var boneRules = ruleSet{
	group: "bone",
	concepts: map[string]string{
		"focal": `one spot|one point|one place|one exact|exact spot|exact point|exact place|same spot|single spot|
			tiny spot|small spot|specific spot|specific point|pinpoint|pin point|localized|localised|focal|
			point tender|when i press|if i press|press on it|press it|pressing on|to touch|to the touch|
			when touched|on the bone|right on the bone|the bone itself|over one bone|over the bone|one bone|
			size of a coin|size of coin|size of a pea|one finger|one point|just one spot|just one place|
			thumbs width|bony|bone tenderness|size of a coin|when i hop|hopping|hop on|to hop|cant hop|
			when i squeeze|squeeze it|squeezing it|hop test|makes me jump|makes me wince|makes me yelp|makes me flinch|fingertip|with my finger|
			with my thumb|pea sized|coin sized|size of a penny|size of a dime`,
		"bonerest": `when i sleep|in my sleep|while i sleep|even asleep|trying to sleep|at night|at nite|at rest|
			resting|in bed|nighttime|night time|every night|all night|wakes me|wakes me up|waking me|
			woke me|keeps me up|keeping me up|keeps me awake|cant sleep|while sleeping|lying down|
			sitting still|standing still|doing nothing|even when im not running|even when i dont run|
			just sitting|just standing|nights|overnight|3 am|when i walk|even walking|walking hurts|
			hurts to walk`,
		"worse": `gets worse every|worse every|worse each|getting worse|worse and worse|worse the further|
			worse the longer|gets worse the|gets worse as|worsening|doesnt warm up|not warming up|
			wont go away when|doesnt ease|limp|limping|cant run through`,
		"pained": `pain|pains|painful|hurt|hurts|hurting|ache|aches|ached|aching|agony|stab|stabbing|throb~|
			throbbing|tender|tenderness|sharp|killing me`,
	},
	rules: []rule{
		sure(T2,
			`stress fracture|stress fractures|stress reaction|stress fx|hairline fracture|hairline crack|
				hairline|crack in my tibia|crack in my shin|crack in my foot|crack in my heel|cracked tibia|
				fracture in my|fracture in the|bone stress|bone bruise|bone edema|stress fraction`,
			"$general ..6 stress fracture|stress fractures",
			`how|do|does|can|why ..8 stress fracture|stress fractures & avoid|prevent|cause|come from|happen|
				get`,
			"$yearsago", "fully healed|all healed|healed now|healed fine|full recovery|fully recovered", "prevention"),
		sure(T2,
			"$bone & $pained|sore|soreness & $focal|$bonerest",
			"calf|cramp|cramps",
			"plantar|fascia|fasciitis|first steps|in the mornings",
			"foam|roller",
			"no pain",
			"night run|night runs|night before|last night|tonight|run at night|running at night",
			"hip thrust|hip thrusts",
			"hip flexor|hip flexors",
		),
		sure(T2, "$pained .. in|on .. $bone & $bonerest|$focal", "calf|cramp", "flexor|flexors"),
		sure(T2,
			"shin|shins|foot|hip|groin|heel|femur|metatarsal|tibia|pelvis & $pained & $worse",
			"flexor|flexors",
			"limp bizkit",
		),
		sure(T2,
			`groin pain|pain in my groin|pain in the groin|groin hurts|deep groin|deep hip pain|
				deep in the hip|groin and hip pain & run|runs|running|deep|worse|weight|hip|walk|walking|jog|
				marathon|mileage`,
			"adductor stretch|lunges|stretch|cossack",
		),
		sure(T2,
			"limping|limp|limped|hobbling|hobble~",
			"limp bizkit|limp wrist|go limp|went limp|body limp",
			"$laugh",
			"leg day|doms|lunges|squats",
			"hobble home",
			"dog|cat|horse|economy",
		),
		sure(T2,
			`back pain|back hurts|back ache|back aches & all night|keeps me up|wakes me|at night|every night|
				cant sleep`,
			"mattress",
		),
		sure(T2, "back|spine & pain|hurts|ache & lost weight|losing weight|fever|night sweats|history of cancer"),
		sure(T2, "$cant .. hop & leg|foot|pain|without|one|stab", "hop on|hop off"),
		sure(T2, "swollen|swelling|puffy & top of|metatarsal|shin bone|shinbone & pain|hurts|sharp|spot"),
		sure(T2,
			`fracture|fractured|stress injury & mri|scan|xray|x ray|doctor|doc|physio|told|found|diagnosed|
				confirmed|race|run through`,
			"$general ..6 fracture",
			"years ago|healed",
			"calluses",
		),
		sure(T2,
			`pain|hurts|ache|aches|throbs|throbbing|sore & shin|tibia|foot|hip|groin|heel|pelvis & hop|
				each step|every step|with each stride|land|landing & deep|sharp|one|cant|worse|stab`,
			"new shoes|cushion",
			"plantar",
		),
		sure(T2,
			`hurts to walk on|painful to walk on|hurts when i walk on|cant walk without limping|
				cant walk properly|hurts to put weight|hurts when i put weight|painful to put weight|
				sore to put weight on`,
			"$laugh",
			"leg day|doms|squats|lunges",
		),
	},
}
