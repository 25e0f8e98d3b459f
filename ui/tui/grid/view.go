package grid

import (
	"slices"
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// View draws the table: a header and the rows that fit, exactly as many lines
// and cells as [Grid.SetSize] gave. When the table has the focus the pointer
// stands on the cursor's row, which is reversed; a mark stands in its place.
func (g *Grid) View(t *theme.Theme, focused bool) []string {
	out := make([]string, 0, g.h)
	if g.h == 0 {
		return out
	}
	if g.w <= gutter+margin {
		return slices.Repeat([]string{strings.Repeat(" ", g.w)}, g.h)
	}
	p := painter{t: t, fit: cell.Fitter{Ellipsis: t.Glyphs.Ellipsis}, spans: g.spans(), w: g.w}
	out = append(out, g.header(&p))
	for pos := g.top; len(out) < g.h; pos++ {
		switch {
		case pos < g.Len():
			out = append(out, g.line(&p, pos, focused))
		case pos == 0:
			p.add(t.Faint, p.fit.Fit(" "+g.empty, g.w, cell.Left))
			out = append(out, p.end())
		default:
			out = append(out, strings.Repeat(" ", g.w))
		}
	}
	return out
}

func (g *Grid) header(p *painter) string {
	gl := p.t.Glyphs
	for _, s := range p.spans {
		before := s.x - p.x
		if s.place == g.left && g.left > g.pinned {
			p.space(p.t.Header, before-1)
			p.add(p.t.Accent, gl.Left)
		} else {
			p.space(p.t.Header, before)
		}
		ink := p.t.Header
		ink.Underline = s.place == g.col
		g.title(p, ink, s)
	}
	if last := len(p.spans) - 1; last >= 0 {
		if s := p.spans[last]; s.place < len(g.shown)-1 || s.w < g.widths[s.col] {
			p.space(p.t.Header, g.w-margin-p.x)
			p.add(p.t.Accent, gl.Right)
		}
	}
	return p.end()
}

// title draws the title of a column over the text of its cells, with the mark
// of the sort beside it.
func (g *Grid) title(p *painter, ink theme.Ink, s span) {
	w, align := s.w, g.cols[s.col].Align
	mark := g.sortMark(s.col)
	if bar := g.barWidth(s); bar > 0 && align == cell.Right {
		need := g.titleWidth(s.col)
		if mark != "" {
			need += 1 + len(mark)
		}
		w = max(w-bar-1, min(w, need))
	}
	if mark == "" {
		p.fitted(ink, g.cols[s.col].Title, w, align)
	} else {
		mark = strings.NewReplacer("^", p.t.Glyphs.Up, "v", p.t.Glyphs.Down).Replace(mark)
		mw := cell.Width(mark)
		text := strings.TrimRight(p.fit.Fit(g.cols[s.col].Title, min(w-mw-1, g.titleWidth(s.col)), cell.Left), " ")
		if text != "" {
			text += " "
		}
		p.fitted(ink, text+mark, w, align)
	}
	p.space(p.t.Plain, s.w-w)
}

// line draws one row. The cursor's row is in one ink, that it may be seen at a
// glance, and its cell is bold and underlined; the pointer shows which of the
// screen's panes has the focus.
func (g *Grid) line(p *painter, pos int, focused bool) string {
	row := g.row(pos)
	base := p.t.Plain
	here := pos == g.pos
	switch {
	case here && focused:
		base = p.t.Cursor
	case here:
		base = p.t.CursorDim
	}
	marked := g.marks != nil && g.marks.Has(row)
	if marked && !here {
		base = p.t.Selected
	}
	p.base = base
	switch {
	case marked: // under the cursor too, which the row's look shows
		p.add(base, p.t.Glyphs.Changed)
	case here && focused:
		p.add(base, p.t.Glyphs.Pointer)
	default:
		p.space(base, gutter)
	}
	for _, s := range p.spans {
		p.space(base, s.x-p.x)
		if here && s.place == g.col {
			p.base.Bold, p.base.Underline = true, true
		}
		g.cell(p, row, s)
		p.base = base
	}
	p.space(base, g.w-p.x)
	return p.end()
}

func (g *Grid) cell(p *painter, row int, s span) {
	c := g.cols[s.col]
	end := s.x + s.w
	if g.swatch != nil && s.w > swatchW && g.swatch.Swatched(s.col) {
		if i, ok := g.swatch.Swatch(row, s.col); ok {
			p.part(p.t.Segment(i), p.t.Glyphs.Swatch, 1)
			p.part(p.base, p.t.Tag(i)+" ", 2)
		} else {
			p.space(p.base, swatchW)
		}
	}
	bar := g.barWidth(s)
	w := end - p.x
	if bar > 0 {
		w -= bar + 1
	}
	ink, inked := p.t.Plain, false
	if g.inks != nil {
		ink, inked = g.inks.Ink(row, s.col)
	}
	text := g.src.Text(row, s.col)
	switch {
	case text == "" && c.Missing:
		p.part(p.t.Faint, p.fit.Fit(p.t.Glyphs.Missing, w, c.Align), w)
	case inked && bar == 0:
		p.part(ink, p.fit.Fit(text, w, c.Align), w)
	default:
		p.fitted(p.base, text, w, c.Align)
	}
	if bar == 0 {
		return
	}
	if share, ok := g.share(row, s.col); ok {
		if !inked {
			ink = p.t.Accent
		}
		p.bar(ink, Bar(p.t, share, bar), bar)
	} else {
		p.space(p.base, 1)
		p.space(p.base, bar)
	}
}

// barWidth returns the cells of a column's bar on the screen, 0 for none or
// when the column is cut too short for one.
func (g *Grid) barWidth(s span) int {
	bar := g.barCells(s.col)
	if s.w < barRoom(bar)+minWidth {
		return 0
	}
	return bar
}

// Bar returns a bar of a share from 0 to 1 in w cells, in eighths; anything
// above zero shows.
func Bar(t *theme.Theme, share float64, w int) string {
	if !(share > 0) { // NaN too
		return strings.Repeat(" ", w)
	}
	eighths := max(1, int(min(1, share)*float64(w)*8+0.5))
	full := t.Glyphs.Eighths[7]
	s := strings.Repeat(full, eighths/8)
	n := eighths / 8
	if part := eighths % 8; part > 0 {
		s += t.Glyphs.Eighths[part-1]
		n++
	}
	return s + strings.Repeat(" ", w-n)
}
