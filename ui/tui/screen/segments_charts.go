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
	at      int  // the chart with the focus
	first   int  // the first of the strip
	zoomed  bool // the chart with the focus fills the body
	figures bool // its figures are shown as text
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
		p.held = -1
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
	cuts := cutsOf(p.data()) > 0
	switch {
	case dots && cuts:
		return model.P("left and right enter the dots, up and down choose a cut")
	case dots:
		return model.P("the arrows enter the dots, Enter opens their customers")
	case cuts:
		return model.P("up and down choose a cut, left and right move it")
	}
	return model.Phrase{}
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
	title := p.data().Heading().In(p.host.Printer())
	if c, ok := p.current().(chart.Placed); ok {
		title = c.Place(at, p.w, p.h)
	}
	p.host.Push(NewMembers(p.host, title, members))
}
