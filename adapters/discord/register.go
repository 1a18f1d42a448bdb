package discord

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"

	"github.com/bwmarrin/discordgo"
)

// register brings Discord's list of commands up to date, and writes only on a
// difference: what Discord has is remembered by its hash, and read before it is
// replaced. Creating commands is limited to 200 a day.
func (a *Adapter) register(ctx context.Context) error {
	wanted, hash, err := wantedCommands()
	if err != nil {
		return err
	}
	known, err := a.o.Store.CommandsHash(ctx, a.o.ApplicationID)
	if err != nil {
		return fmt.Errorf("load the hash of the commands: %w", err)
	}
	if known == hash {
		return nil
	}
	differ, err := a.commandsDiffer(ctx)
	if err != nil {
		return fmt.Errorf("read the commands at Discord: %w", err)
	}
	if len(differ) > 0 {
		_, err := a.rest.do(ctx, request{method: http.MethodPut, url: discordgo.EndpointApplicationGlobalCommands(a.o.ApplicationID), lane: "commands",
			body: json.RawMessage(wanted), repeatable: true})
		if err != nil {
			return fmt.Errorf("register the commands: %w", err)
		}
		a.o.Log.InfoContext(ctx, "discord commands registered", "changed", len(differ))
	}
	if err := a.o.Store.SetCommandsHash(ctx, a.o.ApplicationID, hash, a.o.Now()); err != nil {
		return fmt.Errorf("keep the hash of the commands: %w", err)
	}
	return nil
}

// registerLater tries again until it succeeds: a coach whose commands could not
// be brought up to date talks all the same.
func (a *Adapter) registerLater(ctx context.Context, err error) error {
	for failures := 2; err != nil; failures++ {
		a.o.Log.WarnContext(ctx, "discord commands not registered; trying again", "error", err)
		if a.o.Wait(ctx, backOff(failures)) != nil {
			return nil
		}
		err = a.register(ctx)
	}
	return nil
}

// commandsDiffer names the commands that Discord has otherwise, not, or too many.
func (a *Adapter) commandsDiffer(ctx context.Context) (names []string, err error) {
	var there []json.RawMessage
	if err := a.rest.get(ctx, discordgo.EndpointApplicationGlobalCommands(a.o.ApplicationID), "commands", &there); err != nil {
		return nil, err
	}
	has := map[string]string{}
	for _, raw := range there {
		var c struct {
			Name string `json:"name"`
			Type int    `json:"type"`
		}
		if err := json.Unmarshal(raw, &c); err != nil {
			return nil, fmt.Errorf("decode a command: %w", err)
		}
		has[fmt.Sprint(c.Type, c.Name)] = canonical(raw)
	}
	for _, c := range definitions() {
		raw, err := marshalCommand(c)
		if err != nil {
			return nil, err
		}
		key := fmt.Sprint(int(c.Type), c.Name)
		if has[key] != canonical(raw) {
			names = append(names, c.Name)
		}
		delete(has, key)
	}
	for key := range has {
		names = append(names, key[1:])
	}
	slices.Sort(names)
	return names, nil
}

// wantedCommands are the definitions as one list, and their hash.
func wantedCommands() (list []byte, hash string, err error) {
	var all []json.RawMessage
	for _, c := range definitions() {
		raw, err := marshalCommand(c)
		if err != nil {
			return nil, "", err
		}
		all = append(all, raw)
	}
	if list, err = json.Marshal(all); err != nil {
		return nil, "", fmt.Errorf("write the commands: %w", err)
	}
	sum := sha256.Sum256(list)
	return list, hex.EncodeToString(sum[:]), nil
}

// marshalCommand leaves out what is not set: the library writes null, which
// Discord's description of itself does not allow.
func marshalCommand(c *discordgo.ApplicationCommand) (json.RawMessage, error) {
	raw, err := json.Marshal(c)
	if err != nil {
		return nil, fmt.Errorf("write command %s: %w", c.Name, err)
	}
	v, err := decoded(raw)
	if err != nil {
		return nil, err
	}
	return json.Marshal(without(v, func(key string, v any) bool { return v == nil }))
}

// canonical is a command in the form in which two equal ones are equal: only
// what we define, and nothing that is as it is by itself.
func canonical(raw json.RawMessage) string {
	v, err := decoded(raw)
	if err != nil {
		return string(raw)
	}
	ours := []string{"name", "type", "description", "options", "integration_types", "contexts", "required", "autocomplete", "choices",
		"value", "min_value", "max_value", "max_length"}
	v = without(v, func(key string, v any) bool {
		empty := v == nil || v == false || v == "" || fmt.Sprint(v) == "[]"
		return empty || !slices.Contains(ours, key)
	})
	out, err := json.Marshal(v)
	if err != nil {
		return string(raw)
	}
	return string(out)
}

func decoded(raw json.RawMessage) (v any, err error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return nil, fmt.Errorf("decode a command: %w", err)
	}
	return v, nil
}

// without drops the fields that unwanted names, at every depth.
func without(v any, unwanted func(key string, v any) bool) any {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			if x = without(x, unwanted); unwanted(k, x) {
				delete(v, k)
				continue
			}
			v[k] = x
		}
	case []any:
		for i, x := range v {
			v[i] = without(x, unwanted)
		}
	case json.Number:
		if f, err := v.Float64(); err == nil {
			return f
		}
	}
	return v
}
