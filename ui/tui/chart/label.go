package chart

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// labelRoom is how many cells the names of bars may take in a view of w cells of
// which the rest needs some: three fifths, or where that leaves the rest too
// little, two.
func labelRoom(w, rest int) int { return max(w*2/5, min(w*3/5, w-rest), 6) }

// shortened returns a name in at most w cells. Of a rule the left side gives way
// first: its right side is what it says. Of others the middle does: a name may
// end in what tells it from the next, such as an answer or a share. The end that
// is kept begins at a word where it can.
func shortened(t *theme.Theme, name string, w int) string {
	const to = " → "
	if cell.Width(name) <= w || w < 8 {
		return name
	}
	if left, right, rule := strings.Cut(name, to); rule {
		room := w - cell.Width(to)
		first := max(min(cell.Width(left), room*2/5), room-cell.Width(right))
		return trimmed(t, left, first) + to + trimmed(t, right, room-first)
	}
	sign := t.Glyphs.Ellipsis
	room := w - cell.Width(sign)
	end := ansi.TruncateLeft(name, cell.Width(name)-room*2/5, "")
	if at := strings.Index(end, blank); at >= 0 && at < len(end)-1 {
		end = end[at:]
	}
	return ansi.Truncate(name, room-cell.Width(end), "") + sign + end
}

// trimmed cuts a text to w cells at its end.
func trimmed(t *theme.Theme, s string, w int) string {
	if cell.Width(s) <= w {
		return s
	}
	return strings.TrimRight(fit(t, s, w, cell.Left), blank)
}
