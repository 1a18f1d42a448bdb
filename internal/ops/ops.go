// Package ops tells whoever runs the coach how it is: /healthz (the process is
// alive), /readyz (it can do its work) and /metrics, on a port of its own.
//
// Nothing here holds an athlete's words, names or answers: only counts and
// times. A metric is told through [Metrics], which the other rooms see as a
// small interface of their own.
package ops

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Check is one thing that must be so for the coach to be ready. It returns what
// is wrong, or nil.
type Check struct {
	Name string
	Ask  func(ctx context.Context) error
}

// Server answers health, readiness and metrics.
type Server struct {
	listen  string
	checks  []Check
	metrics *Metrics
	log     *slog.Logger
}

// New returns a server for the address; Run starts it.
func New(listen string, m *Metrics, log *slog.Logger, checks ...Check) *Server {
	return &Server{listen: listen, checks: checks, metrics: m, log: log}
}

// Run serves until ctx ends. A port that is taken is an error: two coaches on
// one machine want two ports.
func (s *Server) Run(ctx context.Context) error {
	l, err := net.Listen("tcp", s.listen)
	if err != nil {
		return fmt.Errorf("listen for health checks (ops.listen): %w", err)
	}
	srv := &http.Server{Handler: s.Handler(), ReadHeaderTimeout: 5 * time.Second, MaxHeaderBytes: 8 << 10}
	stop := context.AfterFunc(ctx, func() {
		closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		_ = srv.Shutdown(closing) // a scrape that is cut off is asked again
	})
	defer stop()
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve health checks: %w", err)
	}
	return nil
}

// Handler answers the three paths.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /readyz", s.ready)
	mux.Handle("GET /metrics", promhttp.HandlerFor(s.metrics.registry, promhttp.HandlerOpts{}))
	return mux
}

// ready names each check with what is wrong with it.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	found := make([]error, len(s.checks))
	var asking sync.WaitGroup
	for i, c := range s.checks {
		asking.Go(func() { found[i] = c.Ask(ctx) })
	}
	asking.Wait()
	said := map[string]string{}
	status := http.StatusOK
	for i, c := range s.checks {
		said[c.Name] = "ok"
		if found[i] != nil {
			said[c.Name] = found[i].Error()
			status = http.StatusServiceUnavailable
		}
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(said); err != nil {
		s.log.Debug("write readiness", "error", err)
	}
}
