package discord

import (
	"strings"

	"github.com/bwmarrin/discordgo"
)

// groups say what the commands that have subcommands are for.
var groups = map[string]string{
	"log": "Log a session", "settings": "What is set, and how to change it", "data": "Your own data",
}

// definitions are the commands as Discord takes them.
func definitions() (out []*discordgo.ApplicationCommand) {
	byName := map[string]*discordgo.ApplicationCommand{}
	for _, s := range spokens() {
		c, ok := byName[s.path[0]]
		if !ok {
			c = newCommand(s.path[0], discordgo.ChatApplicationCommand)
			c.Description = s.does
			byName[c.Name] = c
			out = append(out, c)
		}
		opts := drawOptions(s.opts)
		if len(s.path) == 1 {
			c.Options = opts
			continue
		}
		c.Description = groups[c.Name]
		c.Options = append(c.Options, &discordgo.ApplicationCommandOption{Type: subcommand, Name: s.path[1], Description: s.does, Options: opts})
	}
	return append(out, newCommand(logThis, discordgo.MessageApplicationCommand))
}

// newCommand is usable in servers and without any, and in direct messages.
func newCommand(name string, kind discordgo.ApplicationCommandType) *discordgo.ApplicationCommand {
	return &discordgo.ApplicationCommand{Name: name, Type: kind,
		IntegrationTypes: &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall, discordgo.ApplicationIntegrationUserInstall},
		Contexts:         &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM, discordgo.InteractionContextPrivateChannel}}
}

func drawOptions(opts []option) (out []*discordgo.ApplicationCommandOption) {
	for _, o := range opts {
		d := &discordgo.ApplicationCommandOption{Type: o.kind, Name: o.name, Description: o.does, Required: o.required, Autocomplete: o.suggest != "", MaxValue: o.max}
		if o.max > 0 {
			d.MinValue = &o.min
		}
		if o.kind == text && len(o.choices) == 0 {
			d.MaxLength = maxWords
			if o.name == optNote.name {
				d.MaxLength = maxNote
			}
		}
		for _, c := range o.choices {
			d.Choices = append(d.Choices, &discordgo.ApplicationCommandOptionChoice{Name: strings.ReplaceAll(c, "_", " "), Value: c})
		}
		out = append(out, d)
	}
	return out
}
