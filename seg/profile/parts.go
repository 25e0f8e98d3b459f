package profile

import (
	"math"
	"slices"

	"custseg/model"
	"custseg/seg/order"
)

// mostParts is how many words of a column of the orders are compared, by what
// was bought of them.
const mostParts = 12

// parts is what one word makes up of the purchases of each customer. Customers
// who bought nothing of it, mostly the most, are not kept but counted.
type parts struct {
	line   Line
	bought []float64 // what each customer bought in all, 0 of nobody's; shared by all words of a column
	buyers []int32   // customers who bought something of the word, by their part of it, ascending
	amount []float64 // what each of them bought of it
	ends   []int32   // where runs of equal parts end
	ties   float64
	all    int // customers who bought something
}

// partSides makes a side of each of the foremost words of a column of the
// orders. Lines that were given back do not count, nor, where there is money,
// those without.
func partSides(l Line, o *model.Orders, c *model.Texts) []side {
	weight := func(line int) float64 {
		switch {
		case o.Back(line) || c.Code(int(o.Row[line])) < 0:
			return 0
		case o.HasMoney():
			return math.Max(0, o.Money(line))
		}
		return 1
	}
	kept := foremost(o, c, weight)
	if len(kept) == 0 {
		return nil
	}
	at := slices.Repeat([]int{-1}, c.Dict.Len())
	made := make([]parts, len(kept))
	for i, k := range kept {
		at[k] = i
		made[i].line = partLine(l, o, c.Dict.At(k))
	}
	bought := make([]float64, len(o.First)-1)
	own := make([]float64, len(kept))
	for i := range bought {
		clear(own)
		from, to := o.Lines(i)
		for line := from; line < to; line++ {
			if v := weight(line); v > 0 {
				bought[i] += v
				if k := at[c.Code(int(o.Row[line]))]; k >= 0 {
					own[k] += v
				}
			}
		}
		for k, v := range own {
			if v > 0 {
				made[k].buyers, made[k].amount = append(made[k].buyers, int32(i)), append(made[k].amount, v)
			}
		}
	}
	sides := make([]side, len(made))
	for i := range made {
		made[i].settle(bought)
		sides[i] = &made[i]
	}
	return sides
}

// foremost returns the words of which most was bought, at least a hundredth of
// all: none where each has less, as names have.
func foremost(o *model.Orders, c *model.Texts, weight func(line int) float64) []int {
	sums, total := make([]float64, c.Dict.Len()), 0.
	for line := range o.Row {
		if v := weight(line); v > 0 {
			sums[c.Code(int(o.Row[line]))] += v
			total += v
		}
	}
	var kept []int
	for k, v := range sums {
		if v > 0 && v >= rarest*total && v < total {
			kept = append(kept, k)
		}
	}
	slices.SortFunc(kept, func(a, b int) int {
		switch {
		case sums[a] > sums[b]:
			return -1
		case sums[a] < sums[b]:
			return 1
		case c.Dict.At(a) < c.Dict.At(b):
			return -1
		}
		return 1
	})
	return kept[:min(len(kept), mostParts)]
}

func partLine(l Line, o *model.Orders, word string) Line {
	l.Kind, l.Unit, l.Word = OfLines, model.Percent, word
	if o.HasMoney() {
		l.Kind = OfMoney
	}
	l.Label = model.P("%s %s", l.Name, word)
	return l
}

// settle sorts the buyers by their part and sums up the base.
func (p *parts) settle(bought []float64) {
	p.bought = bought
	share := make([]float64, len(p.buyers))
	for i, customer := range p.buyers {
		share[i] = p.amount[i] / bought[customer]
	}
	sorted := order.Ascending(share)
	buyers, amount := make([]int32, len(sorted)), make([]float64, len(sorted))
	for i, at := range sorted {
		buyers[i], amount[i] = p.buyers[at], p.amount[at]
	}
	p.buyers, p.amount = buyers, amount
	p.ends, p.ties = runs(len(sorted), func(i int) float64 { return share[sorted[i]] })
	sum, total := 0., 0.
	for _, v := range bought {
		if v > 0 {
			p.all++
			total += v
		}
	}
	for _, v := range p.amount {
		sum += v
	}
	nothing := float64(p.all - len(p.buyers))
	p.ties += nothing*nothing*nothing - nothing
	p.line.All = Figures{N: p.all, Mean: sum / total, Median: math.NaN()}
}

// lines implements [side].
func (p *parts) lines() []Line { return []Line{p.line} }

// compare implements [side]: the figures are those of all that a group bought,
// the effect is by the part in each customer's own purchases, so that one large
// customer does not make it.
func (p *parts) compare(g grouping, of func(group int) []Line) {
	type tally struct {
		n, buyers         int
		rank, sum, bought float64
	}
	tallies := make([]tally, g.count)
	for i, v := range p.bought {
		if k := g.of[i]; k >= 0 && v > 0 {
			tallies[k].n++
			tallies[k].bought += v
		}
	}
	nothing := p.all - len(p.buyers)
	from := int32(0)
	for _, end := range p.ends {
		rank := float64(nothing) + float64(from+1+end)/2
		for i := from; i < end; i++ {
			if k := g.of[p.buyers[i]]; k >= 0 {
				t := &tallies[k]
				t.buyers++
				t.rank += rank
				t.sum += p.amount[i]
			}
		}
		from = end
	}
	for k := range tallies {
		t, l := &tallies[k], &of(k)[0]
		t.rank += float64(t.n-t.buyers) * float64(nothing+1) / 2
		l.Here = Figures{N: t.n, Mean: t.sum / t.bought, Median: math.NaN()}
		l.Z, l.H = math.NaN(), math.NaN()
		l.Effect, l.P = rankBiserial(t.rank, t.n, p.all, p.ties)
	}
}
