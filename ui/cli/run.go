package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
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
	flags.StringVar(&f.recipe, "recipe", "", "carry out the recipe of a `file`")
	flags.StringVar(&f.saveRecipe, "save-recipe", "", "write the recipe to a `path`")
	flags.StringVar(&f.excluded, "excluded", "", "write every row that was left out, with file, row and reason, to a `path` (.csv or .xlsx)")
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
	changed := otherSources(wanted.Sources, data.Sources)
	wanted.Sources = data.Sources
	result, err := pipeline.New(data).Run(cmd.Context(), wanted, progress.step("segmenting"))
	if err != nil {
		return err
	}
	if f.recipe != "" && changed && !f.quiet {
		fmt.Fprintln(a.Err, "custseg: the data is not the one the recipe was saved with; its segments may differ")
	}
	return a.deliver(cmd.Context(), f, result, progress)
}

// otherSources reports whether the data read is another than a recipe's.
func otherSources(recipe, read []model.Source) bool {
	return !slices.EqualFunc(recipe, read, func(a, b model.Source) bool { return a.Fingerprint == b.Fingerprint })
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
		return r, nil, fmt.Errorf("%s: not a recipe as --save-recipe writes it: %w", f.recipe, err)
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
	r.Reading = overReading(cmd, f.data.reading, r.Reading)
	return f.data.apply(r)
}

// deliver writes what was asked for: files, the recipe, JSON or a report.
func (a *App) deliver(ctx context.Context, f runFlags, result *pipeline.Result, progress *progress) error {
	document := result.Document(a.printer)
	o := export.Options{Force: f.force, Mask: f.mask, SegmentSheets: true}
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
		if err := export.WriteRecipe(f.saveRecipe, result.Recipe, f.force); err != nil {
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
	for _, path := range written {
		fmt.Fprintf(&report, "written: %s\n", path)
	}
	if f.mask && len(f.out) > 0 {
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
