package seg

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"custseg/model"
)

// Where there are no ids, rows are customers in the order of the file, by which
// nothing may be decided: neither starts, samples, folds nor ties of neighbours.
func TestCustomersWithoutIDsMayComeInAnyOrder(t *testing.T) {
	rows := rand.New(rand.NewPCG(17, 0)).Perm(baseSize)
	var all []reordered
	for _, b := range bases(t) {
		if plain, ok := b.withoutIDs(t); ok {
			all = append(all, reordered{builtBase{plain, plain.customers(t)}, plain.ordered(t, rows).customers(t)})
		}
	}
	for _, m := range Catalogue() {
		spec := m.Spec()
		t.Run(spec.ID, func(t *testing.T) {
			on := slices.DeleteFunc(slices.Clone(all), func(b reordered) bool { return len(Missing(spec, b.c)) > 0 })
			for n, b := range on {
				for k, set := range settingsToTry(spec, b.c) {
					if k > 0 && k%len(on) != n { // the defaults on every base, other settings on one each in turn
						continue
					}
					s, err := try(m, b.c, set)
					again, otherErr := try(m, b.other, set)
					if err != nil || otherErr != nil {
						if err == nil || otherErr == nil || err.Error() != otherErr.Error() {
							t.Errorf("%s, %s: %v, with the rows in another order %v", b.name, describeSettings(spec, set), err, otherErr)
						}
						continue
					}
					checkReordered(t, b.name+", "+describeSettings(spec, set), s, again, rows)
				}
			}
		})
	}
}

// reordered is a base and its customers again, with the rows in another order.
type reordered struct {
	builtBase
	other *model.Customers
}

// withoutIDs is a base of one table about customers, without their ids.
func (b base) withoutIDs(t testing.TB) (base, bool) {
	if b.hostile || len(b.tables) != 1 || b.tables[0].Rows() != baseSize {
		return b, false
	}
	var columns []model.Column
	for _, c := range b.tables[0].Columns() {
		if c.Name() != "customer_id" {
			columns = append(columns, c)
		}
	}
	out := b
	out.tables = []*model.Table{table(t, b.tables[0].Name, columns...)}
	return out, len(columns) < len(b.tables[0].Columns())
}

// ordered is the base with the rows of its one table in the order given.
func (b base) ordered(t testing.TB, rows []int) base {
	places := make([]int32, len(rows))
	for to, from := range rows {
		places[to] = int32(from)
	}
	var columns []model.Column
	for _, c := range b.tables[0].Columns() {
		columns = append(columns, c.Pick(places))
	}
	out := b
	out.tables = []*model.Table{table(t, b.tables[0].Name, columns...)}
	return out
}

// checkReordered compares a segmentation with one of the same customers in the
// order of rows: names, members and measures, these but for rounding.
func checkReordered(t *testing.T, what string, s, again *model.Segmentation, rows []int) {
	t.Helper()
	if len(s.Segments) != len(again.Segments) {
		t.Errorf("%s: %d segments, with the rows in another order %d", what, len(s.Segments), len(again.Segments))
		return
	}
	for g := range s.Segments {
		if a, b := english(s.Segments[g].Name), english(again.Segments[g].Name); a != b {
			t.Errorf("%s: segment %s, with the rows in another order %s", what, a, b)
			return
		}
	}
	moved, size, sizeAgain := 0, make([]int, len(s.Segments)+1), make([]int, len(s.Segments)+1)
	for to, from := range rows {
		if again.Of[to] != s.Of[from] {
			moved++
		}
		size[s.Of[from]+1]++
		sizeAgain[again.Of[to]+1]++
	}
	if !slices.Equal(size, sizeAgain) {
		t.Errorf("%s: sizes %v, with the rows in another order %v", what, size, sizeAgain)
	}
	if byPlace := s.Method == "abc"; moved > 0 && !byPlace { // which parts equal customers
		t.Errorf("%s: %d customers are elsewhere with the rows in another order", what, moved)
	}
	for i, f := range s.Fit {
		if got := again.Fit[i].Value; math.Abs(got-f.Value) > 1e-9*math.Abs(f.Value) {
			t.Errorf("%s: %s is %v, with the rows in another order %v", what, f.Name, f.Value, got)
		}
	}
}
