package transfer

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

const hevyHead = "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"

func gzipped(data []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write(data)
	_ = z.Close()
	return b.Bytes()
}

func TestFilesThatAreRefused_SayWhatWorks(t *testing.T) {
	t.Parallel()
	var zipped bytes.Buffer
	z := zip.NewWriter(&zipped)
	_, _ = z.Create("activities.csv")
	_ = z.Close()
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrEmpty},
		{"only a byte order mark", []byte("\xef\xbb\xbf \n"), ErrEmpty},
		{"a table of something else", []byte("name,price,stock\nbolt,1,2\n"), ErrUnknown},
		{"a letter", []byte("Dear coach, I ran."), ErrUnknown},
		{"a page", []byte("<html><body>login</body></html>"), ErrUnknown},
		{"JSON of something else", []byte(`{"a":1}`), ErrUnknown},
		{"JSON that is cut off", []byte(`{"schema":1,"app":"Tandem","sessions":[`), ErrBroken},
		{"a zip", zipped.Bytes(), ErrZip},
		{"too large", make([]byte, MaxBytes+1), ErrTooBig},
		{"a small file that expands past the limit", gzipped(make([]byte, MaxBytes+1)), ErrTooBig},
		{"gzip that is cut off", gzipped([]byte(hevyHead))[:20], ErrBroken},
		{"FIT that is cut off", []byte("\x0e\x10\x00\x00\xff\x00\x00\x00.FIT\x00\x00"), ErrBroken},
		{"GPX without a track", []byte(`<gpx version="1.1"></gpx>`), ErrUnknown},
		{"TCX that is cut off", []byte(`<TrainingCenterDatabase><Activities><Activity>`), ErrBroken},
		{"too many rows", []byte(hevyHead + strings.Repeat("a,,,\n", MaxRows+1)), ErrTooMany},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := Read("x", c.data, options(t))
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestNewerExport_IsRefusedWithItsVersion(t *testing.T) {
	t.Parallel()
	_, err := Read("x.json", []byte(`{"schema":99,"app":"Tandem"}`), options(t))
	if err == nil || !strings.Contains(err.Error(), "newer coach") {
		t.Errorf("got %v", err)
	}
}

func hevyRow(start, exercise, reps string) string {
	return fmt.Sprintf("A,%q,,,%s,,,0,normal,100,%s,,,\n", start, exercise, reps)
}

func TestWrongRows_AreNamedAndDoNotStopTheRest(t *testing.T) {
	t.Parallel()
	day := "28 Mar 2026, 09:00"
	data := hevyHead + hevyRow(day, "Squat", "5") + hevyRow("someday", "Squat", "5") + hevyRow(day, "Squat", "many") + hevyRow(day, "Squat", "5.5") +
		hevyRow(day, "Squat", "-5") + hevyRow(day, "", "5") + hevyRow(day, "Squat", "") + strings.Repeat(hevyRow(day, "Squat", "3"), 6)
	f, err := Read("", []byte(data), options(t))
	if err != nil {
		t.Fatal(err)
	}
	want := []Skip{{3, `"someday" is not a date with a time`}, {4, `"many" is no number I can use (reps)`}, {5, `reps cannot be "5.5"`}, {6, `reps cannot be "-5"`},
		{7, "no exercise"}, {8, "no reps, time or distance for Squat"}}
	if diff := cmp.Diff(want, f.Skipped); diff != "" {
		t.Errorf("skipped (-want +got):\n%s", diff)
	}
	if len(f.Sessions) != 1 || len(f.Sessions[0].Sets) != 7 {
		t.Errorf("sessions: %+v", f.Sessions)
	}
}

func TestMoreThanHalfWrong_TakesNothing(t *testing.T) {
	t.Parallel()
	good, bad := hevyRow("28 Mar 2026, 09:00", "Squat", "5"), hevyRow("someday", "Squat", "5")
	if _, err := Read("", []byte(hevyHead+good+bad), options(t)); err != nil {
		t.Errorf("half wrong: %v", err)
	}
	_, err := Read("", []byte(hevyHead+good+bad+bad), options(t))
	if err == nil || !strings.Contains(err.Error(), "2 of 3 rows") || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("more than half wrong: %v", err)
	}
}

// The same rows, as spreadsheets and phones save them again.
func TestHowTheTextIsWritten_DoesNotMatter(t *testing.T) {
	t.Parallel()
	plain := hevyHead + hevyRow("28 Mar 2026, 09:00", "Überkopf", "5")
	want, err := Read("", []byte(plain), options(t))
	if err != nil {
		t.Fatal(err)
	}
	wide := utf16.Encode([]rune("\ufeff" + plain))
	little, big := []byte{}, []byte{}
	for _, u := range wide {
		little, big = append(little, byte(u), byte(u>>8)), append(big, byte(u>>8), byte(u))
	}
	tabs := strings.ReplaceAll(strings.ReplaceAll(plain, "Mar 2026,", "Mar 2026"), ",", "\t")
	latin := []byte{}
	for _, r := range plain {
		latin = append(latin, byte(r))
	}
	for name, data := range map[string][]byte{
		"byte order mark": []byte("\ufeff" + plain), "UTF-16, little end first": little, "UTF-16, big end first": big, "Latin-1": latin,
		"Windows line ends": []byte(strings.ReplaceAll(plain, "\n", "\r\n")), "tabs": []byte(tabs), "gzip": gzipped([]byte(plain)),
		"header in capitals": []byte(strings.ToUpper(hevyHead) + plain[len(hevyHead):]), "blank lines": []byte(plain + "\n\n"),
	} {
		got, err := Read("", data, options(t))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestQuoteThatIsNeverClosed_IsNamedAndTheRowsBeforeStay(t *testing.T) {
	t.Parallel()
	good := strings.Repeat("A,2026-03-28 09:00:00,,,Squat,,,0,normal,100,5,,,\n", 3)
	f, err := Read("", []byte(hevyHead+good+"\"A,"+strings.Repeat(good, 1000)), options(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Sessions) != 1 || len(f.Sessions[0].Sets) != 3 || len(f.Skipped) != 1 || f.Skipped[0].Line != 5 {
		t.Errorf("sessions %d, skipped %v", len(f.Sessions), f.Skipped)
	}
}
