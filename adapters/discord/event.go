package discord

import (
	"encoding/json"

	"tandem/bot"
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
	Owners  map[string]string `json:"authorizing_integration_owners"` // by the kind of installation it came through
	Message *source           `json:"message"`
	Data    json.RawMessage   `json:"data"`

	Replayed bool `json:"-"` // heard before, perhaps: the session was resumed
}

// ownInstall is the kind of an installation that is the person's own.
const ownInstall = "1"

// server is where the coach is installed that the interaction came through: a
// server's id, [bot.OwnAccount], or "" where Discord does not say.
func (i interaction) server() string {
	if i.Owners[ownInstall] != "" {
		return bot.OwnAccount
	}
	return i.Guild
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
