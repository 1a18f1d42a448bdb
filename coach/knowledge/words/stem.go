package words

import "strings"

// irregular forms that endings do not explain.
var irregular = map[string]string{
	"ran": "run", "running": "run", "ate": "eat", "eaten": "eat", "slept": "sleep", "felt": "feel", "lost": "lose",
	"losing": "lose", "loss": "lose", "did": "do", "does": "do", "done": "do", "doing": "do", "went": "go", "gone": "go", "going": "go",
	"got": "get", "getting": "get", "gotten": "get", "was": "be", "were": "be", "is": "be", "are": "be", "am": "be", "been": "be", "being": "be",
	"has": "have", "had": "have", "having": "have", "better": "better", "began": "begin", "beginning": "begin",
	"swam": "swim", "rode": "ride", "riding": "ride", "took": "take", "taken": "take", "taking": "take", "made": "make", "making": "make",
	"women": "woman", "men": "man", "children": "child", "feet": "foot", "calves": "calf", "halves": "half",
	"could": "can", "built": "build", "grew": "grow", "grown": "grow", "kept": "keep", "said": "say", "told": "tell",
	"thought": "think", "bought": "buy", "woke": "wake", "gave": "give", "given": "give", "came": "come", "stuck": "stuck",
	"less": "less", "bus": "bus", "gas": "gas", "this": "this", "always": "always", "news": "news", "abs": "abs", "press": "press",
	"legs": "leg", "plus": "plus", "thus": "thus", "yes": "yes", "wods": "wod", "biceps": "bicep", "triceps": "tricep",
	"during": "during", "thing": "thing", "anything": "anything", "something": "something", "everything": "everything", "nothing": "nothing",
	"morning": "morning", "evening": "evening", "ceiling": "ceiling", "bring": "bring", "string": "string", "spring": "spring", "king": "king",
}

// Stem strips the endings of an English word: plural, -ing, -ed, -er of
// doers, -ly. Words of one family get one stem; it need not be a word.
func Stem(w string) string {
	if s, ok := irregular[w]; ok {
		return s
	}
	if len(w) < 4 || startsWithDigit(w) {
		return w
	}
	switch {
	case strings.HasSuffix(w, "sses"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		w = w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		w = w[:len(w)-1]
	}
	switch {
	case strings.HasSuffix(w, "ing") && hasVowel(w[:len(w)-3]) && len(w) > 5:
		w = undouble(w[:len(w)-3])
	case strings.HasSuffix(w, "ied") && len(w) > 4:
		w = w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ed") && hasVowel(w[:len(w)-2]) && len(w) > 4:
		w = undouble(w[:len(w)-2])
	case strings.HasSuffix(w, "ly") && len(w) > 5:
		w = w[:len(w)-2]
	}
	if strings.HasSuffix(w, "ie") && len(w) > 4 {
		return w[:len(w)-2] + "y"
	}
	if strings.HasSuffix(w, "e") && len(w) > 3 {
		w = w[:len(w)-1]
	}
	return w
}

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }

// undouble turns "runn" into "run" but leaves "lift", "press" and "roll".
func undouble(s string) string {
	n := len(s)
	if n > 2 && s[n-1] == s[n-2] && !strings.ContainsRune("lsz", rune(s[n-1])) {
		return s[:n-1]
	}
	return s
}
