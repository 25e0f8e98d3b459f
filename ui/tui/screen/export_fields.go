package screen

import (
	"strconv"

	"custseg/io/export"
	"custseg/ui/tui/form"
)

// The ids of the form's fields.
const (
	exportFormat       = "format"
	exportPath         = "path"
	exportMethods      = "methods"
	exportSheets       = "sheets"
	exportValues       = "values"
	exportBOM          = "bom"
	exportDialect      = "dialect"
	exportMask         = "mask" // of a comparison
	exportPersonsField = "persons"
	exportColumn       = "column " // and the header of a column
	exportLeftOut      = "left out"
	exportMaskedToo    = "masked too"
	exportForce        = "force"
	exportExcluded     = "excluded"
	exportExcludedPath = "excluded path"
	exportRecipe       = "recipe"
	exportWrite        = "write"
)

// fields are those of the form: the file and its format, what that format lets one
// choose, persons, and what is written beside it.
func (s *ExportView) fields() []form.Field {
	o, plain, pr := s.options, plainExport(), s.host.Printer()
	format := form.Field{ID: exportFormat, Label: say(pr, "format"), Kind: form.Choice, Value: o.format, Changed: o.format != plain.format,
		Help: say(pr, "A workbook for people, CSV with a row per customer, JSON for programs, Markdown for a report, SQL for a database.")}
	for _, f := range exportFormats {
		format.Choices = append(format.Choices, form.Option{ID: f, Label: f})
	}
	fields := []form.Field{
		format,
		{ID: exportPath, Label: say(pr, "path"), Kind: form.Text, Extend: true, Value: o.path, Changed: o.edited,
			Help: say(pr, "Enter to type another; a relative path starts from the current folder.")},
	}
	fields = append(fields, s.methodFields()...)
	fields = append(fields, s.formatFields()...)
	fields = append(fields, s.personFields()...)
	fields = append(fields, s.excludedFields()...)
	return append(fields,
		s.toggle(exportForce, "overwrite", o.force, plain.force, "Replaces a file of the same name. The data's own files are never overwritten."),
		s.toggle(exportRecipe, "save recipe", o.recipe, plain.recipe, "Beside it a file that repeats this analysis: custseg run --recipe."),
		form.Field{ID: exportWrite, Label: say(pr, "write"), Kind: form.Text, Value: say(pr, "[ press Enter ]"), Disabled: s.whyNot(),
			Help: say(pr, "Writes the file. Esc cancels and leaves nothing half-written.")})
}

// toggle makes a field that is on or off.
func (s *ExportView) toggle(id, label string, on, usual bool, help string) form.Field {
	pr := s.host.Printer()
	return form.Field{ID: id, Label: say(pr, label), Kind: form.Toggle, Value: strconv.FormatBool(on), Changed: on != usual, Help: say(pr, help)}
}

// formatFields are the fields of one format alone.
func (s *ExportView) formatFields() []form.Field {
	o, plain, pr := s.options, plainExport(), s.host.Printer()
	switch o.format {
	case "xlsx":
		return []form.Field{
			s.toggle(exportSheets, "segment sheets", o.sheets, plain.sheets, "Beside the sheet of all customers, one for each segment."),
			s.toggle(exportValues, "values only", o.values, plain.values, "Numbers in the Summary in place of formulas, which follow a segment that is changed on the sheet of customers."),
		}
	case "csv":
		return []form.Field{s.toggle(exportBOM, "byte order mark", o.bom, plain.bom, "Begins the file with the mark by which Excel knows it for UTF-8: without it Chinese and accents may not show.")}
	case "sql":
		f := form.Field{ID: exportDialect, Label: say(pr, "dialect"), Kind: form.Choice, Value: o.dialect, Changed: o.dialect != plain.dialect,
			Help: say(pr, "The database that the query is for.")}
		for _, d := range export.Dialects() {
			f.Choices = append(f.Choices, form.Option{ID: string(d), Label: string(d)})
		}
		return []form.Field{f}
	}
	return nil
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
	case exportMethods:
		s.setMethods(form.Split(c.Value))
	case exportSheets:
		o.sheets = on || c.Reset && plain.sheets
	case exportValues:
		o.values = on
	case exportBOM:
		o.bom = on
	case exportDialect:
		o.dialect = c.Value
		if c.Reset {
			o.dialect = plain.dialect
		}
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
	default:
		s.setPrivacy(c)
	}
	if s.job != nil && !s.job.running {
		s.job = nil // what it says is of other options
	}
	s.settle()
}
