package screen

import (
	"fmt"
	"math"
	"slices"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/term"
)

// chartPane is the charts of a result: the one with the focus, and as many of
// those after it as there is room for.
type chartPane struct {
	host    Host
	result  *pipeline.Result
	charts  []chart.Chart
	drawn   []model.Chart // what each of charts draws
	cursors []chart.Cursor
	at      int
	zoomed  bool // the chart with the focus fills the body
	figures bool // its figures are shown as text
	notes   bool // what to know of the result is shown in place of the charts
	w, h    int  // of the chart with the focus, as last drawn
}

// set shows the charts of a result; the chart, its cursor and the chosen cut
// stay when the method is the same.
func (p *chartPane) set(r *pipeline.Result, sameMethod bool) {
	p.result = r
	p.charts, p.drawn = nil, nil
	for _, c := range r.Segmentation.Charts {
		if widget := chart.New(p.host.Printer(), c, colouring(p.host, r)); widget != nil {
			p.charts, p.drawn = append(p.charts, widget), append(p.drawn, c)
		}
	}
	if !sameMethod || len(p.cursors) != len(p.charts) {
		p.at, p.zoomed = 0, false
		p.cursors = make([]chart.Cursor, len(p.charts))
		for i := range p.cursors {
			p.cursors[i] = chart.Nowhere()
		}
	}
	for i, c := range p.drawn {
		p.cursors[i].Cut = min(p.cursors[i].Cut, cutsOf(c)-1)
	}
}

func (p *chartPane) current() chart.Chart { return p.charts[p.at] }
func (p *chartPane) data() model.Chart    { return p.drawn[p.at] }

func (p *chartPane) next() {
	if len(p.charts) > 0 {
		p.at = (p.at + 1) % len(p.charts)
	}
}

// plain takes back what covers the charts, one thing at a time, and reports
// whether there was any.
func (p *chartPane) plain() bool {
	switch {
	case p.notes:
		p.notes = false
	case p.figures:
		p.figures = false
	case p.zoomed:
		p.zoomed = false
	default:
		return false
	}
	return true
}

// key moves the cursor; up and down choose a cut where there are cuts, and left
// and right then move that cut.
func (p *chartPane) key(k term.Key) bool {
	if len(p.charts) == 0 {
		return false
	}
	dx, dy := arrow(k.Name)
	switch k.Name {
	case "shift+left", "H":
		dx = -10
	case "shift+right", "L":
		dx = 10
	}
	if dx == 0 && dy == 0 {
		return false
	}
	at := &p.cursors[p.at]
	cuts := cutsOf(p.data())
	switch {
	case dy != 0 && cuts > 0:
		// Down steps from the bins to the first cut and on; up steps back.
		at.Cut = max(-1, min(at.Cut+dy, cuts-1))
	case dx != 0 && at.Cut >= 0:
		p.moveCut(at.Cut, dx)
	default:
		for range max(dx, -dx, 1) {
			*at = p.current().Move(*at, sign(dx), dy, p.w, p.h)
		}
	}
	return true
}

func sign(d int) int {
	switch {
	case d < 0:
		return -1
	case d > 0:
		return 1
	}
	return 0
}

// moveCut moves a cut by steps: through the number parameter behind it, or by
// setting all measures' cuts.
func (p *chartPane) moveCut(cut, steps int) {
	entry, index, ok := cutAt(p.data(), cut)
	if !ok {
		return
	}
	c := p.result.Segmentation.Cuts[entry]
	switch {
	case c.Param != "":
		p.setCuts(c, index, steps)
	case index < len(c.Steps):
		if _, falls := p.data().(*model.Histogram); falls && c.Falls {
			steps = -steps
		}
		p.stepParam(c.Steps[index], steps)
	default:
		p.host.Say("This cut follows from the data; no parameter moves it")
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
	v := math.Round((params.Float(id)+float64(steps)*param.Step)/param.Step) * param.Step
	v = math.Round(v*1e9) / 1e9 // steps of .01 add up without crumbs
	if v = max(v, param.Min); param.Max > param.Min {
		v = min(v, param.Max)
	}
	session.Propose(session.Recipe.WithParam(id, model.Num(v)), id+" "+param.Format(model.Num(v)))
}

// setCuts writes every measure's cuts, one of them moved, into the method's
// cut parameter. A cut stays between its neighbours.
func (p *chartPane) setCuts(c model.Cuts, index, steps int) {
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
		return
	}
	step := cutStep(c, p.data())
	v := math.Round((mine[index]+float64(steps)*step)/step) * step
	if index > 0 {
		v = max(v, mine[index-1])
	}
	if index+1 < len(mine) {
		v = min(v, mine[index+1])
	}
	v = math.Round(v*1e9) / 1e9
	if low, high, ok := reach(p.data()); ok {
		v = min(max(v, low), high)
	}
	if v == mine[index] {
		p.host.Say("The cut cannot go further: another cut or the end of the data is there")
		return
	}
	mine[index] = v
	r := session.Recipe.WithParam(c.Param, model.CutsOf(all))
	for name, value := range c.With {
		r = r.WithParam(name, value)
	}
	session.Propose(r, fmt.Sprintf("%s cut %d at %s", c.Measure, index+1, chart.Short(v, c.Unit)))
}

// reach returns the least and the greatest value of a histogram, beyond which a
// cut would part nobody.
func reach(c model.Chart) (low, high float64, ok bool) {
	h, isHistogram := c.(*model.Histogram)
	if !isHistogram {
		return 0, 0, false
	}
	sample := chart.NewSample(h.Values)
	return sample.Quantile(0), sample.Quantile(1), sample.N() > 0
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
func cutStep(c model.Cuts, data model.Chart) float64 {
	h, ok := data.(*model.Histogram)
	if !ok {
		return 1
	}
	sample := chart.NewSample(h.Values)
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

// drill opens the customers at the cursor.
func (p *chartPane) drill() {
	if len(p.charts) == 0 {
		return
	}
	at := p.cursors[p.at]
	at.Cut = -1
	members := p.current().Members(at, p.w, p.h)
	if members == nil {
		p.host.Say("Move to a bar or a cell with the arrows first")
		return
	}
	title := p.data().Heading().In(p.host.Printer())
	if c, ok := p.current().(chart.Placed); ok {
		title = c.Place(at, p.w, p.h)
	}
	p.host.Push(NewMembers(p.host, title, members))
}
