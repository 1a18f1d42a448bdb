package app_test

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"tandem/internal/app"
)

// TestMain lets the test binary stand in for the program, so that scripts and
// crash tests run it as a process of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"tandem": func() {
			os.Exit(app.Main(context.Background(), app.Process{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Now: jumping()}, os.Args[1:]))
		},
	})
}

// clockFile names the file that says how far the program's clock is off.
const clockFile = "TANDEM_TEST_CLOCK"

// jumping is a clock that is off by what a file says, nil where there is none.
func jumping() func() time.Time {
	path := os.Getenv(clockFile)
	if path == "" {
		return nil
	}
	return func() time.Time {
		text, err := os.ReadFile(path)
		if err != nil {
			panic(err)
		}
		off, err := time.ParseDuration(string(text))
		if err != nil {
			panic(err)
		}
		return time.Now().Add(off)
	}
}

// TestScripts runs the command line as its users do.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", Cmds: scriptCommands, Setup: func(e *testscript.Env) error {
		e.Setenv("HOME", e.WorkDir)
		e.Setenv("XDG_DATA_HOME", "")
		e.Setenv("TZ", "UTC")
		return nil
	}})
}
