package discordfake

import (
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Fault is answered instead of doing what was asked, once.
type Fault struct {
	Match     string // method and the beginning of the path: "POST /channels/"
	Status    int
	Body      string
	Header    map[string]string
	Delivered bool // it is done nevertheless
	Hang      bool // the connection is cut without an answer
	Hold      bool // no answer comes; the caller waits until it gives up or is killed
}

type limit struct {
	match     string
	most      int
	per       time.Duration
	remaining map[string]int
	reset     map[string]time.Time
}

// Break answers the next matching request with a fault.
func (s *Server) Break(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, &f)
}

// Mend takes back the faults that have not happened yet.
func (s *Server) Mend() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

func (s *Server) fault(at string) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range s.faults {
		if strings.HasPrefix(at, f.Match) {
			s.faults = append(s.faults[:i:i], s.faults[i+1:]...)
			return f
		}
	}
	return nil
}

func (f *Fault) write(w http.ResponseWriter, r *http.Request) {
	if f.Hold {
		<-r.Context().Done()
		return
	}
	if f.Hang {
		panic(http.ErrAbortHandler)
	}
	for k, v := range f.Header {
		w.Header().Set(k, v)
	}
	w.WriteHeader(f.Status)
	_, _ = io.WriteString(w, f.Body)
}

// Limit allows matching requests so many times in a while, each path for itself.
func (s *Server) Limit(match string, most int, per time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limits = append(s.limits, &limit{match, most, per, map[string]int{}, map[string]time.Time{}})
}

func (s *Server) limited(w http.ResponseWriter, at string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, l := range s.limits {
		if !strings.HasPrefix(at, l.match) {
			continue
		}
		now := s.now()
		if !now.Before(l.reset[at]) {
			l.reset[at], l.remaining[at] = now.Add(l.per), l.most
		}
		after := l.reset[at].Sub(now).Seconds()
		h := w.Header()
		h.Set("X-RateLimit-Limit", strconv.Itoa(l.most))
		h.Set("X-RateLimit-Bucket", l.match)
		h.Set("X-RateLimit-Reset-After", fmt.Sprintf("%.3f", after))
		if l.remaining[at] == 0 {
			h.Set("X-RateLimit-Remaining", "0")
			h.Set("X-RateLimit-Scope", "user")
			w.WriteHeader(429)
			answer(w, map[string]any{"message": "You are being rate limited.", "retry_after": after, "global": false})
			return true
		}
		l.remaining[at]--
		h.Set("X-RateLimit-Remaining", strconv.Itoa(l.remaining[at]))
		return false
	}
	return false
}
