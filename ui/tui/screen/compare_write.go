package screen

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/form"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// output is what a file would hold of what is on the screen.
type output struct {
	title    model.Phrase
	name     string // of the file, after the data's
	personal bool   // it holds customers, whose names can be masked
	write    func(ctx context.Context, path string, o export.Options, report func(float64)) error
}

// WriteView is a small form, laid over what is compared, that writes it to a
// file: the same as the command line's --out.
type WriteView struct {
	host        Host
	output      output
	form        *form.Form
	path        string
	mask, force bool
	job         *writeJob // what was last written, nil for nothing yet
	w, h        int
}

// writeJob is one file being written, or how that ended.
type writeJob struct {
	path    string
	done    gauge
	running bool
	trouble error
}

// newWriteView makes the form, with a path made up after the data.
func newWriteView(host Host, o output) *WriteView {
	s := &WriteView{host: host, output: o, form: form.New(nil, form.English())}
	session := host.Session()
	s.path = defaultPath(session.Recipe.Sources, o.name, pairFormats[0], session.Data().Partial)
	s.form.Validate = func(id, value string) error {
		if id != exportPath || value == "" {
			return nil
		}
		return checkPath(host.Printer(), value, pairFormats)
	}
	s.form.SetFields(s.fields())
	s.form.SetCursor(exportWrite)
	return s
}

// Place, Crumb and Typing implement [Screen].
func (s *WriteView) Place() string { return "write" }
func (s *WriteView) Crumb() string { return say(s.host.Printer(), "write a file") }
func (s *WriteView) Typing() bool  { return s.form.Editing() }

// SetSize and Refresh implement [Screen]: what is written is what was compared
// when the form was opened.
func (s *WriteView) SetSize(w, h int) { s.w, s.h = w, h }
func (s *WriteView) Refresh()         {}

func (s *WriteView) fields() []form.Field {
	pr := s.host.Printer()
	format, _ := formatOfPath(s.path, pairFormats)
	formats := form.Field{ID: exportFormat, Label: say(pr, "format"), Kind: form.Choice, Value: format,
		Help: say(pr, "A workbook for people, CSV for other programs, or JSON with every figure.")}
	for _, f := range pairFormats {
		formats.Choices = append(formats.Choices, form.Option{ID: f, Label: f})
	}
	toggle := func(id, label string, on bool, help string) form.Field {
		return form.Field{ID: id, Label: say(pr, label), Kind: form.Toggle, Value: strconv.FormatBool(on), Changed: on, Help: say(pr, help)}
	}
	mask := toggle(exportMask, "mask persons", s.mask, "Replaces names, phones, e-mails and addresses, and hashes ids with a key that nobody keeps.")
	if !s.output.personal {
		mask.Disabled = say(pr, "This file names no customers.")
	}
	return []form.Field{formats,
		{ID: exportPath, Label: say(pr, "path"), Kind: form.Text, Extend: true, Value: s.path,
			Help: say(pr, "Enter to type another; a relative path starts from the current folder.")},
		mask,
		toggle(exportForce, "overwrite", s.force, "Replaces a file of the same name. The data's own files are never overwritten."),
		{ID: exportWrite, Label: say(pr, "write"), Kind: form.Text, Value: say(pr, "[ press Enter ]"),
			Help: say(pr, "Writes the file. Esc cancels and leaves nothing half-written.")},
	}
}

// change takes over what a key did to the form. What was said of the last file
// is of other settings then.
func (s *WriteView) change(c form.Change) {
	switch c.ID {
	case "":
		return
	case exportFormat:
		s.path = withFormat(s.path, c.Value)
		if c.Reset {
			s.path = withFormat(s.path, pairFormats[0])
		}
	case exportPath:
		if _, ok := formatOfPath(c.Value, pairFormats); c.Value != "" && !ok {
			format, _ := formatOfPath(s.path, pairFormats)
			c.Value = withFormat(c.Value, format)
		}
		if s.path = c.Value; s.path == "" {
			session := s.host.Session()
			s.path = defaultPath(session.Recipe.Sources, s.output.name, pairFormats[0], session.Data().Partial)
		}
	case exportMask:
		s.mask = c.Value == "true"
	case exportForce:
		s.force = c.Value == "true"
	}
	if s.job != nil && !s.job.running {
		s.job = nil
	}
	s.form.SetFields(s.fields())
}

