// Package app is the command line and the wiring: it builds the rooms from the
// configuration and joins what must not know each other.
//
// One file holds one subcommand. Each takes its arguments and the process's
// streams and returns an error or nil: [Main] turns that into the exit code (0
// done, 1 failed, 2 wrong usage). Results go to standard output, everything
// else to standard error.
package app

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
)

// Process is what a subcommand may use of its process.
type Process struct {
	In  *os.File
	Out io.Writer
	Err io.Writer
	Now func() time.Time // nil = the machine's clock
}

// command is a subcommand. Its run gets the arguments after its word.
type command struct {
	word  string
	usage string
	does  string
	run   func(ctx context.Context, p Process, args []string) error
}

// commands are the subcommands in the order of help.
func commands() []command {
	return []command{
		{"run", "[--config FILE] [--db FILE]", "run the coach; without a platform configured, a chat in the terminal (the default)", run},
		{"ask", "[--json] [--config FILE] [QUESTION]", "answer one question, or one per line of standard input", ask},
		{"simulate", "[--json] FILE", "play scripted days under a virtual clock (- reads standard input)", simulate},
		{"doctor", "[--json] [--config FILE] [--db FILE]", "check everything, and print the fix for each fault", doctor},
		{"manifest", "slack|discord [--config FILE]", "print the Slack app manifest, or Discord's commands and install links", manifest},
		{"questions", "[--db FILE] [--config FILE]", "what could not be answered, most frequent first", questions},
		{"import", "[--db FILE] [--user NAME] [--other-units] FILE...", "read training from another app's file", importFiles},
		{"export", "[--db FILE] [--user NAME] [--out FOLDER]", "write out all that is kept of one person", export},
		{"backup", "[--db FILE] FILE", "write a consistent copy of the database while it runs", backup},
		{"migrate", "[--db FILE]", "bring the database to this version's schema", migrate},
		{"version", "", "print the version", version},
		{"healthcheck", "[--config FILE]", "exit 0 if the running coach is healthy (for containers)", healthcheck},
		{"help", "[COMMAND]", "this text, or one command's", help},
	}
}

// errUsage marks an error of the command line itself.
var errUsage = errors.New("wrong usage")

// usage is an error about how a command was called.
func usage(format string, args ...any) error {
	return fmt.Errorf("%w: %s", errUsage, fmt.Sprintf(format, args...))
}

// Main runs the command line and returns the exit code.
func Main(ctx context.Context, p Process, args []string) int {
	word := "run"
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		word, args = args[0], args[1:]
	} else if len(args) > 0 && slices.Contains([]string{"-h", "--help", "-help"}, args[0]) {
		word, args = "help", args[1:]
	} else if len(args) > 0 && slices.Contains([]string{"-v", "--version", "-version"}, args[0]) {
		word, args = "version", args[1:]
	}
	for _, c := range commands() {
		if c.word == word {
			return exit(p, word, c.run(ctx, p, args))
		}
	}
	return exit(p, word, usage("there is no command %q; `tandem help` lists them", word))
}

func exit(p Process, word string, err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, flag.ErrHelp):
		_ = help(context.Background(), p, []string{word})
		return 0
	case errors.Is(err, errUsage):
		fmt.Fprintf(p.Err, "tandem: %s\n", strings.TrimPrefix(err.Error(), errUsage.Error()+": "))
		return 2
	case errors.Is(err, errReported):
		return 1
	}
	fmt.Fprintf(p.Err, "tandem: %s\n", strings.ReplaceAll(err.Error(), "\n", "; "))
	return 1
}

// errReported says that the failure is told already.
var errReported = errors.New("reported")

// parse reads a command's flags, wherever they stand among its words.
func parse(fs *flag.FlagSet, args []string) (words []string, err error) {
	fs.SetOutput(io.Discard)
	for {
		if err := fs.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, usage("%v; `tandem help %s` shows how", err, fs.Name())
		}
		if fs.NArg() == 0 {
			return words, nil
		}
		ended := len(args) > fs.NArg() && args[len(args)-fs.NArg()-1] == "--"
		if ended {
			return append(words, fs.Args()...), nil
		}
		words, args = append(words, fs.Arg(0)), fs.Args()[1:]
	}
}

func help(_ context.Context, p Process, args []string) error {
	if len(args) > 0 {
		for _, c := range commands() {
			if c.word == args[0] {
				fmt.Fprintf(p.Out, "tandem %s %s\n  %s\n", c.word, c.usage, c.does)
				return nil
			}
		}
		return usage("there is no command %q; `tandem help` lists them", args[0])
	}
	fmt.Fprint(p.Out, "Tandem is a coach in chat for people who both lift and run.\n\nUsage: tandem [COMMAND]\n\n")
	for _, c := range commands() {
		fmt.Fprintf(p.Out, "  %-12s %s\n", c.word, c.does)
	}
	fmt.Fprintln(p.Out, "`tandem help COMMAND` shows its flags. Settings: config.example.toml.")
	return nil
}
