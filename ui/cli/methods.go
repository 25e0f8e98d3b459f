package cli

import (
	"context"
	"encoding/json"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
)

// methodsFlags say what is printed of the methods, and on which data they are
// to run.
type methodsFlags struct {
	data   dataFlags
	files  []string
	asJSON bool
}

func (a *App) methodsCommand() *cobra.Command {
	var f methodsFlags
	cmd := &cobra.Command{
		Use:   "methods [METHOD]",
		Short: "List the methods, or one method's inputs, parameters and rule",
		Example: `  custseg methods
  custseg methods rfm
  custseg methods --data orders.csv    which of them can run, and what the others lack`,
		Args: wantArgs(0, 1, "at most one method"),
		RunE: func(cmd *cobra.Command, args []string) error {
			methods := seg.Catalogue()
			if len(args) > 0 {
				m, err := seg.Lookup(args[0])
				if err != nil {
					return err
				}
				methods = []seg.Method{m}
			}
			customers, err := a.customersFor(cmd, f)
			if err != nil {
				return err
			}
			switch {
			case f.asJSON && len(args) > 0:
				return writeJSON(a.Out, describe(methods[0].Spec(), customers, a.printer))
			case f.asJSON:
				return writeJSON(a.Out, describeAll(methods, customers, a.printer))
			case len(args) > 0:
				return printMethod(a.Out, methods[0].Spec(), customers, a.printer)
			}
			return printCatalogue(a.Out, methods, customers, a.printer)
		},
	}
	f.data.register(cmd)
	cmd.Flags().StringArrayVar(&f.files, "data", nil, "say which methods can run on this `file`, and what the others lack (repeatable)")
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "print JSON")
	return cmd
}

// customersFor reads the files that methods are to run on, nil for none. A flag
// that says how files are read needs some.
func (a *App) customersFor(cmd *cobra.Command, f methodsFlags) (*model.Customers, error) {
	if len(f.files) == 0 {
		var err error
		cmd.Flags().Visit(func(flag *pflag.Flag) {
			if flag.Name != "json" {
				err = usagef("--%s says how files are read: name them with --data FILE", flag.Name)
			}
		})
		return nil, err
	}
	recipe, err := f.data.apply(model.NewRecipe(nil, f.data.reading))
	if err != nil {
		return nil, err
	}
	return a.readCustomers(cmd.Context(), f.files, recipe)
}

// readCustomers reads files and gathers the customers in them.
func (a *App) readCustomers(ctx context.Context, files []string, recipe model.Recipe) (*model.Customers, error) {
	progress := newProgress(a.progressWriter(false))
	defer progress.done()
	data, err := a.load(ctx, files, recipe.Reading, progress.loading)
	if err != nil {
		return nil, err
	}
	recipe.Sources = data.Sources
	customers, _, err := pipeline.New(data).Customers(ctx, recipe, progress.step("gathering customers"))
	if err != nil {
		return nil, err
	}
	return customers, pipeline.Nobody(customers, recipe)
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
