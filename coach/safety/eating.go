package safety

// Eating disorders: purging, starving, exercise as payment for food.
var eatingRules = ruleSet{
	group: "ed",
	concepts: map[string]string{
		"purge": `make myself sick|makes myself sick|making myself sick|made myself sick|make myself throw up|
			making myself throw up|made myself throw up|makes herself throw up|makes himself throw up|
			make herself throw up|making herself throw up|makes herself sick|makes himself sick|
			making herself sick|made herself sick|make myself puke|making myself puke|make myself vomit|
			making myself vomit|makes herself vomit|makes himself vomit|made myself vomit|made myself puke|
			force myself to vomit|force myself to throw up|force myself to puke|forcing myself to throw up|
			forcing myself to vomit|induce vomiting|inducing vomiting|fingers down my throat|two fingers and|fingers in my throat|finger in the mouth|fingers in my mouth|
			finger down my throat|fingers down the throat|fingers down my own throat|fingers down her throat|toothbrush down my throat|binge and purge|
			binging and purging|bingeing and purging|binge purge|purging after|purge after|purged after|
			purging my|purging again|purge my food|purge my meals|purging meals|purging food|purge meals|
			puke it back up|throw it back up|throw it all up|chew and spit|chewing and spitting|chew spit|
			started purging|been purging|bring my food back up|bring my food up|bring it back up|purge to|
			purge when|purging`,
		"throwup": "throw up|throwing up|threw up|throws up|vomit~|puke~|puking|be sick|purge~|purging",
		"meal": `eat|eating|ate|meal|meals|dinner|lunch|breakfast|food|cookie|cookies|pizza|cake|snack|snacks|
			dessert|carbs|binge|binging|chocolate|burger|bread|pasta|ice cream|calories|everything|i eat|
			cheat meal|cheat meals|cheat day|takeaway|chips|fries|crisps|beer|muffin|muffins|sausage roll|biscuit|biscuits|
			pie|pies|donut|donuts|doughnut|doughnuts|sweets|candy|latte|pastry|croissant|sandwich|fried chicken|kebab|
			jollof|brownie|brownies`,
		"thin": `weight|scale|scales|lean|light|lighter|skinny|thin|thinner|weigh in|weigh ins|make weight|
			race weight|lose|slim|fat|calories|shredded|cut|meet|comp`,
		"kcal": "cal|cals|kcal|kcals|calorie|calories|kcalories",
		"burnfood": `running it off|burning it off|working it off|burning off|running off|burn|burn up|burn every|
			burn off|run off|work off|sweat off|burn it off|run it off|work it off|burn them off|cancel out|
			make up for|erase|earn`,
		"must": `must|need to|have to|has to|got to|gotta|if i dont|or else|panic|guilty|guilt|cant rest until|
			cant sleep until|cant eat unless|not allowed|obsessed|compulsive|compelled`,
		"ate": `everything i ate|everything i eat|what i ate|what i eat|whatever i eat|whatever i ate|
			every bite|each bite|every calorie|every meal|the food|my food|my meals|pizza|cake|cookie|
			cookies|dinner|lunch|breakfast|binge|it off|chocolate|burger|ice cream|the calories|last night|
			eating|i eat|i ate|every single calorie|a meal`,
	},
	rules: []rule{
		sure(T4, "each|every|a|one ..0 biscuit|cookie|beer|slice|bite|muffin|snack|sweet ..1 equals|means|costs|is ..2 km|k|mile|miles|minutes|min|mins|burpees|laps", "about|roughly|calories in|fun fact"),
		sure(T4, "penance|punish~|punishing|punishment|pay back|payback|undo|cancel out|cancels that out|make up for|atone ..4 $meal", "punish~ .. us|class|team", "coach|carb loading|missed|skipped|$laugh|protein"),
		sure(T4, "run|running|cardio|train|go|burpees .. till|until & burnt|burned|burnt off|burned off|gone|paid off && $meal", "rest|sleep|dinner time|stomach"),
		sure(T4, "gum|water|coffee|tea|broth ..1 and|n|only ..1 gum|water|coffee|tea|broth|diet coke ..0 only|till|until|since|for", "colonoscopy|blood test|ramadan|before"),
		sure(T4, "no food|nothing to eat|zero food|starving|starve ..1 till|until|tomorrow|for days|day [2-20]", "blood test|colonoscopy|surgery|shop|ramadan", "till|until ..0 [1-14]|lunch|noon|breakfast|dinner|after"),
		sure(T4, "fast|fasting|water fast|zero food|no food ..1 day ..0 [3-20]", "ramadan|how fast"),
		sure(T4, "$purge", "cache|logs|database|db|cdn|records|closet|old data|inbox|branches|queue|files|list", "$laugh"),
		sure(T4, "$throwup & after|following|every|on purpose & $meal & $thin|so i|myself|purpose|stay|to make",
			"run too|ran too|too close|too soon|5 k|hard|too big|intervals|race|gel|gels"),
		sure(T4,
			`$throwup & to|so i|so that & lose weight|make weight|stay lean|stay light|stay thin|be lighter|
				lose fat|be skinny|not gain|scale goes down|scale`,
		),
		sure(T4,
			`after|following & $throwup & every meal|meals|dinner|i eat|eating|each meal|
				all my meals & always|every|usually|again|secretly|hide|habit|cant stop`,
		),
		sure(T4,
			"laxative|laxatives|dulcolax|senna tea|diet pills|diuretic|diuretics|water pills|lax tea|enemas",
			"$general ..4 laxative|laxatives|diuretic|diuretics",
			"coffee .. diuretic",
			"is coffee|is caffeine|caffeine a",
			"mri|colonoscopy|constipat~|constipated",
		),
		sure(T4,
			`bulimia|bulimic|anorexia|anorexic|orthorexia|orthorexic|eating disorder|eating disorders|
				disordered eating|body dysmorphia|bigorexia|binge eating|binge eater|ednos|anorexia recovery|
				pro ana|thinspo`,
			"$general ..4 eating disorder|anorexia|bulimia",
		),
		sure(T4,
			`binge|binged|binges|binging|bingeing & run|running|gym|guilt|guilty|cardio|restrict|starve|fast|
				punish|sick|purge|every night|hate|hours|miles`,
			"netflix|series|show|watch|tv|season|podcast|listen",
		),
		sure(T4,
			"$must & $burnfood & $ate|$meal",
			"what do i have to eat|need to eat",
			"burn fat",
			"burn off fat",
			"earn money",
			"how much|how many",
			"make up for missed|make up for a missed|sleep",
		),
		sure(T4,
			`$burnfood & $ate & hate myself|hate my|panic|guilty|guilt|punish|disgusting|ashamed|cant stop|
				every time|always|anxious|before i can|allowed`,
		),
		sure(T4,
			`punish|punishing|punished|punishment & myself|eat|eating|ate|food|cookie|pizza|carbs|binge|body|
				weight|cheat meal|for what`,
			"burpees|burpees for being|session|hill|workout was|late",
			"gains",
		),
		sure(T4, "exercise|exercising|run|running|cardio|gym|training & as|is|for & punishment", "burpees", "hill"),
		sure(T4,
			`guilty|guilt|ashamed|disgusting|anxious & eat|eating|ate|food|meal|meals|carbs|
				fat & dont exercise|dont run|exercise|every|always|run|gym|cardio|punish|rest day|rest days|
				unless`,
			"skipping leg day|missed workout|missing a workout|skipped .. guilty",
			"race|nervous",
		),
		sure(T4,
			`afraid|scared|terrified|fear|panic|anxiety|anxious|phobia|frightened & eat|eating|food|carbs|
				gaining weight|gain weight|the scale|meals|calories & rest|run|gym|day|days|train|of|to|before|
				any`,
			`before a race|before my race|before running|before run|runner|gain muscle|gi issues|stomach|
				the runs|losing gains|peanut|allergy|sick|bulky|race morning|poison~`,
			"weights",
		),
		sure(T4,
			"under|below|less than|max|only .. [100-999] .. $kcal",
			"burn~|burned|deficit|snack|breakfast|lunch|dinner|meal|gel|bar|shake|maintenance|before|per",
		),
		sure(T4,
			`[100-999] & $kcal & day|daily|only|just|eat|eating|intake|diet|living|surviving|live|restrict|
				restricting|less than|under|consume|consuming|limit|max|keep to|stick to|per day|allow myself`,
			`burn~|burnt|burned|burning|burns|deficit|surplus|before a|before my|before i|snack|breakfast|
				lunch|dinner|extra|eat back|over maintenance|below maintenance|cut of|per hour|an hour|gel|gels|
				bar|shake|per meal|a meal|during|maintenance|post workout|pre workout|session was|run was|worth`,
		),
		sure(T4,
			"[1-1] k & calories|kcal|cals & day|daily|only|just|eating",
			"deficit|burn~|burned|surplus|extra|more|over",
		),
		sure(T4,
			`1000 & $kcal & day|daily|only|just|eat|eating & run|running|train|training|gym|lift|lifting|
				lose|fat|cardio|mile|miles|km`,
			"burn~|burned|deficit|surplus|more|extra|below|under maintenance|snack|breakfast",
		),
		sure(T4,
			`havent eaten|havent ate|not eaten|hasnt eaten|didnt eat|not eating|no food|nothing to eat|
				without eating|without food|eaten nothing|ate nothing|stopped eating|dont eat & days|
				since monday|since tuesday|since wednesday|since thursday|since friday|since saturday|
				since sunday|a week|all week|lose weight|lighter|lose|leaner|weigh|race weight|week|weight|
				thinner|skinny|at all anymore|fat`,
			`eating first|muscle|weights|breakfast|meat|dairy|gluten|sugar|carbs|lunch|enough|before|bread|
				processed|late|after|red meat|back calories`,
			"burn more|burn fat|fat burning",
		),
		sure(T4,
			`fast|fasting|fasted|water fast|starve|starving & [2-40] .. days|days now|[48-200] h|
				[48-200] hours|[48-200] hr|days straight|days and`,
			"ramadan|fast twitch|how fast|days a week|days per week|eating window|times",
			"run fast|fast in|fast 5|get fast|fast enough",
		),
		sure(T4, "starve|starving|starved|starves .. myself|herself|himself", "of carbs"),
		sure(T4, "binged|binge|pigged out|overate|ate bad|ate badly|ate too much|ate so much|ate a lot|ate junk|ate rubbish|ate like a pig|cheated & no food|wont eat|not eating|no eating|fasting today|fasting tomorrow|nothing today|no meals|no dinner|no lunch|skip meals|skipping meals|starving", "before the race|not hungry|still full|no room", "$laugh"),
		sure(T4, "exercise|exercised|run|ran|cardio|train|trained|gym|treadmill|worked out & for hours|hours|extra|twice|double|until i drop|again & because i ate|because of what i ate|because i had|since i ate|for what i ate|for eating", "early|before|stomach|nauseous|cramp|cramps|slow|heavy"),
		sure(T4, "exercise|run|cardio|train|workout|work out|keep going & until|till & burn~|burned|burnt|gone & every|all|last & calorie|calories|bite|meal"),
		sure(T4, "owe|owed|owing|repay|pay for|pay back|atone & $meal & run|km|k|miles|cardio|gym|treadmill|[2-40]", "pay for .. entry|race|membership|shopping|gym", "$laugh"),
		sure(T4, "spat|spit|spits|spitting .. food|dinner|lunch|meal|breakfast|it all|chewed|everything|out my", "gel|gum|water|sports drink|$laugh", "funny"),
		sure(T4, "starvation|semi starvation & diet|myself|mode on purpose"),
		sure(T4,
			`skip|skipping|skips & every meal|all meals|all my meals|most meals|meals & run|running|lose|gym|
				train|weight|thin|lean|light|exercise|cardio|twice`,
		),
		sure(T4,
			`barely eat|barely eats|barely eating|hardly eat|hardly eats|hardly eating|eats nothing|
				eat nothing|eat almost nothing|eats almost nothing|refuses to eat|wont eat|cant make myself eat|
				cant bring myself to eat & run|runs|running|gym|train|trains|training|lift|lifts|cardio|weight|
				fat|exercise|exercises|thin|lean|marathon|day|days`,
			"before|race morning|after a hard|after long|appetite|stomach", "$laugh"),
		sure(T4,
			`living on|live on|surviving on|lives on|only eat|only ate|only had|all i had|all i ate|had only|just had|only have|just have|just eat & coffee|apple|
				water|air|gum|celery|lettuce|cucumber|rice cakes|diet coke|an egg|black coffee|cigarettes & day|today|all day|
				training|run|running|lean|weight|marathon|lift|only`,
			"before|morning|pre",
			"gels|budget",
		),
		sure(T4,
			`dont deserve|not deserve|have to earn|need to earn|must earn|not allowed|dont let myself|
				cant let myself|wont let myself & eat|food|meal|dinner|rest|carbs|dessert|a day off|day off|
				breakfast`,
			"calorie~ budget",
		),
		sure(T4,
			`weigh myself|weighing myself & times a day|every hour|obsess~|obsessed|panic|cry|ten times|
				constantly|after every`,
		),
		sure(T4,
			`hate|disgusted|disgusting|ashamed|repulsed & my body|how i look|being fat|im fat & rest|eat|
				eating|food|run|running|punish|gym|cardio|starve|injured|until|throw`,
			"$laugh",
		),
		sure(T4,
			`no water|not drinking|cut water|dehydrate|dehydrating|spitting|sauna|sweat suit & diuretics|
				laxatives|make weight|days`,
			"sauna .. days|rest day|rest days|off days",
		),
		sure(T4,
			`exercise|exercising|run|running|gym|working out|train|training & hours a day|hours every day|
				times a day & cant stop|panic|addicted|compulsive|obsessed|eat|eating|food`,
			"hours a day of sleep",
		),
		sure(T4,
			`addicted to exercise|exercise addiction|compulsive exercise|compulsively exercise|
				cant stop exercising & eat|injured|rest|food|weight|guilt|panic|hurt|sick`,
		),
		sure(T4,
			`throw up|throwing up|threw up|vomit|vomit up|puke|puke up|bring up|purge .. my ..0 dinner|lunch|
				food|meals|breakfast|meal`,
			"once|on the run|mid run|during|race|hard|last week|intervals",
		),
		sure(T4, "$throwup & so im|so i am|so i stay|to stay|to be & lighter|light|lean|thin|skinny|slim|smaller"),
		sure(T4,
			`cant|dont|wont|not allowed to .. eat|have dinner|have food .. until|unless|before ive|
				before i have & burn~|burned|burnt|run|ran|exercise|exercised|trained|worked out|calories|miles|
				steps|cardio|km|earned`,
			"2 hours|two hours|an hour|three hours|digest|cramp|cramps|side stitch|gi|fasted",
		),
		sure(T4,
			`panic|anxious|anxiety|freak out|freaking out|meltdown|hate myself|guilty|disgusting|
				cant cope & cant work out|cant exercise|cant run|miss a workout|miss a run|dont exercise|
				dont run|rest day|rest days|day off|skip a workout|cant train & eat|eating|ate|food|fat|gain|
				weight|body|meal`,
		),
		sure(T4,
			`extra cardio|extra run|extra miles|extra mile|extra workout|double session|run more|run extra|
				more cardio & punish|punishment|because i ate|if i eat|when i eat|every time i eat|after i eat|
				if i ate|after eating|make myself|for eating|for what i ate`,
			"eat more protein",
			"how much should i eat|what should i eat|fuel",
		),
		sure(T4,
			`if i eat|whenever i eat|every time i eat|when i eat & have to|must|need to|make myself|
				force myself & run|exercise|cardio|burn|gym|workout|train|miles`,
			"before i run|wait",
			"before",
		),
		sure(T4,
			`force myself|forcing myself|make myself|push myself & not to eat|to not eat|starve|fast|
				skip meals|skip food|run on injur~|run until i|exercise until i & eat|puke|sick|faint|collapse|
				meals|food|thin|drop`,
			"through breakfast",
			"5 k",
		),
		sure(T4,
			`no food|without food|zero food|not eating|nothing but water|only water|just water|
				water only & days|day fast|week|since`,
			"before|breakfast|hours before|last night|since dinner",
		),
		sure(T4,
			`obsessed with|obsessing over|cant stop|terrified of|scared of|constantly .. calories|the scale|
				being thin|weighing|losing weight|getting fat|gaining|my weight|food|counting & cant|eat|run|
				hours|cry|panic|starve|skip|faint|anymore|enough|control|tired`,
			"football",
		),
		sure(T4,
			`secretly|hide|hiding|lie about|lying about & food|eating|exercise|running|vomiting|meals|
				laxatives|skip`,
			"hide .. cookies|snacks|protein bar|$laugh",
			"hidden sugar",
		),
		sure(T4,
			`hospital|inpatient|relapse|relapsed|relapsing|recovery|recovering .. from|into|for|
				with .. anorexia|bulimia|restricting|purging|ed|eating disorder`,
		),
		sure(T4,
			`eat|eating|ate .. once every two days|every other day|every second day|every two days|
				every three days|one meal every`,
			"fast food|takeaway|pizza|fish|red meat|eggs",
		),
		sure(T4,
			`skip|skipping|skipped .. meals|food|dinner|lunch & so i can|to stay|to be|to get|to lose|
				lose weight|lean|light|skinny|thin|race weight`,
			"once|today|work|meeting|time",
		),
		sure(T4,
			`hate eating|food disgusts me|food is the enemy|scared of food|afraid of food|fear food|
				fear foods|eating makes me feel disgusting|eating feels like failing|feel fat whenever i eat|
				cant stop thinking about food and|body is disgusting|disgusted by my body|
				cant look at myself in the mirror`,
		),
		sure(T4,
			`restricting|restrict|restricted & purge|binge|starve|skip|relapse|again|all day|heavily|badly|
				severely|food|eating & run|train|gym|weight|fat|lift|obsess~|training`,
			"time restricted|blood flow|bfr|restricted movement|restricted range|range of motion|sodium|ankle",
		),
		sure(T4,
			`clothes|jeans|mirror|body & starve|starving|purge|throw up|not eating|stop eating|
				stopped eating|dont eat`,
			"$laugh",
		),
		sure(T4, "lost my appetite|no appetite & on purpose|good|proud|weight keeps|glad & not eating|food|scale"),
		sure(T4,
			`havent had|not had|hasnt had|had no|no & a meal|a proper meal|proper meal|real meal|real food|
				solid food|any food|anything to eat|food in & days|day|week|since monday|since friday|
				since sunday`,
			"since breakfast|dog|fast food",
		),
		sure(T4,
			`rest day|rest days|days off|day off & dont eat|not eat|wont eat|skip meals|starve|stop eating|
				cant eat|not allowed to eat|eat nothing|scare me|scared|terrify me|panic|terrified`,
			"scared of losing gains|eat less|eat more",
		),
		sure(T4,
			`go over|went over|eat more than|ate more than & i row until|i run until|undo|undone|work it off|
				run it off|make up|burn it|punish|fast the next|dont eat the next`,
			"tdee|rpe",
		),
		sure(T4,
			`cant|dont|never .. eat .. without .. running|burning|exercising|working it|working out|cardio|
				guilt|feeling guilty|panicking|purging|throwing up|crying`,
			"cant run without|cramps|cramping",
		),
	},
}

