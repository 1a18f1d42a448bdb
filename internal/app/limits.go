package app

import "tandem/bot"

// perPerson is more than anybody types or presses, and little enough that a
// script in one person's name costs the others nothing.
var perPerson = bot.Limit{PerMinute: 30, Burst: 20}

// perCrowd is a workspace of thousands who all answer their check-in at once, and
// half of what a small machine takes in: the others get the other half.
var perCrowd = bot.Limit{PerMinute: 6000, Burst: 3000}
