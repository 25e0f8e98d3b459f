package screen

import (
	"strings"

	"custseg/io/export"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// The width from which an enlarged chart leaves room for the segments beside it,
// and the cells of a number there. On a narrower screen a line below tells of the
// changes.
const (
	zoomBeside = 100
	zoomNumber = 8
)

// zoom enlarges the chart with the focus, or the first, and gives the focus back
// to where it was when the chart is small again.
func (s *SegmentsView) zoom() {
	s.charts.zoomed = !s.charts.zoomed
	if s.charts.zoomed {
		s.from, s.focus = s.focus, chartsPane
	} else {
		s.focus = s.from
	}
}

// enlarged draws the chart with the focus on the whole screen but for what its
// cuts do to the segments.
func (s *SegmentsView) enlarged(t *theme.Theme) []string {
	s.rows.theme = t
	if s.w >= zoomBeside {
		side := s.sizesWidth()
		return beside(t, s.chart(t, s.charts.at, 0, s.w-side-1, s.h), s.sizesBeside(t, side, s.h))
	}
	if line := s.changesLine(t); line != "" && s.h > leastChart {
		return append(s.chart(t, s.charts.at, 0, s.w, s.h-1), line)
	}
	return s.chart(t, s.charts.at, 0, s.w, s.h)
}

// sizesWidth is the room for the segments beside an enlarged chart: what their
// names need, within two fifths of the screen.
func (s *SegmentsView) sizesWidth() int {
	name := 0
	for _, l := range s.rows.lines {
		name = max(name, cell.Width(cell.Clean(l.Name.In(s.host.Printer()))))
	}
	return min(swatchCells+max(name, leastName)+3*(zoomNumber+1), s.w*2/5)
}

// sizesBeside lists the segments with their customers, before the last change
// and now.
func (s *SegmentsView) sizesBeside(t *theme.Theme, w, h int) []string {
	pr := s.host.Printer()
	compared := s.rows.before != nil
	numbers := []string{say(pr, "now")}
	if compared {
		numbers = []string{say(pr, "before"), say(pr, "now"), say(pr, "change")}
	}
	name := w - swatchCells - len(numbers)*(zoomNumber+1)
	head := fitted(t, say(pr, " Segment"), name+swatchCells, cell.Left)
	for _, n := range numbers {
		head += " " + cell.Fit(n, zoomNumber, cell.Right)
	}
	out := []string{t.Paint(t.Header, head)}
	for i, l := range s.rows.lines {
		if len(out) == h-2 && len(s.rows.lines)-i > 1 {
			out = append(out, inked(t, t.Faint, "   "+say(pr, "%d more", len(s.rows.lines)-i), w))
			break
		}
		out = append(out, s.sizeLine(t, l, name))
	}
	out = sized(out, w, h)
	if note := strings.TrimSpace(s.changeNote(t)); note != "" {
		out[h-1] = t.Paint(t.Changed, fitted(t, " "+note, w, cell.Left))
	}
	return out
}

// sizeLine is one segment of the list.
func (s *SegmentsView) sizeLine(t *theme.Theme, l export.SegmentSummary, name int) string {
	pr := s.host.Printer()
	line := t.Paint(t.Segment(l.Index), t.Glyphs.Swatch+t.Tag(l.Index)) + " " + fitted(t, l.Name.In(pr), name, cell.Left)
	put := func(ink theme.Ink, text string) { line += " " + t.Paint(ink, cell.Fit(text, zoomNumber, cell.Right)) }
	now := pr.Sprintf("%d", l.Customers)
	if s.rows.before == nil {
		put(t.Plain, now)
		return line
	}
	before, known := s.rows.before[l.Index]
	ink, text := t.Faint, ""
	if known {
		text = pr.Sprintf("%d", before)
	}
	if before != l.Customers || !known {
		ink = t.Changed
	}
	put(t.Faint, text)
	put(t.Plain, now)
	put(ink, strings.TrimSpace(s.rows.change(l)))
	return line
}

// changesLine names the segments that the last change made larger or smaller, by
// their letters, nothing when there are none.
func (s *SegmentsView) changesLine(t *theme.Theme) string {
	pr := s.host.Printer()
	line, used := "", 0
	for _, l := range s.rows.lines {
		before, known := s.rows.before[l.Index]
		if s.rows.before == nil || known && before == l.Customers {
			continue
		}
		tag, text := t.Glyphs.Swatch+t.Tag(l.Index), pr.Sprintf(" %d → %d", before, l.Customers)
		if t.ASCII {
			text = pr.Sprintf(" %d to %d", before, l.Customers)
		}
		if w := cell.Width(tag) + cell.Width(text) + 2; used+w > s.w-1 {
			line += t.Paint(t.Faint, t.Glyphs.Ellipsis)
			break
		} else {
			used += w
		}
		line += " " + t.Paint(t.Segment(l.Index), tag) + t.Paint(t.Changed, text) + " "
	}
	if line == "" {
		return ""
	}
	return cell.Pad(line, s.w)
}
