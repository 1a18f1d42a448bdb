// Command fit learns the second opinion that package safety embeds, from the
// labelled messages of its testdata and, as harmless texts, from the lessons of
// the knowledge base that no rule takes for a red flag. The same lessons give
// the same file. With -check it writes nothing and prints instead what the
// opinion gives on files that it has not learned from, an eighth left out at a time.
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/coach/safety/opinion"
)

func main() {
	out := flag.String("out", "opinion.bin", "file to write")
	messages := flag.String("messages", "testdata", "folder of labelled messages")
	check := flag.Bool("check", false, "measure instead of writing")
	flag.Parse()
	if err := run(*messages, *out, *check); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

func run(messages, out string, check bool) error {
	texts, err := labelled(messages)
	if err != nil {
		return fmt.Errorf("read labelled messages: %w", err)
	}
	more, err := harmless()
	if err != nil {
		return fmt.Errorf("read lessons of the knowledge base: %w", err)
	}
	texts = append(texts, more...)
	if check {
		leaveOut(texts)
		return nil
	}
	return os.WriteFile(out, opinion.Fit(lessons(texts)).Encode(), 0o644)
}

// A text is a message and the kind of red flag that it is, if any.
type text struct {
	file   string
	kind   string
	words  string
	marks  *opinion.Marks
	silent bool // the rules say nothing
}

func lessons(texts []text) []opinion.Lesson {
	all := make([]opinion.Lesson, len(texts))
	for i, t := range texts {
		all[i] = opinion.Lesson{Marks: t.marks, Kind: t.kind, Plain: t.file == questions}
	}
	return all
}

// labelled reads "T0 chest<TAB>message" and "-<TAB>message" from every file.
func labelled(folder string) ([]text, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	var all []text
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for sc := bufio.NewScanner(bytes.NewReader(data)); sc.Scan(); {
			label, words, ok := strings.Cut(sc.Text(), "\t")
			if ok && !strings.HasPrefix(label, "#") {
				all = append(all, newText(setOf(filepath.Base(file)), kindOf(label), words))
			}
		}
	}
	return all, nil
}

// setOf tells messages apart that were written together: two of the files are
// halves of one set.
func setOf(file string) string {
	if file == "held.txt" {
		return "tune.txt"
	}
	return file
}

func newText(file, kind, words string) text {
	return text{file, kind, words, safety.Marks(words), !safety.RulesCheck(words).Found()}
}

// kindOf teaches the rarer groups with their neighbours.
func kindOf(label string) string {
	tier, group, _ := strings.Cut(label, " ")
	switch {
	case tier == "-":
		return ""
	case group == "condition", tier == "T3" && group != "pregnancy" && group != "youth" && group != "untrained":
		return "T3 condition"
	case group == "fatigue", group == "energy", group == "ed" && tier == "T2":
		return "T2 energy"
	case tier == "T0" && (group == "fever" || group == "other"):
		return "T1 illness"
	case group == "fever", group == "other":
		return tier + " illness"
	case group == "head" && tier == "T0":
		return "T0 neuro"
	case tier == "T1" && (group == "pregnancy" || group == "breath" || group == "stimulant"):
		return "T0 " + group
	case group == "bone" && tier == "T1":
		return "T1 injury"
	}
	return tier + " " + group
}

// harmless are the lessons of the knowledge base that no rule speaks about.
func harmless() ([]text, error) {
	known, err := knowledge.Lessons()
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	var all []text
	for _, l := range known {
		if seen[l.Text] {
			continue
		}
		seen[l.Text] = true
		if t := newText(questions, "", l.Text); t.silent {
			all = append(all, t)
		}
	}
	return all, nil
}
