package store

import (
	"errors"
	"path/filepath"
	"runtime"
)

// Folders are where the program keeps what outlives it, each empty where the
// user has none.
type Folders struct {
	Config string // what the user made and may edit: presets
	State  string // what the program remembers: sessions, crash logs
}

// ErrNoFolder is returned where there is no folder to keep anything in.
var ErrNoFolder = errors.New("there is no folder to keep it in: set HOME, or XDG_CONFIG_HOME and XDG_STATE_HOME")

// FoldersOf finds the folders by the XDG base directory specification 0.8 from
// the environment, as os.Getenv gives it; on Windows both are AppData. A relative
// path is no folder, as the specification has it.
func FoldersOf(env func(string) string) Folders {
	of := func(xdg, windows string, home ...string) string {
		if dir := env(xdg); filepath.IsAbs(dir) {
			return filepath.Join(dir, program)
		}
		if dir := env(windows); runtime.GOOS == "windows" && filepath.IsAbs(dir) {
			return filepath.Join(dir, program)
		}
		if dir := env("HOME"); filepath.IsAbs(dir) {
			return filepath.Join(append([]string{dir}, append(home, program)...)...)
		}
		return ""
	}
	return Folders{
		Config: of("XDG_CONFIG_HOME", "AppData", ".config"),
		State:  of("XDG_STATE_HOME", "LocalAppData", ".local", "state"),
	}
}

// program names the program's own folder in each.
const program = "custseg"
