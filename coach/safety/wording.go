package safety

type key struct {
	tier  Tier
	group string
}

// An advice is the wording of one tier and group, in the second person and for
// a friend.
type advice struct {
	self, friend string
	tell         string // what to tell whoever helps, or what to watch
	forFriend    string // the same, when the friend's reads otherwise
	more         string // selfharm: the paragraph behind the contacts
	question     string // asked when the flag is in doubt
	lasting      bool   // worth a doctor today even when it has passed
}

const (
	stopSelf   = "Stop exercising now and sit or lie down. "
	stopFriend = "They should stop now and sit or lie down. "
	dontDrive  = " Don't drive yourself; stay with somebody if you can."
	stayWith   = " Stay with them, and don't let them drive."
)

// answers holds the wording, by tier and group; an empty group is what a tier
// says when the group has no words of its own. The golden file shows every
// answer whole.
var answers = map[key]advice{
	{T0, ""}: {
		self:    stopSelf + Emergency() + dontDrive,
		friend:  stopFriend + Emergency() + stayWith,
		tell:    "Say what happened, when it began, and what they were doing.",
		lasting: true,
	},
	{T0, "chest"}: {
		self:      stopSelf + Emergency() + dontDrive,
		friend:    stopFriend + Emergency() + stayWith,
		tell:      "Tell them where it is, whether it spreads to arm, jaw or back, and what you were doing when it began.",
		forFriend: "Tell the call handler where it is, whether it spreads to arm, jaw or back, and what they were doing when it began.",
		question:  "is it pain or pressure in the chest or arm that comes with effort, or with breathlessness, sweating or dizziness?",
		lasting:   true,
	},
	{T0, "heart"}: {
		self:      stopSelf + Emergency() + dontDrive,
		friend:    stopFriend + Emergency() + stayWith,
		tell:      "Tell them how the heartbeat feels, when it began, and about any dizziness, chest pain or breathlessness.",
		forFriend: "Tell the call handler when it began, and about any dizziness, chest pain or breathlessness.",
		question:  "is your heart racing or skipping at rest, or with dizziness, chest pain or breathlessness?",
		lasting:   true,
	},
	{T0, "breath"}: {
		self:      "Stop, sit upright and loosen anything tight. " + Emergency() + dontDrive,
		friend:    "Have them stop, sit upright and loosen anything tight. " + Emergency() + stayWith,
		tell:      "Say that breathing does not settle at rest. Use your own inhaler if you have one for this.",
		forFriend: "Say that their breathing does not settle at rest. If they have their own inhaler for this, help them use it.",
		question:  "is it hard to breathe even now, at rest, or much harder than this effort should make it?",
		lasting:   true,
	},
	{T0, "faint"}: {
		self:      "Stop and lie down with your legs up. " + Emergency() + dontDrive,
		friend:    "Lay them down with their legs up. " + Emergency() + " If they don't wake and don't breathe normally, start chest compressions." + stayWith,
		tell:      "Fainting, or nearly, during exercise is looked at the same day, even when you feel fine again. No training until then.",
		forFriend: "Fainting, or nearly, during exercise is looked at the same day, even when they feel fine again.",
		question:  "did you lose consciousness, or nearly, during exercise?",
		lasting:   true,
	},
	{T0, "heat"}: {
		self: "Start cooling now: shade, kit off, cold water or ice over the whole body, and get somebody to you. " +
			Emergency() + " Keep cooling until help arrives.",
		friend: "Start cooling them now: shade, kit off, cold water or ice over the whole body; an ice bath is best, with somebody holding them. " +
			Emergency() + " Keep cooling until help arrives.",
		tell:      "Confusion, staggering or chills in the heat count even if you still sweat or feel better for a moment.",
		forFriend: "Confusion, staggering or chills in the heat count even if they still sweat or seem better for a moment.",
		question:  "is it hot where you are, with confusion, staggering, chills or hot dry skin?",
	},
	{T0, "neuro"}: {
		self:      "Stop now and sit or lie down. " + Emergency() + dontDrive,
		friend:    "Have them stop and lie down; if they are shaking, keep the space clear and hold nothing in their mouth. " + Emergency() + stayWith,
		tell:      "Note the time it began: say it first. Tell them about face, arm, speech, sight or a sudden headache.",
		forFriend: "Note the time it began: say it first. Tell the call handler about face, arm, speech, sight or a sudden headache.",
		question:  "is there weakness or numbness on one side, trouble speaking, or a sudden, very bad headache?",
		lasting:   true,
	},
	{T0, "clot"}: {
		self:     "Stop moving about and sit down. " + Emergency() + dontDrive,
		friend:   "Have them sit down and keep still. " + Emergency() + stayWith,
		tell:     "Say that a leg is swollen and that breathing or the chest is affected.",
		question: "is a leg or arm swollen or sore, and is it hard or painful to breathe?",
		lasting:  true,
	},
	{T0, "pregnancy"}: {
		self:      "Stop, sit or lie on your left side, and call your maternity unit or midwife now. If you cannot reach them at once, or it is severe: " + Emergency(),
		friend:    "She should stop, lie on her left side, and call her maternity unit or midwife now. If she cannot reach them at once, or it is severe: " + Emergency(),
		tell:      "Say how many weeks, what you noticed, and when. Don't exercise again before they have seen you.",
		forFriend: "Have her say how many weeks, what she noticed, and when.",
		question:  "is there bleeding, leaking fluid, regular contractions, pain, or a child that moves less than usual?",
	},
	{T0, "stimulant"}: {
		self:      "Take no more, stop exercising and sit down somewhere cool. " + Emergency() + dontDrive,
		friend:    "They should take no more, stop exercising and sit down somewhere cool. " + Emergency() + stayWith,
		tell:      "Keep the packet: say what it was, how much, and when. If it was taken to do harm, say that too; help is there for it.",
		forFriend: "Keep the packet: say what they took, how much, and when.",
		question:  "did you take more than the packet says, and does your heart race, or are you shaking or sick?",
	},
	{T0, "sodium"}: {
		self:      "Stop drinking plain water for now and don't stay alone. " + Emergency() + dontDrive,
		friend:    "No more plain water for now. " + Emergency() + stayWith,
		tell:      "Say how long you were out, how much you drank, and ask them to check your blood sodium.",
		forFriend: "Say how long they were out, how much they drank, and ask for a blood sodium check.",
		question:  "was it a long effort with a lot of water, and is there now headache, vomiting, swelling or confusion?",
	},
	{T0, "allergy"}: {
		self:      "If you have an adrenaline pen, use it now. " + Emergency() + " Sit up if breathing is hard, lie down if you feel faint.",
		friend:    "If they have an adrenaline pen, help them use it now. " + Emergency() + stayWith,
		tell:      "Say what you ate, took or were stung by, and when.",
		forFriend: "Say what they ate, took or were stung by, and when.",
		question:  "is there swelling in the face, lips or throat, or trouble breathing?",
	},
	{T0, "bleeding"}: {
		self:      "Press firmly on the wound with a clean cloth and keep pressing; if the blood comes from inside, sit down and keep still. " + Emergency(),
		friend:    "Press firmly on the wound with a clean cloth and keep pressing; if the blood comes from inside, have them sit and keep still. " + Emergency(),
		tell:      "Say where it bleeds, since when, and any blood-thinning medicine.",
		forFriend: "Say where it bleeds, since when, and any blood-thinning medicine they take.",
		question:  "is it bleeding that does not stop, or blood that you vomit?",
	},
	{T1, ""}: {
		self:   "This needs medical care today: urgent care, your doctor, or an emergency department. " + noTraining,
		friend: "This needs medical care today: urgent care, their doctor, or an emergency department. They should not train until they are cleared.",
	},
	{T1, "rhabdo"}: {
		self:      "This needs medical care today, even if the soreness seems normal. Stop training, and go to urgent care or an emergency department.",
		friend:    "They need medical care today, even if the soreness seems normal: no training, and urgent care or an emergency department.",
		tell:      "Ask for a CK (creatine kinase) blood test and a check of the kidneys. Tell them what you trained and when, and the colour of your urine. Drink water on the way; leave anti-inflammatory painkillers alone.",
		forFriend: "They should ask for a CK (creatine kinase) blood test and a check of the kidneys, and say what they trained and when. Water on the way; no anti-inflammatory painkillers.",
		question:  "is your urine dark or scarce, or is a muscle swollen, very weak or stiff far beyond soreness?",
	},
	{T1, "clot"}: {
		self:      "Have this seen today, at urgent care or an emergency department. Don't train on it, and don't massage or roll it.",
		friend:    "They should have this seen today, at urgent care or an emergency department. No training, no massage or rolling.",
		tell:      "Say which side, since when, and mention any long journey, surgery, injury or hormone medicine.",
		forFriend: "Mention any long journey, surgery, injury or hormone medicine.",
		question:  "is one leg or arm swollen, warm, red or sore without an injury?",
	},
	{T1, "faint"}: {
		self:      "See a doctor today, and don't train or drive before that. Lie down if it starts again.",
		friend:    "They should see a doctor today, and not train or drive before that.",
		tell:      "Tell them what you were doing, how long you were out, and whether your heart raced or you hit your head.",
		forFriend: "It helps to say what they were doing, how long they were out, and whether they hit their head.",
		question:  "did you lose consciousness?",
	},
	{T1, "heart"}: {
		self:      "No training today. Call your doctor or an urgent care line today and describe it.",
		friend:    "No training for them today. They should call their doctor or an urgent care line today and describe it.",
		tell:      "Say how it feels, how long it lasts, what you were doing, and what your watch showed.",
		forFriend: "It helps to say how it feels, how long it lasts, and what they were doing.",
		question:  "does your heart skip or race at rest, or not slow down long after training?",
	},
	{T1, "heat"}: {
		self:      "Stop, get into the shade, take off what you can, and cool down with cold water and a fan. Sip something with salt.",
		friend:    "Have them stop, get them into the shade, and cool them with cold water and a fan. Small sips of something with salt.",
		tell:      "Confusion, staggering or fainting make it an emergency: keep cooling and call. If you do not feel clearly better in half an hour, see a doctor today. No training in the heat for some days.",
		forFriend: "Confusion, staggering or fainting make it an emergency: keep cooling and call. If they are not clearly better in half an hour, they see a doctor today.",
		question:  "is there headache, sickness or dizziness that stays after the heat?",
	},
	{T1, "illness"}: {
		self:     "This needs medical care today: urgent care, your doctor, or an emergency department. " + noTraining,
		friend:   "This needs medical care today: urgent care, their doctor, or an emergency department. They should not train until they are cleared.",
		question: "is there a fever with a stiff neck or a rash, a wound that spreads red, or pain that does not let go?",
	},
	{T1, "injury"}: {
		self:      "Don't put load on it. Have it examined today, at urgent care or an emergency department.",
		friend:    "They should not put load on it, and have it examined today, at urgent care or an emergency department.",
		tell:      "Until then: keep it still and raised, something cold around it, and don't try to put it back in place.",
		forFriend: "Until then: keep it still and raised, something cold around it, and nobody tries to put it back in place.",
		question:  "was there a pop, is it out of shape or badly swollen, or can it not carry weight?",
	},
	{T1, "spine"}: {
		self:      "Go to an emergency department today; don't wait for an appointment. No lifting.",
		friend:    "They should go to an emergency department today, not wait for an appointment. No lifting.",
		tell:      "Say clearly what is numb or weak, and anything about bladder or bowel: that decides how fast you are seen.",
		forFriend: "Say clearly what is numb or weak, and anything about bladder or bowel: that decides how fast they are seen.",
		question:  "is there numbness between the legs, weakness in a leg, or a change with bladder or bowel?",
	},
	{T1, "head"}: {
		self:      "No training today. Be seen by a clinician today, and don't stay alone or drive.",
		friend:    "No training for them today. They should be seen by a clinician today, and not be left alone or drive.",
		tell:      "Worse headache, repeated vomiting, confusion, drowsiness or weakness mean an emergency. A return to training goes step by step, with clearance.",
		forFriend: "Worse headache, repeated vomiting, confusion, drowsiness or weakness mean an emergency.",
		question:  "was there a knock to the head, with headache, sickness, fog or memory gaps since?",
	},
	{T1, "bleeding"}: {
		self:      "This needs medical care today: urgent care, your doctor, or an emergency department. " + noTraining,
		friend:    "This needs medical care today: urgent care, their doctor, or an emergency department. They should not train until they are cleared.",
		tell:      "Say where the blood comes from, its colour and how much, and any painkillers or blood-thinning medicine. No anti-inflammatory painkillers until then.",
		forFriend: "It helps to say where the blood comes from, its colour and how much, and any painkillers or blood-thinning medicine.",
		question:  "is there blood in or on your stool, or is it black like tar?",
	},
	{T2, ""}: {
		self:   "Pause what brings it on, and book a doctor or physio this week.",
		friend: "They should pause what brings it on, and book a doctor or physio this week.",
		tell:   "Note when it comes, how long it lasts, and what changed in training: that is what they will ask. Sooner if it gets worse.",
	},
	{T2, "bone"}: {
		self:      "Pause running, jumping and anything that hurts there, and have it seen by a doctor or physio this week.",
		friend:    "They should pause running, jumping and anything that hurts there, and have it seen this week.",
		tell:      "Tell them the exact spot, whether it hurts at night, at rest or on a hop, and how your training changed. If walking hurts, go sooner. Ask which exercise without impact is fine meanwhile.",
		forFriend: "It helps to name the exact spot, whether it hurts at night, at rest or on a hop, and how training changed.",
		question:  "does one spot on the bone hurt, at night, at rest, on a hop, or more with every run?",
	},
	{T2, "injury"}: {
		self:      "Take load off the joint, and have it examined this week by a doctor or physio.",
		friend:    "They should take load off the joint, and have it examined this week.",
		tell:      "Tell them how it started, when it swells or gives way, and what you can't do. If you can't walk on it, or it is hot and you feel ill, go today.",
		forFriend: "If they can't walk on it, or it is hot and they feel ill, go today.",
		question:  "does the joint swell, lock or give way?",
	},
	{T2, "faint"}: {
		self:      "Leave hard training for now, and have this looked at this week. When it starts, stop and sit or lie down.",
		friend:    "They should leave hard training for now, and have this looked at this week.",
		tell:      "Tell them when it happens, what you had eaten and drunk, any medicine, and whether your heart raced. If it comes in the middle of exercise, or with chest pain: " + Emergency(),
		forFriend: "If it comes in the middle of exercise, or with chest pain: " + Emergency(),
		question:  "do you get dizzy or light-headed again and again, in training or when you stand up?",
	},
	{T2, "breath"}: {
		self:     "Keep it very easy or rest, and have this looked at this week.",
		friend:   "They should keep it very easy or rest, and have this looked at this week.",
		tell:     "Effort that used to be easy and is not any more is worth a check. If breath is short at rest, or the chest hurts: " + Emergency(),
		question: "is breath shorter than this effort should make it, and has that gone on or grown?",
	},
	{T2, "energy"}: {
		self:      "Ease off the hard training, and see a doctor or sports doctor in the coming days. This is common in people who train a lot, and it can be helped.",
		friend:    "Easing off the hard training and seeing a doctor or sports doctor in the coming days is the next step. It is common in people who train a lot, and it can be helped.",
		tell:      "Tell them since when, how your training went in that time, and about tiredness, injuries or illness. Resting now counts as training well.",
		forFriend: "Listening helps more than advice on food or looks.",
		question:  "have periods stopped, or have weeks of rest not brought your energy back?",
	},
	{T2, "neuro"}: {
		self:     "Leave heavy and all-out efforts for now, and see a doctor this week.",
		friend:   "They should leave heavy and all-out efforts for now, and see a doctor this week.",
		tell:     "If a headache is sudden and the worst so far, or comes with weakness, numbness or trouble seeing: " + Emergency(),
		question: "has numbness, tingling, weakness or a headache with effort stayed for weeks, or grown?",
	},
	{T3, ""}: {
		self:   "A clinician who knows you should say what is fine first: how hard, how heavy, and what to leave out.",
		friend: "A clinician who knows them should say what is fine first: how hard, how heavy, and what to leave out.",
		tell:   "Bring your plan. The PAR-Q+ at eparmedx.com helps to prepare. Stop and get help with chest pain, faintness or anything that feels wrong.",
	},
	{T3, "pregnancy"}: {
		self:      "Ask your midwife or doctor first; for most people moving stays good, and they can say what fits you now. I won't set loads, heart rates or paces here.",
		friend:    "Her midwife or doctor comes first; for most people moving stays good, and they can say what fits her now.",
		tell:      "Stop and call them with bleeding, leaking fluid, regular contractions, dizziness, chest pain, breathlessness before effort, a bad headache, or a sore, swollen calf.",
		forFriend: "She should stop and call them with bleeding, leaking fluid, regular contractions, dizziness, chest pain, a bad headache, or a sore, swollen calf.",
		question:  "is this about training while pregnant, or in the first months after a birth?",
	},
	{T3, "condition"}: {
		self:      "Ask the clinician who treats you first: how hard, how heavy, and what to leave out. I won't set heart rates or loads here, since illness and medicine change them.",
		friend:    "The clinician who treats them comes first: how hard, how heavy, and what to leave out.",
		tell:      "Bring your plan and your list of medicines; the PAR-Q+ at eparmedx.com helps to prepare. Stop and get help with chest pain, faintness, or anything that feels wrong.",
		forFriend: "The PAR-Q+ at eparmedx.com helps them prepare. They should stop and get help with chest pain, faintness, or anything that feels wrong.",
		question:  "is there an illness that a doctor treats, a medicine for it, or a recent operation?",
	},
	{T3, "youth"}: {
		self:      "Not yet: under 18 I set no one-rep maxes, heart rates or weight targets, since you are still growing and need your food. Plan it with a parent and a qualified coach who sees you lift; with any health issue, a doctor comes first.",
		friend:    "Not yet: under 18 I set no one-rep maxes, heart rates or weight targets, since they are still growing and need their food. A parent and a qualified coach who sees them lift should plan it; with any health issue, a doctor comes first.",
		tell:      "Light loads, clean form and small steps are a good way to learn. Pain in one spot, missed periods or lasting tiredness: tell a parent and see a doctor.",
		forFriend: "Light loads, clean form and small steps are a good way to learn. Pain in one spot, missed periods or lasting tiredness: a doctor should look.",
		question:  "are you under 18, and is this about going as hard or as heavy as you can, or about losing weight?",
	},
	{T3, "untrained"}: {
		self:      "See a clinician before you go hard: over 45 and new to hard effort, the start is light to moderate.",
		friend:    "A clinician comes before going hard: over 45 and new to hard effort, the start is light to moderate.",
		tell:      "The PAR-Q+ at eparmedx.com helps to prepare. Easy walking and light lifts build the base. Stop and get help with chest pain, faintness, or anything that feels wrong.",
		forFriend: "The PAR-Q+ at eparmedx.com helps them prepare. Easy walking and light lifts build the base. They should stop and get help with chest pain, faintness, or anything that feels wrong.",
		question:  "are you over 45 and new to hard effort?",
	},
	{T4, groupSelfharm}: {
		self: "I'm really glad you told me, and you don't have to carry this alone.",
		more: "If you might act on it, call now, or ask somebody to stay with you tonight. I'm a training bot and can't keep you safe, but people can. " +
			"Is there somebody you could be with, or call, right now? Training can wait, for as long as it takes.",
		friend: "Thank you for looking out for them; take what they say seriously.",
		tell: "Stay with them or keep them on the line, ask openly whether they think of ending their life, listen, and help them reach somebody. " +
			"If they are in danger now, call for them. Look after yourself too.",
	},
	{T4, "ed"}: {
		self: "Thank you for telling me; that is hard to say. You deserve support with this, and it gets better with help.",
		tell: "I'm a training bot, so I won't coach around it. A doctor, or somebody who works with eating and exercise, is the right next step, and so is one person you trust. " +
			"Rest is a good choice today. If you feel faint, your heart races, or you think of hurting yourself, get help now.",
		friend: "It is good that you noticed. Tell them what you see and that you care, and leave looks and food out of it.",
		forFriend: "Offer to go with them to a doctor, or to somebody who works with eating and exercise. You don't have to solve it. " +
			"If they faint or talk of hurting themselves, get help now.",
	},
}
