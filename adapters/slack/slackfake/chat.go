package slackfake

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Message is one that the app sent.
type Message struct {
	Channel, Thread, TS string
	To                  string // whose eyes only; "" = everybody's in the channel
	Text                string // as the person reads it: entities undone
	Blocks              json.RawMessage
	Metadata            string
	Files               []string // names
	Updated             int      // how often it was edited
}

// Ephemeral reports whether only one person sees the message.
func (m Message) Ephemeral() bool { return m.To != "" }

// Direct is the conversation of a person with the app.
func Direct(user string) string { return "D" + strings.TrimPrefix(user, "U") }

func (s *Server) direct(channel string) string {
	if strings.HasPrefix(channel, "U") {
		return Direct(channel)
	}
	return channel
}

// Messages returns what is visible to a person, in order.
func (s *Server) Messages(user string) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.visible(user)
}

func (s *Server) visible(user string) (out []Message) {
	for _, m := range s.messages {
		if m.To == user || m.To == "" && (m.Channel == Direct(user) || strings.HasPrefix(m.Channel, "C")) {
			out = append(out, *m)
		}
	}
	return out
}

func (s *Server) userInfo(form url.Values) answer {
	user := form.Get("user")
	return answer{"ok": true, "user": answer{"id": user, "team_id": Team, "tz": s.Zones[user], "deleted": s.Disabled[user]}}
}

// check refuses what Slack refuses in a message, and notes what this app must
// not send.
func (s *Server) check(where, text, blocks string, maxText int) string {
	switch {
	case text == "" && blocks == "":
		s.problem("%s: no text", where)
		return "no_text"
	case text == "":
		s.problem("%s: blocks without the plain text", where)
	case len([]rune(text)) > maxText:
		s.problem("%s: text of %d characters", where, len([]rune(text)))
		return "msg_too_long"
	}
	if m := rawMarkup.FindString(text); m != "" {
		s.problem("%s: markup %q in the text", where, m)
	}
	if blocks == "" {
		return ""
	}
	if err := s.schema.message([]byte(blocks)); err != nil {
		s.problem("%s: %v", where, err)
		return "invalid_blocks"
	}
	return ""
}

// rawMarkup is what an escaped text cannot hold.
var rawMarkup = regexp.MustCompile(`[<>]|&(?:[^alg#]|a[^m]|l[^t]|g[^t]|$)`)

func unescaped(s string) string {
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(s)
}

// options notes options that every message of this app must have.
func (s *Server) options(where string, form url.Values) {
	for k, want := range map[string]string{"unfurl_links": "false", "unfurl_media": "false", "parse": "none", "mrkdwn": "false"} {
		if form.Get(k) != want {
			s.problem("%s: %s is %q, not %q", where, k, form.Get(k), want)
		}
	}
	if form.Get("link_names") != "" && form.Get("link_names") != "0" {
		s.problem("%s: link_names is on", where)
	}
}

func (s *Server) message(form url.Values) *Message {
	return &Message{Channel: s.direct(form.Get("channel")), Thread: form.Get("thread_ts"), TS: s.ts(), Text: unescaped(form.Get("text")),
		Blocks: json.RawMessage(form.Get("blocks")), Metadata: form.Get("metadata")}
}

func (s *Server) postMessage(form url.Values) answer {
	m := s.message(form)
	if code := s.check("chat.postMessage", form.Get("text"), form.Get("blocks"), 40_000); code != "" {
		return failed(code)
	}
	s.options("chat.postMessage", form)
	s.checkMetadata(m.Metadata)
	switch user := "U" + strings.TrimPrefix(m.Channel, "D"); {
	case strings.HasPrefix(m.Channel, "C") && !s.Members[m.Channel]:
		return failed("not_in_channel")
	case strings.HasPrefix(m.Channel, "D") && s.Disabled[user]:
		return failed("user_disabled")
	case !strings.HasPrefix(m.Channel, "C") && !strings.HasPrefix(m.Channel, "D"):
		return failed("channel_not_found")
	}
	s.messages = append(s.messages, m)
	return answer{"ok": true, "channel": m.Channel, "ts": m.TS}
}

// checkMetadata: every app in the workspace can read it, so only the key may
// stand there.
func (s *Server) checkMetadata(text string) {
	var m struct {
		Event   string         `json:"event_type"`
		Payload map[string]any `json:"event_payload"`
	}
	if err := json.Unmarshal([]byte(text), &m); err != nil || m.Event == "" || len(m.Payload) != 1 || m.Payload["key"] == nil {
		s.problem("metadata %q is not the key alone", text)
	}
}

