package screen

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// startEntry is one line of the start screen's list.
type startEntry struct {
	name    string
	path    string // as it is opened
	kind    startKind
	size    int64
	changed time.Time
	session int    // of those offered
	what    string // of a session, in place of the kind's words
}

// startKind is what an entry is.
type startKind uint8

const (
	startSample startKind = iota
	startResume
	startTour
	startParent
	startFolder
	startText
	startWorkbook
	startPacked
	startFailed // what could not be opened and is no entry of the folder
)

// isFile reports whether an entry can be marked, looked into and opened with
// others.
func (k startKind) isFile() bool { return k == startText || k == startWorkbook || k == startPacked }

// isFolder reports whether an entry leads to a folder.
func (k startKind) isFolder() bool { return k == startFolder || k == startParent }

// kindOfFile tells a data file by its ending.
func kindOfFile(name string) (startKind, bool) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".txt":
		return startText, true
	case ".xlsx", ".xlsm", ".xls":
		return startWorkbook, true
	case ".gz", ".zip":
		return startPacked, true
	}
	return 0, false
}

// readFolder lists the folders of a folder and then its data files, each by
// name in any case. Hidden ones are left out, as is what cannot be read.
func readFolder(ctx context.Context, folder string) ([]startEntry, error) {
	found, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var out []startEntry
	if parent := filepath.Dir(folder); parent != folder {
		out = append(out, startEntry{name: "..", path: parent, kind: startParent})
	}
	first := len(out)
	for _, f := range found {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if e, ok := entryOf(folder, f.Name()); ok {
			out = append(out, e)
		}
	}
	slices.SortFunc(out[first:], func(a, b startEntry) int {
		if fa, fb := a.kind == startFolder, b.kind == startFolder; fa != fb {
			if fa {
				return -1
			}
			return 1
		}
		if c := strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name)); c != 0 {
			return c
		}
		return strings.Compare(a.name, b.name)
	})
	return out, nil
}

// entryOf describes a folder or data file; ok is false for anything else. Links
// are followed.
func entryOf(folder, name string) (e startEntry, ok bool) {
	if strings.HasPrefix(name, ".") {
		return e, false
	}
	path := filepath.Join(folder, name)
	kind, isData := kindOfFile(name)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return e, false
	case info.IsDir():
		return startEntry{name: name + string(filepath.Separator), path: path, kind: startFolder, changed: info.ModTime()}, true
	case isData && info.Mode().IsRegular():
		return startEntry{name: name, path: path, kind: kind, size: info.Size(), changed: info.ModTime()}, true
	}
	return e, false
}

// completePath completes a path as far as all folders and data files that begin
// with it agree, and returns their names when there are several.
func completePath(ctx context.Context, typed string) (path string, names []string, err error) {
	folder, head := filepath.Split(typed)
	place := home(folder)
	if place == "" {
		place = "."
	}
	found, err := os.ReadDir(place)
	if err != nil {
		return typed, nil, err
	}
	for _, f := range found {
		if ctx.Err() != nil {
			return typed, nil, ctx.Err()
		}
		if !strings.HasPrefix(f.Name(), head) || head == "" && strings.HasPrefix(f.Name(), ".") {
			continue
		}
		if info, err := os.Stat(filepath.Join(place, f.Name())); err == nil && info.IsDir() {
			names = append(names, f.Name()+string(filepath.Separator))
		} else if _, ok := kindOfFile(f.Name()); ok && err == nil {
			names = append(names, f.Name())
		}
	}
	if len(names) == 0 {
		return typed, nil, nil
	}
	path = folder + commonStart(names)
	if len(names) == 1 {
		names = nil
	}
	return path, names, nil
}

// commonStart returns the longest start that all names share, in whole signs.
func commonStart(names []string) string {
	start := []rune(names[0])
	for _, n := range names[1:] {
		i := 0
		for _, r := range n {
			if i >= len(start) || start[i] != r {
				break
			}
			i++
		}
		start = start[:i]
	}
	return string(start)
}

// home puts the user's own folder in the place of a leading ~.
func home(path string) string {
	if path != "~" && !strings.HasPrefix(path, "~"+string(filepath.Separator)) {
		return path
	}
	if h, err := os.UserHomeDir(); err == nil {
		return h + path[1:]
	}
	return path
}
