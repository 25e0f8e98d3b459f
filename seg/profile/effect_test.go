package profile

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"custseg/model"
	"custseg/seg/binning"
)

// SciPy's example of mannwhitneyu: ages of diagnosis of five men and four women,
// U 17 and p 0.1113 with the normal approximation.
func TestRankSumOfSciPy(t *testing.T) {
	// The men's ranks among 11 12 16 17 19 20 22 24 29.
	effect, p := rankBiserial(3+5+7+8+9, 5, 9, 0)
	if !near(effect, 2*17./20-1) || !near(p, 0.11134688653314048) {
		t.Errorf("effect %v, p %v", effect, p)
	}
}

func TestYates(t *testing.T) {
	// 8 of 10 against 3 of 12: χ² is 22·(|8·9-2·3| - 11)²/(10·12·11·11).
	_, _, p := proportions(8, 10, 11, 22)
	chi := 22 * 55. * 55 / (10 * 12 * 11 * 11)
	if !near(p, math.Erfc(math.Sqrt(chi/2))) {
		t.Errorf("p %v", p)
	}
}

func TestFalseDiscoveries(t *testing.T) {
	lines := make([]Line, 6)
	for i, p := range []float64{0.04, 0.01, math.NaN(), 0.03, 0.2, 0} {
		lines[i].P = p
	}
	lines[5].Used = true
	correct(lines)
	// Of four tests: 0.04·4/3, 0.01·4/1, 0.03·4/2 down to the next, 0.2.
	for i, want := range []float64{0.16 / 3, 0.04, math.NaN(), 0.16 / 3, 0.2, math.NaN()} {
		if got := lines[i].Q; !near(got, want) && !math.IsNaN(want) || math.IsNaN(got) != math.IsNaN(want) {
			t.Errorf("q %d is %v, want %v", i, got, want)
		}
	}
}

// skewed are columns of money, counts and answers with gaps and ties, of n
// customers in k groups.
func skewed(rnd *rand.Rand, n, k int) (columns [][]float64, of []int32) {
	columns, of = make([][]float64, 3), make([]int32, n)
	for i := range n {
		of[i] = int32(rnd.IntN(k))
		values := []float64{math.Exp(3 * rnd.NormFloat64()), float64(rnd.IntN(9)), float64(1 + rnd.IntN(5))}
		for c, v := range values {
			if rnd.IntN(9) == 0 {
				v = math.NaN()
			}
			columns[c] = append(columns[c], v)
		}
	}
	return columns, of
}

// The pass over the sorted column agrees with Cliff's definition over all pairs
// and with the percentiles of the group on its own.
func TestOnePassAgreesWithTheDefinition(t *testing.T) {
	const groups = 5
	columns, of := skewed(rand.New(rand.NewPCG(5, 6)), 300, groups)
	for c, values := range columns {
		a := newAmounts(Line{}, values)
		got := slices.Repeat([]Line{{}}, groups)
		a.compare(grouping{of, groups}, func(g int) []Line { return got[g : g+1] })
		for g := range got {
			var own, other []float64
			for i, v := range values {
				switch {
				case math.IsNaN(v):
				case of[i] == int32(g):
					own = append(own, v)
				default:
					other = append(other, v)
				}
			}
			delta, sum := 0., 0.
			for _, x := range own {
				sum += x
				for _, y := range other {
					if x > y {
						delta++
					} else if x < y {
						delta--
					}
				}
			}
			slices.Sort(own)
			l := got[g]
			if !near(l.Effect, delta/float64(len(own)*len(other))) || l.Here.N != len(own) || !near(l.Here.Mean, sum/float64(len(own))) {
				t.Errorf("column %d, group %d: %+v, delta %v", c, g, l, delta)
			}
			for i, p := range percentiles {
				if want := binning.Quantile7(own, p); !near(l.Here.Box[i], want) {
					t.Errorf("column %d, group %d: percentile %v is %v, want %v", c, g, p, l.Here.Box[i], want)
				}
			}
		}
	}
}

// One customer who spends a thousand times more makes no effect, though the
// means are far apart; a shift of all customers does.
func TestOneLargeCustomerMakesNoEffect(t *testing.T) {
	const n = 200
	one, all := make([]float64, n), make([]float64, n)
	var ids []string
	var members []int32
	for i := range n {
		ids = append(ids, string(rune('a'+i/26))+string(rune('a'+i%26)))
		one[i] = float64(i%10) + float64(i)/1e3
		all[i] = one[i]
		if i%4 == 0 {
			members = append(members, int32(i))
			all[i] += 4
		}
	}
	one[0] = 1e5
	c := customersOf(t, nil, tableOf(t, "t", model.TextsOf("id", ids), model.NewNumbers("one", one), model.NewNumbers("all", all)))
	lines, err := baseOf(t, c).Of(t.Context(), members, nil)
	if err != nil {
		t.Fatal(err)
	}
	told := Telling(lines)
	if told[0].Name != "all" || told[0].Chance() || told[1].Name != "one" || !told[1].Chance() || told[1].Grade() != Negligible {
		t.Errorf("%+v", told)
	}
	if told[1].Lift() < 3 {
		t.Errorf("the means are apart by %v only: the case shows nothing", told[1].Lift())
	}
}
