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
func acceptsColumnsOffered() property {
	offered := map[Takes]int{}
	return property{name: "accepts columns offered", long: true, holds: func(t *testing.T, x *trial) {
		for _, p := range x.spec.Params {
			if x.hostile || p.Takes == NoColumns {
				continue
			}
			columns := p.Columns(x.c)
			offered[p.Takes] += len(columns)
			for at, name := range columns {
				if target, _ := x.spec.Param(roleWord); name == target.Default.Word() {
					continue // it is not explained by itself
				}
				if err := x.accepts(p, slices.Concat(columns[at:], columns[:at])); err != nil {
					t.Errorf("%s is offered %s: %v", p.ID, name, err)
				}
			}
		}
	}, after: func(t *testing.T) {
		for takes := NumberColumns; takes <= AnyColumns; takes++ {
			if offered[takes] == 0 {
				t.Errorf("no base has columns of %s", takes)
			}
		}
	}}
}

// accepts returns what a method says against the first of some columns as the
// value of a parameter, with as many of the others as it takes.
func (x *trial) accepts(p Param, columns []string) error {
	set := over(frugal(x.spec), enabling(x.spec, p)[0])
	if p.Kind == OneColumn {
		return x.against(p, set.With(p.ID, model.Word(columns[0])))
	}
	err := errors.New("no number of columns is accepted")
	for n := 1; n <= min(fewestItems, len(columns)) && err != nil; n++ {
		if v := model.Words(columns[:n]...); p.Check(v) == nil {
			err = x.against(p, set.With(p.ID, v))
		}
	}
	return err
}

// against is the error that a method gives of a parameter, if it is of that one.
func (x *trial) against(p Param, set model.Settings) error {
	_, err := x.try(set)
	var wrong *ParamError
	if errors.As(err, &wrong) && wrong.Param == p.ID {
		return err
	}
	return nil
}

// A form offers the seed for the methods that say it counts.
func seedCountsWhereSaid() property {
	counts := map[string]bool{}
	return property{name: "seed counts where said", long: true, holds: func(t *testing.T, x *trial) {
		for _, set := range settingsToTry(x.spec, x.c) {
			if x.hostile || counts[x.spec.ID] {
				return
			}
			counts[x.spec.ID] = x.seedCounts(set)
		}
	}, after: func(t *testing.T) {
		places := newTrial(geographic{}, builtBase{c: manyPlaces(t)})
		counts["geographic"] = places.seedCounts(model.Settings{"level": model.Word(coordinates), "radius": model.Word(autoWord)})
		for _, m := range Catalogue() {
			if spec := m.Spec(); counts[spec.ID] != spec.Seeded {
				t.Errorf("%s says of the seed that it counts: %v, and it is %v", spec.ID, spec.Seeded, counts[spec.ID])
			}
		}
	}}
}

// seedCounts reports whether the method has another result with another seed.
func (x *trial) seedCounts(set model.Settings) bool {
	one, err := x.try(set)
	if err != nil {
		return false
	}
	other, err := Run(context.Background(), x.m, x.c, set, 2, nil)
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
