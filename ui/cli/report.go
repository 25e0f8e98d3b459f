package cli

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/model/quality"
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
	for _, m := range seg.BestFirst(customers) {
		result, err := line.Run(ctx, recipe.WithMethod(m.Spec().ID), progress.step("segmenting"))
		if err != nil {
			continue // its defaults do not suit this data; the next method may
		}
		progress.done()
		printResult(a.Out, a.printer, result, nil)
		if err := printAlerts(ctx, a.Out, a.printer, result, nil); err != nil {
			return err
		}
		break
	}
	_, err = fmt.Fprintf(a.Out, "\n%s Without one:\n  custseg run METHOD %s --out segments.xlsx\n  custseg methods\n", a.noScreen(), strings.Join(files, " "))
	return err
}

// sampleName is the built-in data.
const sampleName = "sample:shop"

// printResult prints a result for a reader: who was segmented, the segments,
// what to know of them, in words that hide what the mask hides.
func printResult(w io.Writer, pr *message.Printer, r *pipeline.Result, hide *export.Mask) {
	c, s := r.Customers, r.Segmentation
	pr.Fprintf(w, "\n%s · %d customers%s\n\n", r.Method.Name.In(pr), c.Len(), scopeOf(pr, c))
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
			row += pr.Sprintf("  %16s  %6s", moneyCell(pr, l.Value), sharePart(pr, l.ValueShare))
		}
		fmt.Fprintln(w, row)
	}
	fmt.Fprintln(w)
	for _, f := range s.Fit {
		if !f.OverK() {
			fmt.Fprintf(w, "%s %s\n", f.Name, f.Text())
		}
	}
	for _, c := range s.Charts {
		if series, ok := c.(*model.Series); ok {
			printSeries(w, pr, series)
		}
	}
	for _, f := range r.Dataset.Findings {
		if f.Level == model.Warning {
			fmt.Fprintf(w, "! %s%s\n", plain(columnOf(r.Dataset, f)), plain(noticed(f, pr)))
		}
	}
	for i, n := range slices.Concat(s.Warnings, c.Notes(), s.Notes) {
		mark := "·"
		if i < len(s.Warnings)+len(c.Warnings()) { // they come first
			mark = "!"
		}
		fmt.Fprintf(w, "%s %s\n", mark, plain(hide.Phrase(n).In(pr)))
	}
	q := c.Quality()
	if q.RowsExcluded() > 0 {
		pr.Fprintf(w, "· %d of %d rows were not used\n", q.RowsExcluded(), q.RowsRead)
		for _, e := range pipeline.LeftOut(q) {
			pr.Fprintf(w, "    %d: %s\n", e.Rows, plain(hide.Phrase(e.Reason).In(pr)))
		}
		for _, e := range q.Rejected[:min(len(q.Rejected), 3)] {
			pr.Fprintf(w, "    row %d: %s\n", e.Row, plain(hide.Phrase(e.Reason).In(pr)))
		}
	}
}

// moneyCell writes money with cents, and in powers of ten where that would break
// the table.
func moneyCell(pr *message.Printer, v float64) string {
	const widest = 16
	if text := pr.Sprintf("%.2f", v); cell.Width(text) <= widest {
		return text
	}
	return model.SignificantOrNone(v, 6)
}

// scopeOf says up to which date orders count, and how far back.
func scopeOf(pr *message.Printer, c *model.Customers) string {
	switch {
	case c.AsOf == model.NoDay: // without dates there is no window either
		return ""
	case c.Window > 0:
		return pr.Sprintf(" · as of %s · last %d days", c.AsOf.String(), c.Window)
	}
	return pr.Sprintf(" · as of %s · all time", c.AsOf.String())
}

// columnOf names the column a finding is about, before what it says.
func columnOf(d *model.Dataset, f model.Finding) string {
	if f.Table < 0 || f.Column < 0 {
		return ""
	}
	return d.Tables[f.Table].Column(f.Column).Name() + ": "
}

// printAlerts warns of what was found in the data that changes what the result
// means, and says what would act on it.
func printAlerts(ctx context.Context, w io.Writer, pr *message.Printer, r *pipeline.Result, hide *export.Mask) error {
	found, err := r.Alerts(ctx)
	if err != nil {
		return err
	}
	for _, f := range found {
		name := r.Dataset.Tables[f.Table].Column(f.Column).Name()
		fmt.Fprintf(w, "! %s: %s; %s%s\n", plain(name), plain(hide.Phrase(f.Text).In(pr)), plain(hide.Phrase(f.Consequence).In(pr)), treatmentOf(f))
	}
	return nil
}

// treatmentOf names the flag that acts on a finding, nothing where none can.
func treatmentOf(f quality.Finding) string {
	for _, action := range []model.Action{model.Fill, model.Merge, model.Drop} {
		if slices.Contains(f.Actions, action) {
			return fmt.Sprintf(" (--treat %s=%s)", quoteArg(plain(f.Check+":"+f.Where)), action)
		}
	}
	return ""
}

// sharePart writes a share, nothing where there is none.
func sharePart(pr *message.Printer, v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return pr.Sprintf("%.1f%%", 100*v)
}

// printSeries prints quality against a setting as a small table, the setting in
// force marked.
func printSeries(w io.Writer, pr *message.Printer, s *model.Series) {
	fmt.Fprintf(w, "\n%s\n", s.Title.In(pr))
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(tab, "%s\t", s.XTitle.In(pr))
	for _, l := range s.Lines {
		fmt.Fprintf(tab, "%s\t", l.Name.In(pr))
	}
	fmt.Fprintln(tab)
	for i, x := range s.X {
		mark := ""
		if x == s.Chosen {
			mark = "* "
		}
		fmt.Fprintf(tab, "%s%g\t", mark, x)
		for _, l := range s.Lines {
			fmt.Fprintf(tab, "%s\t", model.SignificantOrNone(l.Y[i], 5))
		}
		fmt.Fprintln(tab)
	}
	tab.Flush()
	fmt.Fprintln(w)
}
