package seg

import (
	"math"
	"testing"

	"custseg/model"
)

// pairs are two groups of customers, apart in x and alike in y, and one who
// lacks y.
func pairs(t testing.TB) *model.Customers {
	return people(t, numbers("x", 1, 2, 3, 101, 103, 2), numbers("y", 10, 20, 30, 20, 20, nan))
}

func TestKMeansByHand(t *testing.T) {
	s := run(t, "kmeans", pairs(t), "k=2", "scale=none")
	wantGroups(t, s, "1", "1", "1", "2", "2", "Unclassified")
	// Centers (2,20) and (102,20); squares 101 + 0 + 101 and 1 + 1.
	if got, _ := s.Measured("inertia"); !close9(got, 204) {
		t.Errorf("inertia %v", got)
	}
	wantNumbers(t, "distances", score(t, s, "distance"), math.Sqrt(101), 0, math.Sqrt(101), 1, 1, nan)
	// All five: x has mean 42 and deviation √2400.4, so z is -40/48.99 and 60/48.99.
	wantText(t, english(s.Segments[0].Rule), "x 2 (z -0.82)", "y 20 (z +0.00)")
	wantText(t, english(s.Segments[1].Rule), "x 102 (z +1.22)")
	wantText(t, english(s.Segments[1].Advice.Marketing), "high x")
	if !noted(s, "1 unclassified: y is missing or not finite") {
		t.Errorf("notes: %v", s.Notes)
	}
}

func TestKMeansScales(t *testing.T) {
	c := people(t, numbers("x", 0, 10, 0, 10), numbers("y", 0, 0, 1, 1))
	for _, scale := range []struct {
		set  string
		want float64
	}{
		{"none", 4 * 25.25}, // about (5, .5)
		{"minmax", 4 * .5},  // about (.5, .5)
		{"zscore", 8},       // both columns at ±1
	} {
		s := run(t, "kmeans", c, "k=1", "columns=x,y", "scale="+scale.set)
		if got, _ := s.Measured("inertia"); !close9(got, scale.want) {
			t.Errorf("%s: inertia %v, want %v", scale.set, got, scale.want)
		}
	}
}

// One cluster's inertia is the variance of the columns as they enter, which
// shows what was done to them.
func inertiaOf(t *testing.T, c *model.Customers, set ...string) float64 {
	t.Helper()
	got, ok := run(t, "kmeans", c, append([]string{"k=1", "scale=none"}, set...)...).Measured("inertia")
	if !ok {
		t.Fatal("no inertia")
	}
	return got
}

func squares(values ...float64) float64 {
	n, _, sd := moments(values)
	return float64(n) * sd * sd
}

func TestKMeansLogs(t *testing.T) {
	skewedValues := []float64{1, 2, 1, 2, 1, 2, 1, 2, 1, 1000}
	even := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
	log := func(values []float64) float64 {
		out := make([]float64, len(values))
		for i, v := range values {
			out[i] = math.Log(1 + v)
		}
		return squares(out...)
	}
	c := people(t, numbers("monetary", skewedValues...), numbers("average_order", even...), numbers("visits", skewedValues...))
	for _, want := range []struct {
		set      string
		inertias [3]float64 // of skewed money, of money that is not, of a skewed column
	}{
		{"money", [3]float64{log(skewedValues), squares(even...), squares(skewedValues...)}},
		{"skewed", [3]float64{log(skewedValues), squares(even...), log(skewedValues)}},
		{"all", [3]float64{log(skewedValues), log(even), log(skewedValues)}},
		{"off", [3]float64{squares(skewedValues...), squares(even...), squares(skewedValues...)}},
	} {
		for j, column := range []string{"monetary", "average_order", "visits"} {
			if got := inertiaOf(t, c, "log="+want.set, "columns="+column); !close9(got, want.inertias[j]) {
				t.Errorf("log=%s of %s: inertia %v, want %v", want.set, column, got, want.inertias[j])
			}
		}
	}
	if s := run(t, "kmeans", c, "columns=monetary"); !noted(s, "Monetary enters as log(1 + value)") {
		t.Errorf("notes: %v", s.Notes)
	}
}

