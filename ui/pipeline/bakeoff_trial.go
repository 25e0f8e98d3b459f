package pipeline

import (
	"context"
	"errors"
	"fmt"

	"custseg/model"
	"custseg/seg/judge"
)

// trial is what all contenders are judged on.
type trial struct {
	split, end model.Day
	proposed   bool
	seed       uint64
	where      string // the filter that the customers passed at the split, empty for all

	full     *model.Customers // who had bought by the split, with all that the data says of them
	known    *model.Customers // the same customers without what has no date; full itself when all has one
	earlier  *model.Customers // who had bought some days earlier, as known then; nil when nobody had
	undated  []string         // the columns that are not in known
	returns  bool             // returns without a date of their own undo sales
	warnings []model.Phrase   // of how rows became customers

	money  bool
	worth  []float64 // what followed of each of known: money, 0 for below, or orders
	bought []bool    // whether they bought again
	below  int       // who returned more than they bought
	flat   bool      // as much followed of every customer, or nothing did: no order can be better than another
	folds  judge.Folds
	// outcome is all that contenders are judged by over samples of the customers.
	outcome *judge.Outcome
	sorted  judge.Ranking // how the baseline of tenths ranks those who bought again
}

// How a bake-off is made.
const (
	foldCount = 5
	shiftDays = 30 // how much earlier the segments are made once more
	heldBack  = 4  // one part in so many of the days is kept to judge by
)

// newTrial gathers the customers at the split and what they did later.
func (p *Pipeline) newTrial(ctx context.Context, r model.Recipe, split model.Day) (*trial, error) {
	treated, roles, err := p.Treated(ctx, r)
	if err != nil {
		return nil, err
	}
	build := func(roles model.RoleMap, s model.Scope) (*model.Customers, error) {
		return model.BuildCustomers(ctx, treated.Dataset, roles, s, nil)
	}
	all, err := build(roles, model.Scope{AsOf: r.AsOf})
	if err != nil {
		return nil, err
	}
	if err := Nobody(all, r); err != nil {
		return nil, err
	}
	t := &trial{split: split, end: all.Last, seed: r.Seed, where: r.Where}
	if err := t.chooseSplit(all); err != nil {
		return nil, undated(err, p.data, roles)
	}
	then, err := build(roles, model.Scope{AsOf: t.split, Window: r.Window})
	if err != nil {
		return nil, err
	}
	asked, err := Keep(ctx, then, r.Where)
	if err != nil {
		return nil, err
	}
	if r.Where != "" {
		if err := Nobody(asked, r); err != nil {
			return nil, err
		}
	}
	h := newHindsight(treated.Dataset, roles, then)
	sure := roles.Without(h.unsure)
	at := func(day model.Day) (*model.Customers, error) {
		c, err := build(sure, model.Scope{AsOf: day, Window: r.Window})
		if err != nil {
			return nil, err
		}
		return buyers(sameIDs(c, asked).WithAttributes(h.wasKnown)), nil
	}
	t.full, t.warnings = buyers(asked), asked.Warnings()
	if t.known, err = at(t.split); err != nil {
		return nil, err
	}
	if t.undated = h.columns(t.full, t.known); len(t.undated) == 0 {
		t.full = t.known
	}
	if t.earlier, err = at(t.split - shiftDays); err != nil {
		return nil, err
	}
	t.returns = roles.Has(model.Returned) || roles.Has(model.Status)
	return t, t.readOutcome(all)
}

// ProposedSplit is the split of a bake-off that was given none, of orders from a
// first to a last day: the last quarter of the days is left to judge by.
func ProposedSplit(first, last model.Day) model.Day {
	span := int(last-first) + 1
	return last - model.Day(max(1, span/heldBack))
}

