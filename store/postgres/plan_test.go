package postgres

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
)

// A query that runs with every message, sweep or delivery must not read a whole
// table, nor sort more than its batch: with scans of tables forbidden to the
// planner, none may be left in its plan.
func TestHotQueries_FindTheirRowsByAnIndex(t *testing.T) {
	s := openAt(t, server.Database(t))
	conn, err := pgx.Connect(t.Context(), s.pool.Config().ConnString())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	if _, err := conn.Exec(t.Context(), `SET enable_seqscan = off; SET enable_bitmapscan = off; SET plan_cache_mode = force_generic_plan`); err != nil {
		t.Fatal(err)
	}
	mayNotSort := []string{selectWaiting, selectDuePlans, claimDue, feedDue, takeStrays, selectLaterPlans, selectSessions, selectCheckIns, selectLatest}
	for _, query := range slices.Concat(mayNotSort, []string{
		insertMessage, answerMessage, finishMessage, failMessage, selectMessagesOf,
		selectPerson, selectAddresses, selectReachable, selectAthlete, selectSession, putSession, deleteSession, putFollowUp, dropFollowUps,
		putCheckIn, selectSkip, selectOwn, selectDialogue, selectDraft, insertMet, insertExplanation, selectExplanation,
		selectNextDue, selectReplan, selectPlans, selectLanes, takeSlot, movePlans, holdAthletes, insertOccurrences, selectDueFollowUps, takeFollowUps,
		selectClaims, selectAthletes, markDelivery, closePerson, selectRivals, claimQueued, selectHeld, selectMembers, takeOver,
	}) {
		for _, step := range planOf(t, conn, query) {
			if strings.Contains(step, "Seq Scan") || strings.Contains(step, "Sort") && slices.Contains(mayNotSort, query) {
				t.Errorf("%s\n%s", step, query)
			}
		}
	}
}

var parameter = regexp.MustCompile(`\$\d+`)

// planOf is the server's plan for a query whose parameters are not known.
func planOf(t *testing.T, conn *pgx.Conn, query string) (steps []string) {
	t.Helper()
	if _, err := conn.Exec(t.Context(), "DEALLOCATE ALL; PREPARE q AS "+query); err != nil {
		t.Fatalf("%v\n%s", err, query)
	}
	params := parameter.FindAllString(query, -1)
	slices.Sort(params)
	explain := "EXPLAIN EXECUTE q"
	if n := len(slices.Compact(params)); n > 0 {
		explain += "(" + strings.TrimSuffix(strings.Repeat("NULL,", n), ",") + ")"
	}
	rows, err := conn.Query(t.Context(), explain, pgx.QueryExecModeSimpleProtocol)
	if err != nil {
		t.Fatal(err)
	}
	steps, err = pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(fmt.Errorf("%w\n%s", err, query))
	}
	return steps
}