func TestKMeansWinsorizes(t *testing.T) {
	c := people(t, numbers("x", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100))
	want := squares(2, 2, 2, 3, 4, 5, 6, 7, 8, 8, 8) // drawn in to the quantiles at .2 and .8
	if got := inertiaOf(t, c, "winsorize=20%"); !close9(got, want) {
		t.Errorf("inertia %v, want %v", got, want)
	}
}

func TestKMeansMissing(t *testing.T) {
	c := people(t, numbers("x", 1, 2, nan, 9, inf), numbers("y", 1, 1, 1, 1, 1))
	if got := inertiaOf(t, c); !close9(got, squares(1, 2, 9)) {
		t.Errorf("dropped: inertia %v", got)
	}
	s := run(t, "kmeans", c, "k=1", "scale=none", "missing=median")
	if got, _ := s.Measured("inertia"); !close9(got, squares(1, 2, 2, 9, 2)) {
		t.Errorf("median: inertia %v", got)
	}
	if sizes(s)["Unclassified"] != 0 || !noted(s, "x: 2 missing values took the median 2") {
		t.Errorf("sizes %v, notes %v", sizes(s), s.Notes)
	}
	wantText(t, english(s.Segments[0].Rule), "x 4 ") // of the values there are
}

func TestKMeansChoosesColumns(t *testing.T) {
	used := func(c *model.Customers, set ...string) string {
		out := ""
		for _, name := range run(t, "kmeans", c, append(set, "k=1")...).Used {
			out += name + " "
		}
		return out
	}
	attributes := []model.Column{numbers("age", 20, 30), numbers("Spent", 3, 9), numbers("constant", 1, 1), numbers("latitude", 50, 51), numbers("postcode", 1010, 8010),
		model.TextsOf("word", []string{"a", "b"})}
	if got := used(people(t, attributes...)); got != "age Spent " {
		t.Errorf("by default: %s", got)
	}
	mapped := []model.Column{numbers("recency", 1, 2), numbers("frequency", 1, 2), numbers("monetary", 1, 2)}
	if got := used(people(t, append(attributes, mapped...)...)); got != "recency frequency monetary " {
		t.Errorf("by default with measures: %s", got)
	}
	ordered := customers(t, model.NoDay, table(t, "orders", model.TextsOf("customer_id", []string{"a", "b", "a"}), model.NewDates("order_date", []int64{0, 86400, 864000})))
	if got := used(ordered); got != "recency frequency " {
		t.Errorf("by default with orders without money: %s", got)
	}
	c := people(t, attributes...)
	if got := used(c, "columns=SPENT"); got != "Spent " {
		t.Errorf("named without regard to case: %s", got)
	}
	wantText(t, failure(t, "kmeans", c, "columns=Spent,age,spent"), `parameter columns: "Spent" is named twice`)
	wantText(t, failure(t, "kmeans", c, "columns=word"), "parameter columns: not a column of numbers")
	wantText(t, failure(t, "kmeans", people(t, model.TextsOf("word", []string{"a", "b"}))), "no number column to cluster on")
	hollow := people(t, numbers("x", nan, inf), numbers("y", 1, nan), numbers("z", nan, 1))
	wantText(t, failure(t, "kmeans", hollow, "columns=x", "missing=median"), "no customer has a value of x")
	wantText(t, failure(t, "kmeans", hollow, "columns=y,z"), "all of y, z", "missing=median")
}

func TestKMeansFewRows(t *testing.T) {
	one := people(t, numbers("x", 7))
	for _, k := range []string{"1", "5", "auto"} {
		wantGroups(t, run(t, "kmeans", one, "columns=x", "k="+k), "1")
	}
	s := run(t, "kmeans", people(t, numbers("x", 1, 1, 2, 2, 2)), "columns=x", "k=4")
	wantGroups(t, s, "2", "2", "1", "1", "1")
	if !noted(s, "Only 2 of 4 clusters have customers") {
		t.Errorf("notes: %v", s.Notes)
	}
	same := people(t, numbers("x", 3, 3, 3, 3))
	if s = run(t, "kmeans", same, "columns=x", "k=auto"); len(s.Segments) != 1 || !noted(s, "Too few different rows to choose k by") {
		t.Errorf("%d segments, notes %v", len(s.Segments), s.Notes)
	}
	if _, ok := s.Measured("silhouette"); ok {
		t.Error("one cluster has a silhouette")
	}
}

