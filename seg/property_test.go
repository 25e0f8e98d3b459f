package seg

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"custseg/model"
)

// Every method, on every base, with every value of every parameter, either says
// what is wrong or gives a whole answer, and the same again whatever the order
// of the rows, the number of processors, or the way by a recipe's text.
func answersEverything() property {
	return property{name: "answers everything", holds: func(t *testing.T, x *trial) {
		m, spec, c := x.m, x.spec, x.c
		again := x.shuffled(t, rand.New(rand.NewPCG(11, 0))).customers(t)
		for n, set := range settingsToTry(spec, c) {
			what := describeSettings(spec, set)
			s, err := x.try(set)
			if err != nil {
				checkError(t, what, err, x.hostile)
				if _, other := try(m, again, set); other == nil || other.Error() != err.Error() {
					t.Errorf("%s: %v, with the rows in another order %v", what, err, other)
				}
				continue
			}
			checkWhole(t, what, s, c)
			checkMoney(t, what, s, c, x.base)
			checkReads(t, what, s)
			want := fingerprint(s)
			same := func(how string, s *model.Segmentation, err error) {
				if err != nil {
					t.Errorf("%s, %s: %v", what, how, err)
				} else if got := fingerprint(s); got != want {
					t.Errorf("%s, %s: %s", what, how, firstDifference(want, got))
				}
			}
			ways := []func(){
				func() {
					other, err := try(m, again, set)
					same("rows in another order", other, err)
				},
				func() {
					recipe := replayed(t, spec, set)
					other, err := Run(context.Background(), m, c, recipe.Params, recipe.Seed, nil)
					same("replayed from its recipe", other, err)
				},
				func() {
					processors := runtime.GOMAXPROCS(1)
					other, err := try(m, c, set)
					runtime.GOMAXPROCS(processors)
					same("on one processor", other, err)
				},
				func() { checkTakenOver(t, what, m, c, set, s) },
			}
			if n > 0 { // the defaults go every way, other settings one each in turn
				ways = ways[n%len(ways) : n%len(ways)+1]
			}
			for _, way := range ways {
				way()
			}
		}
	}}
}

// A parameter that changes nothing on any base is ignored by its method; one
// that is not active must change nothing.
func TestEveryParameterCounts(t *testing.T) {
	if testing.Short() {
		t.Skip("every method with every value takes its time")
	}
	all := builtBases(t)
	for _, m := range Catalogue() {
		spec := m.Spec()
		for _, p := range spec.Params {
			t.Run(spec.ID+"/"+p.ID, func(t *testing.T) {
				if !counts(m, p, all) {
					t.Error("no value of it changes any result")
				}
			})
		}
	}
}

func counts(m Method, p Param, all []builtBase) bool {
	spec := m.Spec()
	for _, b := range all {
		c := b.c
		if b.hostile || len(Missing(spec, c)) > 0 {
			continue
		}
		for _, enabled := range enabling(spec, p) {
			for _, choice := range choices(spec) {
				seen := map[string]bool{}
				for _, v := range valuesOf(p, c) {
					if s, err := try(m, c, over(choice, enabled).With(p.ID, v)); err == nil {
						seen[outcome(s)] = true
					}
				}
				if len(seen) > 1 {
					return true
				}
			}
		}
	}
	return false
}

// A parameter that is not active changes nothing, and a note says so.
func inactiveParametersDoNothing() property {
	return property{name: "inactive parameters do nothing", long: true, holds: func(t *testing.T, x *trial) {
		spec := x.spec
		if x.hostile {
			return
		}
		for _, choice := range choices(spec) {
			params, err := NewParams(spec, choice)
			if err != nil {
				t.Fatal(err)
			}
			want, err := x.try(choice)
			if err != nil {
				continue
			}
			for _, p := range spec.Params {
				if params.Active(p.ID) {
					continue
				}
				for _, v := range valuesOf(p, x.c) {
					got, err := x.try(choice.With(p.ID, v))
					if err != nil {
						t.Errorf("%s is not active and yet %s=%s fails: %v", describeSettings(spec, choice), p.ID, p.Format(v), err)
						continue
					}
					if says := noted(got, "Parameter "+p.ID+" is set but has no effect here"); says == v.Equal(p.Default) {
						t.Errorf("%s: %s=%s is noted as idle: %v", describeSettings(spec, choice), p.ID, p.Format(v), says)
					}
					if fingerprint(withoutIdle(got)) != fingerprint(withoutIdle(want)) {
						t.Errorf("%s is not active and yet %s=%s changes the result", describeSettings(spec, choice), p.ID, p.Format(v))
					}
				}
			}
		}
	}}
}

// withoutIdle is a result without its notes of settings that have no effect.
func withoutIdle(s *model.Segmentation) *model.Segmentation {
	out := *s
	out.Notes = nil
	for _, note := range s.Notes {
		if !strings.Contains(note.Key, "is set but has no effect here") {
			out.Notes = append(out.Notes, note)
		}
	}
	return &out
}

func stopsWhenCancelled() property {
	return property{name: "stops when cancelled", holds: func(t *testing.T, x *trial) {
		if x.hostile {
			return
		}
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := Run(ctx, x.m, x.c, nil, 1, func(float64) { t.Error("work began after the cancel") }); !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled before: %v", err)
		}
		ctx, cancel = context.WithCancel(context.Background())
		defer cancel()
		last := 0.0
		_, err := Run(ctx, x.m, x.c, nil, 1, func(done float64) {
			last = done
			cancel()
		})
		if !errors.Is(err, context.Canceled) || last >= 1 {
			t.Errorf("cancelled at the first report: %v, %v done", err, last)
		}
	}}
}

// lateCancel is a context that is cancelled once it has been asked a number of
// times, so that a method is stopped at each place where it looks.
type lateCancel struct {
	context.Context
	left *atomic.Int64
}

func (c lateCancel) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func stopsWhereverCancelled() property {
	return property{name: "stops wherever cancelled", holds: func(t *testing.T, x *trial) {
		if x.hostile {
			return
		}
		for looks := int64(1); looks < 4000; looks += 1 + looks/2 {
			left := &atomic.Int64{}
			left.Store(looks)
			_, err := Run(lateCancel{context.Background(), left}, x.m, x.c, nil, 1, nil)
			if left.Load() >= 0 {
				return // it came to its end before
			}
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("cancelled at look %d: %v", looks, err)
			}
		}
	}}
}

func progressRises() property {
	return property{name: "progress rises", holds: func(t *testing.T, x *trial) {
		if a := x.ask(nil); a.fell {
			t.Error("less was done after more, or more than all")
		} else if a.err == nil && a.last != 1 {
			t.Errorf("finished with %v done", a.last)
		}
	}}
}

func TestNoCustomers(t *testing.T) {
	empty := people(t)
	for _, m := range Catalogue() {
		if _, err := try(m, empty, nil); err == nil || !strings.Contains(err.Error(), "no customers to segment") {
			t.Errorf("%s: %v", m.Spec().ID, err)
		}
	}
}
