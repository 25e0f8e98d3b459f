package seg

import (
	"context"
	"testing"

	"custseg/model"
)

// property is what holds of every method on every base that has what it needs.
type property struct {
	name  string
	long  bool // left out of short tests: the same code with other values
	holds func(t *testing.T, x *trial)
	after func(t *testing.T) // what shows only when every method was tried; nil for nothing
}

// properties are what every method is held to. What one of them finds out over
// all methods is its own.
func properties() []property {
	return []property{
		answersEverything(), progressRises(), stopsWhenCancelled(), stopsWhereverCancelled(), inactiveParametersDoNothing(),
		tellsHowItDecides(), formulasPlaceAsTheMethodDid(), tellsWhatAutoCameTo(), chartsSayWhatTheyAreOf(),
		acceptsColumnsOffered(), seedCountsWhereSaid(),
	}
}

// Every method has every property, on every base that has what it needs. The
// properties of a method on a base are looked at together, and share its results.
func TestEveryMethod(t *testing.T) {
	bases, props := builtBases(t), properties()
	for _, m := range Catalogue() {
		t.Run(m.Spec().ID, func(t *testing.T) {
			on := runnable(m.Spec(), bases)
			if len(on) == 0 || on[0].hostile {
				t.Error("no base has what the method needs: give one of them the columns")
			}
			for _, b := range on {
				x := newTrial(m, b)
				t.Run(b.name, func(t *testing.T) {
					for _, p := range props {
						if !p.long || !testing.Short() {
							t.Run(p.name, func(t *testing.T) { p.holds(t, x) })
						}
					}
				})
			}
		})
	}
	for _, p := range props {
		if p.after != nil && !(p.long && testing.Short()) {
			t.Run(p.name, p.after)
		}
	}
}

// builtBase is a base with its customers.
type builtBase struct {
	base
	c *model.Customers
}

// builtBases are the bases, those that are not hostile first.
func builtBases(t testing.TB) []builtBase {
	var peaceful, hostile []builtBase
	for _, b := range bases(t) {
		if built := (builtBase{b, b.customers(t)}); b.hostile {
			hostile = append(hostile, built)
		} else {
			peaceful = append(peaceful, built)
		}
	}
	return append(peaceful, hostile...)
}

// runnable are the bases that have what a method needs. In short tests few of
// them are not hostile, as the others try the same code on other numbers.
func runnable(spec Spec, all []builtBase) []builtBase {
	const few = 2
	var out []builtBase
	for _, b := range all {
		if len(Missing(spec, b.c)) == 0 && !(testing.Short() && !b.hostile && len(out) == few) {
			out = append(out, b)
		}
	}
	return out
}

// trial is one method on the customers of one base. What it gives for settings is
// found once for all who ask, as that is what takes the time.
type trial struct {
	builtBase
	m     Method
	spec  Spec
	found map[string]answer
}

// answer is what a method gave, and how it reported its progress.
type answer struct {
	s    *model.Segmentation
	err  error
	last float64 // the share that was reported last
	fell bool    // a share was below one before, or above 1
}

func newTrial(m Method, b builtBase) *trial {
	return &trial{builtBase: b, m: m, spec: m.Spec(), found: map[string]answer{}}
}

// try is what the method gives with seed 1. It is shared: do not change it.
func (x *trial) try(set model.Settings) (*model.Segmentation, error) {
	a := x.ask(set)
	return a.s, a.err
}

func (x *trial) ask(set model.Settings) answer {
	key := describeSettings(x.spec, set)
	a, ok := x.found[key]
	if !ok {
		a.s, a.err = Run(context.Background(), x.m, x.c, set, 1, func(done float64) {
			a.fell = a.fell || done < a.last || done > 1
			a.last = done
		})
		x.found[key] = a
	}
	return a
}
