package chart

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tandem/coach/load"
	"tandem/coach/training"
)

var update = flag.Bool("update", false, "rewrite the golden pictures")

func TestPictures(t *testing.T) {
	upTo := func(data LoadData, change func(*LoadData)) LoadData { change(&data); return data }
	lift := func(data LiftData, change func(*LiftData)) LiftData { change(&data); return data }
	tests := []struct {
		name string
		load *LoadData
		lift *LiftData
		says []string // words of the alt text
	}{
		{name: "load-four-weeks", load: ptr(weeks(28)), says: []string{"1 to 28 March 2027", "lifting", "running", "other 480", "building 28/42", "of 25"}},
		{name: "load-six-weeks", load: ptr(weeks(42)), says: []string{"1 March to 11 April 2027", "Fitness 209, fatigue 349 now."}},
		{name: "load-first-week", load: ptr(weeks(7)), says: []string{"shown from 14 days: building 7/42"}},
		{name: "load-first-day", load: ptr(weeks(1)), says: []string{"1 March 2027", "on 1 day", "One check-in"}},
		{name: "load-nothing", load: &LoadData{}, says: []string{"nothing to show yet"}},
		{name: "load-no-check-ins", load: ptr(upTo(weeks(21), func(d *LoadData) {
			for i := range d.Days {
				d.Days[i].CheckIn, d.Days[i].Other = 0, 0
			}
		})), says: []string{"No check-ins."}},
		{name: "load-check-ins-alone", load: ptr(upTo(weeks(10), func(d *LoadData) {
			for i := range d.Days {
				d.Days[i].Lift, d.Days[i].Run, d.Days[i].Other = 0, 0, 0
			}
		})), says: []string{"No load logged."}},
		{name: "load-huge", load: ptr(upTo(weeks(200), func(d *LoadData) { d.Days[150].Run = 14400 })), says: []string{"Highest day: 29 July 2027 with 14,520"}},
		{name: "lift-season", lift: ptr(bench(30)), says: []string{"Bench Press", "30 sessions", "latest 102 kg", "best 107.5 kg on"}},
		{name: "lift-pounds", lift: ptr(lift(bench(9), func(d *LiftData) { d.Units = training.Imperial })), says: []string{" lb"}},
		{name: "lift-one-session", lift: ptr(bench(1)), says: []string{"One session, 1 March 2027: 92 kg"}},
		{name: "lift-nothing", lift: &LiftData{Exercise: "Back Squat"}, says: []string{"nothing to estimate from yet"}},
		{name: "lift-flat", lift: &LiftData{Exercise: "Back Squat", Points: []LiftPoint{{start, 140, false}, {start.Add(7), 140, false}, {start.Add(14), 140, true}}}, says: []string{"best 140 kg (less sure) on 15 March 2027"}},
		{name: "lift-long-name", lift: ptr(lift(bench(400), func(d *LiftData) {
			d.Exercise = "Bulgarian Split Squat, front foot elevated, with safety bar and chains 🏋️ スクワット"
		})), says: []string{"スクワット"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var data []byte
			var alt string
			var err error
			if tt.load != nil {
				data, alt, err = Load(*tt.load)
			} else {
				data, alt, err = Lift(*tt.lift)
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, words := range tt.says {
				if !strings.Contains(alt, words) {
					t.Errorf("alt text %q does not say %q", alt, words)
				}
			}
			if len(alt) > 1000 {
				t.Errorf("alt text of %d bytes: chats take 1,000", len(alt))
			}
			compare(t, filepath.Join("testdata", tt.name+".png"), data)
		})
	}
}

func ptr[T any](v T) *T { return &v }

// compare holds a picture against its golden one. Edges may differ by a shade
// between machines, so a few pixels may be off.
func compare(t *testing.T, golden string, data []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v (run the tests with -update and look at the picture)", err)
	}
	a, b := decode(t, data), decode(t, want)
	if a.Bounds() != image.Rect(0, 0, Width, Height) || a.Bounds() != b.Bounds() {
		t.Fatalf("size %v, golden %v, want %d×%d", a.Bounds(), b.Bounds(), Width, Height)
	}
	if p, ok := a.(*image.Paletted); !ok || !p.Opaque() {
		t.Fatal("the picture is not opaque, or not stored by palette")
	}
	if bytes.Equal(data, want) {
		return
	}
	off := 0
	for y := range Height {
		for x := range Width {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if far(r1, r2) || far(g1, g2) || far(b1, b2) {
				off++
			}
		}
	}
	if off > Width*Height/2000 {
		t.Errorf("%d pixels differ from %s; if that is meant, run the tests with -update and look at it", off, golden)
	}
}

