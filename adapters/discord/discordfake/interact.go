package discordfake

import (
	"encoding/json"
	"net/http"
	"time"
)

// Deadlines of an interaction.
const (
	firstAnswer = 3 * time.Second
	tokenLives  = 15 * time.Minute
)

// Types of a first answer.
const (
	answerMessage  = 4
	answerLater    = 5
	answerSilently = 6
	answerUpdate   = 7
	answerSuggests = 8
	answerModal    = 9
)

// Exchange is one interaction and what became of it.
type Exchange struct {
	ID, Token string
	Person    string
	Channel   string
	At        time.Time
	Answer    int             // type of the first answer, 0 = none yet
	Data      json.RawMessage // of it
	Ephemeral bool
	original  *Message
	pressed   *Message
	followUps int
}

// Where an interaction is made.
type Where struct {
	Guild   string
	Channel string
}

// Interact delivers an interaction over the gateway. Data is what the command,
// the component or the form brings; on is the message of a pressed button.
func (s *Server) Interact(person string, at Where, kind int, data any, on string) *Exchange {
	s.mu.Lock()
	x := &Exchange{ID: s.id(), Person: person, Channel: at.Channel, At: s.now()}
	x.Token = "token" + x.ID
	s.exchange[x.ID], s.exchange[x.Token] = x, x
	who := map[string]any{"id": person, "username": "user" + person}
	event := map[string]any{"id": x.ID, "application_id": Application, "type": kind, "token": x.Token, "channel_id": at.Channel,
		"version": 1, "data": data, "locale": "en-US"}
	if at.Guild != "" {
		event["guild_id"], event["context"] = at.Guild, 0
		event["member"] = map[string]any{"user": who, "roles": []string{}}
	} else {
		event["context"], event["user"] = 1, who
	}
	for _, m := range s.messages {
		if m.ID == on {
			x.pressed = m
			event["message"] = s.shown(m)
		}
	}
	s.mu.Unlock()
	s.Emit("INTERACTION_CREATE", event)
	return x
}

// callback takes the first answer to an interaction.
func (s *Server) callback(w http.ResponseWriter, id, token string, body []byte) {
	var q struct {
		Type int             `json:"type"`
		Data json.RawMessage `json:"data"`
	}
	if json.Unmarshal(body, &q) != nil {
		refuse(w, 400, 50109, "The request body contains invalid JSON.")
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.exchange[id]
	switch {
	case x == nil || x.Token != token || s.now().Sub(x.At) > firstAnswer:
		refuse(w, 404, 10062, "Unknown interaction")
		return
	case x.Answer != 0:
		refuse(w, 400, 40060, "Interaction has already been acknowledged.")
		return
	}
	x.Answer, x.Data = q.Type, q.Data
	var p Payload
	_ = json.Unmarshal(q.Data, &p) // a form or choices are no message
	x.Ephemeral = p.Flags&64 != 0
	m := &Message{Channel: x.Channel, From: x.Person, Payload: p, Flags: p.Flags}
	if x.Ephemeral {
		m.Only = x.Person
	}
	switch q.Type {
	case answerMessage:
		x.original = s.show(m)
	case answerLater:
		m.Waiting = true
		x.original = s.show(m)
	case answerSilently, answerUpdate:
		x.original = x.pressed
	}
	s.changed.Broadcast()
	w.WriteHeader(http.StatusNoContent)
}

// alive is an interaction that may be answered; else it refuses.
func (s *Server) alive(w http.ResponseWriter, token string) *Exchange {
	x := s.exchange[token]
	switch {
	case x == nil || x.Answer == 0:
		refuse(w, 404, 10015, "Unknown Webhook")
		return nil
	case s.now().Sub(x.At) > tokenLives:
		refuse(w, 401, 50027, "Invalid Webhook Token")
		return nil
	}
	return x
}

func (s *Server) editOriginal(w http.ResponseWriter, token string, body []byte, files map[string][]byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.alive(w, token)
	if x == nil {
		return
	}
	if x.original == nil {
		refuse(w, 404, 10008, "Unknown Message")
		return
	}
	var p Payload
	if json.Unmarshal(body, &p) != nil {
		refuse(w, 400, 50109, "The request body contains invalid JSON.")
		return
	}
	m := x.original
	m.Payload, m.Files, m.Waiting = p, files, false
	m.Version++
	s.touch(m)
	answer(w, s.shown(m))
}

func (s *Server) followUp(w http.ResponseWriter, token string, body []byte, files map[string][]byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.alive(w, token)
	if x == nil {
		return
	}
	var p Payload
	if json.Unmarshal(body, &p) != nil {
		refuse(w, 400, 50109, "The request body contains invalid JSON.")
		return
	}
	if x.original != nil && x.original.Waiting { // Discord fills the waiting message first
		x.original.Payload, x.original.Files, x.original.Waiting = p, files, false
		s.touch(x.original)
		answer(w, s.shown(x.original))
		return
	}
	x.followUps++
	m := &Message{Channel: x.Channel, From: x.Person, Payload: p, Files: files, Flags: p.Flags}
	if p.Flags&64 != 0 {
		m.Only = x.Person
	}
	answer(w, s.shown(s.show(m)))
}

// Answered waits for the first answer to an interaction and returns its type.
func (s *Server) Answered(x *Exchange) int {
	s.Await("an interaction is answered", func() bool { return x.Answer != 0 })
	s.mu.Lock()
	defer s.mu.Unlock()
	return x.Answer
}

// Original is the id of the message that answers an interaction.
func (s *Server) Original(x *Exchange) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if x.original == nil {
		return ""
	}
	return x.original.ID
}

// MakePublic has all see a message that was for one person.
func (s *Server) MakePublic(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range s.messages {
		if m.ID == id {
			m.Only, m.Flags = "", m.Flags&^64
		}
	}
}
