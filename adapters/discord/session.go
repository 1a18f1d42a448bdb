package discord

import (
	"context"
	"time"
)

// session is what a connection is resumed with, by this process or the next: a
// restart begins none anew, and hears what was said while nobody listened.
type session struct {
	id  string
	url string // where to resume it
	seq int64  // of the last event that was stored
}

// keepEvery is how often a session that goes on is kept. What came after it is
// sent once more when the process was killed, and known by its delivery id.
const keepEvery = 3 * time.Second

// restore takes up the session of an earlier process. Without it a new one is
// begun.
func (s *shard) restore(ctx context.Context) {
	id, url, seq, err := s.o.Store.GatewaySession(ctx, s.shardName(s.id))
	if err != nil {
		s.o.Log.Warn("discord session not restored", "shard", s.id, "error", err)
		return
	}
	s.session = session{id: id, url: url, seq: seq}
	s.kept = s.session
}

// keepNowAndThen keeps a new session at once, and how far it has come every few
// seconds.
func (s *shard) keepNowAndThen(ctx context.Context) {
	if s.session.id != s.kept.id || time.Since(s.keptAt) >= keepEvery {
		s.keep(ctx)
	}
}

// keep stores the session, and forgets one that has ended. While a message waits
// for its file, how far it has come stays where it was: the message is not
// stored yet.
func (s *shard) keep(ctx context.Context) {
	now := s.session
	if s.fetching.Load() > 0 && now.id == s.kept.id {
		now.seq = s.kept.seq
	}
	if now == s.kept {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), storeTime)
	defer cancel()
	if err := s.o.Store.PutGatewaySession(ctx, s.shardName(s.id), now.id, now.url, now.seq, s.o.Now()); err != nil {
		s.o.Log.Warn("discord session not kept", "shard", s.id, "error", err)
		return
	}
	s.kept, s.keptAt = now, time.Now()
}
