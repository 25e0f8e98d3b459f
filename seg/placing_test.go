package seg

import (
	"slices"
	"testing"

	"custseg/model"
	"custseg/seg/why"
)

// Every method tells how it decides, and what it tells is what it did: asked for
// a customer as they are it gives the segment they are in, whatever the
// settings. What the explanation says would move a customer does so.
func tellsHowItDecides() property {
	return property{name: "tells how it decides", holds: func(t *testing.T, x *trial) {
		for n, set := range choices(x.spec) {
			if n > 0 && testing.Short() {
				return
			}
			s, err := x.try(set)
			if err != nil {
				continue
			}
			what := describeSettings(x.spec, set)
			checkPlacing(t, what, s)
			if t.Failed() {
				return
			}
			checkExplained(t, what, s, x.c)
		}
	}}
}

func checkPlacing(t *testing.T, what string, s *model.Segmentation) {
	t.Helper()
	p := s.Placing
	if p == nil {
		t.Fatalf("%s: it does not tell how it decides", what)
	}
	if (p.Segment == nil) == p.Settled.Empty() {
		t.Errorf("%s: it must tell what changes do, or why it cannot", what)
	}
	if len(p.Inputs) == 0 {
		t.Errorf("%s: nothing decides", what)
	}
	placed := len(s.Segments)
	if placed > 0 && s.Segments[placed-1].Unclassified {
		placed--
	}
	if p.Ranks != nil && len(p.Ranks) != placed {
		t.Errorf("%s: %d ranks of %d segments", what, len(p.Ranks), placed)
	}
	var names []string
	for _, d := range p.Inputs {
		if slices.Contains(names, d.Measure) || english(d.Label) == "" || len(d.Values) != len(s.Of) {
			t.Errorf("%s: input %q, %q, of %d values", what, d.Measure, english(d.Label), len(d.Values))
		}
		names = append(names, d.Measure)
	}
	for i, g := range s.Of {
		if p.Segment == nil || s.Segments[g].Unclassified {
			continue
		}
		if got := p.Segment(i); got != int(g) {
			t.Errorf("%s: customer %d is in %q, and is told to be in %d", what, i, english(s.Segments[g].Name), got)
			return
		}
		// A changed value that is the customer's own changes nothing.
		var same []model.Change
		for _, d := range p.Inputs {
			if finite(d.Values[i]) {
				same = append(same, model.Change{Measure: d.Measure, To: d.Values[i]})
			}
		}
		if got := p.Segment(i, same...); got != int(g) {
			t.Errorf("%s: customer %d is in %q, and with their own values %v in %d", what, i, english(s.Segments[g].Name), same, got)
			return
		}
	}
}

func checkExplained(t *testing.T, what string, s *model.Segmentation, c *model.Customers) {
	t.Helper()
	e := why.New(c, s)
	const asked = 25
	for k := range min(asked, len(s.Of)) {
		i := k * len(s.Of) / min(asked, len(s.Of))
		x := e.Of(i)
		if s.Segments[s.Of[i]].Unclassified != !x.Reason.Empty() {
			t.Errorf("%s: customer %d: reason %q", what, i, english(x.Reason))
		}
		for _, v := range x.Values {
			if finite(v.At) && (v.From > v.At || v.To < v.At) {
				t.Errorf("%s: customer %d has %s %v, and stays from %v to %v", what, i, v.Measure, v.At, v.From, v.To)
			}
		}
		for _, m := range x.Moves {
			var with []model.Change
			for _, step := range m.Changes {
				if step.From == step.To {
					t.Errorf("%s: customer %d: %s stays %v", what, i, step.Measure, step.To)
				}
				with = append(with, model.Change{Measure: step.Measure, To: step.To})
			}
			if got := s.Placing.Segment(i, with...); got != m.Segment || got == int(s.Of[i]) || s.Segments[got].Unclassified {
				t.Errorf("%s: customer %d would move to %d, and is in %d", what, i, m.Segment, got)
			}
		}
	}
}
