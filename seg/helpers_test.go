package seg

import (
	"context"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/model/wording"
)

var nan, inf = math.NaN(), math.Inf(1)

func english(p model.Phrase) string { return p.In(wording.English()) }

// people makes a customer of each row of the columns, with ids c0001, c0002 and
// so on. A column named as a role, such as monetary, has that role.
func people(t testing.TB, columns ...model.Column) *model.Customers {
	t.Helper()
	rows := 0
	if len(columns) > 0 {
		rows = columns[0].Len()
	}
	ids := make([]string, rows)
	for i := range ids {
		ids[i] = fmt.Sprintf("c%04d", i+1)
	}
	return customers(t, model.NoDay, table(t, "people", append([]model.Column{model.TextsOf("customer_id", ids)}, columns...)...))
}

func numbers(name string, values ...float64) model.Column { return model.NewNumbers(name, values) }

// scored makes customers whose recency, frequency and monetary, at the cuts of
// [scoredCuts], score as the codes say.
func scored(t testing.TB, codes ...[3]int) *model.Customers {
	var r, f, m []float64
	for _, c := range codes {
		r, f, m = append(r, float64(6-c[0])), append(f, float64(c[1])), append(m, float64(c[2]))
	}
	return people(t, numbers("recency", r...), numbers("frequency", f...), numbers("monetary", m...))
}

// scoredCuts are settings under which the values 1 to 5 are the scores 1 to 5.
var scoredCuts = []string{"binning=fixed", "cuts=recency:1,2,3,4;frequency:1,2,3,4;monetary:1,2,3,4"}

func allCodes() [][3]int {
	var out [][3]int
	for r := 1; r <= 5; r++ {
		for f := 1; f <= 5; f++ {
			for m := 1; m <= 5; m++ {
				out = append(out, [3]int{r, f, m})
			}
		}
	}
	return out
}

