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
	errs := []error{enc.Encode(parcel{App: f.App, Own: f.Own})}
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

// Unpack returns what Pack put away, one part at a time in the order of the
// file, so that a large one is never held whole. App and own exercises come in
// the result; the sessions and check-ins go to the functions.
func Unpack(packed string, keep func(training.Session) error, answer func(recovery.CheckIn) error) (File, error) {
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
		if err := p.open(&f, keep, answer); err != nil {
			return f, err
		}
	}
}

func (p parcel) open(f *File, keep func(training.Session) error, answer func(recovery.CheckIn) error) error {
	switch {
	case p.Session != nil:
		s, err := p.Session.session()
		if err != nil {
			return fmt.Errorf("unpack import: %w", err)
		}
		return keep(s)
	case p.CheckIn != nil:
		c, err := p.CheckIn.checkIn()
		if err != nil {
			return fmt.Errorf("unpack import: %w", err)
		}
		return answer(c)
	}
	f.App, f.Own = p.App, p.Own
	return nil
}
