package sqlite

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"tandem/store"
)

// signLock writes the process id into the lock file, for who finds it locked.
func signLock(f *os.File) error {
	if err := f.Truncate(0); err != nil {
		return fmt.Errorf("sign the lock file: %w", err)
	}
	if _, err := f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0); err != nil {
		return fmt.Errorf("sign the lock file: %w", err)
	}
	return nil
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
