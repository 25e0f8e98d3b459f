package export

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// mostDots is the number of customers that a scatter draws at most.
const mostDots = 1000

// dotColumns gives out the columns of the sheet that holds the dots.
type dotColumns struct {
	sheet *sheet
	used  int
}

// put writes points below a title in the next two columns and returns their
// references.
func (d *dotColumns) put(title string, points [][2]float64) (name, x, y string) {
	s := d.sheet
	column := d.used + 1
	d.used += 2
	write := func(row int, at int, value any) {
		s.do(func() error {
			s.row = row
			return s.set(at, value.(cell))
		})
	}
	write(1, column, textCell(s.book.looks.head, title))
	for i, p := range points {
		write(i+2, column, s.number(p[0], numberLook{format: generalFormat}))
		write(i+2, column+1, s.number(p[1], numberLook{format: generalFormat}))
	}
	return s.cells(column, 1, 1), s.cells(column, 2, 1+len(points)), s.cells(column+1, 2, 1+len(points))
}

// scatter draws customers as dots in the colours of their segments, and the
// lines that part them.
func (s *sheet) scatter(c *model.Scatter, dots *dotColumns) {
	v := s.book.view
	all := drawnDots(c)
	n := 0
	p := plot{kind: excelize.Scatter, title: v.text(c.Title), xTitle: v.text(c.XTitle), yTitle: v.text(c.YTitle), width: 720, height: 420, format: generalFormat, plain: true}
	low, high := [2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}
	bySegment := make([][][2]float64, len(v.result.Segments))
	for _, i := range all {
		at := [2]float64{c.X[i], c.Y[i]}
		for k, x := range at {
			low[k], high[k] = min(low[k], x), max(high[k], x)
		}
		if g := v.result.Of[i]; g >= 0 {
			bySegment[g] = append(bySegment[g], at)
			n++
		}
	}
	for g, points := range bySegment {
		if len(points) == 0 {
			continue
		}
		// In the order of their values they do not tell the order of the customers.
		slices.SortFunc(points, func(a, b [2]float64) int { return slices.Compare(a[:], b[:]) })
		name, x, y := dots.put(v.names[g], points)
		color := solid(segmentColor(g, v.result.Segments[g].Unclassified))
		p.series = append(p.series, excelize.ChartSeries{Name: name, Categories: x, Values: y, Fill: color,
			Line: excelize.LineOptions{Type: excelize.LineNone}, Marker: excelize.ChartMarker{Symbol: "circle", Size: 4, Fill: color, Border: excelize.LineOptions{Type: excelize.LineNone}}})
	}
	if n == 0 {
		return
	}
	line := func(title model.Phrase, from, to [2]float64) {
		name, x, y := dots.put(v.text(title), [][2]float64{from, to})
		grey := solid(greyColor)
		p.series = append(p.series, excelize.ChartSeries{Name: name, Categories: x, Values: y, Fill: grey,
			Line: excelize.LineOptions{Type: excelize.LineSolid, Width: 1, Fill: grey, Dash: excelize.LineDashDash}, Marker: excelize.ChartMarker{Symbol: "none"}})
	}
	for _, x := range c.XCuts {
		line(model.P("cut of %s", c.XTitle), [2]float64{x, low[1]}, [2]float64{x, high[1]})
	}
	for _, y := range c.YCuts {
		line(model.P("cut of %s", c.YTitle), [2]float64{low[0], y}, [2]float64{high[0], y})
	}
	s.add(nil, s.label(model.P("%d customers drawn, of %d; their numbers are on the sheet %s", n, len(c.X), s.book.tab(dotsSheet))))
	row := s.row + 1
	s.draw(p, 2, row)
	s.reserve(row, p.height)
}

// drawnDots takes at most mostDots of the customers with both values at random,
// each as likely as any other, in one pass (Knuth, The Art of Computer
// Programming 2, algorithm 3.4.2 S).
func drawnDots(c *model.Scatter) []int {
	known := func(i int) bool {
		sum := c.X[i] + c.Y[i]
		return !math.IsNaN(sum) && !math.IsInf(sum, 0)
	}
	left := 0
	for i := range c.X {
		if known(i) {
			left++
		}
	}
	var out []int
	rng, need := rand.New(rand.NewPCG(1, 0)), min(left, mostDots)
	for i := range c.X {
		if !known(i) {
			continue
		}
		if need == left || rng.IntN(left) < need {
			out = append(out, i)
			need--
		}
		left--
	}
	return out
}
