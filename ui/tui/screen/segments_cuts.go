package screen

import (
	"fmt"
	"math"
	"slices"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/chart"
)

// cutAt returns the entry and the place of a cut that a chart's cursor is on.
func cutAt(c model.Chart, cut int) (entry, index int, ok bool) {
	switch c := c.(type) {
	case *model.Histogram:
		return c.Cut, cut, c.Cut >= 0 && cut >= 0 && cut < len(c.Cuts)
	case *model.Scatter:
		if n := len(c.XCuts); cut >= 0 && cut < n {
			return c.XCut, cut, true
		} else if cut >= n && cut < n+len(c.YCuts) {
			return c.YCut, cut - n, true
		}
	case *model.Dendrogram:
		return c.Cut, 0, c.Cut >= 0 && cut == 0
	case *model.Curve:
		if cut >= 0 && cut < len(c.Marks) {
			m := c.Marks[cut]
			return m.Cut, m.Index, m.Cut >= 0
		}
	}
	return 0, 0, false
}

// cutsOf returns how many cuts a chart shows.
func cutsOf(c model.Chart) int {
	switch c := c.(type) {
	case *model.Histogram:
		if c.Cut >= 0 {
			return len(c.Cuts)
		}
	case *model.Scatter:
		return len(c.XCuts) + len(c.YCuts)
	case *model.Curve:
		return len(c.Marks)
	case *model.Dendrogram:
		if c.Cut >= 0 {
			return 1
		}
	}
	return 0
}

// fixedCut is said of a cut that no key moves.
const fixedCut = "This cut follows from the data; no parameter moves it"

// moveCut moves a cut by steps: through the number parameter behind it, or by
// setting all measures' cuts.
func (p *chartPane) moveCut(cut, steps int) {
	entry, index, ok := cutAt(p.data(), cut)
	if !ok {
		p.host.Say(fixedCut)
		return
	}
	c := p.result.Segmentation.Cuts[entry]
	switch {
	case c.Param != "":
		step := cutStep(c, cutValues(p.data(), cut))
		if !p.setCuts(c, cut, index, step, func(v float64) float64 { return v + float64(steps)*step }) {
			p.host.Say("The cut cannot go further: another cut or the end of the data is there")
		}
	case index < len(c.Steps):
		switch p.data().(type) {
		case *model.Histogram, *model.Dendrogram: // whose axis is that of the values
			if c.Falls {
				steps = -steps
			}
		}
		p.stepParam(c.Steps[index], steps)
	default:
		p.host.Say(fixedCut)
	}
}

func (p *chartPane) stepParam(id string, steps int) {
	session := p.host.Session()
	param, ok := p.result.Method.Param(id)
	if !ok {
		return
	}
	params, err := seg.NewParams(p.result.Method, session.Recipe.Params)
	if err != nil {
		return
	}
	from := params.Float(id)
	if d, ok := p.data().(*model.Dendrogram); ok && params.Auto(id) {
		from = float64(d.Clusters)
	}
	p.setParam(id, from+float64(steps)*param.Step)
}

// setCuts writes every measure's cuts, the one of the chart moved to the grid of
// steps, into the method's cut parameter, and reports whether it moved. A cut
// stays apart from its neighbours.
func (p *chartPane) setCuts(c model.Cuts, cut, index int, step float64, moved func(float64) float64) bool {
	session := p.host.Session()
	all := map[string][]float64{}
	for _, other := range p.result.Segmentation.Cuts {
		if other.Param == c.Param {
			all[other.Measure] = slices.Clone(other.Values)
		}
	}
	if kept := session.Recipe.Params[c.Param].Cuts(); len(kept) > 0 && applied(session.Recipe, c) {
		for name, values := range kept { // moves not yet run are not lost
			all[name] = values
		}
	}
	mine := all[c.Measure]
	if index >= len(mine) {
		return false
	}
	v := apart(math.Round(moved(mine[index])/step)*step, mine, index, step)
	v = math.Round(v*1e9) / 1e9
	if sample := chart.NewSample(cutValues(p.data(), cut)); sample.N() > 0 {
		// Beyond the least and the greatest value a cut would part nobody.
		v = min(max(v, sample.Quantile(0)), sample.Quantile(1))
	}
	if v == mine[index] {
		return false
	}
	mine[index] = v
	r := session.Recipe.WithParam(c.Param, model.CutsOf(all))
	for name, value := range c.With {
		r = r.WithParam(name, value)
	}
	session.Nudge(fmt.Sprintf("%s cut %d", c.Measure, index), r, fmt.Sprintf("%s cut %d at %s", c.Measure, index+1, chart.Short(v, c.Unit)))
	return true
}

// apart keeps a cut that moves a step off its neighbours: nobody is between two
// cuts of the same value. Where there is less room than a step it stays.
func apart(v float64, cuts []float64, i int, step float64) float64 {
	if i > 0 && v <= cuts[i-1] {
		v = min(cuts[i], cuts[i-1]+step)
	}
	if i+1 < len(cuts) && v >= cuts[i+1] {
		v = max(cuts[i], cuts[i+1]-step)
	}
	return v
}

// cutValues returns the values of the customers that a cut of a chart parts,
// nil when the chart does not show them.
func cutValues(c model.Chart, cut int) []float64 {
	switch c := c.(type) {
	case *model.Histogram:
		return c.Values
	case *model.Scatter:
		if cut < len(c.XCuts) {
			return c.X
		}
		return c.Y
	}
	return nil
}

// applied reports whether a recipe already has the settings that fixed cuts
// need.
func applied(r model.Recipe, c model.Cuts) bool {
	for name, v := range c.With {
		if !r.Params[name].Equal(v) {
			return false
		}
	}
	return true
}

// cutStep is how far one key moves a cut: a day or an order for counts, else
// about a hundredth of the span of the middle values, as 1, 2 or 5 times a
// power of ten.
func cutStep(c model.Cuts, values []float64) float64 {
	if values == nil {
		return 1
	}
	sample := chart.NewSample(values)
	span := sample.Quantile(0.9) - sample.Quantile(0.1)
	step := niceStep(span / 100)
	if c.Unit == model.Days || c.Unit == model.OrderCount {
		return max(1, math.Round(step))
	}
	return step
}

func niceStep(v float64) float64 {
	if !(v > 0) {
		return 1
	}
	p := math.Pow(10, math.Floor(math.Log10(v)))
	switch m := v / p; {
	case m < 1.5:
		return p
	case m < 3.5:
		return 2 * p
	case m < 7.5:
		return 5 * p
	}
	return 10 * p
}
