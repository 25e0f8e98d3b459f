package chart

import (
	"math/rand/v2"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
)

// Scatter draws customers as dots. Each cell takes the colour of the segment
// that most of its dots are of; the centres of clusters are their tags.
type Scatter struct {
	pr             *message.Printer
	title          string
	xTitle, yTitle string
	x, y           []float64 // per customer
	px, py         []float64 // where their dots stand, see [Scatter.spread]
	isSpread       bool
	drawn          []int32 // the customers drawn, ascending
	bubbles        *bubbles
	n              int // customers that could be drawn
	xr, yr         span
	outside        int    // of those drawn, how many are beyond the axes
	xName, yName   string // the titles without units
	xUnit, yUnit   model.Unit
	centers        []model.Center
	xCuts, yCuts   []float64 // ascending
	of             Split
	parts          []int // by part between the lines, row by row from below: its segment, -1 for none; nil when the lines do not make the segments
}

// mostDots is the number of customers drawn at most: more only blacken the
// picture.
const mostDots = 5000

// sampleSeed makes the sample of a scatter the same each time.
const sampleSeed = 1

// NewScatter prepares a scatter, of a fixed random sample when there are many
// customers. An axis leaves out a tail beyond the 1st or the 99th percentile
// that is longer than all the rest.
func NewScatter(pr *message.Printer, c *model.Scatter, of Split) *Scatter {
	s := &Scatter{
		pr: pr, title: cell.Clean(c.Title.In(pr)), xTitle: withUnit(pr, c.XTitle, c.XUnit), yTitle: withUnit(pr, c.YTitle, c.YUnit),
		x: c.X, y: c.Y, xName: cell.Clean(c.XTitle.In(pr)), yName: cell.Clean(c.YTitle.In(pr)), xUnit: Coded(c.XTitle.In(pr), c.XUnit), yUnit: Coded(c.YTitle.In(pr), c.YUnit), centers: c.Centers, xCuts: c.XCuts, yCuts: c.YCuts, of: of,
	}
	for i, x := range c.X {
		if finite(x) && finite(c.Y[i]) {
			s.n++
		}
	}
	s.draw()
	if s.bubbles = newBubbles(c); s.bubbles != nil {
		s.px, s.py, s.xr, s.yr = s.bubbles.spread(s)
	} else {
		s.px, s.py, s.isSpread = s.spread()
		s.xr, s.yr = s.axis(s.px), s.axis(s.py)
	}
	for _, c := range s.centers {
		if finite(c.X) && finite(c.Y) {
			s.xr.lo, s.xr.hi = min(s.xr.lo, c.X), max(s.xr.hi, c.X)
			s.yr.lo, s.yr.hi = min(s.yr.lo, c.Y), max(s.yr.hi, c.Y)
		}
	}
	s.xr, s.yr = s.xr.with(s.xCuts), s.yr.with(s.yCuts)
	s.parts = s.partSegments()
	for _, i := range s.drawn {
		if !s.shown(i) {
			s.outside++
		}
	}
	return s
}

// draw takes mostDots customers at random, each as likely as any other, in one
// pass (Knuth, The Art of Computer Programming 2, algorithm 3.4.2 S).
func (s *Scatter) draw() {
	rng := rand.New(rand.NewPCG(sampleSeed, 0))
	left, need := s.n, min(s.n, mostDots)
	for i, x := range s.x {
		if !finite(x) || !finite(s.y[i]) {
			continue
		}
		if need == left || rng.IntN(left) < need {
			s.drawn = append(s.drawn, int32(i))
			need--
		}
		left--
	}
}

// axis returns the range of the values drawn.
func (s *Scatter) axis(values []float64) span {
	drawn := make([]float64, len(s.drawn))
	for k, i := range s.drawn {
		drawn[k] = values[i]
	}
	if len(drawn) == 0 {
		return span{0, 1}
	}
	lo, hi := NewSample(drawn).span(true)
	return span{lo, hi}.settled()
}

