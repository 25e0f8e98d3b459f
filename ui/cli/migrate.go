package cli

import (
	"io"

	"github.com/spf13/cobra"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/pipeline"
)

// migrateFlags are the flags of the command migrate.
type migrateFlags struct {
	runFlags
	from, to, cuts string
}

func (a *App) migrateCommand() *cobra.Command {
	var f migrateFlags
	cmd := &cobra.Command{
		Use:   "migrate METHOD FILE... --from DATE --to DATE",
		Short: "Run one method at two dates and tell who moved where",
		Long: `migrate runs one method at two dates and counts who stayed in their segment and
who moved where, who entered a segment or left all, and who is new since.
A date counts the orders up to and including it.`,
		Example: `  custseg migrate rfm orders.csv --from 2011-06-30 --to 2011-11-30
  custseg migrate rfm orders.csv --from 2011-06-30 --to 2011-11-30 --cuts from --out moves.xlsx`,
		Args: wantArgs(2, -1, "a method and at least one file"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.migrate(cmd, f, args) },
	}
	f.registerPair(cmd, "set a parameter of the method: `param=value` (repeatable)")
	flags := cmd.Flags()
	flags.Lookup("as-of").Hidden = true // there are two dates here, and the plan says so
	flags.StringVar(&f.from, "from", "", "the first `date`")
	flags.StringVar(&f.to, "to", "", "the second `date`")
	flags.StringVar(&f.cuts, "cuts", "each", "the `cuts` between segments: each finds them anew at each date, from holds those of the first")
	return cmd
}

// plan reads the flags, apart from those of the method.
func (f migrateFlags) plan(r model.Recipe) (pipeline.MigrationPlan, error) {
	plan := pipeline.MigrationPlan{Recipe: r, HoldCuts: f.cuts == "from"}
	switch {
	case f.cuts != "each" && f.cuts != "from":
		return plan, usagef("--cuts %s: one of each and from", f.cuts)
	case f.data.asOf != "":
		return plan, usagef("--as-of: migrate takes its dates from --from and --to")
	}
	for _, d := range []struct {
		flag, text string
		day        *model.Day
	}{{"--from", f.from, &plan.From}, {"--to", f.to, &plan.To}} {
		if d.text == "" {
			return plan, usagef("migrate wants two dates: %s DATE is missing", d.flag)
		}
		var err error
		if *d.day, err = model.ParseDay(d.text); err != nil {
			return plan, usagef("%s: %w", d.flag, err)
		}
	}
	if err := plan.Check(); err != nil {
		return plan, usageError{err}
	}
	return plan, nil
}

func (a *App) migrate(cmd *cobra.Command, f migrateFlags, args []string) error {
	privacy, err := f.maskFlags.over(cmd, model.Privacy{})
	if err != nil {
		return err
	}
	recipe, err := f.parameters(cmd, model.NewRecipe(nil, f.data.reading).WithMethod(args[0]))
	if err != nil {
		return err
	}
	plan, err := f.plan(recipe)
	if err != nil {
		return err
	}
	progress := newProgress(a.progressWriter(f.quiet))
	defer progress.done()
	data, err := a.load(cmd.Context(), args[1:], recipe.Reading, progress.loading)
	if err != nil {
		return err
	}
	if err := f.maskFlags.check(data); err != nil {
		return err
	}
	plan.Recipe.Sources, plan.Recipe.Privacy, plan.Recipe.Output = data.Sources, privacy, f.pairOutput()
	found, err := pipeline.New(data).Migrate(cmd.Context(), plan, progress.step("segmenting"))
	if err != nil {
		return err
	}
	m := found.Document(a.printer)
	shown := m
	hide, err := export.NewMask(m.Second, a.maskOptions(f.maskFlags, privacy))
	if err != nil {
		return err
	}
	shown.Pairing = hide.Pairing(m.Pairing)
	return a.deliverPair(cmd.Context(), f.runFlags, pairDelivery{
		document: m.First, data: data, privacy: privacy,
		write: func(path string, o export.Options) error {
			return export.WriteMigration(cmd.Context(), path, m, o, progress.step("writing "+path))
		},
		json:  func(w io.Writer, o export.Options) error { return export.MigrationJSON(w, m, o) },
		print: func(w io.Writer) { printMigration(w, a.printer, shown, hide) },
		alert: func(w io.Writer) error { return printAlerts(cmd.Context(), w, a.printer, found.Second, hide) },
	}, progress)
}
