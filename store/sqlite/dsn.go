package sqlite

import (
	"net/url"
	"path/filepath"
)

// The settings of a connection. A lock that another process holds (a backup, a
// shell) is waited for, up to busy_timeout milliseconds.
var (
	writing = url.Values{
		"_txlock": {"immediate"},
		"_pragma": {"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "secure_delete(1)", "temp_store(MEMORY)", "wal_autocheckpoint(4000)"},
	}
	reading = url.Values{
		"mode":    {"ro"},
		"_pragma": {"busy_timeout(5000)", "temp_store(MEMORY)"},
	}
	inMemory = url.Values{
		"_txlock": {"immediate"},
		"_pragma": {"foreign_keys(1)", "journal_mode(MEMORY)", "synchronous(OFF)"},
	}
)

func writerDSN(path string) string { return fileDSN(path, writing) }
func readerDSN(path string) string { return fileDSN(path, reading) }
func memoryDSN() string            { return "file::memory:?" + inMemory.Encode() }

// fileDSN escapes what a path may hold and a URI may not: ? # %.
func fileDSN(path string, settings url.Values) string {
	escaped := url.URL{Path: filepath.ToSlash(path)}
	return "file:" + escaped.EscapedPath() + "?" + settings.Encode()
}
