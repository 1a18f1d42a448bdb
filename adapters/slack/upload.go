package slack

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"

	slackgo "github.com/slack-go/slack"

	"tandem/bot"
)

// document is a file on its way to a person's direct messages.
type document struct {
	name, title, alt string
	data             []byte
}

// sendFiles sends a reply's picture and file into the person's direct messages:
// an ephemeral answer cannot carry them. Without the permission the words stand
// alone.
func (a *Adapter) sendFiles(ctx context.Context, m mail, r bot.Reply, key string) error {
	if r.Picture != nil {
		sum := sha256.Sum256([]byte(key))
		d := document{name: "tandem-" + hex.EncodeToString(sum[:6]) + ".png", title: "Your picture", alt: clip(r.Picture.Alt, 1000), data: r.Picture.PNG}
		if err := a.sendFile(ctx, m, d, key+"/picture", r.Picture.Alt); err != nil {
			return err
		}
	}
	if r.File != nil {
		d := document{name: r.File.Name, title: r.File.Name, data: r.File.Data}
		return a.sendFile(ctx, m, d, key+"/file", "The file could not be sent: the app may not upload files here. Whoever runs this coach can add the scope files:write.")
	}
	return nil
}

// sendFile uploads a file once, or says instead what stands for it.
func (a *Adapter) sendFile(ctx context.Context, m mail, d document, key, instead string) error {
	before, done, err := a.o.Store.BeginSend(ctx, key, a.o.Now())
	if err != nil {
		return fmt.Errorf("note sending: %w", err)
	}
	if done {
		return nil
	}
	err = a.uploadOnce(ctx, m, d, func(channel string) (there bool, err error) {
		if before.IsZero() {
			return false, nil
		}
		_, err = a.history(ctx, m.inst, channel, before, func(msg slackgo.Message) {
			for _, f := range msg.Files {
				there = there || f.Name == d.name && !at(msg.Timestamp).Before(before.Truncate(1e9))
			}
		})
		return there, err
	})
	if lacksScope(err) {
		a.o.Log.WarnContext(ctx, "file not sent", "error", err)
		m.page, m.key, m.update = pages(bot.Reply{Text: instead})[0], key+"/words", false
		if !m.h.direct() {
			m.h = handle{} // where the file would have been
		}
		err = a.once(ctx, m)
	}
	if errors.Is(err, bot.ErrUnknown) {
		return err
	}
	if noted := a.o.Store.EndSend(context.WithoutCancel(ctx), key, err == nil); noted != nil && err == nil {
		return fmt.Errorf("note what was sent: %w", noted)
	}
	return err
}

// uploadOnce makes the three steps, unless the file is there already: ask for an
// address, send the bytes to it, share it in the conversation.
func (a *Adapter) uploadOnce(ctx context.Context, m mail, d document, there func(channel string) (bool, error)) error {
	channel, thread := m.h.Channel, m.h.Thread
	if !m.h.direct() || m.h.URL != "" && (m.h.Ephemeral || m.h.Message == "") {
		var err error
		if channel, err = a.openDirect(ctx, m.inst, m.to.User); err != nil {
			return err
		}
		thread = ""
	}
	if done, err := there(channel); done || err != nil {
		return err
	}
	var slot *slackgo.GetUploadURLExternalResponse
	err := a.call(ctx, m.inst, "files.getUploadURLExternal", "", func(ctx context.Context, api *slackgo.Client) (err error) {
		slot, err = api.GetUploadURLExternalContext(ctx, slackgo.GetUploadURLExternalParameters{FileName: d.name, FileSize: len(d.data), AltTxt: d.alt})
		return err
	})
	if err != nil {
		return harmless(err)
	}
	err = a.call(ctx, m.inst, "files.upload", "", func(ctx context.Context, api *slackgo.Client) error {
		return api.UploadToURL(ctx, slackgo.UploadToURLParameters{UploadURL: slot.UploadURL, Reader: bytes.NewReader(d.data), Filename: d.name})
	})
	if err != nil {
		return harmless(err)
	}
	return a.call(ctx, m.inst, "files.completeUploadExternal", channel, func(ctx context.Context, api *slackgo.Client) error {
		_, err := api.CompleteUploadExternalContext(ctx, slackgo.CompleteUploadExternalParameters{
			Files: []slackgo.FileSummary{{ID: slot.FileID, Title: d.title}}, Channel: channel, ThreadTimestamp: thread})
		return err
	})
}

// harmless: until the last step nobody sees anything, so an unknown outcome of
// the first two is the same as a failure.
func harmless(err error) error {
	if errors.Is(err, bot.ErrUnknown) {
		return fmt.Errorf("upload: %s", err)
	}
	return err
}

// maxFile is how large a file may be that somebody sends to the coach.
const maxFile = 20 << 20

// fetch downloads a file that came with a direct message. Where that is no use,
// instead says why in words for the person; an error is worth another try.
func (a *Adapter) fetch(ctx context.Context, p bot.Person, f sharedFile) (file *bot.File, instead string, err error) {
	if f.Size > maxFile {
		return nil, "That file is larger than 20 MB, which I don't read. Export a shorter time, please.", nil
	}
	inst, err := a.install(ctx, p.Workspace)
	if err != nil {
		return nil, "", err
	}
	if f.URL == "" || a.ours(f.URL) != nil {
		return nil, "I can only read files that lie in Slack itself. Upload it here, please.", nil
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, f.URL, nil)
	if err != nil {
		return nil, "", fmt.Errorf("fetch file: %w", err)
	}
	req.Header.Set("Authorization", "Bearer "+inst.Token)
	res, err := a.o.HTTP.Do(req)
	if err != nil {
		return nil, "", verdict("fetch file", err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(io.LimitReader(res.Body, maxFile+1))
	switch {
	case err != nil:
		return nil, "", fmt.Errorf("fetch file: %w", err)
	case res.StatusCode >= 500:
		return nil, "", fmt.Errorf("fetch file: %s", res.Status)
	case res.StatusCode != http.StatusOK || len(data) > maxFile || isPage(data):
		a.o.Log.WarnContext(ctx, "file not fetched; is the scope files:read granted?", "status", res.StatusCode)
		return nil, "I may not read files here: the app lacks the permission. Whoever runs this coach can add the scope files:read and install the app again.", nil
	}
	return &bot.File{Name: f.Name, Data: data}, "", nil
}

// isPage: without the scope files:read Slack leads to its sign-in page, or
// answers with it.
func isPage(data []byte) bool {
	return bytes.HasPrefix(bytes.ToLower(bytes.TrimSpace(data)), []byte("<!doctype html"))
}
