package slack

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	slackgo "github.com/slack-go/slack"
)

// Installing by OAuth v2. The state is made for one browser: it is signed with
// the client secret, holds a moment and a random part, and the browser brings
// the same random part back in a cookie.

const (
	stateLife   = 10 * time.Minute // as long as Slack's code
	stateCookie = "tandem_install"
)

// startInstall sends the browser to Slack.
func (e *ear) startInstall(w http.ResponseWriter, r *http.Request) {
	nonce := base64.RawURLEncoding.EncodeToString(randomBytes(18))
	http.SetCookie(w, &http.Cookie{Name: stateCookie, Value: nonce, Path: "/slack/", MaxAge: int(stateLife.Seconds()),
		HttpOnly: true, Secure: strings.HasPrefix(e.o.PublicURL, "https://"), SameSite: http.SameSiteLaxMode})
	q := url.Values{"client_id": {e.o.ClientID}, "scope": {strings.Join(wantedScopes(), ",")}, "state": {e.state(nonce, e.o.Now())},
		"redirect_uri": {e.redirectURL()}}
	http.Redirect(w, r, e.authorizeURL()+"?"+q.Encode(), http.StatusFound)
}

// finishInstall takes the browser back, and Slack's code for a token.
func (e *ear) finishInstall(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	cookie, err := r.Cookie(stateCookie)
	if err != nil || !e.proves(q.Get("state"), cookie.Value) {
		e.say(w, http.StatusForbidden, "This install link is not valid any more", "Start again at "+e.o.PublicURL+"/slack/install, in one browser, within ten minutes.")
		return
	}
	http.SetCookie(w, &http.Cookie{Name: stateCookie, Path: "/slack/", MaxAge: -1})
	if q.Get("error") != "" || q.Get("code") == "" {
		e.say(w, http.StatusOK, "Not installed", "Slack says: "+q.Get("error")+". Nothing was kept.")
		return
	}
	i, err := e.redeem(r.Context(), q.Get("code"))
	if err != nil {
		e.o.Log.ErrorContext(r.Context(), "install failed", "error", err)
		e.say(w, http.StatusBadGateway, "Not installed", "Slack did not give a token for this install. Start again; if it stays so, check client_id and client_secret.")
		return
	}
	e.o.Log.InfoContext(r.Context(), "slack app installed", "team", i.Team, "enterprise", i.Enterprise)
	e.say(w, http.StatusOK, "Tandem is installed", "Open Slack, find Tandem under Apps, and say hello.")
}

func (e *ear) redeem(ctx context.Context, authCode string) (Install, error) {
	got, err := slackgo.GetOAuthV2ResponseContext(ctx, e.o.HTTP, e.o.ClientID, e.o.ClientSecret, authCode, e.redirectURL(), slackgo.OAuthOptionAPIURL(e.o.API))
	if err != nil {
		return Install{}, fmt.Errorf("exchange the code: %w", err)
	}
	i := Install{Enterprise: got.Enterprise.ID, Team: got.Team.ID, Name: got.Team.Name, BotUser: got.BotUserID, Scopes: got.Scope, Token: got.AccessToken}
	if got.IsEnterpriseInstall {
		i.Team, i.Name = "", got.Enterprise.Name
	}
	if i.Token == "" || i.workspace() == "" {
		return Install{}, fmt.Errorf("the answer names no workspace or no token")
	}
	if err := e.keep(ctx, i); err != nil {
		return Install{}, err
	}
	return i, e.installed(ctx, i)
}

func (e *ear) redirectURL() string { return strings.TrimSuffix(e.o.PublicURL, "/") + "/slack/oauth" }

// authorizeURL is beside the Web API, at Slack and at a stand-in.
func (e *ear) authorizeURL() string {
	return strings.TrimSuffix(strings.TrimSuffix(e.o.API, "/"), "/api") + "/oauth/v2/authorize"
}

// state is "moment.nonce.signature".
func (e *ear) state(nonce string, now time.Time) string {
	head := strconv.FormatInt(now.Unix(), 10) + "." + nonce
	return head + "." + e.sign(head)
}

func (e *ear) sign(head string) string {
	mac := hmac.New(sha256.New, []byte(e.o.ClientSecret))
	mac.Write([]byte("install state " + head))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

func (e *ear) proves(state, nonce string) bool {
	parts := strings.Split(state, ".")
	if len(parts) != 3 || nonce == "" || parts[1] != nonce || !hmac.Equal([]byte(parts[2]), []byte(e.sign(parts[0]+"."+parts[1]))) {
		return false
	}
	seconds, err := strconv.ParseInt(parts[0], 10, 64)
	age := e.o.Now().Sub(time.Unix(seconds, 0))
	return err == nil && age >= 0 && age <= stateLife
}

func (e *ear) say(w http.ResponseWriter, status int, title, words string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "default-src 'none'")
	w.WriteHeader(status)
	fmt.Fprintf(w, "<!doctype html><meta name=viewport content='width=device-width'><title>%[1]s</title><h1>%[1]s</h1><p>%[2]s</p>\n", html.EscapeString(title), html.EscapeString(words))
}

func randomBytes(n int) []byte {
	b := make([]byte, n)
	rand.Read(b) // never fails
	return b
}