// shown reports whether a customer is within the axes.
func (s *Scatter) shown(i int32) bool {
	return s.px[i] >= s.xr.lo && s.px[i] <= s.xr.hi && s.py[i] >= s.yr.lo && s.py[i] <= s.yr.hi
}

// segment returns the segment of a customer, -1 for none.
func (s *Scatter) segment(i int32) int {
	if int(i) >= len(s.of.Of) {
		return -1
	}
	return int(s.of.Of[i])
}

// frame lays the plot out: below it the titles of the axes and the legend where
// there is room.
func (s *Scatter) frame(w, h int) *frame {
	bottom := h
	if s.titled(h) {
		bottom--
	}
	bottom -= s.legend(w, h)
	f := newFrame(w, 1, bottom, s.xr, s.yr, s.yUnit)
	if f.x0 > 0 {
		// The lines have their labels among the ticks of the left axis.
		label := 0
		for _, v := range s.yCuts {
			label = max(label, cell.Width(tickText(v, s.yUnit)))
		}
		more := max(min(label, w/3)+1-f.x0, 0)
		f.x0, f.pw = f.x0+more, f.pw-more
	}
	return f
}

// titled reports whether a view of h lines has room for the titles of the axes.
func (s *Scatter) titled(h int) bool { return h >= 9 }

// legend is how many lines of a view the legend takes.
func (s *Scatter) legend(w, h int) int {
	if h < 12 || len(s.of.Names) == 0 {
		return 0
	}
	return legendHeight(w, max(h/8, 1), s.of.Names, s.segments())
}

// segments are all segments.
func (s *Scatter) segments() []int {
	all := make([]int, len(s.of.Names))
	for i := range all {
		all[i] = i
	}
	return all
}

// Move implements [Chart]: by cells of the plot, or by lines when the cursor is
// on one.
func (s *Scatter) Move(at Cursor, dx, dy, w, h int) Cursor {
	if s.onCut(at) {
		at.Cut = step(at.Cut, dx-dy, len(s.xCuts)+len(s.yCuts))
		return at
	}
	f := s.frame(w, h)
	if at.X < 0 || at.Y < 0 {
		at.X, at.Y = f.pw/2, f.ph/2
		return at
	}
	at.X, at.Y = step(at.X, dx, f.pw), step(at.Y, dy, f.ph)
	return at
}

// Members implements [Chart]: every customer in the cell at the cursor, drawn
// or not.
func (s *Scatter) Members(at Cursor, w, h int) []int32 {
	if at.X < 0 || at.Y < 0 {
		return nil
	}
	in := s.inside(s.frame(w, h), at)
	if s.bubbles == nil || len(in) == 0 {
		return in
	}
	return holding(s.bubbles.of, s.bubbles.at(in))
}

func (s *Scatter) inside(f *frame, at Cursor) []int32 {
	var out []int32
	// Most customers are far from the cursor: compare before computing dots.
	left, right := f.valueX(2*at.X-2), f.valueX(2*at.X+3)
	for i, x := range s.px {
		if !(x >= left && x <= right) || !finite(s.py[i]) || !s.shown(int32(i)) {
			continue
		}
		if f.dotX(x)/2 == at.X && f.dotY(s.py[i])/4 == at.Y {
			out = append(out, int32(i))
		}
	}
	return out
}

func (s *Scatter) facts() []string {
	var out []string
	if len(s.drawn) < s.n {
		out = append(out, say(s.pr, "%s of %s shown", Count(len(s.drawn)), Count(s.n)))
	} else {
		out = append(out, say(s.pr, "n %s", Count(s.n)))
	}
	if m := len(s.x) - s.n; m > 0 {
		out = append(out, say(s.pr, "%s missing", Count(m)))
	}
	if s.bubbles != nil {
		out = append(out, say(s.pr, "size: customers"))
	}
	if s.isSpread {
		out = append(out, say(s.pr, "dots are spread around their values"))
	}
	if s.outside > 0 {
		out = append(out, say(s.pr, "%s beyond the axes", Count(s.outside)))
	}
	return out
}
