package seg

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"custseg/model"
)

// checkError wants an error that a reader can act on. On data that is not
// hostile only a parameter may be wrong.
func checkError(t *testing.T, what string, err error, hostile bool) {
	t.Helper()
	text := err.Error()
	var wrong *ParamError
	for _, bad := range []string{"please report", "%!", "NaN", "runtime"} {
		if strings.Contains(text, bad) {
			t.Errorf("%s: %s", what, text)
		}
	}
	if !hostile && !errors.As(err, &wrong) || len(text) < 20 {
		t.Errorf("%s: %s", what, text)
	}
}

// checkWhole wants everyone in one segment, the unclassified with a reason, and
// reports that fit the customers.
func checkWhole(t *testing.T, what string, s *model.Segmentation, c *model.Customers) {
	t.Helper()
	if err := s.Check(c.Len()); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	for i, g := range s.Of {
		if !s.Segments[g].Unclassified {
			if s.Why != nil && s.Why[i] != -1 {
				t.Fatalf("%s: %s is in %q and has a reason not to be", what, c.ID(i), english(s.Segments[g].Name))
			}
			continue
		}
		if s.Why == nil || s.Why[i] < 0 || int(s.Why[i]) >= len(s.Reasons) || english(s.Reasons[s.Why[i]]) == "" {
			t.Fatalf("%s: %s is unclassified without a reason", what, c.ID(i))
		}
	}
	for g, segment := range s.Segments {
		if segment.Unclassified && (g != len(s.Segments)-1 || s.Counts()[g] == 0) {
			t.Errorf("%s: the unclassified are segment %d of %d, with %d customers", what, g, len(s.Segments), s.Counts()[g])
		}
	}
	for _, f := range s.Fit {
		if !finite(f.Value) {
			t.Errorf("%s: %s is %v", what, f.Name, f.Value)
		}
	}
	if len(s.Used) == 0 || len(s.Charts) == 0 {
		t.Errorf("%s: used %v, %d charts", what, s.Used, len(s.Charts))
	}
	for _, name := range s.Used {
		if _, ok := c.Lookup(name); !ok {
			t.Errorf("%s: there is no column %q, which was used", what, name)
		}
	}
	for _, chart := range s.Charts {
		checkChart(t, what, s, chart, c.Len())
	}
}

// checkChart wants a value for each customer, and references that exist.
func checkChart(t *testing.T, what string, s *model.Segmentation, chart model.Chart, n int) {
	t.Helper()
	fail := func(problem string) { t.Errorf("%s: chart %q: %s", what, english(chart.Heading()), problem) }
	perCustomer := func(values []float64) {
		if len(values) != n {
			fail("not one value per customer")
		}
		for _, v := range values {
			if math.IsInf(v, 0) {
				fail("infinite")
			}
		}
	}
	switch chart := chart.(type) {
	case *model.Histogram:
		perCustomer(chart.Values)
		if chart.Cut >= len(s.Cuts) {
			fail("it refers to cuts that are not there")
		}
	case *model.Grid:
		shown := 0
		for _, row := range chart.Counts() {
			for _, cell := range row {
				shown += cell
			}
		}
		if len(chart.Row) != n || len(chart.Col) != n || shown > n {
			fail("not one cell per customer")
		}
	case *model.Scatter:
		perCustomer(chart.X)
		perCustomer(chart.Y)
		for _, center := range chart.Centers {
			if center.Segment < 0 || center.Segment >= len(s.Segments) {
				fail("a center of no segment")
			}
		}
	case *model.Curve:
		if len(chart.X) != len(chart.Y) || chart.Order != nil && len(chart.Order) != len(chart.X) {
			fail("points without a partner")
		}
		for _, m := range chart.Marks {
			if m.Cut >= len(s.Cuts) || m.Cut >= 0 && (m.Index < 0 || m.Index >= len(s.Cuts[m.Cut].Values)) {
				fail("a mark of a cut that is not there")
			}
		}
	case *model.Bars:
		if len(chart.Labels) != len(chart.Values) || chart.Of != nil && len(chart.Of) != n {
			fail("not one value per bar, or one bar per customer")
		}
		for _, v := range chart.Values {
			if math.IsInf(v, 0) {
				fail("infinite")
			}
		}
	case *model.Series:
		for _, line := range chart.Lines {
			if len(line.Y) != len(chart.X) {
				fail("points without a partner")
			}
		}
	}
}

// checkMoney wants the money of the segments to add up to that of the tables.
func checkMoney(t *testing.T, what string, s *model.Segmentation, c *model.Customers, b base) {
	t.Helper()
	f, ok := c.Feature(model.Monetary)
	if !ok || b.cents == 0 {
		return
	}
	totals := make([]float64, len(s.Segments))
	for i, g := range s.Of {
		if v := f.Values()[i]; finite(v) {
			totals[g] += v
		}
	}
	cents := int64(0)
	for _, v := range totals {
		cents += int64(math.Round(100 * v))
	}
	if cents != b.cents {
		t.Errorf("%s: the segments hold %d cents, the tables %d", what, cents, b.cents)
	}
}

// replayed sends a recipe through its text.
func replayed(t *testing.T, spec Spec, set model.Settings) model.Recipe {
	t.Helper()
	recipe := model.NewRecipe(nil, model.Reading{}).WithMethod(spec.ID)
	for name, v := range set {
		recipe = recipe.WithParam(name, v)
	}
	text, err := json.Marshal(recipe)
	if err != nil {
		t.Fatal(err)
	}
	var out model.Recipe
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// checkTakenOver wants the cuts to ascend, and those that a cut parameter takes
// over to leave everyone where they are.
func checkTakenOver(t *testing.T, what string, m Method, c *model.Customers, set model.Settings, s *model.Segmentation) {
	t.Helper()
	spec, next := m.Spec(), over(set, model.Settings{})
	taken := map[string]map[string][]float64{}
	for _, cut := range s.Cuts {
		for i, v := range cut.Values {
			if !finite(v) || i > 0 && v < cut.Values[i-1] {
				t.Errorf("%s: cuts of %s: %v", what, cut.Measure, cut.Values)
			}
		}
		if len(cut.Values) == 0 || len(cut.Steps) > 0 && (len(cut.Steps) != len(cut.Values) || cut.Param != "") {
			t.Errorf("%s: cuts of %s: %v moved by %q, %v", what, cut.Measure, cut.Values, cut.Param, cut.Steps)
		}
		for _, id := range cut.Steps {
			if p, ok := spec.Param(id); !ok || p.Step <= 0 {
				t.Errorf("%s: a cut of %s is stepped by %s", what, cut.Measure, id)
			}
		}
		if cut.Param == "" {
			continue
		}
		if taken[cut.Param] == nil {
			taken[cut.Param] = map[string][]float64{}
		}
		taken[cut.Param][cut.Measure] = cut.Values
		for name, v := range cut.With {
			next = next.With(name, v)
		}
	}
	if len(taken) == 0 {
		return
	}
	for param, cuts := range taken {
		next = next.With(param, model.CutsOf(cuts))
	}
	after, err := try(m, c, next)
	if err != nil {
		t.Errorf("%s: with its own cuts set: %v", what, err)
		return
	}
	for i := range s.Of {
		if before, now := english(s.Segments[s.Of[i]].Name), english(after.Segments[after.Of[i]].Name); before != now {
			t.Errorf("%s: with its own cuts set %s moves from %s to %s", what, c.ID(i), before, now)
			return
		}
	}
}
