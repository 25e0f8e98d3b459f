package chart

import (
	"math"
	"sort"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
)

// Histogram draws the distribution of one value per customer and the cuts that
// split it. Each column of eighth blocks is one bin, in the colour of the
// segment between the cuts when each interval is one segment, else in those of
// the segments that its customers are of, upon each other; without segments in
// two tones that alternate at the cuts.
type Histogram struct {
	pr     *message.Printer
	name   string // of what is counted
	title  string // the name with its unit
	unit   model.Unit
	values []float64
	cuts   []float64
	marks  []float64 // values that are only pointed out
	bounds []float64 // the cuts as the greatest values of the intervals on their left
	sample *Sample
	scale  Scale
	names  []string
	owners []int  // by interval between the cuts: its segment; nil when intervals are not segments
	counts string // what the bars count
	stack  *stack // by segment, nil where intervals are segments or there are none
	of     Split
}

// NewHistogram prepares a histogram, clipped when one tail is very long.
func NewHistogram(pr *message.Printer, h *model.Histogram, of Split) *Histogram {
	out := &Histogram{
		pr: pr, name: cell.Clean(h.Title.In(pr)), title: withUnit(pr, h.Title, h.Unit), unit: Coded(h.Title.In(pr), h.Unit),
		values: h.Values, cuts: h.Cuts, sample: NewSample(h.Values), scale: Scale{Clip: true}, names: of.Names, counts: say(pr, "customers"),
	}
	out.owners, out.bounds = owners(h.Values, h.Cuts, of)
	if out.owners == nil {
		out.stack, out.of = newStack(h.Values, of), of
	}
	return out
}

// With returns the same histogram on another scale.
func (h *Histogram) With(s Scale) *Histogram {
	out := *h
	out.scale = s
	return &out
}

// Marked returns the same histogram with some values pointed out by a line, such
// as the fences beyond which a value is an outlier. They split nothing.
func (h *Histogram) Marked(values ...float64) *Histogram {
	out := *h
	out.marks = values
	return &out
}

// Counting returns the same histogram of other things than customers, such as
// rows.
func (h *Histogram) Counting(what model.Phrase) *Histogram {
	out := *h
	out.counts = cell.Clean(what.In(h.pr))
	return &out
}

// Scale returns the scale in force.
func (h *Histogram) Scale() Scale { return h.scale }

// mostBins is how many bins there are at most, unless finer ones are asked for.
const mostBins = 50

// all returns the bins of the values, which are the same in every view.
func (h *Histogram) all() Bins {
	b := h.sample.Bin(h.bounds, mostBins<<max(h.scale.Fine, 0), h.scale)
	if h.unit == model.Percent {
		b.endAtWhole(h.sample, h.bounds)
	}
	return b
}

// Bins returns the bins of a view w cells wide: where it is too narrow for all,
// several are drawn as one.
func (h *Histogram) Bins(w int) Bins {
	b, _ := h.sample.Merged(h.all(), h.bounds, h.plotWidth(w))
	return b
}

// The steps of finer and coarser bins.
const (
	finest   = 3
	coarsest = -4
)

// Finer returns the same histogram with bins half as wide for each step, or
// twice as wide for each step below zero; nil where it cannot go so far.
func (h *Histogram) Finer(steps int) *Histogram {
	to := h.scale
	if to.Fine += steps; to.Fine > finest || to.Fine < coarsest {
		return nil
	}
	out := h.With(to)
	if before, after := h.all(), out.all(); len(before.Counts) == len(after.Counts) || len(after.Counts) < 2 {
		return nil
	}
	return out
}

// narrowest is the width below which a chart has no left axis.
const narrowest = 16

// plotWidth is the room for bins in a view w cells wide: beside the longest
// label the left axis can have.
func (h *Histogram) plotWidth(w int) int {
	if w < narrowest {
		return w
	}
	return w - cell.Width(Short(float64(h.sample.N()), model.Plain)) - 1
}

// Move implements [Chart]: left and right move the bin, or the cut when the
// cursor is on one.
func (h *Histogram) Move(at Cursor, dx, _, w, _ int) Cursor {
	if at.Cut >= 0 {
		at.Cut = step(at.Cut, dx, len(h.cuts))
		return at
	}
	at.X = step(at.X, dx, len(h.Bins(w).Counts))
	return at
}

// Members implements [Chart]: the customers in the bin at the cursor.
func (h *Histogram) Members(at Cursor, w, _ int) []int32 {
	b := h.Bins(w)
	return b.Members(h.values, at.X)
}

// purity is the share of the customers that must be in their interval's own
// segment for the interval to bear its colour.
const purity = .9

// owners returns the segment that each interval between the cuts stands for,
// or nil when the cuts do not make the segments; and the greatest value of each
// interval but the last. A value equal to a cut may belong to either side: the
// side that agrees better with the segments counts, else the left one.
func owners(values, cuts []float64, of Split) (segments []int, bounds []float64) {
	if len(of.Names) == 0 || len(of.Of) != len(values) {
		return nil, cuts
	}
	open := make([]float64, len(cuts))
	for i, c := range cuts {
		open[i] = math.Nextafter(c, math.Inf(-1))
	}
	bounds = cuts
	agree := -1
	for _, b := range [][]float64{cuts, open} {
		own, same, total := majorities(values, b, of)
		if float64(same) >= purity*float64(total) && same > agree {
			segments, bounds, agree = own, b, same
		}
		if same == total {
			break
		}
	}
	return segments, bounds
}

