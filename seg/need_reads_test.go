package seg

import (
	"testing"

	"custseg/model"
)

// A method that reads words cannot run on numbers that have the role, nor one
// that reads answers on words; both say why.
func TestWhatColumnsHoldDecidesWhatCanRun(t *testing.T) {
	numbers := func(name string) model.Column { return numbers(name, 1, 4, 5, nan) }
	words := func(name string) model.Column {
		return model.TextsOf(name, []string{"tea", "milk", "tea", ""})
	}
	customers := func(columns ...model.Column) *model.Customers {
		ids := model.TextsOf("customer_id", []string{"a", "b", "c", "d"})
		d := &model.Dataset{Tables: []*model.Table{table(t, "people", append([]model.Column{ids}, columns...)...)}}
		d.Guesses = []model.Guess{{Table: 0, Column: 0, Role: model.CustomerID}}
		for i := range columns {
			d.Guesses = append(d.Guesses, model.Guess{Table: 0, Column: i + 1, Role: "item"})
		}
		return build(t, d)
	}
	for _, c := range []struct {
		name, method string
		on           *model.Customers
		why          string // nothing when it can run
	}{
		{"baskets of words", "basket", customers(words("a"), words("b")), ""},
		{"baskets of numbers", "basket", customers(numbers("a")), "it reads words, and a holds none"},
		{"some words", "basket", customers(numbers("a"), words("b")), ""},
		{"answers", "psychographic", customers(numbers("a"), numbers("b"), numbers("c")), ""},
		{"two answers", "psychographic", customers(numbers("a"), numbers("b")), "it needs 3 columns, and there are 2"},
		{"words for answers", "psychographic", customers(words("a"), words("b"), words("c")), "it reads answers in numbers, and a holds none"},
	} {
		m, err := Lookup(c.method)
		if err != nil {
			t.Fatal(err)
		}
		missing := Missing(m.Spec(), c.on)
		if c.why == "" {
			if len(missing) > 0 {
				t.Errorf("%s: %s lacks %v", c.name, c.method, missing[0].Any())
			}
			continue
		}
		if len(missing) != 1 || english(missing[0].Remedy(c.on)) != c.why {
			t.Errorf("%s: missing %v, want: %s", c.name, missing, c.why)
		}
	}
}