// Too little energy for the training: lost periods and their kin.
var energyRules = ruleSet{
	group: "energy",
	concepts: map[string]string{
		"period": `period|periods|peroid|peroids|menstruation|menstrual cycle|menses|my cycle|monthly|
			time of the month|menstruating|menstruate|menstruated|my bleed|my flow`,
		"gone": `stopped|stop|stops|gone|went away|goes away|vanished|vanish~|lost|lose|losing|missed|miss|
			missing|skipped|skipping|disappeared|disappearing|absent|hasnt come|not come|didnt come|
			doesnt come|wont come|havent had|havent gotten|havent got|havent had my|havent gotten my|
			hasnt had|havent seen|not had|not got|never came|never returned|havent come|no|without|dried up|
			stop getting|stopped getting|not getting|dont get|ceased|havnt had|hasnt returned|not returned|
			hasnt come back|not coming|irregular|dont have|no longer get|isnt coming|went missing|havnt|
			ages since|been months since|months since|no sign of|mia|awol`,
		"drained": `wiped out|tired|very tired|dead tired|dead legs|heavy legs|exhausted|drained|shattered|
			knackered|no energy|fatigued|fatigue|wading|flat|nothing left|worn out`,
		"declining": `slower|slowing|times falling|falling|dropping|performance fall|performance falls|
			performance is|performance drop|performance dropping|getting worse|going backwards|isnt helping|
			not helping|did nothing|didnt help|nothing help|nothing helps|rest doesnt help|rest isnt helping|
			doesnt get better|resting pulse|resting hr|resting heart rate up|pulse up|even after rest|
			no matter how much i rest|sleep doesnt help`,
	},
	rules: []rule{
		sure(T2,
			"$period & $gone",
			"$general ..4 $period",
			"can|do|does|why ..1 you|women|runners|athletes|people|lifting|running ..3 $gone|cause|affect|make",
			`pill|contracept~|contraception|contraceptive|birth control|iud|mirena|implant|menopause|
				perimenopause|menopausal|hysterectomy|coil`,
			"no difference|no effect|no problem",
			"miss .. training|workout|workouts|sessions|gym|session",
			"lost .. weight|kg|lbs|strength|pounds",
			"stop ..1 running|training|exercising|working out|lifting", "should i|do i|can i .. stop",
			"skip .. gym|workout|training|leg day|session",
			"period pain|period cramps|period pains",
			"missed my period of",
			"full stop",
			"period .. stop",
			"better no|or no|heavy weights or",
			"no training|no gym|no energy|no strength|no power|no force|no desire|no drive|no pain|no motivation|no exercise|no lifting|no running",
			"without training|without pain|without a break",
		),
		sure(T2,
			`$period & havent had|no|stopped|lost|gone|missing|missed|hasnt come & month|months|weeks|year|
				since|spring|summer|autumn|winter|fall|january|christmas|ages|half a year`,
			"pill|birth control|iud|menopause|perimenopause|implant|menopausal",
		),
		sure(T2,
			"$drained & [2-30] .. weeks|months &14 $declining",
			"weeks out|weeks to|weeks until|weeks left|race in|years",
			"am i overtraining|overtraining|overtrained|deload|tired of|tired legs|legs tired|wiped out the|wiped out my|flu wiped",
		),
		sure(T2,
			`$drained & weeks now|months now|for weeks|for months|months|two months|three months|four months|
				six weeks|eight weeks &14 $declining`,
			"weeks out|weeks to|weeks until|weeks left|race in|years",
			"am i overtraining|overtraining|overtrained|deload|tired of|tired legs|legs tired|wiped out the|wiped out my|flu wiped",
		),

		sure(T2, "no cycle|no cycles|no bleed|period go away|periods went|period gone & month|months|year|since|weeks|marathon|mileage"),
		sure(T2, "amenorrhea|amenorrhoea|amenorrea|oligomenorrhea", "$general ..4 amenorrhea|amenorrhoea"),
		sure(T2,
			"red s|reds syndrome|relative energy deficiency|female athlete triad|male athlete triad",
			"$general ..4 red s|relative energy deficiency|athlete triad",
			"sox",
		),
		sure(T2,
			"lost|losing|dropped|lose & [8-40] .. kg|kilos|kgs & [1-6] .. weeks|week|in a month|a month|one month",
			"how|want|goal|can i|trying to|target|help|plan|squat|bench|deadlift|per month",
		),
		sure(T2,
			"lost|losing|dropped & [16-80]|a .. lb|lbs|pounds|stone & [1-6] .. weeks|week",
			"how|want|goal|can i|trying to|target|help|plan|squat|bench|deadlift",
		),
		sure(T2,
			`losing weight|lost weight|weight loss|weight dropping|weight keeps dropping|lost kg|
				kg & without trying|not trying|unexplained|unintentional|no reason|not on purpose|
				eating normally|night sweats|dont know why`,
			"muscle",
		),
		sure(T2,
			`libido|sex drive|interest in sex|morning wood|erections & no|zero|low|lost|gone|dead|vanished|
				dropped|flat|tanked|none|missing|disappeared & tired|exhausted|exhaustion|fatigue|fatigued|
				wiped|wiped out|knackered|drained|worn out|weeks|months|training|mileage|cutting|cut|dieting|
				diet|deficit`,
			"$general ..4 libido",
			"whole family|dog|neutered",
		),
		sure(T2,
			`cycle|bleeding|aunt flo & disappeared|stopped|vanished|gone|missing|lost|absent|skipped|
				hasnt come|not come & month|months|cut|since|weeks|marathon|mileage|lean|year`,
			`bike|cycle to|cycle lane|cycle path|pill|menopause|perimenopause|bleeding|nose|bulk cycle|
				training cycle|wash`,
		),
		sure(T2,
			`dont|doesnt|didnt|havent|hasnt|not|never|no longer .. get|got|had|gotten|have|having|
				getting .. period|periods|menstruation|menses`,
			"pill|iud|birth control|menopause|implant|perimenopause",
			"period pain|period cramps|cramps",
			"have my period app|period tracker",
		),
		sure(T2,
			`last period|last had a period|last had my period|last bled & in january|in february|in march|in april|in may|in june|
				in july|in august|in september|in october|in november|in december|in spring|in summer|
				in autumn|in the fall|in winter|last year|months ago|over a year`,
			"pill|iud|menopause|implant|perimenopause|pregnant|game|match|hockey|school",
		),
		sure(T2, "havent|hasnt|not|dont|stopped|no longer|never .. menstruate|menstruated|menstruating|bled"),
	},
}
