package slack

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	slackgo "github.com/slack-go/slack"

	"tandem/bot"
	"tandem/coach"
)

// Install is the app in one workspace, or on a whole enterprise when Team is
// empty. Its token lies in the store sealed.
type Install struct {
	Enterprise string `json:"enterprise,omitempty"`
	Team       string `json:"team,omitempty"`
	Name       string `json:"name,omitempty"` // of the workspace
	BotUser    string `json:"bot_user"`
	Scopes     string `json:"scopes,omitempty"`
	Token      string `json:"token"`
}

func (i Install) workspace() string {
	if i.Team == "" {
		return i.Enterprise
	}
	return i.Team
}

// introduce asks Slack who the one bot token belongs to. It tries on while Slack
// cannot be reached.
func (a *Adapter) introduce(ctx context.Context) error {
	for tries := 0; ; tries++ {
		who, err := a.client(a.o.BotToken).AuthTestContext(ctx)
		if err == nil {
			i := Install{Enterprise: who.EnterpriseID, Team: who.TeamID, Name: who.Team, BotUser: who.UserID, Token: a.o.BotToken}
			a.mu.Lock()
			a.installs[i.Team], a.installs[""] = i, i
			a.mu.Unlock()
			a.o.Log.InfoContext(ctx, "slack connected", "team", i.Team, "mode", a.o.Mode)
			return nil
		}
		var said slackgo.SlackErrorResponse
		if errors.As(err, &said) {
			return fmt.Errorf("slack.bot_token is refused (%s): install the app again and copy the new token", said.Err)
		}
		a.o.Log.WarnContext(ctx, "slack not reached; trying on", "error", err)
		if err := a.o.Wait(ctx, min(time.Second<<min(tries, 6), time.Minute)); err != nil {
			return nil // told to stop
		}
	}
}

// install returns the app's installation in a workspace, or an error that says
// it is gone.
func (a *Adapter) install(ctx context.Context, workspace string) (Install, error) {
	if i := a.known(workspace); i.Token != "" {
		return i, nil
	}
	if a.o.BotToken != "" {
		return Install{Team: workspace, Token: a.o.BotToken}, nil
	}
	enterprise, team, sealed, err := a.o.Store.Install(ctx, workspace, workspace)
	if errors.Is(err, coach.ErrNotFound) {
		return Install{}, fmt.Errorf("workspace %s: %w", workspace, bot.ErrGone)
	}
	if err != nil {
		return Install{}, fmt.Errorf("load installation: %w", err)
	}
	record, err := a.seal.open(sealed, enterprise+"/"+team)
	if err != nil {
		return Install{}, fmt.Errorf("token of workspace %s cannot be read with slack.token_key: %w", workspace, err)
	}
	var i Install
	if err := json.Unmarshal(record, &i); err != nil {
		return Install{}, fmt.Errorf("read installation: %w", err)
	}
	a.mu.Lock()
	a.installs[workspace] = i
	a.mu.Unlock()
	return i, nil
}

// known is what is in memory of a workspace.
func (a *Adapter) known(workspace string) Install {
	a.mu.Lock()
	defer a.mu.Unlock()
	if i, ok := a.installs[workspace]; ok {
		return i
	}
	if a.o.BotToken != "" {
		return a.installs[""]
	}
	return Install{}
}

// forget drops a workspace from memory: the next call looks in the store again.
func (a *Adapter) forget(workspace string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.o.BotToken == "" {
		delete(a.installs, workspace)
	}
}

// keep stores an installation, its token sealed.
func (a *Adapter) keep(ctx context.Context, i Install) error {
	record, err := json.Marshal(i)
	if err != nil {
		return fmt.Errorf("write installation: %w", err)
	}
	sealed, err := a.seal.close(record, i.Enterprise+"/"+i.Team)
	if err != nil {
		return err
	}
	if err := a.o.Store.PutInstall(ctx, i.Enterprise, i.Team, sealed, a.o.Now()); err != nil {
		return fmt.Errorf("keep installation: %w", err)
	}
	a.mu.Lock()
	a.installs[i.workspace()] = i
	a.mu.Unlock()
	return nil
}
