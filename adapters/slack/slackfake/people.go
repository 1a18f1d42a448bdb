package slackfake

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// What people do. Each returns after the app acknowledged.

// EventBody wraps an inner event as Slack delivers it.
func (s *Server) EventBody(event map[string]any) map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	return map[string]any{"token": "x", "team_id": Team, "api_app_id": "A0APP", "type": "event_callback", "event_id": s.next("Ev"), "event_time": s.now().Unix(),
		"authorizations": []any{map[string]any{"team_id": Team, "user_id": BotUser, "is_bot": true, "is_enterprise_install": false}}, "event": event}
}

// SayBody is a direct message as Slack delivers it.
func (s *Server) SayBody(user, text string) map[string]any {
	s.mu.Lock()
	ts := s.ts()
	s.mu.Unlock()
	return s.EventBody(map[string]any{"type": "message", "channel": Direct(user), "channel_type": "im", "user": user, "text": Escape(text), "ts": ts, "event_ts": ts, "team": Team})
}

// Say writes a direct message to the app.
func (s *Server) Say(user, text string) error {
	_, err := s.Deliver(Event, s.SayBody(user, text))
	return err
}

// Mention speaks to the app in a channel.
func (s *Server) Mention(user, channel, thread, text string) error {
	s.mu.Lock()
	ts := s.ts()
	s.mu.Unlock()
	event := map[string]any{"type": "app_mention", "channel": channel, "user": user, "text": "<@" + BotUser + "> " + Escape(text), "ts": ts, "event_ts": ts}
	if thread != "" {
		event["thread_ts"] = thread
	}
	_, err := s.Deliver(Event, s.EventBody(event))
	return err
}

// Escape is how Slack sends what a person typed.
func Escape(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}

// Type gives a slash command.
func (s *Server) Type(user, channel, command, text string) (json.RawMessage, error) {
	s.mu.Lock()
	body := map[string]string{"token": "x", "team_id": Team, "user_id": user, "channel_id": channel, "command": command, "text": Escape(text),
		"trigger_id": s.newTrigger(), "response_url": s.responseURL(user, channel, ""), "api_app_id": "A0APP", "is_enterprise_install": "false"}
	s.mu.Unlock()
	return s.Deliver(Command, body)
}

// Press presses the button with that label on the newest message that a person
// sees and that has it; false = none has.
func (s *Server) Press(user, label string) (bool, error) {
	body, ok := s.PressBody(user, label)
	if !ok {
		return false, nil
	}
	_, err := s.Deliver(Interactive, body)
	return true, err
}

// PressBody is that press as Slack delivers it.
func (s *Server) PressBody(user, label string) (map[string]any, bool) {
	seen := s.Messages(user)
	for i := len(seen) - 1; i >= 0; i-- {
		for _, b := range buttons(seen[i].Blocks) {
			if strings.EqualFold(b.Label, label) {
				return s.pressed(user, seen[i], b), true
			}
		}
	}
	return nil, false
}

// PressHome presses a button of the Home page.
func (s *Server) PressHome(user, label string) (bool, error) {
	for _, b := range buttons(s.Home(user)) {
		if strings.EqualFold(b.Label, label) {
			body := s.pressed(user, Message{}, b)
			body["container"] = map[string]any{"type": "view", "view_id": "V0HOME"}
			delete(body, "channel")
			delete(body, "response_url")
			_, err := s.Deliver(Interactive, body)
			return true, err
		}
	}
	return false, nil
}

func (s *Server) pressed(user string, m Message, b button) map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	return map[string]any{"type": "block_actions", "team": map[string]any{"id": Team}, "user": map[string]any{"id": user, "team_id": Team},
		"api_app_id": "A0APP", "is_enterprise_install": false, "enterprise": nil, "trigger_id": s.newTrigger(), "response_url": s.responseURL(user, m.Channel, m.TS),
		"container": map[string]any{"type": "message", "message_ts": m.TS, "channel_id": m.Channel, "is_ephemeral": m.Ephemeral(), "thread_ts": m.Thread},
		"channel":   map[string]any{"id": m.Channel},
		"message":   map[string]any{"ts": m.TS, "text": m.Text, "blocks": m.Blocks},
		"actions":   []any{map[string]any{"type": "button", "action_id": b.ID, "block_id": "x", "value": b.Value, "action_ts": s.ts()}}}
}

