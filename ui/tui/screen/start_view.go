package screen

import (
	"golang.org/x/text/message"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// startHead is how many lines stand above the list.
const startHead = 7

// head is how many lines stand above the list where there is room for them, or
// for those of the folder alone.
func (s *Start) head() int {
	const listed = 8 // lines of the list below a full head
	if s.h < startHead+listed {
		return 2
	}
	return startHead
}

// View implements [Screen].
func (s *Start) View(t *theme.Theme) []string {
	if s.glyphs != t.Glyphs {
		s.glyphs = t.Glyphs
		s.list.SetSource(s.rows())
	}
	pr := s.host.Printer()
	text := func(ink theme.Ink, line string) string { return " " + inked(t, ink, line, max(0, s.w-1)) }
	out := []string{
		"",
		text(t.Title, say(pr, "Who are your customers, and what does each group need?")),
		text(t.Plain, say(pr, "custseg segments customers from CSV and Excel files, on this machine alone.")),
		"",
		text(t.Faint, say(pr, "Enter opens the sample of a small shop, or a file of yours.")),
	}
	out = out[:s.head()-2]
	if s.typing {
		label := say(pr, "Path: ")
		out = append(out, " "+t.Paint(t.Key, label)+s.path.View(t, max(0, s.w-1-cell.Width(label)), true))
	} else {
		out = append(out, text(t.Accent, s.folderLine(pr, t)))
	}
	out = append(out, s.namesLine(t))
	return sized(append(out, s.body(t)...), s.w, s.h)
}

// folderLine names the folder and counts what it holds.
func (s *Start) folderLine(pr *message.Printer, t *theme.Theme) string {
	if s.folder == "" {
		return t.Glyphs.Ellipsis
	}
	files := 0
	for _, e := range s.entries {
		if e.kind.isFile() {
			files++
		}
	}
	what := say(pr, "data files: %d", files)
	if files == 0 {
		what = say(pr, "no data files here (.csv .tsv .txt .xlsx .xlsm .xls .gz .zip)")
	}
	if n := len(s.marked); n > 0 {
		what += ", " + say(pr, "%d marked", n)
	}
	return cell.Clean(s.folder) + "  " + t.Glyphs.Dot + "  " + what
}

// namesLine lists what the path typed could go on with, or says how to type.
func (s *Start) namesLine(t *theme.Theme) string {
	switch {
	case !s.typing:
		return ""
	case len(s.names) == 0:
		return " " + inked(t, t.Faint, say(s.host.Printer(), "Tab completes, Enter opens, Esc leaves; book.xlsx#Sheet names a sheet"), max(0, s.w-1))
	}
	line := ""
	for _, n := range s.names {
		line += cell.Clean(n) + "  "
	}
	return " " + inked(t, t.Faint, line, max(0, s.w-1))
}

// rows are the entries as rows of the list.
func (s *Start) rows() startRows {
	return startRows{s.host.Printer(), s.entries, s.marked, s.glyphs, s.listWidth()}
}
