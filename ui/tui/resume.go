package tui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/quality"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/screen"
	"custseg/ui/tui/session"
	"custseg/ui/tui/store"
)

// findSessions reads the last sessions for the start screen, and goes on with
// the newest when that was asked for.
func (m *Model) findSessions() {
	if !m.config.Keep && !m.config.Resume {
		return
	}
	var found []store.Session
	m.Start(screen.Task{
		Name:  "reading sessions",
		Quiet: true,
		Work: func(context.Context, func(float64)) (err error) {
			found, err = m.config.Store.Sessions()
			return err
		},
		Done: func(err error) {
			m.start.Offer(found)
			switch {
			case !m.config.Resume:
			case err != nil:
				m.Warn(err.Error())
			case len(found) == 0:
				m.Warn(m.noSession())
			default:
				m.Resume(found[0])
			}
		},
	})
}

// Resume implements [screen.Host]: it opens a session's files, puts its recipe
// in force and goes to its place. What of it the data no longer suits is told.
func (m *Model) Resume(s store.Session) {
	m.read(s.Files, s.Recipe.Reading, func(data *model.Dataset, how model.Reading) error {
		recipe, err := m.config.Prepare(s.Recipe)
		if err != nil {
			return err
		}
		changed := changedSources(s.Recipe.Sources, data.Sources)
		recipe.Sources, recipe.Reading = slices.Clone(data.Sources), how
		var lost unfit
		recipe.Roles, lost.roles = fitting(data, recipe.Roles)
		recipe.Treatments, lost.treatments = quality.Fitting(data, recipe.Treatments)
		m.session.Open(pipeline.New(data), s.Files, recipe)
		m.session.Comparing = comparingOf(s.Place)
		m.asking, m.returning = false, returning{}
		m.reset()
		m.step = stepNamed(s.Place.Step)
		m.refresh()
		if len(changed) == 0 {
			m.returning = returning{place: s.Place, toRestore: true, toOpen: true}
			data := m.stacks[screen.Data][0].(*screen.DataView)
			data.Refresh()
			data.Restore(s.Place)
		}
		m.tellResumed(data, changed, lost)
		return nil
	})
	m.reading.covers = !m.session.IsOpen()
}

// tellResumed says that a session goes on, and what is not as it was left.
func (m *Model) tellResumed(data *model.Dataset, changed []string, lost unfit) {
	pr := m.config.Printer
	text := pr.Sprintf("Resumed: %d rows read", data.Rows())
	if len(changed) > 0 {
		text += pr.Sprintf("; changed since: %s, so segments may differ", cell.Clean(strings.Join(changed, ", ")))
	}
	text += lost.told(pr)
	if len(changed) > 0 || lost.told(pr) != "" {
		m.Warn(text)
	} else {
		m.Say(text)
	}
}

// changedSources names the files that are not as a recipe's were: of another
// content, or new.
func changedSources(before, now []model.Source) []string {
	var out []string
	for i, s := range now {
		if i >= len(before) || before[i].Fingerprint != s.Fingerprint {
			if name := filepath.Base(s.Path); !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	if len(out) == 0 && len(now) < len(before) {
		out = append(out, filepath.Base(before[len(now)].Path))
	}
	return out
}

// stepNamed returns the step of a name in any case, Data for none.
func stepNamed(name string) screen.Step {
	for s := screen.Data; s < screen.Steps; s++ {
		if strings.EqualFold(s.String(), name) {
			return s
		}
	}
	return screen.Data
}

// returning is the way back to where a session was left.
type returning struct {
	place     store.Place
	toRestore bool // the steps are not yet as they were: their customers are on the way
	toOpen    bool // what lay over the step is yet to be opened
}

// comparingOf is what was chosen for the step Compare.
func comparingOf(p store.Place) session.Comparing {
	c := p.Comparing
	if c == nil {
		return session.NotComparing()
	}
	return session.Comparing{From: c.From, To: c.To, Hold: c.Hold, Split: c.Split}
}

// restore makes the steps as they were left, once there is something to show.
func (m *Model) restore() {
	if !m.returning.toRestore {
		return
	}
	m.returning.toRestore = false
	for step, stack := range m.stacks {
		if r, ok := stack[0].(screen.Restorer); ok && screen.Step(step) != screen.Data {
			r.Restore(m.returning.place)
		}
	}
}

// goOn opens what lay over the step when the session was left, one screen over
// the other, as far as it need not wait.
func (m *Model) goOn() {
	for m.returning.toOpen && !m.returning.toRestore {
		top := m.current()
		if o, ok := top.(screen.Opener); !ok || o.Reopen(m.returning.place) {
			m.returning.toOpen = false
		} else if m.current() == top {
			return
		}
	}
}
