package slack

import (
	"encoding/json"
	"os"
	"testing"
)

// reference reads a file of Slack's published limits, where they are at hand.
func reference(t *testing.T, path string, to any) {
	t.Helper()
	data, err := os.ReadFile("../../../shared/specs/" + path)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("no reference files beside the project")
	}
	if err := json.Unmarshal(data, to); err != nil {
		t.Fatal(err)
	}
}

func TestLimits_WithinBlockKits(t *testing.T) {
	var limits map[string]json.RawMessage
	reference(t, "slackblocks/limits.json", &limits)
	published := func(part, field, bound string) int {
		var fields map[string]json.RawMessage
		var bounds map[string]int
		if err := json.Unmarshal(limits[part], &fields); err != nil {
			t.Fatal(part, err)
		}
		if err := json.Unmarshal(fields[field], &bounds); err != nil {
			t.Fatal(part, field, err)
		}
		return bounds[bound]
	}
	for _, c := range []struct {
		part, field, bound string
		ours               int
	}{
		{"button", "text", "max_length", maxButton},
		{"button", "value", "max_length", maxValue},
		{"button", "accessibility_label", "max_length", maxUnspoken},
		{"actions", "elements", "max_items", maxActions},
		{"option", "text", "max_length", maxOption},
		{"option", "value", "max_length", maxOption},
		{"select", "options", "max_items", maxOptions},
		{"select", "placeholder", "max_length", maxPlaceholder},
		{"plain_text_input", "max_length", "max", maxInput},
		{"input", "label", "max_length", maxLabel},
		{"section", "text", "max_length", maxBlockText},
		{"view", "title", "max_length", maxViewTitle},
		{"view", "submit", "max_length", maxViewTitle},
		{"view", "private_metadata", "max_length", maxPrivate},
		{"view", "blocks", "max_items", maxHomeBlocks},
	} {
		if limit := published(c.part, c.field, c.bound); limit == 0 || c.ours > limit {
			t.Errorf("%s.%s: ours is %d, Slack's %d", c.part, c.field, c.ours, limit)
		}
	}
}

func TestPace_WithinTheTiers(t *testing.T) {
	var published map[string]string
	reference(t, "java-slack-sdk-samples/metadata/web-api/rate_limit_tiers.json", &published)
	perMinute := map[string]float64{"Tier1": 1, "Tier2": 20, "Tier3": 50, "Tier4": 100}
	for method, ours := range tiers {
		if limit, ok := perMinute[published[method]]; ok && ours > limit {
			t.Errorf("%s: ours is %v a minute, Slack's %s takes %v", method, ours, published[method], limit)
		}
	}
}
