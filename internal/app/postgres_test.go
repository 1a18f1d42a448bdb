package app_test

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"tandem/internal/pgtest"
)

// TestScriptsOnPostgres runs the command line on a PostgreSQL database, a fresh
// one a script, whose address comes from the environment.
func TestScriptsOnPostgres(t *testing.T) {
	var server pgtest.Server
	t.Cleanup(server.Stop)
	testscript.Run(t, testscript.Params{Dir: "testdata/postgres", Setup: func(e *testscript.Env) error {
		e.Setenv("HOME", e.WorkDir)
		e.Setenv("XDG_DATA_HOME", "")
		e.Setenv("TZ", "UTC")
		e.Setenv("TANDEM_STORE_URL", server.Database(t))
		return nil
	}})
}