func (s *Server) postEphemeral(form url.Values) answer {
	m := s.message(form)
	m.To = form.Get("user")
	if code := s.check("chat.postEphemeral", form.Get("text"), form.Get("blocks"), 40_000); code != "" {
		return failed(code)
	}
	s.options("chat.postEphemeral", form)
	switch {
	case !s.Members[m.Channel]:
		return failed("not_in_channel")
	case s.Disabled[m.To]:
		return failed("user_not_in_channel")
	}
	s.messages = append(s.messages, m)
	return answer{"ok": true, "message_ts": m.TS}
}

func (s *Server) update(form url.Values) answer {
	if code := s.check("chat.update", form.Get("text"), form.Get("blocks"), 4_000); code != "" {
		return failed(code)
	}
	for i, m := range s.messages {
		if m.TS == form.Get("ts") && m.Channel == form.Get("channel") && m.To == "" {
			m.Text, m.Blocks, m.Updated = unescaped(form.Get("text")), json.RawMessage(form.Get("blocks")), m.Updated+1
			s.messages = append(append(s.messages[:i:i], s.messages[i+1:]...), m) // it is what the person sees newest
			return answer{"ok": true, "channel": m.Channel, "ts": m.TS}
		}
	}
	return failed("message_not_found")
}

func (s *Server) openDirect(form url.Values) answer {
	if s.Disabled[form.Get("users")] {
		return failed("user_disabled")
	}
	return answer{"ok": true, "channel": answer{"id": Direct(form.Get("users"))}}
}

func (s *Server) history(form url.Values) answer {
	found := []answer{}
	for _, m := range s.messages {
		if m.Channel != form.Get("channel") || m.To != "" || m.TS < form.Get("oldest") {
			continue
		}
		a := answer{"type": "message", "ts": m.TS, "text": m.Text, "user": BotUser}
		if form.Get("include_all_metadata") == "1" || form.Get("include_all_metadata") == "true" {
			a["metadata"] = json.RawMessage(orEmpty(m.Metadata))
		}
		var files []answer
		for _, f := range m.Files {
			files = append(files, answer{"id": "F0", "name": f})
		}
		a["files"] = files
		found = append(found, a)
	}
	slices.Reverse(found)
	return answer{"ok": true, "messages": found[:min(len(found), 100)]}
}

func orEmpty(s string) string {
	if s == "" {
		return "{}"
	}
	return s
}

// response is a response URL.
type response struct {
	user, channel, replaces string
	since                   time.Time
	posts                   int
}

// ResponseURL makes a response URL for something a person did in a channel.
func (s *Server) responseURL(user, channel, replaces string) string {
	id := s.next("R")
	s.responses[id] = &response{user: user, channel: channel, replaces: replaces, since: s.now()}
	return s.http.URL + "/response/" + id
}

func (s *Server) respond(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.changed.Broadcast()
	s.calls = append(s.calls, Call{Method: "response_url", Body: body})
	said := func() (status int, word string) { return s.answerAt(r.PathValue("id"), body) }
	if f, ok := s.fault("response_url"); ok {
		if f.Works {
			said()
			f.Works = false
		}
		s.fail(w, r, "auth.test", nil, f)
		return
	}
	status, word := said()
	switch {
	case status != http.StatusOK:
		http.Error(w, word, status)
	case word != "ok":
		write(w, failed(word))
	default:
		fmt.Fprint(w, word)
	}
}

// answerAt takes what is posted to a response URL.
func (s *Server) answerAt(id string, body []byte) (status int, word string) {
	res := s.responses[id]
	var m struct {
		Type    string          `json:"response_type"`
		Replace bool            `json:"replace_original"`
		Text    string          `json:"text"`
		Blocks  json.RawMessage `json:"blocks"`
		Thread  string          `json:"thread_ts"`
		Parse   string          `json:"parse"`
	}
	switch {
	case res == nil || s.now().Sub(res.since) > 30*time.Minute:
		return http.StatusNotFound, "expired_url"
	case res.posts >= 5:
		s.problem("response_url: a sixth post")
		return http.StatusOK, "used_url"
	case json.Unmarshal(body, &m) != nil:
		return http.StatusBadRequest, "invalid_payload"
	}
	res.posts++
	if code := s.check("response_url", m.Text, string(m.Blocks), 40_000); code != "" {
		return http.StatusOK, code
	}
	said := &Message{Channel: res.channel, TS: s.ts(), To: res.user, Text: unescaped(m.Text), Blocks: m.Blocks, Thread: m.Thread}
	if m.Type == "in_channel" {
		said.To = ""
	}
	if m.Replace {
		s.messages = slices.DeleteFunc(s.messages, func(old *Message) bool { return old.TS == res.replaces })
		said.TS, said.Updated = res.replaces, 1
	}
	s.messages = append(s.messages, said)
	return http.StatusOK, "ok"
}
