package slack

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gorilla/websocket"
)

// Slack ignores an acknowledgement of 20 KB and more, payload and all.
func TestAcknowledge_TooLargeAnAnswerIsLeftOut(t *testing.T) {
	acks := make(chan map[string]any, 2)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ws, err := (&websocket.Upgrader{}).Upgrade(w, r, nil)
		if err != nil {
			return
		}
		defer ws.Close()
		for {
			var ack map[string]any
			if ws.ReadJSON(&ack) != nil {
				return
			}
			acks <- ack
		}
	}))
	defer server.Close()
	ws, _, err := websocket.DefaultDialer.DialContext(t.Context(), "ws"+strings.TrimPrefix(server.URL, "http"), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	c := &connection{ear: &ear{Adapter: &Adapter{o: Options{Log: slog.New(slog.DiscardHandler)}}}, ws: ws}
	for _, size := range []int{100, maxAck} {
		if err := c.acknowledge("e-1", strings.Repeat("x", size)); err != nil {
			t.Fatal(err)
		}
		ack := <-acks
		body, err := json.Marshal(ack)
		if err != nil {
			t.Fatal(err)
		}
		_, carried := ack["payload"]
		if ack["envelope_id"] != "e-1" || len(body) >= maxAck || carried != (size < maxAck) {
			t.Errorf("an answer of %d bytes is acknowledged with %d bytes, carried %v", size, len(body), carried)
		}
	}
}
