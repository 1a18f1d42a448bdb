package coach

import "regexp"

// A decline is a question that the coach does not answer however well it could:
// it says so, and who to ask instead.
type decline struct {
	asks *regexp.Regexp
	text string
}

// declines are looked at after red flags and before the knowledge base.
var declines = []decline{
	{regexp.MustCompile(`(?i)\b(steroids?|anabolics?|sarms?|trt|tren(bolone)?|test(osterone)? (cycle|shots?|injections?|enanthate|e\b)|clen(buterol)?|dnp|hgh|growth hormone (injections?|shots?)|winstrol|anavar|dianabol|ostarine|rad ?140|epo|blood doping|peptides?|ozempic|semaglutide|fat burners?)\b`),
		"I don't advise on drugs for performance or weight, neither whether nor how much. Please talk to a doctor, without fear of being judged, above all if you take something already. " +
			"What training, food and sleep can do, I can tell you."},
	{regexp.MustCompile(`(?i)\b(i ?a?'?m|im|i am|my (son|daughter|kid|child)( is|'s)?|he'?s|she'?s) (a )?(9|1[0-7])\b[^.?!]*\b(lose|cut|drop|diet|calori|kcal|weight|fat|skinny|shred|abs)|\b(lose|cut|drop|diet|calories|weight|fat)\b[^.?!]*\b(i ?a?'?m|im|i am|at|aged?) (9|1[0-7])( years?( old)?)?( ?$|[.,?!])`),
		"While you are still growing I give no numbers for weight or calories: your body needs the food. " +
			"Please ask a parent and your doctor or a sports dietitian, together. What I can help with is training well, eating enough around it, and sleep."},
}

// declined says why a question is not answered; "" when nothing stands against it.
func declined(text string) string {
	for _, d := range declines {
		if d.asks.MatchString(text) {
			return d.text
		}
	}
	return ""
}
