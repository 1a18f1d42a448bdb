package safety

// Pregnancy and the first months after birth: the clinician who knows them
// first; bleeding, leaking, contractions are an emergency.
var pregnancyRules = ruleSet{
	group: "pregnancy",
	concepts: map[string]string{
		"pregnant": `pregnant|pregnancy|preggo|preggers|preg|prenatal|antenatal|trimester|expecting|expecting a baby|
			with child|up the duff|knocked up|due date|pregnat|weeks along|wks along|weeks gestation|bump|
			baby bump`,
		"postpartum": `postpartum|post partum|postnatal|post natal|c section|csection|cesarean|caesarean|caesarian|
			gave birth|given birth|giving birth|had a baby|had my baby|had our baby|since the birth|
			after birth|after the birth|after delivery|since delivery|after giving birth|post baby|
			had the baby|diastasis|diastasis recti|lochia|after childbirth|childbirth|new mum|new mom`,
		"trouble": `bleed|bleeding|bleeds|bled|blood|spotting|spotted|contraction|contractions|leaking|leak|leaked|
			fluid|waters broke|water broke|gush|baby hasnt moved|baby isnt moving|baby not moving|
			less movement|not moving|stopped moving|no movement|hasnt kicked|not kicking|reduced movement|
			dizzy|faint|fainted|chest|swollen calf|calf|blurred vision|blurry vision|severe headache|
			bad headache|headache|belly pain|stomach pain|cramping|cramps|cant breathe|breathless|
			short of breath|fell on my|fell on my belly|passed out`,
	},
	rules: []rule{
		sure(T0,
			"$pregnant && $trouble",
			`leg cramps|calf cramps|calf raise|calf raises|contractions of|spot me|headache of|chest press|
				bench|chest day`,
			"chest workout|chest exercises",
			"not pregnant",
			"bump in",
		),
		sure(T0,
			`[4-42] .. weeks|wks|week|months & bleed|bleeding|spotting|contractions|leaking fluid|
				waters broke|baby hasnt moved`,
			"nipple|nipples|toenail|blister|feet|hand|hands|gums|shin|knee|post op|stitch|stool|nose",
		),
		sure(T0,
			`$postpartum & heavy bleeding|bleeding heavily|bleeding more|bleeding again|bleeding|clots|
				soaking|fever|chest|calf`,
		),
		sure(T3,
			`im|i|me|my|we|she|shes|her|wife|wifes|girlfriend|sister|partner|friend|daughter|women|woman|
				while|when|if|during|being|are|can & $pregnant`,
			`wife|wifes|girlfriend|partner|gf|sister|colleague|friend|fiancee & so|time|i have|less|
				my training|busy|soon|due|our|i need|i get|i can|i train|help her around|i miss|i only|sleep|
				before the baby`,
			"not pregnant|pregnant pause|get pregnant|getting pregnant",
			"$relative|coach|boss|trainer|teacher|manager ..3 $pregnant",
			`expecting & pb|pr|result|results|delivery|package|rain|too much|more|better|faster|gains|
				progress|big|changes|soreness|that|it|a lot|release`,
			"i was expecting|what im expecting|been expecting|expecting .. to",
			"pregnant ..0 trainer|trainers|colleague|colleagues|coworker|teacher|teachers|coach|boss|instructor|instructors",
			"bump .. up|into|in|mileage|weight|load",
			"up the weight|bump up|speed bump|bumped",
		),
		sure(T3,
			`wife|wifes|girlfriend|partner|gf|sister|friend & $pregnant & she|her lifting|her running|her training|her workouts|for her|wants|safe|runs|trains|exercise|exercises|keep|keeps|
				still|can she|should she|running|lifting|lifts|ok for`,
			"so|less time|i have|my training|busy|i need|i only|i train|i get|i can|wants me|me to|asks me|told me",
			"im ..2 training|running|lifting|doing|getting|sleeping|cutting|losing|only|stuck",
			"my gains|my runs|my mileage|my lifts|for me",
		),
		sure(T3,
			"pregnancy|pregnant|prenatal|trimester|preggo|preggers",
			"$relative|coach|boss|trainer|teacher|manager ..3 $pregnant",
			`wife|wifes|girlfriend|partner|gf|sister|colleague|coworker|friend|cousin|teammate|boss|
				not pregnant|dog|cat`,
			"pregnant pause",
			"test came",
			"pregnant|pregnancy ..0 trainer|trainers|colleague|colleagues|coworker|teacher|teachers|coach|boss|instructor|instructors",
			"get pregnant|getting pregnant|become pregnant|trying to",
		),
		sure(T3, "[8-42] .. weeks|wks & gone|bump|my bump|the bump|belly growing|second trimester"),
		sure(T0, "my waters|waters|my water & leak~|leaked|leaking|broke|gone|breaking|trickl~", "bottle|hydration|pack|bladder|flask"),
		sure(T3, "[1-42] .. weeks|wks|week|months & pregnant|along|preg|preggo"),
		sure(T3,
			"$postpartum",
			"years|year ago|yrs|decade|sister|colleague|teammate|friend|wife|so i|so we|partner|less time|no time|little time|busy|we just|we had|sleep|dad",
			"control|months ago & no issues|2 years",
			"toddler",
			"baby shower|baby sitter|baby monitor",
			"pp & mp|file|slide|slides",
		),
		sure(T3, "$postpartum & [1-26] .. weeks|wks|wk|week", "years"),
		sure(T3,
			"wife|girlfriend|sister|friend|partner & $postpartum & she|her|wants to|can she|ready to",
			"so i|so we|less time",
		),
		sure(T3, "breastfeeding|breast feeding|nursing & weeks|week|newborn|delivery|birth", "nursing a|years"),
		sure(T3, "miscarriage|miscarried|ectopic|stillbirth|ivf|embryo transfer"),
		sure(T0,
			`[4-42] .. weeks|wks|months & belly|stomach|bump|tummy|womb & tight|tightening|hard|pain|painful|
				cramp|cramping|cramps|contract~`,
			"plank|diet|cut|fat|lose|flat|out|postpartum|abs|crunches",
		),
		sure(T3,
			`im due|i am due|shes due|baby is due|baby due|due date|were due .. in|on|this|next|soon|january|
				february|march|april|may|june|july|august|september|october|november|december|weeks|months`,
			"invoice|project|sprint|report|deload|pr|deadline|due in june so|wife|payment|race|for a",
			"so i|less time",
		),
		sure(T3,
			`baby came|baby arrived|baby was born|had the baby|my baby is|our baby is|popped out a baby|
				delivered .. [1-12] .. weeks|week|wks|days`,
			"wife|partner|girlfriend|dad|father|sleep|time",
		),
	},
}