// far reports whether two channel values of 16 bits differ visibly.
func far(a, b uint32) bool { return max(a, b)-min(a, b) > 24*0x101 }

func decode(t *testing.T, data []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestLoad_ShowsFitnessFromFourteenDays(t *testing.T) {
	for days, shown := range map[int]bool{13: false, 14: true} {
		data := weeks(days)
		_, alt, err := Load(data)
		if err != nil {
			t.Fatal(err)
		}
		without := data
		without.Balance = nil
		a, _, _ := Load(data)
		b, _, _ := Load(without)
		if strings.Contains(alt, "fatigue 228") != shown || bytes.Equal(a, b) == shown {
			t.Errorf("%d days: shown %v, alt %q", days, !bytes.Equal(a, b), alt)
		}
	}
}

func TestLoad_IgnoresABalanceOfAnotherLength(t *testing.T) {
	data := weeks(28)
	data.Balance = append(data.Balance, load.Balance{})
	if _, alt, err := Load(data); err != nil || strings.Contains(alt, "Fitness 1") {
		t.Errorf("%q, %v", alt, err)
	}
}

func TestPicturesAreTheSameEveryTime(t *testing.T) {
	a, _, _ := Load(weeks(28))
	b, _, _ := Load(weeks(28))
	if !bytes.Equal(a, b) {
		t.Error("two pictures of one thing differ")
	}
}

func TestTicks(t *testing.T) {
	tests := []struct {
		low, high float64
		steps     int
		want      string
	}{
		{0, 600, 3, "0 200 400 600"}, {0, 601, 3, "0 250 500 750"}, {0, 14400, 3, "0 5,000 10,000 15,000"},
		{92.3, 108, 4, "90 95 100 105 110"}, {0, 0, 3, "0 0.5 1"}, {137.2, 142.8, 4, "136 138 140 142 144"},
	}
	for _, tt := range tests {
		var got []string
		for _, v := range ticks(tt.low, tt.high, tt.steps) {
			got = append(got, number(v))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("ticks from %v to %v: %s, want %s", tt.low, tt.high, s, tt.want)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	data := weeks(28)
	for b.Loop() {
		if _, _, err := Load(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLift(b *testing.B) {
	data := bench(60)
	for b.Loop() {
		if _, _, err := Lift(data); err != nil {
			b.Fatal(err)
		}
	}
}

// What came before the first session is not known, and not drawn as zero.
func TestLoad_DrawsNoFitnessBeforeTheFirstSession(t *testing.T) {
	data := weeks(28)
	early := make([]Day, 7)
	for i := range early {
		early[i].Date = data.Days[0].Date.Add(i - 7)
	}
	data.Days = append(early, data.Days...)
	zero, wild := data, data
	zero.Balance = append(make([]load.Balance, 7), data.Balance...)
	wild.Balance = append([]load.Balance{{Fitness: 90}, {Fitness: 20}, {Fitness: 70}, {}, {Fitness: 10}, {}, {Fitness: 50}}, data.Balance...)
	a, _, _ := Load(zero)
	b, _, _ := Load(wild)
	if !bytes.Equal(a, b) {
		t.Error("the line begins before the first session")
	}
}
