package app

import "tandem/bot"

// perPerson is more than anybody types or presses, and little enough that a
// script in one person's name costs the others nothing.
var perPerson = bot.Limit{PerMinute: 30, Burst: 20}
