package transfer

import (
	"bytes"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"
)

// manyRows writes a Hevy or Strava file as large as is taken: sets of twenty in
// a workout, or an activity a row.
func manyRows(app string, rows int) []byte {
	var b bytes.Buffer
	at := time.Date(2010, 1, 1, 18, 0, 0, 0, time.UTC)
	switch app {
	case "GPX":
		b.WriteString(`<gpx version="1.1"><trk><type>running</type><trkseg>`)
		for n := 0; b.Len() < MaxBytes-300; n++ {
			fmt.Fprintf(&b, `<trkpt lat="48.%06d" lon="11.5"><ele>520</ele><time>%s</time><extensions><a:TrackPointExtension xmlns:a="x"><a:hr>150</a:hr></a:TrackPointExtension></extensions></trkpt>`,
				n, at.Add(time.Duration(n)*time.Second).Format(time.RFC3339))
		}
		b.WriteString(`</trkseg></trk></gpx>`)
		return b.Bytes()
	case "Strava":
		b.WriteString("Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Elapsed Time,Moving Time,Distance,Average Heart Rate\n")
		for n := range rows {
			at = at.Add(40 * time.Minute)
			fmt.Fprintf(&b, "%d,\"%s\",Run,Run,1800,5.0,1800,1750,5000,150\n", n, at.Format("Jan 2, 2006, 3:04:05 PM"))
		}
		return b.Bytes()
	}
	exercises := []string{"Squat (Barbell)", "Bench Press (Barbell)", "Bicep Curl (Dumbbell)", "Zottman Twister", "Leg Press"}
	b.WriteString(strings.TrimSuffix(hevyHead, "\n") + "\n")
	for n := range rows {
		if n%20 == 0 {
			at = at.Add(14 * time.Hour)
		}
		fmt.Fprintf(&b, "Day,\"%s\",\"%s\",,%s,,,%d,normal,%d,5,,,8\n", at.Format(hevyTime), at.Add(time.Hour).Format(hevyTime), exercises[n/4%5], n%4, 60+n%100)
	}
	return b.Bytes()
}

// BenchmarkImport reads the largest files that are taken. The limits are 10 s
// and 100 MB; peak-MB is the process's high-water mark, the file included.
//
//	go test -run '^$' -bench Import -benchtime 1x ./coach/transfer/
func BenchmarkImport(b *testing.B) {
	for _, app := range []string{"Hevy", "Strava", "GPX"} {
		b.Run(app, func(b *testing.B) {
			data := bytes.Clone(manyRows(app, MaxRows))
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			debug.FreeOSMemory()
			resetPeak()
			for b.Loop() {
				f, err := Read("", data, options(b))
				if err != nil {
					b.Fatal(err)
				}
				if _, err := Pack(f); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(peakMB(), "peak-MB")
		})
	}
}

// resetPeak starts the kernel's high-water mark anew, where there is one.
func resetPeak() { _ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o600) }

// peakMB is the most memory the process held at once; 0 where the kernel does
// not tell.
func peakMB() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb / 1024
		}
	}
	return 0
}
