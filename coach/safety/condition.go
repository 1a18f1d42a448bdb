package safety

// Known disease, medicine that changes heart rate or bleeding, recent surgery:
// the clinician who knows the person first.
var conditionRules = ruleSet{
	group: "condition",
	concepts: map[string]string{
		"heartdisease": `heart condition|heart conditions|heart disease|heart problem|heart problems|heart defect|
			heart failure|heart murmur|heart valve|heart surgery|heart transplant|heart issue|heart issues|
			heart block|heart inflammation|heart op|heart trouble|bad heart|weak heart|enlarged heart|
			athletes heart|cardiac arrest|cardiac issues|cardiac condition|cardiac patient|cardiac rehab|
			cardiomyopathy|hcm|angina|arrhythmia|svt|wpw|long qt|atrial fibrillation|afib|a fib|
			aflutter|pacemaker|icd|defibrillator|stent|stents|bypass surgery|had a bypass|bypass op|
			quad bypass|heart bypass|triple bypass|quadruple bypass|angioplasty|ablation|myocarditis|
			pericarditis|endocarditis|aneurysm|aortic|marfans|coronary artery disease|blocked artery|
			blocked arteries|mitral valve|mitral valve prolapse|murmur|congenital heart|hole in my heart|
			hole in the heart|open heart surgery|heart attack|heart attacks|ischemia|ischaemia|
			my cardiologist|coronary|aorta|pots syndrome`,
		"disease": `my insulin|his insulin|her insulin|insulin and i|insulin shots|insulin dose|insulin dosing|
			insulin user|use insulin|using insulin|insulin therapy|diabetic|diabetics|diabetes|t1d|t2d|
			type 1 diabetes|type 2 diabetes|type 1 diabetic|type 2 diabetic|type one diabetic|
			type one diabetes|im type 1|i am type 1|have type 1|have type 2|a type 1|
			on insulin|takes insulin|taking insulin|inject insulin|insulin dependent|insulin injections|
			kidney problem|kidney problems|kidney trouble|liver problems|severe asthma|bad asthma|kidney disease|kidney failure|kidney transplant|kidney condition|one kidney|ckd|
			liver disease|cirrhosis|epilepsy|epileptic|osteoporosis|osteopenia|cystic fibrosis|
			copd|emphysema|pulmonary hypertension|multiple sclerosis|parkinsons|chemo|
			chemotherapy|cancer|tumor|tumour|radiotherapy|radiation therapy|transplant|
			hemophilia|haemophilia|hypertension|hypertensive|high blood pressure|high bp|
			blood pressure is high|bp is high|rheumatoid arthritis|muscular dystrophy|
			stroke survivor|had a stroke|had stroke|mini stroke|tia|after a stroke|since my stroke|
			adrenal insufficiency|peripheral artery disease|intermittent claudication|
			metabolic disease|detached retina|retinal detachment|glaucoma|hernia|slipped disc|
			herniated disc|herniated disk|spinal fusion|spinal stenosis|compartment syndrome|
			thyroid storm`,
		"medicine": `beta blocker|beta blockers|betablocker|betablockers|bisoprolol|metoprolol|propranolol|
			nebivolol|blood thinner|blood thinners|bloodthinners|warfarin|coumadin|eliquis|
			apixaban|xarelto|rivaroxaban|pradaxa|anticoagulant|anticoagulants|plavix|clopidogrel|heparin|
			amiodarone|digoxin|flecainide|nitroglycerin|nitro spray|lithium|prednisone|immunosuppressants|
			blood pressure meds|blood pressure medication|blood pressure tablets|blood pressure pills|
			bp meds|bp tablets|heart meds|heart medication|heart pills|diltiazem|verapamil|lisinopril|
			amlodipine|losartan|ramipril|metformin|diuretic for my|statins and muscle pain`,
		"operation": `surgery|surgeries|my operation|an operation|knee operation|hip operation|back operation|
			heart operation|hernia operation|operated on|operated|my op|knee op|hip op|back op|hernia op|
			post op|reconstruction|acl reconstruction|acl repair|meniscus repair|hernia repair|appendix out|
			appendectomy|gallbladder out|gallbladder removed|hysterectomy|vasectomy|hip replacement|
			knee replacement|hip replaced|knee replaced|new hip|new knee|spinal fusion|fusion|discectomy|
			microdiscectomy|laminectomy|arthroscopy|knee scope|hip scope|shoulder scope|stitches out|tonsils out|wisdom teeth out|
			wisdom tooth out|lasik|prk|rotator cuff repair|labrum repair|slap repair|keyhole|laparoscopy|
			laparoscopic|mastectomy|transplant|implants|breast augmentation|breast implants|bbl|tummy tuck|
			biopsy|stent put in|scoped|plates and screws|c spine fusion|bunion surgery|spleen removed`,
		"theory": `does|will|would|how does|how do|can running|can lifting|can cardio|can exercise|can weights|
			can strength|is running good|is cardio good|is lifting good|is exercise good|good for|help with|
			helps with|help prevent|prevent|prevents|lower|lowers|reduce|reduces|reverse|cause|causes|
			risk of|cure|cures|improve|improves|benefits`,
		"mine": `my|i|im|ive|me|got|have|has|with|diagnosed|on|taking|mum|mom|dad|husband|wife|hes|shes|he|she|
			as a`,
	},
	rules: []rule{
		sure(T3,
			"$heartdisease",
			"$theory ..7 $heartdisease",
			"hill|saw|bill|price|inducing|on a plate|when i saw|waiting to happen|project|deadline|boss|meeting|codebase",
			"charity|fundraiser|awareness",
			"never had|dont have|family history only|become a|became a|made me think|what is|what are|whats",
			"$laugh",
			"keep mine|keep my heart|keep my own|look after my heart|runs in the family|runs in my family|in my family|when he was|when she was",
			"ablation study|ablation test|ablation experiments|ablations",
			"model|cluster|pipeline|experiment",
			"pacemaker for",
			"coronary stop",
		),
		sure(T3,
			"$mine .. $heartdisease",
			"hill|saw|bill|price|inducing|on a plate|waiting to happen|project|deadline|boss|codebase",
			"charity|fundraiser|awareness|become a|becoming a|made me think",
			"never had",
			"$laugh|ablation study|ablation test|ablation experiments|ablations",
			"prevent~|avoid~|lower my risk|reduce~|risk",
			"will i|could i|would i|am i going to",
			"family history",
		),
		sure(T3,
			"$disease",
			"$general ..3 $disease",
			"$theory ..7 $disease",
			"charity|fundraiser|fundraising|awareness|screening|for cancer|in memory",
			`type 1 error|type 2 error|type 2 fun|type 1 fun|type 2 fibers|type 2 fibres|type 1 fibers|
				type 1 fibres|fiber|fibre|fibers|fibres|slow twitch|fast twitch`,
			"of the|hernia of",
			"capricorn|zodiac|horoscope|star sign",
			"prediabet~|prediabetes",
			"never had|dont have",
			"years ago|$healed",
			"is a cancer",
			"meeting",
			"sports hernia|bone density",
		),
		sure(T3,
			"im|i am|i have|ive got|i got|diagnosed with|with my|my|as a|have the|hes|shes|is & $disease",
			"fiber|fibre|fibers|fibres|fun|error",
			"charity|fundraiser|awareness|screening|memory",
			"prevent~|avoid~|reduce~|risk|lower my",
			"years ago|$healed",
			"$general ..6 $disease",
			"my type|hernia of|codebase",
		),
		sure(T3,
			"$medicine",
			"$general ..3 $medicine",
			"ampk|does metformin|activate",
			"$theory ..6 insulin",
			`insulin resistance|insulin sensitivity|insulin spike|insulin spikes|insulin response|
				insulin kill|spike insulin|insulin levels|insulin and muscle`,
			"release|qa|launch|sprint|ticket|staging",
			"battery|lithium ion|lithium batteries",
			"metformin mice",
		),
		sure(T3,
			`my blood pressure|blood pressure|my bp|bp & [140-260]|high|sky high|through the roof|too high|
				meds|medication|tablets|pills`,
			"$theory ..8 blood pressure",
			"cuff|cuffs|bfr",
			"higher reps|high rep",
			"in general",
		),
		sure(T3,
			`had|after|post|since|recent|recently|just|weeks|wks|week|days|months|month|following|recovering|
				before my|upcoming|scheduled|having|last week|last monday|last tuesday|last wednesday|
				last thursday|last friday|on monday|on tuesday|on wednesday|on thursday|on friday|yesterday & $operation`,
			`years ago|yrs ago|years since|year ago|years back|decade|codebase|failed|system|hours|timed|
				error|database|cloud|data|kernel|code|refactor|devops|sre|server|transaction`,
			"$general ..4 surgery",
			"atomic|smooth",
			"op is|op amp|op said|co op|the op",
			"fusion of|fusion cuisine|asian fusion",
			"avoid surgery|without surgery|instead of surgery",
		),
		sure(T3,
			`$operation & when can|can i|ok to|safe to|return|start|go back|lift|run|squat|deadlift|gym|
				weeks ago|days ago`,
			`years|yrs|decade|codebase|failed|system|timed|error|database|cloud|kernel|code|server|
				operation on|transaction`,
			"$general ..4 surgery",
			"op is|op said|the op|keyhole stuck|lock~|locked",
			"avoid surgery|without surgery|new knee sleeves|new hip",
		),
		sure(T3,
			`doctor|doc|cardiologist|physician|gp & said|told|says & not to exercise|not to train|
				not to lift|not to run|no exercise|no running|no lifting|medically supervised|avoid exercise|
				stop exercise|avoid hard exercise|avoid heavy|avoid running|avoid lifting|avoid strenuous|no strenuous|
				no heavy lifting|not to lift heavy|not to do sport|no sport|no sports|only light exercise|avoid sport`,
		),
		sure(T3, "stroke|heart attack|bypass|transplant|cancer|heart surgery|embolism & years ago|year ago|last year|years back|months ago & can i|which|what|how|safe|exercise|exercises|training|train|lift|run|running", "rate|count|technique|swim|row|charity|hill|$relative", "bypass run|the bypass"),
		sure(T3, "type 1|type one|t1 & low|lows|hypo|hypos|sugar|sugars|insulin|dose|pump", "error|errors|fibre|fibres|fiber|fibers|bug|low rep"),
		sure(T3, "new hips|new knees|two new hips|two new knees|pills for thin|thin the blood|thins the blood|sugar sickness|insuline|stoma|insulin & can i|ok|squat|lift|run|eat|make|box|want|last|weeks|months", "sleeves|shoes"),
		sure(T3, "my tension|tension is|my pressure|pressure is & [14-26] .. over|by|slash", "tyre|tire|psi|band|cable"),
		sure(T3, "kidney|kidneys|renal|egfr|liver|heart & percent|function|stage 2|stage 3|stage 4|failing|damaged|ejection fraction", "heart rate|threshold|max|zone|zones", "$theory ..6 kidney|kidneys|liver|heart", "damage"),
		sure(T3,
			`blood sugar|glucose|sugar & hypo|hypos|low|crashes|crashing|drops|libre|dexcom|pump & insulin|
				diabetic|type 1|mmol|cgm`,
		),
	},
}
