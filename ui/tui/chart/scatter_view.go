package chart

import (
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// View implements [Chart].
func (s *Scatter) View(t *theme.Theme, w, h int, at Cursor) []string {
	c := newCanvas(t, w, h)
	layout := s.frame(w, h)
	c.footed = s.titled(h)
	heading(c, s.title, s.readout(layout, at), s.facts())
	if s.n == 0 {
		nothing(c, s.pr)
		return c.lines()
	}
	if s.titled(h) {
		axisTitles(c, s.pr, s.xTitle, s.yTitle)
	}
	if rows := s.legend(w, h); rows > 0 {
		legendRows(c, s.pr, h-1-rows, rows, s.of.Names, s.segments())
	}
	f := layout.draw(c)
	if f.ph == 0 {
		return c.lines()
	}
	s.cutLines(f, at)
	s.dots(f)
	s.partNames(f)
	if s.bubbles != nil {
		s.bubbles.draw(f, s.segmentOfBubble)
	}
	for _, m := range s.centers {
		if finite(m.X) && finite(m.Y) {
			ink := t.Cursor
			ink.Bold = true
			x, y := f.column(m.X), f.row(m.Y)
			f.set(x, y, t.Tag(m.Segment), ink)
			if !s.drawsDots(t) {
				// Among letters a letter in reverse is easily missed.
				f.set(max(x-1, f.x0), y, "[", ink)
				f.set(min(x+1, f.w-1), y, "]", ink)
			}
		}
	}
	if !s.onCut(at) && at.X >= 0 && at.Y >= 0 {
		s.crosshair(f, at)
	}
	s.cutLabels(f, at)
	f.bottom(s.xUnit)
	return c.lines()
}

// drawsDots reports whether customers can be drawn as dots in the colours of
// their segments.
func (s *Scatter) drawsDots(t *theme.Theme) bool {
	return t.Glyphs.Braille && !t.Lettered(len(s.of.Names))
}

// dots draws the customers. Where colour or braille is missing a cell shows
// the tag of its segment instead.
func (s *Scatter) dots(f *framed) {
	names := len(s.of.Names) + 1 // the last is for no segment
	counts := make([]uint16, f.pw*f.ph*names)
	d := newDots(f.pw, f.ph)
	for _, i := range s.drawn {
		if !s.shown(i) {
			continue
		}
		x, y := f.dotX(s.px[i]), f.dotY(s.py[i])
		d.set(x, y)
		k := s.segment(i)
		if k < 0 {
			k = names - 1
		}
		counts[(y/4*f.pw+x/2)*names+k]++
	}
	for y := range f.ph {
		for x := range f.pw {
			at := y*f.pw + x
			if d.bits[at] == 0 {
				continue
			}
			k := majority(counts[at*names : (at+1)*names])
			if k == names-1 {
				k = -1
			}
			sign := d.at(x, y)
			if !s.drawsDots(f.t) {
				if sign = f.t.Tag(k); k < 0 {
					sign = f.t.Glyphs.Dot
				}
			}
			f.set(f.x0+x, f.y0+y, sign, f.t.Segment(k))
		}
	}
}

// majority returns the place of the greatest count, the first of equals.
func majority(counts []uint16) int {
	best := 0
	for k, n := range counts {
		if n > counts[best] {
			best = k
		}
	}
	return best
}

// crosshair draws the cursor by a sign on both axes and around its cell.
func (s *Scatter) crosshair(f *framed, at Cursor) {
	x, y := f.x0+min(at.X, f.pw-1), f.y0+min(at.Y, f.ph-1)
	c := f.px[y*f.w+x]
	if f.empty(x, y) || cell.Width(c.s) != 1 { // nothing, or a half of a wide sign
		c.s = f.t.Glyphs.Cross
	}
	f.set(x, y, c.s, f.t.Cursor)
	for i := f.y0; i < f.y0+f.ph; i++ {
		if f.empty(x, i) {
			f.set(x, i, f.t.Glyphs.CutLine, f.t.Accent)
		}
	}
	for i := f.x0; i < f.x0+f.pw; i++ {
		if f.empty(i, y) {
			f.set(i, y, f.t.Glyphs.Dot, f.t.Accent)
		}
	}
}

// segmentOfBubble is the segment of a bubble's customers.
func (s *Scatter) segmentOfBubble(g int) int {
	for i, b := range s.bubbles.of {
		if int(b) == g {
			return s.segment(int32(i))
		}
	}
	return -1
}

// readout says how many customers are in the cell at the cursor, and of which
// segment most are.
func (s *Scatter) readout(f *frame, at Cursor) string {
	if s.onCut(at) {
		return s.cutLabel(at.Cut)
	}
	if at.X < 0 || at.Y < 0 || f.ph == 0 {
		return ""
	}
	in := s.inside(f, at)
	if len(in) == 0 {
		return say(s.pr, "nobody here")
	}
	if s.bubbles != nil {
		g := s.bubbles.at(in)
		return say(s.pr, "%s: n %s, %s %s, %s %s", s.bubbles.names[g], Count(s.bubbles.n[g]),
			s.xName, Short(s.bubbles.x[g], s.xUnit), s.yName, Short(s.bubbles.y[g], s.yUnit))
	}
	counts := make([]uint16, len(s.of.Names))
	for _, i := range in {
		if k := s.segment(i); k >= 0 {
			counts[k]++
		}
	}
	if len(counts) == 0 {
		return say(s.pr, "%s here", Count(len(in)))
	}
	k := majority(counts)
	return say(s.pr, "%s here, %s %s", Count(len(in)), Share(int(counts[k]), len(in)), s.of.Names[k])
}

// Table implements [Chart]: where the middle of each segment lies.
func (s *Scatter) Table() Table {
	t := Table{
		Title: s.title, Words: 1, Notes: s.facts(),
		Head: []string{say(s.pr, "segment"), say(s.pr, "customers"), s.xTitle, s.yTitle},
	}
	for k, name := range s.of.Names {
		var x, y []float64
		for i := range s.x {
			if s.segment(int32(i)) == k && finite(s.x[i]) && finite(s.y[i]) {
				x, y = append(x, s.x[i]), append(y, s.y[i])
			}
		}
		mx, my := NewSample(x).Quantile(.5), NewSample(y).Quantile(.5)
		t.Rows = append(t.Rows, []string{name, Count(len(x)), Full(mx, s.xUnit), Full(my, s.yUnit)})
	}
	for i := range len(s.xCuts) + len(s.yCuts) {
		t.Notes = append(t.Notes, s.cutLabel(i))
	}
	t.Notes = append(t.Notes, say(s.pr, "The places of the segments are medians."))
	return t
}
