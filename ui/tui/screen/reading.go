package screen

import (
	"errors"
	"slices"
	"strconv"

	"custseg/model"
	"custseg/ui/tui/form"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// ReadingView says how the files that are open are read, and changes it: the
// settings, and the first rows as they would come out.
type ReadingView struct {
	host   Host
	draft  model.Reading
	form   *form.Form
	first  preview
	sheets []string // of the workbooks, as far as they were seen
	pane   bool     // the first rows have the focus
	w, h   int
}

// The fields of the form.
const (
	readEncoding  = "encoding"
	readDelimiter = "delimiter"
	readNoHeader  = "no header"
	readHeader    = "header"
	readDates     = "dates"
	readDecimal   = "decimal"
	readSheet     = "sheet"
	readRows      = "rows"
	readApply     = "apply"
)

// What a setting is called that is left to custseg, and that takes everything.
const (
	asFound = "as found"
	allRows = "all"
)

// NewReadingView makes the screen with what is in force. The first rows are
// asked for at Refresh.
func NewReadingView(host Host) *ReadingView {
	s := &ReadingView{host: host, draft: host.Session().Recipe.Reading, first: preview{host: host}}
	s.seeSheets(host.Session().Data())
	s.form = form.New(nil, form.English())
	s.form.Validate = s.validate
	s.form.SetFields(s.fields())
	if text, _ := s.holds(); !text {
		s.Select(readNoHeader) // what is before it is of text files
	}
	return s
}

// Select puts the pointer on a field.
func (s *ReadingView) Select(field string) { s.form.SetCursor(field) }

// Place, Crumb and Typing implement [Screen].
func (s *ReadingView) Place() string { return "reading" }
func (s *ReadingView) Crumb() string { return say(s.host.Printer(), "How the files are read") }
func (s *ReadingView) Typing() bool  { return s.form.Editing() }

// Refresh implements [Screen].
func (s *ReadingView) Refresh() {
	if s.host.Session().IsOpen() {
		s.look()
	}
}

// look asks for the first rows as the draft has them read.
func (s *ReadingView) look() {
	draft := s.draft
	s.host.Preview(s.host.Session().Files, draft, func(d *model.Dataset, err error) {
		if draft != s.draft {
			return
		}
		s.first.take(d, err)
		if err == nil && draft.Sheet == "" {
			s.seeSheets(d)
			s.form.SetFields(s.fields())
		}
	})
}

// seeSheets remembers the sheets that data came from.
func (s *ReadingView) seeSheets(d *model.Dataset) {
	see := func(sheet string) {
		if sheet != "" && !slices.Contains(s.sheets, sheet) {
			s.sheets = append(s.sheets, sheet)
		}
	}
	for _, t := range d.Tables {
		for _, o := range t.Origins {
			see(o.Sheet)
		}
		if t.Origins == nil && isWorkbook(d, t.File) {
			see(t.Name)
		}
	}
	for _, source := range d.Sources {
		see(source.Sheet)
	}
}

// isWorkbook reports whether a file that was read is a workbook: only text has
// an encoding.
func isWorkbook(d *model.Dataset, file string) bool {
	return slices.ContainsFunc(d.Sources, func(o model.Source) bool { return o.Path == file && o.Encoding == "" })
}

// apply reads the files again as the draft says.
func (s *ReadingView) apply() { s.host.Reread(s.draft, s.change()) }

// whyNot says why there is nothing to read again.
func (s *ReadingView) whyNot() string {
	now, draft := s.host.Session().Recipe.Reading, s.draft
	if now.Header == 0 && !now.NoHeader && draft.Header > 0 && draft.Header == s.headerRow() {
		draft.Header = 0 // the row that was found
	}
	if draft == now {
		return say(s.host.Printer(), "Nothing is changed: the files are read so already.")
	}
	return ""
}

// change names what the draft changes, for undo.
func (s *ReadingView) change() string {
	pr := s.host.Printer()
	was, now := readingValues(s.host.Session().Recipe.Reading), readingValues(s.draft)
	var changed []string
	for _, id := range []string{readEncoding, readDelimiter, readNoHeader, readHeader, readDates, readDecimal, readSheet, readRows} {
		if was[id] != now[id] {
			changed = append(changed, id)
		}
	}
	if len(changed) == 1 && changed[0] != readNoHeader {
		return say(pr, "%s %s", changed[0], now[changed[0]])
	}
	return say(pr, "another reading of the files")
}

// set takes over what a key did to the form.
func (s *ReadingView) set(c form.Change) {
	if c.ID == "" {
		return
	}
	before, value := s.draft, c.Value
	if c.Reset {
		value = ""
	}
	s.draft = withValue(s.draft, c.ID, value)
	if s.draft != before {
		s.look()
	}
	s.form.SetFields(s.fields())
}

// withValue returns a reading with one field of the form set. What is no number
// where one is wanted leaves the choice to custseg.
func withValue(r model.Reading, id, value string) model.Reading {
	n, _ := strconv.Atoi(value)
	if value == asFound {
		value = ""
	}
	switch id {
	case readEncoding:
		r.Encoding = value
	case readDelimiter:
		r.Delimiter = value
	case readNoHeader:
		r.NoHeader = value == "true"
		if r.NoHeader {
			r.Header = 0
		}
	case readHeader:
		r.Header = n
	case readDates:
		r.Dates = model.DateOrder(value)
	case readDecimal:
		r.Decimal = value
	case readSheet:
		r.Sheet = value
	case readRows:
		r.Rows = n
	}
	return r
}

// readingValues are a reading's settings as the form's fields hold them.
func readingValues(r model.Reading) map[string]string {
	number := func(n int, none string) string {
		if n == 0 {
			return none
		}
		return strconv.Itoa(n)
	}
	return map[string]string{
		readEncoding: r.Encoding, readDelimiter: r.Delimiter, readNoHeader: strconv.FormatBool(r.NoHeader), readHeader: number(r.Header, asFound),
		readDates: string(r.Dates), readDecimal: r.Decimal, readSheet: r.Sheet, readRows: number(r.Rows, allRows),
	}
}

// validate says what is wrong with a value as typed.
func (s *ReadingView) validate(id, value string) error {
	pr := s.host.Printer()
	if id != readHeader && id != readRows || value == asFound || value == allRows || value == "" {
		return nil
	}
	if n, err := strconv.Atoi(value); err != nil || n < 1 {
		return errors.New(say(pr, "write a number of 1 or more"))
	}
	return nil
}

// Key implements [Screen].
func (s *ReadingView) Key(k term.Key) bool {
	switch {
	case s.pane:
		return s.first.key(k.Name)
	case s.form.Editing():
	case s.form.Cursor() == readApply && k.Name == "enter":
		s.tryApply()
		return true
	case s.form.Cursor() == readApply && k.Text != "" && k.Name != "k" && k.Name != "j" && k.Name != "g" && k.Name != "G":
		return false
	}
	c, used := s.form.Key(k)
	s.set(c)
	return used
}

// tryApply applies, or says why there is nothing to apply.
func (s *ReadingView) tryApply() {
	if why := s.whyNot(); why != "" {
		s.host.Say(why)
		return
	}
	s.apply()
}

// Actions implements [Screen].
func (s *ReadingView) Actions() map[string]Action {
	return map[string]Action{
		"reading.apply": {Do: s.apply, Why: s.whyNot},
		"reading.pane":  {Do: func() { s.pane = !s.pane }},
		"reading.table": {Do: s.first.next, Why: s.first.whyNoNext},
	}
}

// readingLayout is where the form and the first rows are. The line above the
// first rows, title, has their title.
type readingLayout struct{ form, title, first area }

// readingWide is the width from which the first rows stand beside the form.
const readingWide = 104

func (s *ReadingView) layout() readingLayout {
	if s.w >= readingWide {
		f := max(46, s.w*3/10)
		x := f + 1
		return readingLayout{area{0, 0, f, s.h}, area{x, 0, s.w - x, 1}, area{x, 1, s.w - x, s.h - 1}}
	}
	const help = 4
	y := min(len(s.fields())+help, s.h-5)
	return readingLayout{area{0, 0, s.w, y}, area{0, y, s.w, 1}, area{0, y + 1, s.w, s.h - y - 1}}
}

// SetSize implements [Screen].
func (s *ReadingView) SetSize(w, h int) {
	s.w, s.h = w, h
	a := s.layout().first
	s.first.setSize(a.w, a.h)
}

// View implements [Screen].
func (s *ReadingView) View(t *theme.Theme) []string {
	l := s.layout()
	left := s.form.View(t, l.form.w, l.form.h, !s.pane)
	right := append([]string{previewTitle(t, s.first.title(t), s.pane, l.title.w)}, s.first.view(t, s.pane)...)
	if l.title.x > 0 {
		return sized(beside(t, sized(left, l.form.w, s.h), right), s.w, s.h)
	}
	return sized(append(left, right...), s.w, s.h)
}

// Mouse implements [Screen].
func (s *ReadingView) Mouse(m term.Mouse) {
	l := s.layout()
	switch {
	case l.first.has(m.X, m.Y) && m.Action == term.Wheel:
		s.first.wheel(m.DY * term.WheelRows)
	case m.Action == term.Press && !l.form.has(m.X, m.Y):
		s.pane = true
	case l.form.has(m.X, m.Y) && m.Action == term.Wheel:
		s.form.Wheel(m.DY)
	case m.Action == term.Press:
		s.pane = false
		before := s.form.Cursor()
		c, hit := s.form.Click(m.X, m.Y)
		s.set(c)
		if hit && before == readApply && s.form.Cursor() == readApply {
			s.tryApply()
		}
	}
}
