package screen

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// timeChart draws how many rows fall into each stretch of the calendar. It is
// a [chart.Chart] whose members are rows.
type timeChart struct {
	pr      *message.Printer
	title   string
	hours   []int64 // hours since 1970 that have rows, ascending
	counts  []int   // by hour
	total   int
	missing int
	seconds []int64 // of each row

	last      timeBins // of the last view
	lastWidth int
}

const secondsPerHour = 60 * 60

// newTimeChart counts a date column by the hour, from which all longer
// stretches add up.
func newTimeChart(pr *message.Printer, c *model.Dates) *timeChart {
	out := &timeChart{pr: pr, title: cell.Clean(c.Name()), seconds: c.Seconds()}
	all := make([]int64, 0, len(c.Seconds()))
	for _, s := range c.Seconds() {
		if s == model.NoDate {
			out.missing++
		} else {
			all = append(all, floorDiv(s, secondsPerHour))
		}
	}
	slices.Sort(all)
	out.total = len(all)
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j] == all[i] {
			j++
		}
		out.hours, out.counts = append(out.hours, all[i]), append(out.counts, j-i)
		i = j
	}
	return out
}

// timeUnit is a stretch of the calendar.
type timeUnit struct {
	name  string
	index func(hour int64) int64 // the number of the stretch an hour is in
	label func(index int64) string
	every []int64 // of how many stretches one may be labelled
}

// timeUnits returns the stretches from the shortest.
func timeUnits() []timeUnit {
	units := []timeUnit{
		{"hour", func(h int64) int64 { return h }, func(i int64) string { return hourTime(i).Format("01-02 15:00") }, []int64{1, 2, 3, 6, 12, 24}},
		{"day", func(h int64) int64 { return floorDiv(h, 24) }, func(i int64) string { return hourTime(24 * i).Format(time.DateOnly) }, []int64{1, 2, 5, 7, 14, 28}},
		// Day 0 is a Thursday; weeks begin on Monday.
		{"week", func(h int64) int64 { return floorDiv(floorDiv(h, 24)+3, 7) }, func(i int64) string { return hourTime(24 * (7*i - 3)).Format(time.DateOnly) }, []int64{1, 2, 4, 13}},
		{"month", monthOf, func(i int64) string { return monthLabel(i) }, []int64{1, 2, 3, 6, 12}},
		{"quarter", func(h int64) int64 { return floorDiv(monthOf(h), 3) }, func(i int64) string { return monthLabel(3 * i) }, []int64{1, 2, 4, 8}},
	}
	for _, years := range []int64{1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000, 10_000} {
		name := "year"
		if years > 1 {
			name = strconv.FormatInt(years, 10) + " years"
		}
		units = append(units, timeUnit{name, func(h int64) int64 { return floorDiv(monthOf(h), 12*years) },
			func(i int64) string { return strconv.FormatInt(i*years, 10) }, []int64{1, 2, 5, 10}})
	}
	return units
}

// monthOf numbers months from the year 0.
func monthOf(hour int64) int64 {
	t := hourTime(hour)
	return int64(t.Year())*12 + int64(t.Month()) - 1
}

