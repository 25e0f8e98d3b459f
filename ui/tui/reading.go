package tui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/text/message"

	"custseg/io/load"
	"custseg/model"
	"custseg/model/quality"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/screen"
)

// reading is one reading of files under way. Its view comes up when it takes
// longer than a blink.
type reading struct {
	files   []string
	how     model.Reading
	stop    chan struct{} // closed when what was read so far shall do
	stopped bool
	state   atomic.Pointer[load.Progress]
	started time.Time
	view    *screen.Loading
	covers  bool // nothing else is there to be shown
}

// readingDue asks for the view of a reading that is still under way.
type readingDue struct{ of *reading }

// readingTask is the name of the one task that reads files.
const readingTask = "reading"

// loadingAfter is how long files are read before the screen tells of it.
const loadingAfter = 150 * time.Millisecond

// read starts reading files. Done is given the data and how it was read, which
// says where the reading stopped.
func (m *Model) read(files []string, how model.Reading, done func(*model.Dataset, model.Reading) error) {
	r := &reading{files: files, how: how, stop: make(chan struct{}), started: time.Now()}
	r.view = screen.NewLoading(m, files, how, screen.LoadingKeys{Stop: m.stopReading, Leave: m.leaveReading})
	m.reading = r
	var data *model.Dataset
	m.Start(screen.Task{
		Name: readingTask,
		Work: func(ctx context.Context, report func(float64)) (err error) {
			o := load.Options{Reading: how, Samples: m.config.Samples, Stop: r.stop}
			data, err = load.Open(ctx, files, o, func(p load.Progress) {
				r.state.Store(&p)
				report(p.Done)
			})
			return err
		},
		Done: func(err error) {
			if m.reading == r {
				m.reading = nil
			}
			if err == nil {
				if data.Partial {
					how.Rows = data.Taken
				}
				err = done(data, how)
			}
			m.layout()
			if err != nil {
				m.readingFailed(files, err)
			}
		},
	})
	r.view.Refresh()
	m.queue = append(m.queue, tea.Tick(loadingAfter, func(time.Time) tea.Msg { return readingDue{r} }))
}

// readingFailed tells why files could not be read. With none open the start
// screen keeps them for another try, with what there is to say in full.
func (m *Model) readingFailed(files []string, err error) {
	if m.session.IsOpen() || errors.Is(err, context.Canceled) {
		m.trouble(err)
		return
	}
	m.start.Fail(files, err)
	m.Warn(m.config.Printer.Sprintf("%s could not be opened; Enter tries again", fileNames(files)))
}

// showReading brings up the view of a reading that takes its time.
func (m *Model) showReading(r *reading) {
	if m.reading == r {
		r.view.Show()
		m.followReading()
		m.layout()
	}
}

// followReading tells the view how far the reading has come.
func (m *Model) followReading() {
	if r := m.reading; r != nil {
		if p := r.state.Load(); p != nil {
			r.view.Follow(p.Done, p.Rows, time.Since(r.started))
			r.view.Await(p.Stream, p.Taken)
		}
	}
}

// loading reports whether the view of a reading has the body.
func (m *Model) loading() bool {
	return m.reading != nil && (m.reading.covers || m.reading.view.Shown())
}

// stopReading ends the reading; what was read is kept.
func (m *Model) stopReading() {
	if r := m.reading; r != nil && !r.stopped {
		r.stopped = true
		close(r.stop)
	}
}

// leaveReading gives the reading up. What was open before is still there.
func (m *Model) leaveReading() { m.tasks.cancel(readingTask) }

// Open implements [screen.Host]: it reads files in the place of those open.
func (m *Model) Open(files []string) {
	m.read(files, m.config.Reading, func(data *model.Dataset, how model.Reading) error {
		recipe, err := m.config.Prepare(model.NewRecipe(data.Sources, how))
		if err != nil {
			return err
		}
		m.session.Open(pipeline.New(data), files, recipe)
		m.asking, m.unasked = false, true
		m.reset()
		m.refresh()
		m.tellRead(data, nil, unfit{})
		if !slices.ContainsFunc(recipe.Roles, func(a model.Assignment) bool { return a.Role == model.CustomerID }) {
			m.askKeys(data.Choices)
		}
		return nil
	})
}

