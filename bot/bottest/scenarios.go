package bottest

// setUp is the first talk, answered by pressing.
var setUp = []Step{
	{Say: "/start", Want: []string{"I'm Tandem", "health data", "Yes, keep it"}},
	{Press: "Yes, keep it", Want: []string{"What are you training for"}},
	{Press: "Strength", Want: []string{"How long have you been"}},
	{Press: "A while", Want: []string{"city"}},
	{Say: "Berlin", Want: []string{"Europe/Berlin", "When shall I check in"}},
	{Press: "07:00", Want: []string{"07:00 every day", "Try:"}},
}

func after(steps ...Step) []Step { return append(append([]Step{}, setUp...), steps...) }

// scenarios are the conversations that every platform must carry alike.
var scenarios = []Conversation{
	{"A new person asks first and is answered first", []Step{
		{Say: "is running after lifting bad?", Want: []string{"Why?", "Related", "Set up"}},
		{Press: "Why?", Want: []string{"S01", "How sure"}},
	}},
	{"A new person logs, and nothing is kept before their yes", []Step{
		{Say: "/log run 8km 45:00 rpe 6", Want: []string{"May I keep it?", "Yes, keep it"}, Not: []string{"Logged"}},
		{Press: "Yes, keep it", Want: []string{"8 km", "Undo", "What are you training for"}},
	}},
	{"A city that was another of its name", append(append([]Step{}, setUp[:4]...),
		Step{Say: "New York", Want: []string{"America/New_York", "pounds", "When shall I check in"}},
		Step{Press: "Other city", Want: []string{"Which city's clock"}},
		Step{Say: "Berlin", Want: []string{"Europe/Berlin", "When shall I check in"}},
		Step{Say: "settings", Want: []string{"metric"}},
		Step{Press: "07:00", Want: []string{"Try:"}},
		Step{Say: "timezone Lisbon", Want: []string{"Europe/Lisbon", "move with you", "Other city"}},
		Step{Press: "Other city", Want: []string{"Which city's clock"}},
		Step{Say: "timezone Rome", Want: []string{"Europe/Rome"}},
	)},
	{"Somebody says no to health data", []Step{
		{Say: "/log run 8km 45:00", Want: []string{"May I keep it?"}},
		{Press: "No, thanks", Want: []string{"I keep nothing"}},
		{Say: "/history", Want: []string{"Nothing logged yet"}},
	}},
	{"Somebody keeps their words to themselves", []Step{
		{Say: "/log run 8km 45:00 rpe 6 note a hot day", Want: []string{"May I keep it?", "Choose"}},
		{Press: "Choose", Want: []string{"Which may I keep?", "Training only"}},
		{Press: "Training only", Want: []string{"8 km", "note is not kept", "What are you training for"}, Not: []string{"hot day"}},
		{Say: "checkin 4 3 4 4 5", Want: []string{"nothing of recovery", "Yes, keep it"}, Not: []string{"total"}},
		{Press: "Yes, keep it", Want: []string{"total 20"}},
		{Say: "privacy", Want: []string{"Training", "yes, on", "Notes", "no, I keep none"}},
		{Say: "/history", Want: []string{"8 km"}, Not: []string{"hot day"}},
	}},
	{"A kind of data is taken back and gone", after(
		Step{Say: "/log run 8km 45:00 rpe 6 note a hot day", Want: []string{"8 km"}},
		Step{Say: "consent", Want: []string{"May I keep it?", "Stop notes"}},
		Step{Press: "Stop notes", Want: []string{"1 note", "cannot be taken back", "Stop and delete"}},
		Step{Press: "Stop and delete", Want: []string{"nothing of notes", "gone"}},
		Step{Say: "/history", Want: []string{"8 km"}, Not: []string{"hot day"}},
		Step{Say: "consent no", Want: []string{"1 session", "Stop and delete"}},
		Step{Press: "Stop and delete", Want: []string{"I keep nothing"}},
		Step{Say: "/history", Want: []string{"Nothing logged yet"}},
	)},
	{"Setting up, logging, undoing", after(
		Step{Say: "/log lift squat 5x5 100kg @8; bench 3x8 60kg", Want: []string{"Back Squat", "5×5", "100 kg", "Undo", "Edit"}},
		Step{Press: "Undo", Want: []string{"Taken back"}},
		Step{Press: "Undo", Want: []string{"gone already"}},
		Step{Say: "/history", Want: []string{"Nothing logged yet"}},
	)},
	{"A log that is not understood stores nothing", after(
		Step{Say: "/log run 8km quickly", Want: []string{`"quickly"`, "Try", "Nothing was kept"}},
		Step{Say: "/history", Want: []string{"Nothing logged yet"}},
	)},
	{"Correcting a log", after(
		Step{Say: "/log run 8km 45:00 rpe 6", Want: []string{"8 km"}},
		Step{Press: "Edit", Want: []string{"I have it as"}},
		Step{Say: "run 9km 45:00 rpe 6", Want: []string{"9 km"}},
		Step{Say: "/history", Want: []string{"9 km", "last session:"}, Not: []string{"8 km"}},
	)},
	{"A red flag comes before everything, and praise waits", after(
		Step{Say: "my chest felt tight on the hill", Want: []string{"emergency"}, Not: []string{"Related"}},
		Step{Say: "/log run 5km 30:00 rpe 4", Want: []string{"Kept", "cleared"}, Not: []string{"Good"}},
		Step{Say: "cleared", Want: []string{"Glad"}},
	)},
	{"Figures of a log are no alarm, its note is", after(
		Step{Say: "/log weird machine 3x10 40kg", Want: []string{"Weird Machine", "Does it load the legs?"}, Not: []string{"emergency"}},
		Step{Say: "/log squat 3x5 100kg note felt tight in my chest", Want: []string{"emergency"}, Not: []string{"Undo"}},
	)},
	{"A check-in in one line", after(
		Step{Say: "checkin 4 3 4 4 5 sleep 7.5h", Want: []string{"total 20", "Why?"}},
		Step{Say: "checkin 9 9 9 9 9", Want: []string{`"9`, "Nothing was kept"}},
	)},
	{"A question the coach cannot answer", []Step{
		{Say: "how do I reverse a linked list in go", Want: []string{"don't have that", "nearest", "without your name"}},
	}},
	{"A workout told in passing is offered, not taken", after(
		Step{Say: "did 5x5 squats at 100 then ran 20min easy", Want: []string{"Shall I log it?", "Log it"}},
		Step{Press: "Log it", Want: []string{"Back Squat", "Undo"}},
	)},
	{"A workout told roughly is offered too, and what is missing is said", after(
		Step{Say: "just smashed bench 3x8 at 60", Want: []string{"Shall I log it?", "Log it"}},
		Step{Press: "Log it", Want: []string{"Bench Press", "60 kg"}, Not: []string{"Smashed"}},
		Step{Say: "went for a run", Want: []string{"need a little more", "log run"}, Not: []string{"Shall I"}},
	)},
	{"A yes answers the question before it, not an older one", after(
		Step{Say: "/log lift grobbler machine 3x10 40kg", Want: []string{"Grobbler Machine", "Does it load the legs?"}},
		Step{Say: "did 5x5 squats at 100 then ran 20min easy", Want: []string{"Shall I log it?"}},
		Step{Say: "yes", Want: []string{"Back Squat", "Undo"}, Not: []string{"Noted"}},
	)},
	{"A correction in passing is asked before it is made", after(
		Step{Say: "/log squat 5x5 100kg @8", Want: []string{"5×5 100 kg"}},
		Step{Say: "no, it was 3x5", Want: []string{"Change the last log", "Change it"}},
		Step{Say: "yes", Want: []string{"3×5 100 kg"}},
		Step{Say: "/history", Want: []string{"last session:"}},
	)},
	{"Answers to a check-in need no word before them", after(
		Step{Say: "4 3 4 4 5", Want: []string{"total 20"}},
		Step{Say: "fatigue 2 mood 3", Want: []string{"fatigue 2"}},
	)},
	{"Being looked at is understood in other words", after(
		Step{Say: "my chest felt tight on the hill", Want: []string{"emergency"}},
		Step{Say: "week", Want: []string{"No training advice"}},
		Step{Say: "ok, saw the doctor, all clear", Want: []string{"Has somebody medical"}},
		Step{Press: "Yes, I'm cleared", Want: []string{"Glad"}},
	)},
	{"The first talk takes slips and asks again", []Step{
		{Say: "/start", Want: []string{"May I keep it?"}},
		{Say: "yes", Want: []string{"What are you training for"}},
		{Say: "srength", Want: []string{"Goal: strength", "How long"}},
		{Say: "purple", Want: []string{`"purple"`, "How long"}},
		{Say: "intermedate", Want: []string{"Experience: intermediate"}},
	}},
	{"Every question of the first talk can be left for later", []Step{
		{Say: "/start", Want: []string{"May I keep it?"}},
		{Say: "thanks", Want: []string{"You're welcome", "May I keep", "Yes, keep it"}, Not: []string{"can't make sense"}},
		{Press: "Yes, keep it", Want: []string{"What are you training for", "Later"}},
		{Press: "Later", Want: []string{"`goal` sets it", "How long"}},
		{Say: "dunno", Want: []string{"`experience` sets it", "city"}},
		{Say: "later", Want: []string{"`timezone` sets it", "When shall I check in"}},
		{Say: "not now", Want: []string{"No check-ins", "That's all I need"}},
	}},
	{"The first talk goes back, and ends when it is enough", []Step{
		{Say: "/start", Want: []string{"May I keep it?"}},
		{Say: "yes", Want: []string{"What are you training for"}},
		{Say: "muscle", Want: []string{"How long"}},
		{Say: "back", Want: []string{"What are you training for"}, Not: []string{`"back"`}},
		{Say: "strength", Want: []string{"Goal: strength", "How long"}},
		{Say: "stop", Want: []string{"we leave it at that", "Try:"}},
		{Say: "settings", Want: []string{"Goal: strength", "Experience: not set"}},
	}},
	{"A question in the first talk is answered, and the talk goes on", []Step{
		{Say: "/start", Want: []string{"May I keep it?"}},
		{Say: "yes", Want: []string{"What are you training for"}},
		{Say: "can I run after leg day?", Want: []string{"leg day", "Back to where we were", "What are you training for"}},
		{Say: "strength", Want: []string{"Goal: strength"}},
	}},
	{"And for another goal?", after(
		Step{Say: "should I lift or run first?", Want: []string{"Weights first, every time"}},
		Step{Say: "and for a marathon?", Want: []string{"Lift first or run first?", "For your event", "Key run first", "Why?", "Not it"}, Not: []string{"For strength"}},
		Step{Say: "what about fat loss", Want: []string{"For fat loss", "This holds"}},
		Step{Press: "Why?", Want: []string{"S24", "How sure"}},
	)},
	{"A candidate is answered for the goal that was asked about", after(
		Step{Say: "/topic order event", Want: []string{"For your event", "Key run first"}, Not: []string{"every time both share"}},
		Step{Say: "/topic order purple", Want: []string{"Weights first, every time"}, Not: []string{"purple"}},
		Step{Say: "/topic nothing", Want: []string{"gone", "own words"}},
	)},
	{"The wrong answer leads on", []Step{
		{Say: "is running after lifting bad?", Want: []string{"Not it"}},
		{Press: "Related", Want: []string{"Beside that"}},
		{Press: "Lift first or run first?", Want: []string{"Not it"}},
		{Press: "Not it", Want: []string{"Sorry", "How long to wait"}},
	}},
	{"Whole phrases mean a command", after(
		Step{Say: "how am I doing?", Want: []string{"No training logged"}},
		Step{Say: "what's my best on the squat?", Want: []string{"squat"}, Not: []string{"don't have that"}},
		Step{Say: "should I lift or run first?", Want: []string{"How sure"}},
		Step{Say: "are you sure?", Want: []string{"Rule S11", "Last reviewed"}},
		Step{Say: "stop messaging me", Want: []string{"No check-ins."}},
		Step{Say: "delete my account", Want: []string{"cannot be taken back", "Keep it"}},
	)},
	{"An answer about the coach can be acted on", after(
		Step{Say: "what do you store about me", Want: []string{"Export", "Erase", "Why?"}},
		Step{Say: "how do I change to pounds", Want: []string{"Settings", "No check-ins"}},
		Step{Press: "Settings", Want: []string{"Your settings"}},
	)},
	{"Editing takes the corrected line with or without its word", after(
		Step{Say: "/log squat 5x5 100kg @8", Want: []string{"100 kg"}},
		Step{Press: "Edit", Want: []string{"I have it as"}},
		Step{Say: "log edit squat 5x5 110kg @8", Want: []string{"Back Squat", "110 kg"}, Not: []string{"Edit Squat"}},
	)},
	{"A correction that is called off replaces nothing", after(
		Step{Say: "/log squat 5x5 100kg @8", Want: []string{"100 kg"}},
		Step{Press: "Edit", Want: []string{"I have it as"}},
		Step{Say: "cancel", Want: []string{"nothing was kept or changed"}},
		Step{Say: "did 5x5 bench at 60kg", Want: []string{"Shall I log it?"}},
		Step{Say: "stop", Want: []string{"nothing was kept or changed"}, Not: []string{"check-ins"}},
		Step{Say: "history squat", Want: []string{"100"}},
	)},
	{"A command with a slip", []Step{
		{Say: "/hlep", Want: []string{"Did you mean", "/help"}},
	}},
	{"A line with a slip in its command is offered", after(
		Step{Say: "/lgo squat 5x5 100kg", Want: []string{"Did you mean `/log squat 5x5 100kg`?", "Yes"}, Not: []string{"Logged"}},
		Step{Press: "Yes", Want: []string{"Back Squat"}},
		Step{Say: "chekin 4 3 4 4 5", Want: []string{"Did you mean `/checkin 4 3 4 4 5`?"}},
		Step{Say: "yes", Want: []string{"total 20"}},
		Step{Say: "mug with 3 handles", Not: []string{"Did you mean"}},
	)},
	{"Feeling fine again is no clearance", after(
		Step{Say: "my chest felt tight on the hill", Want: []string{"emergency"}},
		Step{Say: "im fine now", Want: []string{"Has somebody medical"}},
		Step{Say: "week", Want: []string{"No training advice"}},
	)},
	{"A yes in words is a second press", after(
		Step{Say: "/log run 5km 30:00 note a hot day", Want: []string{"5 km"}},
		Step{Say: "consent no notes", Want: []string{"Shall I?"}},
		Step{Say: "yes", Want: []string{"nothing of notes"}},
		Step{Say: "data erase", Want: []string{"Shall I?"}},
		Step{Say: "yes", Want: []string{"gone"}},
		Step{Say: "/history", Want: []string{"Nothing logged yet"}},
	)},
	{"Everything is erased on a second press", after(
		Step{Say: "/log run 5km 30:00", Want: []string{"5 km"}},
		Step{Say: "data erase", Want: []string{"cannot be taken back", "Erase everything"}},
		Step{Say: "no", Want: []string{"Goal"}},
		Step{Say: "data erase", Want: []string{"cannot be taken back", "Erase everything"}},
		Step{Press: "Erase everything", Want: []string{"gone"}},
		Step{Say: "/history", Want: []string{"Nothing logged yet"}},
	)},
}
