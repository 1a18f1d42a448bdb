package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// empty is the least a Go program can be: it waits for its input to end.
const empty = `package main

import "os"

func main() {
	os.Stdout.WriteString("here\n")
	os.Stdin.Read(make([]byte, 1))
}
`

const (
	starts   = 15
	idleTime = 3 * time.Second
)

// processes measures the program from outside, beside an empty one.
func processes(ctx context.Context, folder string) error {
	coach, least := filepath.Join(folder, "tandem"), filepath.Join(folder, "empty")
	source := filepath.Join(folder, "empty.go")
	if err := os.WriteFile(source, []byte(empty), 0o600); err != nil {
		return err
	}
	for program, from := range map[string]string{coach: ".", least: source} {
		if err := build(ctx, program, from); err != nil {
			return err
		}
	}
	db := filepath.Join(folder, "start.db")
	var cold, bare []time.Duration
	for n := range starts {
		took, _, err := start(ctx, nil, "help\n", coach, "--db", db)
		if err != nil {
			return err
		}
		least, _, err := start(ctx, nil, "", least)
		if err != nil {
			return err
		}
		if n > 0 { // the first makes the database
			cold, bare = append(cold, took), append(bare, least)
		}
	}
	row("start to the first answer, existing database", ms(quantile(cold, .5)), ms(quantile(bare, .5)), "ms", "an empty program")
	_, used, err := start(ctx, still, "help\n", coach, "--db", db)
	if err != nil {
		return err
	}
	_, usedLeast, err := start(ctx, still, "", least)
	if err != nil {
		return err
	}
	row("resident memory, idle after an answer", used.all, usedLeast.all, "MB", "an empty program")
	row("… of it not pages of the binary", used.own, usedLeast.own, "MB", "an empty program")
	size, err := megabytes(coach)
	if err != nil {
		return err
	}
	sizeLeast, err := megabytes(least)
	if err != nil {
		return err
	}
	row("binary", size, sizeLeast, "MB", "an empty program")
	return nil
}

// build makes a program as the Dockerfile does.
func build(ctx context.Context, program, from string) error {
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", program, from)
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("build %s: %w", from, err)
	}
	return nil
}

// memory is what a process holds, in MB: all, without pages of files, and the
// most it ever held.
type memory struct{ all, own, peak float64 }

// still is a process that does nothing for a while.
func still() error {
	time.Sleep(idleTime)
	return nil
}

// start runs a program until it has said its first line, and then for as long
// as idle takes. It returns how long the line took and what memory it holds then.
func start(ctx context.Context, idle func() error, line, program string, args ...string) (took time.Duration, used memory, err error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = append(os.Environ(), "HOME="+filepath.Dir(program))
	in, err := cmd.StdinPipe()
	if err != nil {
		return 0, used, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, used, err
	}
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, used, err
	}
	if _, err := in.Write([]byte(line)); err != nil {
		return 0, used, err
	}
	heard := bufio.NewScanner(out)
	if !heard.Scan() {
		return 0, used, errors.Join(fmt.Errorf("%s said nothing", program), cmd.Wait())
	}
	took = time.Since(began)
	if idle != nil {
		if err := idle(); err != nil {
			return 0, used, err
		}
		if used, err = held(cmd.Process.Pid); err != nil {
			return 0, used, err
		}
	}
	in.Close()
	for heard.Scan() {
	}
	return took, used, cmd.Wait()
}

// held reads what Linux says of a process.
func held(pid int) (m memory, err error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return m, fmt.Errorf("read memory (Linux only): %w", err)
	}
	for name, to := range map[string]*float64{"VmRSS:": &m.all, "RssAnon:": &m.own, "VmHWM:": &m.peak} {
		_, rest, _ := strings.Cut(string(data), name)
		kb, err := strconv.ParseFloat(strings.Fields(rest + " 0")[0], 64)
		if err != nil {
			return m, err
		}
		*to = kb / 1024
	}
	return m, nil
}

func megabytes(path string) (float64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return float64(info.Size()) / (1 << 20), nil
}
