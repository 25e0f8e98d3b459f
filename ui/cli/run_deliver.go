package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/model/parallel"
	"custseg/ui/pipeline"
)

// deliver writes what was asked for: files, the recipe, JSON or a report.
func (a *App) deliver(ctx context.Context, f runFlags, results []*pipeline.Result, progress *progress) error {
	first := results[0]
	document := first.Document(a.printer)
	o := a.maskOptions(f.maskFlags, first.Recipe.Privacy)
	written := first.Recipe.Output
	o.Force, o.Dialect, o.BOM = f.force, export.Dialect(written.Dialect), written.BOM
	o.SegmentSheets, o.ValuesOnly = !written.NoSegmentSheets, written.ValuesOnly
	if _, err := parallel.Stoppable(ctx, func() (bool, error) { return true, f.checkOutputs(document, o) }); err != nil {
		return err
	}
	write := func(path string) error { return export.Write(ctx, path, document, o, progress.step("writing "+path)) }
	print := func() error { return export.JSON(a.Out, document, o) }
	if len(results) > 1 {
		several := pipeline.Several(results, a.printer)
		write = func(path string) error {
			return export.WriteSeveral(ctx, path, several, o, progress.step("writing "+path))
		}
		print = func() error { return export.SeveralJSON(a.Out, several, o) }
	}
	for _, path := range f.out {
		if err := write(path); err != nil {
			return err
		}
	}
	f.tellPartial(a.Err, first.Dataset)
	files, err := f.writeBeside(ctx, document, results, o)
	if err != nil {
		return err
	}
	progress.done()
	switch {
	case f.json:
		return print()
	case f.quiet:
		return nil
	}
	return a.tell(ctx, results, files, document, o)
}

// writeBeside writes the recipe and the rows that were left out, and returns the
// paths of all files of the run.
func (f runFlags) writeBeside(ctx context.Context, d export.Document, results []*pipeline.Result, o export.Options) ([]string, error) {
	written := slices.Clone(f.out)
	if f.saveRecipe != "" {
		hide, err := export.NewMask(d, o)
		if err != nil {
			return nil, err
		}
		if err := export.WriteRecipe(f.saveRecipe, hide.Recipe(results[0].Saved(results[1:]...)), f.force); err != nil {
			return nil, err
		}
		written = append(written, f.saveRecipe)
	}
	if f.excluded != "" {
		if _, err := export.Excluded(ctx, f.excluded, d, o); err != nil {
			return nil, err
		}
		written = append(written, f.excluded)
	}
	return written, nil
}

// tell prints the report, in words that hide what the mask hides.
func (a *App) tell(ctx context.Context, results []*pipeline.Result, written []string, d export.Document, o export.Options) error {
	hide, err := export.NewMask(d, o)
	if err != nil {
		return err
	}
	var report bytes.Buffer
	for _, r := range results {
		printResult(&report, a.printer, r.Masked(hide), hide)
	}
	printAgreements(&report, a.printer, results, hide)
	if err := printAlerts(ctx, &report, a.printer, results[0], hide); err != nil {
		return err
	}
	if d.Replay != nil {
		printReplay(&report, a.printer, d.Replay, hide)
	}
	for _, path := range written {
		fmt.Fprintf(&report, "written: %s\n", path)
	}
	if o.Privacy.Hides() && len(written) > 0 {
		if err := printPrivacy(&report, d, o.Privacy); err != nil {
			return err
		}
		if hide.HidesWhere() {
			fmt.Fprintln(&report, filterHidden(o))
		}
	}
	_, err = a.Out.Write(report.Bytes())
	return err
}

// printAgreements prints how far the first of several methods agrees with each of
// the others.
func printAgreements(w io.Writer, pr *message.Printer, results []*pipeline.Result, hide *export.Mask) {
	for i, r := range results[1:] {
		if i == 0 {
			fmt.Fprintln(w)
		}
		c := pipeline.Compare(results[0], r)
		title := func(r *pipeline.Result) string { return plain(hide.Phrase(r.Title()).In(pr)) }
		pr.Fprintf(w, "%s against %s: %s", title(results[0]), title(r), pipeline.AgreementWords(c.Rand).In(pr))
		if !math.IsNaN(c.Rand) {
			pr.Fprintf(w, ", adjusted Rand index %.3f", c.Rand)
		}
		fmt.Fprintln(w)
	}
}

// tellPartial says of each CSV made of partial data what the file cannot: that
// the rest was not read. It is said even when --quiet asks for no report.
func (f runFlags) tellPartial(w io.Writer, d *model.Dataset) {
	if !d.Partial {
		return
	}
	for _, path := range f.out {
		if strings.EqualFold(filepath.Ext(path), ".csv") {
			fmt.Fprintf(w, "custseg: %s is made of partial data, the first %d rows, and a CSV cannot say so; .xlsx, .md and .json do\n", path, d.Taken)
		}
	}
}

// checkOutputs refuses what cannot be written before anything is: of several
// files all are written or none.
func (f runFlags) checkOutputs(d export.Document, o export.Options) error {
	seen := map[string]bool{}
	for _, path := range f.out {
		if err := f.checkOutput("--out", path, seen, func() error { return export.Check(path, d, o) }); err != nil {
			return err
		}
	}
	if f.excluded == "" {
		return nil
	}
	return f.checkOutput("--excluded", f.excluded, seen, func() error { return export.CheckExcluded(f.excluded, d, o) })
}

// checkOutput refuses a file that is named before, that this run reads, or that
// cannot be written.
func (f runFlags) checkOutput(flag, path string, seen map[string]bool, check func() error) error {
	clean := filepath.Clean(path)
	if seen[clean] {
		return usagef("%s %s: it is named twice", flag, path)
	}
	seen[clean] = true
	if f.recipe != "" && clean == filepath.Clean(f.recipe) {
		return fmt.Errorf("%s %s: that is the recipe this run reads; choose another name", flag, path)
	}
	if f.saveRecipe != "" && clean == filepath.Clean(f.saveRecipe) {
		return usagef("%s %s: it is named twice", flag, path)
	}
	if err := check(); err != nil {
		return err
	}
	if dir := filepath.Dir(path); !isFolder(dir) {
		return fmt.Errorf("cannot write %s: there is no folder %s; make it, or choose another", path, dir)
	}
	return nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
