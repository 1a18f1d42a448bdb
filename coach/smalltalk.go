package coach

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"tandem/coach/training"
)

// chat is a kind of thing that is said without asking anything, and what the
// coach says back.
type chat struct {
	said *regexp.Regexp
	text string
}

// figuresRE and doneRE tell a workout that the log's own reading did not make
// out; aheadRE, that it is still to come.
var (
	figuresRE = regexp.MustCompile(`(?i)\b\d+ ?[x×] ?\d+\b|\b\d+(?:[.,]\d+)? ?(?:k|km|mi|miles?|kgs?|lbs?|mins?|minutes|hours?|h)\b`)
	doneRE    = regexp.MustCompile(`(?i)\d ?[x×] ?\d|\b(did|done|ran|smashed|crushed|hit|finished|just|went|today|this morning|tonight|yesterday)\b`)
	aheadRE   = regexp.MustCompile(`(?i)\b(tomorrow|will|going to|gonna|plan(ned|ning)?|next|want|would|should|could)\b`)
)

// readsAsWorkout reports whether something done is told, exactly or roughly.
func readsAsWorkout(text string) bool {
	if _, ok := training.LooksLikeLog(text); ok {
		return true
	}
	return figuresRE.MatchString(text) && doneRE.MatchString(text) && !aheadRE.MatchString(text) && !strings.Contains(text, "?")
}

// toldRE tells a workout of which only that it was is said.
var toldRE = regexp.MustCompile(`(?i)\b(went for|did|had|finished|back from|just did) (a|an|my|some) (\w+ )?(run|jog|ride|swim|walk|workout|session|lift|row|hike)\b|^i (ran|lifted|trained|jogged)\W*$`)

// tellsOnly reports whether a text tells of a workout and asks nothing, in a few words.
func tellsOnly(text string) bool {
	return toldRE.MatchString(text) && !strings.Contains(text, "?") && len(strings.Fields(text)) <= 8
}

// chats are looked at in order; what fits none gets ChatText.
var chats = []chat{
	{regexp.MustCompile(`(?i)\b(fuck\w*|shit\w*|suck\w*|crap|bullshit|useless|stupid|dumb|idiot|garbage|rubbish|hate (you|this)|annoying)\b`),
		"That sounds like I missed. Say it in other words and I'll try again. `help` shows what I can do, and `reminders off` keeps me quiet."},
	{regexp.MustCompile(`(?i)\b(thanks?|thx|thank you|ty|cheers|tysm|appreciate|nice one)\b`),
		"You're welcome. I'm here for the next question or session."},
	{toldRE,
		"Good. To keep it I need a little more, like `log run 5k 30min` or `log lift squat 5x5 100kg`."},
	{regexp.MustCompile(`(?i)\b(bye|goodbye|good ?night|see (you|ya)|cya|gn|later|ttyl)\b`),
		"Take care, and rest well. I'm here when you are."},
}

// ChatText is what the coach says to small talk that it has nothing better for.
const ChatText = "I'm here. Ask me about running and lifting, or log a session: `help` shows how."

// WorkoutText is what the coach says to a workout where it can keep nothing.
const WorkoutText = "That reads as a workout. Begin it with `log`, and I keep it and say what it means."

const (
	wordsText   = "I only read words. Ask me about running and lifting, or log a session: `help` shows how."
	foreignText = "I only read English so far, sorry. Could you ask me that in English? Simple words will do."
)

// smalltalk is what the coach says to a message that asks it nothing.
func smalltalk(text string) string {
	if readsAsWorkout(text) {
		return WorkoutText
	}
	if strings.TrimSpace(text) != "" && !strings.ContainsFunc(text, unicode.IsLetter) {
		return wordsText
	}
	if foreign(text) {
		return foreignText
	}
	for _, c := range chats {
		if c.said.MatchString(text) {
			return c.text
		}
	}
	return ChatText
}

// tongues are small words of languages that the coach does not speak, each of
// them none of English's and none of a gym's.
var tongues = [][]string{
	{"ich", "nach", "dem", "der", "das", "kann", "nicht", "oder", "und", "wie", "mein", "ist", "soll", "zwischen", "laufen", "vor"},
	{"puedo", "despues", "después", "de", "que", "antes", "como", "cómo", "correr", "para", "con", "mi", "cuanto", "cuánto", "pesas", "debo", "entre"},
	{"je", "est", "ce", "que", "peux", "après", "apres", "avant", "la", "le", "les", "courir", "mon", "dois", "combien", "muscu", "entre"},
	{"posso", "dopo", "prima", "di", "che", "correre", "pesi", "come", "quanto", "il", "la", "depois", "antes", "treino", "musculação", "correr", "devo"},
	{"ik", "kan", "na", "het", "voor", "mag", "hardlopen", "niet", "moet", "hoe", "een", "van", "tussen", "tijdens"},
}

// foreign reports whether a text is in another language: in another script, or
// with three small words of one.
func foreign(text string) bool {
	other := strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
	latin := strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
	if other >= 0 && latin < 0 {
		return true
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, small := range tongues {
		found := 0
		for _, w := range slices.Compact(slices.Sorted(slices.Values(words))) {
			if slices.Contains(small, w) {
				found++
			}
		}
		if found >= 3 || found == 2 && len(words) <= 5 {
			return true
		}
	}
	return false
}
