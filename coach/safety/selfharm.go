package safety

const groupSelfharm = "selfharm"

// A wish to die or to be hurt. Gym talk ("wanted to die on every burpee",
// "this program is suicide") is set aside by what stands beside it.
var selfharmRules = ruleSet{
	group: groupSelfharm,
	concepts: map[string]string{
		"wishdie": `want to die|wants to die|wanting to die|wanted to die|wanna die|want die|wish i was dead|
			wish i were dead|wish i could die|wish i would die|wish i died|rather be dead|rather die|
			id rather be dead|hope i die|hope i dont wake|ready to die|better off dead|want to be dead|
			wanna be dead|wish to die|like to die|feel like dying|ok with dying|deserve to die|
			should just die|just die`,
		"killself": `kill myself|killing myself|killed myself|kill himself|kill herself|killing himself|
			killing herself|kill themselves|ending her life|ending his life|ending their life|end their life|kms myself|hang myself|shoot myself|drown myself|end my life|
			ending my life|end his life|end her life|end my own life|take my life|taking my life|
			take my own life|take his own life|take her own life|unalive|unaliving|off myself|offing myself|
			top myself|end myself|ending myself|end my pain|delete myself|erase myself|do myself in|
			commit suicide|committing suicide|end it all|ending it all|end everything|end things for good`,
		"gymcause": `burpee|burpees|thruster|thrusters|lunge|lunges|leg day|squat|squats|reps|rep|set|sets|km|mile|
			miles|hill|hills|interval|intervals|workout|workouts|session|wod|cardio|run|runs|marathon|race|
			treadmill|session|gym|plank|planks|class|murph|fran|rower|assault bike|sprints|bike|training|
			assault bikes|bikes|echo bike|rowers|erg|box jumps|pull ups|pullups|pushups|carries|rope climbs|fartlek|hills|these|this program|this plan|spin|warmup|step|stairs|squatting|deadlifts|training plan|meeting|
			meetings|deadline|standup|review|deploy|traffic|commute|heat|embarrassment|doms|hangover`,
		"notlive": `dont want to be here|do not want to be here|dont wanna be here|didnt want to be here|
			not want to be here|dont want to live|do not want to live|dont wanna live|dont want to be alive|
			dont wanna be alive|not sure i want to be alive|not want to be alive|not want to live|
			dont want to exist|dont wanna exist|not want to exist|dont want to wake up|dont wanna wake up|
			rather not wake up|not wake up|never wake up|wish i didnt wake up|wish i wouldnt wake up|
			wish i hadnt woken|wish i wasnt here|wish i wasnt alive|wish i was never born|never been born|never born|wish i wasnt born|
			wish i didnt exist|wish i could disappear forever|disappear forever|sleep forever|
			sleep and never|stop existing|cease to exist|dont see the point of living|
			dont see the point in living|dont see a future|no future for me|dont see a reason to live|
			dont care if i live|dont care if i die|wouldnt care if i died|wouldnt mind if i died|
			wouldnt mind dying|wouldnt mind not waking|hope i get hit|hope a car hits|
			no longer want to live|no longer want to be here|not worth being alive|doesnt want to be here|
			doesnt want to live|stop being alive`,
		"noworth": `no reason to stay alive|no reason to keep living|no reason to keep going|no reason to stay|
			reason to stay alive|wouldnt wake up|didnt wake up|not wake up|no point in living|
			no point living|no point to living|no point in being alive|no point going on|
			no point in going on|no point being here|no point in life|no reason to live|
			no reason for me to live|no reason to be alive|no reason to go on|nothing to live for|
			nothing left to live for|life isnt worth|lifes not worth|life isnt worth it|life is not worth|
			life is worthless|life has no meaning|life is meaningless|life is pointless|not worth living|
			isnt worth living|tired of living|tired of being alive|tired of life|sick of living|
			sick of life|done with life|done with living|done living|give up on life|giving up on life|
			given up on life|had enough of life|cant go on living|cant go on anymore|cant go on any more|
			cant go on like this|cant go on any longer|cannot go on|cant keep living|cant live like this|
			cant live anymore|world would be better without me|world would be better off without|better without him|better without her|better off without him|better off without her|
			better off without me|better without me around|better if i was gone|better if i wasnt here|
			better if i wasnt around|better if i were gone|better if i was dead|better if i died|
			burden to everyone|burden to everybody|burden on everyone|burden to my family|im just a burden|
			no one would miss me|nobody would miss me|no one would care if i|nobody would care if i|
			no one would notice if i|nobody would notice if i|no one will miss me|nobody will miss me|dont matter to anyone|dont matter to anybody|matter to nobody|matter to no one|
			nobody needs me|no one needs me|nobody loves me|no one loves me|not needed by anyone|wouldnt be missed|
			cant see a way out|cant see any way out|dont see a way out|see no way out|no way out|
			theres no way out|only way out`,
		"selfhurt": `self harm|selfharm|self harming|selfharming|self harmed|self injury|self injure|self injuring|
			cutting myself|cut myself|burning myself|burn myself|hurting myself on purpose|
			hurt myself on purpose|harm myself|harming myself|harmed myself|hitting myself|punching myself|
			scratch myself|starting to cut again|cut again|cutting again|cuts herself|cuts himself|
			cutting herself|cutting himself|cut my wrists|cut my wrist|slit my wrists|slit my wrist|
			relapsed and cut|hurts herself|hurts himself|hurt herself on purpose|hurt himself on purpose`,
		"means": `bridge|roof|building|cliff|balcony|window|train|trains|bus|truck|lorry|traffic|car|cars|
			oncoming|tracks|platform|tree|wall|rope|gun|blade|razor|knife|noose`,
	},
	rules: []rule{
		sure(T4, "tried to overdose|took an overdose|overdosed on purpose|overdose on purpose|want to overdose|going to overdose|attempted to end"),
		sure(T4, "wish|wished ..0 i|id|i had|i would ..1 died|never woken|not woken|never woke", "laugh|laughing|my hair"),
		sure(T4, "gutted|disappointed|annoyed|angry|sad|upset .. that i|i|to woke up|wake up again|be alive|still alive", "late|early|alarm|before"),
		sure(T4, "ways|methods|way ..0 to die", "to die for|funny|silly|stupid|dumb|game|$laugh"),
		sure(T4, "being dead|if i was dead|if i were dead & easier|better|nicer|sounds|relief|peace", "$laugh"),
		sure(T4, "i|hes|shes|he|she ..1 cut|cuts|burn|burns ..0 my|his|her ..0 arms|arm|thighs|wrists|skin & when|because|so that|to feel|again", "oven|stove|pan|sun|rope|bar|box|climb|carpet|turf|knife slipped|cooking"),
		sure(T4, "i ..0 cut ..0 when im|when i am|to cope|because im|to feel", "carbs|calories|weight"),
		ask(T4, "dark thoughts|really dark place|very dark place", "chocolate"),
		ask(T4, "drove|drive|driving|crash|crashing|steer|turn .. off the road|off a cliff|off the cliff|off a bridge|off the bridge|into the river|into a river|into the lake|into the sea|the car on purpose", "$laugh|nearly drove off|icy|ice|sat nav|satnav|gps"),
		ask(T4, "a plan and a date|plan and date|date picked|picked a date|picked the date|set a date for it", "wedding|race|marathon|party|calendar|trip"),
		ask(T4, "wrote|writing|written ..3 letter|letters|note ..0 to|for ..1 kids|family|mum|mom|wife|husband|parents|everyone & last|goodbye|before i|one more", "school|santa|christmas|thank you"),
		sure(T4, "only thing|one thing|all that & keeps|keeping|kept|stops|stopping & me here|me alive|me going|me from ending|me from doing something",
			"coffee|podcast|podcasts|music|race|session|$laugh"),
		sure(T4, "no|any|see|without .. reason to carry on|point in carrying on|point carrying on|reason to be here|will to live|desire to live|wish to live", "plan|diet|program"),
		sure(T4, "drive|driving|swerve|swerving|steer|steering|crash|crashing|ride|cycle .. into .. barrier|wall|tree|lorry|pillar|oncoming|bridge|truck|traffic", "virtual|zwift|$laugh|cycle into work"),
		sure(T4, "come down|come back|coming back|return|come home & on purpose|not come back|never come back|dont plan|not planning|swim out|walk out|into the sea|into the woods", "injury|from injury|comeback|to running|next week"),
		sure(T4, "keep doing life|do life anymore|doing life|quitting life|quitting everything|quit everything|done with everything|tired of everything", "admin"),
		sure(T4, "imagin~|imagining|fantasy|picture|picturing|daydream~ & not existing|being dead|being gone|my funeral|not being here|dying"),
		sure(T4, "painless|least painful|quickest|easiest|quick|best|peaceful .. way & to die|to go|to end it|to end things|out of this life|to kill", "to go from|to go sub|to go faster|to go to|to go up|to go about|to go from|quickest way to go"),
		ask(T4, "papers|affairs|will .. in order && not see|wont see|rather|peace|goodbye|ready"),
		sure(T4, "drop|dropping|let .. bar|barbell|weight .. on ..2 neck|head|throat|chest & done|end|over|finally|be free"),
		ask(T4, "what is|whats|see|no|isnt any|there a|any|wheres|what ..2 point ..1 in|of|to|with ..0 anything|anymore|it all|everything|any of it|any of this|life|me|being here|all this|all of this", "training|lifting|cardio|stretching|zone|warm~|squat|run|running|plan|program|macros|deload|$laugh"),
		ask(T4, "want|feel like|thinking|ready|wanting|thought about|thoughts of ..1 to ..1 end|ending ..0 things|everything|it all", "good note|high note|on a high|with|subscription|membership|relationship|sprint|relay"),
		ask(T4, "nothing ..1 matters|nothing to look forward|nothing to live|nothing left for me|whats left for me|nothing brings me joy|no joy in anything", "more than|but|except"),
		sure(T4, "point in being alive|point of being alive|point in being here|point of being here|point of me|point in me"),
		sure(T4, "dont see myself|cant see myself|never see myself|dont picture myself & getting old|getting older|past this|next year|alive|around|reaching", "marathon|race|finishing"),
		sure(T4, "hope|hoping|wish|wishing|kinda want|wouldnt mind & bus|car|truck|train|lorry & gets me|takes me|get me|take me|finds me|gets me on"),
		sure(T4, "hope|hoping|wish|pray|praying & dont|wont|never|not & come home|come back|make it home|make it back|get home|return", "rain|dark|lost|late"),
		sure(T4, "planning|planned|decided|chosen|picked .. how to go|how id go|how i go|when to go|how ill go|a way to go", "run|out|home|faster|long"),
		sure(T4,
			"$wishdie",
			"$wishdie ..3 $gymcause",
			"$gymcause & $laugh",
			"rather die than",
			"die of",
			"doing .. again lol",
		),
		ask(T4, "$wishdie & $laugh", "$gymcause"),
		sure(T4,
			"$killself",
			"my life as a|of my life as|of his life as|of her life as",
			"$killself ..4 $gymcause|in the gym|at the gym|at work|trying to|to hit|for nothing|over",
			"$gymcause .. $killself",
			"end it all ..1 with",
			"kill myself laughing|killing myself laughing",
		),
		sure(T4,
			`want to|going to|gonna|thinking of|thinking about|thoughts of|urge to|will|might|tried to|
				plan to|planning to|wants to|threatened to|about & $killself`,
			"$killself ..3 $gymcause",
			"laughing",
			"end of my life ..0 as|in",
		),
		sure(T4,
			"kms & want to|wanna|gonna|tbh|ngl|rn|going to|about to|should just|might|fr",
			"[1-99999] & kms",
			"many kms|kms per|kms a|kms run|kms this|kms today|kms yesterday|kms week|kms in",
		),
		sure(T4,
			`suicidal|suicide note|suicidal thoughts|suicide hotline|suicide attempt|attempted suicide|
				suicide ideation|suicidal ideation`,
			"$general ..4 suicidal",
			`legs|quads|lungs|glutes|calves|hamstrings|pace|split|splits|workout|program|programme|
				plan & $laugh`,
		),
		sure(T4,
			`suicide & thoughts|thought|thinking|think|considering|considered|about|attempt|tried|want|feel|
				feeling|planned|urge|urges`,
			"this program|this plan|this workout|that workout|programme|pace|sprints|$laugh",
			"bench",
			"basketball|drill",
		),
		sure(T4,
			"$notlive",
			"here .. at work|at the office|at the gym|in the office|at this|in this|at this company",
			`at the office|at work|at the gym|in this meeting|in the office|this gym|this channel|
				this server|this group|work here`,
			"early|at 5|at 6|alarm|for my run|for the gym|for runs",
		),
		sure(T4,
			"$noworth",
			"$laugh",
			"holiday|done with life admin|admin",
			"city|traffic|no way out of|maze|contract|parking",
			"burden .. work",
			"notice if|care if|notice|care ..3 skip|skipped|cheat|cheated|do|did|dont|didnt|walk|walked|stop|stopped|use|used|wear|wore|cut",
			"go on like this & sleep|newborn|baby|hours|mileage|schedule|work|knee|calluses|shoes|plan",
		),
		sure(T4,
			"$selfhurt",
			`shaving|slack|cooking|kitchen|chopping|off|short|a break|deal|sunbathing|carbs|sugar|bagel|
				onion|onions|rock|fence|barbed|razor burn|cut again next|weight|bulk|box jump|on the bar`,
			"self harm awareness",
			"cut again|cutting again & kg|bulk|calories|fat|lean|summer|season",
		),
		sure(T4,
			`want to|wanna|urge to|urges to|going to|gonna|thoughts of|thinking of|thinking about|tempted to|
				might .. hurt|hurting|harm .. myself`,
			"dont want|do not want|not want to|avoid|without",
			"lifting|squatting|deadlifting",
		),
		sure(T4,
			`hurt myself|hurts herself|hurts himself & punish|punishment|miss|missed|fail|fails|when i fail|
				angry|sad|numb|feel something|purpose|deserve|hate|again`,
			`warm~ up|form|deadlift|squat|lifting|rep|slipped|training again|run again|lift again|
				getting hurt`,
		),
		sure(T4,
			`do something to myself|do something stupid to myself|do something bad to myself|
				not safe with myself|dont feel safe with myself|dont trust myself tonight|
				dont trust myself alone|might do something`,
		),
		sure(T4,
			`jump~|jumping|step~|stepping|stepped|walk~|walking|run|running|drive|driving|swerve|swerving|
				throw~ .. in front of|off a|off the|off this|into a|into the|into traffic|
				into oncoming .. $means`,
			"box|jump squat|a tree on|strava",
			"train|trains & run into the train station",
			"gym|pool|water|store|cafe",
			"drive into the car park",
			"fun|paraglid~|bungee|sea|lake|wall ball|running into the wall|hit the wall",
		),
		sure(T4,
			`bridge|cliff|roof|balcony & jumping|jump|jump off|jumping off & think|thought|thinking|thoughts|
				want|urge`,
			"glute|pose|bungee|lake|water|fun|box",
		),
		sure(T4,
			`thinking|think|thought|thoughts .. about|of .. ending it|ending everything|ending things|
				not being here|not being around|not existing|death a lot|dying a lot|dying all the time`,
			"my cut|my bulk|my block|my run|subscription|membership|relationship",
		),
		sure(T4,
			`gonna|going to|want to|wanna|ready to|about to|might|could just|just .. end it|end it tonight|
				end it now|end it all`,
			"end it ..1 with|there|here|at|on|early|by|after",
			"cooldown|workout|session|block",
		),
		sure(T4,
			`want|wish|need .. it all to stop|everything to stop|it all to end|it to end|it to be over|
				everything to end|to disappear|to vanish`,
			"into the mountains|into the woods|weekend|holiday|leaderboard|$laugh",
			"raining|rain|pinging|notifications|winter|race",
			"set|workout|rep|burpees|run|interval|marathon",
		),
		sure(T4,
			`taking|take|took|swallow|swallowed|swallowing .. all my pills|all the pills|all my meds|
				whole bottle|bottle of pills|all my tablets|overdose|an overdose|bunch of pills|too many pills|
				pills to sleep forever`,
		),
		sure(T4,
			`overdose|overdosed|overdosing|od & on purpose|pills|tonight|last night|tablets|paracetamol|
				tylenol|myself`,
			"carbs|caffeine|pre workout|preworkout|vitamin|creatine",
			"$general .. overdose",
		),
		sure(T4,
			`worthless|hopeless|feel empty|feeling empty|so empty|despair & hopeless|no hope|way out|
				cant go on|alone|pointless|everything|anymore|life|myself|numb|all the time|every day`,
			`hopeless at|worthless workout|zone|effort|empty stomach|empty gym|empty the tank|stomach|tank|
				reps|fridge|gym`,
			"$laugh",
			"running hopeless|hopeless at running",
		),
		sure(T4,
			`hate|hating .. myself & disappear|die|dead|forever|body|eat|ate|ugly|live|alive|anymore|
				every day|so much|worthless`,
			"signing|signed|skipping|for missing|$laugh|for entering|burpees",
		),
		sure(T4,
			`hate my life|hate being alive|hate life|my life is over|life is over|life feels pointless|
				everything feels pointless|whats the point of living|whats the point of life|
				what is the point of living|whats the point of going on|whats the point of being alive|
				whats the point in living|point of any of this|whats the point anymore|point in being here|
				goodbye everyone|this is goodbye|goodbye world|written a note|wrote a note|giving away my`,
			"$laugh",
			"burpees|leg day|monday",
			"over|end & forgot|couch|potato|garmin|strava|coffee|save|wifi|app|spoiler|season finale|results|as a",
		),
		ask(T4,
			`cant take it anymore|cant do this anymore|cant cope anymore|cant cope|want out|
				cant take this anymore|i give up on everything|given up on everything & life|everything|all|
				nothing|crying|alone|depressed|hopeless`,
			"days a week|plan|program|programme|schedule|mileage|training|too much|$laugh",
		),
		ask(T4,
			`severely depressed|so depressed|really depressed|deeply depressed|depressed and|
				crying every day|cry every day|depression is|my depression|clinically depressed`,
			"$general ..4 depression|depressed",
			"scapula|shoulders",
			"cancelled|canceled|sold out|my team|the game|the match|the weather|ended|series|race got",
		),
		sure(T4,
			`i|me|myself|im|not|dont|wont & be around|being around|be alive|be here|being alive|being here|
				make it to|see another & next year|tomorrow|much longer|anymore|any more|next week|
				in the morning|christmas|birthday|long|future|in a year`,
			"gym|office|work|race|event|server|channel|meeting|standup|finish|be around to|moving|vacation",
			"race day|start line|make it to the",
		),
		sure(T4,
			`better|happier|easier|relieved|best|fine|better off & without me|if i was gone|if i were gone|
				if i wasnt here|if i wasnt around|if i werent here|if i died|if i disappeared|if i was dead|
				when im gone|once im gone|if i left this world|if i didnt exist|me gone|me dead`,
			"team|squad|relay|club|race|pace group",
		),
		sure(T4,
			`life|living|existence|existing|being alive|my life & not worth|isnt worth|worth it anymore|
				worthless|pointless|meaningless|no meaning|no purpose|unbearable|tired of|sick of|done with|
				over it|had enough|hate|cant handle|cant face|cant bear|too painful|feels empty|so empty|
				hopeless|no longer want|dont want`,
			`life admin|gym life|social life|work life|battery life|shelf life|real life|life hack|love life|
				life changing|for life|city life|life insurance|life stress|life is busy|in life|school life|
				easier`,
			"$laugh",
			"cost of living|living room|living space",
			`worth living|burpees|leg day|cardio|treadmill|running is|without coffee|strict diet|
				empty calories`,
		),
		sure(T4,
			`thoughts|thinking|thought|urges|images|voices|head|dark thoughts & hurting myself|hurt myself|
				harming myself|harm myself|killing myself|kill myself|dying|death|ending my life|ending it|dead|
				not being alive|cutting myself|disappearing forever`,
			`afraid|scared|lifting|form|squat|deadlift|bench|dead bugs|death march|ending it with|injur~|
				dead hang|dead lift`,
		),
		sure(T4,
			`cut|cuts|cutting|slice|sliced|slicing|burn|burned|burning|scratched|scratching|carved|
				carving .. my|her|his|own ..0 arms|arm|wrist|wrists|legs|thighs|thigh|skin|stomach|hips`,
			`shape|sun|lactic|sets|workout burn|calories|volume|on a rock|fence|fell|bush|branch|trail|fat|
				hair|hair off|barbell|shaving|razor`,
			"burn my legs|burned my legs|burning my legs|burn my arms|burning my arms",
		),
		sure(T4,
			`wish|hope|hoping|praying|wishing|want|wouldnt mind & car|truck|bus|train|something|someone|
				lorry|lightning|heart & hit me|hits me|run me over|runs me over|would kill me|kills me|
				took me out|take me out|would just stop|hit by|over the line|swerve into me|swerved into me|
				drift into me|not see me|wouldnt see me|didnt see me`,
			"$laugh",
			"hit me up",
		),
		sure(T4,
			`traffic|cars|bridge|train|trains|edge|rail|railing|platform|cliff|rooftop|overpass & stepping|
				step out|stepping out|step in front|jump|jumping|letting go|let go|just go|leaning|throw myself|
				swerve|drop off & think|thinking|thought|thoughts|imagine|imagining|urge|wonder|look at|
				feel like|want|wish|tempted`,
			"glute|box|bungee|headphones|careful|safety|video game",
		),
		sure(T4,
			"nothing|no one|nobody|noone .. left|here .. for me|to live|to fight for|to stay for",
			"tank|legs|fridge|on the rack|in stock",
		),
		sure(T4,
			`im|i am|ive|i have|i .. done fighting|done trying|tired of fighting|tired of trying|tired of pretending|tired of hurting|given up on everything|
				giving up on everything|a burden|such a burden|just a burden|a waste of space|a waste of oxygen|
				a waste of air|too tired to live|beyond saving|ready to go forever|saying goodbye`,
			"done trying to|done trying this|tired of trying to|tired of fighting for|fighting my|fighting the|$laugh",
		),
		sure(T4,
			`nobody|no one|noone|who & would|will|would even & care|notice|miss & gone|died|dead|disappeared|
				vanished|me|wasnt here|stopped existing`,
			"session|workout|rep|sets|kudos|post|strava|training|miss me at|race|standup",
		),
		sure(T4,
			`cant see|dont see|see no|cannot see .. a future|any future|my future|no future|future|way out|
				way forward|reason to keep going|reason to go on|reason to get up|point in anything|
				point to anything|point anymore|point in me|hope left|light at the end`,
			"squat|form|no point in|run|runs|race|session|cardio|city",
		),
		sure(T4, "voices|voice & telling|tell|tells|told & die|kill|hurt|jump|end it|cut"),
		sure(T4,
			`i|he|she|im|hes|shes .. planned how|plan to die|plan to end my|have a plan to end|
				bought the rope|saved up pills|saved up my pills|stockpil~|bought a gun to|final goodbye|counted out my pills|pills counted out|tablets counted out|
				tablets are counted out|pills are counted out|pills lined up|tablets lined up|
				suicide plan`,
		),
		sure(T4,
			"cutting helps|cutting is the only|cutting calms|cutting makes me feel|cut to cope|cut to feel",
			"weight|calories|phase|bulk|carbs|fat|lean",
		),
		sure(T4,
			`wish|want|wanna|could|like to|rather .. stop existing|not exist|be gone|not be here|
				never have been born|vanish forever|be dead|sleep forever|fade away|disappear and never|
				stop being here|not be alive`,
			"gone from the office",
		),
		sure(T4,
			`no one|nobody|who .. cares if i|care if i|would care if|cares whether i .. live|die|am alive|
				exist|vanish|lived|died|disappeared|gone|around`,
		),
		sure(T4,
			`want|wanted|wants|wanna|trying|tried|about|going|gonna|ready .. to die|to end my life|
				end his life|end her life|to be dead|die tonight|to commit`,
			"$wishdie ..3 $gymcause",
			"$gymcause & $laugh",
			"burpees|thrusters|lunges|sprints|reps|hill|interval|intervals|wod",
			"phone|phones|battery|laptop|watch|garmin|earbuds|headphones|tablet|headlamp",
		),
		sure(T4,
			`not ok|not okay|in a dark place|a really dark place|dark place|very dark thoughts|dark thoughts|
				the darkness|rock bottom|breaking point & keep|scared|alone|anymore|help|hurt|planning|days|
				weeks|again|cant|mind|tonight|thoughts`,
			"winter|morning|runs|light|lights|head torch|basement gym|form|dark place is",
		),
		sure(T4,
			`razor|blade|blades|noose|rope around my neck & my|wrist|wrists|arm|again|skin|thinking|bought|
				use|using|hidden`,
			"jump rope|skipping rope|climb|battle rope|pull|shav~|shaving|roller",
		),
		sure(T4,
			`if i|when i|if im|once im .. vanished|died|disappeared|was gone|were gone|am gone|gone|was dead|
				ended it|wasnt here|werent here & relief|relieved|better|care|cares|notice|miss|easier|happier|
				cry|matter|difference|fine without|anybody|everybody|everyone`,
			"leaderboard|race|miss a|gone to the gym|gone running|gone for",
		),
		sure(T4,
			"goodbye|farewell|suicide .. letter|letters|note|notes|message|messages",
			"colleague|farewell party|leaving do|patch notes|release notes|team lunch|team card",
		),
		sure(T4,
			`living|being alive|existing|existence|staying alive|life & too much|exhausting|exhausted by|
				so painful|unbearable|feels impossible|too heavy|torture|a burden|feels like a punishment`,
			"cost of living|living room|life stress|work|too much life|schedule|kids|busy",
			"$laugh",
		),
		sure(T4,
			`think|thinking|thoughts|dream|dreaming|fantasize|fantasise|obsess~|fantasizing|fantasising|
				wonder .. about|of .. death|dying|my own death|my funeral|being dead|my death|not waking up|
				how i would do it|how id do it`,
			"death march|death by|dead bugs",
			"$laugh",
			"burpees|thrusters",
		),
		sure(T4,
			`bought|have|got|saved|hoarding|hoard~|counting|counted|holding|looking at .. the pills|my pills|
				enough pills|the tablets|my tablets|enough tablets|a rope|the rope|a gun|the gun|my gun`,
			`jump rope|battle rope|skipping|climb|tug|creatine|caffeine|salt|vitamin|massage gun|top gun|
				theragun|rope climb|triceps|pushdown`,
		),
		ask(T4,
			`i|ive|im & death|dying|suicide|suicidal & want|wish|hope|ready|deserve|thinking|feel|feeling|
				close to`,
			"$gymcause",
			"$laugh",
			`death march|grip|squad|prevention|charity|to try|for a|for some|boredom|thirst|hunger|hungry|
				heat|pace`,
		),
	},
}
