package discord

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"tandem/bot"
)

// acknowledge says that an answer will come.
func (e *ear) acknowledge(i interaction, kind int, x *exchange) {
	answer := callback{Type: kind}
	if kind == answerLater {
		answer.Data = later{Flags: ephemeral(!i.private())}
	}
	run := func(ctx context.Context) {
		x.err = e.call(ctx, i, answer)
		close(x.acked)
	}
	if !e.soon(run) {
		x.err = errNotAcknowledged
		close(x.acked)
	}
}

// tell answers an interaction at once, to the person alone.
func (e *ear) tell(i interaction, text string) {
	m := notice(text)
	m.Flags |= ephemeral(!i.private())
	e.soon(func(ctx context.Context) {
		_ = e.call(ctx, i, callback{Type: answerMessage, Data: m}) // counted there
	})
}

func ephemeral(yes bool) int {
	if yes {
		return flagEphemeral
	}
	return 0
}

// callback is the first answer to an interaction.
type callback struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`
}

type later struct {
	Flags int `json:"flags,omitempty"`
}

// others is how often somebody else may have answered first before it is plain
// that a second process has the token.
const others = 3

// call gives the first answer. Discord forgets the interaction after three
// seconds; then the answer becomes a direct message.
func (a *Adapter) call(ctx context.Context, i interaction, c callback) error {
	q := request{method: http.MethodPost, url: discordgo.EndpointInteractionResponse(i.ID, i.Token), lane: "callback " + i.ID,
		body: c, interaction: true, hurry: true}
	_, err := a.rest.do(ctx, q)
	again := errors.Is(err, bot.ErrUnknown)
	if again {
		_, err = a.rest.do(ctx, q)
	}
	switch {
	case err == nil:
		return nil
	case hasCode(err, codeAcknowledged):
		if !again && !i.Replayed && a.twice.add() >= others {
			a.fail(errors.New("another process answers with the same Discord token; stop it, or reset the token in the developer portal"))
		}
		return nil
	case hasCode(err, codeUnknownInteraction):
		a.late.Add(1)
	}
	a.o.Log.WarnContext(ctx, "interaction not answered", "answer", c.Type, "error", err)
	return err
}

// suggest completes an option while it is typed.
func (e *ear) suggest(ctx context.Context, i interaction) {
	choices := []choice{}
	var data commandData
	if e.desk != nil && json.Unmarshal(i.Data, &data) == nil {
		what, prefix := completed(data)
		found, err := e.desk.Suggest(ctx, person(i.from().ID), what, prefix, maxChoices)
		if err != nil {
			e.o.Log.WarnContext(ctx, "no suggestions", "error", err)
		}
		for _, s := range found {
			choices = append(choices, suggestion(what, s, e.o.Now()))
		}
	}
	_ = e.call(ctx, i, callback{Type: answerSuggests, Data: suggestions{choices}}) // counted there
}

type suggestions struct {
	Choices []choice `json:"choices"`
}

type choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// suggestion shows a zone with the time that it is there.
func suggestion(what, s string, now time.Time) choice {
	c := choice{Name: clip(s, maxChoice), Value: clip(s, maxChoice)}
	if loc, err := time.LoadLocation(s); what == "zone" && err == nil {
		c.Name = clip(strings.ReplaceAll(s, "_", " ")+", it is "+now.In(loc).Format("15:04"), maxChoice)
	}
	return c
}
