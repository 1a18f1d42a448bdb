package transfer

import (
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// parcel is one value of a packed file: its head, a session or a check-in.
type parcel struct {
	App     string          `json:"app,omitempty"`
	Own     map[string]bool `json:"own,omitempty"`
	Unsaid  *Unsaid         `json:"unsaid,omitempty"`
	Session *session        `json:"s,omitempty"`
	CheckIn *checkIn        `json:"c,omitempty"`
}

// Pack returns what is to be kept of a file in one short line of text, for the
// time between a preview and the word to import. What was skipped or assumed is
// left behind.
func Pack(f File) (string, error) {
	var text strings.Builder
	b64 := base64.NewEncoder(base64.StdEncoding, &text)
	z := gzip.NewWriter(b64)
	enc := json.NewEncoder(z)
	errs := []error{enc.Encode(parcel{App: f.App, Own: f.Own, Unsaid: &f.Unsaid})}
	for _, s := range f.Sessions {
		form := sessionForm(s)
		errs = append(errs, enc.Encode(parcel{Session: &form}))
	}
	for _, c := range f.CheckIns {
		form := checkInForm(c)
		errs = append(errs, enc.Encode(parcel{CheckIn: &form}))
	}
	if err := errors.Join(append(errs, z.Close(), b64.Close())...); err != nil {
		return "", fmt.Errorf("pack import: %w", err)
	}
	return text.String(), nil
}

// Unpack hands over what Pack put away, one at a time and in order, so that a
// large file is never held whole. It returns the file's app and own exercises.
// With other, numbers whose unit the file does not say are in the units that
// they were not read in.
func Unpack(packed string, other bool, keep func(app string, s training.Session) error, answer func(recovery.CheckIn) error) (File, error) {
	z, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(packed)))
	if err != nil {
		return File{}, fmt.Errorf("unpack import: %w", err)
	}
	dec := json.NewDecoder(z)
	var f File
	for {
		var p parcel
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			return f, nil
		}
		if err != nil {
			return f, fmt.Errorf("unpack import: %w", err)
		}
		switch {
		case p.Session != nil:
			var s training.Session
			if s, err = p.Session.session(); err == nil {
				if other {
					f.Unsaid.reread(&s)
				}
				err = keep(f.App, s)
			}
		case p.CheckIn != nil:
			var c recovery.CheckIn
			if c, err = p.CheckIn.checkIn(); err == nil {
				err = answer(c)
			}
		default:
			f.App, f.Own = p.App, p.Own
			if p.Unsaid != nil {
				f.Unsaid = *p.Unsaid
			}
		}
		if err != nil {
			return f, fmt.Errorf("unpack import: %w", err)
		}
	}
}
