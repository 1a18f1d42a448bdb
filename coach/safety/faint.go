package safety

// Fainting, nearly fainting, dizziness. During exercise it is an emergency.
var faintRules = ruleSet{
	group: "faint",
	concepts: map[string]string{
		"out": `lose the conscience|lost the conscience|lose conscience|black before the eyes|black before my eyes|faint~|fainted|fainting|faints|pass out|passed out|passing out|passes out|past out|pased out|
			black out|blacked out|blacking out|blacks out|blackout|blackouts|blackedout|lost consciousness|
			lose consciousness|loses consciousness|losing consciousness|loosing consciousness|
			lost conscious|loss of consciousness|unconscious|went unconscious|syncope|keel~ over|
			keeled over|conk~ out|conked out|sparked out|knocked out cold|out cold|hit the deck|
			hit the floor hard|lights went out|everything went black|everything went dark|
			everything went grey|everything went gray|everything went white|went black|went grey|went gray|
			goes black|goes grey|goes gray|going black|going grey|went dark|goes dark|turned black|
			turned grey|whited out|greyed out|grayed out|dropped like|drop down unconscious|
			dropped to the ground|dropped to the floor|fell to the ground|fell to the floor|slumped|
			slumped over|zonked out and fell|swoon~|crumpled|woke up on the floor|woke up on the ground|
			woke up on the gym floor|wake up on the floor|found myself on the floor|
			found myself on the ground|came to on|came round on|came around on|next thing i knew|
			went out like a light|out like a light|out cold|eyes rolled back|rolled my eyes back|
			eyes rolled|went limp|dropped unconscious|fell unconscious|fell down unconscious|browned out|
			greying out|graying out|grey out|gray out|greyed|whiting out|browning out|faintin|
			my lights went|lost the lights|went lights out|blank for a second|went blank and|
			taken out on a stretcher|blacking|passed clean out|flaked out|went under for`,
		"nearly": `vision closing|vision started closing|vision closed in|vision narrowing|vision started going|
			vision started to go|closing in|vision shrank|vision shrinking|vision starts|vision greys|
			vision greyed|vision blurred|vision blurs|vision was going|sight started|stars in front of|
			stars everywhere|white out|vision tunnel~|vision tunnelled|vision tunneled|tunnel vision|
			vision narrowed|vision went|vision goes|vision gone|vision blacked|vision fading|vision faded|
			sight went|sight goes|eyesight went|saw stars|see stars|seeing stars|saw black|see black|
			black spots|black dots|dark spots|white spots|spots in front of|everything went fuzzy|
			everything went blurry|going to pass out|gonna pass out|about to pass out|ears ringing|
			world went`,
		"collapsed": "collapse~|collapsed|collapsing|collapses",
		"thing": `server|servers|build|builds|rows|row|column|columns|form|arch|arches|knees|knee|ankle|ankles|
			deploy|pipeline|service|cluster|market|bridge|roof|tent|posture|core|back|technique|process|
			system|database|app|site|economy|lungs|stride|pace|plan|site|startup|company|deal|talks|shelf|
			chair|bench|rack|menu|sidebar|section|sections|div|team|offense|defense|we|branches|
			commits|elbows|hips|chest`,
		"bed": `sofa|couch|bed|10 pm|9 pm|by 9|by 10|hours of sleep|bedtime|bean bag|beanbag|asleep|sleep|slept|
			9|nap|armchair|recliner|hammock|netflix|nap time|by 9pm|pillow|laughing|laughter`,
		"emotion": `proud|so happy|funny|hilarious|embarrassed|embarrassment|excited|excitement|surprise|shock of|joy|
			price|prices|cost|cute|news|gossip|recital|wedding|show|stage|theatre|concert|celebrity|lottery|bill|
			fees|fee|boredom|laughing|laughter`,
		"effort": "$train|work hard|worked hard|trail|pool|lane|court|pitch|box jump|box jumps|burpees|lap|laps|sparring|ring|mats",
	},
	rules: []rule{
		sure(T0,
			"$out & $effort",
			"$emotion|saw the|at the sight|sight of|$bed",
			"hold the faint",
			"$out .. on|in|into|onto ..2 $bed",
			"stood up|stand up|standing up|getting up|got up|shower",
			"watch|phone|screen|garmin|power|electricity|load shedding|generator|calendar|calender|gps|windows|gym lights|street lights|floodlights|headlamp|head torch|the lights",
			"needle|vaccine|gave blood|blood test",
			"news|gossip|closing|prices|at the sight|sight of",
			`toenail|toenails|nail|nails|toe|banana|bananas|handouts|gels|medals|flyers|leaflets|bottles|
				hair|beard`,
		),
		sure(T0,
			"$out && spotter|spotters|treadmill|mid|race|squats|deadlifts|parkrun",
			"gym lights|the lights|street lights|power cut|windows",
			"$bed",
			"price",
			"power|electricity|load shedding|calendar|calender|windows|window",
			"handouts|gels|medals|flyers|leaflets|bottles|bibs",
		),
		sure(T0, "out for ..2 sec|secs|second|seconds|few secs & nap|floor|bar|rig|lol|apparently|woke|mate|buddy|under", "plank|hold|rest|break"),
		sure(T0, "$collapsed & $effort", "cramp|cramps|cramped|cramping", "happy|pr|pb|proud|grinning|smiling|joy|personal best", "$thing .. $collapsed", "$collapsed .. $thing", "$bed", "$laugh"),
		sure(T0,
			`i|he|she|girlfriend|wife|husband|dad|mate|friend|someone|guy|runner|just|nearly|almost|and|
				then .. $collapsed`,
			"$collapsed .. $thing",
			"$bed",
			"$laugh",
			"server|build|deploy|spreadsheet|ci",
		),
		sure(T0,
			"$nearly & $effort|sit down|lie down",
			"stars & $laugh",
			"goals",
			"cold|dark outside|sunset|night run",
			"perseids|sky|telescope|astronomy",
		),
		sure(T0, "$nearly & dizzy|lightheaded|light headed|faint|weak|wobbly|floor|ground|collapsed|nauseous|sick|nausea"),
		sure(T0,
			`$dizzy & to the point|almost going down|had to lie down|had to sit down|had to sit|
				nearly went down|nearly fell|almost fell|legs buckle~|black|vision|grabbed & $effort|set|down|
				over`,
		),
		sure(T0,
			`dont remember|cant remember|couldnt remember|no memory|no idea how i got|
				last thing i remember & $effort|pavement|floor|ground|got there && down|floor|ground|pavement|
				minute|km|mile|finish|fell|went|crash`,
		),
		sure(T0,
			`people|they|someone|gf|wife|husband|coach said|says|told .. i .. white|pale|grey|down|slumped|
				out|floor`,
			"down on|down to|down 2|down 3|strung out|worn out|chill out|work out|watch out|missing out",
		),
		sure(T0,
			`went white|went pale|went grey|went gray|turned white|turned grey|ghost white|
				white as a sheet && set|floor|down|slumped|collapsed|fainted|rep|run|sat|clammy`,
			"sky|weather|beard|hair",
		),
		sure(T0,
			`went down|gone down|dropped|fell|toppled|hit the deck|hit the ground & wasnt answering|
				wasnt responding|not responding|didnt answer|not answering|unresponsive|couldnt wake|eyes open|
				like a sack|like a sack of|like a tree|like a log|like a stone & $train|apparently|minute|people|
				i|he|she`,
			"weight|rate|hr|price|pace|app|server|site", "$laugh",
		),
		sure(T0, "legs buckle~|buckled|legs went && lights|black|out cold|vision|unconscious"),
		sure(T1, "$out && hit the floor|hit the ground|fell|stood up|stand up|standing up|getting up|hit my head"),
		sure(T1,
			"$out",
			"$bed",
			"$emotion|flyers",
			"watch|phone|screen|garmin|power|electricity|load shedding|generator|calendar|calender|gps|next thing i knew",
			`window|windows|visor|number plate|registration|gym lights|street lights|flood lights|floodlights|head torch|headlamp|roller|blinds|curtains|curtain|handouts|handout|gels|water bottles|leaflets|hat|snap|sky|
				toenail|toenails|toe|nail|nails|banana|bananas|beard|hair|market|east coast|dates|city|lights|
				weather|city wide`,
			"gate|medals|water|cups|volunteers|snacks",
			"$general ..4 $out",
			"needle|vaccine|gave blood|blood test",
			"service|server|servers|app|site|screen|node|pod|job|fuse|power|lights|monitor|laptop",
			"of memory|memory|disk|ram|tickets|invites|stickers",
		),
		sure(T1,
			`woke up|came to|came round|wake up .. on .. floor|ground|pavement|tiles|track|road|tarmac|
				concrete`,
			"mattress|air bed|camping|tent|sleeping bag",
		),
		sure(T2,
			"$dizzy",
			`with planning|planning|planner|with excitement|excitement|excited|dizzying|macros|love|options|choices|programs|plans|numbers|
				price|success`,
			"faint .. line|smell",
			"no food|skipping breakfast|fasted|fasting|empty stomach|breakfast|before eating|before i eat|without eating|without food",
			"flip turn|flip turns|forward roll|forward rolls|somersault|somersaults|cartwheel|cartwheels|pirouette|pirouettes|spins make|turns make|when i spin|dont spot|carousel|roller coaster|rollercoaster|merry go round|with my kids",
			"looking at|just reading|reading all & program|programme|plan|spreadsheet|schedule|calendar|numbers|options|prices",
			"joke|humour|humor|bored|weight|song|spreadsheet|choice|advice|number|heights",
			"$general ..4 $dizzy",
			"$laugh",
			"faint signal|gps",
		),
		sure(T0,
			`woke up|waking up|came to|came round|came around|came back|wake up|opened my eyes|woke & floor|
				ground|grass|belt|treadmill|track|mat|mats|platform|pavement|roadside|side of the road|
				face down|my face|on my back|people around|people standing|over me|paramedics|ambulance|
				slapping & $train|beside|around me|with my face|spotter|coach`,
			"bed|alarm|mattress|camping|sleeping",
			"came back to|track record",
		),
		sure(T0,
			`everything|it all|vision|world|things|room|sight|eyes|all & went|got|goes|gets|turned|turning|
				going|fading|faded|started to go & dark|black|grey|gray|far away|blurry|fuzzy|white|dim|narrow|
				distant|yellow|sparkly|patchy & $effort|rep|holding me|floor|sit|down`,
			"the lights|gym lights|street lights|power cut|windows",
			"winter|outside|sunset|evening|hair|goggles|sunglasses|contacts|glasses|screen",
		),
		sure(T0,
			`i was|was|went|been|she was|he was|for & out for|gone for|out & [1-60] .. sec|secs|second|
				seconds|minute|min|moment|moments`,
			`run|ride|jog|walk|out for dinner|lunch|workout|bike|weeks|days|intervals|rest|hold~|plank|
				cooldown|blowout|heading out|head out|mile|miles|km|kms`,
		),
		sure(T0,
			`nearly|almost|about to|felt like i was going to|felt like id|thought i was going to & out|
				go down|go over|faint|pass|collapse|keel over|drop & $effort|rack|set|rep & vision|head|went|
				dizzy|black|grey|woozy|out like|over`,
			"drop out|run out|bail out|tap out|puke",
			"worn out|drop the bar|go down to",
		),
		sure(T0, "next thing & holding me|floor|ground|faces|slapping|looking up|ceiling|paramedic|coach|on my back"),
		sure(T0, "legs|ears|hearing|sound & went|gone & nothing|black|dark|woke|floor|out"),
		sure(T2,
			`room|gym|world|everything|head|ceiling|walls|place & spin|spins|spinning|spun|swaying|sways|
				tilting|moving & after|when|every|each|around me|today`,
			"flip turn|flip turns|forward roll|forward rolls|somersault|somersaults|cartwheels|funny",
			`spin class|spinning class|spin bike|music|options|macros|programs|plates|ideas|moving house|
				moving fast|stuff`,
		),
		sure(T2,
			`head went light|head feels light|head felt light|light in the head|felt floaty|feel floaty|
				swimmy|head swimming|head was swimming|unsteady on my feet|wobbly on my feet|nearly toppled|
				almost toppled|nearly tipped over|close to fainting`,
		),
		sure(T0,
			`nearly|almost|about to & faint|fainted|black out|blacked out|pass out|passed out|collapse|
				collapsed|faceplant|face plant|face planted`,
			"how good|how cute|how funny|so good|so cute|so funny|too funny|pizza|cake|cuteness|ticket price|prices|the view|handsome",
			"$emotion|laughed|$bed|meeting|smell",
			"$laugh",
			"$thing .. collapse|collapsed",
		),
		sure(T0, "zoned out|checked out|gone for a second & fell|floor|ground|came back|woke"),
		sure(T0,
			`vision|sight|eyesight|my eyes|view & narrow~|narrowed|narrowing|dot|closing|closed|tunnel|
				tunnelled|greyed|grey|gray|black|blacked|dim|dimmed|dark|fade~|fading|shrunk|shrank|pinhole|
				pinpoint|spotty|blurred|sparkles|stars & $effort|grab|sit|rack|floor|knee|hold on`,
			"sun|night|headtorch|contacts|glasses|goggles|fog|goals|screen",
		),
		sure(T0,
			`knees went|legs went|legs gave way|i was gone|i was out|i went|lights & gone|out|seconds|sec|
				black|nothing|floor`,
			`went out for|went to the|went for|worn out|went on|i went out|gone for a|i was out for a run|
				floor exercises|leg day`,
			"$laugh",
		),
		sure(T1,
			`i was|found|lying|ended up|woke|put .. on the floor|on the ground|on the pavement|
				on the track & apparently|passed|no memory|dont remember|no clue|no idea|out|what happened|
				ambulance|unconscious`,
			"core|stretching|abs|foam|wod|tabata|$laugh|puddle|mat work|dead from|worn out",
		),
	},
}
