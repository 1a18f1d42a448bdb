package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAsk_RefusesWhatIsNoQuestion: a line of megabytes is told as such, and what
// came before it was answered.
func TestAsk_RefusesWhatIsNoQuestion(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "questions")
	if err := os.WriteFile(path, []byte("is running after lifting bad?\n"+strings.Repeat("a", maxQuestion+1)+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out bytes.Buffer
	err = ask(t.Context(), Process{In: in, Out: &out, Err: &bytes.Buffer{}}, nil)
	if err == nil || !strings.Contains(err.Error(), "longer than 1 MB") {
		t.Errorf("error %v", err)
	}
	if !strings.HasPrefix(out.String(), "Generally no.") {
		t.Errorf("the question before it was not answered: %q", out.String())
	}
}
