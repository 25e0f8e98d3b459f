package pipeline

import (
	"math"
	"testing"

	"custseg/model"
	"custseg/seg"
)

// split makes a result by hand: the customers with these ids and money in the
// segments of these names.
func split(t *testing.T, method string, ids []string, money []float64, of []int32, names ...string) *Result {
	t.Helper()
	table, err := model.NewTable("people", "people.csv", 2, model.TextsOf("id", ids), model.NewNumbers("spent", money))
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Dataset{Tables: []*model.Table{table}, Guesses: []model.Guess{{Column: 0, Role: model.CustomerID}, {Column: 1, Role: model.Role(model.Monetary)}}}
	c, _, err := New(d).Customers(t.Context(), model.NewRecipe(nil, model.Reading{}), nil)
	if err != nil {
		t.Fatal(err)
	}
	s := &model.Segmentation{Method: method, Of: of}
	for _, n := range names {
		s.Segments = append(s.Segments, model.Segment{Name: model.P(n), Unclassified: n == "Unclassified"})
	}
	return &Result{Dataset: d, Customers: c, Segmentation: s, Method: seg.Spec{ID: method, Name: model.P(method)}, Recipe: model.NewRecipe(nil, model.Reading{}).WithMethod(method)}
}

var five = []string{"a", "b", "c", "d", "e"}

func TestCompareByHand(t *testing.T) {
	money := []float64{1, 2, 4, 8, 16}
	first := split(t, "one", five, money, []int32{0, 0, 0, 1, 1}, "x", "y")
	second := split(t, "two", five, money, []int32{0, 0, 1, 1, 1}, "p", "q")
	c := Compare(first, second)
	// Pairs: together in both {ab}, {de}: 2; in the first 4, in the second 4, of 10:
	// the index is (2 - 1.6) / (4 - 1.6) = 1/6.
	if math.Abs(c.Rand-1.0/6) > 1e-12 {
		t.Errorf("adjusted Rand index %g, want 1/6", c.Rand)
	}
	// n(ad - bc) over the root of the margins: (2·2 - 1·0) / sqrt(3·2·2·3).
	if math.Abs(c.V-4.0/6) > 1e-12 {
		t.Errorf("Cramér's V %g, want 2/3", c.V)
	}
	if c.Stayed != -1 {
		t.Errorf("two methods: stayed %d", c.Stayed)
	}
	cells := c.Cells()
	for _, want := range []struct {
		row, col, customers int
		rowShare, overlap   float64
		money               float64
	}{{0, 0, 2, 2.0 / 3, 2.0 / 3, 3}, {0, 1, 1, 1.0 / 3, 1.0 / 5, 4}, {1, 0, 0, 0, 0, 0}, {1, 1, 2, 1, 2.0 / 3, 24}} {
		got := cells[want.row][want.col]
		if got.Customers != want.customers || math.Abs(got.RowShare-want.rowShare) > 1e-12 || math.Abs(got.Overlap-want.overlap) > 1e-12 ||
			got.FirstValue != want.money || got.SecondValue != want.money {
			t.Errorf("cell %d, %d is %+v", want.row, want.col, got)
		}
	}
	if d := c.Document(english()); len(d.Closest) != 3 || d.Closest[0].Row != 0 || d.Closest[0].Col != 0 || d.Closest[2].Customers != 1 {
		t.Errorf("closest %+v", d.Closest)
	}
}

func TestCompareCountsWhomOneSideLacks(t *testing.T) {
	first := split(t, "m", []string{"a", "b", "c"}, []float64{1, 2, 4}, []int32{0, 0, 1}, "x", "y")
	second := split(t, "m", []string{"b", "c", "d"}, []float64{20, 40, 80}, []int32{0, 0, 1}, "x", "z")
	c := Compare(first, second)
	if c.Common.N != 2 || len(c.FirstAt) != 4 || c.Stayed != 1 {
		t.Errorf("got %+v", c)
	}
	cells := c.Cells()
	gone, came := cells[0][2], cells[2][1]
	if gone.Customers != 1 || gone.FirstValue != 1 || gone.SecondValue != 0 || came.Customers != 1 || came.FirstValue != 0 || came.Change() != 80 {
		t.Errorf("gone %+v, newcomer %+v", gone, came)
	}
	if !math.IsNaN(gone.Residual) || !math.IsNaN(came.Overlap) {
		t.Error("who is on one side only has no place in the measures")
	}
}

// What both could not place is not what they agree in.
func TestUnclassifiedOnBothSidesIsNoOverlap(t *testing.T) {
	money := []float64{1, 1, 1, 1, 1}
	first := split(t, "one", five, money, []int32{0, 0, 0, 0, 1}, "x", "Unclassified")
	second := split(t, "two", five, money, []int32{0, 0, 0, 1, 2}, "p", "q", "Unclassified")
	for _, cell := range Compare(first, second).Document(english()).Closest {
		if cell.Row == 1 {
			t.Errorf("singled out: %+v", cell)
		}
	}
}

func TestAgreementWords(t *testing.T) {
	for rand, want := range map[float64]string{
		1: "the same split", .81: "almost perfect agreement", .8: "substantial agreement", .41: "moderate agreement",
		.4: "fair agreement", .2: "slight agreement", 0: "no agreement beyond chance", -.5: "no agreement beyond chance",
	} {
		if got := AgreementWords(rand).Key; got != want {
			t.Errorf("%v is %q, want %q", rand, got, want)
		}
	}
}
