package transfer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// Schema is the version of the JSON export. A reader takes its own version and
// all before it.
const Schema = 1

// Archive is everything that is kept of one athlete, as the JSON export writes
// it. Instants are UTC with the athlete's zone beside them; masses are kg,
// distances km, durations minutes.
type Archive struct {
	Schema    int             `json:"schema"`
	App       string          `json:"app"`
	Exported  time.Time       `json:"exported"`
	Settings  Settings        `json:"settings"`
	Consent   Consent         `json:"consent"`
	Accounts  []string        `json:"accounts,omitempty"` // platform/workspace/user
	Skipped   []string        `json:"skipped_days,omitempty"`
	Exercises map[string]bool `json:"own_exercises"` // lower-case name: does it load the legs?
	Sessions  []session       `json:"sessions"`
	CheckIns  []checkIn       `json:"checkins"`
}

// Settings is what the athlete told of themselves and wants to hear.
type Settings struct {
	Goal       string            `json:"goal,omitempty"`
	Experience string            `json:"experience,omitempty"`
	Units      string            `json:"units,omitempty"`
	Zone       string            `json:"zone,omitempty"`
	Event      string            `json:"event,omitempty"`
	Deload     string            `json:"deload_until,omitempty"`
	Reminders  map[string]string `json:"reminders,omitempty"`
	Pause      map[string]string `json:"pause,omitempty"`
	Safety     map[string]string `json:"safety_hold,omitempty"`
	Since      time.Time         `json:"since,omitzero"`
}

// Consent is what the athlete agreed to.
type Consent struct {
	Given   bool      `json:"given"`
	Version int       `json:"version,omitempty"`
	At      time.Time `json:"at,omitzero"`
	Text    string    `json:"text,omitempty"`    // that was agreed to
	Classes []string  `json:"classes,omitempty"` // of data, that were agreed to
	Words   []Word    `json:"words,omitempty"`   // everything that was said, in order
}

// Word is what an athlete once said about a class of data.
type Word struct {
	Class   string    `json:"class"`
	Given   bool      `json:"given"`
	Version int       `json:"version"`
	At      time.Time `json:"at"`
}

// WriteJSON returns the whole archive: the head is the caller's, the log is
// filled in here.
func WriteJSON(head Archive, sessions []training.Session, checkIns []recovery.CheckIn) ([]byte, error) {
	head.Schema, head.App = Schema, ownApp
	head.Sessions, head.CheckIns = make([]session, len(sessions)), make([]checkIn, len(checkIns))
	for i, s := range sessions {
		head.Sessions[i] = sessionForm(s)
	}
	for i, c := range checkIns {
		head.CheckIns[i] = checkInForm(c)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(head); err != nil {
		return nil, fmt.Errorf("write archive: %w", err)
	}
	return out.Bytes(), nil
}

// ownApp is the name in our own export.
const ownApp = "Tandem"

func isArchive(c content) bool { return len(c.data) > 0 && c.data[0] == '{' }

func readArchive(c content, b *book) error {
	var head struct {
		Schema    int               `json:"schema"`
		App       string            `json:"app"`
		Exercises map[string]bool   `json:"own_exercises"`
		Sessions  []json.RawMessage `json:"sessions"`
		CheckIns  []json.RawMessage `json:"checkins"`
	}
	if err := json.Unmarshal(c.data, &head); err != nil {
		return ErrBroken
	}
	switch {
	case head.App != ownApp || head.Schema < 1:
		return ErrUnknown
	case head.Schema > Schema:
		return fmt.Errorf("this export is of version %d and I read up to %d: it was made by a newer coach", head.Schema, Schema)
	case len(head.Sessions)+len(head.CheckIns) > MaxRows:
		return ErrTooMany
	}
	b.file.Own = head.Exercises
	for _, raw := range head.Sessions {
		b.rows++
		var s session
		if err := json.Unmarshal(raw, &s); err != nil {
			b.skip(b.rows, "not a session: "+plainJSONError(err))
			continue
		}
		kept, err := s.session()
		if err == nil && !b.isZone(kept.Zone) {
			err = fmt.Errorf("%q is no time zone", clip(kept.Zone))
		}
		if err != nil {
			b.skip(b.rows, err.Error())
			continue
		}
		b.restore(kept)
	}
	for _, raw := range head.CheckIns {
		b.rows++
		var one checkIn
		if err := json.Unmarshal(raw, &one); err != nil {
			b.skip(b.rows, "not a check-in: "+plainJSONError(err))
			continue
		}
		kept, err := one.checkIn()
		if err != nil {
			b.skip(b.rows, err.Error())
			continue
		}
		b.file.CheckIns = append(b.file.CheckIns, kept)
	}
	return nil
}

// restore keeps a session of our own as it was, with its id.
func (b *book) restore(s training.Session) {
	if b.ids[s.ID] {
		b.skip(b.rows, fmt.Sprintf("the id %q stands twice in this file", s.ID))
		return
	}
	b.ids[s.ID] = true
	for _, set := range s.Sets {
		if _, own := b.file.Own[strings.ToLower(set.Exercise)]; !own && set.Exercise != "" {
			b.exercise(set.Exercise)
		}
	}
	b.doubt(s)
	b.file.Sessions = append(b.file.Sessions, s)
}

func plainJSONError(err error) string {
	if e, ok := err.(*json.UnmarshalTypeError); ok {
		return fmt.Sprintf("%s cannot be a %s", e.Field, e.Value)
	}
	return "the text is damaged"
}