// chooseSplit takes the split that was asked for, or proposes one.
func (t *trial) chooseSplit(all *model.Customers) error {
	if o := all.Orders(); o == nil || all.First == model.NoDay || !o.Dated() {
		return errors.New("a bake-off judges methods by what customers bought later, and this data has no orders with dates: " +
			"map a column of dates with --map order_date=COLUMN; custseg profile shows how each column was read")
	}
	if all.First == all.Last {
		return fmt.Errorf("a bake-off judges methods by what customers bought later, and all orders of this data are of one day, %s: no split parts them", all.First)
	}
	middle := ProposedSplit(all.First, all.Last)
	if t.split == model.NoDay {
		t.split, t.proposed = middle, true
	}
	if t.split < all.First || t.split >= all.Last {
		return fmt.Errorf("%s parts nothing: orders run from %s to %s; choose a day that leaves orders on either side, such as --split %s",
			t.split, all.First, all.Last, middle)
	}
	return nil
}

// buyers returns the customers with a purchase.
func buyers(c *model.Customers) *model.Customers {
	var out []int32
	for i := range c.Len() {
		from, to := c.Orders().Lines(i)
		for l := from; l < to; l++ {
			if !c.Orders().Back(l) {
				out = append(out, int32(i))
				break
			}
		}
	}
	return c.Pick(out)
}

// sameIDs returns those of some customers who are among others.
func sameIDs(c, among *model.Customers) *model.Customers {
	var out []int32
	for i := range c.Len() {
		if among.Find(c.ID(i)) >= 0 {
			out = append(out, int32(i))
		}
	}
	return c.Pick(out)
}

// readOutcome finds what the customers did after the split.
func (t *trial) readOutcome(all *model.Customers) error {
	if t.known.Len() == 0 {
		return fmt.Errorf("nobody had bought by %s: choose a later split; orders run from %s to %s", t.split, all.First, all.Last)
	}
	o, n := all.Orders(), t.known.Len()
	t.money, t.worth, t.bought = o.HasMoney(), make([]float64, n), make([]bool, n)
	for i := range n {
		who := all.Find(t.known.ID(i))
		t.bought[i] = boughtAfter(o, who, t.split)
		if t.money {
			t.worth[i] = moneyAfter(o, who, t.split)
		} else {
			t.worth[i] = ordersAfter(o, who, t.split)
		}
		if t.worth[i] < 0 {
			t.worth[i] = 0
			t.below++
		}
	}
	if t.again() == 0 {
		return fmt.Errorf("none of the %d customers who had bought by %s bought after it: there is nothing to judge by; choose another split; orders run from %s to %s",
			n, t.split, all.First, all.Last)
	}
	t.folds = judge.Deal(n, foldCount, t.known.ID, t.seed)
	t.flat = !(judge.Collect(t.worth, t.worth, t.folds, topPart).Perfect > dust)
	t.outcome = judge.NewOutcome(t.folds, t.worth, t.bought, traits(t.known))
	s, err := t.fitTenths(t.known)
	if err != nil {
		return err
	}
	t.sorted = judge.Rank(t.rates(s), t.bought, t.folds)
	return nil
}

func boughtAfter(o *model.Orders, customer int, day model.Day) bool {
	from, to := o.Lines(customer)
	for l := from; l < to; l++ {
		if o.Time(l) != model.NoDate && model.DayOf(o.Time(l)) > day && !o.Back(l) {
			return true
		}
	}
	return false
}

func moneyAfter(o *model.Orders, customer int, day model.Day) float64 {
	sum := 0.
	from, to := o.Lines(customer)
	for l := from; l < to; l++ {
		if o.Time(l) != model.NoDate && model.DayOf(o.Time(l)) > day {
			sum += o.Money(l)
		}
	}
	return sum
}

func ordersAfter(o *model.Orders, customer int, day model.Day) float64 {
	n := 0.
	for _, order := range o.History(customer) {
		if order.Time != model.NoDate && model.DayOf(order.Time) > day && !order.Return {
			n++
		}
	}
	return n
}

func (t *trial) again() int {
	n := 0
	for _, yes := range t.bought {
		if yes {
			n++
		}
	}
	return n
}

func (t *trial) total() float64 {
	sum := 0.
	for _, v := range t.worth {
		sum += v
	}
	return sum
}
