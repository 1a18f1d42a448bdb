package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
)

// The queries that run with every message, by who runs them. They are parsed
// once, at the start, instead of with every use; a query that is not named here
// works as well.
var (
	hotWrites = slices.Concat(hotReads, scheduleWrites, []string{
		insertMessage, answerMessage, finishMessage,
		putSession, putFollowUp, putCheckIn,
		insertExplanation, dropExplanations,
		setDialogue, endDialogue, insertMet,
	})
	hotReads = slices.Concat(scheduleReads, []string{
		selectWaiting, selectPerson, selectReachable, selectAddresses,
		selectAthlete, selectSession, selectLatest, selectSessions,
		selectCheckIns, selectSkip, selectOwn, selectDialogue, selectDraft,
	})
)

// statements are prepared queries, by their text.
type statements map[string]*sql.Stmt

func (s *Store) prepare(ctx context.Context) (err error) {
	if s.write != nil {
		if s.stmts, err = prepareAll(ctx, s.write, hotWrites); err != nil {
			return err
		}
	}
	if s.read == s.write {
		s.looks = s.stmts
		return nil
	}
	if s.looks, err = prepareAll(ctx, s.read, hotReads); err != nil {
		return err
	}
	return nil
}

func prepareAll(ctx context.Context, db *sql.DB, queries []string) (statements, error) {
	out := make(statements, len(queries))
	for _, q := range queries {
		st, err := db.PrepareContext(ctx, q)
		if err != nil {
			return out, fmt.Errorf("prepare %q: %w", q, err)
		}
		out[q] = st
	}
	return out, nil
}

func (st statements) close() error {
	var errs []error
	for _, s := range st {
		errs = append(errs, s.Close())
	}
	return errors.Join(errs...)
}
