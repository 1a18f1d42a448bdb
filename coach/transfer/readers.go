package transfer

// reader reads the files of one app.
type reader struct {
	app  string             // as people call it; part of the ids, so it never changes
	owns func(content) bool // whether the content is in this app's format
	read func(content, *book) error
}

// readers is asked in order; the first that owns the content reads it. Adding
// an app is one file with its two functions, and one line here.
var readers = []reader{
	{"Tandem", isArchive, readArchive},
	{"Tandem", isOwnTable, readOwnTable},
	{"Tandem", isCheckIns, readCheckIns},
	{"FIT", isFIT, readFIT},
	{"GPX", isGPX, readGPX},
	{"TCX", isTCX, readTCX},
	{"Hevy", isHevy, readHevy},
	{"Strong", isStrong, readStrong},
	{"Fitbod", isFitbod, readFitbod},
	{"Liftosaur", isLiftosaur, readLiftosaur},
	{"Strava", isStrava, readStrava},
	{"Garmin Connect", isGarmin, readGarmin},
}
