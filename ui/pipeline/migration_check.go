package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"custseg/model"
)

// Check returns an error unless the first date is before the second.
func (p MigrationPlan) Check() error {
	if p.From >= p.To {
		return fmt.Errorf("from %s to %s: the first date must be before the second", p.From, p.To)
	}
	return nil
}

// mostSilence is how many days after the last order a date may be: a month that
// ended quietly. Further on customers would seem to leave for want of data.
const mostSilence = 31

// checkDates returns an error when a date is outside the data, and a note when it
// is at its edge.
func (p *Pipeline) checkDates(ctx context.Context, plan MigrationPlan) ([]model.Phrase, error) {
	treated, roles, err := p.Treated(ctx, plan.Recipe)
	if err != nil {
		return nil, err
	}
	first, last, err := model.Stretch(ctx, treated.Dataset, roles)
	switch {
	case err != nil:
		return nil, err
	case first == model.NoDay:
		return nil, undated(fmt.Errorf("this data has no dates of orders, so nobody moves between two dates: map them with --map order_date=COLUMN"), p.data, roles)
	case plan.From < first:
		return nil, fmt.Errorf("%s is before the first order, of %s: there are no customers yet", plan.From, first)
	case plan.From >= last:
		return nil, fmt.Errorf("%s is not before the last order, of %s: nothing happens after it that could move anybody", plan.From, last)
	case plan.To > last+mostSilence:
		return nil, fmt.Errorf("%s is outside the data: the last order is of %s, and customers would seem to leave for want of later ones; the latest date that can be told is %s",
			plan.To, last, last+mostSilence)
	case plan.To > last+1:
		return []model.Phrase{model.P("The last order is of %s: the days from then to %s have none", last.String(), plan.To.String())}, nil
	}
	return nil, nil
}

// hold runs a result's method again with its cuts as parameters, so that they
// are the same at any date. The error says why that cannot be.
func (p *Pipeline) hold(ctx context.Context, r *Result) (*Result, []model.Phrase, error) {
	cuts := r.Segmentation.Cuts
	if len(cuts) == 0 {
		return nil, nil, fmt.Errorf("%s has no cuts on measures that could hold at both dates; leave out --cuts from, and each date has its own segments", r.Method.ID)
	}
	recipe, all := r.Recipe, map[string]map[string][]float64{}
	for _, c := range cuts {
		if c.Param == "" {
			continue
		}
		if all[c.Param] == nil {
			all[c.Param] = map[string][]float64{}
		}
		all[c.Param][c.Measure] = c.Values
		recipe = recipe.WithParam(c.Param, model.CutsOf(all[c.Param]))
		for name, v := range c.With {
			recipe = recipe.WithParam(name, v)
		}
	}
	held, err := p.Run(ctx, recipe, nil)
	if err != nil {
		return nil, nil, err
	}
	differ := 0
	for i, g := range held.Segmentation.Of {
		if g != r.Segmentation.Of[i] {
			differ++
		}
	}
	if differ > 0 {
		return held, []model.Phrase{model.P("With its cuts held, the first date has %d customers in another segment than with cuts of its own", differ)}, nil
	}
	return held, nil, nil
}

// sameCuts returns an error that names the measures whose cuts differ between two
// results though they were to be held.
func sameCuts(first, second *Result) error {
	var moved []string
	for _, c := range first.Segmentation.Cuts {
		at := slices.IndexFunc(second.Segmentation.Cuts, func(d model.Cuts) bool { return d.Measure == c.Measure })
		if at < 0 || !slices.Equal(second.Segmentation.Cuts[at].Values, c.Values) {
			moved = append(moved, c.Measure)
		}
	}
	if len(moved) > 0 {
		return fmt.Errorf("%s: the cuts of %s follow from the data of each date, and no parameter sets them; leave out --cuts from, or choose settings with fixed cuts",
			first.Method.ID, strings.Join(moved, ", "))
	}
	return nil
}
