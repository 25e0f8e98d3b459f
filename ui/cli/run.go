package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"custseg/model"
	"custseg/ui/pipeline"
)

// runFlags are the flags of the command run beside those of the data.
type runFlags struct {
	data dataFlags
	set  []string
	seed uint64
	out  []string
	json bool
	maskFlags
	recipe     string
	saveRecipe string
	excluded   string
	dialect    string
	noSheets   bool
	valuesOnly bool
	bom        bool
	force      bool
	quiet      bool
}

func (a *App) runCommand() *cobra.Command {
	var f runFlags
	cmd := &cobra.Command{
		Use:   "run METHOD[,METHOD...] FILE...",
		Short: "Run one method, or several, without a screen",
		Long: `run carries out a method on files and prints its segments, or writes them to
files. Several methods, with commas between, run on the same customers: a
workbook then has the sheets of each and how they agree, and JSON a list. With
several, --set rfm.bins=4 or --set 1.bins=4 sets a parameter of one of them, and
--set bins=4 of each that has it.

A recipe holds all of this. Carried out on the same files it gives the same
segments; on other files it also tells what has changed since it was saved.`,
		Example: `  custseg run rfm orders.csv --out segments.xlsx
  custseg run kmeans customers.csv --set columns="Age,Income" --set k=4 --json
  custseg run rfm,kmeans orders.csv --set kmeans.k=5 --out both.xlsx
  custseg run rfm orders.csv --where 'frequency >= 2' --save-recipe rfm.json
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
	flags.StringArrayVar(&f.out, "out", nil, "write the result to a `path`; its ending chooses .xlsx, .csv, .json, .md for a report or .sql for the rule (repeatable)")
	dialectVar(cmd, &f.dialect)
	flags.BoolVar(&f.noSheets, "no-segment-sheets", false, "leave the sheet of each segment out of a workbook")
	flags.BoolVar(&f.valuesOnly, "values-only", false, "write numbers into a workbook's Summary in place of formulas over its customers")
	flags.BoolVar(&f.bom, "bom", false, "begin a .csv with a byte order mark, so that Excel shows Chinese and accents")
	flags.BoolVar(&f.json, "json", false, "print the result as one JSON object")
	f.maskFlags.register(cmd)
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
	f.out = withFormats(f.out, wanted.Output.Formats)
	if err := f.checkSQL(wanted); err != nil {
		return err
	}
	progress := newProgress(a.progressWriter(f.quiet))
	defer progress.done()
	data, err := a.load(cmd.Context(), files, wanted.Reading, progress.loading)
	if err != nil {
		return err
	}
	if err := f.maskFlags.check(data); err != nil {
		return err
	}
	if wanted, err = f.adapt(a.Err, wanted, data); err != nil {
		return err
	}
	if wanted, err = a.unmask(f, wanted, data); err != nil {
		return err
	}
	wanted.Sources, wanted.Snapshot = data.Sources, nil
	results, err := pipeline.New(data).RunAll(cmd.Context(), wanted, progress.step("segmenting"))
	if err != nil {
		return a.since(f, saved, wanted, data, err)
	}
	if err := f.checkIdle(results); err != nil {
		return err
	}
	if f.recipe != "" {
		replay := pipeline.Since(saved, results...)
		results[0] = results[0].After(replay)
		if len(replay.Files) > 0 && !f.quiet {
			fmt.Fprintln(a.Err, "custseg: the data is not the one the recipe was saved with; its segments may differ")
		}
	}
	return a.deliver(cmd.Context(), f, results, progress)
}

// checkIdle refuses columns that are not there where a parameter has no effect and
// they are not looked for. In a recipe, which other data may have lacked, a note
// is enough.
func (f runFlags) checkIdle(results []*pipeline.Result) error {
	if f.recipe != "" {
		return nil
	}
	for _, r := range results {
		if err := r.Params.CheckIdle(r.Customers); err != nil {
			return err
		}
	}
	return nil
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
