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
	o := &s.options
	o.privacy, o.sheets, o.values = r.Privacy, !r.Output.NoSegmentSheets, r.Output.ValuesOnly
	if len(r.Output.Formats) > 0 && slices.Contains(exportFormats[:], r.Output.Formats[0]) {
		o.format = r.Output.Formats[0]
		o.path = withFormat(o.path, o.format)
	}
}

// writing is the recipe with what the form says of files.
func (o exportOptions) writing(r model.Recipe) model.Recipe {
	return r.WithPrivacy(o.privacy).WithOutput(model.Output{Formats: []string{o.format}, NoSegmentSheets: !o.sheets, ValuesOnly: o.values})
}

// writer writes the file of a result: with the sheets of each method where its
// recipe has several.
func (s *ExportView) writer(result *pipeline.Result, d export.Document) func(ctx context.Context, path string, o export.Options, report func(float64)) error {
	line, pr := s.host.Session().Line, s.host.Printer()
	if len(result.Recipe.Choices()) < 2 {
		return func(ctx context.Context, path string, o export.Options, report func(float64)) error {
			return export.Write(ctx, path, d, o, report)
		}
	}
	return func(ctx context.Context, path string, o export.Options, report func(float64)) error {
		results, err := line.RunAll(ctx, result.Recipe, nil)
		if err != nil {
			return err
		}
		all := pipeline.Several(results, pr)
		all.Documents[0].Recipe = d.Recipe
		return export.WriteSeveral(ctx, path, all, o, report)
	}
}
