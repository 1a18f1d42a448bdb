package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"log/slog"
)

// One attribute joins the log lines of a message from its acceptance to its
// reply, or of a delivery from its claim to its sending: it travels in the
// context, and the log's handler adds it to every line (see [Trace]).

type traceKey struct{}

// WithTrace has log lines under the context say what they are about.
func WithTrace(ctx context.Context, about slog.Attr) context.Context {
	return context.WithValue(ctx, traceKey{}, about)
}

// Trace is what log lines under the context are about; false = nothing known.
func Trace(ctx context.Context) (slog.Attr, bool) {
	about, ok := ctx.Value(traceKey{}).(slog.Attr)
	return about, ok
}

// About names a message in the logs: always the same, also after a restart. It
// is derived from the platform's delivery id, which can hold more than a log
// should.
func About(m Message) slog.Attr {
	sum := sha256.Sum256([]byte(m.From.Platform + "|" + m.ID))
	return slog.String("message", hex.EncodeToString(sum[:6]))
}
