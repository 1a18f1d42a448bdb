// Package knowledge holds the coach's entries and says which of them, if any,
// answers a message.
//
// An entry is one Markdown file with TOML front matter: a verdict, reasons,
// what to do, and variants for goals. Those in entries/ are part of the
// binary; a community adds or overrides some from a folder of its own.
//
//	base, err := knowledge.Embedded()
//	overlay, err := knowledge.Load("answers/")
//	base, err = base.With(overlay)
//	m := base.Match("squats then a 5k, which first?")   // answer: order, …
//
// A message becomes features (package words: spelling, stems, concepts,
// characters), features become a score a topic (package linear, fitted from
// the phrasings by go generate), and scores become an outcome here. Two of
// the model's classes are no topics: questions that are not ours, and talk in
// which nothing is asked of the coach. A topic of the overlay that the model
// has not seen is fitted when the overlay is joined, the others left as they
// are.
//
// Invariants: a Base never changes, and is safe for concurrent use; Match is
// a pure function of the Base and the text. Whether a message is about an
// emergency is decided elsewhere, before this package is asked.
package knowledge

//go:generate go run ./fit

// An Outcome is what is to be done with a message.
type Outcome string

const (
	Answer    Outcome = "answer"    // one entry answers it
	Clarify   Outcome = "clarify"   // two or three entries are about as likely
	Unknown   Outcome = "unknown"   // something is asked that no entry answers
	Smalltalk Outcome = "smalltalk" // nothing is asked of the coach
)

// A Match says what a message asks.
type Match struct {
	Outcome Outcome
	Topics  []string // entry ids, at most three, best first; none for Smalltalk
	Second  string   // the words of a second question in the message, or ""
}
