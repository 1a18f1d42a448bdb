package evidence

// rules in order of id, in the coach's own words.
var rules = []Rule{
	{"S01", "Running after lifting is usually fine; intensity, volume and goal decide."},
	{"S02", "Lifting and endurance in one training cycle, often on one day, is concurrent training."},
	{"S03", "Lifting signals muscle to grow (mTOR), endurance signals it to last (AMPK); the second can dampen the first under some conditions."},
	{"S04", "Interference is smaller than once thought; it matters with much hard endurance work and a goal of maximal strength or power."},
	{"S05", "Heavy lifting uses up quick energy and glycogen, so a run after it, above all a fast one, starts short of fuel."},
	{"S06", "Moderate cardio after lifting is unlikely to undo the hormonal response to it."},
	{"S07", "Tired muscles and nerves change how you run: quality drops and form suffers after heavy leg work."},
	{"S08", "Whichever comes second suffers: a slower pace or higher effort after lifting is expected and is no decline."},
	{"S09", "Doing both burns more, saves time and is good for the heart in either order."},
	{"S10", "Hard or long cardio right after lifting costs strength and power, and back-to-back days without recovery wear you down."},
	{"S11", "For strength, power or muscle, lift first."},
	{"S12", "For endurance or a race, the key run may do better first."},
	{"S13", "Cardio after lifting is best easy to moderate and steady, for 20 to 40 minutes."},
	{"S14", "Keep intervals and very long runs away from the time right after heavy lifting."},
	{"S15", "Recover on purpose: protein and carbohydrate afterwards, fluids, and above all sleep."},
	{"S16", "Easy cardio after lifting can serve as a cool-down."},
	{"S17", "Specialists in both keep at least 6 h between the two, or give each its own day."},
	{"S18", "Heavy fatigue, soreness that stays and falling performance mean that the two together are too much."},
	{"S19", "Eat for both sessions beforehand, and soon after the last one."},
	{"S20", "The right mix depends on your goal, how hard and how much you do of each, and how well you recover."},
	{"S21", "Raise the work in small steps."},
	{"S22", "For general fitness the order is free, and doing both is good."},
	{"S23", "The five common questions: what concurrent training is, muscle gains, benefits, drawbacks, and how to do it best."},
	{"S24", "The goal sets the priority: a powerlifter puts lifting first, a marathoner running."},
}
