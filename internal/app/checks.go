package app

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tandem/internal/config"
	"tandem/store/sqlite"
)

// checkKnowledge builds the model, with the community's entries.
func checkKnowledge(_ context.Context, cfg config.Config) []check {
	if _, err := newCoach(cfg); err != nil {
		return []check{{Name: "knowledge", Detail: err.Error(), Fix: "correct the entry that the message names, or clear knowledge.folder"}}
	}
	return []check{{Name: "knowledge", OK: true, Detail: "entries load"}}
}

// checkZones looks whether every athlete's clock can be known.
func checkZones(context.Context, config.Config) []check {
	if _, err := time.LoadLocation("Australia/Lord_Howe"); err != nil {
		return []check{{Name: "time zones", Detail: "no time-zone data", Fix: "use the released binary, which has it inside, or install tzdata"}}
	}
	return []check{{Name: "time zones", OK: true, Detail: "built in"}}
}

// minFree is the room that a disk should have left: a backup and a year of logs.
const minFree = 200 << 20

// checkDatabase looks at the file without changing it.
func checkDatabase(ctx context.Context, cfg config.Config) []check {
	if cfg.Store.URL != "" {
		return checkServer(ctx, cfg.Store.URL.Reveal())
	}
	path := cfg.Store.Path
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return []check{{Name: "database", Detail: path + " is a folder", Fix: "name a file in it with --db or store.path, such as " + filepath.Join(path, "tandem.db")}}
	}
	h, err := sqlite.Check(ctx, path)
	if err != nil && h.NotWritable != nil { // what may not be written can often not even be read
		return []check{{Name: "write access", Detail: h.NotWritable.Error(), Fix: "let the user that runs the coach own " + path + " and its folder, on a disk that takes writes"}}
	}
	if err != nil {
		return []check{{Name: "database", Detail: err.Error(), Fix: "name the coach's own file with --db or store.path, or restore the last backup"}}
	}
	fault := func(bad bool, name, good, detail, fix string) check {
		if bad {
			return check{Name: name, Detail: detail, Fix: fix}
		}
		return check{Name: name, OK: true, Detail: good}
	}
	if !h.Exists {
		return []check{
			{Name: "database", OK: true, Detail: path + " will be made at the first start"},
			fault(h.NotWritable != nil, "write access", "yes", fmt.Sprint(h.NotWritable), "let the user that runs the coach write in "+filepath.Dir(path)),
		}
	}
	return []check{
		fault(len(h.Faults) > 0, "database", fmt.Sprintf("%s, %d KB, sound", path, h.Bytes>>10), strings.Join(h.Faults, "; "), "stop the coach and put the last backup in its place"),
		fault(h.Schema > h.Wanted, "schema", fmt.Sprintf("%d of %d", h.Schema, h.Wanted), fmt.Sprintf("%d, newer than this program's %d", h.Schema, h.Wanted), "install the newer version again, or restore a backup from before the upgrade"),
		fault(h.Mode&0o077 != 0, "permissions", h.Mode.String(), h.Mode.String()+" lets others read health data", "chmod 600 "+path),
		fault(h.NotWritable != nil, "write access", "yes", fmt.Sprint(h.NotWritable), "let the user that runs the coach own "+path),
		fault(h.FreeBytes >= 0 && h.FreeBytes < minFree, "disk", fmt.Sprintf("%d MB free", h.FreeBytes>>20), fmt.Sprintf("%d MB free", h.FreeBytes>>20), "make room on the disk of "+filepath.Dir(path)),
		{Name: "other instances", OK: true, Detail: instances(h)},
	}
}

func instances(h sqlite.Health) string {
	if h.InUse != nil {
		return h.InUse.Error()
	}
	return "none running on this database"
}

// checkPlatforms says which platforms are configured.
func checkPlatforms(_ context.Context, cfg config.Config) []check {
	if !cfg.Slack.On() && !cfg.Discord.On() {
		return []check{{Name: "platforms", OK: true, Detail: "none configured: the coach is a chat in the terminal"}}
	}
	return nil
}
