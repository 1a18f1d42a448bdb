//go:build linux

package app_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"tandem/store/sqlite"
)

// smallDisk mounts a file system of two megabytes, for who may.
func smallDisk(t *testing.T) string {
	t.Helper()
	return diskOf(t, 2)
}

// diskOf mounts a file system of so many megabytes.
func diskOf(t *testing.T, megabytes int) string {
	t.Helper()
	folder := t.TempDir()
	if err := unix.Mount("tmpfs", folder, "tmpfs", 0, fmt.Sprintf("size=%dm", megabytes)); err != nil {
		t.Skipf("this user may not mount a small disk: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(folder, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// fill takes all the room that is left, and returns what gives it back.
func fill(t *testing.T, folder string) (free func()) {
	t.Helper()
	path := filepath.Join(folder, "fill")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for err == nil {
		_, err = f.Write(make([]byte, 512))
	}
	return func() {
		if err := os.Remove(path); err != nil {
			t.Error(err)
		}
	}
}

// TestChaos_FullDisk: with no room left the coach says so, keeps what it
// answered before, and goes on by itself when there is room again.
func TestChaos_FullDisk(t *testing.T) {
	folder := smallDisk(t)
	db := filepath.Join(folder, "tandem.db")
	introduce(t, db)
	if said := attempt(t, db, "/log run 5.25km 30:00"); !strings.Contains(said, "5.25 km") {
		t.Fatalf("before: %q", said)
	}
	free := fill(t, folder)
	if said := attempt(t, db, "/log run 6.25km 36:00"); !strings.Contains(said, "disk") || !strings.Contains(said, "full") {
		t.Errorf("full, and it said %q", said)
	}
	free()
	if said := attempt(t, db, "/log run 7.25km 42:00"); !strings.Contains(said, "7.25 km") {
		t.Errorf("room again, and it said %q", said)
	}
	kept := keptRuns(t, db)
	if kept["5.25"] != 1 || kept["7.25"] != 1 || kept["6.25"] > 1 {
		t.Errorf("kept %v", kept)
	}
	if h, err := sqlite.Check(t.Context(), db); err != nil || len(h.Faults) > 0 {
		t.Errorf("the file has faults: %v, %v", h.Faults, err)
	}
}

// TestChaos_DiskFillsWhileRunning: what comes in while the disk is full is not
// acknowledged as kept, and nothing that was is lost.
func TestChaos_DiskFillsWhileRunning(t *testing.T) {
	folder := smallDisk(t)
	db := filepath.Join(folder, "tandem.db")
	introduce(t, db)
	p := start(t, db)
	for n := range 3 {
		km := fmt.Sprintf("5.%02d", n+1)
		if !p.say("/log run "+km+"km 30:00", km+" km") {
			t.Fatalf("no answer to %s", km)
		}
	}
	free := fill(t, folder)
	for n := range 40 { // more than the room that the log of the database had kept
		fmt.Fprintf(p.in, "/log run 6.%02dkm 36:00 note %s\n", n+1, strings.Repeat("word ", 400))
	}
	ended := make(chan error, 1)
	answered := map[string]bool{}
	go func() {
		for p.out.Scan() {
			note(p.out.Text(), answered)
		}
		ended <- p.cmd.Wait()
	}()
	select {
	case <-ended: // a coach in a terminal ends when it cannot take a line in
	case <-time.After(3 * time.Second): // it tries again
		p.cmd.Process.Kill()
		<-ended
	}
	free()
	settle(t, db)
	kept := keptRuns(t, db)
	for km := range answered {
		if kept[km] != 1 {
			t.Errorf("the run of %s km was answered and is kept %d times", km, kept[km])
		}
	}
	for km, n := range kept {
		if n != 1 {
			t.Errorf("the run of %s km is kept %d times", km, n)
		}
	}
	for n := range 3 {
		if km := fmt.Sprintf("5.%02d", n+1); kept[km] != 1 {
			t.Errorf("%s km, answered before the disk was full, is kept %d times", km, kept[km])
		}
	}
}

// TestChaos_ReadOnlyFile: a database that may not be written is named with what
// to do, and left as it was.
func TestChaos_ReadOnlyFile(t *testing.T) {
	folder := smallDisk(t)
	db := filepath.Join(folder, "tandem.db")
	introduce(t, db)
	if err := unix.Mount("", folder, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Skipf("this user may not mount read-only: %v", err)
	}
	said := attempt(t, db, "/log run 5.25km 30:00")
	if !strings.Contains(said, "read-only") && !strings.Contains(said, "may not be written") {
		t.Errorf("it said %q", said)
	}
	told, err := exec.Command("tandem", "doctor", "--db", db).Output()
	if err == nil || !strings.Contains(string(told), "FAULT write access") {
		t.Errorf("doctor: %v\n%s", err, told)
	}
	if err := unix.Mount("", folder, "", unix.MS_REMOUNT, "size=2m"); err != nil {
		t.Fatal(err)
	}
	if said := attempt(t, db, "/log run 5.25km 30:00"); !strings.Contains(said, "5.25 km") {
		t.Errorf("writable again, and it said %q", said)
	}
}

// TestChaos_FullDiskOnBothPlatforms: while the disk is full nothing is
// acknowledged that is not kept; with room again the coach goes on by itself.
func TestChaos_FullDiskOnBothPlatforms(t *testing.T) {
	folder := diskOf(t, 24)
	db := filepath.Join(folder, "tandem.db")
	c := gatherCrowd(t, onFile(t, db), 6, 8*time.Second)
	p := launch(t, c.settings(fmt.Sprintf("path = %q", db)))
	end := c.begin(t)
	const times = 2
	for range times {
		<-time.After(2 * time.Second)
		free := fill(t, folder)
		<-time.After(3 * time.Second)
		free()
	}
	<-time.After(2 * time.Second)
	end()
	c.settle(t)
	if p.kill(); p.cmd.ProcessState.ExitCode() >= 0 {
		t.Error("the coach ended by itself")
	}
	if h, err := sqlite.Check(t.Context(), db); err != nil || len(h.Faults) > 0 {
		t.Errorf("the file has faults: %v, %v", h.Faults, err)
	}
	c.judge(t, fmt.Sprintf("The disk full %d times for three seconds", times), 1)
}