func table(t testing.TB, name string, columns ...model.Column) *model.Table {
	t.Helper()
	out, err := model.NewTable(name, name+".csv", 2, columns...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// customers joins tables whose columns are named by their roles, or by a role of
// several columns and what tells them apart, as in attitude#1. Without a
// customer_id rows are customers.
func customers(t testing.TB, asOf model.Day, tables ...*model.Table) *model.Customers {
	t.Helper()
	return customersIn(t, model.Scope{AsOf: asOf}, tables...)
}

// customersIn joins such tables in a scope.
func customersIn(t testing.TB, scope model.Scope, tables ...*model.Table) *model.Customers {
	t.Helper()
	d := &model.Dataset{Tables: tables}
	for i, table := range tables {
		for j, c := range table.Columns() {
			name, _, _ := strings.Cut(c.Name(), "#")
			info, ok := model.LookupRole(model.Role(name))
			_, inWords := model.ReadWords(c, info.InWords)
			switch {
			case ok && info.Kind == model.Number && c.Kind() == model.Text && !inWords:
				d.Named = append(d.Named, model.Guess{Table: i, Column: j, Role: info.ID})
			case ok && (info.Kind == c.Kind() || info.Kind == model.Text || inWords):
				d.Guesses = append(d.Guesses, model.Guess{Table: i, Column: j, Role: info.ID})
			}
		}
	}
	var assigned []model.Assignment
	if !slices.ContainsFunc(d.Guesses, func(g model.Guess) bool { return g.Role == model.CustomerID }) {
		assigned = append(assigned, model.Assignment{Role: model.CustomerID, Column: model.RowNumber})
	}
	roles, err := d.Assign(assigned)
	if err != nil {
		t.Fatal(err)
	}
	c, err := model.BuildCustomers(context.Background(), d, roles, scope, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func method(t testing.TB, id string) Method {
	t.Helper()
	all := Catalogue()
	i := slices.IndexFunc(all, func(m Method) bool { return m.Spec().ID == id })
	if i < 0 {
		t.Fatalf("no method is called %s", id)
	}
	return all[i]
}

// settings reads parameters as on the command line.
func settings(t testing.TB, s Spec, set ...string) model.Settings {
	t.Helper()
	out := model.Settings{}
	for _, assignment := range set {
		name, text, _ := strings.Cut(assignment, "=")
		p, ok := s.Param(name)
		if !ok {
			t.Fatalf("%s has no parameter %s", s.ID, name)
		}
		v, err := p.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = v
	}
	return out
}

// run runs a method that must succeed.
func run(t testing.TB, id string, c *model.Customers, set ...string) *model.Segmentation {
	t.Helper()
	m := method(t, id)
	s, err := Run(context.Background(), m, c, settings(t, m.Spec(), set...), 1, nil)
	if err != nil {
		t.Fatalf("%s %v: %v", id, set, err)
	}
	return s
}

// failure runs a method that must fail, and returns what it says.
func failure(t testing.TB, id string, c *model.Customers, set ...string) string {
	t.Helper()
	m := method(t, id)
	_, err := Run(context.Background(), m, c, settings(t, m.Spec(), set...), 1, nil)
	if err == nil {
		t.Fatalf("%s %v: no error", id, set)
	}
	return err.Error()
}

// placed names the segment of each customer.
func placed(s *model.Segmentation) []string {
	out := make([]string, len(s.Of))
	for i, g := range s.Of {
		out[i] = english(s.Segments[g].Name)
	}
	return out
}

// sizes counts customers by the name of their segment.
func sizes(s *model.Segmentation) map[string]int {
	out := map[string]int{}
	for _, name := range placed(s) {
		out[name]++
	}
	return out
}

// groups are the numbers in front of the names of clusters and classes, per
// customer; the names of other segments.
func groups(s *model.Segmentation) []string {
	out := placed(s)
	for i, name := range out {
		out[i], _, _ = strings.Cut(name, " · ")
	}
	return out
}

func wantGroups(t *testing.T, s *model.Segmentation, want ...string) {
	t.Helper()
	if got := groups(s); !slices.Equal(got, want) {
		t.Errorf("placed in %q,\nwant      %q", got, want)
	}
}

func groupSizes(s *model.Segmentation) map[string]int {
	out := map[string]int{}
	for _, number := range groups(s) {
		out[number]++
	}
	return out
}

func score(t testing.TB, s *model.Segmentation, name string) []float64 {
	t.Helper()
	for _, c := range s.Scores {
		if n, ok := c.(*model.Numbers); ok && c.Name() == name {
			return n.Values()
		}
	}
	t.Fatalf("no score %s", name)
	return nil
}

// textScore is a column of words that a method computed, nil for none.
func textScore(s *model.Segmentation, name string) []string {
	for _, c := range s.Scores {
		if c.Name() != name {
			continue
		}
		out := make([]string, c.Len())
		for i := range out {
			out[i] = c.Text(i)
		}
		return out
	}
	return nil
}

// cutsOf returns the cuts reported of a measure, nil for none.
func cutsOf(s *model.Segmentation, measure string) []float64 {
	for _, c := range s.Cuts {
		if c.Measure == measure {
			return c.Values
		}
	}
	return nil
}

// warned reports whether one of the warnings says so.
func warned(s *model.Segmentation, text string) bool {
	return slices.ContainsFunc(s.Warnings, func(p model.Phrase) bool { return strings.Contains(english(p), text) })
}

// noted reports whether one of the warnings or notes says so.
func noted(s *model.Segmentation, text string) bool {
	return slices.ContainsFunc(s.Remarks(), func(p model.Phrase) bool { return strings.Contains(english(p), text) })
}

func wantPlaced(t *testing.T, s *model.Segmentation, want ...string) {
	t.Helper()
	if got := placed(s); !slices.Equal(got, want) {
		t.Errorf("placed %q,\nwant   %q", got, want)
	}
}

// wantNumbers compares to nine digits, NaN with NaN.
func wantNumbers(t *testing.T, what string, got []float64, want ...float64) {
	t.Helper()
	same := len(got) == len(want)
	for i := 0; same && i < len(got); i++ {
		same = close9(got[i], want[i])
	}
	if !same {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func close9(got, want float64) bool {
	return math.IsNaN(got) && math.IsNaN(want) || got == want || math.Abs(got-want) <= 1e-9*math.Abs(want)
}

func wantText(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(text, p) {
			t.Errorf("%q does not say %q", text, p)
		}
	}
}

// phrases visits every phrase within a value, its arguments included.
func phrases(v any, visit func(model.Phrase)) { walkPhrases(reflect.ValueOf(v), visit) }

func walkPhrases(v reflect.Value, visit func(model.Phrase)) {
	if !v.IsValid() {
		return
	}
	if p, ok := v.Interface().(model.Phrase); ok {
		visit(p)
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			walkPhrases(v.Elem(), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				walkPhrases(v.Field(i), visit)
			}
		}
	case reflect.Slice, reflect.Array:
		switch v.Type().Elem().Kind() {
		case reflect.Float64, reflect.Int32, reflect.Int:
			return
		}
		for i := range v.Len() {
			walkPhrases(v.Index(i), visit)
		}
	}
}
