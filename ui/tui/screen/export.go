package screen

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/form"
	"custseg/ui/tui/term"
)

// ExportView is the step Export: how the file is written, what is in it, and
// how far it is.
type ExportView struct {
	host    Host
	options exportOptions
	form    *form.Form
	folder  string // where a relative path leads

	followed model.Recipe // of which the form took over what it says of files

	result   *pipeline.Result // what contents is about
	contents *exportContents  // nil without a result
	job      *exportJob       // what was last written, nil for nothing yet
	before   suggested        // in place of the form while no method is chosen
	persons  exportPersons    // which columns name persons
	noSQL    exportNoSQL      // why there is no query
	w, h     int
}

// exportOptions are what the form sets.
type exportOptions struct {
	format  string
	path    string // as typed; from the data and the method until edited
	edited  bool
	sheets  bool   // one for each segment
	values  bool   // no formulas
	bom     bool   // a byte order mark at the beginning of a CSV
	dialect string // of SQL
	privacy model.Privacy
	force   bool // overwrite
	recipe  bool // write the recipe beside the file

	excluded       string // what is done about rows left out
	excludedPath   string // of them, made up until edited
	excludedEdited bool
}

// plainExport are the options to begin with.
func plainExport() exportOptions {
	return exportOptions{format: exportFormats[0], sheets: true, dialect: string(export.DuckDB), excluded: excludedNot}
}

// writing are the options as io/export takes them.
func (o exportOptions) writing() export.Options {
	return export.Options{Force: o.force, Privacy: o.privacy, SegmentSheets: o.sheets, ValuesOnly: o.values, BOM: o.bom, Dialect: export.Dialect(o.dialect)}
}

// NewExport makes the screen.
func NewExport(host Host) *ExportView {
	s := &ExportView{host: host, options: plainExport(), before: suggested{host: host}}
	s.folder, _ = os.Getwd() // without one, paths are shown as they were typed
	s.form = form.New(nil, form.English())
	s.form.Validate = s.validate
	s.Refresh()
	return s
}

// Place and Crumb implement [Screen].
func (s *ExportView) Place() string { return "export" }
func (s *ExportView) Crumb() string { return "Export" }

// Typing implements [Screen].
func (s *ExportView) Typing() bool { return s.form.Editing() }

// SetSize implements [Screen].
func (s *ExportView) SetSize(w, h int) { s.w, s.h = w, h }

// Refresh implements [Screen]. What was said of the last file holds no longer
// once the result is another, unless it is still being written.
func (s *ExportView) Refresh() {
	session := s.host.Session()
	if r := session.Result; r != nil && (s.result == nil || s.result.Segmentation != r.Segmentation) {
		if s.result != nil && s.job != nil && !s.job.running {
			s.job = nil
		}
	}
	s.result = session.Result
	s.follow(session.Recipe)
	s.settle()
}

// settle brings path, contents and form up to date with options and result.
func (s *ExportView) settle() {
	session, pr := s.host.Session(), s.host.Printer()
	if !s.options.edited && session.IsOpen() {
		s.options.path = defaultPath(session.Recipe.Sources, session.Recipe.Method, s.options.format, session.Data().Partial)
	}
	if !s.options.excludedEdited {
		s.options.excludedPath = excludedPath(s.options.path)
	}
	s.contents = nil
	if s.result != nil {
		s.contents = contentsOf(pr, s.result, compareNames(pr, s.result), s.options.sheets)
		s.contents.disclose(s.disclosed())
		s.contents.methods = s.methodTitles()
	}
	s.form.SetFields(s.fields())
}

// validate says what is wrong with a value as typed.
func (s *ExportView) validate(id, value string) error {
	switch {
	case value == "":
		return nil
	case id == exportExcludedPath:
		return s.validateExcluded(value)
	case id != exportPath:
		return nil
	}
	return checkPath(s.host.Printer(), value, exportFormats[:])
}

// setPath takes a path as typed, nothing for the one made up. Its ending says
// the format, or else gets the one that the format has.
func (s *ExportView) setPath(path string) {
	o := &s.options
	o.edited = path != ""
	if !o.edited {
		return
	}
	if format, ok := formatOfPath(path, exportFormats[:]); ok {
		o.path, o.format = path, format
	} else {
		o.path = withFormat(path, o.format)
	}
}

// Key implements [Screen].
func (s *ExportView) Key(k term.Key) bool {
	if s.before.shown() {
		return s.before.key(k.Name)
	}
	at := s.form.Cursor()
	switch {
	case k.Name == "ctrl+s" && s.form.Editing():
		if s.keyForm(term.KeyOf("enter")); !s.form.Editing() {
			s.tryWrite()
		}
		return true
	case s.form.Editing():
	case k.Name == "esc" && s.job != nil && !s.job.running:
		s.job = nil // an Esc meant to cancel must not leave when the file was faster
		return true
	case at == exportWrite && k.Name == "enter":
		s.tryWrite()
		return true
	case at == exportWrite && !slices.Contains([]string{"up", "down", "k", "j", "g", "G", "home", "end"}, k.Name):
		return false
	case (at == exportPath || at == exportExcludedPath) && k.Text != "" && strings.Contains("0123456789-.", k.Text):
		return false // the steps' keys; a path is typed after Enter
	}
	return s.keyForm(k)
}

func (s *ExportView) keyForm(k term.Key) bool {
	c, used := s.form.Key(k)
	s.change(c)
	return used
}

// Mouse implements [Screen]. A second click on the last field writes.
func (s *ExportView) Mouse(m term.Mouse) {
	if s.before.shown() {
		s.before.mouse(m)
		return
	}
	if m.X >= s.formWidth() {
		return
	}
	switch m.Action {
	case term.Wheel:
		s.form.Wheel(m.DY)
	case term.Press:
		before := s.form.Cursor()
		c, hit := s.form.Click(m.X, m.Y)
		s.change(c)
		if hit && before == exportWrite && s.form.Cursor() == exportWrite {
			s.tryWrite()
		}
	}
}

// Actions implements [Screen].
func (s *ExportView) Actions() map[string]Action {
	return map[string]Action{
		"export.write": {Do: s.write, Why: s.whyNot},
		"export.keep":  {Do: s.keepMethod, Why: s.whyNoMethod},
	}
}

// tryWrite writes, or says why it cannot.
func (s *ExportView) tryWrite() {
	if why := s.whyNot(); why != "" {
		s.host.Say(why)
		return
	}
	s.write()
}

// whyNot says why nothing can be written now.
func (s *ExportView) whyNot() string {
	session, pr := s.host.Session(), s.host.Printer()
	switch {
	case session.Result == nil && session.Recipe.Method == "":
		return say(pr, "There are no segments yet: choose a method first (3).")
	case session.Failed != nil:
		return say(pr, "The method cannot run as it is set: mend it under Segments (4), or undo with u.")
	case session.Result == nil || !session.Result.Recipe.SameResult(session.Recipe):
		return say(pr, "The segments are still being computed.")
	case s.job != nil && s.job.running:
		return say(pr, "A file is being written.")
	case s.options.format == "sql" && s.excludedWanted() != excludedAlone:
		return s.whyNoSQL()
	}
	return ""
}

// target is where the file goes, as shown.
func (s *ExportView) target() string {
	path := atHome(s.options.path)
	if !filepath.IsAbs(path) && s.folder != "" {
		path = filepath.Join(s.folder, path)
	}
	return cell.Clean(path)
}
