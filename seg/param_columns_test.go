package seg

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"custseg/model"
)

func TestParametersSayWhichColumnsTheyTake(t *testing.T) {
	for _, m := range Catalogue() {
		for _, p := range m.Spec().Params {
			if names := p.Kind == OneColumn || p.Kind == ColumnList; names != (p.Takes != NoColumns) {
				t.Errorf("%s %s is a %s and takes %q", m.Spec().ID, p.ID, p.Kind, p.Takes)
			}
		}
	}
}

// A form offers the columns that a parameter takes: each must be one that the
// method accepts, alone or with others.
func TestColumnsOfferedAreAccepted(t *testing.T) {
	if testing.Short() {
		t.Skip("every method with every column takes its time")
	}
	offered := map[Takes]int{}
	runnable(t, func(t *testing.T, m Method, b base, c *model.Customers) {
		spec := m.Spec()
		for _, p := range spec.Params {
			if b.hostile || p.Takes == NoColumns {
				continue
			}
			columns := p.Columns(c)
			offered[p.Takes] += len(columns)
			for at, name := range columns {
				if target, _ := spec.Param(roleWord); name == target.Default.Word() {
					continue // it is not explained by itself
				}
				if err := accepts(m, c, p, slices.Concat(columns[at:], columns[:at])); err != nil {
					t.Errorf("%s is offered %s: %v", p.ID, name, err)
				}
			}
		}
	})
	for takes := NumberColumns; takes <= AnyColumns; takes++ {
		if offered[takes] == 0 {
			t.Errorf("no base has columns of %s", takes)
		}
	}
}

// accepts returns what a method says against the first of some columns as the
// value of a parameter, with as many of the others as it takes.
func accepts(m Method, c *model.Customers, p Param, columns []string) error {
	set := over(frugal(m.Spec()), enabling(m.Spec(), p)[0])
	if p.Kind == OneColumn {
		return against(m, c, p, set.With(p.ID, model.Word(columns[0])))
	}
	err := errors.New("no number of columns is accepted")
	for n := 1; n <= min(fewestItems, len(columns)) && err != nil; n++ {
		if v := model.Words(columns[:n]...); p.Check(v) == nil {
			err = against(m, c, p, set.With(p.ID, v))
		}
	}
	return err
}

// against is the error that a method gives of a parameter, if it is of that one.
func against(m Method, c *model.Customers, p Param, set model.Settings) error {
	_, err := try(m, c, set)
	var wrong *ParamError
	if errors.As(err, &wrong) && wrong.Param == p.ID {
		return err
	}
	return nil
}

// A form offers the seed for the methods that say it counts.
func TestSeedCountsWhereItIsSaidTo(t *testing.T) {
	if testing.Short() {
		t.Skip("every method with every value takes its time")
	}
	counts := map[string]bool{"geographic": seedCounts(geographic{}, manyPlaces(t), model.Settings{"level": model.Word(coordinates), "radius": model.Word(autoWord)})}
	runnable(t, func(t *testing.T, m Method, b base, c *model.Customers) {
		spec := m.Spec()
		for _, set := range settingsToTry(spec, c) {
			if b.hostile || counts[spec.ID] {
				return
			}
			counts[spec.ID] = seedCounts(m, c, set)
		}
	})
	for _, m := range Catalogue() {
		if spec := m.Spec(); counts[spec.ID] != spec.Seeded {
			t.Errorf("%s says of the seed that it counts: %v, and it is %v", spec.ID, spec.Seeded, counts[spec.ID])
		}
	}
}

// seedCounts reports whether a method has another result with another seed.
func seedCounts(m Method, c *model.Customers, set model.Settings) bool {
	one, err := try(m, c, set)
	if err != nil {
		return false
	}
	other, err := Run(context.Background(), m, c, set, 2, nil)
	return err != nil || outcome(one) != outcome(other)
}

// manyPlaces are more customers than the radius is found on, so that it is found
// on a sample.
func manyPlaces(t *testing.T) *model.Customers {
	r := rand.New(rand.NewPCG(8, 0))
	lat, lon := make([]float64, tableRows+1000), make([]float64, tableRows+1000)
	for i := range lat {
		lat[i], lon[i] = 48+r.NormFloat64(), 16+r.NormFloat64()
	}
	return people(t, numbers("latitude", lat...), numbers("longitude", lon...))
}
