// Package bot is the conversation: a [Message] in, [Reply]s out. It knows no
// platform; adapters translate.
//
// A message's way. An adapter decodes what its platform delivered and calls
// [Router.Accept], which stores it under the platform's delivery id (a second
// delivery of one id is dropped) and only then returns, so that the adapter may
// acknowledge. Safety looks at every word first; then a command, an answer to a
// pending question, a workout told in passing or a question for the coach is
// handled in one store transaction, which also keeps the replies. Where nothing
// else of the athlete's is in work, that is the transaction which stores the
// message; else, and where that fails, a worker does it: one at a time takes an
// athlete's messages in order, many athletes side by side. After the commit the
// replies are sent, and the words of all that is answered are forgotten together.
//
// What holds at any moment the process may be killed: a message that was
// acknowledged is answered after the restart; its effect is stored once; a
// reply whose sending was cut off is sent again under the same key, by which
// the adapter recognises it.
package bot

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Person is somebody on a platform. Workspace is empty where the platform has
// none (a Discord user, the terminal).
type Person struct {
	Platform  string `json:"platform"`
	Workspace string `json:"workspace,omitempty"`
	User      string `json:"user"`
}

// String is platform/workspace/user, for logs: no names.
func (p Person) String() string { return p.Platform + "/" + p.Workspace + "/" + p.User }

// Place is where the coach is installed: a workspace with all in it, a server,
// or one person's own account.
type Place struct {
	Platform  string
	Workspace string // everybody in it, unless User is set
	Server    string // everybody who used the coach there and nowhere else
	User      string
}

// OwnAccount is the server of who installed the coach for themselves alone.
const OwnAccount = "own"

// Message is one thing a person said or pressed, as an adapter hands it over.
type Message struct {
	ID        string            `json:"id"` // the platform's delivery id: the same on a second delivery
	From      Person            `json:"from"`
	At        time.Time         `json:"at"`
	Channel   string            `json:"channel,omitempty"`   // where it was said; "" in a DM
	Direct    bool              `json:"direct,omitempty"`    // said in a DM
	Server    string            `json:"server,omitempty"`    // that it came from, where a platform's people are not of one workspace; see [Place]
	Addressed bool              `json:"addressed,omitempty"` // a mention or a command: the coach was spoken to
	Text      string            `json:"text,omitempty"`      // without the mention; a command's words with its slash
	Press     string            `json:"press,omitempty"`     // the Command of the button that was pressed
	Form      string            `json:"form,omitempty"`      // the id of the form that was sent in
	Values    map[string]string `json:"values,omitempty"`    // of that form
	File      *File             `json:"file,omitempty"`
	Excess    bool              `json:"excess,omitempty"`  // stands for a flood: the words are gone, see [Limit]
	Crowded   bool              `json:"crowded,omitempty"` // the flood is of many, not of this person
	Zone      string            `json:"zone,omitempty"`    // IANA zone the platform reports for the person
	Handle    string            `json:"handle,omitempty"`  // the adapter's own: how to answer this very message
}

// File is a document that came with a message.
type File struct {
	Name string `json:"name"`
	Data []byte `json:"data"`
}

// Kind says why a reply is sent.
type Kind string

// The kinds of reply: an answer, and the four that come unasked.
const (
	Answer   Kind = "reply"
	CheckIn  Kind = "check-in"
	Nudge    Kind = "nudge"
	Reminder Kind = "reminder"
	Review   Kind = "review"
)

// Address is where a reply goes: to the person's DM, or as the answer to a
// message of theirs.
type Address struct {
	Person
	Channel string `json:"channel,omitempty"` // "" = their DM
	Handle  string `json:"handle,omitempty"`  // of the message that is answered
}

// Adapter is one platform. Run blocks until ctx ends or the platform refuses
// for good. Send returns when the platform has taken the reply, or one of the
// errors below; it may be called from many goroutines.
type Adapter interface {
	Name() string
	Run(ctx context.Context, in Inbox) error
	// Send delivers under an idempotency key: the same key twice shows one message,
	// as far as the platform allows.
	Send(ctx context.Context, to Address, r Reply, key string) error
}

// Inbox is where an adapter puts what it heard. A nil error means the message
// is stored and may be acknowledged; fresh is false for a second delivery.
type Inbox interface {
	Accept(ctx context.Context, m Message) (fresh bool, err error)
}

// Departures is told by an adapter that the coach was removed from a place, or
// installed again. The [Inbox] may be one.
type Departures interface {
	Left(ctx context.Context, p Place) error
	Back(ctx context.Context, p Place) error
}

// What a Send can come back with, besides success.
var (
	// ErrUnreachable: the person cannot be written to (DMs closed, account gone).
	ErrUnreachable = errors.New("the person cannot be reached")
	// ErrLeft: the person shares no place with the coach any more.
	ErrLeft = fmt.Errorf("%w: they removed the coach", ErrUnreachable)
	// ErrGone: the workspace or the installation is gone.
	ErrGone = errors.New("the workspace is gone")
	// ErrRefused: the platform refuses this very message; sending it again is no use.
	ErrRefused = errors.New("the platform refuses the message")
	// ErrUnknown: the request went out, what became of it is not known.
	ErrUnknown = errors.New("the outcome is not known")
)

// RetryAfter asks to try again, not before Wait is over.
type RetryAfter struct{ Wait time.Duration }

func (r RetryAfter) Error() string { return fmt.Sprintf("rate limited for %s", r.Wait) }
