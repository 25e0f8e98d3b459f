package profile

import (
	"context"
	"math"
	"slices"
	"testing"

	"custseg/model"
)

// customersOf makes customers of a table whose first column is their id, and of
// orders, if there are any.
func customersOf(t testing.TB, guesses []model.Guess, tables ...*model.Table) *model.Customers {
	t.Helper()
	d := &model.Dataset{Tables: tables, Guesses: append(guesses, model.Guess{Role: model.CustomerID})}
	roles, err := d.Assign(nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := model.BuildCustomers(context.Background(), d, roles, model.Scope{AsOf: model.NoDay}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func tableOf(t testing.TB, name string, columns ...model.Column) *model.Table {
	t.Helper()
	table, err := model.NewTable(name, name+".csv", 2, columns...)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func baseOf(t testing.TB, c *model.Customers) *Base {
	t.Helper()
	b, err := NewBase(t.Context(), c, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// linesOf compares a group and returns its lines by label.
func linesOf(t testing.TB, b *Base, members []int32, used ...string) map[string]Line {
	t.Helper()
	lines, err := b.Of(t.Context(), members, used)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]Line{}
	for _, l := range lines {
		key := l.Name
		switch {
		case l.Word != "":
			key += " " + l.Word
		case l.Label.Key == "%s: missing" || l.Label.Key == "%s and %d more: missing":
			key += " missing"
		}
		out[key] = l
	}
	if len(out) != len(lines) {
		t.Fatalf("two of %d lines are named alike", len(lines))
	}
	return out
}

func near(got, want float64) bool {
	return math.Abs(got-want) <= 1e-9*max(1, math.Abs(want))
}

// eight customers: the first two are the group.
func eight(t testing.TB) *model.Customers {
	return customersOf(t, nil, tableOf(t, "people",
		model.TextsOf("id", []string{"a", "b", "c", "d", "e", "f", "g", "h"}),
		model.NewNumbers("age", []float64{30, 34, 40, 44, 50, 54, 60, 64}),
		model.NewNumbers("constant", []float64{1, 1, 1, 1, 1, 1, 1, 1}),
		model.TextsOf("region", []string{"North", "North", "North", "North", "North", "South", "South", "South"}),
		model.TextsOf("member", []string{"no", "yes", "yes", "no", "yes", "yes", "yes", "no"}),
		model.NewDates("joined", []int64{86400, 3 * 86400, 5 * 86400, 5 * 86400, model.NoDate, model.NoDate, 9 * 86400, 9 * 86400})))
}

func TestNumbersAgainstTheBase(t *testing.T) {
	age := linesOf(t, baseOf(t, eight(t)), []int32{0, 1})["age"]
	// The squared deviations of the base from its mean of 47 sum to 1032; the
	// group's ranks are 1 and 2, U is 0 and 6 is expected, with a variance of 9.
	if age.Here.Mean != 32 || age.Here.Median != 32 || age.All.Mean != 47 || age.All.Median != 47 || age.Here.N != 2 || age.All.N != 8 {
		t.Errorf("age: %+v", age)
	}
	if age.Effect != -1 || !near(age.Z, (32-47)/math.Sqrt(129)) || !near(age.P, math.Erfc(5.5/3/math.Sqrt2)) || !near(age.Lift(), 32./47) {
		t.Errorf("effect %v, z %v, p %v, lift %v", age.Effect, age.Z, age.P, age.Lift())
	}
	if !slices.Equal(age.Here.Box, []float64{30.2, 31, 32, 33, 33.8}) {
		t.Errorf("box %v", age.Here.Box)
	}
}

func TestSharesAgainstTheBase(t *testing.T) {
	lines := linesOf(t, baseOf(t, eight(t)), []int32{0, 1})
	region := lines["region North"]
	h := math.Pi - 2*math.Asin(math.Sqrt(0.5)) // 2 of 2 against 3 of 6
	if region.Here.Mean != 1 || region.All.Mean != 0.625 || region.Lift() != 1.6 || !near(region.H, h) || !near(region.Effect, math.Erf(h/2)) {
		t.Errorf("region: %+v", region)
	}
	if _, ok := lines["region South"]; ok {
		t.Error("a word of three customers is compared")
	}
	// Yates' χ² of 1 yes, 1 no against 4 yes, 2 no: |1·2 - 1·4| is below 8/2.
	member := lines["member"]
	if member.Here.Mean != 0.5 || member.All.Mean != 0.625 || member.Word != "" || member.Kind != Share || member.P != 1 {
		t.Errorf("member: %+v", member)
	}
	if s, here, all := member.Typical(); s != Proportion || here != 0.5 || all != 0.625 {
		t.Errorf("typical %v %v %v", s, here, all)
	}
}

func TestOneOfTwoWordsIsEnough(t *testing.T) {
	lines := linesOf(t, baseOf(t, customersOf(t, nil, tableOf(t, "t",
		model.TextsOf("id", []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"}),
		model.TextsOf("plan", []string{"P", "P", "P", "P", "P", "P", "P", "Q", "Q", "Q", "Q", "Q"})))), []int32{0, 11})
	if l := lines["plan Q"]; len(lines) != 1 || l.Here.Mean != 0.5 || l.All.N != 12 {
		t.Errorf("%+v", lines)
	}
}

func TestDatesAreDays(t *testing.T) {
	lines := linesOf(t, baseOf(t, eight(t)), []int32{0, 1})
	joined := lines["joined"]
	if joined.Kind != Date || joined.Here.Mean != 2 || joined.All.Median != 5 || joined.All.N != 6 || !math.IsNaN(joined.Lift()) {
		t.Errorf("joined: %+v", joined)
	}
	gap := lines["joined missing"]
	if gap.Here.Mean != 0 || gap.All.Mean != 0.25 || gap.All.N != 8 {
		t.Errorf("missing: %+v", gap)
	}
}

func TestWhatSaysNothingIsLeftOut(t *testing.T) {
	lines := linesOf(t, baseOf(t, eight(t)), []int32{0, 1})
	for _, name := range []string{"constant", "id", "constant missing"} {
		if _, ok := lines[name]; ok {
			t.Errorf("%s is compared", name)
		}
	}
	rows, ages := make([]float64, 40), make([]float64, 40)
	var ids []string
	for i := range rows {
		rows[i], ages[i] = float64(100+i), 20+float64(i*i%61)
		ids = append(ids, model.FormatNumber(rows[i]))
	}
	lines = linesOf(t, baseOf(t, customersOf(t, nil, tableOf(t, "t", model.TextsOf("id", ids), model.NewNumbers("row", rows), model.NewNumbers("age", ages)))), []int32{1})
	if _, ok := lines["row"]; ok || len(lines) != 1 {
		t.Errorf("row numbers are compared: %v", lines)
	}
}

func TestUsedColumnsAreMarked(t *testing.T) {
	lines := linesOf(t, baseOf(t, eight(t)), []int32{0, 1}, "AGE", "joined")
	for name, want := range map[string]bool{"age": true, "joined": true, "joined missing": true, "region North": false} {
		if lines[name].Used != want {
			t.Errorf("%s: used %v", name, !want)
		}
	}
}

func TestNobodyAndEverybody(t *testing.T) {
	b := baseOf(t, eight(t))
	none, err := b.Of(t.Context(), nil, nil)
	if err != nil || len(Telling(none)) != 0 || len(none) == 0 || !math.IsNaN(none[0].Effect) || !math.IsNaN(none[0].Here.Mean) {
		t.Errorf("%v, %+v", err, none)
	}
	for name, l := range linesOf(t, b, []int32{0, 1, 2, 3, 4, 5, 6, 7}) {
		if l.Effect != 0 || !l.Chance() || l.Here.Mean != l.All.Mean || l.Here.N != l.All.N || !slices.Equal(l.Here.Box, l.All.Box) {
			t.Errorf("%s: %+v", name, l)
		}
	}
}

func TestBaseOfNobody(t *testing.T) {
	c := customersOf(t, nil, tableOf(t, "people", model.TextsOf("id", nil), model.NewNumbers("age", nil), model.TextsOf("city", nil)))
	lines, err := baseOf(t, c).Of(t.Context(), nil, nil)
	if err != nil || len(lines) != 0 {
		t.Errorf("%v, %+v", err, lines)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := NewBase(ctx, eight(t), nil); err == nil {
		t.Error("a cancelled base was made")
	}
	if _, err := baseOf(t, eight(t)).Of(ctx, nil, nil); err == nil {
		t.Error("a cancelled group was compared")
	}
}

// The typical figure of a skewed amount is its median; of counts, and of what
// has few values, the mean.
func TestTypicalFigure(t *testing.T) {
	l := Line{Here: Figures{Mean: 1000, Median: 10}, All: Figures{Mean: 50, Median: 20}}
	if s, here, all := l.Typical(); s != Median || here != 10 || all != 20 || l.TypicalLift() != 0.5 || l.MedianLift() != 0.5 || l.Lift() != 20 {
		t.Errorf("%v %v %v", s, here, all)
	}
	l.few = true
	if s, here, _ := l.Typical(); s != Mean || here != 1000 {
		t.Errorf("%v %v", s, here)
	}
	l.few, l.Unit = false, model.OrderCount
	if s, _, _ := l.Typical(); s != Mean {
		t.Error("a count has the mean")
	}
}
