package pipeline

import (
	"context"
	"fmt"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
)

// RunAll carries out every method of a recipe on the same customers, the first
// method first. The first result's recipe is the whole, those of the others have
// their method alone.
func (p *Pipeline) RunAll(ctx context.Context, r model.Recipe, report func(float64)) ([]*Result, error) {
	if report == nil {
		report = func(float64) {}
	}
	choices := r.Choices()
	if len(choices) < 2 {
		one, err := p.Run(ctx, r, report)
		return []*Result{one}, err
	}
	var out []*Result
	for i, c := range choices {
		of := r
		if i > 0 {
			of = r.Only(c)
		}
		one, err := p.Run(ctx, of, func(done float64) { report((float64(i) + done) / float64(len(choices))) })
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.Method, err)
		}
		out = append(out, one)
	}
	return out, nil
}

// Several returns what a file of several results of the same customers needs.
func Several(results []*Result, pr *message.Printer) export.Several {
	var out export.Several
	for i, r := range results {
		d := r.Document(pr)
		if i == 0 {
			d.Snapshot = func() *model.Snapshot { return r.Snapshot(results[1:]...) }
		} else {
			out.Against = append(out.Against, Compare(results[0], r).Document(pr))
		}
		out.Documents, out.Names = append(out.Documents, d), append(out.Names, r.Title())
	}
	return out
}
