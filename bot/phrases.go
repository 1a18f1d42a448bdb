package bot

import (
	"regexp"
	"strings"
)

// A phrase is a whole message that means a command without saying its word.
// They are few and whole on purpose: what is not exactly one of them is read as
// a question or a workout.
type phrase struct {
	said  *regexp.Regexp
	means string // $1 … stand for what was said
}

var phrases = []phrase{
	{whole(`(?:show|give)(?: me)? my week|how(?:'?s| is| was| did)? my week(?: going| look| go)?|how am i doing|how (?:far|much) (?:did|have) i (?:run|ran|lift|lifted|train|trained|done) this week|this week`), "week"},
	{whole(`what(?:'?s| is) (?:my (?:plan|training|workout|session)|the plan|on)(?: for)? today|what (?:should|do|can) i do today|what(?:'?s| is) on today|train today`), "today"},
	{whole(`(?:show(?: me)? |what(?:'?s| is) )my (?:e?1rm|one rep max|max|best|pr|record)(?: (?:on|for|in)(?: the)? ([a-z]+(?: [a-z]+)?))?`), "history $1"},
	{whole(`(?:show|list)(?: me)? my (?:log|logs|history|workouts|sessions|training)|what did i (?:do|log|train)(?: (?:last|this week|recently))?`), "history"},
	{whole(`(?:show|what are|see)(?: me)? my settings|(?:change|edit) (?:my )?settings`), "settings"},
	{whole(`(?:edit|change|fix|correct) (?:my |the )?last (?:log|workout|session|entry|run|lift)`), "log edit"},
	{whole(`undo (?:that|it|this|(?:my |the )?last(?: \w+)?)|(?:delete|remove) (?:my |the )?last (?:log|workout|session|entry|run|lift)`), "undo"},
	{whole(`(?:delete|erase|remove) (?:all )?(?:my )?(?:account|data)|(?:delete|erase|forget) (?:me|everything)`), "data erase"},
	{whole(`(?:export|download|send me|give me) (?:all )?(?:of )?my data`), "data export"},
	{whole(`stop|mute|unsubscribe|be quiet|shut up|stop (?:messaging|writing(?: to)?|texting|pinging|reminding|bothering)(?: me)?|(?:stop|mute|turn off|switch off|disable|no more) (?:the |my |all )?(?:reminders?|check-? ?ins?|notifications?|messages)`), "reminders off"},
	{whole(`(?:change|set|switch) (?:my )?(goal|units|timezone|experience)(?: to ([a-z/_]+(?: [a-z]+)?))?`), "$1 $2"},
	{whole(`cancel|never ?mind|nvm|forget it`), "never"},
	{whole(`(?:what(?:'?s| is| are) (?:the|your) )?sources?|are you sure(?: about that)?|how do you know(?: that)?|says who|based on what|where(?:'?s| is) that from`), "why"},
}

func whole(pattern string) *regexp.Regexp {
	return regexp.MustCompile(`^(?:(?:please|pls|hey|ok|and) )?(?:` + pattern + `)$`)
}

// phraseMeans returns the command line that a message means as a whole.
func phraseMeans(text string) (string, bool) {
	said := strings.Join(strings.Fields(strings.ToLower(strings.Trim(text, " .!?"))), " ")
	said = strings.TrimSuffix(strings.TrimSuffix(said, " please"), " pls")
	for _, p := range phrases {
		if m := p.said.FindStringSubmatchIndex(said); m != nil {
			return strings.TrimSpace(string(p.said.ExpandString(nil, p.means, said, m))), true
		}
	}
	return "", false
}
