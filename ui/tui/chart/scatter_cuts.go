package chart

import (
	"sort"

	"custseg/ui/tui/cell"
)

// partSegments returns the segment that each part of the plot between the lines
// stands for, row by row from below, or nil when the lines do not make the
// segments. As in a histogram, a value equal to a line may belong to either
// side: here the lines begin what lies above them, as limits do.
func (s *Scatter) partSegments() []int {
	if len(s.xCuts)+len(s.yCuts) == 0 || len(s.of.Names) == 0 || len(s.of.Of) != len(s.x) {
		return nil
	}
	across, n := len(s.xCuts)+1, len(s.of.Names)
	counts := make([][]int, across*(len(s.yCuts)+1))
	total, same := 0, 0
	for i, x := range s.x {
		k := s.segment(int32(i))
		if k < 0 || !finite(x) || !finite(s.y[i]) {
			continue
		}
		part := partOf(s.yCuts, s.y[i])*across + partOf(s.xCuts, x)
		if counts[part] == nil {
			counts[part] = make([]int, n)
		}
		counts[part][k]++
		total++
	}
	out := make([]int, len(counts))
	for part, c := range counts {
		out[part] = -1
		most := 0
		for k, m := range c {
			if m > most {
				out[part], most = k, m
			}
		}
		same += most
	}
	if float64(same) < purity*float64(total) {
		return nil
	}
	return out
}

// partOf returns the place of a value between cuts: as many as it reaches.
func partOf(cuts []float64, v float64) int {
	return sort.Search(len(cuts), func(i int) bool { return cuts[i] > v })
}

// onCut reports whether the cursor is on a line.
func (s *Scatter) onCut(at Cursor) bool {
	return at.Cut >= 0 && at.Cut < len(s.xCuts)+len(s.yCuts)
}

// cutLabel names a line and where it stands.
func (s *Scatter) cutLabel(i int) string {
	if i < len(s.xCuts) {
		return say(s.pr, "cut of %s: %s", s.xName, Short(s.xCuts[i], s.xUnit))
	}
	return say(s.pr, "cut of %s: %s", s.yName, Short(s.yCuts[i-len(s.xCuts)], s.yUnit))
}

// cutLines draws the lines, the one at the cursor solid.
func (s *Scatter) cutLines(f *framed, at Cursor) {
	g := f.t.Glyphs
	for i, v := range s.yCuts {
		glyph, ink := g.Dot, f.t.Faint
		if at.Cut == len(s.xCuts)+i {
			glyph, ink = g.HRule, f.t.Accent
		}
		if finite(v) {
			f.fill(f.x0, f.row(v), f.pw, glyph, ink)
		}
	}
	for i, v := range s.xCuts {
		glyph, ink := g.CutLine, f.t.Faint
		if at.Cut == i {
			glyph, ink = g.VRule, f.t.Accent
		}
		for y := f.y0; finite(v) && y < f.y0+f.ph; y++ {
			f.set(f.column(v), y, glyph, ink)
		}
	}
}

// cutLabels writes where the lines stand: of the x axis below it, of the y axis
// in the place of its ticks. The line at the cursor comes first.
func (s *Scatter) cutLabels(f *framed, at Cursor) {
	g := f.t.Glyphs
	place := func(i int, v float64) {
		if x := f.column(v); f.axes && finite(v) {
			label, ink, tee := tickText(v, s.xUnit), f.t.Title, f.t.Rule
			if i == at.Cut {
				label, ink, tee = g.StepLeft+label+g.StepRight, f.t.Cursor, f.t.Accent
			}
			f.below.place(x, label, ink)
			f.set(x, f.y0+f.ph, g.TeeUp, tee)
		}
	}
	if at.Cut >= 0 && at.Cut < len(s.xCuts) {
		place(at.Cut, s.xCuts[at.Cut])
	}
	for i, v := range s.xCuts {
		if i != at.Cut {
			place(i, v)
		}
	}
	for i, v := range s.yCuts {
		if f.x0 == 0 || !finite(v) {
			continue
		}
		ink := f.t.Title
		if at.Cut == len(s.xCuts)+i {
			ink = f.t.Cursor
		}
		f.fit(0, f.row(v), tickText(v, s.yUnit), f.x0-1, cell.Right, ink)
	}
}

// partNames writes the tag and the name of its segment into the outer line of
// each part that is one segment and has room for it.
func (s *Scatter) partNames(f *framed) {
	if s.parts == nil || f.ph < 4 {
		return
	}
	left, rows := f.x0, len(s.yCuts)
	for column := range len(s.xCuts) + 1 {
		right := f.x0 + f.pw
		if column < len(s.xCuts) {
			right = f.column(s.xCuts[column])
		}
		for row := range rows + 1 {
			k := s.parts[row*(len(s.xCuts)+1)+column]
			y := f.y0 + f.ph - 1
			if row > 0 {
				y = f.y0
				if row < rows {
					y = f.row(s.yCuts[row]) + 1
				}
			}
			if k < 0 {
				continue
			}
			name := blank + f.t.Tag(k) + blank + cell.Clean(s.of.Names[k]) + blank
			if w := cell.Width(name); w <= right-left {
				ink := f.t.Segment(k)
				ink.Bold = true
				f.text(s.corner(column, left, right, w), y, name, ink)
			}
		}
		left = right + 1
	}
}

// corner returns where a name of w cells begins in a part from left to right:
// at the outer side of the plot.
func (s *Scatter) corner(column, left, right, w int) int {
	if column > 0 && column == len(s.xCuts) {
		return right - w
	}
	return left
}
