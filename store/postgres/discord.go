package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
)

const (
	selectCommandsHash = `SELECT hash FROM discord_commands WHERE application = $1`
	putCommandsHash    = `
INSERT INTO discord_commands (application, hash, at) VALUES ($1, $2, $3)
ON CONFLICT (application) DO UPDATE SET hash = excluded.hash, at = excluded.at`
)

// CommandsHash returns the hash of the commands that Discord has of an
// application, "" if it is not known.
func (s *Store) CommandsHash(ctx context.Context, application string) (hash string, err error) {
	err = orNone(s.pool.QueryRow(ctx, selectCommandsHash, application).Scan(&hash))
	return hash, wrap("load hash of commands", err)
}

// SetCommandsHash keeps it.
func (s *Store) SetCommandsHash(ctx context.Context, application, hash string, now time.Time) error {
	return wrap("keep hash of commands", s.run(ctx, putCommandsHash, application, hash, now.UnixMilli()))
}

// A channel of somebody who is not known (any more) is not kept. KEY SHARE has
// an erasure wait for the commit.
const (
	selectDirectChannel = `SELECT channel FROM discord_channels WHERE platform = 'discord' AND workspace = '' AND person = $1`
	putDirectChannel    = `
INSERT INTO discord_channels (person, channel, at)
SELECT person, $2, $3 FROM identities WHERE platform = 'discord' AND workspace = '' AND person = $1 FOR KEY SHARE
ON CONFLICT (platform, workspace, person) DO UPDATE SET channel = excluded.channel, at = excluded.at`
)

// DirectChannel returns the person's direct-message channel, "" if it is not known.
func (s *Store) DirectChannel(ctx context.Context, user string) (channel string, err error) {
	err = orNone(s.pool.QueryRow(ctx, selectDirectChannel, user).Scan(&channel))
	return channel, wrap("load direct-message channel", err)
}

// SetDirectChannel keeps the channel of a person that is known.
func (s *Store) SetDirectChannel(ctx context.Context, user, channel string, now time.Time) error {
	return wrap("keep direct-message channel", s.run(ctx, putDirectChannel, user, channel, now.UnixMilli()))
}

// keepForms is how long a button can still open its form.
const keepForms = 60 * 24 * time.Hour

const (
	selectForm = `SELECT form FROM discord_forms WHERE key = $1`
	putForm    = `
INSERT INTO discord_forms (key, person, form, at)
VALUES ($1, (SELECT person FROM identities WHERE platform = 'discord' AND workspace = '' AND person = $2 FOR KEY SHARE), $3, $4)
ON CONFLICT (key) DO UPDATE SET at = excluded.at`
	dropForms = `
DELETE FROM discord_forms WHERE key IN (
	SELECT key FROM discord_forms WHERE at < $1 ORDER BY at LIMIT 10 FOR UPDATE SKIP LOCKED)`
)

// PutForm keeps a form of a person's for sixty days after it was last shown.
func (s *Store) PutForm(ctx context.Context, user, key string, form []byte, now time.Time) error {
	err := s.update(ctx, func(t *tx) error {
		if _, err := t.exec(ctx, putForm, key, user, form, now.UnixMilli()); err != nil {
			return err
		}
		_, err := t.exec(ctx, dropForms, now.Add(-keepForms).UnixMilli())
		return err
	})
	return wrap("keep form", err)
}

// Form returns a form, nil when it is no longer kept.
func (s *Store) Form(ctx context.Context, key string) (form []byte, err error) {
	err = orNone(s.pool.QueryRow(ctx, selectForm, key).Scan(&form))
	return form, wrap("load form", err)
}

const (
	selectGatewaySession = `SELECT session, url, seq FROM discord_sessions WHERE name = $1`
	putGatewaySession    = `
INSERT INTO discord_sessions (name, session, url, seq, at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (name) DO UPDATE SET session = excluded.session, url = excluded.url, seq = excluded.seq, at = excluded.at`
	dropGatewaySession = `DELETE FROM discord_sessions WHERE name = $1`
)

// GatewaySession returns what a connection is resumed with, zero for nothing.
func (s *Store) GatewaySession(ctx context.Context, name string) (id, url string, seq int64, err error) {
	err = orNone(s.pool.QueryRow(ctx, selectGatewaySession, name).Scan(&id, &url, &seq))
	return id, url, seq, wrap("load gateway session", err)
}

// PutGatewaySession keeps it in place of an older one; an empty id drops it.
func (s *Store) PutGatewaySession(ctx context.Context, name, id, url string, seq int64, now time.Time) error {
	if id == "" {
		return wrap("drop gateway session", s.run(ctx, dropGatewaySession, name))
	}
	return wrap("keep gateway session", s.run(ctx, putGatewaySession, name, id, url, seq, now.UnixMilli()))
}

const (
	takeLease = `
INSERT INTO discord_leases AS held (name, holder, until) VALUES ($1, $2, $4)
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE held.holder = $2 OR held.until <= $3`
	dropLease = `DELETE FROM discord_leases WHERE name = $1 AND holder = $2`
)

// TakeLease takes or renews a lease; held is false while another holder has it.
func (s *Store) TakeLease(ctx context.Context, name, holder string, now, until time.Time) (held bool, err error) {
	done, err := s.pool.Exec(ctx, takeLease, name, holder, now.UnixMilli(), until.UnixMilli())
	return done.RowsAffected() > 0, wrap("take lease", err)
}

// DropLease gives a lease back; one that is another's stays.
func (s *Store) DropLease(ctx context.Context, name, holder string) error {
	return wrap("give lease back", s.run(ctx, dropLease, name, holder))
}

// run executes one statement in a transaction of its own.
func (s *Store) run(ctx context.Context, query string, args ...any) error {
	_, err := s.pool.Exec(ctx, query, plain(args)...)
	return err
}

// orNone takes no row for an empty answer.
func orNone(err error) error {
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	return err
}
