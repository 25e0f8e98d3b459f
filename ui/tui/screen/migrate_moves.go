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
	c := moveColumns{count: cell.Width(head[1]) + 1, share: cell.Width(head[2]) + 1}
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
	return [...]string{say(pr, "who"), say(pr, "n"), say(pr, "share"), say(pr, "money")}
}

// movesWindow is the first line shown of what became of customers, and how many
// are.
func (s *compareDates) movesWindow() (top, rows int) {
	n := len(s.shown.lines)
	rows = min(max(s.h-s.formHeight()-movesHead, 1), n)
	return min(max(s.at-rows/2, 0), n-rows), rows
}

// moves draws what became of the customers, a line each.
func (s *compareDates) moves(t *theme.Theme, w int) []string {
	pr := s.host.Printer()
	c, most := s.moveLayout(t, pr, w), 0
	row := func(lead, label, count, share, change string) string {
		return lead + " " + fitted(t, label, c.label, cell.Left) + fitted(t, count, c.count, cell.Right) +
			fitted(t, share, c.share, cell.Right) + fitted(t, change, c.change, cell.Right)
	}
	head := moveHead(pr)
	out := []string{rule(t, w, nil), inked(t, t.Faint, row("  ", head[0], head[1], head[2], head[3]), w)}
	for _, l := range s.shown.lines {
		most = max(most, l.count)
	}
	top, rows := s.movesWindow()
	for i, l := range s.shown.lines[top : top+rows] {
		ink, lead := t.Plain, "  "
		if top+i == s.at {
			lead = " " + t.Glyphs.Pointer
			if s.focus == movesPane {
				ink = t.Cursor
			}
		}
		line := row(lead, l.short(t, c.label), chart.Count(l.count), l.share, moneyChange(l.change))
		if c.bar == 0 {
			out = append(out, inked(t, ink, line, w))
			continue
		}
		bar := " " + t.Paint(t.Accent, chart.Bar(t, float64(l.count), float64(most), c.bar))
		out = append(out, cell.Pad(inked(t, ink, line, cell.Width(line))+bar, w))
	}
	return out
}

// arrow stands between the segments of a move in the list.
func (l moveLine) arrow(t *theme.Theme) string { return " " + t.Glyphs.StepRight + " " }

// width is that of the whole label in the list.
func (l moveLine) width(t *theme.Theme) int {
	if l.from < 0 {
		return cell.Width(l.label)
	}
	return cell.Width(l.names[0]) + cell.Width(l.arrow(t)) + cell.Width(l.names[1])
}

// short is the label in w cells: of a move the longer name is cut first, so that
// neither is lost.
func (l moveLine) short(t *theme.Theme, w int) string {
	if l.from < 0 {
		return l.label
	}
	room := w - cell.Width(l.arrow(t))
	first, second := cell.Width(l.names[0]), cell.Width(l.names[1])
	if half := room / 2; first+second > room {
		first = max(min(first, half), room-second)
		second = room - first
	}
	return fitted(t, l.names[0], first, cell.Left) + l.arrow(t) + fitted(t, l.names[1], second, cell.Left)
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
