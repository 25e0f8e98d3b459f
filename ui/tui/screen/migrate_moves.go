package screen

import (
	"math"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// movesHead is how many lines stand above what became of customers: a rule and
// the titles of the columns.
const movesHead = 2

// moveColumns are the widths of the label and the numbers of a line, each number
// with the blank before it, and of the bar after them, 0 for none.
type moveColumns struct{ label, count, share, change, bar int }

// moveLayout gives the numbers their room, the label what it needs of the rest,
// and what is left to bars; without money there is no change of it.
func (s *compareDates) moveLayout(t *theme.Theme, pr *message.Printer, w int) moveColumns {
	const lead, leastBar, mostBar = 3, 8, 40
	head := moveHead(pr)
	c := moveColumns{count: cell.Width(head[1]) + 1, share: max(cell.Width(head[2]), cell.Width(say(pr, "of row"))) + 1}
	longest := 0
	for _, l := range s.shown.lines {
		longest = max(longest, l.width(t))
		c.count, c.share = max(c.count, cell.Width(chart.Count(l.count))+1), max(c.share, cell.Width(l.share)+1)
		if s.shown.document.Then != nil {
			c.change = max(c.change, cell.Width(head[3])+1, cell.Width(moneyChange(l.change))+1)
		}
	}
	room := w - lead - 1 - c.count - c.share - c.change
	c.label = max(min(room, longest), 0)
	if left := room - c.label - 1; left >= leastBar {
		c.bar = min(left, mostBar)
	}
	return c
}

// moveHead heads the columns.
func moveHead(pr *message.Printer) [4]string {
	return [...]string{say(pr, "who"), say(pr, "n"), say(pr, "of all"), say(pr, "money")}
}

// headOfMoves is the place in the list of the second head, above the moves from
// one segment to another, whose shares are of the first segment; past the end
// without moves.
func (s *compareDates) headOfMoves() int {
	for i, l := range s.shown.lines {
		if l.from >= 0 {
			return i
		}
	}
	return len(s.shown.lines)
}

// moveAt returns the line at a place in the list, -1 of the head among them.
func (s *compareDates) moveAt(place int) int {
	switch head := s.headOfMoves(); {
	case place == head:
		return -1
	case place > head:
		return place - 1
	}
	return place
}

// movesWindow is the first place shown in the list of what became of customers,
// and how many are.
func (s *compareDates) movesWindow() (top, rows int) {
	n, at := len(s.shown.lines), s.at
	if head := s.headOfMoves(); head < n {
		n++
		if at >= head {
			at++
		}
	}
	rows = min(max(s.h-s.formHeight()-movesHead, 1), n)
	return min(max(at-rows/2, 0), n-rows), rows
}

// moves draws what became of the customers, a line each.
func (s *compareDates) moves(t *theme.Theme, w int) []string {
	pr := s.host.Printer()
	c, most := s.moveLayout(t, pr, w), 0
	head := moveHead(pr)
	heading := func(who, share string) string {
		return inked(t, t.Faint, c.row("  ", fitted(t, who, c.label, cell.Left), head[1], share, head[3]), w)
	}
	out := []string{rule(t, w, nil), heading(head[0], head[2])}
	for _, l := range s.shown.lines {
		most = max(most, l.count)
	}
	top, rows := s.movesWindow()
	for place := top; place < top+rows; place++ {
		i := s.moveAt(place)
		if i < 0 {
			out = append(out, heading(say(pr, "from")+arrowTo(t)+say(pr, "to"), say(pr, "of row")))
			continue
		}
		l, ink, lead := s.shown.lines[i], t.Plain, "  "
		if i == s.at {
			lead = " " + t.Glyphs.Pointer
			if s.focus == movesPane {
				ink = t.Cursor
			}
		}
		line := c.row(lead, fitted(t, l.short(t, c.label), c.label, cell.Left), chart.Count(l.count), l.share, moneyChange(l.change))
		if c.bar == 0 {
			out = append(out, inked(t, ink, line, w))
			continue
		}
		bar := " " + t.Paint(t.Accent, chart.Bar(t, float64(l.count), float64(most), c.bar))
		out = append(out, cell.Pad(inked(t, ink, line, cell.Width(line))+bar, w))
	}
	return out
}

// row writes a line: the label has its width, numbers are at the right.
func (c moveColumns) row(lead, label, count, share, change string) string {
	return lead + " " + label + cell.Fit(count, c.count, cell.Right) + cell.Fit(share, c.share, cell.Right) + cell.Fit(change, c.change, cell.Right)
}

// arrowTo stands between the segments of a move in the list.
func arrowTo(t *theme.Theme) string { return " " + t.Glyphs.StepRight + " " }

// width is that of the whole label in the list.
func (l moveLine) width(t *theme.Theme) int {
	if l.from < 0 {
		return cell.Width(l.label)
	}
	return cell.Width(l.names[0]) + cell.Width(arrowTo(t)) + cell.Width(l.names[1])
}

// short is the label in w cells: of a move the longer name is cut first, so that
// neither is lost.
func (l moveLine) short(t *theme.Theme, w int) string {
	if l.from < 0 {
		return l.label
	}
	room := w - cell.Width(arrowTo(t))
	first, second := cell.Width(l.names[0]), cell.Width(l.names[1])
	if half := room / 2; first+second > room {
		first = max(min(first, half), room-second)
		second = room - first
	}
	return fitted(t, l.names[0], first, cell.Left) + arrowTo(t) + fitted(t, l.names[1], second, cell.Left)
}

// moneyChange writes a change of money with its sign, nothing for none.
func moneyChange(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	text := chart.Short(math.Round(100*v)/100, model.Money)
	if v > 0 {
		return "+" + text
	}
	return text
}
