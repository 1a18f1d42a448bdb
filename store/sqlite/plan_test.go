package sqlite

import (
	"strings"
	"testing"
)

// A query that runs with every message must not read a whole table, nor sort.
func TestHotQueries_FindTheirRowsByAnIndex(t *testing.T) {
	s, err := Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, query := range append(hotWrites, selectSession, selectMessagesOf, dropFollowUps, deleteSession, selectExplanation, failMessage) {
		args := make([]any, 19)
		for i := range args {
			args[i] = 1
		}
		for n := 0; n <= len(args); n++ { // as many as the query takes
			rows, err := s.read.Query("EXPLAIN QUERY PLAN "+query, args[:n]...)
			if err != nil {
				continue
			}
			for rows.Next() {
				var id, parent, unused int
				var step string
				if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
					t.Fatal(err)
				}
				if strings.HasPrefix(step, "SCAN") && !strings.Contains(step, "CONSTANT ROW") || strings.Contains(step, "TEMP B-TREE") {
					t.Errorf("%s\n%s", step, query)
				}
			}
			rows.Close()
			break
		}
	}
}
