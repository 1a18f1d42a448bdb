package discordfake

import (
	"encoding/json"
	"net/http"
	"slices"
	"sort"
	"strings"
	"time"
)

// CloseDMs has a person take no direct messages: Discord answers with the code.
// 0 opens them again.
func (s *Server) CloseDMs(person string, code int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed[person] = code
}

// DM is the person's direct-message channel.
func (s *Server) DM(person string) string { return "9" + person }

func (s *Server) openDM(w http.ResponseWriter, body []byte) {
	var q struct {
		Recipient string `json:"recipient_id"`
	}
	if json.Unmarshal(body, &q) != nil || q.Recipient == "" {
		refuse(w, 400, 50035, "Invalid Form Body")
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if code := s.closed[q.Recipient]; code == 40003 {
		refuse(w, 403, code, "You are opening direct messages too fast.")
		return
	}
	s.channels[s.DM(q.Recipient)] = q.Recipient
	answer(w, map[string]any{"id": s.DM(q.Recipient), "type": 1})
}

// create takes a message to a channel. A nonce that was seen returns the
// message that had it.
func (s *Server) create(w http.ResponseWriter, channel string, body []byte, files map[string][]byte) {
	var p Payload
	if json.Unmarshal(body, &p) != nil {
		refuse(w, 400, 50109, "The request body contains invalid JSON.")
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if who, ok := strings.CutPrefix(channel, "9"); ok && s.closed[who] != 0 && s.closed[who] != 40003 {
		status := http.StatusForbidden
		if s.closed[who] == 10003 {
			status = http.StatusNotFound
		}
		refuse(w, status, s.closed[who], "refused")
		return
	}
	if seen, ok := s.nonces[channel+" "+p.Nonce]; ok && p.Nonce != "" && p.Enforce && s.now().Sub(seen.At) < 5*time.Minute {
		answer(w, s.shown(seen))
		return
	}
	m := s.show(&Message{Channel: channel, Payload: p, Files: files, Nonce: p.Nonce, Flags: p.Flags})
	s.nonces[channel+" "+p.Nonce] = m
	answer(w, s.shown(m))
}

func (s *Server) list(w http.ResponseWriter, channel string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := []any{}
	for _, m := range slices.Backward(s.messages) {
		if m.Channel == channel && m.Only == "" {
			out = append(out, s.shown(m))
		}
	}
	answer(w, out)
}

// show adds a message; mu is held.
func (s *Server) show(m *Message) *Message {
	m.ID, m.At = s.id(), s.now()
	s.messages = append(s.messages, m)
	s.touch(m)
	return m
}

func (s *Server) touch(m *Message) {
	s.gate.changes++
	m.changedAt = s.gate.changes
	s.changed.Broadcast()
}

// shown is a message as Discord's API has it.
func (s *Server) shown(m *Message) map[string]any {
	out := map[string]any{"id": m.ID, "channel_id": m.Channel, "content": m.Payload.Content, "flags": m.Flags,
		"author": map[string]any{"id": Application, "username": "tandem", "bot": true}, "timestamp": m.At.Format(time.RFC3339Nano),
		"components": m.Payload.Components, "embeds": m.Payload.Embeds, "nonce": m.Nonce}
	if m.From != "" {
		out["interaction_metadata"] = map[string]any{"id": s.id(), "type": 2, "user": map[string]any{"id": m.From}}
	}
	return out
}

// Mark is a moment; Since returns what was shown or changed after it to a
// person, oldest first: their own, and what all in a channel see.
func (s *Server) Mark() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.gate.changes
}

// Shown waits until something is shown or changed after the mark.
func (s *Server) Shown(mark int) {
	s.Await("something is shown", func() bool { return s.gate.changes > mark })
}

// Since returns copies of the messages that a person sees and that changed.
func (s *Server) Since(mark int, person string) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.since(mark, person)
}

// AwaitSince waits until there are n of them.
func (s *Server) AwaitSince(mark int, person string, n int) []Message {
	s.t.Helper()
	s.Await("messages are shown", func() bool { return len(s.since(mark, person)) >= n })
	return s.Since(mark, person)
}

func (s *Server) since(mark int, person string) (out []Message) {
	for _, m := range s.messages {
		if m.changedAt > mark && !m.Waiting && m.seenBy(s, person) {
			out = append(out, *m)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].changedAt < out[j].changedAt })
	return out
}

func (m *Message) seenBy(s *Server, person string) bool {
	if who, dm := strings.CutPrefix(m.Channel, "9"); dm && who != person {
		return false
	}
	return m.Only == "" || m.Only == person
}

// Text is what a person reads: the Markdown's escapes taken away.
func (m Message) Text() string {
	parts := []string{m.Payload.Content}
	for _, e := range m.Payload.Embeds {
		if e.Description != "" {
			parts = append(parts, e.Description)
		}
	}
	for _, a := range m.Payload.Attachments {
		parts = append(parts, a.Description)
	}
	var b strings.Builder
	text := strings.ReplaceAll(strings.Join(parts, "\n"), "**", "")
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// Buttons are the buttons of a message, in order.
func (m Message) Buttons() (out []Component) {
	for _, row := range m.Payload.Components {
		for _, c := range row.Components {
			if c.Type == 2 {
				out = append(out, c)
			}
		}
	}
	return out
}

// Find returns the newest message that a person sees and that has a button with
// the label.
func (s *Server) Find(person, label string) (m Message, c Component, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range slices.Backward(s.messages) {
		if !m.seenBy(s, person) {
			continue
		}
		for _, c := range m.Buttons() {
			if c.Label == label {
				return *m, c, true
			}
		}
	}
	return Message{}, Component{}, false
}
