package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tandem/coach"
)

// data gives the athlete everything that is kept of them, or erases it.
func (t *talk) data(ctx context.Context, rest string) ([]Reply, error) {
	word, after := firstWord(rest)
	switch word {
	case "export":
		return t.export(ctx, after)
	case "erase", "delete":
		return t.erase(ctx, after)
	}
	r := say("`data export` sends you everything I keep of you. `data erase` deletes it for good.")
	r.Buttons = []Button{{Label: "Export", Command: "data export"}, {Label: "Erase", Command: "data erase", Danger: true}}
	return one(r), nil
}

func (t *talk) export(ctx context.Context, format string) ([]Reply, error) {
	accounts, err := Accounts(ctx, t.tx, t.a.ID)
	if err != nil {
		return nil, err
	}
	files, err := t.Coach.Export(ctx, t.tx, t.a, accounts, t.now)
	if err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	var replies []Reply
	for _, f := range files {
		if format != "" && !strings.HasSuffix(f.Name, "."+format) {
			continue
		}
		r := say("Everything I keep of you: " + f.Says + ".")
		r.File = &File{Name: f.Name, Data: f.Data}
		replies = append(replies, r)
	}
	if len(replies) == 0 {
		return one(say(refuse("format", format, "json or csv"))), nil
	}
	return replies, nil
}

// Accounts names where an athlete talks from, for the export.
func Accounts(ctx context.Context, tx Tx, id coach.AthleteID) (names []string, err error) {
	to, err := tx.Addresses(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("load addresses: %w", err)
	}
	for _, a := range to {
		names = append(names, a.Person.String())
	}
	return names, nil
}

// erase deletes everything, after a second press.
func (t *talk) erase(ctx context.Context, rest string) ([]Reply, error) {
	if rest != "everything" {
		return one(Reply{Kind: Answer, Text: "This deletes your log, check-ins, settings and consent. It cannot be taken back. Shall I?",
			Buttons: []Button{{Label: "Erase everything", Command: "data erase everything", Danger: true}, {Label: "Keep it", Command: "settings"},
				{Label: "Export first", Command: "data export"}}}), t.offer(ctx, "data erase everything", "settings")
	}
	if err := t.tx.Erase(ctx, t.a.ID); err != nil {
		return nil, fmt.Errorf("erase: %w", err)
	}
	r := say("Done: everything I had of you is gone. If you write again, we start as strangers. Take care.")
	r.Erased = true
	return one(r), nil
}

func (t *talk) privacy(ctx context.Context, _ string) ([]Reply, error) {
	text := "What I keep: your settings, and only after your yes: training, recovery and notes, each as you choose. " +
		"It lies in the database of whoever runs this coach. Nobody but you gets your answers: admins see nothing of yours, who runs it sees counts. " +
		"A question I can't answer is kept without your name. `data export` sends you everything, `data erase` deletes it."
	if t.a.Consent.Given {
		lines, err := t.consentLines(ctx)
		if err != nil {
			return nil, err
		}
		text += "\n" + strings.Join(lines, "\n") + "\n`consent` shows the text you agreed to, and changes it."
	}
	r := say(text)
	r.Buttons = []Button{{Label: "Export", Command: "data export"}, {Label: "Erase", Command: "data erase", Danger: true}}
	return one(r), nil
}

// receive reads a file from another app and shows what is in it. Nothing is
// kept before Import is pressed.
func (t *talk) receive(ctx context.Context, f File) ([]Reply, error) {
	return t.withConsent(ctx, coach.Training, "help", func() ([]Reply, error) {
		p, err := t.Coach.Preview(ctx, t.tx, t.a, f.Name, f.Data, t.now)
		if err != nil {
			return one(say(sentence(err.Error()) + "\nNothing was imported.")), nil
		}
		if p.Draft == "" {
			return one(say(p.Text)), nil
		}
		if err := t.tx.PutDraft(ctx, t.a.ID, "import:"+p.Key, p.Draft, t.now); err != nil {
			return nil, fmt.Errorf("keep preview: %w", err)
		}
		r := say(p.Text)
		r.Buttons = []Button{{Label: "Import", Command: "import do " + p.Key, Primary: true}}
		if p.Other != "" {
			r.Buttons = append(r.Buttons, Button{Label: "Import as " + p.Other, Command: "import other " + p.Key})
		}
		r.Buttons = append(r.Buttons, Button{Label: "Leave it", Command: "import drop " + p.Key})
		return one(r), nil
	})
}

// importCommand does what a preview offered, or takes an import back.
func (t *talk) importCommand(ctx context.Context, rest string) ([]Reply, error) {
	word, key := firstWord(rest)
	switch word {
	case "":
		return one(say("Send me the file in a direct message: Strong, Hevy, Fitbod, Strava, Garmin CSV, FIT, GPX or TCX.")), nil
	case "drop":
		return one(say("Left as it is. Nothing was imported.")), nil
	case "undo":
		n, err := t.Coach.UndoImport(ctx, t.tx, t.a, key)
		if err != nil {
			return nil, fmt.Errorf("undo import: %w", err)
		}
		return one(say("Taken back: " + count(n, "session") + ".")), nil
	}
	draft, err := t.tx.Draft(ctx, t.a.ID, "import:"+key)
	if errors.Is(err, coach.ErrNotFound) {
		return one(say("That preview is gone. Send the file again, please.")), nil
	}
	if err != nil {
		return nil, fmt.Errorf("load preview: %w", err)
	}
	done, err := t.Coach.Import(ctx, t.tx, t.a, key, draft, word == "other", t.now)
	if err != nil {
		return nil, fmt.Errorf("import: %w", err)
	}
	r := say(done)
	r.Buttons = []Button{{Label: "Undo", Command: "import undo " + key}}
	return one(r), nil
}
