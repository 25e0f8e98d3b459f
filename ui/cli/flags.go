package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"custseg/io/load"
	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
)

// dataFlags say how files are read and which orders count. They are flags of
// the screen and of run alike.
type dataFlags struct {
	maps    []string
	treats  []string
	reading model.Reading
	asOf    string
	window  int
	where   string // empty when it was not given: a recipe's stays
}

func (f *dataFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&f.maps, "map", nil, "give a column a role: `role=column` (repeatable; table:column names the table)")
	flags.StringArrayVar(&f.treats, "treat", nil, treatHelp)
	registerReading(cmd, &f.reading)
	filledVar(cmd, &f.asOf, "as-of", "leave it out to count all orders", "count orders up to and including this `date` (default: the day after the last order)")
	countVar(cmd, &f.window, "window", "a number of days, 1 or more", "count orders of this many `days` up to the as-of date (default: all)")
	filledVar(cmd, &f.where, "where", "for all customers leave it out, or say --where "+allCustomers+" to lift a recipe's filter",
		"segment only customers who pass a `filter`, as in 'frequency >= 2 and region = East'; "+allCustomers+" lifts that of a recipe")
}

// allCustomers is the filter that everybody passes.
const allCustomers = "all"

// screenFlags are the flags of the terminal UI.
type screenFlags struct {
	data                           dataFlags
	keep                           keepFlags
	noColor, ascii, light, noMouse bool
	accessible                     bool // plain lines in place of the screen
	tour                           bool // the guided tour begins at once
}

func (f *screenFlags) register(cmd *cobra.Command) {
	f.data.register(cmd)
	f.keep.register(cmd)
	f.registerLook(cmd)
	cmd.Flags().BoolVar(&f.accessible, "accessible", false, "ask and tell in plain lines, for screen readers")
}

// registerLook adds the flags of how the screen looks and is handled.
func (f *screenFlags) registerLook(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&f.noColor, "no-color", false, "no colours (as NO_COLOR=1)")
	flags.BoolVar(&f.light, "light", false, "colours for a light background (as COLORFGBG='0;15')")
	flags.BoolVar(&f.ascii, "ascii", false, "draw with ASCII only")
	flags.BoolVar(&f.noMouse, "no-mouse", false, "leave the mouse to the terminal")
}

// emptyRecipe is the recipe that flags are tried on before files are open.
func emptyRecipe() model.Recipe { return model.NewRecipe(nil, model.Reading{}) }

// apply puts the flags into a recipe.
func (f *dataFlags) apply(r model.Recipe) (model.Recipe, error) {
	if err := checkReading(f.reading); err != nil {
		return r, err
	}
	for _, m := range f.maps {
		role, column, ok := strings.Cut(m, "=")
		if !ok || role == "" || column == "" {
			return r, usagef("--map %s: write it as role=column, as in --map customer_id=Client", m)
		}
		if _, ok := model.LookupRole(model.Role(role)); !ok {
			return r, usagef("--map %s: no role is called %q%s", m, role, nearestRole(role))
		}
		r = r.WithRole(model.Assignment{Role: model.Role(role), Column: column})
	}
	r, err := treat(r, f.treats)
	if err != nil {
		return r, err
	}
	if f.asOf != "" {
		day, err := model.ParseDay(f.asOf)
		if err != nil {
			return r, usagef("--as-of: %w", err)
		}
		r = r.WithAsOf(day)
	}
	if f.window > 0 {
		r = r.WithWindow(f.window)
	}
	switch f.where {
	case "":
	case allCustomers:
		r = r.WithWhere("")
	default:
		where, err := pipeline.ParseWhere(f.where)
		if err != nil {
			return r, usagef("--where: %w", err)
		}
		r = r.WithWhere(where)
	}
	return r, nil
}

// load reads the files.
func (a *App) load(ctx context.Context, files []string, reading model.Reading, report func(load.Progress)) (*model.Dataset, error) {
	a.saveMemory()
	return load.Open(ctx, files, load.Options{Reading: reading, Stdin: a.In, Samples: a.Samples}, report)
}

// nearestRole suggests the role that was meant.
func nearestRole(word string) string {
	var ids []string
	for _, r := range model.Roles() {
		ids = append(ids, string(r.ID))
	}
	if near := seg.Nearest(word, ids); near != "" {
		return "; did you mean " + near + "?"
	}
	return "; custseg profile shows those in use"
}
