package advice

import (
	"time"

	"tandem/coach/recovery"
)

// Every number that a rule compares with. A rule names the constant, the
// registry below gives the same constant its reason, and the boundary of each
// is tested on both sides.
const (
	sameSessionGap     = 60 * time.Minute // below: one session
	partialGap         = 3 * time.Hour    // below: close to one session
	specialistGap      = 6 * time.Hour
	legsAfterCardioGap = 8 * time.Hour
	keyRunAfterLegsGap = 24 * time.Hour
	legsRestGap        = 48 * time.Hour
	trainingDaysInRow  = 6
	hardDays           = 3
	neighbourGap       = 36 * time.Hour // sessions further apart are not a pair
	freeCardioMinutes  = 30.0           // easy cardio up to here costs the lift nothing
	easyRPE            = 4.0
	hardRPE            = 7.0
	cardioAfterMinutes = 40.0
	cardioAfterTooLong = 60.0
	veryLongMinutes    = 75.0
	veryLongShare      = 1.25 // of the median run
	heavyPercent       = 80.0
	heavyReps          = 6
	heavyRPE           = 8.0
	hardSetRPE         = 7.0
	heavyLegSets       = 4
	sorenessHours      = 72.0
	sorenessLongHours  = 168.0
	lowItem            = recovery.LowItem
	freshItem          = 4
	almostOver         = 2 * time.Hour
	lowItemDays        = 2
	lowFatigueCount    = recovery.TiredAnswers
	lowFatigueWindow   = recovery.TiredOf
	shortNight         = recovery.ShortSleep
	shortNightsInRow   = recovery.ShortNights
	sleepTarget        = 7.0
	sleepTargetNights  = 5
	declineSessions    = 3
	declineUpper       = 3.0
	declineLower       = 4.0
	declinePace        = 3.0
	comparableReps     = 4
	waveringHR         = 3
	deloadLifts        = 2
	deloadItemLevel    = 2.0
	deloadCheckIns     = 3
	deloadWindow       = 14
	staleCheckIn       = 36 * time.Hour
	returnDays         = 14
	returnLongDays     = 42
	taperDays          = 14
	eventWeekDays      = 7
	taperVolumeCut     = 0.41
	volumeHigh         = 1.3
	volumeLow          = 0.7
	manyRuns           = 3
	orderHabit         = 2
	slowerPace         = 3.0
	comparableRuns     = 3
	longFuelMinutes    = 90.0
	fuelWithin         = 3 * time.Hour
	maxFindings        = 3
	historyDays        = 42
	fewDays            = 7
	medianDays         = 28
	firstWeeks         = 21
	usualDays          = 28
	recordMargin       = 0.5
	proudOfRun         = 30.0
	formNear           = 0.1
	volumeHistoryDays  = 28
)

// Threshold is one number of the rules, with the reason it has that value.
type Threshold struct {
	Name   string
	Value  float64
	Unit   string
	Reason string
}

// Thresholds lists every number the rules compare with.
func Thresholds() []Threshold { return append([]Threshold(nil), thresholds...) }

