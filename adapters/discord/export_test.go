package discord

// Held is how much an adapter remembers.
type Held struct{ Lanes, Buckets, Keys, Tokens, Closed int }

// Held tells it to the soak test.
func (a *Adapter) Held() Held {
	return Held{Lanes: a.rest.pace.size(), Buckets: buckets(a.rest.session), Keys: a.sent.size(), Tokens: a.tokens.size(), Closed: a.closed.size()}
}
