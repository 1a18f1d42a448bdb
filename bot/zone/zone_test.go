package zone_test

import (
	"testing"
	"time"

	"tandem/bot/zone"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Berlin", "Europe/Berlin"},
		{"europe/berlin", "Europe/Berlin"},
		{"new york", "America/New_York"},
		{"NYC", "America/New_York"},
		{" Buenos Aires ", "America/Argentina/Buenos_Aires"},
		{"US/Eastern", "US/Eastern"},
		{"sao paulo", "America/Sao_Paulo"},
		{"kathm", "Asia/Kathmandu"},
		{"utc", "UTC"},
	} {
		got, ok := zone.Find(tt.text)
		if !ok || got != tt.want {
			t.Errorf("Find(%q) = %q, %v; want %q", tt.text, got, ok, tt.want)
		}
	}
}

func TestFind_DoesNotGuess(t *testing.T) {
	for _, text := range []string{"", "san", "a", "Atlantis", "the gym", "America"} {
		if got, ok := zone.Find(text); ok {
			t.Errorf("Find(%q) = %q, want none", text, got)
		}
	}
}

func TestEveryZoneLoads(t *testing.T) {
	for _, name := range zone.Search("", 1000) {
		if _, err := time.LoadLocation(name); err != nil {
			t.Error(err)
		}
	}
}
