package bot

import (
	"tandem/coach/advice"
	"tandem/coach/training"
)

// Reply is a neutral message. Text alone says everything; the other fields say
// the same in parts that a platform can draw. Private by default: Public is set
// only when the athlete pressed a button to share.
type Reply struct {
	Kind     Kind               `json:"kind"`
	Public   bool               `json:"public,omitempty"`
	Update   bool               `json:"update,omitempty"` // takes the place of the message whose button was pressed
	Text     string             `json:"text"`             // the whole plain text
	Sections []Section          `json:"sections,omitempty"`
	Findings []advice.Finding   `json:"findings,omitempty"`
	Rows     []Row              `json:"rows,omitempty"` // the scales of a check-in
	Buttons  []Button           `json:"buttons,omitempty"`
	Form     *Form              `json:"form,omitempty"`
	Picture  *Picture           `json:"picture,omitempty"`
	File     *File              `json:"file,omitempty"`     // an export
	Sessions []training.Session `json:"-"`                  // what was logged, for who asked in this process: the log keeps it
	Instants []training.Instant `json:"instants,omitempty"` // that the text names, besides those of the findings
	Erased   bool               `json:"erased,omitempty"`   // nothing is kept of the athlete any more: what the platform shows of them goes too
}

// SentAgain stands before what is sent a second time although the first may have
// arrived: where nobody can look, twice and said so is better than not at all.
const SentAgain = "Again, in case it did not arrive:"

// Named are all instants that the text names: a platform may show them on the
// reader's own clock, in place of their words.
func (r Reply) Named() []training.Instant {
	named := r.Instants
	for _, f := range r.Findings {
		named = append(named[:len(named):len(named)], f.Instants...)
	}
	return named
}

// Section is a part of the text: an optional title and a body of plain lines.
// Joined in order, the sections say what Text says.
type Section struct {
	Title string       `json:"title,omitempty"`
	Body  string       `json:"body"`
	Level advice.Level `json:"level,omitempty"` // of a finding
	Fixed bool         `json:"fixed,omitempty"` // a drawing: its columns need letters of one width
}

// Button is a choice. Command is what pressing it says to the coach: a command
// line of at most 90 letters that needs no other state.
type Button struct {
	Label   string `json:"label"`
	Command string `json:"command"`
	Primary bool   `json:"primary,omitempty"`
	Danger  bool   `json:"danger,omitempty"`
}

// Row is one scale of a check-in: a label and five buttons. Chosen is the
// number of the one that was pressed, 0 = none yet.
type Row struct {
	Label   string   `json:"label"`
	Buttons []Button `json:"buttons"`
	Chosen  int      `json:"chosen,omitempty"`
}

// Form asks for several things at once. Its id is the command that its values
// complete.
type Form struct {
	ID     string  `json:"id"`
	Title  string  `json:"title"` // at most 24 letters
	Send   string  `json:"send"`  // label of the button, at most 24 letters
	Fields []Field `json:"fields"`
}

// Field is one line of a form.
type Field struct {
	Name     string   `json:"name"`
	Label    string   `json:"label"`
	Hint     string   `json:"hint,omitempty"`
	Value    string   `json:"value,omitempty"`
	Choices  []string `json:"choices,omitempty"` // "" = free text
	Suggest  string   `json:"suggest,omitempty"` // what Router.Suggest completes: "exercise" or "zone"
	Long     bool     `json:"long,omitempty"`
	Required bool     `json:"required,omitempty"`
}

// Picture is a PNG and what it shows in words.
type Picture struct {
	PNG []byte `json:"png"`
	Alt string `json:"alt"`
}
