package storetest

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os/exec"
	"testing"
)

// AcceptForever accepts one message after the other and writes the id of each
// to out as soon as it is acknowledged. It is what a child process of
// [SurvivesKill] does until it is killed.
func AcceptForever(ctx context.Context, s Store, out io.Writer) error {
	for i := 0; ; i++ {
		m := said(fmt.Sprintf("m%d", i), "hello")
		if _, err := s.Accept(ctx, m); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(out, m.ID); err != nil {
			return err
		}
	}
}

// SurvivesKill starts children that accept for ever, kills each in the middle
// (SIGKILL) and looks whether all that it acknowledged is there.
//
// child returns a command that runs AcceptForever on a new store; reopen opens
// the store of the last child.
func SurvivesKill(t *testing.T, child func(t *testing.T) *exec.Cmd, reopen func(t *testing.T) Store) {
	for _, after := range []int{1, 7, 40, 150, 400} {
		t.Run(fmt.Sprintf("after %d", after), func(t *testing.T) {
			acknowledged := killAfter(t, child(t), after)
			s := reopen(t)
			for _, id := range acknowledged {
				if fresh, err := s.Accept(t.Context(), said(id, "hello")); err != nil || fresh {
					t.Errorf("message %s was acknowledged and is lost (%v)", id, err)
				}
			}
			// One more may have been stored and not yet acknowledged.
			if n := stats(t, s).Waiting; n > len(acknowledged)+1 {
				t.Errorf("%d messages wait, %d were acknowledged", n, len(acknowledged))
			}
		})
	}
}

// killAfter runs the command until it has written n lines, kills it, and
// returns every whole line that it wrote.
func killAfter(t *testing.T, cmd *exec.Cmd, n int) (lines []string) {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Wait() // its error says that it was killed
	read := bufio.NewReader(out)
	for {
		line, err := read.ReadString('\n')
		if err != nil {
			break // a cut-off line is not an acknowledgement
		}
		if lines = append(lines, line[:len(line)-1]); len(lines) == n {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(lines) < n {
		t.Fatalf("the child ended after %d of %d lines", len(lines), n)
	}
	return lines
}
