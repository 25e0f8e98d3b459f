package seg

import (
	"math"

	"custseg/model"
	"custseg/seg/cluster"
	"custseg/seg/magnitude"
)

// clusters are groups of the rows of features, whoever found them. Rows in no
// cluster are a group after the last.
type clusters struct {
	f       *features
	found   cluster.Result
	of      []int32 // the group of each row of f.x
	outside bool    // whether some rows are in no cluster
	rule    membership
	// By group and column: the mean as read, NaN where no member has a value,
	// and how far it is from the mean of all rows in their standard deviations.
	mean, z [][]float64
}

// membership says in words how customers come to be in a cluster of which the means
// are given; nil says that these are the nearest.
type membership func(means model.Phrase) model.Phrase

func newClusters(f *features, found cluster.Result) clusters {
	c := clusters{f: f, found: found, of: make([]int32, len(found.Labels))}
	for i, l := range found.Labels {
		c.of[i] = l
		if l < 0 {
			c.of[i], c.outside = int32(found.K), true
		}
	}
	groups := found.K
	if c.outside {
		groups++
	}
	c.mean, c.z = make([][]float64, groups), make([][]float64, groups)
	for g := range groups {
		c.mean[g], c.z[g] = make([]float64, len(f.infos)), make([]float64, len(f.infos))
	}
	for j := range f.infos {
		values, count := f.asRead(j), make([]int, groups)
		unit := magnitude.Unit(values)
		for i, v := range values {
			if finite(v) {
				c.mean[c.of[i]][j] += v / unit
				count[c.of[i]]++
			}
		}
		_, mean, sd := moments(values)
		for g, n := range count {
			c.mean[g][j] = c.mean[g][j] / float64(n) * unit
			if z := (c.mean[g][j] - mean) / sd; finite(z) { // not when all are equal
				c.z[g][j] = z
			}
		}
	}
	return c
}

// place puts every customer in the segment of their cluster.
func (c clusters) place(s *model.Segmentation) {
	p := newPlacer(s, c.segments(), c.f.why, c.f.reasons)
	p.told = c.f.tellMissing(s)
	for i, r := range c.f.rows {
		s.Of[r] = c.of[i]
	}
	p.done()
}

// segments names clusters by number and what sets them apart, and describes each
// by its means and how far they are from the base's.
func (c clusters) segments() []model.Segment {
	out := make([]model.Segment, len(c.mean))
	by := make([][]difference, c.found.K)
	for g := range by {
		by[g] = c.differences(g)
	}
	names := apartNames(by)
	for g := range out {
		out[g] = model.Segment{Rule: c.rule.of(c.means(g)), Advice: c.advice(g)}
		if g < c.found.K {
			out[g].Name = names[g]
		} else {
			out[g].Name, out[g].Rule = model.P("Noise"), model.P("in no dense region; means %s", c.means(g))
			out[g].Advice = model.Advice{Marketing: model.P("Like no one else: look at them one by one, the largest first"),
				Risk: model.P("Check for errors in the data and for misuse")}
		}
	}
	return out
}

func (m membership) of(means model.Phrase) model.Phrase {
	if m == nil {
		return model.P("nearest to the means %s", means)
	}
	return m(means)
}

// means lists the means of a cluster and how far they are from the base's.
func (c clusters) means(g int) model.Phrase {
	out := make([]model.Phrase, len(c.f.infos))
	for j, info := range c.f.infos {
		out[j] = model.P("%s %s (z %+.2f)", info.Label, figure(c.mean[g][j]), c.z[g][j])
	}
	return list("%s · %s", out)
}

// differences are how far a cluster is from all in each column; means of codes do
// not differ in anything worth saying.
func (c clusters) differences(g int) []difference {
	out := make([]difference, len(c.f.infos))
	for j, info := range c.f.infos {
		switch {
		case !c.f.coded[j]:
			out[j] = highOrLow(info.Label, c.z[g][j])
		case flags(c.f.raw[j]):
			out[j] = yesOrNo(info.Label, c.f.raw[j], c.z[g][j])
		}
	}
	return out
}

// scatter draws two columns as they were read, more on the first two principal
// components, as it does categories. It is nil for a single column, which a
// histogram shows better.
func (c clusters) scatter() (*model.Scatter, error) {
	chart := &model.Scatter{Title: model.P("Customers by cluster")}
	switch onlyNumbers := len(c.f.infos) == c.f.x.Cols; {
	case onlyNumbers && c.f.x.Cols == 1:
		return nil, nil
	case onlyNumbers && c.f.x.Cols == 2:
		chart.XTitle, chart.YTitle = c.f.infos[0].Label, c.f.infos[1].Label
		chart.X, chart.Y = onlyFinite(c.f.onAll(c.f.asRead(0))), onlyFinite(c.f.onAll(c.f.asRead(1)))
		for g, mean := range c.mean[:c.found.K] {
			chart.Centers = append(chart.Centers, model.Center{X: mean[0], Y: mean[1], Segment: g})
		}
		return chart, nil
	}
	plane, err := cluster.PCA2(c.f.x)
	if err != nil {
		return nil, err
	}
	chart.XTitle = model.P("component 1, %.0f%% of variance", 100*plane.Explained[0])
	chart.YTitle = model.P("component 2, %.0f%% of variance", 100*plane.Explained[1])
	chart.X, chart.Y = c.f.onAll(plane.X), c.f.onAll(plane.Y)
	xs, ys := plane.Project(c.found.Centers)
	for g := range xs {
		chart.Centers = append(chart.Centers, model.Center{X: xs[g], Y: ys[g], Segment: g})
	}
	return chart, nil
}

// distances are those of each customer to the center of their cluster, in the
// scaled columns; of those in none they are missing.
func (c clusters) distances() model.Column {
	out := make([]float64, len(c.f.rows))
	for i, l := range c.found.Labels {
		if l < 0 {
			out[i] = missing
			continue
		}
		center := c.found.Centers.Row(int(l))
		for j, v := range c.f.x.Row(i) {
			out[i] = math.Hypot(out[i], v-center[j])
		}
	}
	return model.NewNumbers("distance", c.f.onAll(out))
}
