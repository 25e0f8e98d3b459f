package screen

import (
	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/term"
)

// chartPane is the charts of a result in a strip: as many side by side as there
// is room for, one of which has the focus.
type chartPane struct {
	host    Host
	result  *pipeline.Result
	charts  []chart.Chart
	drawn   []model.Chart // what each of charts draws
	cursors []chart.Cursor
	at      int   // the chart with the focus
	first   int   // the first of the strip
	zoomed  bool  // the chart with the focus fills the body
	figures bool  // its figures are shown as text
	fine    []int // by chart: the steps by which the bins of a histogram are finer
	list    figureList
	held    int // the cut that the mouse drags, -1 for none
	x, w, h int // where the chart with the focus was last drawn
}

// set shows the charts of a result; the chart, its cursor and the chosen cut
// stay when the method is the same.
func (p *chartPane) set(r *pipeline.Result, sameMethod bool) {
	p.result = r
	p.charts, p.drawn = nil, nil
	if !sameMethod {
		p.held, p.fine = -1, nil
	}
	for _, c := range r.Segmentation.Charts {
		if widget := chart.New(p.host.Printer(), c, colouring(p.host, r)); widget != nil {
			p.charts, p.drawn = append(p.charts, widget), append(p.drawn, c)
		}
	}
	if !sameMethod || len(p.cursors) != len(p.charts) {
		p.at, p.first, p.zoomed = 0, 0, false
		p.cursors = make([]chart.Cursor, len(p.charts))
		for i := range p.cursors {
			p.cursors[i] = chart.Nowhere()
		}
	}
	if len(p.fine) != len(p.charts) {
		p.fine = make([]int, len(p.charts))
	}
	for i, steps := range p.fine {
		p.finer(i, steps)
	}
	for i, c := range p.drawn {
		p.cursors[i].Cut = min(p.cursors[i].Cut, cutsOf(c)-1)
	}
}

func (p *chartPane) current() chart.Chart { return p.charts[p.at] }
func (p *chartPane) data() model.Chart    { return p.drawn[p.at] }

// how says what the arrows do on the chart with the focus, where it is not
// plain.
func (p *chartPane) how() model.Phrase {
	_, dots := p.data().(*model.Scatter)
	_, tree := p.data().(*model.Dendrogram)
	cuts := cutsOf(p.data()) > 0
	series, _ := p.data().(*model.Series)
	switch {
	case series != nil && series.Param != "":
		return model.P("left and right choose a value, Enter sets %s to it", series.XTitle)
	case tree && cuts:
		return model.P("left and right move the cut, down goes to the clusters")
	case dots && cuts:
		return model.P("left and right enter the dots, up and down choose a cut")
	case dots:
		return model.P("the arrows enter the dots, Enter opens their customers")
	case cuts:
		return model.P("up and down choose a cut, left and right move it")
	}
	return model.Phrase{}
}

// finer makes the bins of a histogram finer by steps, and reports whether they
// can be.
func (p *chartPane) finer(i, steps int) bool {
	h, ok := p.charts[i].(*chart.Histogram)
	if !ok || steps == 0 {
		return false
	}
	to := h.Finer(steps)
	if to == nil {
		return false
	}
	p.charts[i] = to
	return true
}

// regroup makes the bins of the chart with the focus finer by steps.
func (p *chartPane) regroup(steps int) {
	if len(p.charts) == 0 {
		return
	}
	if _, ok := p.current().(*chart.Histogram); !ok {
		p.host.Say("Only the bins of a histogram can be finer or coarser: v goes to the next chart")
		return
	}
	if !p.finer(p.at, steps) {
		p.host.Say("The bins cannot be changed further")
		return
	}
	p.fine[p.at] += steps
	p.cursors[p.at].X = -1
}

// turn goes d charts on, round at the ends.
func (p *chartPane) turn(d int) {
	if n := len(p.charts); n > 0 {
		p.at = ((p.at+d)%n + n) % n
	}
}

// follow scrolls a strip of n charts no further than shows the one with the
// focus: what is under the mouse stays there.
func (p *chartPane) follow(n int) {
	p.first = max(p.at-n+1, min(p.first, p.at))
	p.first = max(0, min(p.first, len(p.charts)-n))
}

// plain takes back what covers the charts, one thing at a time, and reports
// whether there was any.
func (p *chartPane) plain() bool {
	switch {
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
	switch {
	case len(p.charts) == 0:
		return false
	case p.figures:
		return p.list.key(k.Name, p.h)
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
	if _, tree := p.data().(*model.Dendrogram); tree && cuts > 0 {
		p.treeKey(at, dx, dy)
		return true
	}
	switch {
	case dy != 0 && cuts > 0 && (at.Cut >= 0 || !p.walks(dy)):
		// Down steps from the bins to the first cut and on; up steps back.
		at.Cut = max(-1, min(at.Cut+dy, cuts-1))
		if _, dots := p.data().(*model.Scatter); dots {
			at.X, at.Y = -1, -1
		}
	case dx != 0 && at.Cut >= 0:
		p.moveCut(at.Cut, dx)
	default:
		for range max(dx, -dx, 1) {
			*at = p.current().Move(*at, sign(dx), dy, p.w, p.h)
		}
	}
	return true
}

// treeKey moves on a dendrogram: the cut stands above the first cluster.
func (p *chartPane) treeKey(at *chart.Cursor, dx, dy int) {
	onCut := chart.Cursor{X: -1, Y: -1, Cut: 0}
	switch {
	case at.Cut >= 0 && dy > 0:
		*at = p.current().Move(chart.Nowhere(), 0, 1, p.w, p.h)
	case at.Cut >= 0 || at.Y < 0 || dy < 0 && at.Y == 0:
		*at = onCut
		if dx != 0 {
			p.moveCut(0, dx)
		}
	default:
		*at = p.current().Move(*at, sign(dx), dy, p.w, p.h)
	}
}

// walks reports whether the cursor on the dots of a scatter can go up or down;
// beyond the edge are the cuts.
func (p *chartPane) walks(dy int) bool {
	at := p.cursors[p.at]
	_, dots := p.data().(*model.Scatter)
	return dots && at.X >= 0 && p.current().Move(at, 0, dy, p.w, p.h) != at
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

// drill opens the customers at the cursor.
func (p *chartPane) drill() {
	if len(p.charts) == 0 {
		return
	}
	at := p.cursors[p.at]
	at.Cut = -1
	if c, ok := p.data().(*model.Series); ok && c.Param != "" && at.X >= 0 && at.X < len(c.X) {
		p.setParam(c.Param, c.X[at.X])
		return
	}
	members := p.current().Members(at, p.w, p.h)
	switch {
	case members != nil:
	case at.X >= 0 || at.Y >= 0:
		p.host.Say("No customers stand behind this place of the chart")
		return
	default:
		p.host.Say("Move to a bar or a cell with the arrows first")
		return
	}
	p.host.Push(newPlaceMembers(p.host, &chartWalk{chart: p.current(), result: p.host.Session().Result,
		heading: p.data().Heading().In(p.host.Printer()), at: at, w: p.w, h: p.h}))
}
