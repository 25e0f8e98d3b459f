package screen

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/form"
	"custseg/ui/tui/theme"
)

// What is done about the rows that were left out.
const (
	excludedNot   = "no"
	excludedToo   = "too"
	excludedAlone = "alone"
)

// exportReason is why rows, or records, were left out, and how many.
type exportReason struct {
	rows   int
	reason string
}

// reasonsOf lists why rows were left out, in the reader's language.
func reasonsOf(pr *message.Printer, d *model.Dataset, q model.Quality) (reasons []exportReason, rows int) {
	for _, e := range q.Excluded {
		reason := cell.Clean(e.Reason.In(pr))
		if len(d.Tables) > 1 {
			reason = say(pr, "%s (%s)", reason, d.Tables[e.Table].Name)
		}
		reasons, rows = append(reasons, exportReason{len(e.Rows), reason}), rows+len(e.Rows)
	}
	if n := len(q.Rejected); n > 0 {
		reasons, rows = append(reasons, exportReason{n, say(pr, "records that could not become rows")}), rows+n
	}
	return reasons, rows
}

// excludedPath names the file of rows left out after that of the result.
func excludedPath(path string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + "-excluded.csv"
}

// excludedWanted is what is done about the rows left out: nothing when there are
// none.
func (s *ExportView) excludedWanted() string {
	if s.contents == nil || s.contents.excluded == 0 {
		return excludedNot
	}
	return s.options.excluded
}

// leftOut counts the rows left out, also before there are segments.
func (s *ExportView) leftOut() int {
	if s.contents != nil {
		return s.contents.excluded
	}
	session := s.host.Session()
	if session.Customers == nil {
		return 0
	}
	_, n := reasonsOf(s.host.Printer(), session.Data(), session.Customers.Quality())
	return n
}

// isPartial reports whether rows of the files are unread.
func (s *ExportView) isPartial() bool {
	d := s.host.Session().Data()
	return d != nil && d.Partial
}

// excludedFields are the fields about the rows left out.
func (s *ExportView) excludedFields() []form.Field {
	o, pr, rows := s.options, s.host.Printer(), s.leftOut()
	choice := form.Field{ID: exportExcluded, Label: say(pr, "excluded rows"), Kind: form.Choice, Value: o.excluded, Changed: o.excluded != excludedNot,
		Help:    say(pr, "%d rows were left out. Writes each with its file, row, reason and values, with the file or alone.", rows),
		Choices: []form.Option{{ID: excludedNot, Label: say(pr, "no")}, {ID: excludedToo, Label: say(pr, "with the file")}, {ID: excludedAlone, Label: say(pr, "alone")}}}
	path := form.Field{ID: exportExcludedPath, Label: say(pr, "their path"), Kind: form.Text, Extend: true, Value: o.excludedPath, Changed: o.excludedEdited,
		Help: say(pr, "Where the excluded rows go: .csv or .xlsx. Enter to type another.")}
	if s.isPartial() {
		choice.Help += " " + say(pr, "The unread rest is not among them.")
	}
	switch {
	case rows == 0 && s.isPartial():
		choice.Disabled = say(pr, "Of the first %d rows none was left out; the rest is unread.", s.host.Session().Data().Taken)
		path.Disabled = choice.Disabled
	case rows == 0:
		choice.Disabled = say(pr, "No row was left out.")
		path.Disabled = choice.Disabled
	case o.excluded == excludedNot:
		path.Disabled = say(pr, "Excluded rows are not written: choose so above.")
	}
	return []form.Field{choice, path}
}

// validateExcluded says what is wrong with the path of excluded rows as typed.
func (s *ExportView) validateExcluded(value string) error {
	switch strings.ToLower(filepath.Ext(value)) {
	case "", ".csv", ".xlsx":
		return nil
	}
	return errors.New(say(s.host.Printer(), "end it in .csv or .xlsx"))
}

// setExcludedPath takes a path as typed, nothing for the one made up.
func (s *ExportView) setExcludedPath(path string) {
	s.options.excludedEdited = path != ""
	if path != "" && filepath.Ext(path) == "" {
		path += ".csv"
	}
	s.options.excludedPath = path
}

// excludedPromise says what the file of rows left out will hold.
func (s *ExportView) excludedPromise(t *theme.Theme, w int) []string {
	c, pr := s.contents, s.host.Printer()
	var out []string
	line := func(ink theme.Ink, text string) {
		for _, l := range wrapped(text, w-2) {
			out = append(out, " "+inked(t, ink, l, w-1))
		}
	}
	name := filepath.Base(atHome(s.options.excludedPath))
	switch s.excludedWanted() {
	case excludedToo:
		line(t.Plain, say(pr, "%s: %d rows left out, each with its reason.", name, c.excluded))
	case excludedAlone:
		line(t.Header, name)
		line(t.Faint, say(pr, "alone: the segments are not written"))
		out = append(out, "")
		if s.isPartial() {
			line(t.Warn, "! "+say(pr, "Of the first %d rows alone: the rest is unread.", s.host.Session().Data().Taken))
		}
		line(t.Plain, say(pr, "%d rows left out, each with its file, row, reason and values:", c.excluded))
		for _, r := range c.left {
			line(t.Plain, say(pr, "%s: %s", chart.Count(r.rows), r.reason))
		}
		if !s.options.privacy.Hides() {
			out = append(out, "")
			line(t.Warn, "! "+say(pr, "The values are as they were read, personal ones too. Persons, above, hides them."))
		}
	}
	return out
}

// writeExcluded writes the rows left out and returns how many there are.
func writeExcluded(ctx context.Context, path string, d export.Document, o exportOptions) (int, error) {
	return export.Excluded(ctx, path, d, o.writing())
}
