package safety

// who tells whose symptom it is, and whether it is told of the past.
type who struct {
	someone, self, longAgo, healed, now, lately, system, gadget, reports pattern
}

var whoConcepts = map[string]string{
	"relative": "friend|mate|buddy|pal|wife|husband|hubby|dad|father|mum|mom|mother|son|daughter|sister|brother|partner|girlfriend|boyfriend|gf|bf|teammate|client|colleague|coworker|co worker|roommate|flatmate|cousin|uncle|aunt|grandma|grandpa|gran|grandad|granddad|grandfather|grandmother|nan|nana|neighbour|neighbor|fiance|fiancee|kid|child|coach|boss|trainee|athlete|bestie|bro|nephew|niece|student|bandmate|housemate|" +
		`friends|mates|buddys|buddies|wifes|husbands|dads|fathers|mums|moms|mothers|sons|daughters|
			sisters|brothers|partners|girlfriends|boyfriends|gfs|bfs|teammates|clients|colleagues|coworkers|
			roommates|cousins|uncles|aunts|neighbours|kids|bros`,
	"someone": `$relative|he|she|hes|shes|his|her|him|they|theyre|someone|somebody|a guy|this guy|guy|a girl|
		a lady|a woman|a man|old man|bloke|lad|chap|a runner|another runner|our runners|the runners|of the runners|of the lads|of the girls|of the guys|a member|our members|one of the members|training partner|
		running partner|gym partner|lifting partner|running buddy|running mate`,
	"self": "i|im|ive|my|me|id|ill|mine|myself",
	"now": `again|still|now|today|back|keeps|lately|yesterday|currently|recently|this morning|this week|
		tonight|returned|last night|last week|these days|every|always|rn`,
	"system": `server|servers|service|cluster|node|pod|pods|database|db|pipeline|build|builds|deploy|deployment|
		release|rollout|ticket|tickets|app|apps|website|site|laptop|computer|pc|phone|printer|router|wifi|
		vpn|browser|script|code|codebase|repo|branch|merge|query|api|backend|frontend|spreadsheet|excel|
		budget|invoice|demo|prod|staging|monitor|battery|startup|stock|market|jira|backlog|project|robot`,
	"gadget": `watch|garmin|treadmill|headphones|earphones|earbuds|speaker|tv|strap|bike computer|satnav|
		gps|phone|tablet|fan|fridge|car|van|dog|cat|cats|dogs`,
	"reports": "says|said|shows|showed|showing|alert|alerts|alerting|alerted|reads|tells|told|thinks|warned|warns|detected|flagged",
	"lately": `last year|months ago|weeks ago|last month|last week|yesterday|last night|last summer|
		last winter|last spring|last autumn|last fall|ago|the other day|in january|in february|in march|
		in april|in may|in june|in july|in august|in september|in october|in november|in december|had|
		was|went|felt|got`,
}

func newWho(g *grammar) who {
	return who{
		someone: g.compile("$someone"),
		self:    g.compile("$self"),
		longAgo: g.compile("$yearsago"),
		healed:  g.compile("$healed"),
		now:     g.compile("$now"),
		lately:  g.compile("$lately"),
		system:  g.compile("$system"),
		gadget:  g.compile("$gadget"),
		reports: g.compile("$reports"),
	}
}

// friend says whether the nearest person named before the match, or in it, is
// somebody else. "My" that belongs to that person ("my dad") is no self.
func (w who) friend(m *message, found match) bool {
	end := found.bounds().to
	other, self := -1, -1
	for _, s := range m.found.of(w.someone.parts[0][0].atoms[0]) {
		if s.from < end {
			other = max(other, s.from)
		}
	}
	if other < 0 {
		return false
	}
	for _, s := range m.found.of(w.self.parts[0][0].atoms[0]) {
		if s.from < end && !w.belongs(m, s.from) {
			self = max(self, s.from)
		}
	}
	return other > self
}

// machine says whether the subject of the match is a thing of the office, or
// one that an athlete carries: "our database had a stroke", "my watch passed
// out", but not "during the deploy my chest hurt", "my watch says afib".
func (w who) machine(m *message, found match) bool {
	return w.subjectOf(m, found, w.system, 4) || w.subjectOf(m, found, w.gadget, 2)
}

// subjectOf says whether one of the things, at most so many words before the
// match, is what the match is said of.
func (w who) subjectOf(m *message, found match, things pattern, within int) bool {
	at := found.bounds()
	for _, s := range m.found.of(things.parts[0][0].atoms[0]) {
		if s.to > at.from || m.words[at.from].pos-m.words[s.to-1].pos > within {
			continue
		}
		if subject(m.words, s.from) && !person(m.words[s.to:at.from]) && !w.reported(m, span{s.to, at.to}) {
			return true
		}
	}
	return false
}

// reported says whether a thing tells about somebody in the span.
func (w who) reported(m *message, in span) bool {
	for _, s := range m.found.of(w.reports.parts[0][0].atoms[0]) {
		if in.from <= s.from && s.from < in.to {
			return true
		}
	}
	return false
}

var (
	companies    = set("squad team class club crew group gym box side school office")
	prepositions = set("during after before in at on while since from with for about into despite until over under near to")
	articles     = set("the our this that a an these your his her their my")
	persons      = set("i im ive my he she hes shes his her we they and then while when but because")
)

// subject says whether no preposition stands before the noun at word i.
func subject(words []word, i int) bool {
	for i--; i >= 0 && articles[words[i].text]; i-- {
	}
	return i < 0 || !prepositions[words[i].text]
}

func person(words []word) bool {
	for _, w := range words {
		if persons[w.text] || w.stop || w.comma {
			return true
		}
	}
	return false
}

// belongs says whether the "my" at word i introduces another person: "my dad",
// "my best friend", "my running buddy", or people around: "in my squad".
func (w who) belongs(m *message, i int) bool {
	if t := m.words[i].text; t != "my" {
		return false
	}
	if i > 0 && i+1 < len(m.words) && m.words[i-1].text == "in" && companies[m.words[i+1].text] {
		return true
	}
	for _, s := range m.found.of(w.someone.parts[0][0].atoms[0]) {
		if s.from > i && s.from <= i+3 {
			return true
		}
	}
	return false
}

// past marks what is told of the past. Long ago and settled is no finding any
// more; long ago and open is one to ask about.
func (w who) past(m *message, found match, f Flag) (Flag, bool) {
	near := func(p pattern) bool {
		_, ok := m.find(p, func(hit match) bool { return m.distance(hit.bounds(), found.bounds()) <= guardNear })
		return ok
	}
	if !near(w.longAgo) {
		f.Past = near(w.lately) && !near(w.now)
		return f, true
	}
	if f.Group == "condition" || near(w.now) {
		return f, true
	}
	if near(w.healed) || f.Tier == T2 || f.Tier == T3 {
		return Flag{}, false
	}
	f.Past, f.Unsure = true, true
	return f, true
}
