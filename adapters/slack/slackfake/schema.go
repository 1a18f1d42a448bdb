package slackfake

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Schema checks blocks and views: by Slack's published limits always, by a JSON
// Schema of Block Kit where there is one.
type Schema struct {
	blocks, modal, home *jsonschema.Schema
}

// LoadSchema reads the JSON Schema of Block Kit.
func LoadSchema(path string) (*Schema, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	c := jsonschema.NewCompiler()
	const name = "file:///slack.json"
	if err := c.AddResource(name, doc); err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	var s Schema
	for part, to := range map[string]**jsonschema.Schema{"message_blocks": &s.blocks, "modal_view": &s.modal, "home_view": &s.home} {
		if *to, err = c.Compile(name + "#/$defs/" + part); err != nil {
			return nil, fmt.Errorf("compile %s: %w", part, err)
		}
	}
	return &s, nil
}

// message checks the blocks of a message.
func (s *Schema) message(blocks []byte) error {
	var v any
	if err := json.Unmarshal(blocks, &v); err != nil {
		return fmt.Errorf("blocks: %w", err)
	}
	if list, ok := v.([]any); !ok || len(list) > 50 {
		return fmt.Errorf("blocks: at most 50 in a list")
	}
	if s != nil {
		if err := s.blocks.Validate(v); err != nil {
			return fmt.Errorf("blocks against the schema: %w\n%s", err, blocks)
		}
	}
	return unique(v)
}

// view checks a modal or a Home page.
func (s *Schema) view(view []byte) error {
	var v map[string]any
	if err := json.Unmarshal(view, &v); err != nil {
		return fmt.Errorf("view: %w", err)
	}
	if len(view) > 250<<10 {
		return fmt.Errorf("view_too_large: %d bytes", len(view))
	}
	if blocks, _ := v["blocks"].([]any); len(blocks) == 0 || len(blocks) > 100 {
		return fmt.Errorf("view: %d blocks", len(blocks))
	}
	if s != nil {
		schema := s.modal
		if v["type"] == "home" {
			schema = s.home
		}
		var doc any = v
		if err := schema.Validate(doc); err != nil {
			return fmt.Errorf("view against the schema: %w\n%s", err, view)
		}
	}
	return unique(v["blocks"])
}

// unique finds a block_id or action_id that stands twice, markup that is not
// verbatim, and texts beyond Slack's limits.
func unique(v any) error {
	blocks, actions := map[string]bool{}, map[string]bool{}
	var walk func(v any, inInput bool) error
	walk = func(v any, inInput bool) error {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				if err := walk(e, inInput); err != nil {
					return err
				}
			}
		case map[string]any:
			if err := once(blocks, v["block_id"]); err != nil {
				return err
			}
			if !inInput { // in a form the block tells fields apart
				if err := once(actions, v["action_id"]); err != nil {
					return err
				}
			}
			if v["type"] == "mrkdwn" && v["verbatim"] != true {
				return fmt.Errorf("markup that is not verbatim: %v", v["text"])
			}
			if v["type"] == "text" && len([]rune(fmt.Sprint(v["text"]))) > 3000 {
				return fmt.Errorf("a text of %d characters in a block", len([]rune(fmt.Sprint(v["text"]))))
			}
			for _, k := range []string{"user", "usergroup", "broadcast", "channel", "link", "emoji"} {
				if v["type"] == k {
					return fmt.Errorf("a live %s element", k)
				}
			}
			for _, e := range v {
				if err := walk(e, inInput || v["type"] == "input"); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return walk(v, false)
}

func once(seen map[string]bool, id any) error {
	s, _ := id.(string)
	if s == "" {
		return nil
	}
	if seen[s] {
		return fmt.Errorf("the id %q stands twice", s)
	}
	seen[s] = true
	return nil
}

// labels are the buttons of blocks with their ids and values, as they are read
// out.
func buttons(blocks json.RawMessage) (out []button) {
	var v any
	if json.Unmarshal(blocks, &v) != nil {
		return nil
	}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			if v["type"] == "button" {
				text, _ := v["text"].(map[string]any)
				label, _ := text["text"].(string)
				if spoken, ok := v["accessibility_label"].(string); ok {
					label = spoken
				}
				id, _ := v["action_id"].(string)
				value, _ := v["value"].(string)
				out = append(out, button{strings.TrimSpace(label), id, value})
				return
			}
			walk(v["elements"])
			walk(v["blocks"])
			walk(v["accessory"])
		}
	}
	walk(v)
	return out
}

type button struct{ Label, ID, Value string }

// Labels are the buttons under a message, as they are read out.
func (m Message) Labels() (out []string) {
	for _, b := range buttons(m.Blocks) {
		out = append(out, b.Label)
	}
	return out
}
