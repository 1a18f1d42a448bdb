package storetest

import (
	"testing"
)

var gatewayTests = []test{
	{"a session is kept over a restart, replaced and dropped, each by its name", func(t *testing.T, o Opened) {
		s := o.Store
		put := func(name, id string, seq int64) {
			t.Helper()
			if err := s.PutGatewaySession(t.Context(), name, id, "wss://"+id, seq, noon); err != nil {
				t.Fatal(err)
			}
		}
		want := func(name, id string, seq int64) {
			t.Helper()
			url := ""
			if id != "" {
				url = "wss://" + id
			}
			gotID, gotURL, gotSeq, err := s.GatewaySession(t.Context(), name)
			if err != nil || gotID != id || gotURL != url || gotSeq != seq {
				t.Errorf("session of %s is %q at %q, %d (%v); want %q, %d", name, gotID, gotURL, gotSeq, err, id, seq)
			}
		}
		want("shard 0", "", 0)
		put("shard 0", "a", 7)
		put("shard 1", "b", 1<<40)
		if o.Reopen != nil {
			s = o.Reopen()
		}
		want("shard 0", "a", 7)
		put("shard 0", "c", 8)
		want("shard 0", "c", 8)
		put("shard 0", "", 0)
		put("shard 0", "", 0) // dropping none is no error
		want("shard 0", "", 0)
		want("shard 1", "b", 1<<40)
	}},
}
