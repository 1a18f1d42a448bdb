package sqlite

import (
	"slices"
	"strings"
	"testing"
)

// A query that runs with every message or sweep must not read a whole table.
// Only the scheduler may sort, and that is one batch.
func TestHotQueries_FindTheirRowsByAnIndex(t *testing.T) {
	s, err := Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	bounded := []string{"CONSTANT ROW", "VIRTUAL TABLE", "athletes_replan"} // an index of those who wait for a plan
	batches := slices.Concat(scheduleReads, scheduleWrites)
	for _, query := range slices.Concat(hotWrites, []string{selectMessagesOf, dropFollowUps, deleteSession, selectExplanation, failMessage}) {
		for _, step := range planOf(t, s, query) {
			isBounded := func(what string) bool { return strings.Contains(step, what) }
			switch {
			case strings.HasPrefix(step, "SCAN") && !slices.ContainsFunc(bounded, isBounded):
				t.Errorf("%s\n%s", step, query)
			case strings.Contains(step, "TEMP B-TREE") && !slices.Contains(batches, query):
				t.Errorf("%s\n%s", step, query)
			}
		}
	}
}

// planOf returns SQLite's plan for a query, step by step.
func planOf(t *testing.T, s *Store, query string) (steps []string) {
	t.Helper()
	args := []any{}
	c := borrow(t, s.read)
	rows, err := c.query(t.Context(), "EXPLAIN QUERY PLAN "+query)
	for ; err != nil && len(args) < 30; rows, err = c.query(t.Context(), "EXPLAIN QUERY PLAN "+query, args...) {
		args = append(args, 1) // as many as the query takes
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, query)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	return steps
}

// What looks for messages that are not done must not read those that are: their
// ids are kept for a day.
func TestOpenMessages_AreFoundByTheirIndex(t *testing.T) {
	s, err := Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for query, looks := range map[string]int{selectWaiting: 1, selectStats: 3, selectMessagesOf: 1, purgeDead: 1} {
		by := 0
		for _, step := range planOf(t, s, query) {
			if strings.Contains(step, "inbox_open") {
				by++
			}
		}
		if by != looks {
			t.Errorf("looks %d times into the index of what is open, want %d:\n%s", by, looks, query)
		}
	}
}