// Submit sends a form in with values by field. The answer is what stands at its
// fields, nil when the form closed.
func (s *Server) Submit(user string, v View, values map[string]string) (map[string]string, error) {
	var view struct {
		Callback string `json:"callback_id"`
		Private  string `json:"private_metadata"`
		Blocks   []struct {
			ID      string `json:"block_id"`
			Element struct {
				Type    string `json:"type"`
				Action  string `json:"action_id"`
				Initial string `json:"initial_value"`
				Option  *struct {
					Value string `json:"value"`
				} `json:"initial_option"`
			} `json:"element"`
		} `json:"blocks"`
	}
	if err := json.Unmarshal(v.Body, &view); err != nil {
		return nil, err
	}
	state := map[string]any{}
	for _, b := range view.Blocks {
		value, given := values[b.ID]
		field := map[string]any{"type": b.Element.Type}
		if strings.HasSuffix(b.Element.Type, "_select") {
			if !given && b.Element.Option != nil {
				value, given = b.Element.Option.Value, true
			}
			field["selected_option"] = nil
			if given {
				field["selected_option"] = map[string]any{"value": value, "text": map[string]any{"type": "plain_text", "text": value}}
			}
		} else {
			if !given {
				value = b.Element.Initial
			}
			field["value"] = value
		}
		state[b.ID] = map[string]any{b.Element.Action: field}
	}
	answer, err := s.Deliver(Interactive, map[string]any{"type": "view_submission", "team": map[string]any{"id": Team}, "user": map[string]any{"id": user},
		"view": map[string]any{"id": v.ID, "type": "modal", "callback_id": view.Callback, "private_metadata": view.Private, "state": map[string]any{"values": state}, "hash": "1"}})
	if err != nil || len(answer) == 0 {
		return nil, err
	}
	var said struct {
		Action string            `json:"response_action"`
		Errors map[string]string `json:"errors"`
	}
	if err := json.Unmarshal(answer, &said); err != nil {
		return nil, err
	}
	for block := range said.Errors {
		if _, ok := state[block]; !ok {
			return nil, fmt.Errorf("an error at a field %q that the form has not", block)
		}
	}
	return said.Errors, nil
}

// Suggest types letters into a field and returns what is offered.
func (s *Server) Suggest(user, action, letters string) ([]string, error) {
	answer, err := s.Deliver(Interactive, map[string]any{"type": "block_suggestion", "team": map[string]any{"id": Team}, "user": map[string]any{"id": user},
		"action_id": action, "block_id": "exercise", "value": letters, "view": map[string]any{"id": "V1"}})
	if err != nil {
		return nil, err
	}
	var said struct {
		Options []struct{ Value string } `json:"options"`
	}
	if err := json.Unmarshal(answer, &said); err != nil {
		return nil, err
	}
	var out []string
	for _, o := range said.Options {
		out = append(out, o.Value)
	}
	return out, nil
}

// Shortcut uses "Log this" on a message.
func (s *Server) Shortcut(user, channel, text string) error {
	s.mu.Lock()
	body := map[string]any{"type": "message_action", "callback_id": "log_this", "team": map[string]any{"id": Team}, "user": map[string]any{"id": user},
		"channel": map[string]any{"id": channel}, "trigger_id": s.newTrigger(), "response_url": s.responseURL(user, channel, ""), "message_ts": s.ts(),
		"message": map[string]any{"type": "message", "ts": s.ts(), "text": Escape(text)}}
	s.mu.Unlock()
	_, err := s.Deliver(Interactive, body)
	return err
}

// OpenHome opens the Home page.
func (s *Server) OpenHome(user string) error {
	_, err := s.Deliver(Event, s.EventBody(map[string]any{"type": "app_home_opened", "user": user, "channel": Direct(user), "tab": "home", "event_ts": fmt.Sprint(time.Now().Unix())}))
	return err
}

func (s *Server) upload(w http.ResponseWriter, r *http.Request) {
	f, _, err := r.FormFile("file")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	data, err := io.ReadAll(f)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if file := s.files[r.PathValue("id")]; file != nil {
		file.Data = data
	}
	fmt.Fprint(w, "OK")
}

// Attach makes a file that a person shares; its address is what Slack gives.
func (s *Server) Attach(name string, data []byte) map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.next("F")
	s.files[id] = &File{Name: name, Data: data}
	return map[string]any{"id": id, "name": name, "size": len(data), "url_private_download": s.http.URL + "/files/" + id}
}

// Slow holds downloads back until it is called with false.
func (s *Server) Slow(held bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.slow = held
	s.changed.Broadcast()
}

// download gives a file to whoever may read it, and leads others to the sign-in
// page. A token that is brought there is a fault.
func (s *Server) download(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = append(s.calls, Call{Method: "download"})
	s.changed.Broadcast()
	for s.slow {
		s.changed.Wait()
	}
	f := s.files[r.PathValue("id")]
	if f == nil || r.Header.Get("Authorization") != "Bearer "+BotToken || !s.Scopes["files:read"] {
		http.Redirect(w, r, s.http.URL+"/signin?redir=%2Ffiles", http.StatusFound)
		return
	}
	_, _ = w.Write(f.Data) // a broken connection shows at the other end
}

// Handle is how an app would note a slash command just given in a channel.
func (s *Server) Handle(user, channel string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	b, err := json.Marshal(map[string]any{"u": s.responseURL(user, channel, ""), "a": s.now().Unix(), "c": channel})
	if err != nil {
		s.t.Fatal(err)
	}
	return string(b)
}
