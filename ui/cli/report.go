package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
)

// report prints what the data holds and the segments of the method that suits
// it best: what the screen would show first, where there is no screen.
func (a *App) report(ctx context.Context, files []string, f dataFlags) error {
	if len(files) == 0 {
		files = []string{sampleName}
	}
	recipe, err := f.apply(model.NewRecipe(nil, f.reading))
	if err != nil {
		return err
	}
	progress := newProgress(a.progressWriter(false))
	defer progress.done()
	data, err := a.load(ctx, files, f.reading, progress.loading)
	if err != nil {
		return err
	}
	recipe.Sources = data.Sources
	line := pipeline.New(data)
	customers, _, err := line.Customers(ctx, recipe, progress.step("gathering customers"))
	if err != nil {
		return err
	}
	for _, t := range data.Tables {
		a.printer.Fprintf(a.Out, "%s: %d rows, %d columns\n", plain(t.File), t.Rows(), len(t.Columns()))
	}
	for _, m := range seg.Catalogue() {
		if len(seg.Missing(m.Spec(), customers)) > 0 {
			continue
		}
		result, err := line.Run(ctx, recipe.WithMethod(m.Spec().ID), progress.step("segmenting"))
		if err != nil {
			continue // its defaults do not suit this data; the next method may
		}
		progress.done()
		printResult(a.Out, a.printer, result)
		break
	}
	_, err = fmt.Fprintf(a.Out, "\nThis is not a terminal, so there is no screen. Without one:\n"+
		"  custseg run METHOD %s --out segments.xlsx\n  custseg methods\n", strings.Join(files, " "))
	return err
}

// sampleName is the built-in data.
const sampleName = "sample:shop"

// printResult prints a result for a reader: who was segmented, the segments,
// what to know of them.
func printResult(w io.Writer, pr *message.Printer, r *pipeline.Result) {
	c, s := r.Customers, r.Segmentation
	asOf := ""
	if c.AsOf != model.NoDay {
		asOf = " · as of " + c.AsOf.String()
	}
	window := " · all time"
	if c.Window > 0 {
		window = pr.Sprintf(" · last %d days", c.Window)
	}
	pr.Fprintf(w, "\n%s · %d customers%s%s\n\n", r.Method.Name.In(pr), c.Len(), asOf, window)
	lines := export.Summarize(c, s)
	width := cell.Width("SEGMENT")
	for _, l := range lines {
		width = max(width, cell.Width(cell.Clean(l.Name.In(pr))))
	}
	width = min(width, 40)
	head := cell.Fit("SEGMENT", width, cell.Left) + "  CUSTOMERS   SHARE"
	money := len(lines) > 0 && lines[0].HasValue
	if money {
		head += "             VALUE   SHARE"
	}
	fmt.Fprintln(w, head)
	for _, l := range lines {
		row := cell.Fit(l.Name.In(pr), width, cell.Left) + pr.Sprintf("  %9d  %5.1f%%", l.Customers, 100*l.Share)
		if money {
			row += pr.Sprintf("  %16.2f  %5.1f%%", l.Value, 100*l.ValueShare)
		}
		fmt.Fprintln(w, row)
	}
	fmt.Fprintln(w)
	for _, f := range s.Fit {
		fmt.Fprintf(w, "%s %.6g\n", f.Name, f.Value)
	}
	for _, n := range append(append([]model.Phrase(nil), c.Notes()...), s.Notes...) {
		fmt.Fprintf(w, "· %s\n", plain(n.In(pr)))
	}
	q := c.Quality()
	if q.RowsExcluded() > 0 {
		pr.Fprintf(w, "· %d of %d rows were not used\n", q.RowsExcluded(), q.RowsRead)
		for _, e := range q.Excluded {
			pr.Fprintf(w, "    %d: %s\n", len(e.Rows), e.Reason.In(pr))
		}
		for _, e := range q.Rejected[:min(len(q.Rejected), 3)] {
			pr.Fprintf(w, "    row %d: %s\n", e.Row, plain(e.Reason.In(pr)))
		}
	}
}
