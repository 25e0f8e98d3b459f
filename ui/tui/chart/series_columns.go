package chart

import (
	"math"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// seriesColumns is how the columns of a [Series] stand on a plot: the settings
// side by side, at each a column for every line.
type seriesColumns struct {
	group int // cells a setting, of which at least one is blank where there is room
	col   int // cells a column
}

// columns lays columns out, nil when the series is drawn as lines: because it
// is one, or because columns would be too thin to tell apart.
func (s *Series) columns(f *frame) *seriesColumns {
	if !s.bars || len(s.x) == 0 || f.ph == 0 {
		return nil
	}
	group := f.pw / len(s.x)
	if group < len(s.lines)+1 {
		return nil
	}
	return &seriesColumns{group: min(group, 6*len(s.lines)+1), col: min((group-1)/len(s.lines), 6)}
}

// signs returns what the legend shows for each line.
func (s *Series) signs(t *theme.Theme, columns *seriesColumns) [4]string {
	g := glyphsOf(t)
	switch {
	case columns == nil:
		return g.markers
	case shaded(t):
		return g.shades
	}
	return [4]string{t.Glyphs.Swatch, t.Glyphs.Swatch, t.Glyphs.Swatch, t.Glyphs.Swatch}
}

// shaded reports whether columns are told apart by shades, for want of colour.
func shaded(t *theme.Theme) bool { return !t.Color }

// drawColumns draws the columns and the labels below them.
func (s *Series) drawColumns(f *framed, p *seriesColumns, at Cursor) {
	for k := range s.x {
		x := f.x0 + k*p.group
		for i, l := range s.lines {
			s.column(f, x+i*p.col, p.col, l.y[k], i)
		}
		s.columnLabel(f, x+(len(s.lines)*p.col-1)/2, k, k == at.X)
	}
	if s.chosen >= 0 {
		x := f.x0 + s.chosen*p.group + (len(s.lines)*p.col-1)/2
		f.set(x, f.y0+f.ph, f.g.chosen, f.t.Title)
	}
}

// column draws one column of w cells. Of lines that are told apart by a shade
// only the first grows by eighths.
func (s *Series) column(f *framed, x, w int, v float64, line int) {
	if !finite(v) || v <= 0 || s.y.hi <= 0 {
		return
	}
	e := max(int(math.Round(v/s.y.hi*float64(8*f.ph))), 1)
	for i := range w {
		if line == 0 || !shaded(f.t) {
			f.bar(x+i, f.y0+f.ph-1, e, s.ink(f.t, line))
			continue
		}
		for y := range max((e+4)/8, 1) {
			f.set(x+i, f.y0+f.ph-1-y, f.g.shades[line%len(f.g.shades)], s.ink(f.t, line))
		}
	}
}

// columnLabel writes a setting below its columns, the one at the cursor between
// marks.
func (s *Series) columnLabel(f *framed, x, k int, cursor bool) {
	if !f.axes {
		return
	}
	label, ink := Short(s.x[k], ""), f.t.Faint
	if cursor {
		ink = f.t.Title
		f.set(x, f.y0+f.ph, f.t.Glyphs.Up, f.t.Accent)
	}
	if w := cell.Width(label); w <= f.w {
		f.below.place(x, label, ink)
	}
}
