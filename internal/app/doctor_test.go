package app_test

import (
	"encoding/hex"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// scriptCommands are what scripts can do beside the usual.
var scriptCommands = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	"overwrite": overwrite,
	"occupy":    occupy,
	"future":    future,
}

// overwrite FILE OFFSET HEX puts bytes into a file.
func overwrite(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("overwrite takes a file, an offset and bytes in hex")
	}
	offset, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	data, err := hex.DecodeString(args[2])
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY, 0)
	ts.Check(err)
	_, err = f.WriteAt(data, offset)
	ts.Check(err)
	ts.Check(f.Close())
}

// future FILE has it written an hour from now.
func future(ts *testscript.TestScript, _ bool, args []string) {
	at := time.Now().Add(time.Hour)
	for _, name := range args {
		ts.Check(os.Chtimes(ts.MkAbs(name), at, at))
	}
}

// occupy FILE listens on a port for the rest of the script, and writes a
// configuration to the file that asks for the same port.
func occupy(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("occupy takes the configuration to write")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Defer(func() { l.Close() })
	go func() { // closes every call, until the listener is closed
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			c.Close()
		}
	}()
	text := "[ops]\nlisten = \"" + l.Addr().String() + "\"\n"
	ts.Check(os.WriteFile(filepath.Clean(ts.MkAbs(args[0])), []byte(text), 0o600))
}
