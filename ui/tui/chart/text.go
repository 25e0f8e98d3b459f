package chart

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// say renders a sentence of the chart's own.
func say(pr *message.Printer, key string, args ...any) string {
	return cell.Clean(model.P(key, args...).In(pr))
}

// withUnit adds the unit to a title where the numbers do not carry it.
func withUnit(pr *message.Printer, title model.Phrase, u model.Unit) string {
	plain := cell.Clean(title.In(pr))
	if u == Code || strings.Contains(strings.ToLower(plain), string(u)) {
		return plain
	}
	switch u {
	case model.Days:
		return say(pr, "%s, days", plain)
	case model.OrderCount:
		return say(pr, "%s, orders", plain)
	}
	return plain
}

// tickText writes a number of an axis whose title names the unit.
func tickText(v float64, u model.Unit) string {
	if u == model.Percent || u == Code {
		return Short(v, u)
	}
	return Short(v, model.Plain)
}

// axisText writes the numbers of a vertical axis with as many decimals each, so
// that they line up.
func axisText(ticks []float64, u model.Unit) []string {
	out := make([]string, len(ticks))
	decimals, plain := 0, true
	for i, v := range ticks {
		out[i] = tickText(v, u)
		plain = plain && u != model.Percent && !strings.ContainsAny(out[i], " e,")
		if _, after, ok := strings.Cut(out[i], "."); ok {
			decimals = max(decimals, len(after))
		}
	}
	for i, v := range ticks {
		if plain && decimals > 0 && v != 0 {
			out[i] = strconv.FormatFloat(v, 'f', decimals, 64)
		}
	}
	return out
}

// lined writes the numbers of a column with as many decimals each: those that
// tell the largest to three digits, none where all are whole. A missing number
// is empty; numbers of ten thousand and more are abbreviated, all by the power of a
// thousand that suits the largest.
func lined(values []float64, u model.Unit) []string {
	out, most, whole, scale, sign := make([]string, len(values)), 0., true, 1., ""
	if u == model.Percent {
		scale, sign = 100, "%"
	}
	for _, v := range values {
		if finite(v) {
			most = max(most, math.Abs(v*scale))
			whole = whole && v*scale == math.Trunc(v*scale)
		}
	}
	decimals := 0
	if !whole {
		decimals = min(max(2-int(math.Floor(math.Log10(most))), 0), 4)
	}
	if u == model.Percent {
		decimals = min(decimals, 1)
	}
	for i, v := range values {
		switch {
		case math.IsNaN(v):
		case finite(v) && most >= 9999.5 && most < 999.5e12 && u != Code && u != model.Percent:
			out[i] = abbreviated(v, most)
		case !finite(v) || most >= 9999.5 || most < 0.001 || u == Code:
			out[i] = tickText(v, u)
		default:
			out[i] = strconv.FormatFloat(v*scale, 'f', decimals, 64)
			if decimals == 0 {
				out[i] = group(out[i])
			}
			out[i] += sign
		}
	}
	return out
}

// Lined writes the numbers of a column so that they line up: with as many
// decimals each and of one power of a thousand; a missing number is empty.
func Lined(values []float64, u model.Unit) []string { return lined(values, u) }

// abbreviated writes a number by the power of a thousand that suits the largest
// of its column, with one decimal at least; one that would vanish as itself.
func abbreviated(v, most float64) string {
	power, suffix := 1e3, suffixes[0]
	for _, s := range suffixes[1:] {
		if most/power < 999.5 {
			break
		}
		power, suffix = power*1e3, s
	}
	if math.Abs(v) < most/200 {
		return short(v)
	}
	return strconv.FormatFloat(v/power, 'f', max(2-int(math.Floor(math.Log10(most/power))), 1), 64) + suffix
}

// leastTitle is the room that a title keeps beside the first facts.
const leastTitle = 20

