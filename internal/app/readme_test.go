package app_test

import (
	"bytes"
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"tandem/internal/app"
)

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestReadme_ConversationIsReal: what the first page shows is what the code says.
func TestReadme_ConversationIsReal(t *testing.T) {
	said := strings.TrimSpace(run(t, "simulate", "testdata/readme.jsonl"))
	if !strings.Contains(readme(t), "```\n"+said+"\n```") {
		t.Errorf("README.md shows another conversation; the code says:\n\n%s", said)
	}
}

// TestReadme_CommandsExist: every command of the table is one, and every file
// it points to is there.
func TestReadme_CommandsExist(t *testing.T) {
	text := readme(t)
	words := regexp.MustCompile("`tandem ([a-z]+)").FindAllStringSubmatch(text, -1)
	if len(words) < 10 {
		t.Fatalf("only %d commands are named", len(words))
	}
	for _, w := range words {
		var out, errs bytes.Buffer
		if code := app.Main(context.Background(), app.Process{In: os.Stdin, Out: &out, Err: &errs}, []string{"help", w[1]}); code != 0 {
			t.Errorf("tandem %s: %s", w[1], errs.String())
		}
	}
	for _, link := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(text, -1) {
		if _, err := os.Stat("../../" + link[1]); err != nil {
			t.Error(err)
		}
	}
}