// majorities returns the segment that most values in each interval are of, -1
// in an empty one, how many values are in the segment of their interval, and
// how many there are.
func majorities(values, bounds []float64, of Split) (segments []int, same, total int) {
	n := len(of.Names)
	counts := make([]int, (len(bounds)+1)*n)
	for i, v := range values {
		if s := of.Of[i]; s >= 0 && finite(v) {
			counts[sort.SearchFloat64s(bounds, v)*n+int(s)]++
			total++
		}
	}
	segments = make([]int, len(bounds)+1)
	for k := range segments {
		segments[k] = -1
		most := 0
		for s, c := range counts[k*n : (k+1)*n] {
			if c > most {
				segments[k], most = s, c
			}
		}
		same += most
	}
	return segments, same, total
}

// Table implements [Chart].
func (h *Histogram) Table() Table {
	b := h.all()
	say := func(key string, args ...any) string { return say(h.pr, key, args...) }
	t := Table{Title: h.title, Head: []string{say("from"), say("to"), h.counts, say("share")}}
	for i, n := range b.Counts {
		t.Rows = append(t.Rows, []string{Full(b.Edges[i], h.unit), Full(b.Edges[i+1], h.unit), Count(n), Share(n, b.N)})
	}
	if h.stack != nil {
		h.addSegments(&t, &b)
	}
	lo := say("lowest")
	for k, n := range b.Parts {
		hi := say("highest")
		if k < len(h.cuts) {
			hi = Full(h.cuts[k], h.unit)
		}
		if len(h.cuts) == 0 {
			break
		}
		if h.owners != nil && h.owners[k] >= 0 {
			t.Notes = append(t.Notes, say("%s to %s: %d customers, %s, %s", lo, hi, n, Share(n, b.N), h.names[h.owners[k]]))
		} else {
			t.Notes = append(t.Notes, say("%s to %s: %d customers, %s", lo, hi, n, Share(n, b.N)))
		}
		lo = hi
	}
	t.Notes = append(t.Notes, h.facts(&b)...)
	return t
}

// addSegments gives the table a column for each segment.
func (h *Histogram) addSegments(t *Table, b *Bins) {
	segments := h.stack.segments()
	for _, g := range segments {
		t.Head = append(t.Head, h.names[g])
	}
	counts := make([][]int, len(b.Counts))
	for i := range counts {
		counts[i] = make([]int, len(h.names))
	}
	for customer, v := range h.values {
		if i, g := b.of(v), h.of.Of[customer]; i >= 0 && g >= 0 {
			counts[i][g]++
		}
	}
	for i := range counts {
		for _, g := range segments {
			t.Rows[i] = append(t.Rows[i], Count(counts[i][g]))
		}
	}
}

func (h *Histogram) number(v float64) string { return tickText(v, h.unit) }

// facts are what a reader must know to trust the picture, the most important
// first.
func (h *Histogram) facts(b *Bins) []string {
	out := []string{say(h.pr, "n %s", Count(b.N))}
	if b.Missing > 0 {
		out = append(out, say(h.pr, "%s missing", Count(b.Missing)))
	}
	n := len(b.Edges) - 1
	if n < 1 {
		if b.Below > 0 {
			out = append(out, say(h.pr, "%s at or below 0 not drawn", Count(b.Below)))
		}
		return out
	}
	if b.Above > 0 {
		last := b.Edges[n]
		if b.Rule == Each {
			last = b.Edges[n-1]
		}
		out = append(out, say(h.pr, "%s above %s not drawn, a long tail", Count(b.Above), h.number(last)))
	}
	switch {
	case b.Below > 0 && b.Scale.Log:
		out = append(out, say(h.pr, "%s at or below 0 not drawn", Count(b.Below)))
	case b.Below > 0:
		out = append(out, say(h.pr, "%s below %s not drawn, a long tail", Count(b.Below), h.number(b.Edges[0])))
	}
	return append(out, h.rule(b))
}

// rule says how the bins were made, and how many are drawn as one.
func (h *Histogram) rule(b *Bins) string {
	all := h.all()
	out := h.made(&all)
	if len(b.Counts) > 0 && len(b.Counts) < len(all.Counts) {
		out = say(h.pr, "%s, %d in a column for want of room", out, (len(all.Counts)+len(b.Counts)-1)/len(b.Counts))
	}
	return out
}

// made says how the bins were made.
func (h *Histogram) made(b *Bins) string {
	n, step := len(b.Counts), h.number(b.Step)
	if b.Scale.Log && b.Rule != Single {
		switch b.Rule {
		case Asked:
			return say(h.pr, "%d equal bins of the logarithm, as asked for", n)
		case Sturges:
			return say(h.pr, "%d equal bins of the logarithm (Sturges)", n)
		case Width:
			return say(h.pr, "%d equal bins of the logarithm", n)
		}
		return say(h.pr, "%d equal bins of the logarithm (Freedman-Diaconis)", n)
	}
	switch b.Rule {
	case Single:
		return say(h.pr, "all are equal")
	case Each:
		return say(h.pr, "one bin for each of %d values", n)
	case Asked:
		return say(h.pr, "%d bins of %s, as asked for", n, step)
	case Sturges:
		return say(h.pr, "%d bins of %s (Sturges)", n, step)
	case Width:
		return say(h.pr, "%d bins of %s", n, step)
	}
	return say(h.pr, "%d bins of %s (Freedman-Diaconis)", n, step)
}
