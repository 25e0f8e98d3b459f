package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg"
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
	flags.Uint64Var(&f.seed, "seed", 1, "the `seed` of every random choice")
	flags.StringArrayVar(&f.out, "out", nil, "write the result to a `path`; its ending chooses .xlsx, .csv or .json (repeatable)")
	flags.BoolVar(&f.json, "json", false, "print the result as one JSON object")
	flags.BoolVar(&f.mask, "mask", false, "replace names, phones, e-mails and addresses and hash ids in what is written")
	flags.StringVar(&f.recipe, "recipe", "", "carry out the recipe of a `file`")
	flags.StringVar(&f.saveRecipe, "save-recipe", "", "write the recipe to a `path`")
	flags.BoolVar(&f.force, "force", false, "overwrite existing files")
	flags.BoolVar(&f.quiet, "quiet", false, "print neither progress nor the report")
	return cmd
}

func (a *App) run(cmd *cobra.Command, f runFlags, args []string) error {
	base, files, err := f.start(args)
	if err != nil {
		return err
	}
	// A slip in the parameters is told before files are read.
	wanted, err := f.parameters(cmd, base)
	if err != nil {
		return err
	}
	progress := newProgress(a.progressWriter(f.quiet))
	defer progress.done()
	data, err := a.load(cmd.Context(), files, wanted.Reading, progress.loading)
	if err != nil {
		return err
	}
	wanted.Sources = data.Sources
	result, err := pipeline.New(data).Run(cmd.Context(), wanted, progress.step("segmenting"))
	if err != nil {
		return err
	}
	return a.deliver(cmd.Context(), f, result, progress)
}

// start returns the recipe to begin from and the files to read.
func (f runFlags) start(args []string) (model.Recipe, []string, error) {
	if f.recipe == "" {
		r := model.NewRecipe(nil, f.data.reading).WithMethod(args[0])
		return r, args[1:], nil
	}
	b, err := os.ReadFile(f.recipe)
	if err != nil {
		return model.Recipe{}, nil, fmt.Errorf("%s: the recipe cannot be read: %w", f.recipe, err)
	}
	var r model.Recipe
	if err := json.Unmarshal(b, &r); err != nil {
		return r, nil, fmt.Errorf("%s: not a recipe of custseg: %w", f.recipe, err)
	}
	if len(args) == 0 {
		for _, s := range r.Sources {
			path := s.Path
			if s.Sheet != "" && !strings.Contains(path, "#") {
				path += "#" + s.Sheet
			}
			args = append(args, path)
		}
	}
	return r, args, nil
}

// parameters puts the flags over a recipe and checks the method's parameters.
func (f runFlags) parameters(cmd *cobra.Command, r model.Recipe) (model.Recipe, error) {
	m, err := seg.Lookup(r.Method)
	if err != nil {
		return r, err
	}
	spec := m.Spec()
	for _, s := range f.set {
		name, text, ok := strings.Cut(s, "=")
		if !ok {
			return r, usagef("--set %s: write it as param=value; custseg methods %s lists them", s, r.Method)
		}
		p, ok := spec.Param(name)
		if !ok {
			_, err := seg.NewParams(spec, model.Settings{name: model.Value{}})
			return r, err
		}
		v, err := p.Parse(text)
		if err != nil {
			return r, err
		}
		r = r.WithParam(name, v)
	}
	if _, err := seg.NewParams(spec, r.Params); err != nil {
		return r, err
	}
	if cmd.Flags().Changed("seed") {
		r = r.WithSeed(f.seed)
	}
	flags := cmd.Flags()
	if flags.Changed("sheet") || flags.Changed("encoding") || flags.Changed("delimiter") || flags.Changed("no-header") {
		r.Reading = f.data.reading
	}
	return f.data.apply(r)
}

// deliver writes what was asked for: files, the recipe, JSON or a report.
func (a *App) deliver(ctx context.Context, f runFlags, result *pipeline.Result, progress *progress) error {
	document := result.Document(a.printer)
	for _, path := range f.out {
		o := export.Options{Force: f.force, Mask: f.mask, SegmentSheets: true}
		if err := export.Write(ctx, path, document, o, progress.step("writing "+path)); err != nil {
			return err
		}
	}
	if f.saveRecipe != "" {
		if err := export.WriteRecipe(f.saveRecipe, result.Recipe, f.force); err != nil {
			return err
		}
	}
	progress.done()
	switch {
	case f.json:
		return export.JSON(a.Out, document, export.Options{Mask: f.mask})
	case !f.quiet:
		printResult(a.Out, a.printer, result)
		for _, path := range f.out {
			fmt.Fprintf(a.Out, "written: %s\n", path)
		}
	}
	return nil
}
