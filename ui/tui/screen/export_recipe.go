package screen

import (
	"context"
	"slices"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/pipeline"
)

// follow takes over what a recipe says of files, when it is another than the one
// last followed: what was set on the form since then stays otherwise.
func (s *ExportView) follow(r model.Recipe) {
	if r.Privacy.Equal(s.followed.Privacy) && r.Output.Equal(s.followed.Output) {
		return
	}
	s.followed = r
	s.take(r)
}

// take takes over what a recipe says of files.
func (s *ExportView) take(r model.Recipe) {
	o := &s.options
	o.privacy, o.sheets, o.values, o.bom = r.Privacy, !r.Output.NoSegmentSheets, r.Output.ValuesOnly, r.Output.BOM
	if slices.Contains(export.Dialects(), export.Dialect(r.Output.Dialect)) {
		o.dialect = r.Output.Dialect
	}
	if len(r.Output.Formats) > 0 && slices.Contains(exportFormats[:], r.Output.Formats[0]) {
		o.format = r.Output.Formats[0]
		o.path = withFormat(o.path, o.format)
	}
}

// saying is the recipe with what the form says of files.
func (o exportOptions) saying(r model.Recipe) model.Recipe {
	out := model.Output{Formats: []string{o.format}, NoSegmentSheets: !o.sheets, ValuesOnly: o.values, BOM: o.bom}
	if o.format == "sql" {
		out.Dialect = o.dialect
	}
	return r.WithPrivacy(o.privacy).WithOutput(out)
}

// writer writes the file of a result: with the sheets of each method where its
// recipe has several.
func (s *ExportView) writer(d export.Document) func(ctx context.Context, path string, o export.Options, report func(float64)) error {
	line, pr := s.host.Session().Line, s.host.Printer()
	if len(d.Recipe.Choices()) < 2 {
		return func(ctx context.Context, path string, o export.Options, report func(float64)) error {
			return export.Write(ctx, path, d, o, report)
		}
	}
	return func(ctx context.Context, path string, o export.Options, report func(float64)) error {
		results, err := line.RunAll(ctx, d.Recipe, nil)
		if err != nil {
			return err
		}
		all := pipeline.Several(results, pr)
		all.Documents[0].Recipe = d.Recipe
		return export.WriteSeveral(ctx, path, all, o, report)
	}
}
