package discordfake

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// specPath is Discord's own description of its API, beside the module.
const specPath = "../shared/specs/discord-openapi.json"

// spec is the description, compiled once for all tests of a run.
var spec = sync.OnceValues(loadSpec)

type description struct {
	mu       sync.Mutex
	compiler *jsonschema.Compiler
	paths    map[string]map[string]any
	schemas  map[string]*jsonschema.Schema
}

func loadSpec() (*description, error) {
	raw, err := readUpwards(specPath)
	if err != nil {
		return nil, err
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("decode %s: %w", specPath, err)
	}
	d := &description{compiler: jsonschema.NewCompiler(), paths: map[string]map[string]any{}, schemas: map[string]*jsonschema.Schema{}}
	for path, item := range doc.(map[string]any)["paths"].(map[string]any) {
		d.paths[path] = item.(map[string]any)
	}
	return d, d.compiler.AddResource("discord.json", doc)
}

// readUpwards reads a file that lies relative to the module's root.
func readUpwards(path string) ([]byte, error) {
	for dir := "."; ; dir = filepath.Join(dir, "..") {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return os.ReadFile(filepath.Join(dir, path))
		}
		if abs, err := filepath.Abs(dir); err != nil || abs == filepath.Dir(abs) {
			return nil, os.ErrNotExist
		}
	}
}

// NeedSpec skips a test where the description is not there, except in CI.
func NeedSpec(t testing.TB) {
	t.Helper()
	if _, err := spec(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("Discord's description is needed in CI: %v", err)
		}
		t.Skipf("without Discord's description (%s) requests are not checked against it: %v", specPath, err)
	}
}

// Check returns what is wrong with a request: by Discord's description where it
// is there, and by the rules that it does not say.
func Check(method, path string, body []byte) (wrong []string) {
	d, err := spec()
	switch {
	case err == nil:
		wrong = d.check(method, path, body)
	case os.Getenv("CI") == "true":
		wrong = append(wrong, "Discord's description is needed in CI: "+err.Error())
	}
	if len(body) > 0 {
		wrong = append(wrong, rules(method, path, body)...)
	}
	return wrong
}

func (d *description) check(method, path string, body []byte) []string {
	template, ok := d.template(path, strings.ToLower(method))
	if !ok {
		return []string{"no such operation in Discord's description"}
	}
	if len(body) == 0 {
		return nil
	}
	schema, err := d.schema(template, strings.ToLower(method))
	if err != nil {
		return []string{err.Error()}
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		return []string{"not JSON: " + err.Error()}
	}
	if err := schema.Validate(v); err != nil {
		return []string{fmt.Sprintf("%#v", err)}
	}
	return nil
}

// template finds the operation whose path fits; one with fewer blanks wins.
func (d *description) template(path, method string) (best string, ok bool) {
	parts := strings.Split(path, "/")
	blanks := 99
	for t, item := range d.paths {
		if _, has := item[method]; !has {
			continue
		}
		words := strings.Split(t, "/")
		if len(words) != len(parts) {
			continue
		}
		n, fits := 0, true
		for i, w := range words {
			if strings.HasPrefix(w, "{") {
				n++
			} else if w != parts[i] {
				fits = false
			}
		}
		if fits && n < blanks {
			best, blanks, ok = t, n, true
		}
	}
	return best, ok
}

func (d *description) schema(template, method string) (*jsonschema.Schema, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	key := method + template
	if s, ok := d.schemas[key]; ok {
		return s, nil
	}
	at := strings.NewReplacer("/", "~1", "{", "%7B", "}", "%7D").Replace(template)
	s, err := d.compiler.Compile("discord.json#/paths/" + at + "/" + method + "/requestBody/content/application~1json/schema")
	if err != nil {
		return nil, fmt.Errorf("compile the schema of %s %s: %w", method, template, err)
	}
	d.schemas[key] = s
	return s, nil
}

var commandName = regexp.MustCompile(`^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$`)

// rules are those that Discord enforces and its description does not say.
func rules(method, path string, body []byte) (wrong []string) {
	var v any
	if json.Unmarshal(body, &v) != nil {
		return []string{"not JSON"}
	}
	if strings.HasSuffix(path, "/commands") {
		list, _ := v.([]any)
		if len(list) > 115 {
			wrong = append(wrong, "too many commands")
		}
		for _, c := range list {
			wrong = append(wrong, commandRules(c.(map[string]any))...)
		}
		return wrong
	}
	m, ok := v.(map[string]any)
	if !ok {
		return nil
	}
	if strings.HasSuffix(path, "/callback") {
		kind, _ := m["type"].(float64)
		data, _ := m["data"].(map[string]any)
		switch int(kind) {
		case answerMessage, answerUpdate:
			return messageRules(data)
		case answerModal:
			return modalRules(data)
		}
		return nil
	}
	if strings.Contains(path, "/messages") || strings.HasPrefix(path, "/webhooks/") {
		return messageRules(m)
	}
	return nil
}