func TestKMeansAuto(t *testing.T) {
	c := people(t, numbers("x", 1, 2, 3, 51, 52, 53, 101, 102, 103))
	s := run(t, "kmeans", c, "columns=x", "k=auto")
	wantGroups(t, s, "1", "1", "1", "2", "2", "2", "3", "3", "3")
	if !noted(s, "k = 3 has the highest silhouette of 2 to 8") {
		t.Errorf("notes: %v", s.Notes)
	}
	if _, ok := s.Charts[0].(*model.Histogram); !ok {
		t.Errorf("a single column is shown as %T", s.Charts[0])
	}
	series := s.Charts[1].(*model.Series)
	if series.Chosen != 3 || len(series.X) != 7 || series.X[0] != 2 {
		t.Errorf("table over k: %+v", series)
	}
	// The table is shown, and its row agrees, when k is given.
	fixed := run(t, "kmeans", c, "columns=x", "k=4")
	inertia, _ := fixed.Measured("inertia")
	if row := fixed.Charts[1].(*model.Series).Lines[1].Y[2]; row != inertia {
		t.Errorf("inertia of 4 clusters is %v in the table, %v in the result", row, inertia)
	}
}

func TestKMeansStartsFromTheSeed(t *testing.T) {
	x := make([]float64, 200)
	for i := range x {
		x[i] = float64(i * i % 211)
	}
	c, m := people(t, numbers("x", x...)), method(t, "kmeans")
	inertias := map[float64]bool{}
	for seed := range uint64(10) {
		s, err := Run(t.Context(), m, c, settings(t, m.Spec(), "columns=x", "k=20", "restarts=1"), seed, nil)
		if err != nil {
			t.Fatal(err)
		}
		inertia, _ := s.Measured("inertia")
		inertias[inertia] = true
	}
	if len(inertias) == 1 {
		t.Error("ten seeds lead to the same clusters of a single start")
	}
}

func TestKMeansSaysWhatIsSampled(t *testing.T) {
	x := make([]float64, tableRows+1000)
	for i := range x {
		x[i] = float64(max(0, i-4800) / 400 * 100) // the first 5200 are alike
	}
	c := people(t, numbers("x", x...))
	s := run(t, "kmeans", c, "columns=x", "k=auto", "restarts=1")
	if len(s.Segments) != 3 || !noted(s, "table over k is of a sample of 5,000 of 6,000 customers: the chart Quality by number of clusters, and the measures silhouette_k and inertia_k of 2 to 3") || !noted(s, "silhouette is of a sample of 5,000 of 6,000") {
		t.Errorf("%d segments, notes %v", len(s.Segments), s.Notes)
	}
	if got := groupSizes(s); got["1"] != 5200 || got["2"] != 400 {
		t.Errorf("sizes %v", got)
	}
}

func TestKMeansSaysWhenNotConverged(t *testing.T) {
	x := make([]float64, 200)
	for i := range x {
		x[i] = math.Sqrt(float64(i))
	}
	c := people(t, numbers("x", x...))
	if s := run(t, "kmeans", c, "columns=x", "k=9", "iterations=1", "tol=0"); !noted(s, "had not converged after 1 iteration:") {
		t.Errorf("notes: %v", s.Notes)
	}
	if s := run(t, "kmeans", c, "columns=x", "k=9", "iterations=1000", "tol=0"); noted(s, "converged") {
		t.Errorf("notes: %v", s.Notes)
	}
}

// Three different customers make three clusters of five: the star is at three.
func TestKMeansStarsItsClusters(t *testing.T) {
	s := run(t, "kmeans", people(t, numbers("x", 1, 1, 1, 2, 2, 2, 9, 9, 9)), "columns=x", "k=5")
	clusters, _ := s.Measured("k")
	for _, chart := range s.Charts {
		if c, ok := chart.(*model.Series); ok && (c.Chosen != 3 || clusters != 3) {
			t.Errorf("%v clusters, the star is at %v", clusters, c.Chosen)
		}
	}
}
