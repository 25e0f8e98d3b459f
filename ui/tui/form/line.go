package form

import (
	"strings"
	"unicode"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"

	"github.com/charmbracelet/x/ansi"
)

// Line is one line of text being typed. Its cursor stands between graphemes, so
// that a letter and its marks are passed and deleted as one. The zero Line is
// empty.
type Line struct {
	text string
	at   int  // byte before which the cursor stands
	all  bool // the whole text is selected: what is typed takes its place
}

// NewLine makes a line with the cursor at its end.
func NewLine(text string) Line {
	text = oneLine(text)
	return Line{text: text, at: len(text)}
}

// NewSelected makes a line whose text is selected, so that typing replaces it.
func NewSelected(text string) Line {
	l := NewLine(text)
	l.all = l.text != ""
	return l
}

// Text returns what has been typed.
func (l *Line) Text() string { return l.text }

// Key edits the line and reports whether the key is one that does: what types,
// a paste, left, right, home and end, backspace and delete, and as in a shell
// ctrl+a, ctrl+e, ctrl+u, ctrl+k and ctrl+w. What is selected is replaced or
// deleted as a whole; the arrows let it go.
func (l *Line) Key(k term.Key) bool {
	if l.all && l.deselect(k) {
		return true
	}
	switch k.Name {
	case "left":
		l.at = l.before()
	case "right":
		l.at = l.after()
	case "home", "ctrl+a":
		l.at = 0
	case "end", "ctrl+e":
		l.at = len(l.text)
	case "backspace":
		l.remove(l.before(), l.at)
	case "delete":
		l.remove(l.at, l.after())
	case "ctrl+u":
		l.remove(0, l.at)
	case "ctrl+k":
		l.remove(l.at, len(l.text))
	case "ctrl+w":
		l.remove(l.wordStart(), l.at)
	default:
		if k.Text == "" {
			return false
		}
		typed := oneLine(k.Text)
		l.text = l.text[:l.at] + typed + l.text[l.at:]
		l.at += len(typed)
	}
	return true
}

// deselect lets the selection go, and its text with it when the key replaces or
// deletes it; done reports that there is no more to do.
func (l *Line) deselect(k term.Key) (done bool) {
	l.all = false
	switch k.Name {
	case "backspace", "delete", "ctrl+u", "ctrl+k", "ctrl+w":
		*l = Line{}
		return true
	case "left":
		l.at = 0
		return true
	}
	if k.Text != "" {
		*l = Line{}
	}
	return false
}

// View draws the line in w cells, scrolled so that the cursor is seen; without
// the focus there is no cursor.
func (l *Line) View(t *theme.Theme, w int, focused bool) string {
	return l.viewIn(t, t.Plain, w, focused)
}

// viewIn draws the line as View does, in an ink.
func (l *Line) viewIn(t *theme.Theme, ink theme.Ink, w int, focused bool) string {
	if w <= 0 {
		return ""
	}
	fit := cell.Fitter{Ellipsis: t.Glyphs.Ellipsis}
	switch {
	case !focused:
		return t.Paint(ink, fit.Fit(l.text, w, cell.Left))
	case l.all:
		text := fit.Fit(l.text, min(w, cell.Width(cell.Clean(l.text))), cell.Left)
		return cell.Pad(t.Paint(t.Cursor, text), w)
	}
	before := cell.Clean(l.text[:l.at])
	under := cell.Clean(l.text[l.at:l.after()])
	after := cell.Clean(l.text[l.after():])
	if under == "" {
		under = " "
	}
	if cut := cell.Width(before) + cell.Width(under) - w; cut > 0 {
		before = ansi.TruncateLeft(before, cut, "")
		for before != "" && cell.Width(before)+cell.Width(under) > w { // a wide one across the edge
			before = before[graphemeLen(before):]
		}
	}
	return cell.Pad(t.Paint(ink, before)+t.Paint(t.Cursor, under)+t.Paint(ink, after), w)
}

func (l *Line) remove(from, to int) {
	l.text = l.text[:from] + l.text[to:]
	l.at = from
}

// before returns the start of the grapheme before the cursor.
func (l *Line) before() int {
	start := 0
	for i := 0; i < l.at; {
		start = i
		i += graphemeLen(l.text[i:])
	}
	return start
}

// after returns the end of the grapheme at the cursor.
func (l *Line) after() int { return l.at + graphemeLen(l.text[l.at:]) }

func (l *Line) wordStart() int {
	s := strings.TrimRightFunc(l.text[:l.at], unicode.IsSpace)
	return strings.LastIndexFunc(s, unicode.IsSpace) + 1
}

func graphemeLen(s string) int {
	if s == "" {
		return 0
	}
	cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return len(cluster)
}

// oneLine makes text fit for a field of one line: line ends and tabs as spaces,
// no other control characters.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\r", ""))
}
