package app

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"tandem/coach"
	"tandem/internal/config"
)

// asked is the JSON form of an answer; scripts depend on it.
type asked struct {
	Question string   `json:"question"`
	Outcome  string   `json:"outcome"`
	Topics   []string `json:"topics,omitempty"`
	Tier     string   `json:"tier,omitempty"`
	Text     string   `json:"text"`
	Sources  []string `json:"sources,omitempty"`
}

// maxQuestion is how long a line of standard input may be, in bytes.
const maxQuestion = 1 << 20

// ask answers questions for nobody in particular: no store, no goal. Only a
// configuration that is named is read, for its own entries: what a script asks
// does not depend on a file that lies about.
func ask(ctx context.Context, p Process, args []string) error {
	fs := flag.NewFlagSet("ask", flag.ContinueOnError)
	asJSON := fs.Bool("json", false, "one JSON object a line")
	file := fs.String("config", "", "configuration whose own entries answer too (none is read otherwise)")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	var cfg config.Config
	if *file != "" {
		if cfg, err = config.Load(*file, os.Getenv); err != nil {
			return err
		}
	}
	c, err := newCoach(cfg)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(p.Out)
	defer out.Flush()
	if len(words) > 0 {
		return printAnswer(out, c, strings.Join(words, " "), *asJSON)
	}
	scan := bufio.NewScanner(p.In)
	scan.Buffer(make([]byte, 64<<10), maxQuestion)
	for scan.Scan() {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := printAnswer(out, c, scan.Text(), *asJSON); err != nil {
			return err
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("write answer: %w", err)
		}
	}
	if errors.Is(scan.Err(), bufio.ErrTooLong) {
		return errors.New("a question is longer than 1 MB: one stands on each line of standard input")
	}
	return scan.Err()
}

func printAnswer(out *bufio.Writer, c *coach.Coach, question string, asJSON bool) error {
	ans := c.Ask(question, "")
	if !asJSON {
		_, err := fmt.Fprintf(out, "%s\n\n", ans.Text)
		return err
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return enc.Encode(asked{Question: question, Outcome: ans.Outcome, Topics: ans.Topics, Tier: string(ans.Flag.Tier), Text: ans.Text, Sources: ans.Sources})
}
