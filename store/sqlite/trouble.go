package sqlite

import (
	"errors"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// remedies say in words what SQLite's own codes mean to whoever runs the coach.
// The code is the low byte of SQLite's extended ones.
var remedies = map[int]string{
	lib.SQLITE_FULL:     "the disk is full: make room on it",
	lib.SQLITE_IOERR:    "the disk takes no writes: it may be full, at its quota or broken",
	lib.SQLITE_READONLY: "the database may not be written: let the user that runs the coach own it, and its folder",
	lib.SQLITE_CANTOPEN: "the database cannot be opened: let the user that runs the coach own it, and its folder",
	lib.SQLITE_PERM:     "the database may not be opened: let the user that runs the coach own it, and its folder",
	lib.SQLITE_BUSY:     "another program holds the database: end it",
	lib.SQLITE_LOCKED:   "another program holds the database: end it",
	lib.SQLITE_CORRUPT:  "the database is damaged: stop the coach and put the last backup in its place",
}

// trouble is an error of SQLite's with what to do about it.
type trouble struct {
	remedy string
	err    error
}

func (t *trouble) Error() string { return t.remedy + " (" + t.err.Error() + ")" }
func (t *trouble) Unwrap() error { return t.err }

// explained says what to do about an error of SQLite's; others, and those that
// say it already, stay as they are.
func explained(err error) error {
	var fault *driver.Error
	var said *trouble
	if !errors.As(err, &fault) || errors.As(err, &said) {
		return err
	}
	if remedy, ok := remedies[fault.Code()&0xff]; ok {
		return &trouble{remedy, err}
	}
	return err
}
