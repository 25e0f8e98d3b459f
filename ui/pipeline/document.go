package pipeline

import (
	"context"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/model/quality"
)

// Document returns what a file needs of the result.
func (r *Result) Document(pr *message.Printer) export.Document {
	m := export.Method{ID: r.Method.ID, Name: r.Method.Name, Summary: r.Method.Summary, Rule: r.Method.Rule, Source: r.Method.Source, Unwritten: r.Method.Unwritten}
	for _, p := range r.Method.Params {
		help := p.Help
		if !r.Params.Active(p.ID) {
			help = model.P("%s Without effect here.", p.Help)
		}
		m.Params = append(m.Params, export.Param{ID: p.ID, Label: p.Label, Help: help,
			Value: r.Params.Shown(p.ID), Default: p.Format(p.Default)})
	}
	d := export.Document{Dataset: r.Dataset, Customers: r.Customers, Segmentation: r.Segmentation,
		Recipe: r.Recipe, Method: m, Printer: pr, Effects: r.Effects, Replay: r.replay}
	if found, err := r.Alerts(context.Background()); err == nil { // kept since the report, or quick
		d.Segmentation = withAlerts(r.Segmentation, r.Dataset, found)
	}
	d.Profile = r.profile
	d.Snapshot = func() *model.Snapshot { return r.Snapshot() }
	if line := r.line; line != nil { // worked out only for a file that tells it
		d.Quality = func(ctx context.Context) (quality.Report, error) { return line.Quality(ctx, r.Recipe, nil) }
	}
	return d
}
