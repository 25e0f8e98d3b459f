package chart

import (
	"math"
	"sort"
)

// Scale says how the values of a histogram are laid out.
type Scale struct {
	// Log makes all bins the same width on a logarithmic axis. Values of zero
	// and below have no place there.
	Log bool
	// Clip leaves out a tail beyond the 1st or 99th percentile when it is longer
	// than all the rest, as money has it. A logarithmic axis has room for it.
	Clip bool
	// Fine halves the width of the bins so many times, or doubles it when it is
	// negative.
	Fine int
}

// Rule says how the number of bins was found.
type Rule uint8

// The rules of binning.
const (
	// FreedmanDiaconis is a bin width of 2·IQR·n^(-1/3) (Freedman and Diaconis,
	// Zeitschrift für Wahrscheinlichkeitstheorie 57, 1981).
	FreedmanDiaconis Rule = iota
	// Sturges is ⌈log₂ n⌉+1 bins (Sturges, JASA 21, 1926), where more than half
	// of the values are equal and so the quartiles.
	Sturges
	// Width is as many bins as the picture has room for, when a rule asks for
	// more.
	Width
	// Each is one bin for each whole number, when there are few.
	Each
	// Single is one bin for values that do not differ.
	Single
	// Asked is a width that the reader chose.
	Asked
)

// Bins is a histogram as numbers.
type Bins struct {
	Edges  []float64 // ascending, one more than bins; a bin holds lower ≤ v < upper, the last its upper too
	Counts []int     // by bin
	Part   []int     // by bin: the interval between the cuts, 0..len(cuts), that most of its values are in
	Parts  []int     // by interval between the cuts: the number of all values in it
	Scale  Scale
	Rule   Rule
	Step   float64 // the width of a bin; on a logarithmic axis the bins a decade
	Below  int     // values left of the first edge
	Above  int     // values right of the last edge

	N, Missing int
}

// Bin bins values on a linear axis with at most width bins, at least 2: the rule of
// Freedman and Diaconis, each bin a round number wide and, of whole numbers, a
// whole number. A value equal to a cut belongs to the interval on its left. NaN
// and infinite values count as missing.
func Bin(values, cuts []float64, width int) Bins {
	return NewSample(values).Bin(cuts, width, Scale{})
}

// extreme bounds the axis, so that its length is a number.
const extreme = math.MaxFloat64 / 8

// Bin bins the sample with at most width bins. Cuts within the range of the
// data stay on the axis even when it is clipped.
func (s *Sample) Bin(cuts []float64, width int, sc Scale) Bins {
	b := Bins{Scale: sc, N: s.N(), Missing: s.missing, Parts: s.parts(cuts)}
	width = max(width, 2) // round bins have an edge at zero: values on both sides of it need two
	body := s.sorted
	if sc.Log {
		body = body[sort.Search(len(body), func(i int) bool { return body[i] > 0 }):]
	}
	if len(body) == 0 {
		b.Below = s.N()
		b.Rule = Single
		return b
	}
	part := &Sample{sorted: body, whole: s.whole}
	lo, hi := part.span(sc.Clip && !sc.Log)
	for _, c := range cuts {
		if c >= body[0] && c <= body[len(body)-1] {
			lo, hi = min(lo, c), max(hi, c)
		}
	}
	lo, hi = max(min(lo, extreme), -extreme), max(min(hi, extreme), -extreme)
	switch {
	case !distinct(lo, hi):
		b.single(lo, hi)
	case sc.Log:
		b.log(part, lo, hi, width)
	default:
		b.linear(part, lo, hi, width)
	}
	b.count(s, cuts)
	return b
}

// distinct reports whether an axis from lo to hi can be divided in float64.
func distinct(lo, hi float64) bool {
	return hi-lo > 1e-290 && hi-lo > 1e-12*max(math.Abs(lo), math.Abs(hi))
}

func (b *Bins) single(lo, hi float64) {
	half := .05 * max(math.Abs(lo), math.Abs(hi))
	if half == 0 {
		half = .5
	}
	b.Edges, b.Rule, b.Step = []float64{lo - half, hi + half}, Single, 2*half
}

