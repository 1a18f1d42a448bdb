package sqlite

import "slices"

// The queries that run with every message, by who runs them. They are parsed
// once for each connection, instead of with every use; a query that is not named
// here works as well.
var (
	hotWrites = slices.Concat(hotReads, scheduleWrites, []string{
		beginWrite, commit,
		selectNumber, insertMessage, answerMessage, finishMessage,
		putSession, putFollowUp, putCheckIn,
		insertExplanation, dropExplanations,
		setDialogue, endDialogue, insertMet,
	})
	hotReads = slices.Concat(scheduleReads, []string{
		beginRead, rollback,
		selectWaiting, selectPerson, selectReachable, selectAddresses,
		selectAthlete, selectSession, selectLatest, selectSessions,
		selectCheckIns, selectSkip, selectOwn, selectDialogue, selectDraft,
	})
)