func messageRules(m map[string]any) (wrong []string) {
	content, _ := m["content"].(string)
	if units(content) > 2000 {
		wrong = append(wrong, "content over 2,000 characters")
	}
	embeds, _ := m["embeds"].([]any)
	files, _ := m["attachments"].([]any)
	if content == "" && len(embeds) == 0 && len(files) == 0 {
		wrong = append(wrong, "an empty message")
	}
	total := 0
	for _, e := range embeds {
		e := e.(map[string]any)
		description, _ := e["description"].(string)
		total += units(description)
		if units(description) > 4096 {
			wrong = append(wrong, "an embed's description over 4,096 characters")
		}
		fields, _ := e["fields"].([]any)
		for _, f := range fields {
			if value, _ := f.(map[string]any)["value"].(string); value == "" {
				wrong = append(wrong, "an embed's field with an empty value")
			}
		}
		if description == "" && e["image"] == nil && len(fields) == 0 {
			wrong = append(wrong, "an empty embed")
		}
	}
	if total > 6000 {
		wrong = append(wrong, "more than 6,000 characters over all embeds")
	}
	mentions, ok := m["allowed_mentions"].(map[string]any)
	if parse, isList := mentions["parse"].([]any); !ok || !isList || len(parse) != 0 {
		wrong = append(wrong, "allowed_mentions must be there and allow none")
	}
	rows, _ := m["components"].([]any)
	if len(rows) > 5 {
		wrong = append(wrong, "more than 5 action rows")
	}
	return append(wrong, idRules(rows)...)
}

func modalRules(m map[string]any) (wrong []string) {
	rows, _ := m["components"].([]any)
	if len(rows) < 1 || len(rows) > 5 {
		wrong = append(wrong, "a form has 1 to 5 rows")
	}
	if title, _ := m["title"].(string); title == "" || units(title) > 45 {
		wrong = append(wrong, "a form's title has 1 to 45 characters")
	}
	return append(wrong, idRules(rows)...)
}

// idRules: every button has an id of its own, rows are not overfull.
func idRules(rows []any) (wrong []string) {
	seen := map[string]bool{}
	for _, row := range rows {
		inner, _ := row.(map[string]any)["components"].([]any)
		if len(inner) < 1 || len(inner) > 5 {
			wrong = append(wrong, "a row has 1 to 5 components")
		}
		for _, c := range inner {
			c := c.(map[string]any)
			id, _ := c["custom_id"].(string)
			switch {
			case id == "":
				wrong = append(wrong, "a component without custom_id")
			case units(id) > 100:
				wrong = append(wrong, "a custom_id over 100 characters")
			case seen[id]:
				wrong = append(wrong, "a custom_id twice in one message")
			}
			seen[id] = true
			if label, _ := c["label"].(string); label == "" || units(label) > 80 {
				wrong = append(wrong, "a label has 1 to 80 characters")
			}
		}
	}
	return wrong
}

func commandRules(c map[string]any) (wrong []string) {
	name, _ := c["name"].(string)
	if kind, _ := c["type"].(float64); kind == 3 {
		return nil // named as people read it, without a description
	}
	if raw, err := json.Marshal(c); err == nil && len(raw) > 8000*3 {
		wrong = append(wrong, name+": over 8,000 characters")
	}
	return append(wrong, optionRules(name, c)...)
}

func optionRules(name string, c map[string]any) (wrong []string) {
	if !commandName.MatchString(name) {
		wrong = append(wrong, fmt.Sprintf("the name %q has capitals, spaces or more than 32 characters", name))
	}
	if d, _ := c["description"].(string); d == "" || units(d) > 100 {
		wrong = append(wrong, name+": a description has 1 to 100 characters")
	}
	options, _ := c["options"].([]any)
	choices, _ := c["choices"].([]any)
	if len(options) > 25 || len(choices) > 25 {
		wrong = append(wrong, name+": more than 25 options or choices")
	}
	optional := false
	for _, o := range options {
		o := o.(map[string]any)
		inner, _ := o["name"].(string)
		required, _ := o["required"].(bool)
		if required && optional {
			wrong = append(wrong, name+" "+inner+": required after an optional one")
		}
		optional = optional || !required
		wrong = append(wrong, optionRules(inner, o)...)
	}
	return wrong
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }
