package sqlite

import (
	"context"
	"fmt"
)

// Writable commits a page that says what it said before, and returns why that
// cannot be done: a full disk, a file that may not be written, another process
// that holds the lock until ctx ends.
func (s *Store) Writable(ctx context.Context) error {
	err := s.update(ctx, func(t *tx) error {
		var number int
		if err := t.row(ctx, `PRAGMA user_version`).Scan(&number); err != nil {
			return err
		}
		_, err := t.exec(ctx, fmt.Sprintf(`PRAGMA user_version = %d`, number)) // a pragma takes no parameters
		return err
	})
	return wrap("write to the database", err)
}