var thresholds = []Threshold{
	{"same_session_gap", sameSessionGap.Minutes(), "min", "product choice for the seed's \"immediately after\": below this the two are one session"},
	{"partial_gap", partialGap.Hours(), "h", "Schumann 2022: explosive strength suffered in shared sessions, not at 3 h or more"},
	{"specialist_gap", specialistGap.Hours(), "h", "seed S17; Robineau 2016: 6 h and 24 h beat none"},
	{"lift_after_cardio_legs", legsAfterCardioGap.Hours(), "h", "Sporer & Wenger 2003: leg volume still down 8 h after cardio"},
	{"key_run_after_heavy_legs", keyRunAfterLegsGap.Hours(), "h", "Doma & Deakin 2013, Doma 2017: running is costlier the day after"},
	{"legs_rest", legsRestGap.Hours(), "h", "product choice after Cheung 2003: soreness peaks at 24 to 72 h"},
	{"training_days_in_row", trainingDaysInRow, "days", "product choice after Doma & Deakin 2015: fatigue built up over six days"},
	{"hard_days_in_a_row", hardDays, "days", "product choice after Doma & Deakin 2015: fatigue built up over days"},
	{"neighbour_gap", neighbourGap.Hours(), "h", "product choice: a session and the next day's evening still belong together"},
	{"pre_lift_cardio_free", freeCardioMinutes, "min", "Markov 2022: the loss of strength is larger after more than 30 min"},
	{"cardio_after_lift_max", cardioAfterMinutes, "min", "seed S13: 20 to 40 min; the range caps the stress, it is no minimum"},
	{"cardio_after_lift_too_long", cardioAfterTooLong, "min", "product choice: half as long again as the seed's cap"},
	{"cardio_after_lift_max_rpe", easyRPE, "RPE", "seed S13; low to moderate of the ACSM classes on the CR-10 scale"},
	{"hard_rpe", hardRPE, "RPE", "\"very hard\" on the session-RPE scale; hard running by effort"},
	{"very_long_run", veryLongMinutes, "min", "product choice for the seed's \"very long\""},
	{"very_long_share", veryLongShare, "× the median run of 28 days", "product choice: long is relative to one's own running"},
	{"heavy_set", heavyPercent, "% of 1RM", "ACSM: very hard from 80 % of the one-repetition maximum"},
	{"heavy_set_reps", heavyReps, "reps", "few repetitions at RPE 8 or more are heavy whatever the percentage"},
	{"heavy_set_rpe", heavyRPE, "RPE", "two repetitions or fewer in reserve"},
	{"hard_set_rpe", hardSetRPE, "RPE", "product choice: three repetitions or fewer in reserve"},
	{"heavy_leg_session", heavyLegSets, "hard leg sets", "product choice for the seed's \"heavy lifting\" where legs are meant"},
	{"run_spike_small", 10, "%", "Frandsen 2025: reference group up to 10 % over the longest run of 30 days"},
	{"run_spike_moderate", 30, "%", "Frandsen 2025: upper end of the small spike"},
	{"run_spike_large", 100, "%", "Frandsen 2025: upper end of the moderate spike"},
	{"soreness_persist", sorenessHours, "h", "seed S18; Cheung 2003: soreness peaks at 24 to 72 h"},
	{"soreness_persist_long", sorenessLongHours, "h", "Cheung 2003: gone by day 5 to 7"},
	{"low_item", lowItem, "of 5", "product choice after World Rugby: a low answer starts a conversation"},
	{"fresh_item", freshItem, "of 5", "\"fresh\" on the check-in's own scale: tired mornings before it are over"},
	{"recovery_almost_over", almostOver.Hours(), "h", "product choice: a recovery that ends before anybody trains is not worth a word"},
	{"low_item_days", lowItemDays, "days", "product choice: one low morning is noise"},
	{"excessive_fatigue", lowFatigueCount, "of the last 5 check-ins", "product choice for the seed's \"excessive fatigue\""},
	{"sleep_low", shortNight, "h", "Craven 2022: performance fell after nights of 6 h or less"},
	{"sleep_low_nights", shortNightsInRow, "nights", "product choice: a run of short nights is more than a bad one"},
	{"sleep_target", sleepTarget, "h", "Watson 2015: adults need at least 7 h"},
	{"decline_sessions", declineSessions, "sessions", "product choice: two points are no trend"},
	{"decline_upper", declineUpper, "%", "Reynolds 2006: error of an estimated maximum, upper body"},
	{"decline_lower", declineLower, "%", "Reynolds 2006: the error is larger for legs"},
	{"decline_pace", declinePace, "%", "product choice: pace varies by course and weather"},
	{"comparable_heart_rate", waveringHR, "beats a minute", "product choice: a run at a lower heart rate was run easier, not weaker"},
	{"comparable_reps", comparableReps, "reps", "product choice: estimates from distant rep ranges differ by themselves"},
	{"deload_lifts", deloadLifts, "lifts", "product choice of strength apps: one falling lift may be technique"},
	{"deload_items", deloadItemLevel, "of 5 on average", "product choice: low across all five items"},
	{"deload_checkins", deloadCheckIns, "check-ins", "product choice: fewer are no pattern"},
	{"deload_window", deloadWindow, "days", "product choice: older check-ins describe another week"},
	{"stale_checkin", staleCheckIn.Hours(), "h", "product choice: older answers are not about today"},
	{"return_gap", returnDays, "days", "product choice: two weeks cost little, but not nothing"},
	{"return_gap_long", returnLongDays, "days", "product choice: after six weeks start 15 to 35 % lighter"},
	{"taper_window", taperDays, "days", "Bosquet 2007: two weeks"},
	{"taper_volume", taperVolumeCut, "share cut", "Bosquet 2007: 41 to 60 % less volume, intensity kept"},
	{"event_week", eventWeekDays, "days", "product choice: the last week of the taper"},
	{"volume_high", volumeHigh, "× the usual range's top", "product choice: amber from 130 %"},
	{"volume_low", volumeLow, "× the usual range's bottom", "product choice: amber below 70 %"},
	{"volume_many_runs", manyRuns, "runs a week", "product choice: with three runs read leg volume at the lower end"},
	{"order_habit", orderHabit, "times in 7 days", "product choice: twice in a week is a habit"},
	{"second_session_slower", slowerPace, "%", "product choice: smaller differences are noise"},
	{"first_weeks", firstWeeks, "days", "product choice: how long a newcomer is told that doing both is fine"},
	{"excessive_fatigue_of", lowFatigueWindow, "check-ins", "product choice: the last five, within the deload window"},
	{"sleep_target_nights", sleepTargetNights, "nights of 7", "product choice: with fewer told, a week has no average"},
	{"comparable_runs", comparableRuns, "runs", "product choice: a median of fewer is no usual"},
	{"long_fuel", longFuelMinutes, "min", "ACSM 2016: carbohydrate matters beyond 60 to 90 min"},
	{"fuel_within", fuelWithin.Hours(), "h", "product choice: later than this the meal after a session has been eaten"},
	{"history", historyDays, "days", "the longest window of any rule"},
	{"strong_pain", strongPain, "of 10", "product choice: from here impact stops, and pain that stays is looked at"},
	{"twin", twinMinutes.Minutes(), "min", "product choice: one session told twice begins at one time, give or take the typing"},
	{"few_days", fewDays, "days", "product choice: fewer say nothing of how far somebody runs"},
	{"median_run", medianDays, "days", "product choice: four weeks of one's own running"},
	{"usual_days", usualDays, "days", "three weeks to compare the last one with; with fewer the usual is not known"},
	{"volume_history", volumeHistoryDays, "days", "product choice: a muscle's volume is read once four weeks are known"},
	{"record_margin", recordMargin, "%", "product choice: smaller steps are rounding"},
	{"record_run", proudOfRun, "%", "Frandsen 2025: a longest run beyond the small spike is a finding, no record"},
	{"form_near", formNear, "of fitness", "product choice: a tenth is about equal"},
	{"max_findings", maxFindings, "findings and one green", "product choice: more is not read"},
}