func (b *Bins) linear(s *Sample, lo, hi float64, width int) {
	var want float64
	want, b.Rule = s.binWidth(hi-lo, func(v float64) float64 { return v })
	if least := (hi - lo) / float64(width); want < least {
		want, b.Rule = least, Width
	}
	if s.whole && hi-lo < float64(width/2) && 4*(hi-lo) < float64(len(s.sorted)) {
		want, b.Rule = 1, Each
	}
	want = b.asked(want, hi-lo)
	step, first, n := decimal{}, 0., 0
	fill := -1.
	for d := range stepsFrom(want, binSteps[:]) {
		if s.whole && d.float() != math.Trunc(d.float()) {
			continue
		}
		if n > 0 && (b.Rule == Each || d.float() > 1.5*step.float()) {
			break
		}
		k0 := d.index(lo)
		k := int(d.index(hi)-k0) + 1
		if k > width {
			continue
		}
		// A step up to half as wide again is better when its columns of whole cells
		// leave clearly less of the width empty.
		if f := float64(width/k*k) / float64(width); f > fill+.1 {
			step, first, n, fill = d, k0, k, f
		}
	}
	b.Step = step.float()
	if s.whole && b.Step == 1 {
		b.Rule = Each
	}
	b.Edges = make([]float64, n+1)
	for i := range b.Edges {
		b.Edges[i] = step.times(first+float64(i)) + 0 // +0 turns -0 into 0
	}
}

func (b *Bins) log(s *Sample, lo, hi float64, width int) {
	llo, lhi := math.Log10(lo), math.Log10(hi)
	var want float64
	want, b.Rule = s.binWidth(lhi-llo, math.Log10)
	if least := (lhi - llo) / float64(width); want < least {
		want, b.Rule = least, Width
	}
	want = b.asked(want, lhi-llo)
	for per := int(max(math.Floor(1/want), 1)); ; per -= max(1, per/50) {
		// Below one bin a decade, a bin takes several.
		step := 1 / float64(per)
		if per < 1 {
			step = float64(2 - per)
		}
		k0 := math.Floor(llo / step)
		n := int(math.Floor(lhi/step)-k0) + 1
		if n > width {
			continue
		}
		b.Step = 1 / step
		b.Edges = make([]float64, n+1)
		for i := range b.Edges {
			b.Edges[i] = pow10((k0 + float64(i)) * step)
		}
		// Rounding of logarithms must not lose the ends.
		b.Edges[0], b.Edges[n] = min(b.Edges[0], lo), max(b.Edges[n], hi)
		return
	}
}

// asked changes the width of a bin as the scale asks for.
func (b *Bins) asked(width, span float64) float64 {
	if b.Scale.Fine == 0 {
		return width
	}
	b.Rule = Asked
	return min(width*math.Pow(2, -float64(b.Scale.Fine)), span)
}

// Merged returns the bins with as many in one as it takes for at most width to be
// left, and how many in one that is.
func (s *Sample) Merged(b Bins, cuts []float64, width int) (Bins, int) {
	n := len(b.Counts)
	in := (n + max(width, 1) - 1) / max(width, 1)
	if in <= 1 {
		return b, 1
	}
	edges := []float64{b.Edges[0]}
	for i := in; i < n+in; i += in {
		edges = append(edges, b.Edges[min(i, n)])
	}
	b.Edges = edges
	if b.Rule == Each {
		b.Rule = Width
	}
	b.count(s, cuts)
	return b, in
}

// endAtWhole ends the bins of shares, none of which is above 1, at 1: there is
// nothing beyond. A bin of its own that the whole would have joins the one before.
func (b *Bins) endAtWhole(s *Sample, cuts []float64) {
	n := len(b.Edges) - 1
	if b.Rule == Each || len(s.sorted) == 0 || s.sorted[len(s.sorted)-1] > 1 || n < 1 || b.Edges[n] <= 1 || b.Edges[0] >= 1 {
		return
	}
	for n > 1 && b.Edges[n-1] > 1-1e-9 {
		n--
	}
	b.Edges = append(append([]float64{}, b.Edges[:n]...), 1)
	b.count(s, cuts)
}

