package sqlite

// The scheduler's queries that run with every tick and every delivery; they are
// prepared with the others in statements.go.
var (
	scheduleWrites = []string{
		selectDuePlans, selectDueFollowUps, selectReplan, selectPlans,
		insertOccurrence, movePlan, insertPlan, deletePlans, planned, takeFollowUp,
		claimDeliveries, markDelivery,
	}
	scheduleReads = []string{
		selectNextDue, selectClaims, selectSilence, selectPrevious, selectSnoozed, selectRivals,
	}
)
