package screen

import (
	"testing"

	"custseg/model"
	"custseg/seg"
)

// On every chart with cuts of every method an arrow on a cut changes the
// parameters and with them the segments, or says why it cannot.
func TestEveryCutMovesOrSaysWhyNot(t *testing.T) {
	if testing.Short() {
		t.Skip("every method takes its time")
	}
	host := newFakeHost()
	host.open(t, fewOfTheShop(t))
	plain := host.session.Recipe
	kinds := map[string]int{}
	for _, m := range seg.Catalogue() {
		spec := m.Spec()
		host.session.Recipe, host.session.Failed, host.session.Result = plain.WithMethod(spec.ID), nil, nil
		host.settle()
		if host.session.Result == nil {
			continue // what it needs is held by the tests of the method
		}
		for i, c := range host.session.Result.Segmentation.Charts {
			if cutsOf(c) == 0 {
				continue
			}
			t.Run(spec.ID, func(t *testing.T) {
				if movesOrTells(t, host, plain.WithMethod(spec.ID), i) {
					kinds[kindOf(c)]++
				}
			})
		}
	}
	for _, kind := range []string{"histogram", "curve", "scatter"} {
		if kinds[kind] == 0 {
			t.Errorf("no cut of any %s moves: %v", kind, kinds)
		}
	}
}

// movesOrTells steps the first cut of a chart both ways, and reports whether the
// segments followed.
func movesOrTells(t *testing.T, host *fakeHost, r model.Recipe, at int) (followed bool) {
	t.Helper()
	for _, key := range []string{"right", "left"} {
		host.session.Recipe, host.session.Result, host.said = r, nil, nil
		host.settle()
		before := host.session.Result.Segmentation.Of
		s := NewSegments(host)
		s.SetSize(120, 32)
		s.Refresh()
		s.focus = chartsPane
		s.charts.at = at
		seen(s)
		press(t, s, "down")
		if s.charts.cursors[at].Cut < 0 {
			press(t, s, "down")
		}
		if s.charts.cursors[at].Cut < 0 {
			t.Fatalf("down chooses no cut:\n%s", seen(s))
		}
		for range 10 {
			press(t, s, key)
			if host.session.Recipe.Equal(r) && len(host.said) == 0 {
				t.Errorf("%s does nothing and says nothing:\n%s", key, seen(s))
				return followed
			}
			host.settle()
			s.Refresh()
		}
		if host.session.Failed != nil || host.session.Result == nil {
			continue
		}
		for i, g := range host.session.Result.Segmentation.Of {
			followed = followed || g != before[i]
		}
	}
	return followed
}

func kindOf(c model.Chart) string {
	switch c.(type) {
	case *model.Histogram:
		return "histogram"
	case *model.Curve:
		return "curve"
	}
	return "scatter"
}
