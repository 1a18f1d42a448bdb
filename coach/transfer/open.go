package transfer

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// content is a file unpacked: its bytes without a byte order mark, its table if
// it is one, its root element if it is XML.
type content struct {
	data  []byte
	table *table // nil unless the first line reads as a header
	root  string // local name of the XML root; "" = not XML
}

// open unpacks and sizes up a file.
func open(data []byte) (content, error) {
	switch {
	case len(data) > MaxBytes:
		return content{}, ErrTooBig
	case bytes.HasPrefix(data, []byte("\x1f\x8b")):
		plain, err := gunzip(data)
		if err != nil {
			return content{}, err
		}
		data = plain
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return content{}, ErrZip
	}
	c := content{data: data}
	if isFIT(c) {
		return c, nil
	}
	c.data = bytes.TrimLeft(text(data), " \t\r\n")
	switch {
	case len(c.data) == 0:
		return content{}, ErrEmpty
	case c.data[0] == '<':
		c.root = rootElement(c.data)
	case c.data[0] != '{':
		c.table = openTable(c.data)
	}
	return c, nil
}

func gunzip(data []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, ErrBroken
	}
	plain, err := io.ReadAll(io.LimitReader(z, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("unpack: %w", ErrBroken)
	}
	if len(plain) > MaxBytes {
		return nil, ErrTooBig
	}
	return plain, nil
}

// text drops a byte order mark and turns UTF-16, as spreadsheets write it, and
// Latin-1 into UTF-8.
func text(data []byte) []byte {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return fromUTF16(data[2:], func(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 })
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return fromUTF16(data[2:], func(b []byte) uint16 { return uint16(b[1]) | uint16(b[0])<<8 })
	}
	if utf8.Valid(data) {
		return data
	}
	out := make([]byte, 0, len(data)+len(data)/8)
	for _, b := range data {
		out = utf8.AppendRune(out, rune(b))
	}
	return out
}

func fromUTF16(data []byte, unit func([]byte) uint16) []byte {
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) >= 2; data = data[2:] {
		units = append(units, unit(data))
	}
	return []byte(string(utf16.Decode(units)))
}

// rootElement returns the local name of the first element, "" if there is none.
func rootElement(data []byte) string {
	d := xml.NewDecoder(bytes.NewReader(data[:min(len(data), 64<<10)]))
	d.Strict = false
	d.CharsetReader = asUTF8
	for {
		t, err := d.Token()
		if err != nil {
			return ""
		}
		if e, ok := t.(xml.StartElement); ok {
			return e.Name.Local
		}
	}
}

// asUTF8 lets XML through whatever charset it declares: open has settled that.
func asUTF8(_ string, r io.Reader) (io.Reader, error) { return r, nil }

// errRefused wraps a library's complaint, which is not for athletes.
func errRefused(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrBroken
	}
	return fmt.Errorf("%w (%v)", ErrBroken, err)
}