// pow10 is 10^x, exact where x is whole.
func pow10(x float64) float64 {
	if x == math.Trunc(x) {
		return math.Pow10(int(x))
	}
	return math.Pow(10, x)
}

// binWidth returns the width of a bin of span by Freedman and Diaconis, else
// by Sturges, on the values transformed by f.
func (s *Sample) binWidth(span float64, f func(float64) float64) (float64, Rule) {
	n := float64(len(s.sorted))
	iqr := f(s.Quantile(.75)) - f(s.Quantile(.25))
	if w := 2 * iqr / math.Cbrt(n); w > 0 && span/w < 1e6 {
		return min(w, span), FreedmanDiaconis
	}
	return span / (math.Ceil(math.Log2(n)) + 1), Sturges
}

// count fills the counts by searching the edges in the sorted values.
func (b *Bins) count(s *Sample, cuts []float64) {
	n := len(b.Edges) - 1
	b.Counts, b.Part = make([]int, n), make([]int, n)
	from := s.Below(b.Edges[0])
	b.Below = from
	for i := range n {
		to := s.Below(b.Edges[i+1])
		if i == n-1 {
			to = s.UpTo(b.Edges[n])
		}
		b.Counts[i] = to - from
		b.Part[i] = s.part(from, to, cuts, (b.Edges[i]+b.Edges[i+1])/2)
		from = to
	}
	b.Above = s.N() - from
}

// part returns the interval between the cuts that most of the sorted values
// from i up to j are in, and of none that of the middle.
func (s *Sample) part(i, j int, cuts []float64, middle float64) int {
	if i == j {
		return sort.SearchFloat64s(cuts, middle)
	}
	best, most := 0, 0
	for k := sort.SearchFloat64s(cuts, s.sorted[i]); i < j; k++ {
		end := j
		if k < len(cuts) {
			end = max(i, min(j, s.UpTo(cuts[k])))
		}
		if end-i > most {
			best, most = k, end-i
		}
		i = end
	}
	return best
}

// parts counts the values in each interval between the cuts.
func (s *Sample) parts(cuts []float64) []int {
	out := make([]int, len(cuts)+1)
	from := 0
	for i, c := range cuts {
		to := s.UpTo(c)
		out[i] = to - from
		from = to
	}
	out[len(cuts)] = s.N() - from
	return out
}

// Position returns where v is on the axis in bins from the left, from 0 to
// their number; values beyond the axis are at its ends.
func (b *Bins) Position(v float64) float64 {
	n := len(b.Edges) - 1
	if n < 1 || !(v > b.Edges[0]) {
		return 0
	}
	i := sort.SearchFloat64s(b.Edges, v) - 1
	if i >= n {
		return float64(n)
	}
	lo, hi := b.Edges[i], b.Edges[i+1]
	if b.Scale.Log {
		lo, hi, v = math.Log(lo), math.Log(hi), math.Log(v)
	}
	return float64(i) + (v-lo)/(hi-lo)
}

// of returns the bin of a value, -1 for none.
func (b *Bins) of(v float64) int {
	n := len(b.Counts)
	switch {
	case n == 0 || !(v >= b.Edges[0] && v <= b.Edges[n]):
		return -1
	case v == b.Edges[n]:
		return n - 1
	}
	return sort.Search(n, func(i int) bool { return b.Edges[i+1] > v })
}

// Members returns the customers in bin i: the indices into values, from which
// the bins were made.
func (b *Bins) Members(values []float64, i int) []int32 {
	if i < 0 || i >= len(b.Counts) {
		return nil
	}
	lo, hi, last := b.Edges[i], b.Edges[i+1], i == len(b.Counts)-1
	out := make([]int32, 0, b.Counts[i])
	for j, v := range values {
		if v >= lo && (v < hi || last && v == hi) {
			out = append(out, int32(j))
		}
	}
	return out
}
