package screen

import (
	"slices"
	"testing"

	"custseg/model"
)

// What was sold comes first, then what differs between the lines, then what is the
// same in each; numbers of lines come last and have no sum.
func TestLinesOpenOnWhatTheySay(t *testing.T) {
	days := make([]int64, 3)
	for i := range days {
		days[i] = model.Day(19000).Seconds()
	}
	columns := []model.Column{
		model.NewNumbers("row", []float64{7, 8, 9}), model.TextsOf("customer", []string{"K1", "K1", "K1"}), model.NewDates("day", days),
		model.TextsOf("town", []string{"Ulm", "Ulm", "Ulm"}), model.TextsOf("note", []string{"", "gift", ""}),
		model.NewNumbers("amount", []float64{5, 5, 3}), model.TextsOf("article", []string{"tea", "cup", "tea"}),
	}
	host := newFakeHost()
	host.open(t, &model.Dataset{Tables: []*model.Table{table(t, "orders", "orders.csv", columns...)}, Guesses: []model.Guess{{Column: 1, Role: model.CustomerID},
		{Column: 2, Role: model.OrderDate}, {Column: 5, Role: model.Amount}, {Column: 6, Role: model.Product}}})
	host.session.Propose(host.session.Recipe.WithMethod("abc"), "abc")
	host.settle()
	s := &OrderPage{orders: host.session.Result.Customers.Orders()}
	for _, column := range columns {
		s.counts = append(s.counts, ascends(column))
	}
	var got []string
	for _, i := range s.arranged([]int32{0, 1, 2}) {
		got = append(got, columns[i].Name())
	}
	if want := []string{"article", "amount", "note", "customer", "day", "town", "row"}; !slices.Equal(got, want) {
		t.Errorf("columns %q, want %q", got, want)
	}
	rows := &figureRows{columns: []figureColumn{{title: "row", values: columns[0], ordinal: true}}}
	if !rows.field(0).ordinal {
		t.Error("numbers of lines are added up")
	}
}
