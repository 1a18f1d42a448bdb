package safety

// Words that deny what follows them.
var negators = set("no not never without w/o wo none neither nor zero nil dont doesnt didnt isnt wasnt arent werent havent hasnt hadnt aint denies deny")

// Words behind which a negator denies nothing of the body: "no idea why my
// chest hurts", "not only chest pain".
var notDenying = set("idea doubt matter reason clue longer joke cap one way only just know knows understand get remember care mention believe")

// Words that a denial reaches across: "didn't have any real pain".
var light = set("a an the any some real really actual much more even ever have has had having feel feels felt feeling get gets got getting notice noticed experience experienced experiencing see seen seeing be been being is are was were had sign signs of my in with single bit kind sort symptom symptoms history trace or nor serious major significant actually particularly bad badly severe sharp weird strange sudden at all there to suffer suffered suffering from issue issues problem problems big small")

// deny marks, for every word, the negator that denies it. A denial reaches
// across light words and words of the body and its complaints, and ends at the
// first other word ("didn't eat today, chest hurts" denies eating only).
func (g *grammar) deny(words []word, body map[string]bool) []int {
	by := make([]int, len(words))
	for i := range by {
		by[i] = -1
	}
	for i, w := range words {
		if negators[w.text] && !unprecedented(words, i) {
			denyFrom(words, i, body, by)
		}
	}
	for i := range words {
		if answersNo(words, i) || isFree(words, i) {
			denyBack(words, i, by)
		}
	}
	return by
}

func denyFrom(words []word, i int, body map[string]bool, by []int) {
	if i+1 < len(words) && notDenying[words[i+1].text] {
		return
	}
	for j := i + 1; j < len(words); j++ {
		w := words[j]
		if w.stop || w.comma && !listGoesOn(words, j, body) {
			return
		}
		if w.text == "and" {
			if !listGoesOn(words, j+1, body) {
				return
			}
			continue
		}
		if !light[w.text] && !body[w.text] {
			return
		}
		by[j] = i
	}
}

// listGoesOn says whether the words from j on are more of a denied list: "no
// chest pain, dizziness or numbness". A bare symptom behind a comma is one only
// when an "or" follows, since "no sweat, chest pain again" is none.
func listGoesOn(words []word, j int, body map[string]bool) bool {
	if j >= len(words) || !body[words[j].text] && words[j].text != "or" && words[j].text != "nor" {
		return false
	}
	for k := j; k < len(words) && k < j+7 && !words[k].stop; k++ {
		switch words[k].text {
		case "or", "nor":
			return true
		case "my", "i", "but", "now", "today":
			return false
		}
	}
	return words[j-1].text == "and"
}

// unprecedented tells "never had a headache like this", which denies nothing.
func unprecedented(words []word, i int) bool {
	for j := i + 1; j+1 < len(words) && j < i+9 && !words[j].stop; j++ {
		if (words[j].text == "like" || words[j].text == "as") && words[j+1].text == "this" ||
			words[j].text == "this" && words[j+1].text == "bad" ||
			words[j].text == "so" && words[j+1].text == "bad" ||
			words[j].text == "going" && words[j+1].text == "away" {
			return true
		}
	}
	return false
}

// answersNo tells "dizzy? nope", "chest pain: none".
func answersNo(words []word, i int) bool {
	w := words[i]
	if i == 0 || !(w.stop || w.comma) {
		return false
	}
	switch w.text {
	case "nope", "nah", "none", "negative", "nada":
		return true
	case "no":
		return i+1 == len(words) || words[i+1].comma || words[i+1].stop
	}
	return false
}

// isFree tells "pain free", "symptom free", but not "the 200 free".
func isFree(words []word, i int) bool {
	return i > 0 && words[i].text == "free" && !words[i].stop && words[i-1].num < 0
}

// denyBack denies up to four words before word i, to the start of the clause.
func denyBack(words []word, i int, by []int) {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		by[j] = i
		if words[j].stop || words[j].comma {
			return
		}
	}
}

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, w := range splitWords(words) {
		s[w] = true
	}
	return s
}
