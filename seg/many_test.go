package seg

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"testing"

	"custseg/model"
)

// manyBase is customers of whom no two have a word in common, in any column of
// words and in their orders: each may be an area, a channel or a device of their
// own.
func manyBase(t testing.TB, n int) base {
	r := rand.New(rand.NewPCG(23, 0))
	own := func(name string, of int) model.Column {
		words := make([]string, of)
		for i := range words {
			words[i] = fmt.Sprint(name, i)
		}
		return model.TextsOf(name, words)
	}
	ids := idsFrom(0, n)
	people := []model.Column{model.TextsOf("customer_id", ids)}
	for _, c := range roleColumns(r, n, 0, "Measures") {
		if c.Kind() == model.Text && c.Name() != "target" {
			c = own(c.Name(), n)
		}
		people = append(people, c)
	}
	dates, amounts := make([]int64, n), make([]float64, n)
	for i := range n {
		dates[i], amounts[i] = model.Day(18000+r.IntN(700)).Seconds(), float64(1+r.IntN(900))
	}
	orders := table(t, "orders", model.TextsOf("customer_id", ids), model.NewDates("order_date", dates), model.NewNumbers("amount", amounts),
		own("category", n), own("channel", n), own("product", n))
	return base{name: "very many", tables: []*model.Table{table(t, "people", people...), orders}}
}

// cancelsAt is a context that cancels itself when it is asked for the last of some
// times, and counts how often it was asked.
type cancelsAt struct {
	context.Context
	cancel func()
	asked  atomic.Int64
	at     int64
}

func cancelled(at int64) *cancelsAt {
	ctx, cancel := context.WithCancel(context.Background())
	return &cancelsAt{Context: ctx, cancel: cancel, at: at}
}

func (c *cancelsAt) Err() error {
	if c.asked.Add(1) == c.at {
		c.cancel()
	}
	return c.Context.Err()
}

// As many segments as customers take time by their number: by its square the test
// would not end. A cancel in the midst of them is heard.
func TestVeryManySegments(t *testing.T) {
	if testing.Short() {
		t.Skip("so many customers take their time")
	}
	const n = 200_000
	c := manyBase(t, n).customers(t)
	for _, try := range []struct {
		method string
		set    model.Settings
	}{
		{"geographic", model.Settings{"min-share": model.Num(0)}},
		{"channel", model.Settings{"pool": model.Num(0)}},
		{"technology", model.Settings{"by": model.Word("device")}},
		{"demographic", model.Settings{"split": model.Word("column"), "column": model.Word("education"), "pool": model.Num(0)}},
	} {
		t.Run(try.method, func(t *testing.T) {
			m, err := Lookup(try.method)
			if err != nil {
				t.Fatal(err)
			}
			ctx, reports := cancelled(0), 0
			defer ctx.cancel()
			s, err := Run(ctx, m, c, try.set, 1, func(float64) { reports++ })
			if err != nil {
				t.Fatal(err)
			}
			if len(s.Segments) < n {
				t.Errorf("%d segments: they are not as many as customers", len(s.Segments))
			}
			middle := cancelled((ctx.asked.Load() + 1) / 2)
			if _, err := Run(middle, m, c, try.set, 1, nil); !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled at look %d: %v", middle.at, err)
			}
			ctx = cancelled(0)
			told := 0
			_, err = Run(ctx, m, c, try.set, 1, func(float64) {
				if told++; told == (reports+1)/2 {
					ctx.cancel()
				}
			})
			if !errors.Is(err, context.Canceled) || told > (reports+1)/2 {
				t.Errorf("cancelled at report %d of %d: %v, after %d", (reports+1)/2, reports, err, told)
			}
		})
	}
}

// Where no two customers have a word in common, every method stops wherever it is
// cancelled.
func TestStopsAmongVeryManyWords(t *testing.T) {
	c := manyBase(t, 3000).customers(t)
	for _, m := range Catalogue() {
		if len(Missing(m.Spec(), c)) > 0 {
			continue
		}
		t.Run(m.Spec().ID, func(t *testing.T) {
			for at := int64(1); at < 200; at += 1 + at/2 {
				left := &atomic.Int64{}
				left.Store(at)
				_, err := Run(lateCancel{context.Background(), left}, m, c, nil, 1, nil)
				if left.Load() >= 0 {
					return // it came to its end before
				}
				if !errors.Is(err, context.Canceled) {
					t.Fatalf("cancelled at look %d: %v", at, err)
				}
			}
		})
	}
}

// deaf is a method that never looks at its context, and reports once it may.
type deaf struct {
	Method
	begun, hold, ended chan bool
}

func (d deaf) Run(_ context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	close(d.begun)
	<-d.hold
	report(.5)
	close(d.ended)
	return d.Method.Run(context.Background(), in, report)
}

// A cancel is obeyed at once whatever the method does, and nobody hears of what it
// does after.
func TestRunStopsDeafMethods(t *testing.T) {
	c := measureBase(t, 0).customers(t)
	ctx, cancel := context.WithCancel(context.Background())
	m := deaf{abc{}, make(chan bool), make(chan bool), make(chan bool)}
	go func() {
		<-m.begun
		cancel()
	}()
	s, err := Run(ctx, m, c, nil, 1, func(float64) { t.Error("it reports after the cancel") })
	if s != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %v", s, err)
	}
	close(m.hold)
	<-m.ended
}
