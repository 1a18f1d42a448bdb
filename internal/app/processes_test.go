package app_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"tandem/adapters/slack/slackfake"
	"tandem/bot"
	"tandem/coach"
	"tandem/internal/pgtest"
	"tandem/scheduler"
	"tandem/store/postgres"
)

// TestTwoProcesses_OneIsKilled: the program itself, twice, on one PostgreSQL
// database and one Slack workspace. A herd is due; one process is killed while
// its message is on the way, Slack having taken it. Everybody gets what they
// asked for, once.
func TestTwoProcesses_OneIsKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for a lease of the killed process to end")
	}
	t.Parallel()
	program := filepath.Join(t.TempDir(), "tandem")
	if out, err := exec.Command("go", "build", "-o", program, "tandem").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	var server pgtest.Server
	t.Cleanup(server.Stop)
	db := server.Database(t)
	clock := slackfake.NewClock(time.Now())
	workspace := slackfake.New(t, clock, nil)
	go keepTime(t, clock)
	const people = 40
	store := herdDue(t, db, people, time.Now())
	first := startOnSlack(t, program, workspace, db, 5)
	second := startOnSlack(t, program, workspace, db, 0)

	allEnded(t, store, people)
	if err := second.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := second.cmd.Wait(); err != nil {
		t.Errorf("the second process: %v\n%s", err, second.log)
	}
	if err := first.cmd.Wait(); err == nil || !strings.Contains(err.Error(), "killed") {
		t.Errorf("the first process was not killed: %v\n%s", err, first.log)
	}
	for i := range people {
		got := workspace.Messages(fmt.Sprint("U", i))
		if len(got) != 1 {
			t.Errorf("person %d got %d messages, want 1", i, len(got))
		}
	}
	t.Logf("%d messages by the one that was killed, %d by the other", first.sent.Load(), second.sent.Load())
}

// keepTime lets the workspace's clock go with ours until the test ends.
func keepTime(t *testing.T, clock *slackfake.Clock) {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	last := time.Now()
	for {
		select {
		case <-t.Context().Done():
			return
		case now := <-tick.C:
			clock.Advance(now.Sub(last))
			last = now
		}
	}
}

// herdDue has half of the people want a check-in and the others a reminder after
// training, all at one moment.
func herdDue(t *testing.T, db string, people int, at time.Time) *postgres.Store {
	t.Helper()
	st, err := postgres.Open(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	now := time.Now()
	err = st.Update(t.Context(), func(tx bot.Tx) error {
		for i := range people {
			id, _, err := tx.Who(t.Context(), bot.Person{Platform: "slack", Workspace: slackfake.Team, User: fmt.Sprint("U", i)}, now)
			if err != nil {
				return err
			}
			a := coach.Athlete{ID: id, Zone: "UTC", SetUp: true, Consent: coach.Consent{Given: true, Version: coach.ConsentVersion, At: now}}
			if i%2 == 0 {
				a.Reminders.CheckIn = "07:00"
			} else {
				a.Reminders.AfterSession = true
				err = tx.PutFollowUp(t.Context(), id, coach.FollowUp{Key: "refuel:x", Kind: "refuel", Due: at, Text: "Time to refuel."})
			}
			if err != nil {
				return err
			}
			if err := tx.SaveAthlete(t.Context(), a); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := scheduler.New(scheduler.Config{Store: st, Now: time.Now}).Step(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := st.Pool().Exec(t.Context(), `UPDATE plans SET due = $1, day = $2`, at.UnixMilli(), at.UTC().Format(time.DateOnly)); err != nil {
		t.Fatal(err)
	}
	return st
}

// allEnded returns when so many deliveries are done.
func allEnded(t *testing.T, st *postgres.Store, want int) {
	t.Helper()
	deadline := time.Now().Add(5 * time.Minute)
	for {
		var ended int
		if err := st.Pool().QueryRow(t.Context(), `SELECT count(*) FROM outbox WHERE ended IS NOT NULL`).Scan(&ended); err != nil {
			t.Fatal(err)
		}
		if ended == want {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d of %d deliveries are done", ended, want)
		}
		select {
		case <-t.Context().Done():
			return
		case <-time.After(200 * time.Millisecond):
		}
	}
}

// onSlack is the program at work in a workspace.
type onSlack struct {
	cmd  *exec.Cmd
	log  *bytes.Buffer
	sent atomic.Int64 // messages that Slack took from it
}

// startOnSlack starts the program as it is installed. It finds Slack through a
// proxy, under a certificate of the test's; last, if not 0, is the message after
// whose arrival it is killed, before it hears that it arrived.
func startOnSlack(t *testing.T, program string, workspace *slackfake.Server, db string, last int64) *onSlack {
	t.Helper()
	p := &onSlack{log: &bytes.Buffer{}}
	target, err := url.Parse(workspace.API())
	if err != nil {
		t.Fatal(err)
	}
	target.Path = ""
	onward := httputil.NewSingleHostReverseProxy(target)
	onward.ModifyResponse = func(r *http.Response) error {
		if strings.HasSuffix(r.Request.URL.Path, "/chat.postMessage") && r.StatusCode == http.StatusOK && p.sent.Add(1) == last {
			_ = p.cmd.Process.Kill()
		}
		return nil
	}
	slackCom, ca := secure(t, "slack.com", onward)
	config := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(config, []byte("[ops]\nlisten = \"off\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.cmd = exec.Command(program, "run", "--config", config)
	p.cmd.Env = append(os.Environ(), "TANDEM_STORE_URL="+db, "TANDEM_SLACK_BOT_TOKEN="+slackfake.BotToken, "TANDEM_SLACK_APP_TOKEN="+slackfake.AppToken,
		"HTTPS_PROXY="+tunnel(t, slackCom), "NO_PROXY=", "SSL_CERT_FILE="+ca, "SSL_CERT_DIR="+t.TempDir(), "TZ=UTC")
	p.cmd.Stderr, p.cmd.Stdout = p.log, p.log
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.cmd.Process.Kill() })
	return p
}

// secure serves a host's name over TLS, and returns its address and the file of
// its certificate.
func secure(t *testing.T, host string, h http.Handler) (address, ca string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{host}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	ca = filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(ca, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	s := httptest.NewUnstartedServer(h)
	s.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
	s.StartTLS()
	t.Cleanup(func() { s.CloseClientConnections(); s.Close() })
	return s.Listener.Addr().String(), ca
}

// tunnel is a proxy that leads every connection to one address.
func tunnel(t *testing.T, address string) (proxy string) {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		there, err := net.Dial("tcp", address)
		if err != nil || r.Method != http.MethodConnect {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		w.WriteHeader(http.StatusOK)
		here, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			there.Close()
			return
		}
		go func() { _, _ = io.Copy(there, here); there.Close() }()
		_, _ = io.Copy(here, there)
		here.Close()
	}))
	t.Cleanup(s.Close)
	return s.URL
}
