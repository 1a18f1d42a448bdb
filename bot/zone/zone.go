// Package zone finds the IANA time zone that somebody means: by name, by city
// or by what they call their clock. It never guesses between two: Search lists
// what fits, Find wants exactly one.
package zone

import (
	_ "embed"
	"slices"
	"strings"
	"time"
)

// names holds the zones of the IANA database's zone.tab (public domain), one a
// line, and UTC.
//
//go:embed names.txt
var names string

// aliases are cities and abbreviations that the zone names do not contain.
// An abbreviation that names different zones on two continents is not here.
var aliases = map[string]string{
	"nyc": "America/New_York", "new york city": "America/New_York", "boston": "America/New_York", "miami": "America/New_York",
	"atlanta": "America/New_York", "washington": "America/New_York", "philadelphia": "America/New_York", "eastern": "America/New_York",
	"est": "America/New_York", "edt": "America/New_York", "et": "America/New_York", "montreal": "America/Toronto", "ottawa": "America/Toronto",
	"dallas": "America/Chicago", "houston": "America/Chicago", "austin": "America/Chicago", "central": "America/Chicago", "cdt": "America/Chicago",
	"minneapolis": "America/Chicago", "salt lake city": "America/Denver", "mountain": "America/Denver", "mdt": "America/Denver", "mst": "America/Denver",
	"la": "America/Los_Angeles", "sf": "America/Los_Angeles", "san francisco": "America/Los_Angeles", "seattle": "America/Los_Angeles",
	"san diego": "America/Los_Angeles", "portland": "America/Los_Angeles", "pacific": "America/Los_Angeles", "pst": "America/Los_Angeles",
	"pdt": "America/Los_Angeles", "pt": "America/Los_Angeles", "las vegas": "America/Los_Angeles", "rio": "America/Sao_Paulo", "rio de janeiro": "America/Sao_Paulo",
	"brasilia": "America/Sao_Paulo", "uk": "Europe/London", "england": "Europe/London", "scotland": "Europe/London", "manchester": "Europe/London",
	"edinburgh": "Europe/London", "bst": "Europe/London", "ireland": "Europe/Dublin", "germany": "Europe/Berlin", "munich": "Europe/Berlin",
	"hamburg": "Europe/Berlin", "cologne": "Europe/Berlin", "frankfurt": "Europe/Berlin", "cet": "Europe/Berlin", "cest": "Europe/Berlin",
	"france": "Europe/Paris", "lyon": "Europe/Paris", "spain": "Europe/Madrid", "barcelona": "Europe/Madrid", "italy": "Europe/Rome", "milan": "Europe/Rome",
	"netherlands": "Europe/Amsterdam", "switzerland": "Europe/Zurich", "geneva": "Europe/Zurich", "austria": "Europe/Vienna", "portugal": "Europe/Lisbon",
	"poland": "Europe/Warsaw", "krakow": "Europe/Warsaw", "sweden": "Europe/Stockholm", "norway": "Europe/Oslo", "denmark": "Europe/Copenhagen",
	"finland": "Europe/Helsinki", "greece": "Europe/Athens", "turkey": "Europe/Istanbul", "kyiv": "Europe/Kyiv", "kiev": "Europe/Kyiv",
	"india": "Asia/Kolkata", "mumbai": "Asia/Kolkata", "delhi": "Asia/Kolkata", "new delhi": "Asia/Kolkata", "bangalore": "Asia/Kolkata", "bengaluru": "Asia/Kolkata",
	"chennai": "Asia/Kolkata", "calcutta": "Asia/Kolkata", "japan": "Asia/Tokyo", "osaka": "Asia/Tokyo", "korea": "Asia/Seoul", "china": "Asia/Shanghai",
	"beijing": "Asia/Shanghai", "shenzhen": "Asia/Shanghai", "abu dhabi": "Asia/Dubai", "nepal": "Asia/Kathmandu", "iran": "Asia/Tehran",
	"tel aviv": "Asia/Jerusalem", "israel": "Asia/Jerusalem", "saigon": "Asia/Ho_Chi_Minh", "hanoi": "Asia/Ho_Chi_Minh", "canberra": "Australia/Sydney",
	"wellington": "Pacific/Auckland", "new zealand": "Pacific/Auckland", "cape town": "Africa/Johannesburg", "south africa": "Africa/Johannesburg",
	"egypt": "Africa/Cairo", "nigeria": "Africa/Lagos", "kenya": "Africa/Nairobi", "hawaii": "Pacific/Honolulu", "gmt": "UTC", "utc": "UTC", "z": "UTC",
}

// Find returns the one zone that text names; false when none or several fit.
func Find(text string) (string, bool) {
	key := normal(text)
	if key == "" {
		return "", false
	}
	if name, ok := aliases[key]; ok {
		return name, true
	}
	for _, name := range all() {
		if normal(name) == key {
			return name, true
		}
	}
	// Older names ("US/Eastern", "Asia/Calcutta") are good names too.
	if trimmed := strings.TrimSpace(text); strings.Contains(trimmed, "/") {
		if loc, err := time.LoadLocation(trimmed); err == nil {
			return loc.String(), true
		}
	}
	if found := Search(text, 2); len(found) == 1 {
		return found[0], true
	}
	return "", false
}

// Search returns up to n zones whose city, name or alias begins with text, the
// best first.
func Search(text string, n int) []string {
	key := normal(text)
	var exact, begin, inside []string
	for _, name := range all() {
		full, city := normal(name), normal(name[strings.LastIndexByte(name, '/')+1:])
		switch {
		case city == key:
			exact = append(exact, name)
		case strings.HasPrefix(city, key) || strings.HasPrefix(full, key):
			begin = append(begin, name)
		case strings.Contains(full, " "+key):
			inside = append(inside, name)
		}
	}
	for alias, name := range aliases {
		if strings.HasPrefix(alias, key) && len(key) > 2 && !slices.Contains(begin, name) && !slices.Contains(exact, name) {
			begin = append(begin, name)
		}
	}
	slices.Sort(begin)
	found := slices.Concat(exact, begin, inside)
	return found[:min(n, len(found))]
}

func all() []string { return strings.Fields(names) }

func normal(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == '_' || r == ' ' || r == '/' || r == '-' || r == ',' || r == '.'
	}), " ")
}
