package discord

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// Permissions are what the coach asks for in a server: to see channels, to
// write, to show pictures, and to answer a message.
const Permissions = 1<<10 | 1<<11 | 1<<14 | 1<<15 | 1<<16

// noApplication stands in the links until the application is known.
const noApplication = "APPLICATION_ID"

// Manifest is what is needed to install the coach: one JSON object with the
// links for a server and for a person, the intents, the permissions and the
// commands, which the coach registers itself. While neither the application id
// nor a token is known the links hold the word APPLICATION_ID.
func Manifest(o Options) (string, error) {
	application := o.ApplicationID
	if application == "" {
		application, _ = ApplicationID(o.Token)
	}
	if application == "" {
		application = noApplication
	}
	commands, _, err := wantedCommands()
	if err != nil {
		return "", err
	}
	server, person := InstallLinks(application)
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err = enc.Encode(struct {
		Application string            `json:"application_id"`
		Install     map[string]string `json:"install"`
		Intents     int               `json:"intents"`
		Privileged  []string          `json:"privileged_intents"`
		Permissions string            `json:"permissions"`
		Commands    json.RawMessage   `json:"commands"`
	}{application, map[string]string{"server": server, "user": person}, Intents, []string{}, strconv.Itoa(Permissions), commands})
	if err != nil {
		return "", fmt.Errorf("write the manifest: %w", err)
	}
	return strings.TrimSpace(b.String()), nil
}

// InstallLinks are the pages that install the coach: on a server, and for one
// person, who then has it in every conversation.
func InstallLinks(application string) (server, person string) {
	link := func(v url.Values) string {
		v.Set("client_id", application)
		return "https://discord.com/oauth2/authorize?" + v.Encode()
	}
	server = link(url.Values{"integration_type": {"0"}, "scope": {"bot applications.commands"}, "permissions": {strconv.Itoa(Permissions)}})
	person = link(url.Values{"integration_type": {"1"}, "scope": {"applications.commands"}})
	return server, person
}

// ApplicationID reads the application's id from a token: its first part is the
// id in base64.
func ApplicationID(token string) (string, bool) {
	first, _, ok := strings.Cut(token, ".")
	if !ok {
		return "", false
	}
	id, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(first, "="))
	if err != nil || !isID(string(id)) {
		return "", false
	}
	return string(id), true
}
