package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"tandem/coach"
	"tandem/coach/safety"
	"tandem/coach/training"
)

// talk is one message being handled: the transaction it works in, who said it,
// and when. It lives as long as that transaction.
type talk struct {
	*Router
	tx  Tx
	a   coach.Athlete
	m   Message
	now time.Time
	key string // derives ids: handling the message again makes the same ones
	heard

	instants []training.Instant // that were named
}

// heard is a message's words, and whether they raise an alarm. Listening needs
// no transaction, so that nobody waits for it.
type heard struct {
	text string
	flag safety.Flag
}

func (r *Router) listen(m Message) heard {
	text := m.Text
	switch {
	case m.Excess || m.Press != "" || m.File != nil || !spokenTo(m):
		return heard{}
	case m.Form != "":
		text = FormLine(m.Form, m.Values)
	}
	text = strings.TrimSpace(text)
	return heard{text, r.Coach.Screen(text)}
}

// handle answers one stored message in one transaction, which also keeps the
// replies.
func (r *Router) handle(ctx context.Context, s Stored) (replies []Reply, err error) {
	h := r.listen(s.Message)
	err = r.Store.Update(ctx, func(tx Tx) error {
		replies, err = r.handleIn(ctx, tx, s, h)
		return err
	})
	return replies, err
}

func (r *Router) handleIn(ctx context.Context, tx Tx, s Stored, h heard) (replies []Reply, err error) {
	now := r.Now()
	id, fresh, err := tx.Who(ctx, s.Message.From, now)
	if err != nil {
		return nil, fmt.Errorf("look up person: %w", err)
	}
	a, err := tx.Athlete(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("load athlete: %w", err)
	}
	if s.Message.Server != "" {
		if err := tx.MetIn(ctx, s.Message.From, s.Message.Server); err != nil {
			return nil, err
		}
	}
	t := &talk{Router: r, tx: tx, a: a, m: s.Message, now: now, key: s.Message.From.Platform + "|" + s.Message.ID, heard: h}
	if replies, err = t.respond(ctx, fresh); err != nil {
		return nil, err
	}
	if replies, err = t.shorten(ctx, replies); err != nil {
		return nil, err
	}
	replies = t.withInstants(replies)
	return replies, tx.Answered(ctx, s.Seq, replies)
}

// respond decides what a message is. Safety comes first, whatever it is.
func (t *talk) respond(ctx context.Context, fresh bool) ([]Reply, error) {
	m := t.m
	switch {
	case m.Excess:
		if m.Crowded {
			return one(say(tooMany)), nil
		}
		return one(say(tooMuch)), nil
	case m.Press != "":
		return t.press(ctx)
	case m.File != nil:
		return t.receive(ctx, *m.File)
	case !spokenTo(m):
		return nil, nil
	}
	if t.flag.Found() && !t.onlyFigures(t.text) {
		return t.redFlag(ctx, t.flag, t.text)
	}
	replies, err := t.understand(ctx, t.text, fresh)
	if err != nil {
		return nil, err
	}
	return t.mendReach(ctx, replies)
}

// onlyFigures reports whether a flagged text is a log line whose exercises and
// figures made it look like an alarm ("weird machine 3x10 40kg"): the whole line
// is understood, and neither its notes nor a name new to the coach is flagged.
func (t *talk) onlyFigures(text string) bool {
	c, rest, ok := commandNamed(text)
	if !ok || c.word != "log" {
		return false
	}
	entry, err := training.Parse(rest, training.Context{Now: t.now, Zone: t.a.Location(), Units: t.a.Units})
	if err != nil || entry.Question != nil {
		return false
	}
	words := entry.Unknown
	for _, s := range entry.Sessions {
		words = append(words, s.Note)
	}
	for _, w := range words {
		if t.Coach.Screen(w).Found() {
			return false
		}
	}
	return true
}

