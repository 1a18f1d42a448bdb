package safety

// Fainting, nearly fainting, dizziness. During exercise it is an emergency.
var faintRules = ruleSet{
	group: "faint",
	concepts: map[string]string{
		"out":       "faint~|fainted|fainting|faints|pass out|passed out|passing out|passes out|past out|pased out|black out|blacked out|blacking out|blacks out|blackout|blackouts|blackedout|lost consciousness|lose consciousness|loses consciousness|losing consciousness|loosing consciousness|lost conscious|loss of consciousness|unconscious|went unconscious|syncope|keel~ over|keeled over|conk~ out|conked out|sparked out|knocked out cold|out cold|hit the deck|hit the floor hard|lights went out|lights out for|everything went black|everything went dark|everything went grey|everything went gray|everything went white|went black|went grey|went gray|goes black|goes grey|goes gray|going black|going grey|went dark|goes dark|turned black|turned grey|whited out|greyed out|grayed out|dropped like|drop down unconscious|dropped to the ground|dropped to the floor|fell to the ground|fell to the floor|slumped|slumped over|zonked out and fell|swoon~|crumpled|blanked out|woke up on the floor|woke up on the ground|woke up on the gym floor|wake up on the floor|found myself on the floor|found myself on the ground|came to on|came round on|came around on|next thing i knew",
		"nearly":    "vision tunnel~|vision tunnelled|vision tunneled|tunnel vision|vision narrowed|vision went|vision goes|vision gone|vision blacked|vision fading|vision faded|sight went|sight goes|eyesight went|saw stars|see stars|seeing stars|saw black|see black|black spots|black dots|dark spots|white spots|spots in front of|everything went fuzzy|everything went blurry|going to pass out|gonna pass out|about to pass out|ears ringing|world went",
		"collapsed": "collapse~|collapsed|collapsing|collapses",
		"thing":     "server|servers|build|builds|rows|row|column|columns|form|arch|arches|knees|knee|ankle|ankles|deploy|pipeline|service|cluster|market|bridge|roof|tent|posture|core|back|technique|process|system|database|app|site|economy|lungs|stride|pace|plan|site|startup|company|deal|talks|shelf|chair|bench|rack|menu|sidebar|section|sections|div|team|offense|defense|we|our|they|branches|commits|elbows|hips|chest",
		"bed":       "sofa|couch|bed|bean bag|beanbag|asleep|sleep|slept|9|nap|armchair|recliner|hammock|netflix|nap time|by 9pm|pillow|bus home|train home",
		"effort":    "$train|work hard|worked hard",
	},
	rules: []rule{
		sure(T0, "$out & $effort", "price|cost|bill|saw the|$bed", "hold the faint", "$out .. on|in|into|onto ..2 $bed", "stood up|stand up|standing up|getting up|got up|shower", "watch|phone|screen|garmin|power|calendar|calender|gps", "needle|vaccine|gave blood|blood test"),
		sure(T0, "$out && spotter|spotters|treadmill|mid|race|squats|deadlifts|parkrun", "$bed", "price", "power|calendar|calender"),
		sure(T0, "$collapsed & $effort", "$thing .. $collapsed", "$collapsed .. $thing", "$bed", "$laugh"),
		sure(T0, "i|he|she|girlfriend|wife|husband|dad|mate|friend|someone|guy|runner|just|nearly|almost|and|then .. $collapsed", "$collapsed .. $thing", "$bed", "$laugh", "server|build|deploy|spreadsheet|ci"),
		sure(T0, "$nearly & $effort|sit down|lie down", "goals", "cold|dark outside|sunset|night run", "perseids|sky|telescope|astronomy"),
		sure(T0, "$nearly & dizzy|lightheaded|light headed|faint|weak|wobbly|floor|ground|collapsed|nauseous|sick|nausea"),
		sure(T0, "$dizzy & to the point|almost going down|had to lie down|had to sit down|had to sit|nearly went down|nearly fell|almost fell|legs buckle~|black|vision|grabbed & $effort|set|down|over"),
		sure(T0, "dont remember|cant remember|couldnt remember|no memory|no idea how i got|last thing i remember & $effort|pavement|floor|ground|got there && down|floor|ground|pavement|minute|km|mile|finish|fell|went|crash"),
		sure(T0, "people|they|someone|gf|wife|husband|coach said|says|told .. i .. white|pale|grey|down|slumped|out|floor", "down on|down to|down 2|down 3|strung out|worn out|chill out|work out|watch out|missing out"),
		sure(T0, "went white|went pale|went grey|went gray|turned white|turned grey|ghost white|white as a sheet && set|floor|down|slumped|collapsed|fainted|rep|run|sat|clammy", "sky|weather|beard|hair"),
		sure(T0, "legs buckle~|buckled|legs went && lights|black|out cold|vision|unconscious"),
		sure(T1, "$out", "$bed", "price|cost|bill|flyers", "watch|phone|screen|garmin|power|calendar|calender|gps|next thing i knew", "hat|snap|sky|toenail|toenails|toe|nail|nails|banana|bananas|beard|hair|market|east coast|dates|city|lights|weather|city wide", "gate|medals", "$general ..4 $out", "needle|vaccine|gave blood|blood test"),
		sure(T1, "woke up|came to|came round|wake up .. on .. floor|ground|pavement|tiles|track|road|tarmac|concrete", "mattress|air bed|camping|tent|sleeping bag"),
		sure(T2, "$dizzy", "excitement|excited|love|options|choices|programs|plans|numbers|price|success|faint .. line|faint .. smell", "fasted|fasting|empty stomach|breakfast|before eating|before i eat|without eating|without food", "joke|humour|humor|weight|song|spreadsheet", "$general ..4 $dizzy", "$laugh", "faint signal|gps"),
	},
}
