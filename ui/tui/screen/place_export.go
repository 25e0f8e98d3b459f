package screen

import (
	"slices"

	"custseg/model"
	"custseg/ui/tui/store"
)

// Locate implements [Located].
func (s *ExportView) Locate(p *store.Place) {
	o := s.options
	says := o.saying(model.Recipe{})
	p.Exporting = &store.Exporting{Output: says.Output, Privacy: says.Privacy, Excluded: o.excluded, Recipe: o.recipe, Field: s.form.Cursor()}
	if o.edited {
		p.Exporting.Path = o.path
	}
	if o.excludedEdited {
		p.Exporting.ExcludedPath = o.excludedPath
	}
}

// Restore implements [Restorer]: the form says what it said, and its pointer is
// where it was.
func (s *ExportView) Restore(p store.Place) {
	s.Refresh()
	e := p.Exporting
	if e == nil {
		return
	}
	s.take(model.Recipe{}.WithPrivacy(e.Privacy).WithOutput(e.Output))
	o := &s.options
	o.recipe = e.Recipe
	if slices.Contains([]string{excludedNot, excludedToo, excludedAlone}, e.Excluded) {
		o.excluded = e.Excluded
	}
	if e.Path != "" {
		s.setPath(e.Path)
	}
	if e.ExcludedPath != "" {
		s.setExcludedPath(e.ExcludedPath)
	}
	s.settle()
	s.form.SetCursor(e.Field)
}
