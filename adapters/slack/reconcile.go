package slack

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	slackgo "github.com/slack-go/slack"
)

// lookBack is how many messages of a conversation are looked through for one
// whose sending had no known end.
const lookBack = 100

// delivered reports whether a message whose first try was at before is in its
// conversation, and whether anybody could look: ephemeral messages are nowhere to
// be read, and there may be no scope for it.
func (a *Adapter) delivered(ctx context.Context, m mail, before time.Time) (there, looked bool, err error) {
	channel, ok, err := a.conversation(ctx, m)
	if err != nil || !ok {
		return false, false, err
	}
	looked, err = a.history(ctx, m.inst, channel, before, func(msg slackgo.Message) {
		if msg.Metadata.EventType == metadataEvent && msg.Metadata.EventPayload["key"] == m.key {
			there = true
		}
	})
	return there, looked, err
}

// conversation is where the message would have been posted; false where such
// messages cannot be looked up.
func (a *Adapter) conversation(ctx context.Context, m mail) (channel string, ok bool, err error) {
	switch {
	case m.h.direct():
		return m.h.Channel, m.h.URL == "" || m.h.Message != "" && !m.h.Ephemeral, nil
	case m.h.Channel != "" && !m.h.Home:
		return "", false, nil // a channel: ephemeral, or public where we may not read
	}
	channel, err = a.openDirect(ctx, m.inst, m.to.User)
	if lacksScope(err) {
		a.o.Log.WarnContext(ctx, "cannot look whether a message was sent", "error", err)
		return "", false, nil
	}
	return channel, err == nil, err
}

// openDirect is the channel of a person's direct messages.
func (a *Adapter) openDirect(ctx context.Context, inst Install, user string) (channel string, err error) {
	err = a.call(ctx, inst, "conversations.open", "", func(ctx context.Context, api *slackgo.Client) error {
		c, _, _, err := api.OpenConversationContext(ctx, &slackgo.OpenConversationParameters{Users: []string{user}})
		if err == nil {
			channel = c.ID
		}
		return err
	})
	return channel, err
}

// history shows the messages of a direct conversation since a moment; looked is
// false where there is no scope for it.
func (a *Adapter) history(ctx context.Context, inst Install, channel string, since time.Time, see func(slackgo.Message)) (looked bool, err error) {
	oldest := fmt.Sprintf("%d.000000", since.Add(-time.Minute).Unix())
	err = a.call(ctx, inst, "conversations.history", "", func(ctx context.Context, api *slackgo.Client) error {
		got, err := api.GetConversationHistoryContext(ctx, &slackgo.GetConversationHistoryParameters{
			ChannelID: channel, Oldest: oldest, Limit: lookBack, IncludeAllMetadata: true})
		if err != nil {
			return err
		}
		for _, m := range got.Messages {
			see(m)
		}
		return nil
	})
	if lacksScope(err) {
		a.o.Log.WarnContext(ctx, "cannot look whether a message was sent", "error", err)
		return false, nil
	}
	return err == nil, err
}

// at is the moment of a message's ts, zero when it has none.
func at(ts string) time.Time {
	seconds, _, _ := strings.Cut(ts, ".")
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}
	}
	return time.Unix(n, 0)
}
