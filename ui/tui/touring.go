package tui

import (
	"custseg/ui/tui/keys"
	"custseg/ui/tui/screen"
	"custseg/ui/tui/term"
	"custseg/ui/tui/tour"
)

// touring is the guided tour, and whether its panel is on the screen.
type touring struct {
	tour *tour.Tour // nil before one was started
	on   bool
}

// Tour implements [screen.Host]: it starts the tour at its beginning, from the
// start screen. Files that are open are closed, after asking where work would
// be lost.
func (m *Model) Tour() {
	m.leaveFiles(m.config.Printer.Sprintf("Close these files for the tour?"), func() {
		m.touring = touring{tour.New(), true}
		m.start.ChooseSample()
		m.layout()
	})
}

// switchTour starts the tour, leaves it, or comes back to where it was left.
func (m *Model) switchTour() {
	switch {
	case m.touring.tour == nil:
		m.Tour()
	case m.touring.on:
		m.leaveTour()
	default:
		m.touring.on = true
		m.layout()
	}
}

// leaveTour takes the panel away. One that was left at its end starts anew.
func (m *Model) leaveTour() {
	m.touring.on = false
	if m.touring.tour.Last() {
		m.touring.tour = nil
	} else {
		m.Say(m.config.Printer.Sprintf("ctrl+t comes back to the tour"))
	}
	m.layout()
}

// tourState is where the analyst is.
func (m *Model) tourState() tour.State {
	s := m.session
	state := tour.State{Open: s.IsOpen() && !m.loading(), Place: m.current().Place(), Tuned: len(s.Recipe.Params) > 0, Exported: s.IsExported()}
	if s.Result != nil {
		state.Method = s.Result.Method.ID
	}
	switch sc := m.current().(type) {
	case *screen.MethodList:
		state.Pointer = sc.Pointer()
	case *screen.SegmentsView:
		at := sc.Standing()
		state.Focus, state.Cuts = [...]string{tour.OnParams, tour.OnTable, tour.OnCharts}[at.Pane], at.Cuts
	}
	return state
}

// followTour goes on with the tour when its step is done. What a window over the
// screens does is none of its.
func (m *Model) followTour() {
	if m.touring.on && m.modal == nil && m.touring.tour.See(m.tourState()) {
		m.layout()
	}
}

// skipStep does what the step tells to press, so that the next finds the screen
// as it needs it. A file is not written unasked, and a step that leads nowhere is
// left out.
func (m *Model) skipStep() {
	t := m.touring.tour
	step, number, _ := t.Step()
	const most = 8 // keys on the way
	for range most {
		if step.Writes() || m.modal != nil || m.loading() {
			break
		}
		way := step.Way(m.tourState())
		press := way
		if way == nil {
			press = step.Keys(m.current().Place())
		}
		for _, name := range press {
			t.Heard(name)
			m.key(term.KeyOf(name))
			m.settle()
		}
		if t.See(m.tourState()) {
			m.layout()
			return
		}
		if way == nil {
			break
		}
	}
	if _, now, _ := t.Step(); now == number && m.tasks.none() {
		t.Skip(m.tourState())
	}
}

// tourLines is how many lines of the screen the panel takes.
func (m *Model) tourLines() int {
	if !m.touring.on {
		return 0
	}
	return tour.Height(m.config.Printer, m.w, m.h)
}

// tourPanel draws the panel.
func (m *Model) tourPanel() []string {
	if !m.touring.on {
		return nil
	}
	return m.touring.tour.Panel(m.theme, m.config.Printer, m.tourState(), m.w, m.tourLines())
}

// tourActions are what the bindings of the tour do.
func (m *Model) tourActions() map[string]screen.Action {
	pr := m.config.Printer
	off := func() string {
		if !m.touring.on {
			return pr.Sprintf("no tour is on; %s starts it", keys.Show("ctrl+t"))
		}
		return ""
	}
	return map[string]screen.Action{
		"tour":      {Do: m.switchTour},
		"tour.skip": {Do: m.skipStep, Why: off},
		"tour.back": {Do: func() { m.touring.tour.Back(m.tourState()) }, Why: off},
	}
}
