package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

// What a parameter that is left to the method came to is told, and setting it to
// that parts the customers alike.
func tellsWhatAutoCameTo() property {
	told := map[string]bool{}
	return property{name: "tells what auto came to", holds: func(t *testing.T, x *trial) {
		m := x.m
		s, err := x.try(nil)
		if err != nil {
			return
		}
		for _, p := range m.Spec().Params {
			v, ok := s.Settled[p.ID]
			if !ok {
				continue
			}
			told[m.Spec().ID+"/"+p.ID] = true
			switch {
			case p.Check(v) != nil: // beyond what can be set, as a distance of nothing
				continue
			case m.Spec().ID == "lifecycle" && p.ID == "cycle": // it is the usual one; customers with gaps enough have their own
				continue
			}
			set, err := x.try(model.Settings{p.ID: v})
			if err != nil {
				t.Errorf("%s=%s, which auto came to: %v", p.ID, p.Format(v), err)
			} else if !slices.Equal(set.Of, s.Of) {
				t.Errorf("%s=%s, which auto came to, parts the customers otherwise", p.ID, p.Format(v))
			}
		}
	}, after: func(t *testing.T) {
		for _, m := range Catalogue() {
			params, err := NewParams(m.Spec(), nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range m.Spec().Params {
				if id := m.Spec().ID + "/" + p.ID; params.Active(p.ID) && p.Auto && p.Default.Word() == autoWord && !told[id] {
					t.Errorf("%s: what it came to is never told", id)
				}
			}
		}
	}}
}

// Parameters that count only with a choice that auto did not come to have no
// effect.
func TestAutoDecidesWhatCounts(t *testing.T) {
	c := people(t, words("left", "yes", "no", "yes", "no", "yes", "no", "no", "no"), numbers("calls", 9, 1, 8, 2, 7, 1, 2, 3))
	s := run(t, "churn", c, "target=left")
	p, err := NewParams(churn{}.Spec(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !p.Active("gaps") || p.After(s).Active("gaps") {
		t.Errorf("by the label gaps count: %v without a run, %v after it", p.Active("gaps"), p.After(s).Active("gaps"))
	}
	if got := p.After(s).Shown("rule"); got != "auto: label" {
		t.Errorf("rule is shown as %q", got)
	}
	if s := run(t, "churn", c, "target=left", "high-gap=0.9"); !noted(s, "it counts with rule=gap") || noted(s, "rule=auto") {
		t.Errorf("notes %v", s.Notes)
	}
}
