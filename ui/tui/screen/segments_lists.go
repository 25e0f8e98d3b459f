package screen

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/form"
)

// whole is what weights add up to that are shares of a whole, 0 for others.
func whole(weights []float64) float64 {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	for _, full := range []float64{1, 100} {
		if math.Abs(sum-full) < 1e-9 {
			return full
		}
	}
	return 0
}

// resultInForce is the last result of the method in force, nil for none.
func (s *SegmentsView) resultInForce() *pipeline.Result {
	session := s.host.Session()
	if r := session.Result; r != nil && r.Method.ID == session.Recipe.Method {
		return r
	}
	return nil
}

// cutChoices are the measures that a list of cuts is for, each with how far a
// key moves one of its cuts.
func (s *SegmentsView) cutChoices(p seg.Param) []form.Option {
	var out []form.Option
	for _, name := range p.Names {
		o := form.Option{ID: name, Label: name}
		if r := s.resultInForce(); r != nil {
			for _, c := range r.Segmentation.Charts {
				if h, ok := c.(*model.Histogram); ok && h.Cut >= 0 && r.Segmentation.Cuts[h.Cut].Measure == name {
					o.Step = cutStep(r.Segmentation.Cuts[h.Cut], h.Values)
				}
			}
		}
		out = append(out, o)
	}
	return out
}

// cutsInForce are a value's cuts, and of a measure without any those that the
// method took in the last result.
func (s *SegmentsView) cutsInForce(p seg.Param, v model.Value) map[string][]float64 {
	out := maps.Clone(v.Cuts())
	if out == nil {
		out = map[string][]float64{}
	}
	r := s.resultInForce()
	if r == nil {
		return out
	}
	for _, c := range r.Segmentation.Cuts {
		if c.Param == p.ID && len(out[c.Measure]) == 0 && slices.Contains(p.Names, c.Measure) {
			out[c.Measure] = c.Values
		}
	}
	return out
}

// withCuts fills a list of cuts that a change brings into play with the cuts in
// force, so that the result stays until one is moved, and takes out one that the
// change leaves without effect.
func (s *SegmentsView) withCuts(spec seg.Spec, r model.Recipe) model.Recipe {
	now, errNow := seg.NewParams(spec, s.host.Session().Recipe.Params)
	next, errNext := seg.NewParams(spec, r.Params)
	if errNow != nil || errNext != nil {
		return r
	}
	for _, p := range spec.Params {
		if p.Kind != seg.CutList || now.Active(p.ID) == next.Active(p.ID) {
			continue
		}
		if !next.Active(p.ID) {
			r = r.WithoutParam(p.ID)
		} else if filled := s.cutsInForce(p, next.Value(p.ID)); len(filled) > 0 {
			if v := model.CutsOf(filled); !v.Equal(p.Default) && p.Check(v) == nil {
				r = r.WithParam(p.ID, v)
			}
		}
	}
	return r
}

// newlyEqual returns an error when a recipe has two cuts of the same value where
// there were none: nobody is between them.
func (s *SegmentsView) newlyEqual(id string, r model.Recipe) error {
	spec, _ := s.spec()
	p, ok := spec.Param(id)
	if !ok || p.Kind != seg.CutList {
		return nil
	}
	before := s.cutsInForce(p, s.host.Session().Recipe.Params[id])
	after := r.Params[id].Cuts()
	for _, name := range p.Names {
		for i, v := range after[name] {
			if i > 0 && v == after[name][i-1] && !twice(before[name], v) {
				return &seg.ParamError{Param: id, Problem: fmt.Sprintf("two cuts of %s at %s leave nobody between them", name, chart.Short(v, model.Plain))}
			}
		}
	}
	return nil
}

// twice reports whether a value stands more than once in a list.
func twice(values []float64, v float64) bool {
	first := slices.Index(values, v)
	return first >= 0 && slices.Contains(values[first+1:], v)
}
