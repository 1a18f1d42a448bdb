package app

import (
	"context"
	"fmt"

	"tandem/bot"
	"tandem/coach"
	"tandem/internal/config"
	"tandem/scheduler"
)

// members knows who of a workspace opted in to its digest.
type members interface {
	TeamMembers(ctx context.Context, platform, workspace string) ([]coach.AthleteID, error)
}

// teams are the configured teams and where their members are found.
type teams struct {
	all   []config.Team
	store members
}

func teamName(t config.Team) string { return t.Platform + "/" + t.Workspace }

// plans is what the scheduler needs to know of the teams.
func (t teams) plans() []scheduler.Team {
	var out []scheduler.Team
	for _, team := range t.all {
		out = append(out, scheduler.Team{Name: teamName(team), Zone: team.Zone})
	}
	return out
}

// digest posts the week of the team that a delivery names.
func (t teams) digest(ctx context.Context, r *bot.Router, d scheduler.Delivery) error {
	for _, team := range t.all {
		if teamName(team) != d.Text {
			continue
		}
		who, err := t.store.TeamMembers(ctx, team.Platform, team.Workspace)
		if err != nil {
			return fmt.Errorf("look up team: %w", err)
		}
		return r.Digest(ctx, bot.Team{Platform: team.Platform, Workspace: team.Workspace, Channel: team.Channel}, who, d.Key)
	}
	return bot.Skip("the team is no longer configured")
}
