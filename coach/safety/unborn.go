package safety

// A pregnancy that is told by its weeks, its child or its birth.
var unbornRules = ruleSet{
	group: "pregnancy",
	concepts: map[string]string{
		"unborn": "baby|babys|little one|bump|bub|bubs|my child|the child|womb|belly|tummy|bean",
		"still": `moving less|moves less|less movement|fewer kicks|kicks less|kicking less|hasnt moved|not moved|
			hasnt kicked|not kicked|no kicks|not moving|isnt moving|stopped moving|stopped kicking|very quiet|
			so quiet|gone quiet|quiet since|quiet today|feel the baby move|feel baby move|feel him move|
			feel her move|usually kicks|usually moves|no movement|moved less|no kicking`,
		"waters": `leak|leaks|leaked|leaking|fluid|gush|gushed|trickle|trickling|contraction|contractions|
			regular cramps|cramps every|cramping regularly|tightening every|tight every|hard every|
			hurts regularly|hard and hurts|gone tight|goes hard and|spotting|bleeding|blood`,
		"carrying": `bun in the oven|in the family way|up the duff|positive test|test was positive|
			tested positive for pregnancy|two lines|the one carrying|carrying a baby|carrying a child|
			carrying twins|having twins|twins on the way|with child|gestation`,
		"bred": `birth|delivered|delivery|c section|newborn|baby was born|had the baby|had my baby|gave birth|
			labour|labor|since baby`,
		"month": `january|february|march|april|may|june|july|august|september|october|november|december|spring|
			summer|autumn|winter`,
		"doing": `squat|squats|deadlift|deadlifts|lift|lifting|run|running|train|training|gym|workout|exercise|
			exercises|jump|plank|crossfit|marathon|plan|jog|weights|5 k|lace up`,
	},
	rules: []rule{
		sure(T0, "$unborn & $still", "sleep|sleeps|newborn|toddler|months old|weeks old|stroller|bump in"),
		sure(T0, "[5-42] ..1 weeks|wks|week & $waters|$still", "nipple|toenail|blister|gums|shin|knee|post op|stitch|stool|nose|fluid loss|plan|race|calf|hydration|leaking time"),
		sure(T3, "$carrying", "baked|bakery|bread|covid|drug|caffeine", "wife|girlfriend|partner|sister|friend|colleague", "two lines of"),
		sure(T3, "baby on the way|baby is on the way|baby coming|having a baby & im|i am|me|myself|still|allowed|adapt|can i", "wife|girlfriend|partner|dad|father|less time|busy"),
		sure(T3, "[4-42] ..0 weeks|wks & baby|carrying|midwife|ob|obgyn|due|trimester|expecting", "plan|to race|to the race|marathon|old|wife|girlfriend|partner|baby weights|baby steps"),
		ask(T3, "at ..0 [8-41] ..0 weeks|wks & can i|is it|safe|still|ok|allowed|heavy", "out|plan|race|marathon|block|post op|after|deload|cut|program|progress"),
		sure(T3, "im due|im ..1 due|due ..1 in ..0 $month && $doing", "i need|short plan|race|invoice|bill|payment|project|report|wife|wifes|girlfriend|girlfriends|partner|partners|deload|thesis"),
		sure(T3, "second|third|fourth|fifth|sixth|seventh|eighth|ninth|2 nd|3 rd|4 th|5 th|6 th|7 th|8 th|9 th|in my last ..0 month & im|i am|am in|belly|my & $doing", "of training|of the plan|of my program|of lifting|streak|into"),
		sure(T3, "$bred & a month ago|weeks ago|last month|a few weeks|two months ago|[1-12] ..0 weeks|wks", "thesis|project|report|package|rack|pizza|product|wife|girlfriend|partner|sister|years|race", "new shoes|of a new"),
		ask(T3,
			"baby|babys|newborn|our first|our second|our third|twins ..3 [1-11] ..0 weeks|wks|week|days ..0 old && $doing|5 k|couch to 5 k",
			"wife|wifes|girlfriend|partner|sister|dad|father|papa|sleep|slept|nights|pram|stroller|buggy|puppy|kitten",
		),
		sure(T3, "i ..0 delivered ..3 ago & lace up|run|running|lift|lifting|squat|train", "thesis|project|report|package|product|talk|speech|presentation"),
	},
}
