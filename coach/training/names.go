package training

import (
	"strings"
	"unicode"
)

func (r *reader) quoted(t *token) {
	it := item{meaning: meaning{kind: iName}, name: plainName(t.text)}
	if _, own := r.own[foldName(t.text)]; !own {
		if at, ok := r.names.byKey[strings.Join(nameWords(t.text), "")]; ok {
			it.name, it.exercise = r.names.all[at].Name, &r.names.all[at]
		}
	}
	r.emit(it, 1)
}

// exactExercise finds a vocabulary entry by its very name.
func exactExercise(name string) (*Exercise, bool) {
	v := exercises()
	if at, ok := v.byKey[strings.Join(nameWords(name), "")]; ok && v.all[at].Name == name {
		return &v.all[at], true
	}
	return nil, false
}

// ownName counts the tokens of the athlete's own exercise that starts here.
func (r *reader) ownName() (n int) {
	if len(r.own) == 0 {
		return 0
	}
	for k := 1; k <= longestPhrase && r.peek(k-1).kind != tkSym && r.i+k <= len(r.tok); k++ {
		if _, ok := r.own[foldName(r.text[r.tok[r.i].from:r.tok[r.i+k-1].to])]; ok {
			n = k
		}
	}
	return n
}

// joinNames puts the words of a name together ("zercher march", a misspelt
// "romanain deadlift") and settles what an unknown word is.
func (r *reader) joinNames() {
	out := r.out[:0]
	for i := 0; i < len(r.out); {
		n, unknown := r.nameRun(i)
		if n == 0 || !unknown {
			out = append(out, r.out[i])
			i++
			continue
		}
		it := r.out[i]
		it.to = r.out[i+n-1].to
		it.text = strings.Trim(r.text[it.from:it.to], " \t\u00a0)(,-")
		out = append(out, r.settle(it))
		i += n
	}
	r.out = out
}

// nameRun counts the items from i on that stand together as words of a name,
// and reports whether one of them is unknown.
func (r *reader) nameRun(i int) (n int, unknown bool) {
	for k := i; k < len(r.out) && n < longestSpan; k++ {
		it := r.out[k]
		if k > i && strings.Contains(r.text[r.out[k-1].to:it.from], ":") {
			return n, unknown
		}
		switch {
		case it.kind == iUnknown:
			unknown = true
		case it.kind == iName && it.exercise != nil && r.text[it.from] != '"':
		case it.kind == iStyle && it.style == Tempo && k+1 < len(r.out) && r.out[k+1].kind == iName:
			unknown = true
		default:
			return n, unknown
		}
		n++
	}
	return n, unknown
}

// settle decides what unknown words are: the athlete's own exercise, a
// vocabulary name in other words or misspelt, a misspelt word of the grammar,
// or a new name.
func (r *reader) settle(it item) item {
	words := nameWords(it.text)
	it.exercise, it.either = nil, false
	if len(spellOut(words)) == 0 && words[0] != "plate" || len(words) == 1 && equipment[words[0]] {
		it.kind = iFluff
		return it
	}
	if _, ok := r.own[strings.ToLower(it.text)]; ok {
		it.kind, it.name = iName, titleCase(it.text)
		return it
	}
	if e, guessed, ok := findExercise(words); ok {
		if guessed {
			r.remarks = append(r.remarks, `I read "`+it.text+`" as `+e.Name+".")
		}
		it.meaning, it.name, it.exercise = meaning{kind: iName}, e.Name, &e
		return it
	}
	if m, word, ok := r.misspeltPhrase(words); ok && words[0] != "plate" {
		r.remarks = append(r.remarks, `I read "`+it.text+`" as `+word+".")
		it.meaning = m
		return it
	}
	it.meaning, it.name = meaning{kind: iUnknown}, titleCase(it.text)
	return it
}

// misspeltPhrase finds the one fixed word within one edit of a single word.
func (r *reader) misspeltPhrase(words []string) (found meaning, word string, ok bool) {
	if len(words) != 1 || len(words[0]) < 4 {
		return meaning{}, "", false
	}
	key := words[0]
	mask := letterMask(key)
	for phrase, m := range r.words {
		switch m.kind {
		case iSport, iLift, iRegion, iStyle, iDay, iWeekday, iRestDay:
		default:
			continue
		}
		if len(phrase) < 4 && (len(phrase) < 3 || m.kind != iSport) || len(phrase)-len(key) > 1 || len(key)-len(phrase) > 1 || phrase[0] != key[0] || lettersApart(mask, letterMask(phrase)) > 2 {
			continue
		}
		if edits(key, phrase, 1) > 1 {
			continue
		}
		if ok && found != m {
			return meaning{}, "", false
		}
		if !ok || phrase < word {
			found, word, ok = m, phrase, true
		}
	}
	return found, word, ok
}

// plainName drops what a name cannot hold in a printed line: quotation marks
// and control characters.
func plainName(name string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case strings.ContainsRune("\"“”„", r), !unicode.IsPrint(r):
			return -1
		}
		return r
	}, name))
}

// titleCase writes a name of the athlete's own the way the vocabulary does.
func titleCase(name string) string {
	words := strings.Fields(plainName(name))
	for i, w := range words {
		runes := []rune(strings.ToLower(w))
		words[i] = strings.ToUpper(string(runes[:1])) + string(runes[1:])
	}
	return strings.Join(words, " ")
}

// foldName is a name as Context.Own keys it.
func foldName(name string) string { return strings.ToLower(strings.TrimSpace(name)) }
