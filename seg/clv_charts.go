package seg

import (
	"math"
	"slices"
	"strconv"

	"custseg/model"
	"custseg/seg/btyd"
)

// mostRepeats is where the charts by repeat purchases end: as many or more.
const mostRepeats = 7

func repeatsTitle() model.Phrase {
	return model.P("repeat purchases, at %d as many or more", mostRepeats)
}

// charts show who is likely to be active, and how well the fit tells what it
// was fitted to.
func (fit *clvFit) charts(f *clvForecast) []model.Chart {
	out := []model.Chart{f.activity(), fit.frequencies()}
	if fit.buyers.orders != nil {
		out = append(out, fit.tracking())
	}
	return out
}

// mostRecencies is how many spans of days the chart of activity has at most.
const mostRecencies = 6

// activity is the mean probability that customers are active, by the days since
// they bought last and how often they bought again. The spans of days hold about
// as many customers each.
func (f *clvForecast) activity() *model.Grid {
	n := len(f.alive)
	g := &model.Grid{Title: model.P("Probability of being active, by days since the last purchase and repeat purchases"), RowTitle: model.P("Days since"), ColTitle: model.P("Repeat purchases"),
		Row: make([]int32, n), Col: make([]int32, n), Value: f.alive, ValueTitle: model.P("P(alive)"), ValueUnit: model.Percent}
	for x := range mostRepeats {
		g.Cols = append(g.Cols, strconv.Itoa(x))
	}
	g.Cols = append(g.Cols, strconv.Itoa(mostRepeats)+"+")
	since := make([]float64, n)
	for i, b := range f.buyers.all {
		since[i] = missing
		if finite(f.alive[i]) {
			since[i] = math.Round(b.watched - b.last)
		}
	}
	ends := spanEnds(since)
	from := 0
	for _, to := range ends {
		g.Rows = append(g.Rows, strconv.Itoa(from)+"-"+strconv.Itoa(int(to)))
		from = int(to) + 1
	}
	for i, days := range since {
		g.Row[i], g.Col[i] = -1, -1
		if finite(days) {
			row, _ := slices.BinarySearch(ends, days)
			g.Row[i], g.Col[i] = int32(row), int32(min(f.buyers.all[i].repeats, mostRepeats))
		}
	}
	return g
}

// spanEnds returns the greatest value of each of at most mostRecencies spans
// that hold about as many of the values each.
func spanEnds(values []float64) []float64 {
	known := slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	slices.Sort(known)
	var out []float64
	for k := range mostRecencies {
		if end := (k + 1) * len(known) / mostRecencies; end > 0 {
			out = append(out, known[end-1])
		}
	}
	return slices.Compact(out)
}

// frequencies is how many customers bought again how often, and how many the
// model expects to.
func (fit *clvFit) frequencies() *model.Series {
	c := &model.Series{Title: model.P("Customers by repeat purchases, actual and expected"), XTitle: repeatsTitle(), Chosen: missing, Bars: true,
		Lines: []model.Line{{Name: model.P("actual"), Y: fit.sample.Frequencies(mostRepeats)},
			{Name: model.P("expected"), Y: btyd.ExpectedFrequencies(fit.model.Model, fit.sample, mostRepeats)}}}
	for x := range mostRepeats + 1 {
		c.X = append(c.X, float64(x))
	}
	c.Of = make([]int32, len(fit.seen))
	for i, seen := range fit.seen {
		if c.Of[i] = -1; fit.why[i] < 0 {
			c.Of[i] = int32(min(seen.repeats, mostRepeats))
			c.Basis.N++
		} else {
			c.Basis.Missing++
		}
	}
	return c
}

// tracking is the repeat purchases that customers made together since the first
// of all, and those expected; up to the last day known, also when the fit ends
// before.
func (fit *clvFit) tracking() *model.Series {
	b := fit.buyers
	start := fit.end - model.Day(math.Round(fit.sample.Longest))
	days := fit.trackedDays(int(b.end-start), int(fit.end-start))
	c := &model.Series{Title: model.P("Repeat purchases of all customers together, actual and expected"), XTitle: sinceTitle(fit.unit), Chosen: missing, OneScale: true}
	if fit.held {
		c.Title = model.P("Repeat purchases of all customers together, actual and expected, fitted up to the mark")
		c.Chosen = float64(fit.end-start) / fit.unit
	}
	for i := range fit.seen {
		if fit.why[i] < 0 {
			c.Basis.N++
		} else {
			c.Basis.Missing++
		}
	}
	made := make([]float64, len(days))
	for i := range fit.seen {
		if fit.why[i] < 0 {
			b.repeatDays(i, b.end, func(at model.Day) {
				to, _ := slices.BinarySearch(days, int(at-start))
				if to < len(made) {
					made[to]++
				}
			})
		}
	}
	times := make([]float64, len(days))
	for i, d := range days {
		times[i] = float64(d)
		c.X = append(c.X, times[i]/fit.unit)
		if i > 0 {
			made[i] += made[i-1]
		}
	}
	c.Lines = []model.Line{{Name: model.P("actual"), Y: made}, {Name: model.P("expected"), Y: btyd.ExpectedRepeats(fit.model.Model, fit.sample, times)}}
	return c
}

// trackedDays are some twenty days up to the last, whole units apart where that
// can be, with the last and the one where the fit ends.
func (fit *clvFit) trackedDays(last, fitted int) []int {
	const points = 20
	step := fit.unit * math.Ceil(float64(last)/fit.unit/points)
	if float64(last) < 5*fit.unit {
		step = max(1, math.Ceil(float64(last)/points))
	}
	out := []int{fitted, last}
	for at := step; at < float64(last); at += step {
		out = append(out, int(math.Round(at)))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func sinceTitle(unit float64) model.Phrase {
	switch unit {
	case unitDays("day"):
		return model.P("days since the first purchase of all")
	case unitDays("week"):
		return model.P("weeks since the first purchase of all")
	}
	return model.P("months since the first purchase of all")
}
