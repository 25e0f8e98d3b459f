package chart

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// The whole numbers 0 to 999 have quartiles 249.75 and 749.25: the rule asks
// for bins of 2·499.5/10 = 99.9, which is 100 rounded up.
func TestBinFreedmanDiaconis(t *testing.T) {
	values := make([]float64, 1000)
	for i := range values {
		values[i] = float64((i * 7) % 1000)
	}
	b := Bin(values, []float64{249, 500}, 40)
	if b.Rule != FreedmanDiaconis || b.Step != 100 {
		t.Errorf("rule %d, step %v; want Freedman-Diaconis and 100", b.Rule, b.Step)
	}
	if want := []int{100, 100, 100, 100, 100, 100, 100, 100, 100, 100}; !slices.Equal(b.Counts, want) {
		t.Errorf("counts %v, want %v", b.Counts, want)
	}
	// Bin 200-299 has fifty values up to 249 and fifty above: the first of equals.
	if want := []int{0, 0, 0, 1, 1, 2, 2, 2, 2, 2}; !slices.Equal(b.Part, want) {
		t.Errorf("parts of the bins %v, want %v", b.Part, want)
	}
	if want := []int{250, 251, 499}; !slices.Equal(b.Parts, want) {
		t.Errorf("sizes of the parts %v, want %v", b.Parts, want)
	}
	if narrow := Bin(values, nil, 4); narrow.Rule != Width || len(narrow.Counts) > 4 {
		t.Errorf("4 cells: rule %d, %d bins", narrow.Rule, len(narrow.Counts))
	}
}

func TestBinRules(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name   string
		values []float64
		rule   Rule
		edges  []float64
		counts []int
	}{
		{"none", nil, Single, nil, nil},
		{"all missing", []float64{nan, inf, -inf}, Single, nil, nil},
		{"one", []float64{40}, Single, []float64{38, 42}, []int{1}},
		{"all equal", []float64{0, 0, 0}, Single, []float64{-.5, .5}, []int{3}},
		{"tenths", []float64{.1, .1, .2, .2, .3, .3, .3, .4, .4, nan, inf}, FreedmanDiaconis, []float64{.1, .2, .3, .4, .5}, []int{2, 2, 3, 2}},
		{"few whole numbers", []float64{1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3}, Each, []float64{1, 2, 3, 4}, []int{5, 4, 4}},
		{"half are equal", []float64{1, 1, 1, 1, 1, 1, 1, 9.5}, Sturges, []float64{0, 2.5, 5, 7.5, 10}, []int{7, 0, 0, 1}},
	} {
		b := Bin(c.values, nil, 40)
		if b.Rule != c.rule || !slices.Equal(b.Edges, c.edges) || !slices.Equal(b.Counts, c.counts) {
			t.Errorf("%s: rule %d edges %v counts %v, want %d %v %v", c.name, b.Rule, b.Edges, b.Counts, c.rule, c.edges, c.counts)
		}
	}
}

func TestBinClipsOneLongTail(t *testing.T) {
	values := make([]float64, 1000)
	for i := range values {
		values[i] = float64(i % 100)
	}
	values[5], values[6] = 1e6, 2e6
	s := NewSample(values)
	b := s.Bin(nil, 60, Scale{Clip: true})
	if b.Above != 2 || b.Below != 0 || b.Edges[len(b.Edges)-1] > 200 {
		t.Errorf("%d above, %d below, the last edge %v", b.Above, b.Below, b.Edges[len(b.Edges)-1])
	}
	if b := s.Bin([]float64{1.5e6}, 60, Scale{Clip: true}); b.Edges[len(b.Edges)-1] < 1.5e6 || b.Above != 1 {
		t.Errorf("a cut within the data left the axis: last edge %v, %d above", b.Edges[len(b.Edges)-1], b.Above)
	}
	if b := s.Bin(nil, 60, Scale{}); b.Above != 0 {
		t.Errorf("clipped without being asked")
	}
}

func TestBinLogarithmic(t *testing.T) {
	b := NewSample([]float64{1, 10, 100, 1000, 0, -5, math.NaN()}).Bin(nil, 9, Scale{Log: true})
	if b.Below != 2 || b.Missing != 1 {
		t.Errorf("%d at or below zero, %d missing; want 2, 1", b.Below, b.Missing)
	}
	if n := len(b.Counts); b.Edges[0] > 1 || b.Edges[n] < 1000 {
		t.Errorf("edges %v", b.Edges)
	}
	per := b.Edges[1] / b.Edges[0]
	for i := range b.Counts {
		if q := b.Edges[i+1] / b.Edges[i]; math.Abs(q/per-1) > 1e-9 {
			t.Errorf("bins of ratio %v and %v", per, q)
		}
	}
	if p := b.Position(math.Sqrt(b.Edges[0] * b.Edges[1])); math.Abs(p-.5) > 1e-9 {
		t.Errorf("the geometric middle of a bin is at %v, want .5", p)
	}
}

