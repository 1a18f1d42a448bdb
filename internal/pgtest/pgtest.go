// Package pgtest lends tests and benchmarks a PostgreSQL server of their own.
//
// It starts the machine's own programs (Debian's package postgresql) on a
// temporary folder, reached by a socket in that folder and by nothing else.
// PostgreSQL refuses to run as root: then it runs as postgres or nobody, who own
// the folder. The server and the folder end with the test binary, however that
// ends: a shell between the two watches a pipe that only the binary holds open.
// [Server.Halt] and [Server.Resume] are a server that goes away in the middle of
// everything and comes back.
//
// Where the programs are missing a test is skipped, and fails when CI=true.
package pgtest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Server is a server that starts when the first test asks for a database. Its
// zero value is ready; a test binary has one and stops it in TestMain.
type Server struct {
	// Durable has every commit wait for the disk, as in production: for
	// benchmarks. Tests that kill only clients do without.
	Durable bool

	start  sync.Once
	failed error
	dir    string
	rope   io.WriteCloser // takes the shell's words; the server ends when it is closed
	ended  chan error
	made   atomic.Int64 // databases
	used   chan string  // and those that are free again
}

// errMissing says that the machine has no PostgreSQL programs.
var errMissing = errors.New("no PostgreSQL programs on this machine (Debian: apt-get install postgresql)")

// Database makes an empty database and returns its address, which ends with the
// test.
func (s *Server) Database(tb testing.TB) string {
	tb.Helper()
	err := s.Start(tb.Context())
	if errors.Is(err, errMissing) && os.Getenv("CI") != "true" {
		tb.Skip(err)
	}
	if err != nil {
		tb.Fatal(err)
	}
	name := s.take(tb)
	tb.Cleanup(func() { s.giveBack(tb, name) })
	return s.address(name)
}

// Start starts the server, unless it runs.
func (s *Server) Start(ctx context.Context) error {
	s.start.Do(func() {
		s.used = make(chan string, 64)
		s.failed = s.begin(ctx)
	})
	if s.failed != nil {
		return fmt.Errorf("start a PostgreSQL server: %w", s.failed)
	}
	return nil
}

// Create makes an empty database that stays until the server stops.
func (s *Server) Create(ctx context.Context) (address string, err error) {
	name := fmt.Sprintf("made%d", s.made.Add(1))
	return s.address(name), s.run(ctx, "postgres", "CREATE DATABASE "+name)
}

// Halt ends the server as a crash does, every connection with it, and keeps its
// files.
func (s *Server) Halt(ctx context.Context) error { return s.tell(ctx, "halt", false) }

// Resume starts a halted server on its files, and returns when it answers.
func (s *Server) Resume(ctx context.Context) error { return s.tell(ctx, "resume", true) }

// tell gives the shell a word and waits until the server answers, or does not.
func (s *Server) tell(ctx context.Context, word string, up bool) error {
	if _, err := io.WriteString(s.rope, word+"\n"); err != nil {
		return fmt.Errorf("%s the server: %w", word, err)
	}
	if up {
		return s.answers(ctx)
	}
	for {
		conn, err := pgx.Connect(ctx, s.address("postgres"))
		if err != nil {
			return ctx.Err()
		}
		conn.Close(ctx)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// take is the name of an empty database: making one costs half a second, so
// that those of earlier tests are used again.
func (s *Server) take(tb testing.TB) string {
	tb.Helper()
	select {
	case name := <-s.used:
		return name
	default:
	}
	name := fmt.Sprintf("test%d", s.made.Add(1))
	s.command(tb, "postgres", "CREATE DATABASE "+name)
	return name
}

// giveBack empties a database, whoever is still connected.
func (s *Server) giveBack(tb testing.TB, name string) {
	s.command(tb, name, `
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
DROP SCHEMA public CASCADE;
CREATE SCHEMA public`)
	select {
	case s.used <- name:
	default:
	}
}

// Stop ends the server, if there is one, and removes its files.
func (s *Server) Stop() {
	if s.rope == nil {
		return
	}
	s.rope.Close()
	<-s.ended
	os.RemoveAll(s.dir)
}

func (s *Server) command(tb testing.TB, database, sql string) {
	tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := s.run(ctx, database, sql); err != nil {
		tb.Fatal(err)
	}
}

func (s *Server) run(ctx context.Context, database, sql string) error {
	conn, err := pgx.Connect(ctx, s.address(database))
	if err == nil {
		defer conn.Close(ctx)
		_, err = conn.Exec(ctx, sql)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", sql, err)
	}
	return nil
}

func (s *Server) address(database string) string {
	q := url.Values{"host": {s.dir}, "user": {owner}, "sslmode": {"disable"}}
	return "postgres:///" + database + "?" + q.Encode()
}

// owner is the server's superuser.
const owner = "tandem"

func (s *Server) begin(ctx context.Context) error {
	bin, err := programs()
	if err != nil {
		return err
	}
	// A socket's path has room for about a hundred letters.
	parent := os.TempDir()
	if len(parent) > 60 {
		parent = "/tmp"
	}
	if s.dir, err = os.MkdirTemp(parent, "tandem-pg"); err != nil {
		return err
	}
	if err := s.launch(ctx, bin); err != nil {
		return errors.Join(err, os.RemoveAll(s.dir))
	}
	return nil
}

func (s *Server) launch(ctx context.Context, bin string) error {
	attr, err := unprivileged(s.dir)
	if err != nil {
		return err
	}
	data := filepath.Join(s.dir, "data")
	made := exec.CommandContext(ctx, filepath.Join(bin, "initdb"), "-D", data, "-U", owner, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
	made.Dir, made.SysProcAttr = s.dir, attr
	if out, err := made.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	settings := []string{"-D", data, "-k", s.dir, "-c", "listen_addresses=", "-c", "max_connections=200"}
	if !s.Durable {
		settings = append(settings, "-c", "fsync=off", "-c", "full_page_writes=off")
	}
	const watch = `
"$0" "$@" & pid=$!
while read word; do
	case $word in
	halt) kill -QUIT $pid; wait $pid ;;
	resume) "$0" "$@" & pid=$! ;;
	esac
done
kill -INT $pid; wait $pid; rm -rf "$TANDEM_PG_FOLDER"`
	server := exec.Command("sh", append([]string{"-c", watch, filepath.Join(bin, "postgres")}, settings...)...)
	server.Dir, server.SysProcAttr = s.dir, attr
	server.Env = append(os.Environ(), "TANDEM_PG_FOLDER="+s.dir)
	var said strings.Builder
	server.Stdout, server.Stderr = &said, &said
	if s.rope, err = server.StdinPipe(); err != nil {
		return err
	}
	if err := server.Start(); err != nil {
		return err
	}
	s.ended = make(chan error, 1)
	go func() { s.ended <- server.Wait() }()
	if err := s.answers(ctx); err != nil {
		s.rope.Close()
		<-s.ended
		return fmt.Errorf("%w\n%s", err, said.String())
	}
	return nil
}

// answers returns when the server takes connections.
func (s *Server) answers(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, s.address("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the server does not answer: %w", err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// programs is the folder of initdb and postgres, of the newest version there is.
func programs() (string, error) {
	var folders []string
	for _, pattern := range []string{"/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/pgsql-*/bin"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			return "", err
		}
		folders = append(folders, found...)
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		folders = append(folders, filepath.Dir(path))
	}
	for i := len(folders) - 1; i >= 0; i-- {
		if _, err := exec.LookPath(filepath.Join(folders[i], "postgres")); err == nil {
			return folders[i], nil
		}
	}
	return "", errMissing
}
