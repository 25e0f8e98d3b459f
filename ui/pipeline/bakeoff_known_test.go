package pipeline

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// shopPeople is a table of the shop's customers in which everything but their
// age was written after all was over: what they spent after the split, who
// stayed, and how satisfied they were.
func shopPeople(t *testing.T, orders *model.Table) (*model.Table, []model.Guess) {
	t.Helper()
	n := 150
	ids, stayed := make([]string, n), make([]string, n)
	age, spent, satisfied := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range n {
		ids[i], stayed[i], age[i], satisfied[i] = fmt.Sprintf("c%03d", i), "no", float64(20+i%7*8), 1
		for r := range orders.Rows() {
			if orders.Column(0).Text(r) == ids[i] && model.DayOf(orders.Column(1).(*model.Dates).At(r)) > shopSplit {
				spent[i] += orders.Column(2).(*model.Numbers).At(r)
				stayed[i], satisfied[i] = "yes", 5
			}
		}
	}
	table, err := model.NewTable("people", "people.csv", 2, model.TextsOf("id", ids), model.NewNumbers("age", age),
		model.TextsOf("stayed", stayed), model.NewNumbers("monetary", spent), model.NewNumbers("satisfaction", satisfied))
	if err != nil {
		t.Fatal(err)
	}
	return table, []model.Guess{{Table: 1, Role: model.CustomerID}, {Table: 1, Column: 1, Role: "age"}, {Table: 1, Column: 2, Role: "target"},
		{Table: 1, Column: 3, Role: "monetary"}, {Table: 1, Column: 4, Role: "satisfaction"}}
}

// What is known only afterwards changes no figure of a ranked method, and a
// method that cannot do without it is not ranked.
func TestHindsightIsWithheld(t *testing.T) {
	orders := shopOrders(t, 1)
	plain := bakeOff(t, shopData(orders), BakeOffOptions{Split: shopSplit})
	people, guesses := shopPeople(t, orders)
	d := shopData(orders, people)
	d.Guesses = append(d.Guesses, guesses...)
	wise := bakeOff(t, d, BakeOffOptions{Split: shopSplit})

	fromOrders := []string{"rfm", "clv", "abc", "kmeans", "gmm", "som", "lifecycle", "churn", BaselineSorted}
	if a, b := figures(plain, fromOrders...), figures(wise, fromOrders...); sorted(a) != sorted(b) {
		t.Errorf("hindsight changed\n%s\nto\n%s", a, b)
	}
	if !slices.Equal(wise.Undated, []string{"monetary", "satisfaction", "stayed"}) || len(plain.Undated) > 0 {
		t.Errorf("undated are %v", wise.Undated)
	}
	for _, id := range []string{"tree", "feedback", "response"} {
		c := wise.Contender(id)
		if c.Standing != Apart || c.Rank != 0 || !math.IsNaN(c.Score) || len(c.Withheld) == 0 {
			t.Errorf("%s: %+v", id, c)
		}
	}
	if c := wise.Contender("feedback"); c.Gini < .6 {
		t.Errorf("judged apart with what followed in hand, feedback has a Gini of %v", c.Gini)
	}
	if c := wise.Contender("demographic"); c.Standing != Ranked || math.Abs(c.AUC-.5) > .2 || len(c.Withheld) > 0 {
		t.Errorf("age is what a person is: %+v", c)
	}
}

// A column mapped by hand to a measure would overrule the orders.
func TestMappedMeasuresAreWithheld(t *testing.T) {
	orders := shopOrders(t, 1)
	people, guesses := shopPeople(t, orders)
	d := shopData(orders, people)
	d.Guesses = append(d.Guesses, guesses...)
	r := model.NewRecipe(nil, model.Reading{}).WithRole(model.Assignment{Role: "monetary", Column: "people:monetary"})
	b, err := New(d).BakeOff(t.Context(), r, BakeOffOptions{Split: shopSplit, Methods: []string{"abc", "rfm"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	plain := bakeOff(t, shopData(orders), BakeOffOptions{Split: shopSplit, Methods: []string{"abc", "rfm"}})
	if figures(b, "abc") != figures(plain, "abc") || !slices.Contains(b.Contender("abc").Withheld, "monetary") {
		t.Errorf("%+v\n%s%s", b.Contender("abc"), figures(b), figures(plain))
	}
}

// Events count by their dates; without dates nobody knows when they were.
func TestEventsWithDatesAreKnown(t *testing.T) {
	orders := shopOrders(t, 1)
	var ids, kinds []string
	var at []int64
	for r := range orders.Rows() { // each is seen before they buy, and twice
		for range 2 {
			ids, kinds = append(ids, orders.Column(0).Text(r)), append(kinds, "view")
			at = append(at, orders.Column(1).(*model.Dates).At(r))
		}
	}
	events := func(columns ...model.Column) *model.Dataset {
		table, err := model.NewTable("web", "web.csv", 2, append([]model.Column{model.TextsOf("id", ids), model.TextsOf("what", kinds)}, columns...)...)
		if err != nil {
			t.Fatal(err)
		}
		d := shopData(orders, table)
		d.Guesses = append(d.Guesses, model.Guess{Table: 1, Role: model.CustomerID}, model.Guess{Table: 1, Column: 1, Role: model.EventType})
		return d
	}
	o := BakeOffOptions{Split: shopSplit, Methods: []string{"behaviour"}}
	dated := bakeOff(t, events(model.NewDates("when", at)), o)
	if c := dated.Contender("behaviour"); c.Standing != Ranked || c.AUC < .6 || len(dated.Undated) > 0 {
		t.Errorf("with dates: %+v, undated %v", c, dated.Undated)
	}
	undated := bakeOff(t, events(), o)
	if c := undated.Contender("behaviour"); c.Standing != Apart || !slices.Contains(undated.Undated, "views") {
		t.Errorf("without: %+v, undated %v", c, undated.Undated)
	}
}

// sorted puts lines in the order of their text.
func sorted(text string) string {
	lines := strings.Split(text, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
