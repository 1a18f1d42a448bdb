package safety

// lasting are the concepts of what goes on for weeks.
var lasting = map[string]string{
	"weeks": `for weeks|for months|for ages|weeks now|months now|been weeks|been months|been ages|since weeks|
		since months|few weeks|few months|couple of weeks|couple of months|several weeks|many weeks|
		some weeks|all month|a month|one month|two months|three months|four months|five months|six months|
		three weeks|four weeks|five weeks|six weeks|seven weeks|eight weeks|ten weeks|past month|last month|
		whole month|last weeks|past weeks|the last weeks|past months|last months|these weeks|half a year|since january|
		since february|since march|since april|since may|since june|since july|since august|
		since september|since october|since november|since december|since spring|since summer|
		since autumn|since fall|since winter|since easter|since christmas|since new year|the last few months|
		second week like|third week like|fourth week like|fifth week like|sixth week like|second week now|third week now|
		fourth week now|fifth week now|sixth week now|weeks in a row|weeks running|weeks straight`,
	"worn": `energy 1|energy 2|tired|exhausted|exhaustion|fatigue|fatigued|tiredness|drained|wiped|wiped out|shattered|knackered|
		wrecked|run down|burnt out|burned out|burn out|no energy|zero energy|lethargic|sluggish|worn out|
		no power|no strength|running on empty|heavy legs|legs heavy|battery empty|batteries empty|
		dead tired|feel flat|felt flat|flat for|no life in|slower and slower|feel ill|feel rubbish|feel rough|
		dragging myself|cant recover|not recovering|dont recover|cannot recover|stay tired|asthenia`,
	"waning": `slower|slowing|weaker|worse|worsening|dropping|drops|dropped|falling|fell|declining|decline|
		going down|gone down|go down|are down|is down|tanked|tanking|off a cliff|backwards|plummet~|slipping|
		performance|harder|heavier|doesnt help|dont help|nothing helps|not helping|isnt helping|didnt help|
		no better|not better|doesnt get better|wont lift|wont go away|doesnt go away|whatever i do|no matter|
		even after|although i rest|even though i rest|rest and rest|and rest|resting hr|resting pulse|rhr|
		resting heart rate|every cold|always sick|always ill|keep getting ill|keep getting sick|no libido|
		no appetite|moody|constantly|all the time|every day|every session|every run|everything|doctor|
		sleep ten hours|sleep 10 hours|even with sleep|stay tired|still tired`,
	"explained": `wiped out the|wiped out my|flu wiped|overtraining|overtrained|deloading|baby|newborn|toddler|kids|night shift|night shifts|shifts|new job|work|job|office|exams|exam|
		thesis|jet lag|weeks out|weeks to|weeks until|weeks left|weeks off|months off|race in|block|deload|
		taper|tired of|had covid|the flu|flat feet|flat bench|flat shoes|flat route|flat course|tired eyes|
		studying|project|deadline|week of training|first week|week one|new to|plateau|heat|diet|cut|cutting|
		deficit|years`,
	"shortbreath": `hard to breathe|harder to breathe|difficult to breathe|struggle to breathe|out of puff|out of breath|short of breath|breathless|puffing|puffed|panting|winded|wheezing|
		blow like|blowing hard|blow hard|gasping|breathing hard|breathing is hard|breathing heavier|
		huffing|like altitude|struggle for air|lungs feel|no lungs|lose my breath|losing my breath`,
	"newly": `every week|each week|week by week|month by month|more each|happened before|used to be|used to|never used|new for me|new to me|now i have to|didnt before|never before|
		before i could|months ago i|weeks ago i|a month ago|getting worse|worse and worse|more and more|
		unexplained|dont know why|no idea why|strangely|weirdly|weird since|lately|recently|these days|
		all of a sudden|suddenly|out of the blue|no cold|same loop|same route|same pace|my usual`,
	"easywork": `easy pace|easy run|easy runs|easy jog|normal run|normal runs|usual run|stairs|steps|flat walk|
		walking|walk|walks|warm up|warm ups|tying|laces|shopping|same loop|same route|slow run|slow runs|
		one floor|two floors|short runs|jog|runs that|loop`,
	"breathcause": `beginner|start running|new to running|new runner|started running|just started|altitude camp|
		2400|smok~|unfit|out of shape|after covid|covid|flu|a cold|humid|heat|hot|time off|months off|
		weeks off|break from|long break|mask|talk test|nose|should i run|get fitter|pregnant|how do i|
		how to breathe|interval|intervals|sprint|sprints|hiit`,
}

// Tiredness of weeks while performance falls and rest does not help.
var tiredRules = ruleSet{
	group:    "energy",
	concepts: lasting,
	rules: []rule{
		sure(T2, "$worn && $weeks && $waning", "$explained"),
		sure(T2, "$worn && [3-30] ..1 weeks|months|wks && $waning", "$explained"),
		sure(T2, "slower and slower|weaker and weaker|times falling|times are falling|lifts dropping && $weeks", "$explained"),
		ask(T2, "so tired|always tired|constantly tired|constantly exhausted|chronically tired|permanently tired|permanently exhausted & $weeks", "$explained"),
		ask(T2, "$worn & $weeks & cant|unable|nothing|anymore|sleep|slept|rest|rested|resting|recover|wake up", "$explained"),
		ask(T2, "$worn & [3-30] ..1 weeks|months|wks & cant|nothing|anymore|sleep|slept|rest|rested|recover|wake up|straight", "$explained"),
		ask(T2, "resting hr|resting pulse|resting heart rate|rhr & up|higher|elevated|raised & $weeks|been weeks|always sick|no power|tired|ill", "$explained", "lower|today|fitter"),
	},
}

// Breath that fails at what used to be easy.
var unusualBreathRules = ruleSet{
	group: "breath",
	rules: []rule{
		sure(T2, "breathing|breath|lungs ..4 worse|harder|heavier|got bad|gone bad && $easywork && $weeks|$newly|this month|this week", "$breathcause"),
		sure(T2, "$shortbreath && $newly && $easywork", "$breathcause"),
		sure(T2, "$shortbreath & $weeks && $easywork|$newly", "$breathcause"),
		sure(T2, "stairs|steps & stop|breaks|rest|pause & halfway|now|new|used to|lately|suddenly", "leg day|squats|doms|sore|legs|knee|knees|quads", "$breathcause"),
	},
}
