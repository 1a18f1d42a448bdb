package discord

import (
	"encoding/json"
	"strings"
	"time"
)

// The events of the gateway, as far as the coach reads them. Whatever else they
// hold is not decoded, so that nothing new in it can be an error.

// user is somebody.
type user struct {
	ID     string `json:"id"`
	Name   string `json:"username"`
	Global string `json:"global_name"`
	Bot    bool   `json:"bot"`
}

func (u user) name() string {
	if u.Global != "" {
		return u.Global
	}
	return u.Name
}

// file is an attachment.
type file struct {
	ID       string `json:"id"`
	Filename string `json:"filename"`
	Size     int64  `json:"size"`
	URL      string `json:"url"`
}

// said is a message that somebody wrote (MESSAGE_CREATE).
type said struct {
	ID          string `json:"id"`
	Channel     string `json:"channel_id"`
	Guild       string `json:"guild_id"`
	Type        int    `json:"type"`
	Webhook     string `json:"webhook_id"`
	Author      user   `json:"author"`
	Content     string `json:"content"`
	Mentions    []user `json:"mentions"`
	Attachments []file `json:"attachments"`
}

// Types of a message that somebody wrote themselves.
const (
	plainMessage = 0
	replyMessage = 19
)

// interaction is a command, a press, a form or a question for completions
// (INTERACTION_CREATE).
type interaction struct {
	ID          string `json:"id"`
	Application string `json:"application_id"`
	Type        int    `json:"type"`
	Token       string `json:"token"`
	Guild       string `json:"guild_id"`
	Channel     string `json:"channel_id"`
	Context     *int   `json:"context"`
	User        *user  `json:"user"` // in a direct message
	Member      *struct {
		User user `json:"user"`
	} `json:"member"` // in a server
	Message *source         `json:"message"`
	Data    json.RawMessage `json:"data"`
}

// Types of an interaction.
const (
	kindPing         = 1
	kindCommand      = 2
	kindComponent    = 3
	kindAutocomplete = 4
	kindModal        = 5
)

// withBot is the context of a direct message with the coach: what is said there
// nobody else reads.
const withBot = 1

// source is the message whose button was pressed.
type source struct {
	ID          string `json:"id"`
	Flags       int    `json:"flags"`
	Interaction *struct {
		User user `json:"user"`
	} `json:"interaction_metadata"`
}

func (i interaction) from() user {
	if i.Member != nil {
		return i.Member.User
	}
	if i.User != nil {
		return *i.User
	}
	return user{}
}

// private reports whether only the person and the coach see the conversation.
func (i interaction) private() bool {
	if i.Context != nil {
		return *i.Context == withBot
	}
	return i.Guild == ""
}

// othersMessage reports whether the pressed button is on a message that others see,
// and that is somebody else's.
func (i interaction) othersMessage() bool {
	if i.private() || i.Message == nil || i.Message.Flags&flagEphemeral != 0 {
		return false
	}
	return i.Message.Interaction == nil || i.Message.Interaction.User.ID != i.from().ID
}

// commandData is what a command came with.
type commandData struct {
	ID       string       `json:"id"`
	Name     string       `json:"name"`
	Type     int          `json:"type"`
	Target   string       `json:"target_id"`
	Options  []optionData `json:"options"`
	Resolved struct {
		Messages    map[string]said `json:"messages"`
		Attachments map[string]file `json:"attachments"`
	} `json:"resolved"`
}

// optionData is an option, or the subcommand that has the options.
type optionData struct {
	Name    string          `json:"name"`
	Type    int             `json:"type"`
	Value   json.RawMessage `json:"value"`
	Focused bool            `json:"focused"`
	Options []optionData    `json:"options"`
}

// path is the command with its subcommands, and the options at its end.
func (c commandData) path() (path []string, options []optionData) {
	path, options = []string{c.Name}, c.Options
	for len(options) == 1 && options[0].Type <= 2 && options[0].Type > 0 {
		path, options = append(path, options[0].Name), options[0].Options
	}
	return path, options
}

// componentData is what was pressed or sent in.
type componentData struct {
	CustomID   string            `json:"custom_id"`
	Values     []json.RawMessage `json:"values"`
	Components json.RawMessage   `json:"components"`
}

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

// words is what somebody wrote, without the mention of the coach and with the
// names of whatever else they pointed at.
func (s said) words(self string) string {
	names := map[string]string{}
	for _, u := range s.Mentions {
		names[u.ID] = "@" + u.name()
	}
	var b strings.Builder
	for rest := s.Content; ; {
		before, after, ok := strings.Cut(rest, "<")
		b.WriteString(before)
		if !ok {
			break
		}
		inner, more, ok := strings.Cut(after, ">")
		if word, known := pointedAt(inner, self, names); ok && known {
			b.WriteString(word)
			rest = more
			continue
		}
		b.WriteByte('<')
		rest = after
	}
	return strings.TrimSpace(b.String())
}

// pointedAt is what stands between < and > in words; false = it is only text.
func pointedAt(inner, self string, names map[string]string) (word string, ok bool) {
	switch {
	case strings.HasPrefix(inner, "@&"):
		return "@role", isID(inner[2:])
	case strings.HasPrefix(inner, "@"):
		id := strings.TrimPrefix(inner[1:], "!")
		if id == self {
			return "", true
		}
		if name, known := names[id]; known {
			return name, true
		}
		return "@somebody", isID(id)
	case strings.HasPrefix(inner, "#"):
		return "#channel", isID(inner[1:])
	case strings.HasPrefix(inner, ":"), strings.HasPrefix(inner, "a:"):
		if parts := strings.Split(strings.TrimPrefix(inner, "a"), ":"); len(parts) == 3 && isID(parts[2]) {
			return ":" + parts[1] + ":", true
		}
	case strings.HasPrefix(inner, "/"):
		if name, id, ok := strings.Cut(inner, ":"); ok && isID(id) {
			return name, true
		}
	}
	return "", false
}

func isID(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// mentions reports whether the coach is mentioned.
func (s said) mentions(self string) bool {
	for _, u := range s.Mentions {
		if u.ID == self {
			return true
		}
	}
	return strings.Contains(s.Content, "<@"+self+">") || strings.Contains(s.Content, "<@!"+self+">")
}
