package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
)

func (a *App) compareCommand() *cobra.Command {
	var f runFlags
	cmd := &cobra.Command{
		Use:   "compare METHOD METHOD FILE...",
		Short: "Hold two segmentations of the same customers against each other",
		Long: `compare counts the same customers by two methods, or by one method with two
settings, and says how far both agree. The first method is a, the second is b:
--set a.bins=4 sets a parameter of the first, --set bins=4 of each that has it.`,
		Example: `  custseg compare rfm kmeans orders.csv --set b.k=5
  custseg compare rfm rfm orders.csv --set b.bins=4 --out both.xlsx`,
		Args: wantArgs(3, -1, "two methods and at least one file"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.compare(cmd, f, args) },
	}
	f.registerPair(cmd, "set a parameter: `a.param=value` of the first method, b. of the second, neither of both (repeatable)")
	return cmd
}

// registerPair adds the flags of the commands that hold two results against each
// other.
func (f *runFlags) registerPair(cmd *cobra.Command, setHelp string) {
	f.data.register(cmd)
	flags := cmd.Flags()
	flags.StringArrayVar(&f.set, "set", nil, setHelp)
	seedVar(cmd, &f.seed)
	flags.StringArrayVar(&f.out, "out", nil, "write the result to a `path`; its ending chooses .xlsx, .csv or .json (repeatable)")
	flags.BoolVar(&f.valuesOnly, "values-only", false, "write numbers into a workbook's Summary in place of formulas over its customers")
	flags.BoolVar(&f.bom, "bom", false, "begin a .csv with a byte order mark, so that Excel shows Chinese and accents")
	flags.BoolVar(&f.json, "json", false, "print the result as one JSON object")
	f.maskFlags.register(cmd)
	flags.BoolVar(&f.force, "force", false, "overwrite existing files")
	flags.BoolVar(&f.quiet, "quiet", false, "print neither progress nor the report")
}

func (a *App) compare(cmd *cobra.Command, f runFlags, args []string) error {
	methods, files := args[:2], args[2:]
	privacy, err := f.maskFlags.over(cmd, model.Privacy{})
	if err != nil {
		return err
	}
	sets, err := splitSets(f.set, methods)
	if err != nil {
		return err
	}
	var recipes [2]model.Recipe
	for i, method := range methods {
		side := f
		side.set = sets[i]
		if recipes[i], err = side.parameters(cmd, model.NewRecipe(nil, f.data.reading).WithMethod(method)); err != nil {
			return err
		}
	}
	progress := newProgress(a.progressWriter(f.quiet))
	defer progress.done()
	data, err := a.load(cmd.Context(), files, recipes[0].Reading, progress.loading)
	if err != nil {
		return err
	}
	if err := f.maskFlags.check(data); err != nil {
		return err
	}
	line := pipeline.New(data)
	var results [2]*pipeline.Result
	for i, r := range recipes {
		r.Sources, r.Privacy, r.Output = data.Sources, privacy, f.pairOutput()
		if results[i], err = line.Run(cmd.Context(), r, progress.step("segmenting by "+r.Method)); err != nil {
			return fmt.Errorf("%s: %w", r.Method, err)
		}
	}
	c := pipeline.Compare(results[0], results[1]).Document(a.printer)
	shown := c
	hide, err := export.NewMask(c.First, a.maskOptions(f.maskFlags, privacy))
	if err != nil {
		return err
	}
	shown.Pairing = hide.Pairing(c.Pairing)
	return a.deliverPair(cmd.Context(), f, pairDelivery{
		document: c.First, data: data, privacy: privacy,
		write: func(path string, o export.Options) error {
			return export.WriteComparison(cmd.Context(), path, c, o, progress.step("writing "+path))
		},
		json:  func(w io.Writer, o export.Options) error { return export.ComparisonJSON(w, c, o) },
		print: func(w io.Writer) { printComparison(w, a.printer, shown, hide) },
		alert: func(w io.Writer) error { return printAlerts(cmd.Context(), w, a.printer, results[0], hide) },
	}, progress)
}

// pairOutput is how the flags say files are written, as recipes hold it.
func (f runFlags) pairOutput() model.Output {
	return model.Output{ValuesOnly: f.valuesOnly, BOM: f.bom}
}

// splitSets parts the settings of two methods: those that begin with a. are of
// the first, with b. of the second; others are of each that has the parameter.
// Those of one method come last in its list, so that they hold whatever the
// order of the flags.
func splitSets(sets, methods []string) ([2][]string, error) {
	var out, own [2][]string
	for _, s := range sets {
		name, _, _ := strings.Cut(s, "=")
		side, _, prefixed := strings.Cut(name, ".")
		switch {
		case prefixed && side == "a":
			own[0] = append(own[0], s[len("a."):])
			continue
		case prefixed && side == "b":
			own[1] = append(own[1], s[len("b."):])
			continue
		case prefixed:
			return out, usagef("--set %s: write a.%s for the first method or b.%s for the second", s, name[len(side)+1:], name[len(side)+1:])
		}
		taken := false
		for i, id := range methods {
			m, err := seg.Lookup(id)
			if err != nil {
				return out, err
			}
			if _, ok := m.Spec().Param(name); ok {
				out[i], taken = append(out[i], s), true
			}
		}
		if !taken { // the first says what it has instead
			out[0] = append(out[0], s)
		}
	}
	for i := range out {
		out[i] = append(out[i], own[i]...)
	}
	return out, nil
}

// pairDelivery is what two results held against each other are delivered by.
type pairDelivery struct {
	document export.Document // of one of the results
	data     *model.Dataset
	privacy  model.Privacy
	write    func(path string, o export.Options) error
	json     func(w io.Writer, o export.Options) error
	print    func(w io.Writer)
	alert    func(w io.Writer) error
}

// deliverPair writes what was asked for: files, JSON or a report.
func (a *App) deliverPair(ctx context.Context, f runFlags, p pairDelivery, progress *progress) error {
	o := a.maskOptions(f.maskFlags, p.privacy)
	o.Force, o.ValuesOnly, o.BOM = f.force, f.valuesOnly, f.bom
	if err := f.checkOutputs(p.document, o); err != nil {
		return err
	}
	for _, path := range f.out {
		if err := p.write(path, o); err != nil {
			return err
		}
	}
	f.tellPartial(a.Err, p.data)
	progress.done()
	switch {
	case f.json:
		return p.json(a.Out, o)
	case f.quiet:
		return ctx.Err()
	}
	var report bytes.Buffer
	p.print(&report)
	if err := p.alert(&report); err != nil {
		return err
	}
	for _, path := range f.out {
		fmt.Fprintf(&report, "written: %s\n", path)
	}
	_, err := a.Out.Write(report.Bytes())
	return err
}
