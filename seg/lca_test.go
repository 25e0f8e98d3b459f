package seg

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"custseg/model"
)

// The manual of R's poLCA: seven pathologists on 118 slides, answers 1 and 2.
func TestLCACarcinoma(t *testing.T) {
	c := customers(t, model.NoDay, slides(t))
	for k, want := range map[int]float64{2: -317.2568, 3: -293.7050, 4: -289.2858} {
		s := run(t, "lca", c, "columns=A,B,C,D,E,F,G", fmt.Sprint("k=", k))
		if got, _ := s.Measured("log_likelihood"); got < want-1e-4 || got > want+1e-4 {
			t.Errorf("%d classes: log-likelihood %.4f, want %.4f", k, got, want)
		}
	}
	s := run(t, "lca", c, "columns=A,B,C,D,E,F,G")
	if !noted(s, "k = 3 has the lowest BIC of 1 to 8") || !slices.Equal(s.Counts(), []int{51, 44, 23}) {
		t.Errorf("sizes %v, notes %v", s.Counts(), s.Notes)
	}
	for name, want := range map[string]float64{"parameters": 23, "df": 95, "classes": 3} {
		if got, _ := s.Measured(name); got != want {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
	bic, _ := s.Measured("bic")
	if table, _ := s.Measured("bic_k3"); table != bic || bic < 697.135 || bic > 697.137 {
		t.Errorf("BIC %v, in the table %v", bic, table)
	}
}

// slides is the data with an id for each slide.
func slides(t testing.TB) *model.Table {
	names := map[string]string{}
	for _, name := range []string{"A", "B", "C", "D", "E", "F", "G"} {
		names[name] = name
	}
	read := readTable(t.(*testing.T), "lca_carcinoma.csv", names)
	return table(t, "slides", append(read.Columns(), model.TextsOf("customer_id", idsFrom(0, read.Rows())))...)
}

// Six say yes to all, four no to all; one of each leaves the last out, one
// leaves out all.
func TestLCAByHand(t *testing.T) {
	words := func(last string) []string {
		return []string{"yes", "yes", "yes", "yes", "yes", "no", "no", "no", "yes", "no", last}
	}
	third := words("")
	third[8], third[9] = "", ""
	s := run(t, "lca", people(t, model.TextsOf("a", words("")), model.TextsOf("b", words("")), model.TextsOf("c", third)), "k=2", "columns=a,b,c")
	yes, no := "1", "2"
	wantGroups(t, s, yes, yes, yes, yes, yes, no, no, no, yes, no, "Unclassified")
	wantNumbers(t, "certainty", score(t, s, "certainty"), 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, nan)
	wantText(t, english(s.Segments[0].Rule), "likeliest class, of 60.0%", "a yes 100% (60% of all)")
	wantText(t, english(s.Segments[0].Advice.Marketing), "Typically a yes")
	if got, _ := s.Measured("entropy_r2"); !close9(got, 1) {
		t.Errorf("entropy R² %v", got)
	}
	if !noted(s, "1 unclassified: no answer at all") {
		t.Errorf("notes %v", s.Notes)
	}
	bars := s.Charts[0].(*model.Bars)
	if len(bars.Values) != 6 || !close9(bars.Values[0], 1) || english(bars.Labels[0]) != "a yes (60% of all)" {
		t.Errorf("bars %v of %v", bars.Values, bars.Labels)
	}
	s = run(t, "lca", people(t, model.TextsOf("a", words("")), model.TextsOf("b", words("")), model.TextsOf("c", third)), "k=2", "columns=a,b,c", "missing=drop")
	if !noted(s, "2 unclassified: c is missing") || !noted(s, "1 unclassified: a is missing") {
		t.Errorf("dropped: notes %v", s.Notes)
	}
}

// coins are answers to three items that do not go together.
func coins(t testing.TB, n int) *model.Customers {
	r := rand.New(rand.NewPCG(9, 0))
	var columns []model.Column
	for j := range 3 {
		values := make([]float64, n)
		for i := range values {
			values[i] = float64(r.IntN(2))
		}
		columns = append(columns, numbers(fmt.Sprint("q", j), values...))
	}
	return people(t, columns...)
}

func TestLCASaysWhatItFinds(t *testing.T) {
	c := coins(t, 300)
	if s := run(t, "lca", c, "columns=q0,q1,q2"); !noted(s, "One class has the lowest BIC") || len(s.Segments) != 1 {
		t.Errorf("notes %v", s.Notes)
	}
	s := run(t, "lca", c, "columns=q0,q1,q2", "k=8", "iterations=1")
	for _, text := range []string{"not identified: it has 31 parameters", "had not converged", "The classes overlap"} {
		if !noted(s, text) {
			t.Errorf("nothing says %q: %v", text, s.Notes)
		}
	}
	same := people(t, model.TextsOf("a", []string{"x", "x", "x"}), model.TextsOf("b", []string{"y", "y", "y"}))
	if s := run(t, "lca", same, "columns=a,b", "k=3"); !noted(s, "Only 1 of 3 classes") || s.Counts()[0] != 3 {
		t.Errorf("sizes %v, notes %v", s.Counts(), s.Notes)
	}
}

// Rows with the same answers cost nothing; of too many different ones a sample is
// fitted, and everyone placed.
func TestLCASamples(t *testing.T) {
	n := latentRows + 400
	a, b := make([]float64, n), make([]float64, n)
	for i := range n {
		a[i], b[i] = float64(i%4/2), float64(i%4/2)
	}
	s := run(t, "lca", people(t, numbers("a", a...), numbers("b", b...), numbers("c", a...)), "columns=a,b,c", "starts=2")
	if got := s.Counts(); !slices.Equal(got, []int{n / 2, n / 2}) || noted(s, "sample") {
		t.Errorf("sizes %v, notes %v", got, s.Notes)
	}
	if testing.Short() {
		return
	}
	columns := make([]model.Column, 6)
	for j := range columns {
		values, size := make([]float64, n), []int{1, 7, 49, 343, 2401, 16807}[j]
		for i := range values { // digits to base 7: all sets differ
			values[i] = float64(i / size % 7)
		}
		columns[j] = numbers("q"+strconv.Itoa(j), values...)
	}
	s = run(t, "lca", people(t, columns...), "columns=q0,q1,q2,q3,q4,q5", "starts=2", "k=2", "iterations=5")
	if !noted(s, "fitted to a sample of 10,000 of 10,400 customers") || !noted(s, "are of a sample of 3,000 of 10,400") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestLCAErrors(t *testing.T) {
	many := make([]float64, 60)
	words := make([]string, 60)
	for i := range many {
		many[i], words[i] = float64(i), []string{"a", "b"}[i%2]
	}
	c := people(t, numbers("many", many...), model.TextsOf("w", words), model.TextsOf("v", words))
	for set, want := range map[string]string{
		"columns=w":       "need 2 columns or more, of words or of few different numbers, and there are 1",
		"columns=w,many":  `"many" has 60 different values, more than the 50 of a category`,
		"columns=w,W":     `"w" is named twice`,
		"columns=w,other": `there is no column "other"`,
	} {
		wantText(t, failure(t, "lca", c, set), want)
	}
	if got := Missing(lca{}.Spec(), people(t, numbers("many", many...))); len(got) != 1 {
		t.Errorf("without words nothing is missing: %v", got)
	}
	if got := Missing(lca{}.Spec(), c); len(got) != 0 {
		t.Errorf("with two columns of words %v is missing", got)
	}
}
