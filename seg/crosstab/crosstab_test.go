package crosstab_test

import (
	"math"
	"reflect"
	"testing"

	"custseg/seg/crosstab"
)

func TestOf(t *testing.T) {
	got := crosstab.Of([]int32{0, 0, 1, 1, 1, 2, -1, 0}, []int32{1, 1, 0, 1, 1, 0, 0, -1}, 3, 2)
	want := crosstab.Table{
		Counts:    [][]int{{0, 2}, {1, 2}, {1, 0}},
		RowTotals: []int{2, 3, 1}, ColTotals: []int{2, 4}, N: 6,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestOfWithoutRowsOrGroups(t *testing.T) {
	if got := crosstab.Of(nil, nil, 2, 1); got.N != 0 || len(got.Counts) != 2 || len(got.Counts[0]) != 1 {
		t.Errorf("no rows gave %+v", got)
	}
	if got := crosstab.Of(nil, nil, 0, 0); got.N != 0 || len(got.Counts) != 0 {
		t.Errorf("no groups gave %+v", got)
	}
}

func TestOfPanicsOnUnequalLengths(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("two rows were counted with one")
		}
	}()
	crosstab.Of([]int32{0, 0}, []int32{0}, 1, 1)
}

// rows makes two groupings of a table of counts.
func rows(counts [][]int) (a, b []int32) {
	for r, row := range counts {
		for c, n := range row {
			for range n {
				a, b = append(a, int32(r)), append(b, int32(c))
			}
		}
	}
	return a, b
}

// Worked by hand. The table 10 20 / 30 40 has expected counts 12 18 / 28 42,
// so chi-squared is 4/12 + 4/18 + 4/28 + 4/42 = 50/63.
func TestMeasures(t *testing.T) {
	log := math.Log
	nan := math.NaN()
	for _, c := range []struct {
		name    string
		counts  [][]int
		v, info float64
	}{
		{"same but for labels", [][]int{{0, 2}, {2, 0}}, 1, 1},
		{"independent", [][]int{{1, 1}, {1, 1}}, 0, 0},
		{"three groups within two", [][]int{{2, 0}, {0, 1}, {0, 1}}, 1, log(2) / ((1.5*log(2) + log(2)) / 2)},
		{"weakly associated", [][]int{{10, 20}, {30, 40}}, math.Sqrt(50. / 6300),
			(.1*log(.1/.12) + .2*log(.2/.18) + .3*log(.3/.28) + .4*log(.4/.42)) /
				((-.3*log(.3) - .7*log(.7) - .4*log(.4) - .6*log(.6)) / 2)},
		{"an empty group counts for nothing", [][]int{{10, 0, 20}, {0, 0, 0}, {30, 0, 40}}, math.Sqrt(50. / 6300),
			(.1*log(.1/.12) + .2*log(.2/.18) + .3*log(.3/.28) + .4*log(.4/.42)) /
				((-.3*log(.3) - .7*log(.7) - .4*log(.4) - .6*log(.6)) / 2)},
		{"one group against two", [][]int{{3, 5}}, nan, 0},
		{"one group against one", [][]int{{4}}, nan, 1},
		{"no rows", [][]int{{0, 0}, {0, 0}}, nan, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := rows(c.counts)
			table := crosstab.Of(a, b, len(c.counts), len(c.counts[0]))
			turned := crosstab.Of(b, a, len(c.counts[0]), len(c.counts))
			for _, m := range []crosstab.Table{table, turned} {
				if got := m.CramersV(); !(math.Abs(got-c.v) <= 1e-12 || math.IsNaN(got) && math.IsNaN(c.v)) {
					t.Errorf("Cramér's V is %v, want %v", got, c.v)
				}
				if got := m.MutualInformation(); !(math.Abs(got-c.info) <= 1e-12) {
					t.Errorf("mutual information is %v, want %v", got, c.info)
				}
			}
		})
	}
}

// Arthritis trials by treatment and improvement, in R's vcd (Koch & Edwards
// 1988): Pearson's chi-squared 13.055 of 84, Cramér's V .394.
func TestCramersVOfArthritis(t *testing.T) {
	a, b := rows([][]int{{29, 7, 7}, {13, 7, 21}})
	table := crosstab.Of(a, b, 2, 3)
	if v := table.CramersV(); math.Abs(v-.394) > .0005 || math.Abs(v*v*84-13.055) > .0005 {
		t.Errorf("Cramér's V is %.4f, chi-squared %.4f", v, v*v*84)
	}
}

// Manning, Raghavan & Schütze (2008), Introduction to Information Retrieval,
// figure 16.4: three clusters of 17 documents of three classes.
func TestMutualInformationOfManning(t *testing.T) {
	a, b := rows([][]int{{5, 1, 0}, {1, 4, 1}, {2, 0, 3}})
	if got := crosstab.Of(a, b, 3, 3).MutualInformation(); math.Abs(got-.36) > .005 {
		t.Errorf("normalized mutual information is %.4f, want .36", got)
	}
}

func BenchmarkOf(b *testing.B) {
	x, y := make([]int32, 1_000_000), make([]int32, 1_000_000)
	for i := range x {
		x[i], y[i] = int32(i%11), int32(i%7)
	}
	b.ReportAllocs()
	for b.Loop() {
		crosstab.Of(x, y, 11, 7)
	}
}
