package seg

import "custseg/seg/cluster"

// center takes from a row its mean, so that those who agree with all and those
// who agree with nothing are alike if they rank the items alike.
func center(row []float64) {
	mean := 0.0
	for _, v := range row {
		mean += v / float64(len(row))
	}
	for j := range row {
		row[j] -= mean
	}
}

// project takes distances on the components with an eigenvalue above 1 (Kaiser
// 1960), at least the first, or on the items.
func (a *attitudes) project() (err error) {
	if !a.projected {
		a.f.x = a.items
		return nil
	}
	if a.components, err = cluster.PCA(a.items); err != nil {
		return err
	}
	const above = 1 + 1e-9 // not by rounding alone
	n := 1
	for n < len(a.components.Variance) && a.components.Variance[n] > above {
		n++
	}
	a.f.x = a.components.Scores(a.items, n)
	return nil
}

// row is where a customer with their answers, or with others, is among those of
// f.x. It does not hold on to the rows of the customers.
func (a *attitudes) row() func(w whatIf) []float64 {
	asked, steps, centered, scaling, components := a.asked, a.f.steps, a.centered, a.scaling, a.components
	projected, n := a.projected, a.f.x.Cols
	return func(w whatIf) []float64 {
		x := cluster.NewMatrix(1, len(asked))
		row := x.Row(0)
		for j, q := range asked {
			row[j] = steps[j].apply(w.value(q))
		}
		if centered {
			center(row)
		}
		for j, v := range row {
			row[j] = scaling.Apply(j, v)
		}
		if projected {
			return components.Scores(x, n).Row(0)
		}
		return row
	}
}

// against is how far a cluster is from the base in each item, in standard
// deviations.
func (a *attitudes) against(found cluster.Result, g int) []float64 {
	z := make([]float64, a.items.Cols)
	for i, label := range found.Labels {
		if int(label) != g {
			continue
		}
		for j, v := range a.items.Row(i) {
			z[j] += v / float64(found.Sizes[g])
		}
	}
	return z
}
