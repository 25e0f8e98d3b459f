package screen

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

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
	w, h     int
}

// exportOptions are what the form sets.
type exportOptions struct {
	format  string
	path    string // as typed; from the data and the method until edited
	edited  bool
	sheets  bool // one for each segment
	values  bool // no formulas, as the recipe says
	privacy model.Privacy
	force   bool // overwrite
	recipe  bool // write the recipe beside the file

	excluded       string // what is done about rows left out
	excludedPath   string // of them, made up until edited
	excludedEdited bool
}

// The ids of the form's fields.
const (
	exportFormat       = "format"
	exportPath         = "path"
	exportSheets       = "sheets"
	exportMask         = "mask"
	exportForce        = "force"
	exportExcluded     = "excluded"
	exportExcludedPath = "excluded path"
	exportRecipe       = "recipe"
	exportWrite        = "write"
)

// plainExport are the options to begin with.
func plainExport() exportOptions {
	return exportOptions{format: exportFormats[0], sheets: true, excluded: excludedNot}
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
	}
	s.form.SetFields(s.fields())
}

func (s *ExportView) fields() []form.Field {
	o, plain, pr := s.options, plainExport(), s.host.Printer()
	toggle := func(id, label string, on, usual bool, help string) form.Field {
		return form.Field{ID: id, Label: say(pr, label), Kind: form.Toggle, Value: strconv.FormatBool(on), Changed: on != usual, Help: say(pr, help)}
	}
	format := form.Field{ID: exportFormat, Label: say(pr, "format"), Kind: form.Choice, Value: o.format, Changed: o.format != plain.format,
		Help: say(pr, "A workbook for people, CSV with a row per customer, or JSON with the segments for programs.")}
	for _, f := range exportFormats {
		format.Choices = append(format.Choices, form.Option{ID: f, Label: f})
	}
	sheets := toggle(exportSheets, "segment sheets", o.sheets, plain.sheets, "Beside the sheet of all customers, one for each segment.")
	if o.format != "xlsx" {
		sheets.Disabled = say(pr, "Only a workbook has sheets: choose the format xlsx.")
	}
	fields := []form.Field{
		format,
		{ID: exportPath, Label: say(pr, "path"), Kind: form.Text, Extend: true, Value: o.path, Changed: o.edited,
			Help: say(pr, "Enter to type another; a relative path starts from the current folder.")},
		sheets,
		toggle(exportMask, "mask persons", o.privacy.Masks(), false, "Replaces names, phones, e-mails and addresses, and hashes ids with a key that nobody keeps."),
	}
	fields = append(fields, s.excludedFields()...)
	return append(fields,
		toggle(exportForce, "overwrite", o.force, plain.force, "Replaces a file of the same name. The data's own files are never overwritten."),
		toggle(exportRecipe, "save recipe", o.recipe, plain.recipe, "Beside it a file that repeats this analysis: custseg run --recipe."),
		form.Field{ID: exportWrite, Label: say(pr, "write"), Kind: form.Text, Value: say(pr, "[ press Enter ]"), Disabled: s.whyNot(),
			Help: say(pr, "Writes the file. Esc cancels and leaves nothing half-written.")})
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
	return checkPath(s.host.Printer(), value)
}

// change takes over what a key did to the form.
func (s *ExportView) change(c form.Change) {
	o, plain := &s.options, plainExport()
	on := c.Value == "true"
	switch c.ID {
	case "":
		return
	case exportFormat:
		o.format = c.Value
		if c.Reset {
			o.format = plain.format
		}
		o.path = withFormat(o.path, o.format)
	case exportPath:
		s.setPath(c.Value)
	case exportSheets:
		o.sheets = on || c.Reset && plain.sheets
	case exportMask:
		o.privacy = model.MaskPersons(on)
	case exportExcluded:
		o.excluded = c.Value
		if c.Reset {
			o.excluded = plain.excluded
		}
	case exportExcludedPath:
		s.setExcludedPath(c.Value)
	case exportForce:
		o.force = on
	case exportRecipe:
		o.recipe = on
	}
	if s.job != nil && !s.job.running {
		s.job = nil // what it says is of other options
	}
	s.settle()
}

// setPath takes a path as typed, nothing for the one made up. Its ending says
// the format, or else gets the one that the format has.
func (s *ExportView) setPath(path string) {
	o := &s.options
	o.edited = path != ""
	if !o.edited {
		return
	}
	if format, ok := formatOfPath(path); ok {
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
	return map[string]Action{"export.write": {Do: s.write, Why: s.whyNot}}
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
