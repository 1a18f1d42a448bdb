package sqlite

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"tandem/store"
)

// signed writes the process id into the locked file, for who finds it locked,
// and returns what unlocks it.
func signed(f *os.File) (unlock func() error, err error) {
	err = f.Truncate(0)
	if err == nil {
		_, err = f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("sign the lock file: %w", err), f.Close())
	}
	return f.Close, nil
}

// inUseBy is store.ErrInUse with the process that signed the lock file.
func inUseBy(path string) error {
	text, err := os.ReadFile(path)
	pid := strings.TrimSpace(string(text))
	if err != nil || pid == "" {
		return store.ErrInUse
	}
	return fmt.Errorf("%w (process %s)", store.ErrInUse, pid)
}

// exists reports whether there is a file at path, readable or not.
func exists(path string) bool {
	_, err := os.Stat(path)
	return !os.IsNotExist(err)
}
