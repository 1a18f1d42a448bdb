package safety

import "strings"

func splitWords(s string) []string { return strings.Fields(s) }

// concepts are the words shared by the rules of several groups; a group's own
// stand in its file. A tilde spells out a regular verb (see forms).
var concepts = map[string]string{
	// The body.
	"arm":   "arm|arms|forearm|forearms|bicep|biceps|tricep|triceps|elbow|elbows",
	"leg":   "leg|legs|thigh|thighs|quad|quads|hamstring|hamstrings|hammies",
	"limb":  "arm|leg|hand|foot|thigh|knee|ankle|elbow|wrist|finger|fingers|toe|toes|shoulder|hip",
	"joint": "knee|ankle|foot|wrist|elbow|shoulder|hip|toe|finger|thumb|hand",
	"bone": `shin|shins|shinbone|tibia|fibula|foot|feet|metatarsal|metatarsals|heel|hip|hips|femur|groin|
		pelvis|pelvic|sacrum|navicular|bone|thighbone|hipbone`,
	"body": `arm|leg|hand|foot|thigh|knee|ankle|elbow|wrist|shoulder|hip|calf|hamstring|hammy|quad|bicep|
		biceps|tricep|pec|achilles|back|groin|heel|shin|neck|collarbone|rib|ribs|hand|finger|toe|thumb|
		acl|mcl|meniscus|tendon|ligament|bone|kneecap`,

	// What it does.
	"pain": `pain|pains|painful|hurt|hurts|hurting|ache|aches|ached|aching|achy|agony|sore|soreness|tender|
		tenderness|stab|stabbing|throb~|twinge|burn|burning|sting|stinging|killing me`,
	"swollen": `swollen|swole up|swelled|swelling|swell|swells|balloon~|balloons|blew up|blown up|puffy|
		puffed up|puff up|bloated|size of a|twice the size|double the size|double in size|
		doubled in size|doubled|twice their size|twice its size|like sausages|like balloons|like popeye|
		like melons|like hams|like a balloon|like rugby balls|like sausages|like tree trunks|enormous|huge and purple`,
	"dizzy": `dizzy|dizziness|lightheaded|lightheadedness|light headed|woozy|giddy|vertigo|wobbly headed|
		faint|room spins|room spinning|room is spinning|head spinning|head spins|head was spinning|
		everything spinning|everything spins|off balance`,
	"vomit": `vomit~|throw up|throwing up|threw up|thrown up|throws up|puke~|puking|nausea|nauseous|nauseated|
		being sick|chuck up|chucking up|chucked up|feel sick|feeling sick|felt sick|barf~|
		sick to my stomach|keep throwing`,
	"blood": "blood|bleed|bleeding|bleeds|bled|bloody",
	"numb": `numb|numbness|tingle~|tingling|tingly|pins and needles|cant feel|cannot feel|couldnt feel|
		no feeling|lost feeling|dead`,
	"confuse": `confused|confusion|disoriented|disorientated|delirious|delirium|staggering|staggered|stagger|
		stumble~|incoherent|rambling|stopped talking sense|not talking sense|isnt talking sense|
		talking weird|doesnt make sense|stopped making sense|not making sense|not making any sense|
		isnt making sense|isnt making any sense|no sense|makes no sense|making no sense|
		talking nonsense|talks nonsense|speaking nonsense|talking gibberish|gibberish|acting weird|
		acting strange|acting strangely|acting drunk|felt drunk|feel drunk|seems drunk|like drunk|
		wobble~|wobbling|wobbly|slur~|slurring|slurred|out of it|doesnt know where|dont know where|
		didnt know where|know where i am|dont remember|walk straight|hallucinat~|hallucinating`,

	// Doing and time.
	"train": `train|training|trained|trains|run|runs|running|ran|jog|jogs|jogging|jogged|sprint|sprints|
		sprinting|sprinted|race|races|racing|raced|marathon|half|ultra|5|10|k|km|kms|parkrun|treadmill|
		track|interval|intervals|rep|reps|set|sets|squat|squats|squatting|squatted|deadlift|deadlifts|
		deadlifting|deads|lift|lifts|lifting|lifted|workout|workouts|work out|works out|working out|
		worked out|gym|exercise|exercises|exercising|exercised|exertion|session|sessions|wod|crossfit|
		spin|spinning|row|rower|rowing|rowed|bike|biking|ride|rides|rode|riding|cycle|cycling|tempo|
		hill|hills|uphill|bench|benching|benched|press|pressing|pushups|pullups|burpees|burpee|mile|
		miles|miler|hike|hiking|hiked|walk|walks|walking|walked|stairs|stair|football|soccer|practice|
		class|ironman|triathlon|hyrox|swim|swims|swimming|swam|cardio|hiit|rounds|warmup|warm up|
		warming up|cooldown|snatch|snatches|clean|cleans|rm|max|thrusters|fran|murph|amrap|emom|lunges|
		leg press|sport|pace|fast|finish line|finish|plank|planks|climb|climbs|climbing|skipping rope|
		kettlebell|jumping|elliptical|barbell|bar|stepper|stairmaster|erg|ski erg|cross trainer|
		versaclimber|push hard|pushed hard|pushing hard|step class|zumba|yoga`,
	"cardio": `run|runs|running|ran|jog|jogs|jogging|jogged|sprint|sprints|sprinting|race|marathon|5|10|k|
		parkrun|treadmill|interval|intervals|spin|bike|cycling|tempo|hill|hills|uphill|mile|miles|hike|
		hiking|stairs|swim|swimming|cardio|walk|walking|climb|climbing|rowing|exertion|exercise|
		exercising|work out|working out|workout|training|train|treadmills|elliptical|cross trainer|
		stairmaster|gym|moving|effort|efforts|hard`,
	"during": `during|while|whilst|when|whenever|mid|middle|halfway|everytime|every time|each time|every|on|in|
		at|as|into|midway|through|thru|any time|anytime`,
	"always": `every time|everytime|each time|whenever|always|every|constantly|keep|keeps|kept|all the time|
		repeatedly|again and again|all day|all week|this week|days now|for weeks|for days|lately|
		most runs|most days|last three|last few|twice|often|spells|all the time`,
	"laugh": "lol|lmao|lmfao|haha|hahaha|hahah|rofl|xd|jk|kidding|lolz|hehe|joking",
	"cant": `cant|cannot|can not|couldnt|could not|unable to|wont|will not|not able to|can barely|can hardly|
		barely|hardly|wouldnt|cant even|cant really|unable`,
	"left": "left arm|left shoulder|left hand|left elbow",

	// About the thing, not about having it.
	"general": `avoid~|prevent~|prevention|preventing|protect against|what is|what are|whats|meaning of|define|
		definition of|how common|risk of|risk for|risks of|chance of|chances of|odds of|reduce~|
		lower the risk|likely to get|lead to|leads to|cause~|worried about getting|scared of getting|
		afraid of getting|fear of getting|documentary|movie|podcast|article|charity|awareness|
		research on|studies on|why do people|why do runners|why do athletes|why do women|why do lifters|
		can you get|can you lose|do women|is it true|how do you get|how do people get`,
	"healed": `healed|fully recovered|all clear|cleared|no issues|no problems|no problem since|fine since|
		never since|never again|all good now|sorted|long gone|resolved|signed off|discharged`,
	"noharm": `lightly|gently|no biggie|nothing to it|no big deal|barely touched|nothing happened|no harm|
		no harm done|all good|im fine|totally fine|just a tap|tapped|not hard|softly`,
	"yearsago": `years ago|year ago|decades ago|decade ago|as a kid|as a child|as a teenager|used to get|used to have|used to feel|used to suffer|used to faint|
		used to pass|used to black|used to be suicidal|used to be depressed|used to be anorexic|used to hurt|used to make|
		used to cut|used to throw|used to restrict|used to starve|used to binge|used to purge|used to collapse|
		a long time ago|long ago|back in the day|years back|yrs ago|yr ago`,
}
