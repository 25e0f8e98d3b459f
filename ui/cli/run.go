package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/pipeline"
)

// runFlags are the flags of the command run beside those of the data.
type runFlags struct {
	data       dataFlags
	set        []string
	seed       uint64
	out        []string
	json       bool
	mask       bool
	recipe     string
	saveRecipe string
	excluded   string
	force      bool
	quiet      bool
}

func (a *App) runCommand() *cobra.Command {
	var f runFlags
	cmd := &cobra.Command{
		Use:   "run METHOD FILE...",
		Short: "Run one method without a screen",
		Example: `  custseg run rfm orders.csv --out segments.xlsx
  custseg run kmeans customers.csv --set columns="Age,Income" --set k=4 --json
  custseg run --recipe rfm.json next-month.csv --out next-month.xlsx`,
		Args: func(cmd *cobra.Command, args []string) error {
			if f.recipe != "" {
				return nil
			}
			return wantArgs(2, -1, "a method and at least one file")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.run(cmd, f, args) },
	}
	f.data.register(cmd)
	flags := cmd.Flags()
	flags.StringArrayVar(&f.set, "set", nil, "set a parameter of the method: `param=value` (repeatable)")
	seedVar(cmd, &f.seed)
	flags.StringArrayVar(&f.out, "out", nil, "write the result to a `path`; its ending chooses .xlsx, .csv or .json (repeatable)")
	flags.BoolVar(&f.json, "json", false, "print the result as one JSON object")
	flags.BoolVar(&f.mask, "mask", false, "replace names, phones, e-mails and addresses and hash ids in what is written")
	flags.StringVar(&f.recipe, "recipe", "", "carry out the recipe of a `file`: one that was saved, a result in JSON, or a workbook")
	flags.StringVar(&f.saveRecipe, "save-recipe", "", "write the recipe to a `path`")
	flags.StringVar(&f.excluded, "excluded", "", "write every row that was left out, with file, row and reason, to a `path` (.csv or .xlsx)")
	flags.BoolVar(&f.force, "force", false, "overwrite existing files")
	flags.BoolVar(&f.quiet, "quiet", false, "print neither progress nor the report")
	return cmd
}

func (a *App) run(cmd *cobra.Command, f runFlags, args []string) error {
	saved, files, err := f.start(args)
	if err != nil {
		return err
	}
	// A slip in the parameters is told before files are read.
	wanted, err := f.parameters(cmd, saved)
	if err != nil {
		return err
	}
	if wanted, err = f.writing(cmd, wanted); err != nil {
		return err
	}
	progress := newProgress(a.progressWriter(f.quiet))
	defer progress.done()
	data, err := a.load(cmd.Context(), files, wanted.Reading, progress.loading)
	if err != nil {
		return err
	}
	if wanted, err = f.adapt(a.Err, wanted, data); err != nil {
		return err
	}
	wanted.Sources, wanted.Snapshot = data.Sources, nil
	result, err := pipeline.New(data).Run(cmd.Context(), wanted, progress.step("segmenting"))
	if err != nil {
		return a.since(f, saved, wanted, data, err)
	}
	if f.recipe != "" {
		replay := pipeline.Since(saved, result)
		result = result.After(replay)
		if len(replay.Files) > 0 && !f.quiet {
			fmt.Fprintln(a.Err, "custseg: the data is not the one the recipe was saved with; its segments may differ")
		}
	}
	return a.deliver(cmd.Context(), f, result, progress)
}

// since adds to the error of a recipe that was read which of its columns are no
// longer there.
func (a *App) since(f runFlags, saved, wanted model.Recipe, d *model.Dataset, err error) error {
	roles, bad := d.Assign(wanted.Roles)
	if f.recipe == "" || bad != nil {
		return err
	}
	for _, c := range pipeline.Found(saved, d, roles).Columns {
		if !c.Remedy.Empty() {
			err = fmt.Errorf("%w; %s; %s", err, c.Text.In(a.printer), c.Remedy.In(a.printer))
		}
	}
	return err
}

// deliver writes what was asked for: files, the recipe, JSON or a report.
func (a *App) deliver(ctx context.Context, f runFlags, result *pipeline.Result, progress *progress) error {
	document := result.Document(a.printer)
	o := export.Options{Force: f.force, Mask: result.Recipe.Privacy.Masks(), SegmentSheets: !result.Recipe.Output.NoSegmentSheets}
	if err := f.checkOutputs(document, o); err != nil {
		return err
	}
	for _, path := range f.out {
		if err := export.Write(ctx, path, document, o, progress.step("writing "+path)); err != nil {
			return err
		}
	}
	f.tellPartial(a.Err, result.Dataset)
	written := f.out
	if f.saveRecipe != "" {
		if err := export.WriteRecipe(f.saveRecipe, result.Saved(), f.force); err != nil {
			return err
		}
		written = append(slices.Clone(written), f.saveRecipe)
	}
	if f.excluded != "" {
		if _, err := export.Excluded(ctx, f.excluded, document, o); err != nil {
			return err
		}
		written = append(slices.Clone(written), f.excluded)
	}
	progress.done()
	switch {
	case f.json:
		return export.JSON(a.Out, document, o)
	case f.quiet:
		return nil
	}
	var report bytes.Buffer
	printResult(&report, a.printer, result)
	if err := printAlerts(ctx, &report, a.printer, result); err != nil {
		return err
	}
	if document.Replay != nil {
		printReplay(&report, a.printer, document.Replay)
	}
	for _, path := range written {
		fmt.Fprintf(&report, "written: %s\n", path)
	}
	if o.Mask && len(f.out) > 0 {
		masked, err := export.MaskedColumns(document)
		if err != nil {
			return err
		}
		fmt.Fprintf(&report, "masked: customer ids, %s\n", plain(strings.Join(masked, ", ")))
	}
	_, err := a.Out.Write(report.Bytes())
	return err
}

// tellPartial says of each CSV made of partial data what the file cannot: that
// the rest was not read. It is said even when --quiet asks for no report.
func (f runFlags) tellPartial(w io.Writer, d *model.Dataset) {
	if !d.Partial {
		return
	}
	for _, path := range f.out {
		if strings.EqualFold(filepath.Ext(path), ".csv") {
			fmt.Fprintf(w, "custseg: %s is made of partial data, the first %d rows, and a CSV cannot say so; .xlsx and .json do\n", path, d.Taken)
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
