package tui

import (
	"context"
	"errors"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/screen"
)

// settle runs what the recipe in force makes necessary. It is called after
// every message, so an action only changes the recipe and the result follows.
func (m *Model) settle() {
	s := m.session
	if !s.IsOpen() || m.asking && m.asked.Equal(s.Recipe) {
		return
	}
	m.asked, m.asking = s.Recipe, true
	m.keepSoon()
	if s.Line != m.line { // what the screens show is of other data
		step := m.step
		m.reset()
		m.step = step
	}
	if s.Expire() {
		// What lies over a step was opened from a result that is gone.
		for i, stack := range m.stacks {
			m.stacks[i] = stack[:1]
		}
	}
	m.refresh()
	if s.Recipe.Method == "" {
		m.gather(s.Recipe)
	} else {
		m.run(s.Recipe)
	}
}

// segmenting is the name of the one task that follows the recipe.
const segmenting = "segmenting"

// gather makes customers while no method is chosen.
func (m *Model) gather(r model.Recipe) {
	var customers *model.Customers
	var roles model.RoleMap
	m.Start(screen.Task{
		Name: segmenting,
		Work: func(ctx context.Context, report func(float64)) (err error) {
			customers, roles, err = m.session.Line.Customers(ctx, r, report)
			return err
		},
		Done: func(err error) {
			if errors.Is(err, context.Canceled) {
				err = m.session.Cancel()
			}
			m.session.Gathered(customers, roles, err)
			m.restore()
			m.refresh()
			if err != nil && !m.message.warning { // the steps tell it too; what was dropped is told only now
				m.Warn(screen.TroubleText(m.config.Printer, m.session))
			}
			m.askCustomers()
		},
	})
}

// run carries out the recipe. When it cannot be, the customers are gathered all
// the same, so that the other steps show what is there.
func (m *Model) run(r model.Recipe) {
	line, name := m.session.Line, m.runName()
	var result *pipeline.Result
	var customers *model.Customers
	var roles model.RoleMap
	var trouble error
	m.Start(screen.Task{
		Name: segmenting, Lasting: true,
		Work: func(ctx context.Context, report func(float64)) (err error) {
			if result, err = line.Run(ctx, r, report); err != nil && ctx.Err() == nil {
				customers, roles, trouble = line.Customers(ctx, r, nil)
			}
			return err
		},
		Done: func(err error) {
			switch {
			case err == nil:
				m.session.Landed(result)
				m.ran = lastRun{name, result.Took}
			case errors.Is(err, context.Canceled):
				m.session.Failed = m.session.Cancel()
				m.Say(m.session.Failed.Error())
			default:
				m.session.Gathered(customers, roles, trouble)
				m.session.Failed = err
			}
			m.restore()
			m.refresh()
		},
	})
}

// again carries out the recipe in force once more, after a cancel.
func (m *Model) again() { m.asking = false }
