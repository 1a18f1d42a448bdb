package knowledge

import (
	"errors"
	"regexp"
	"slices"
	"strings"
)

var (
	idPattern       = regexp.MustCompile(`^[a-z][a-z0-9_]{1,47}$`)
	seedPattern     = regexp.MustCompile(`^S(0[1-9]|1\d|2[0-4])$`)
	evidencePattern = regexp.MustCompile(`^E(0[1-9]|[1-3]\d|4[0-5])$`)
	citePattern     = regexp.MustCompile(`\[([SE]\d[^\]]*)\]`)
)

// check finds what is wrong with an entry taken alone.
func (e *Entry) check() error {
	var faults []error
	expect := func(ok bool, key, format string, args ...any) {
		if !ok {
			faults = append(faults, e.at.fault(key, format, args...))
		}
	}
	expect(idPattern.MatchString(e.ID), "id", "id %q: use lower-case letters, digits and _", e.ID)
	expect(strings.TrimSpace(e.Title) != "", "title", "no title")
	grades := []string{Strong, Some, Opinion, Product}
	expect(slices.Contains(grades, e.Grade), "grade", "grade %q is none of %q", e.Grade, grades)
	expect(!e.Reviewed.IsZero(), "reviewed", "no review date, as reviewed = 2026-01-31")
	expect(len(e.Phrasings) > 0, "phrasings", "no phrasings: without them no question is known to ask this")
	expect(len(e.Phrasings) == 0 || !slices.ContainsFunc(e.Phrasings, blank), "phrasings", "an empty phrasing")
	for _, id := range e.Seed {
		expect(seedPattern.MatchString(id), "seed", "seed rule %q: they are S01 to S24", id)
	}
	for _, id := range e.Evidence {
		expect(evidencePattern.MatchString(id), "evidence", "evidence %q: rows are E01 to E45", id)
	}
	for _, id := range e.Related {
		expect(id != e.ID, "related", "the entry is related to itself")
	}
	for _, id := range e.cited() {
		known := slices.Contains(e.Seed, id) || slices.Contains(e.Evidence, id)
		expect(known, "evidence", "the text cites %s, which stands in neither seed nor evidence", id)
	}
	return errors.Join(faults...)
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// cited returns the sources named in brackets in the text.
func (e *Entry) cited() []string {
	texts := slices.Concat(e.Why, e.Do, []string{e.Verdict})
	for _, text := range e.Goals {
		texts = append(texts, text)
	}
	var ids []string
	for _, text := range texts {
		for _, m := range citePattern.FindAllStringSubmatch(text, -1) {
			for id := range strings.FieldsFuncSeq(m[1], func(r rune) bool { return r == ',' || r == ' ' || r == ';' }) {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// checkTogether finds what is wrong with entries as a set, known holding the
// ids of every entry there will be.
func checkTogether(entries []Entry, known map[string]bool) error {
	var faults []error
	first := map[string]string{}
	for i := range entries {
		e := &entries[i]
		if file, twice := first[e.ID]; twice {
			faults = append(faults, e.at.fault("id", "id %q is already that of %s", e.ID, file))
		}
		first[e.ID] = e.at.file
		for _, id := range e.Related {
			if !known[id] {
				faults = append(faults, e.at.fault("related", "related entry %q does not exist", id))
			}
		}
	}
	return errors.Join(faults...)
}
