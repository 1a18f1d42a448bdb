package words

// Words that a question opens with, wherever its sentence begins.
var (
	askers     = wordSet(`what how why which who whom whose where when whether anyone anybody thoughts opinions advice suggestions tips explain define tell help recommend`)
	auxiliary  = wordSet(`do does did is are was were am can could should would will may might must shall have has had ought`)
	askedAbout = wordSet(`i we you it that this there they he she my your the a an any anyone people runners lifters running lifting cardio weights`)
)

// Asks tells whether a sentence reads as a question: it has its mark, opens
// as one, or has a question's order of words within ("so should i …").
func (s Sentence) Asks() bool {
	if s.Question {
		return true
	}
	for i, t := range s.Tokens {
		if askers[t.Text] && i < 3 {
			return true
		}
		next := i + 1
		if next < len(s.Tokens) && auxiliary[t.Text] && askedAbout[s.Tokens[next].Text] {
			return true
		}
		if next < len(s.Tokens) && (t.Text == "how" || t.Text == "or") && (s.Tokens[next].Text == "not" || askers[t.Text]) {
			return true
		}
	}
	return false
}