// heading draws the first line of a chart: its title, what is under the
// cursor, and at the right the facts about the data. The first two of these,
// how many customers there are and how many are missing, are worth more than
// the end of a long title; of the others the last give way first. A readout
// that the line has no room for goes to the last line where that is free.
func heading(c *canvas, title, readout string, facts []string) {
	if c.h == 0 {
		return
	}
	dot := " " + c.t.Glyphs.Dot + " "
	first := ""
	for n := min(2, len(facts)); n > 0 && first == ""; n-- {
		if s := strings.Join(facts[:n], dot); c.w-cell.Width(s)-2 >= min(cell.Width(title), leastTitle) {
			first = s
		}
	}
	if readout != "" && c.footed && cell.Width(title)+cell.Width(readout)+cell.Width(first)+4 > c.w {
		c.foot, readout = readout, ""
	}
	room := c.w
	if readout != "" {
		// The readout is what the reader asks for: the title gives way to it.
		rw := min(cell.Width(readout), c.w)
		tw := min(cell.Width(title), max(c.w-rw-2, 0))
		if tw < 4 {
			tw = 0
		}
		c.fit(0, 0, title, tw, cell.Left, c.t.Title)
		if tw > 0 {
			tw += 2
		}
		c.fit(tw, 0, readout, rw, cell.Left, c.t.Accent)
		room -= tw + rw
	} else {
		tw := min(cell.Width(title), c.w)
		if first != "" {
			tw = min(tw, c.w-cell.Width(first)-2)
		}
		c.fit(0, 0, title, tw, cell.Left, c.t.Title)
		room -= tw
	}
	for n := len(facts); n > 0; n-- {
		s := strings.Join(facts[:n], dot)
		if w := cell.Width(s); w+2 <= room {
			c.text(c.w-w, 0, s, c.t.Faint)
			return
		}
	}
}

// basisFacts say what numbers are of.
func basisFacts(pr *message.Printer, b model.Basis) []string {
	var out []string
	if of := cell.Clean(b.Of.In(pr)); b.N > 0 && of != "" {
		out = append(out, say(pr, "n %s %s", Count(b.N), of))
	} else if b.N > 0 {
		out = append(out, say(pr, "n %s", Count(b.N)))
	}
	if b.Missing > 0 {
		out = append(out, say(pr, "%s missing", Count(b.Missing)))
	}
	return out
}

// nothing says in the middle of a chart that there is nothing in it.
func nothing(c *canvas, pr *message.Printer) {
	if c.h > 1 {
		c.fit(0, c.h/2, say(pr, "no values to draw"), c.w, cell.Center, c.t.Faint)
	}
}

// labels places words on one row so that none touches another: the words
// placed first win.
type labels struct {
	c    *canvas
	y    int
	used []bool
}

func newLabels(c *canvas, y int) *labels { return &labels{c, y, make([]bool, c.w)} }

// place draws s centred on x, moved inside the canvas where needed, and
// reports whether there was room with a blank on both sides.
func (l *labels) place(x int, s string, ink theme.Ink) bool {
	w := cell.Width(s)
	if w == 0 || w > l.c.w {
		return false
	}
	from := min(max(x-(w-1)/2, 0), l.c.w-w)
	for i := max(from-1, 0); i < min(from+w+1, l.c.w); i++ {
		if l.used[i] {
			return false
		}
	}
	for i := from; i < from+w; i++ {
		l.used[i] = true
	}
	l.c.text(from, l.y, s, ink)
	return true
}

// legend draws swatch, tag and name of segments on one row, and how many more
// there are when they do not fit.
func legend(c *canvas, pr *message.Printer, y int, names []string, segments []int) {
	legendRows(c, pr, y, 1, names, segments)
}

// legendHeight is how many rows, at most so many, the legend of segments takes in
// w cells.
func legendHeight(w, most int, names []string, segments []int) int {
	rows, x := 1, 0
	for _, s := range segments {
		need := legendWidth(names[s])
		if x+need > w && x > 0 {
			rows, x = rows+1, 0
		}
		x += need + 2
	}
	return min(rows, most)
}

// legendWidth is the cells of one entry: swatch, tag, a blank and the name.
func legendWidth(name string) int { return 3 + cell.Width(cell.Clean(name)) }

// legendRows draws a legend on some rows; on the last it says how many more there
// are when they do not fit.
func legendRows(c *canvas, pr *message.Printer, y, rows int, names []string, segments []int) {
	x, last := 0, y+rows-1
	for i, s := range segments {
		more := say(pr, "+%d more", len(segments)-i)
		need := legendWidth(names[s])
		if y == last && i < len(segments)-1 {
			need += 2 + cell.Width(more)
		}
		if x+need > c.w && x > 0 && y < last {
			x, y = 0, y+1
		}
		if x+need > c.w && y == last {
			c.text(x, y, fit(c.t, more, min(cell.Width(more), c.w-x), cell.Left), c.t.Faint)
			return
		}
		x = c.text(x, y, c.t.Glyphs.Swatch+c.t.Tag(s), c.t.Segment(s))
		x = c.text(x+1, y, cell.Clean(names[s]), c.t.Plain) + 2
	}
}
