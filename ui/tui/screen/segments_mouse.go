package screen

import (
	"math"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
)

// Mouse implements [Screen].
func (s *SegmentsView) Mouse(m term.Mouse) {
	if s.before.shown() {
		s.before.mouse(m)
		return
	}
	l := s.layout()
	switch {
	case s.charts.held >= 0:
		s.charts.drag(m, s.chartCorner(l))
	case m.Action == term.Release || m.Action == term.Motion: // of a press that may have been on another screen
	case s.charts.zoomed || m.Y > l.top:
		s.focus = chartsPane
		s.pointCharts(m, l)
	case m.X < l.left:
		s.focus = paramsPane
		if m.Action == term.Press {
			change, _ := s.params.Click(m.X, m.Y)
			s.apply(change)
		} else if m.Action == term.Wheel {
			s.params.Wheel(m.DY)
		}
	case m.X > l.left && s.table != nil:
		s.focus = tablePane
		m.Y -= s.noteLines()
		s.pointTable(m, m.X-l.left-1)
	}
}

func (s *SegmentsView) pointTable(m term.Mouse, x int) {
	switch m.Action {
	case term.Wheel:
		s.table.Wheel(m.DY)
	case term.Press:
		before, _ := s.table.Cursor()
		hit := s.table.Click(x, m.Y)
		if hit.Header {
			keys := s.table.Sort()
			s.sortBy([]grid.Key{{Col: hit.Col, Desc: len(keys) != 1 || keys[0].Col != hit.Col || !keys[0].Desc}})
		} else if hit.Row >= 0 && hit.Row == before {
			s.drill()
		}
	}
}

// chartCorner is the line of the body on which the charts begin.
func (s *SegmentsView) chartCorner(l segmentsLayout) int {
	if s.charts.zoomed {
		return 0
	}
	return l.top + 1
}

// pointCharts gives the focus to the chart that is pressed on, and takes hold of
// its cut there.
func (s *SegmentsView) pointCharts(m term.Mouse, l segmentsLayout) {
	p := &s.charts
	if m.Action != term.Press || m.Button != term.LeftButton || p.figures || len(p.charts) == 0 {
		return
	}
	if !p.zoomed {
		for i := range l.charts {
			if x, w := s.chartSpan(l, i); m.X >= x && m.X < x+w {
				p.at, p.x, p.w = p.first+i, x, w
			}
		}
	}
	if top := s.chartCorner(l); !p.grab(m, top) {
		p.point(m, top)
	}
}

// point puts the cursor on the place under the mouse; a second press opens its
// customers.
func (p *chartPane) point(m term.Mouse, top int) {
	c, ok := p.current().(chart.Pointed)
	if !ok || m.X-p.x >= p.w { // beside an enlarged chart are the segments
		return
	}
	at, ok := c.At(m.X-p.x, m.Y-top, p.w, p.h, p.cursors[p.at])
	switch {
	case !ok:
	case at == p.cursors[p.at]:
		p.drill()
	default:
		p.cursors[p.at] = at
	}
}

// grab takes hold of the cut under the mouse, and reports whether there is one
// that moves.
func (p *chartPane) grab(m term.Mouse, top int) bool {
	c, ok := p.current().(chart.Draggable)
	if !ok || cutsOf(p.data()) == 0 {
		return false
	}
	cut, ok := c.CutAt(m.X-p.x, m.Y-top, p.w, p.h)
	if ok {
		p.held = cut
		p.cursors[p.at].Cut = cut
	}
	return ok
}

// drag moves the cut that is held to the mouse, and lets it go with the button.
func (p *chartPane) drag(m term.Mouse, top int) {
	c, ok := p.current().(chart.Draggable)
	switch {
	case m.Action == term.Release || !ok:
		p.held = -1
		p.host.Session().Pause()
	case m.Action == term.Motion:
		p.putCut(p.held, c.ValueAt(p.held, m.X-p.x, m.Y-top, p.w, p.h))
	}
}

// putCut moves a cut to a value: in the list of cuts, or through the number
// behind it where that is the value itself.
func (p *chartPane) putCut(cut int, v float64) {
	entry, index, ok := cutAt(p.data(), cut)
	if !ok {
		return
	}
	c := p.result.Segmentation.Cuts[entry]
	if c.Param != "" {
		step := cutStep(c, cutValues(p.data(), cut))
		p.setCuts(c, cut, index, step, func(float64) float64 { return v })
		return
	}
	if index < len(c.Steps) && p.stands(c.Steps[index], c.Values[index]) {
		p.setParam(c.Steps[index], v)
		return
	}
	p.host.Say("The mouse cannot move this cut: its parameter is not the value it stands at; left and right step it")
}

// stands reports whether a number parameter of the result is the value of its
// cut, and not a share or a rank that leads to it.
func (p *chartPane) stands(id string, at float64) bool {
	param, ok := p.result.Method.Param(id)
	return ok && (param.Kind == seg.Int || param.Kind == seg.Float) && !p.result.Params.Auto(id) && p.result.Params.Float(id) == at
}

// setParam puts a number parameter in force, rounded to its step and kept within
// its range.
func (p *chartPane) setParam(id string, v float64) {
	param, ok := p.result.Method.Param(id)
	if !ok {
		return
	}
	v = math.Round(v/param.Step) * param.Step
	v = math.Round(v*1e9) / 1e9 // steps of .01 add up without crumbs
	if v = max(v, param.Min); param.Max > param.Min {
		v = min(v, param.Max)
	}
	session := p.host.Session()
	session.Nudge(id, session.Recipe.WithParam(id, model.Num(v)), id+" "+param.Format(model.Num(v)))
}
