package bot

import "sync"

// Everybody of a workspace is one crowd, and so is everybody in one channel of a
// platform without workspaces; in direct messages there everyone is alone. Crowds
// get the workers in turn: the messages of one, however many, wait behind each
// other and not in front of another's.

// crowd is whose turn a message takes.
func crowd(m Message) string {
	switch p := m.From; {
	case p.Workspace != "":
		return p.Platform + "/" + p.Workspace
	case m.Channel != "":
		return p.Platform + "//" + m.Channel
	default:
		return p.String()
	}
}

// turns lets so many work at a time, crowd by crowd, and within a crowd in the
// order of coming.
type turns struct {
	mu    sync.Mutex
	free  int
	lines map[string][]chan struct{} // who waits, by crowd
	next  []string                   // crowds that wait, each once
}

func newTurns(n int) *turns { return &turns{free: n, lines: map[string][]chan struct{}{}} }

// enter returns when it is the caller's turn; leave ends it.
func (t *turns) enter(of string) {
	t.mu.Lock()
	if t.free > 0 {
		t.free--
		t.mu.Unlock()
		return
	}
	if len(t.lines[of]) == 0 {
		t.next = append(t.next, of)
	}
	mine := make(chan struct{})
	t.lines[of] = append(t.lines[of], mine)
	t.mu.Unlock()
	<-mine
}

// tryEnter takes a turn if one is free.
func (t *turns) tryEnter() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.free == 0 {
		return false
	}
	t.free--
	return true
}

func (t *turns) leave() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.next) == 0 {
		t.free++
		return
	}
	of := t.next[0]
	line := t.lines[of]
	close(line[0])
	t.next = t.next[1:]
	if len(line) == 1 {
		delete(t.lines, of)
		return
	}
	t.lines[of] = line[1:]
	t.next = append(t.next, of)
}