func monthLabel(month int64) string {
	return time.Date(int(floorDiv(month, 12)), time.Month(month-12*floorDiv(month, 12)+1), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
}

func hourTime(hour int64) time.Time { return time.Unix(hour*secondsPerHour, 0).UTC() }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// timeBins are the stretches of one view.
type timeBins struct {
	timeUnit
	first  int64 // index of the first
	counts []int
}

// bins takes the shortest stretches of which at most width cover the column.
func (c *timeChart) bins(width int) timeBins {
	if len(c.hours) == 0 {
		return timeBins{}
	}
	if c.last.counts != nil && c.lastWidth == width {
		return c.last
	}
	units := timeUnits()
	for i, u := range units {
		first, last := u.index(c.hours[0]), u.index(c.hours[len(c.hours)-1])
		n := last - first + 1
		if n > int64(max(width, 1)) && i < len(units)-1 {
			continue
		}
		b := timeBins{u, first, make([]int, n)}
		for k, h := range c.hours {
			b.counts[u.index(h)-first] += c.counts[k]
		}
		c.last, c.lastWidth = b, width
		return b
	}
	panic("unreachable: the last unit always does")
}

// leastTimeAxis is the width below which the chart has no left axis.
const leastTimeAxis = 16

func (c *timeChart) axisWidth(w int) int {
	if w < leastTimeAxis {
		return 0
	}
	// The widest labels up to a number of rows are those of 999, 9,999 and 12.3 k.
	switch {
	case c.total < 1000:
		return len(chart.Count(c.total)) + 1
	case c.total < 10_000:
		return len("9,999") + 1
	}
	return len("12.3 k") + 1
}

// View implements [chart.Chart].
func (c *timeChart) View(t *theme.Theme, w, h int, at chart.Cursor) []string {
	axis := c.axisWidth(w)
	b := c.bins(w - axis)
	n := len(b.counts)
	lines := []string{c.heading(t, &b, w, at)}
	if n == 0 {
		return sized(append(lines, "", inked(t, t.Faint, " "+say(c.pr, "no values to draw"), w)), w, h)
	}
	rows, below := h-1, h >= 5
	if below {
		rows -= 2
	}
	most := slices.Max(b.counts)
	each := max(1, (w-axis)/n)
	for y := range max(rows, 0) {
		label := ""
		if y == 0 {
			label = chart.Short(float64(most), model.Plain)
		}
		lines = append(lines, c.axisCell(t, label, axis, y == 0)+c.bars(t, b.counts, each, most, rows-1-y, rows, at.X))
	}
	if below {
		lines = append(lines, c.base(t, axis, n*each, at.X, each), c.labels(t, &b, w, axis, each))
	}
	return sized(lines, w, h)
}

// heading is the title, what is under the cursor, and what the bars stand for.
func (c *timeChart) heading(t *theme.Theme, b *timeBins, w int, at chart.Cursor) string {
	facts := []string{say(c.pr, "n %s", chart.Count(c.total))}
	if c.missing > 0 {
		facts = append(facts, say(c.pr, "%s missing", chart.Count(c.missing)))
	}
	if len(b.counts) > 0 {
		facts = append(facts, say(c.pr, "by %s", say(c.pr, b.name)))
	}
	title, ink := c.title, t.Title
	if at.X >= 0 && at.X < len(b.counts) {
		k := b.counts[at.X]
		title, ink = say(c.pr, "%s: %s (%s)", b.label(b.first+int64(at.X)), chart.Count(k), chart.Share(k, c.total)), t.Accent
	}
	for len(facts) > 0 {
		right := strings.Join(facts, " "+t.Glyphs.Dot+" ")
		if room := w - cell.Width(right) - 2; room >= min(cell.Width(title), w/2) {
			return inked(t, ink, title, room) + "  " + t.Paint(t.Faint, right)
		}
		facts = facts[:len(facts)-1]
	}
	return inked(t, ink, title, w)
}

func (c *timeChart) axisCell(t *theme.Theme, label string, axis int, tick bool) string {
	if axis == 0 {
		return ""
	}
	line := t.Glyphs.VRule
	if tick && !t.ASCII {
		line = "┤"
	}
	return t.Paint(t.Faint, fitted(t, label, axis-1, cell.Right)) + t.Paint(t.Rule, line)
}

// bars draws the line of all bars that is so many rows above the base.
func (c *timeChart) bars(t *theme.Theme, counts []int, each, most, above, rows, cursor int) string {
	var b strings.Builder
	gap := 0
	if each >= 4 {
		gap = 1
	}
	ink := theme.Of(t.Accent.FG, -1)
	for i, k := range counts {
		e := 0
		if k > 0 {
			e = max(1, (k*8*rows+most/2)/most) - 8*above
		}
		s := " "
		if e > 0 {
			s = t.Glyphs.Columns[min(e, 8)-1]
		}
		s = strings.Repeat(s, each-gap) + strings.Repeat(" ", gap)
		if i == cursor {
			b.WriteString(t.Paint(t.Title, s))
		} else {
			b.WriteString(t.Paint(ink, s))
		}
	}
	return b.String()
}

// base is the line below the bars, with a sign under the cursor.
func (c *timeChart) base(t *theme.Theme, axis, n, cursor, each int) string {
	left := ""
	if axis > 0 {
		corner := "└"
		if t.ASCII {
			corner = t.Glyphs.Cross
		}
		left = strings.Repeat(" ", axis-1) + t.Paint(t.Rule, corner)
	}
	if cursor < 0 || cursor*each >= n {
		return left + rule(t, n, nil)
	}
	x := cursor*each + (each-1)/2
	return left + rule(t, x, nil) + t.Paint(t.Accent, t.Glyphs.Up) + rule(t, n-x-1, nil)
}

// labels names the first and the last bar, and between them the round ones, such
// as the first months of years, of which there is room for all.
func (c *timeChart) labels(t *theme.Theme, b *timeBins, w, axis, each int) string {
	n := len(b.counts)
	room := w - axis
	first, last := b.label(b.first), b.label(b.first+int64(n-1))
	lw := len(last)
	if len(first)+1+lw > room || n == 1 {
		return strings.Repeat(" ", axis) + inked(t, t.Faint, first, room)
	}
	end := max(len(first)+1, min((n-1)*each, room-lw))
	line := []byte(strings.Repeat(" ", room))
	copy(line, first)
	copy(line[end:], last)
	step := b.every[len(b.every)-1]
	for _, k := range slices.Backward(b.every) {
		if int(k)*each >= len(first)+2 {
			step = k
		}
	}
	for i, free := 0, len(first)+1; i < n; i++ {
		if floorDiv(b.first+int64(i), step)*step != b.first+int64(i) || i*each < free {
			continue
		}
		s := b.label(b.first + int64(i))
		if i*each+len(s)+1 > end {
			break
		}
		copy(line[i*each:], s)
		free = i*each + len(s) + 1
	}
	return strings.Repeat(" ", axis) + t.Paint(t.Faint, string(line))
}

// Move implements [chart.Chart].
func (c *timeChart) Move(at chart.Cursor, dx, _, w, _ int) chart.Cursor {
	n := len(c.bins(w - c.axisWidth(w)).counts)
	switch {
	case n == 0:
		at.X = -1
	case at.X < 0:
		at.X = 0
	default:
		at.X = max(0, min(at.X+dx, n-1))
	}
	return at
}

// Members implements [chart.Chart]: the rows of the bar at the cursor.
func (c *timeChart) Members(at chart.Cursor, w, _ int) []int32 {
	b := c.bins(w - c.axisWidth(w))
	if at.X < 0 || at.X >= len(b.counts) {
		return nil
	}
	// Stretches follow each other, so the bar is the hours from the first in it
	// to the last.
	bar := func(i int) int { return int(b.index(c.hours[i]) - b.first) }
	from := sort.Search(len(c.hours), func(i int) bool { return bar(i) >= at.X })
	to := sort.Search(len(c.hours), func(i int) bool { return bar(i) > at.X })
	if from == to {
		return nil
	}
	lo, hi := c.hours[from]*secondsPerHour, (c.hours[to-1]+1)*secondsPerHour
	var out []int32
	for i, s := range c.seconds {
		if s >= lo && s < hi {
			out = append(out, int32(i))
		}
	}
	return out
}

// Table implements [chart.Chart].
func (c *timeChart) Table() chart.Table {
	const rows = 36
	b := c.bins(rows)
	out := chart.Table{Title: c.title, Words: 1, Head: []string{say(c.pr, "from"), say(c.pr, "rows"), say(c.pr, "share")}}
	for i, n := range b.counts {
		out.Rows = append(out.Rows, []string{b.label(b.first + int64(i)), chart.Count(n), chart.Share(n, c.total)})
	}
	return out
}
