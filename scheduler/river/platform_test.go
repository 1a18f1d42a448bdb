package river_test

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// platform is the sending side of the tests: it takes one line a connection and
// answers it. It shows one message a key, as chat platforms do.
type platform struct {
	t       *testing.T
	ear     net.Listener
	members []*os.Process

	mu       sync.Mutex
	here     *sync.Cond   // somebody new has come
	came     map[int]bool // members that said anything
	requests int
	tries    map[string][]int // attempts before, of every request of a key
	accepted map[string]bool
	killed   map[int]bool
	strikes  []strike
}

// strike is what befalls a process when the platform has heard so many requests
// and the next one comes from it.
type strike struct {
	after  int
	member int
	signal syscall.Signal
	pause  time.Duration // until SIGCONT; 0 = for ever
}

func openPlatform(t *testing.T, strikes ...strike) *platform {
	t.Helper()
	ear, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ear.Close() })
	p := &platform{t: t, came: map[int]bool{}, ear: ear, tries: map[string][]int{}, accepted: map[string]bool{}, killed: map[int]bool{}, strikes: strikes}
	p.here = sync.NewCond(&p.mu)
	go func() {
		for {
			conn, err := ear.Accept()
			if err != nil {
				return // closed
			}
			go p.serve(conn)
		}
	}()
	return p
}

// serve answers one request: "MEMBER sent KEY ATTEMPTS" or "MEMBER accepted ID".
func (p *platform) serve(conn net.Conn) {
	defer conn.Close()
	line, err := bufio.NewReader(conn).ReadString('\n')
	if err != nil {
		return // killed before it had said anything
	}
	words := strings.Fields(line)
	if p.take(words) {
		fmt.Fprintln(conn, "ok")
	}
}

// take records a request; false = its sender is dead. Nothing is sent before all
// members are there.
func (p *platform) take(words []string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	member, _ := strconv.Atoi(words[0])
	p.came[member] = true
	p.here.Broadcast()
	for words[1] == "sent" && len(p.came) < len(p.members) {
		p.here.Wait()
	}
	switch words[1] {
	case "sent":
		before, _ := strconv.Atoi(words[3])
		p.tries[words[2]] = append(p.tries[words[2]], before)
		p.requests++
	case "accepted":
		p.accepted[words[2]] = true
	}
	for i, s := range p.strikes {
		if s.member != member || p.requests <= s.after || words[1] != "sent" {
			continue
		}
		p.strikes = append(p.strikes[:i:i], p.strikes[i+1:]...)
		victim := p.members[member]
		if err := victim.Signal(s.signal); err != nil {
			p.t.Errorf("signal process %d: %v", member, err)
		}
		if s.pause > 0 {
			time.AfterFunc(s.pause, func() { _ = victim.Signal(syscall.SIGCONT) })
		}
		if s.signal == syscall.SIGKILL {
			p.killed[member] = true
		}
		return !p.killed[member]
	}
	return true
}

// shown is how many messages of a prefix a person would have seen.
func (p *platform) shown(prefix string) (n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for key := range p.tries {
		if strings.HasPrefix(key, prefix) {
			n++
		}
	}
	return n
}

// say sends a line to the platform and waits for its answer.
func say(address, line string) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := fmt.Fprintln(conn, line); err != nil {
		return err
	}
	_, err = bufio.NewReader(conn).ReadString('\n')
	return err
}
