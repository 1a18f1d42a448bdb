package discord

import (
	"encoding/json"
	"time"
)

// tokenLife is how long an interaction may be answered: fifteen minutes, less
// what a request may take.
const tokenLife = 14*time.Minute + 30*time.Second

// handle is how to answer a message. It travels with the message through the
// store.
type handle struct {
	Token   string `json:"t,omitempty"`
	At      int64  `json:"at,omitempty"` // Unix seconds
	Press   bool   `json:"p,omitempty"`  // what was pressed may be replaced
	Open    bool   `json:"o,omitempty"`  // the conversation is private already: nothing need be ephemeral
	Channel string `json:"c,omitempty"`
	Message string `json:"m,omitempty"` // that is answered, in a server's channel
}

func (h handle) String() string {
	b, err := json.Marshal(h)
	if err != nil {
		return "" // strings and numbers always marshal
	}
	return string(b)
}

func parseHandle(s string) handle {
	var h handle
	if s != "" && json.Unmarshal([]byte(s), &h) != nil {
		return handle{} // not ours: the answer is a direct message
	}
	return h
}

// alive reports whether Discord may still take an answer to the interaction.
func (h handle) alive(now time.Time) bool {
	return h.Token != "" && now.Sub(time.Unix(h.At, 0)) < tokenLife
}