// Key implements [Screen].
func (s *WriteView) Key(k term.Key) bool {
	at, editing := s.form.Cursor(), s.form.Editing()
	switch {
	case editing:
	case at == exportWrite && k.Name == "enter":
		s.tryWrite()
		return true
	case at == exportPath && k.Text != "" && strings.Contains("0123456789-.", k.Text), k.Name == "backspace" && at == exportWrite:
		return false
	case at == exportWrite && k.Text != "" && !strings.Contains("jkgG", k.Text):
		return false
	}
	c, used := s.form.Key(k)
	s.change(c)
	return used
}

// Mouse implements [Screen].
func (s *WriteView) Mouse(m term.Mouse) {
	switch m.Action {
	case term.Wheel:
		s.form.Wheel(m.DY)
	case term.Press:
		c, _ := s.form.Click(m.X, m.Y-writeHead)
		s.change(c)
	}
}

// Actions implements [Screen].
func (s *WriteView) Actions() map[string]Action {
	return map[string]Action{"write.write": {Do: s.write, Why: s.whyNot}}
}

func (s *WriteView) whyNot() string {
	if s.job != nil && s.job.running {
		return say(s.host.Printer(), "A file is being written.")
	}
	return ""
}

// tryWrite writes, or says why it cannot.
func (s *WriteView) tryWrite() {
	if why := s.whyNot(); why != "" {
		s.host.Say(why)
		return
	}
	s.write()
}

// write writes the file, outside the update loop.
func (s *WriteView) write() {
	path, err := filepath.Abs(atHome(s.path))
	job := &writeJob{path: path, running: true}
	s.job = job
	options, pr := export.Options{Force: s.force, Privacy: model.MaskPersons(s.mask)}, s.host.Printer()
	s.host.Start(Task{
		Name: "writing", Loses: writing(pr, path),
		Work: func(ctx context.Context, report func(float64)) error {
			if err != nil {
				return err
			}
			if _, err := os.Lstat(path); err == nil && !options.Force {
				return targetExists{path}
			}
			return s.output.write(ctx, path, options, func(done float64) {
				job.done.set(done)
				report(done)
			})
		},
		Done: func(err error) {
			job.running, job.trouble = false, err
			switch {
			case err == nil:
				s.host.Say(say(pr, "Written: %s", path))
			case errors.As(err, new(targetExists)):
				s.form.SetCursor(exportForce)
			case !errors.Is(err, context.Canceled):
				s.host.Warn(err.Error())
			}
		},
	})
}

// writeHead is how many lines stand above the form.
const writeHead = 2

// View implements [Screen].
func (s *WriteView) View(t *theme.Theme) []string {
	pr, w := s.host.Printer(), min(s.w, exportWidest)
	out := []string{" " + inked(t, t.Title, say(pr, "%s", s.output.title), s.w-1), ""}
	out = append(out, s.form.View(t, w, min(len(s.fields())+5, s.h-writeHead-3), true)...)
	return sized(append(out, s.status(t, w)...), s.w, s.h)
}

// status says how far the file is, or how it ended.
func (s *WriteView) status(t *theme.Theme, w int) []string {
	pr, job := s.host.Printer(), s.job
	var exists targetExists
	switch {
	case job == nil:
		return nil
	case job.running:
		return []string{" " + fitted(t, say(pr, "Writing; Esc cancels"), 22, cell.Left) + job.done.view(t, min(30, w-24))}
	case errors.Is(job.trouble, context.Canceled):
		return wrappedIn(t, t.Warn, "! "+say(pr, "Cancelled: nothing was written."), w)
	case errors.As(job.trouble, &exists):
		return wrappedIn(t, t.Warn, "! "+say(pr, "%s exists: turn on overwrite, or type another path.", exists.path), w)
	case job.trouble != nil:
		return wrappedIn(t, t.Warn, "! "+job.trouble.Error(), w)
	}
	return wrappedIn(t, t.Good, say(pr, "Written: %s", job.path), w)
}
