package tui

import (
	"path/filepath"
	"slices"
	"strings"

	"custseg/model"
	"custseg/ui/tui/cell"
)

// fileNames joins the names of files without their folders.
func fileNames(files []string) string {
	var names []string
	for _, f := range files {
		names = append(names, filepath.Base(f))
	}
	return strings.Join(names, " + ")
}

// names are those of the files that are open, in about so many cells: of several
// files, as many as there is room for behind their count. Those that a reading
// was stopped before are marked.
func (m *Model) names(room int) string {
	pr, files := m.config.Printer, m.session.Files
	var full []string
	missed := 0
	for _, f := range files {
		name := cell.Clean(filepath.Base(f))
		if m.isUnread(f) {
			name = pr.Sprintf("%s (not read)", name)
			missed++
		}
		full = append(full, name)
	}
	all := strings.Join(full, " + ")
	if len(files) == 1 || cell.Width(all) <= room {
		return all
	}
	out := pr.Sprintf("%d files", len(files))
	if missed > 0 {
		out = pr.Sprintf("%d files, %d not read", len(files), missed)
	}
	mark := ": "
	more := ", " + m.theme.Glyphs.Ellipsis
	for _, f := range files[:len(files)-1] {
		next := out + mark + cell.Clean(filepath.Base(f))
		if cell.Width(next+more) > room {
			break
		}
		out, mark = next, ", "
	}
	if mark == ", " {
		out += more
	}
	return out
}

// isUnread reports whether the reading was stopped before it came to a file. A
// source is a file, or a part of one: what an archive or the sample holds.
func (m *Model) isUnread(file string) bool {
	d := m.session.Data()
	if !d.Partial {
		return false
	}
	return !slices.ContainsFunc(d.Sources, func(s model.Source) bool { return isPart(s.Path, file) || isPart(file, s.Path) })
}

// isPart reports whether a path is another, or lies in it: a file in a folder or
// a sheet in a workbook.
func isPart(path, whole string) bool {
	rest, ok := strings.CutPrefix(filepath.Clean(path), filepath.Clean(whole))
	return ok && (rest == "" || strings.HasPrefix(rest, "#") || strings.HasPrefix(rest, string(filepath.Separator)))
}