// understand reads text that raises no alarm: a command, the answer to an open
// question, a workout told in passing, or a question.
func (t *talk) understand(ctx context.Context, text string, fresh bool) ([]Reply, error) {
	if text == "" {
		return t.help(ctx, "")
	}
	if strings.HasPrefix(text, "/") {
		return t.slash(ctx, text)
	}
	if replies, handled, err := t.openQuestion(ctx, text); handled || err != nil {
		return replies, err
	}
	if c, rest, ok := bareCommand(text); ok {
		return c.run(t, ctx, rest)
	}
	if line, ok := phraseMeans(text); ok {
		if c, rest, known := commandNamed(line); known {
			return c.run(t, ctx, rest)
		}
	}
	if t.a.Hold.Tier != "" && saysCleared.MatchString(text) {
		return t.askCleared(ctx)
	}
	if answers, ok := bareAnswers(text); ok && t.a.Consent.Given {
		return t.checkIn(ctx, answers)
	}
	if replies, handled, err := t.correct(ctx, text); handled || err != nil {
		return replies, err
	}
	if line, ok := training.LooksLikeLog(text); ok {
		return t.offerLog(ctx, line)
	}
	if t.tellsHow(text) {
		return one(howAreYou(t.a.Hold)), nil
	}
	return t.ask(ctx, text, fresh)
}

// slash runs a command that was typed as one.
func (t *talk) slash(ctx context.Context, text string) ([]Reply, error) {
	word, rest := firstWord(strings.TrimPrefix(text, "/"))
	if word == "coach" || word == "tandem" {
		if rest == "" {
			return t.help(ctx, "")
		}
		if c, r, ok := commandNamed(rest); ok {
			return c.run(t, ctx, r)
		}
		return t.understand(ctx, strings.TrimPrefix(rest, "/"), false)
	}
	if c, r, ok := commandNamed(word + " " + rest); ok {
		return c.run(t, ctx, r)
	}
	return t.unknownCommand(ctx, word, rest)
}

// press runs what a button stands for. A button carries no athlete: whoever
// presses it acts on their own data only, so a stranger's press harms nobody.
func (t *talk) press(ctx context.Context) ([]Reply, error) {
	command := t.m.Press
	if key, ok := strings.CutPrefix(command, "draft "); ok {
		words, err := t.tx.Draft(ctx, t.a.ID, key)
		if errors.Is(err, coach.ErrNotFound) {
			return one(say("That button is from another day or another person's message. Type it again and I'll take it from there.")), nil
		}
		if err != nil {
			return nil, err
		}
		command = words
	}
	if c, rest, ok := commandNamed(command); ok {
		return c.run(t, ctx, rest)
	}
	return one(say("That button is from an older version of me. `help` shows what works now.")), nil
}

// mendReach tells somebody whom a reminder could not reach, at their next word.
func (t *talk) mendReach(ctx context.Context, replies []Reply) ([]Reply, error) {
	ok, err := t.tx.IsReachable(ctx, t.m.From)
	if ok || err != nil {
		return replies, err
	}
	if err := t.tx.Reachable(ctx, t.m.From, true); err != nil {
		return nil, err
	}
	return append(replies, say("I could not write to you lately: your direct messages were closed to me. Please allow messages from me (or from members of the server we share). Your check-ins go on from the next one.")), nil
}

// maxCommand is how long a button's command may be on every platform.
const maxCommand = 90

// shorten swaps the commands that are too long to travel in a button for drafts.
func (t *talk) shorten(ctx context.Context, replies []Reply) ([]Reply, error) {
	for i := range replies {
		for j := range replies[i].Buttons {
			b := &replies[i].Buttons[j]
			if len(b.Command) <= maxCommand {
				continue
			}
			sum := sha256.Sum256([]byte(b.Command))
			key := hex.EncodeToString(sum[:8])
			if err := t.tx.PutDraft(ctx, t.a.ID, key, b.Command, t.now); err != nil {
				return nil, fmt.Errorf("keep draft: %w", err)
			}
			b.Command = "draft " + key
		}
	}
	return replies, nil
}

func say(text string) Reply { return Reply{Kind: Answer, Text: text} }

func one(r Reply) []Reply { return []Reply{r} }

func firstWord(text string) (word, rest string) {
	word, rest, _ = strings.Cut(strings.TrimSpace(text), " ")
	if i := strings.IndexAny(word, "\n\t"); i >= 0 {
		word, rest = word[:i], word[i:]+" "+rest
	}
	if trimmed := strings.Trim(word, ":,.!?"); trimmed != "" {
		word = trimmed
	}
	return strings.ToLower(word), strings.TrimSpace(rest)
}
