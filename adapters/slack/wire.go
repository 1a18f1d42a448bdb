package slack

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"time"
)

// The parts of Slack's payloads that matter here. Fields that are not named are
// not looked at, whatever stands in them.

// eventBody is a delivery of the Events API.
type eventBody struct {
	Type           string          `json:"type"`
	Challenge      string          `json:"challenge"`
	Team           string          `json:"team_id"`
	Enterprise     string          `json:"enterprise_id"`
	EventID        string          `json:"event_id"`
	Authorizations []authorization `json:"authorizations"`
	Event          event           `json:"event"`
}

type authorization struct {
	Enterprise string `json:"enterprise_id"`
	Team       string `json:"team_id"`
	User       string `json:"user_id"`
	Bot        bool   `json:"is_bot"`
	OrgWide    flag   `json:"is_enterprise_install"`
}

// event is the inner event of the few kinds that are subscribed to.
type event struct {
	Type        string          `json:"type"`
	Subtype     string          `json:"subtype"`
	User        json.RawMessage `json:"user"` // an id; in user_change the whole person
	Bot         string          `json:"bot_id"`
	Text        string          `json:"text"`
	Channel     json.RawMessage `json:"channel"` // an id; in channel events the whole channel
	ChannelType string          `json:"channel_type"`
	TS          string          `json:"ts"`
	Thread      string          `json:"thread_ts"`
	Tab         string          `json:"tab"`
	Tokens      struct {
		Bot []string `json:"bot"`
	} `json:"tokens"`
	Files []sharedFile `json:"files"`
}

type sharedFile struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	URL  string `json:"url_private_download"`
}

// text is a JSON string, or "" for anything else.
func text(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}

// commandBody is a slash command; over HTTP it comes as a form.
type commandBody struct {
	Command    string `json:"command"`
	Text       string `json:"text"`
	User       string `json:"user_id"`
	Team       string `json:"team_id"`
	Enterprise string `json:"enterprise_id"`
	OrgWide    flag   `json:"is_enterprise_install"`
	Channel    string `json:"channel_id"`
	Trigger    string `json:"trigger_id"`
	URL        string `json:"response_url"`
}

func commandFromForm(v url.Values) commandBody {
	return commandBody{Command: v.Get("command"), Text: v.Get("text"), User: v.Get("user_id"), Team: v.Get("team_id"),
		Enterprise: v.Get("enterprise_id"), OrgWide: v.Get("is_enterprise_install") == "true", Channel: v.Get("channel_id"),
		Trigger: v.Get("trigger_id"), URL: v.Get("response_url")}
}

// flag is true or false, which Slack writes bare in some payloads and quoted in
// others.
type flag bool

func (f *flag) UnmarshalJSON(b []byte) error {
	*f = flag(strings.Trim(string(b), `"`) == "true")
	return nil
}

// interactionBody is a pressed button, a form sent in, a shortcut, or the letters
// typed into a field with suggestions.
type interactionBody struct {
	Type       string `json:"type"`
	Callback   string `json:"callback_id"`
	Trigger    string `json:"trigger_id"`
	URL        string `json:"response_url"`
	OrgWide    flag   `json:"is_enterprise_install"`
	User       idOf   `json:"user"`
	Team       *idOf  `json:"team"`
	Enterprise *idOf  `json:"enterprise"`
	Channel    *idOf  `json:"channel"`
	Container  struct {
		Type      string `json:"type"`
		MessageTS string `json:"message_ts"`
		Channel   string `json:"channel_id"`
		Thread    string `json:"thread_ts"`
		Ephemeral bool   `json:"is_ephemeral"`
	} `json:"container"`
	Message struct {
		TS     string `json:"ts"`
		Thread string `json:"thread_ts"`
		Text   string `json:"text"`
	} `json:"message"`
	MessageTS string   `json:"message_ts"`
	Actions   []action `json:"actions"`
	View      struct {
		ID       string `json:"id"`
		Hash     string `json:"hash"`
		Type     string `json:"type"`
		Callback string `json:"callback_id"`
		Private  string `json:"private_metadata"`
		State    struct {
			Values map[string]map[string]inputState `json:"values"`
		} `json:"state"`
	} `json:"view"`
	ActionID string `json:"action_id"` // of a field with suggestions
	BlockID  string `json:"block_id"`
	Value    string `json:"value"`
}

type idOf struct {
	ID   string `json:"id"`
	Team string `json:"team_id"`
}

type action struct {
	Type  string `json:"type"`
	ID    string `json:"action_id"`
	Block string `json:"block_id"`
	Value string `json:"value"`
	TS    string `json:"action_ts"`
}

type inputState struct {
	Value    string `json:"value"`
	Selected *struct {
		Value string `json:"value"`
	} `json:"selected_option"`
}

func (s inputState) String() string {
	if s.Selected != nil {
		return s.Selected.Value
	}
	return s.Value
}

// handle is how to answer a message; it travels with the message.
type handle struct {
	URL       string `json:"u,omitempty"` // response_url
	At        int64  `json:"a,omitempty"` // when it came, in Unix seconds
	Channel   string `json:"c,omitempty"`
	Thread    string `json:"t,omitempty"`
	Message   string `json:"m,omitempty"` // ts of the message whose button was pressed
	Ephemeral bool   `json:"e,omitempty"` // that message was
	Home      bool   `json:"h,omitempty"` // it was on the Home page
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
		return handle{} // not ours: the answer goes to their direct messages
	}
	return h
}

// direct reports whether the conversation is one person's with the coach: there
// the channel's id starts with D. A slash command may be given in a D of two
// people, and is answered ephemerally.
func (h handle) direct() bool { return strings.HasPrefix(h.Channel, "D") }

// fresh reports whether Slack may still take an answer at the response URL.
func (h handle) fresh(now time.Time) bool {
	return h.URL != "" && now.Sub(time.Unix(h.At, 0)) < responseLife
}

// unescape turns what Slack sends as text into what the person typed: entities
// back, links and mentions as their words.
func unescape(s, self string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "<")
		b.WriteString(before)
		if !ok {
			break
		}
		inner, after, ok := strings.Cut(rest, ">")
		if !ok {
			b.WriteString("<" + rest)
			break
		}
		b.WriteString(plainReference(inner, self))
		s = after
	}
	return strings.TrimSpace(strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(b.String()))
}

func plainReference(inner, self string) string {
	target, label, labelled := strings.Cut(inner, "|")
	switch {
	case self != "" && target == "@"+self:
		return ""
	case labelled && strings.HasPrefix(inner, "#"):
		return "#" + label
	case labelled:
		return label
	case strings.HasPrefix(inner, "!"):
		return "@" + strings.TrimPrefix(target, "!")
	case strings.HasPrefix(inner, "mailto:"):
		return strings.TrimPrefix(target, "mailto:")
	}
	return target
}

// decode reads a payload, and says what was wrong with one that cannot be read.
func decode(body []byte, to any) error {
	if err := json.Unmarshal(body, to); err != nil {
		return fmt.Errorf("decode: %w", err)
	}
	return nil
}
