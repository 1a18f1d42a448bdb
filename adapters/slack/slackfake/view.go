package slackfake

import (
	"encoding/json"
	"fmt"
	"net/url"
	"time"
)

type trigger struct {
	at   time.Time
	used bool
}

// View is a form that was opened.
type View struct {
	ID    string
	Body  json.RawMessage
	Title string
}

func (s *Server) newTrigger() string {
	id := s.next("trigger.")
	s.triggers[id] = &trigger{at: s.now()}
	return id
}

func (s *Server) openView(form url.Values) answer {
	tr, body := s.triggers[form.Get("trigger_id")], []byte(form.Get("view"))
	switch {
	case tr == nil:
		return failed("invalid_trigger_id")
	case tr.used:
		return failed("exchanged_trigger_id")
	case s.now().Sub(tr.at) > 3*time.Second:
		return failed("expired_trigger_id")
	}
	tr.used = true
	if err := s.schema.view(body); err != nil {
		s.problem("views.open: %v", err)
		return failed("invalid_arguments")
	}
	var v struct {
		Title struct{ Text string }
	}
	_ = json.Unmarshal(body, &v) // checked above
	view := View{ID: s.next("V"), Body: body, Title: v.Title.Text}
	s.views = append(s.views, view)
	return answer{"ok": true, "view": answer{"id": view.ID, "type": "modal", "title": answer{"type": "plain_text", "text": v.Title.Text}}}
}

// Views are the forms that were opened, in order.
func (s *Server) Views() []View {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]View(nil), s.views...)
}

func (s *Server) publish(form url.Values) answer {
	body := []byte(form.Get("view"))
	if err := s.schema.view(body); err != nil {
		s.problem("views.publish: %v", err)
		return failed("invalid_arguments")
	}
	s.homes[form.Get("user_id")] = body
	return answer{"ok": true, "view": answer{"id": s.next("V"), "type": "home"}}
}

// Home is a person's Home page, nil before it was published.
func (s *Server) Home(user string) json.RawMessage {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.homes[user]
}

func (s *Server) oauth(form url.Values) answer {
	switch {
	case form.Get("client_id") != ClientID || form.Get("client_secret") != ClientSecret:
		return failed("bad_client_secret")
	case form.Get("code") != Code:
		return failed("invalid_code")
	case form.Get("redirect_uri") == "":
		return failed("bad_redirect_uri")
	}
	return answer{"ok": true, "access_token": BotToken, "token_type": "bot", "scope": "chat:write,commands", "bot_user_id": BotUser, "app_id": "A0APP",
		"team": answer{"id": Team, "name": "Test"}, "enterprise": nil, "authed_user": answer{"id": "U0ADMIN"}}
}

// File is an upload.
type File struct {
	Name  string
	Alt   string
	Size  string
	Data  []byte
	Title string
}

func (s *Server) uploadURL(form url.Values) answer {
	if form.Get("filename") == "" || form.Get("length") == "" || form.Get("length") == "0" {
		return failed("invalid_arguments")
	}
	id := s.next("F")
	s.files[id] = &File{Name: form.Get("filename"), Alt: form.Get("alt_txt"), Size: form.Get("length")}
	return answer{"ok": true, "upload_url": s.http.URL + "/upload/" + id, "file_id": id}
}

func (s *Server) completeUpload(form url.Values) answer {
	var files []struct{ ID, Title string }
	if err := json.Unmarshal([]byte(form.Get("files")), &files); err != nil {
		return failed("invalid_arguments")
	}
	channel := form.Get("channel_id")
	if channel == "" || channel[0] == 'U' {
		return failed("channel_not_found")
	}
	m := &Message{Channel: channel, Thread: form.Get("thread_ts"), TS: s.ts()}
	var done []answer
	for _, f := range files {
		file := s.files[f.ID]
		if file == nil || fmt.Sprint(len(file.Data)) != file.Size {
			return failed("file_not_found")
		}
		file.Title = f.Title
		m.Files = append(m.Files, file.Name)
		done = append(done, answer{"id": f.ID, "title": f.Title})
	}
	s.messages = append(s.messages, m)
	return answer{"ok": true, "files": done}
}

// Files are the uploads, by name.
func (s *Server) Files() map[string]File {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := map[string]File{}
	for _, f := range s.files {
		out[f.Name] = *f
	}
	return out
}