// Reread implements [screen.Host]. Of the recipe all is kept that the new data
// can follow.
func (m *Model) Reread(how model.Reading, name string) {
	line, asked := m.session.Line, how
	m.read(m.session.Files, how, func(data *model.Dataset, how model.Reading) error {
		if m.session.Line != line { // closed, or undone to other data meanwhile
			return context.Canceled
		}
		recipe, before := m.session.Recipe, m.session.Data()
		recipe.Sources, recipe.Reading = slices.Clone(data.Sources), how
		var lost unfit
		recipe.Roles, lost.roles = fitting(data, recipe.Roles)
		recipe.Treatments, lost.treatments = quality.Fitting(data, recipe.Treatments)
		stopped := how.Rows != asked.Rows
		if stopped {
			name = m.config.Printer.Sprintf("the first %d rows", data.Taken)
		}
		m.session.Reopen(pipeline.New(data), recipe, name)
		m.asking = false
		if !stopped || !isFewer(data, before) {
			m.tellRead(data, nil, lost)
		} else {
			m.tellRead(data, before, lost)
		}
		m.askKeys(newChoices(data, before, recipe))
		return nil
	})
}

// fitting parts assignments into those that the data can follow, one upon the
// other, and those that it cannot.
func fitting(d *model.Dataset, said []model.Assignment) (kept, lost []model.Assignment) {
	for _, a := range said {
		if _, err := d.Assign(append(slices.Clone(kept), a)); err != nil {
			lost = append(lost, a)
		} else {
			kept = append(kept, a)
		}
	}
	return kept, lost
}

// unfit is what of a recipe the data cannot follow.
type unfit struct {
	roles      []model.Assignment
	treatments []model.Treatment
}

// told says in words what was dropped, nothing when all fits.
func (u unfit) told(pr *message.Printer) string {
	var columns, choices []string
	for _, a := range u.roles {
		columns = append(columns, a.Column)
	}
	for _, t := range u.treatments {
		choices = append(choices, screen.TreatmentName(pr, t))
	}
	out := ""
	if len(columns) > 0 {
		out += pr.Sprintf("; roles that no longer fit were dropped: %s", strings.Join(columns, ", "))
	}
	if len(choices) > 0 {
		out += pr.Sprintf("; treatments that no longer fit were dropped: %s", strings.Join(choices, ", "))
	}
	if out != "" {
		out += pr.Sprintf(" (u goes back)")
	}
	return out
}

// tellRead says how much was read, that the data before was more where that is
// given, and what of the recipe it did not suit.
func (m *Model) tellRead(data, more *model.Dataset, lost unfit) {
	pr := m.config.Printer
	text := pr.Sprintf("%d rows read", data.Rows())
	if n := len(data.Tables); n > 1 {
		text = pr.Sprintf("%d rows read in %d tables", data.Rows(), n)
	}
	dropped := lost.told(pr)
	switch {
	case more != nil:
		m.Warn(text + pr.Sprintf(", fewer than before: u goes back to %s", m.rowsOf(more)) + dropped)
		return
	case dropped != "":
		m.Warn(text + dropped)
		return
	}
	if data.Partial {
		text += pr.Sprintf(": the first part only; R on Data reads all")
	}
	m.Say(text)
}

// isFewer reports whether a reading was stopped earlier than the one before.
func isFewer(d, before *model.Dataset) bool {
	return d.Partial && (!before.Partial || d.Taken < before.Taken)
}

// rowsOf names how much of the files data is.
func (m *Model) rowsOf(d *model.Dataset) string {
	if d.Partial {
		return m.config.Printer.Sprintf("the first %d rows", d.Taken)
	}
	return m.config.Printer.Sprintf("all %d rows", d.Rows())
}

// undoLabel says what undo would take back, or, of a reading that went further
// or less far, how much it goes back to.
func (m *Model) undoLabel() string {
	s := m.session
	how, data, ok := s.UndoReading()
	switch {
	case !ok:
		return ""
	case how.Rows != s.Recipe.Reading.Rows:
		return "u: back to " + m.rowsOf(data)
	}
	return "u undoes " + cell.Clean(s.UndoName())
}

// partial says that reading was stopped, nothing when all was read.
func (m *Model) partial() string {
	d := m.session.Data()
	if d == nil || !d.Partial {
		return ""
	}
	return m.config.Printer.Sprintf("partial: first %d rows", d.Taken)
}

// previewAfter is how long a preview waits, so that moving on through a list of
// files does not read each of them.
const previewAfter = 80 * time.Millisecond

// Preview implements [screen.Host].
func (m *Model) Preview(files []string, how model.Reading, done func(*model.Dataset, error)) {
	var data *model.Dataset
	m.Start(screen.Task{
		Name:  "preview",
		Quiet: true,
		Work: func(ctx context.Context, _ func(float64)) (err error) {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(previewAfter):
			}
			data, err = load.Preview(ctx, files, load.Options{Reading: how, Samples: m.config.Samples})
			return err
		},
		Done: func(err error) { done(data, err) },
	})
}
