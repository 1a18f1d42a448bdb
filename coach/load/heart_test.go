package load

import "testing"

func TestHeartRateFormulas(t *testing.T) {
	near(t, "maximum at 30", MaxHeartRate(30), 187, 1e-9)
	near(t, "maximum at 40", MaxHeartRate(40), 180, 1e-9)
	near(t, "maximum at 60", MaxHeartRate(60), 166, 1e-9)
	tests := []struct{ rest, maximum, share, want float64 }{
		{60, 187, .70, 148.9}, {60, 190, .40, 112}, {60, 190, .59, 136.7}, {50, 180, .60, 128}, {50, 180, .89, 165.7}, {60, 180, .70, 144},
	}
	for _, tt := range tests {
		near(t, "Karvonen", Karvonen(tt.rest, tt.maximum, tt.share), tt.want, 1e-9)
	}
}

func TestHeartClasses(t *testing.T) {
	for rate, want := range map[float64]HeartClass{60: VeryLight, 99: Light, 112: ModerateH, 137: ModerateH, 138: Vigorous, 176: Vigorous, 177: NearMax, 190: NearMax} {
		if got, ok := ClassByReserve(rate, 60, 190); !ok || got != want {
			t.Errorf("%v of 60 to 190 by reserve: %q, %v, want %q", rate, got, ok, want)
		}
	}
	for rate, want := range map[float64]HeartClass{110: VeryLight, 114: Light, 128: ModerateH, 153: ModerateH, 154: Vigorous, 191: Vigorous, 192: NearMax, 200: NearMax} {
		if got, ok := ClassByMax(rate, 200); !ok || got != want {
			t.Errorf("%v of 200: %q, %v, want %q", rate, got, ok, want)
		}
	}
	if _, ok := ClassByReserve(150, 190, 60); ok {
		t.Error("a rest above the maximum is no heart")
	}
	if _, ok := ClassByMax(210, 200); ok {
		t.Error("a rate above the maximum is not classified")
	}
}
