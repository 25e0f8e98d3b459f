package cli

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/pipeline"
)

// bakeOffFlags are the flags of the command bakeoff beside those of the data.
type bakeOffFlags struct {
	data    dataFlags
	split   string
	methods []string
	top     int
	seed    uint64
	out     []string
	json    bool
	force   bool
	quiet   bool
}

func (a *App) bakeOffCommand() *cobra.Command {
	var f bakeOffFlags
	cmd := &cobra.Command{
		Use:   "bakeoff FILE...",
		Short: "Which method tells best what customers do next",
		Long: `Every method that can run is fitted on the orders up to the split and judged by
what the same customers did after it: how the money that followed gathers in its
best segments, and how well the segments rank those who bought again. What a
segment is worth is learned from other customers than those it is judged on.
Stability and size are told beside, and two baselines: everyone in one segment,
and a plain sort into tenths.`,
		Example: `  custseg bakeoff orders.csv --split 2011-08-31
  custseg bakeoff orders.csv customers.csv --methods rfm,clv,kmeans --json`,
		Args: wantArgs(1, -1, "at least one file"),
		RunE: func(cmd *cobra.Command, files []string) error { return a.bakeOff(cmd.Context(), f, files) },
	}
	f.data.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.split, "split", "", "the last `date` that methods know (default: the last quarter of the days with orders is left to judge by)")
	flags.StringSliceVar(&f.methods, "methods", nil, "compare only these `methods`, as in rfm,clv,kmeans")
	countVar(cmd, &f.top, "top", "a number of methods, 1 or more", "print the `n` best methods alone (default: all)")
	seedVar(cmd, &f.seed)
	flags.StringArrayVar(&f.out, "out", nil, "write the table to a `path`; its ending chooses .xlsx, .csv or .json (repeatable)")
	flags.BoolVar(&f.json, "json", false, "print the result as one JSON object")
	flags.BoolVar(&f.force, "force", false, "overwrite existing files")
	flags.BoolVar(&f.quiet, "quiet", false, "print neither progress nor the report")
	return cmd
}

func (a *App) bakeOff(ctx context.Context, f bakeOffFlags, files []string) error {
	recipe, options, err := f.plan()
	if err != nil {
		return err
	}
	progress := newProgress(a.progressWriter(f.quiet))
	defer progress.done()
	data, err := a.load(ctx, files, f.data.reading, progress.loading)
	if err != nil {
		return err
	}
	if err := f.checkOutputs(data); err != nil {
		return err
	}
	recipe.Sources = data.Sources
	found, err := pipeline.New(data).BakeOff(ctx, recipe, options, func(p pipeline.BakeOffProgress) {
		progress.show("judging", p.Done, " · "+p.Method)
	})
	if err != nil {
		return err
	}
	progress.done()
	return a.deliverBakeOff(ctx, f, data, found.Document(a.printer, recipe), found)
}

// plan reads the flags before files are.
func (f bakeOffFlags) plan() (model.Recipe, pipeline.BakeOffOptions, error) {
	o := pipeline.BakeOffOptions{Split: model.NoDay}
	for _, id := range f.methods {
		o.Methods = append(o.Methods, strings.TrimSpace(id))
	}
	r, err := f.data.apply(model.NewRecipe(nil, f.data.reading).WithSeed(f.seed))
	if err != nil {
		return r, o, err
	}
	if f.split != "" {
		if o.Split, err = model.ParseDay(f.split); err != nil {
			return r, o, usagef("--split: %w", err)
		}
	}
	return r, o, pipeline.CheckBakeOff(r, o)
}

// checkOutputs refuses what cannot be written before anything is judged.
func (f bakeOffFlags) checkOutputs(d *model.Dataset) error {
	seen := map[string]bool{}
	for _, path := range f.out {
		if err := (runFlags{}).checkOutput("--out", path, seen, func() error {
			return export.Check(path, export.Document{Dataset: d}, export.Options{Force: f.force})
		}); err != nil {
			return err
		}
	}
	return nil
}

// deliverBakeOff writes what was asked for: files, JSON or a report.
func (a *App) deliverBakeOff(ctx context.Context, f bakeOffFlags, d *model.Dataset, object pipeline.BakeOffDocument, found *pipeline.BakeOff) error {
	for _, path := range f.out {
		if err := object.Write(ctx, path, d, f.force); err != nil {
			return err
		}
	}
	switch {
	case f.json:
		return writeJSON(a.Out, object)
	case f.quiet:
		return nil
	}
	var report bytes.Buffer
	printBakeOff(&report, a.printer, found, f.top)
	if len(f.out) > 0 {
		fmt.Fprintf(&report, "written: %s\n", strings.Join(f.out, ", "))
	}
	_, err := a.Out.Write(report.Bytes())
	return err
}