// Whatever the values, every finite one is counted once, and the customers of
// a bin are as many as it counts.
func TestBinCountsEveryValueOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	makers := map[string]func() float64{
		"uniform":  r.Float64,
		"skewed":   func() float64 { return math.Exp(4 * r.NormFloat64()) },
		"refunds":  func() float64 { return math.Round(100*math.Exp(3*r.NormFloat64())-300) / 100 },
		"whole":    func() float64 { return float64(r.IntN(30)) },
		"huge":     func() float64 { return (r.Float64() - .5) * math.MaxFloat64 * 2 },
		"tiny":     func() float64 { return r.Float64() * 1e-300 },
		"denormal": func() float64 { return math.Float64frombits(uint64(r.IntN(9))) },
		"close":    func() float64 { return 1e9 + r.Float64()*1e-5 },
		"holes": func() float64 {
			return []float64{math.NaN(), math.Inf(1), math.Inf(-1), r.NormFloat64()}[r.IntN(4)]
		},
	}
	for name, next := range makers {
		for trial := range 60 {
			values := make([]float64, r.IntN(300))
			for i := range values {
				values[i] = next()
			}
			cuts := make([]float64, r.IntN(30))
			for i := range cuts {
				if cuts[i] = next(); math.IsNaN(cuts[i]) {
					cuts[i] = 0
				}
			}
			slices.Sort(cuts)
			width := 1 + r.IntN(60)
			sc := Scale{Log: trial%3 == 1, Clip: trial%3 == 2}
			b := NewSample(values).Bin(cuts, width, sc)
			if err := consistent(&b, values, width); err != nil {
				t.Fatalf("%s %+v: %v", name, sc, err)
			}
		}
	}
}

func consistent(b *Bins, values []float64, width int) error {
	sum := b.Below + b.Above
	for i, n := range b.Counts {
		sum += n
		if m := len(b.Members(values, i)); m != n {
			return fmt.Errorf("bin %d of %v counts %d and has %d members", i, b.Edges, n, m)
		}
		if !(b.Edges[i] < b.Edges[i+1]) {
			return fmt.Errorf("edges %v", b.Edges)
		}
		if p := b.Position(b.Edges[i]/2 + b.Edges[i+1]/2); p < float64(i) || p > float64(i+1) {
			return fmt.Errorf("the middle of bin %d is at %v", i, p)
		}
	}
	if sum != b.N || b.N+b.Missing != len(values) {
		return fmt.Errorf("%d counted, n %d, %d missing of %d", sum, b.N, b.Missing, len(values))
	}
	parts := 0
	for _, n := range b.Parts {
		parts += n
	}
	if parts != b.N {
		return fmt.Errorf("the parts have %d of %d", parts, b.N)
	}
	if len(b.Counts) > max(width, 2) {
		return fmt.Errorf("%d bins for %d cells", len(b.Counts), width)
	}
	return nil
}

// Bins are a property of the data: a wide and a narrow view have the same, or
// several of them in a column, which is said.
func TestBinsAreTheSameInEveryView(t *testing.T) {
	h := newBase(2000).histogram()
	wide, narrow := h.Bins(120), h.Bins(60)
	if !slices.Equal(wide.Edges, narrow.Edges) {
		t.Errorf("%v in one view, %v in another", wide.Edges, narrow.Edges)
	}
	tight := h.Bins(24)
	for i, e := range tight.Edges[:len(tight.Edges)-1] {
		if !slices.Contains(wide.Edges, e) {
			t.Errorf("edge %d, %v, is no edge of the bins", i, e)
		}
	}
	if facts := h.facts(&tight); len(tight.Counts) < len(wide.Counts) != strings.Contains(facts[len(facts)-1], "in a column for want of room") {
		t.Errorf("%d of %d bins: %q", len(tight.Counts), len(wide.Counts), facts)
	}
}

func TestFinerAndCoarserBins(t *testing.T) {
	h := newBase(2000).histogram()
	n := len(h.all().Counts)
	fine, coarse := h.Finer(1), h.Finer(-1)
	if a, b := len(fine.all().Counts), len(coarse.all().Counts); a <= n || b >= n {
		t.Errorf("%d bins, %d finer, %d coarser", n, a, b)
	}
	b := fine.all()
	if b.Rule != Asked || !strings.Contains(fine.rule(&b), "as asked for") {
		t.Errorf("%q", fine.rule(&b))
	}
	if h.Finer(9) != nil || h.Finer(-9) != nil {
		t.Error("there is no end to it")
	}
}

// Shares end at 100%, and everybody is still counted.
func TestBinsOfSharesEndAtTheWhole(t *testing.T) {
	for _, top := range []float64{1, .97} {
		values := []float64{math.NaN()}
		for i := range 1000 {
			values = append(values, top*math.Pow(float64(i)/999, .3))
		}
		h := NewHistogram(english, &model.Histogram{Title: model.P("Share"), Unit: model.Percent, Values: values}, Split{})
		b, n := h.Bins(60), 0
		for i, k := range b.Counts {
			n += k
			if got := len(b.Members(values, i)); got != k {
				t.Errorf("bin %d of %v opens %d customers, not %d", i, b.Edges, got, k)
			}
		}
		if last := b.Edges[len(b.Edges)-1]; last != 1 || n != 1000 {
			t.Errorf("%d customers up to %v", n, last)
		}
	}
	over := NewHistogram(english, &model.Histogram{Title: model.P("Growth"), Unit: model.Percent, Values: []float64{0, .2, .4, .6, .8, 1, 1.4}}, Split{})
	if b := over.Bins(60); b.Edges[len(b.Edges)-1] < 1.4 || b.Above > 0 {
		t.Errorf("what is above the whole is lost: %v", b.Edges)
	}
}
