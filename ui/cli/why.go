package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg"
	"custseg/seg/why"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
)

// whyFlags are the flags of the command why.
type whyFlags struct {
	run       runFlags // of which those of data, parameters and seed count
	customers []string
	json      bool
}

func (a *App) whyCommand() *cobra.Command {
	var f whyFlags
	cmd := &cobra.Command{
		Use:   "why METHOD FILE... --customer ID",
		Short: "Say why a customer is in their segment, and what would move them to a better one",
		Example: `  custseg why rfm orders.csv --customer 17450
  custseg why churn sample:shop --customer C0001 --customer C0002 --json`,
		Args: wantArgs(2, -1, "a method and at least one file"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.why(cmd, f, args) },
	}
	f.run.data.register(cmd)
	flags := cmd.Flags()
	flags.StringArrayVar(&f.customers, "customer", nil, "the `id` of a customer (repeatable)")
	flags.StringArrayVar(&f.run.set, "set", nil, "set a parameter of the method: `param=value` (repeatable)")
	seedVar(cmd, &f.run.seed)
	flags.BoolVar(&f.json, "json", false, "print a JSON list")
	f.run.maskFlags.register(cmd)
	return cmd
}

func (a *App) why(cmd *cobra.Command, f whyFlags, args []string) error {
	if len(f.customers) == 0 {
		return usagef("name a customer: --customer ID")
	}
	privacy, err := f.run.maskFlags.over(cmd, model.Privacy{})
	if err != nil {
		return err
	}
	base, files, err := f.run.start(args)
	if err != nil {
		return err
	}
	if len(base.Also) > 0 {
		return usagef("why explains by one method: choose one of %s", args[0])
	}
	recipe, err := f.run.parameters(cmd, base)
	if err != nil {
		return err
	}
	progress := newProgress(a.progressWriter(false))
	defer progress.done()
	data, err := a.load(cmd.Context(), files, recipe.Reading, progress.loading)
	if err != nil {
		return err
	}
	if err := f.run.maskFlags.check(data); err != nil {
		return err
	}
	if recipe, err = a.unmask(f.run, recipe, data); err != nil {
		return err
	}
	recipe.Sources = data.Sources
	r, err := pipeline.New(data).Run(cmd.Context(), recipe, progress.step("segmenting"))
	if err != nil {
		return err
	}
	var places []int
	for _, id := range f.customers {
		at := r.Customers.Find(id)
		if at < 0 && privacy.Hides() {
			return fmt.Errorf("no customer has the id %q", id)
		}
		if at < 0 {
			return unknownCustomer(r.Customers, id)
		}
		places = append(places, at)
	}
	progress.done()
	hide, err := export.NewMask(r.Document(a.printer), a.maskOptions(f.run.maskFlags, privacy))
	if err != nil {
		return err
	}
	r = r.Masked(hide)
	if f.json {
		out := []explainedJSON{}
		for _, i := range places {
			out = append(out, a.explained(r, i, hide))
		}
		return writeJSON(a.Out, out)
	}
	var report bytes.Buffer
	for k, i := range places {
		if k > 0 {
			fmt.Fprintln(&report)
		}
		a.printWhy(&report, r, i, hide)
	}
	_, err = a.Out.Write(report.Bytes())
	return err
}

// unknownCustomer is the error of an id that nobody has, with the nearest of
// some thousands that somebody has.
func unknownCustomer(c *model.Customers, id string) error {
	const compared = 10_000
	ids := make([]string, min(c.Len(), compared))
	for i := range ids {
		ids[i] = c.ID(i)
	}
	if near := seg.Nearest(id, ids); near != "" {
		return fmt.Errorf("no customer has the id %q; did you mean %s?", id, near)
	}
	return fmt.Errorf("no customer has the id %q; the first is %q", id, c.ID(0))
}

// printWhy prints the explanation of customer i; numbers that are masked stay
// out.
func (a *App) printWhy(w io.Writer, r *pipeline.Result, i int, hide *export.Mask) {
	pr, s, e := a.printer, r.Segmentation, r.Explainer().Of(i)
	name := func(g int) string { return plain(s.Segments[g].Name.In(pr)) }
	pr.Fprintf(w, "%s is in %s\n", plain(hide.ID(r.Customers.ID(i))), name(e.Segment))
	if !e.Reason.Empty() {
		fmt.Fprintf(w, "  %s\n", plain(e.Reason.In(pr)))
	} else {
		fmt.Fprintf(w, "  %s\n", plain(s.Segments[e.Segment].Rule.In(pr)))
	}
	a.printValues(w, slices.DeleteFunc(slices.Clone(e.Values), func(v why.Value) bool { return v.Word == "" && hide.Hides(v.Measure) }))
	a.printMoves(w, r, i)
}

// printMoves prints what would move customer i to another segment.
func (a *App) printMoves(w io.Writer, r *pipeline.Result, i int) {
	pr, s, e := a.printer, r.Segmentation, r.Explainer().Of(i)
	name := func(g int) string { return plain(s.Segments[g].Name.In(pr)) }
	if !e.Settled.Empty() {
		fmt.Fprintf(w, "\nWhat would move them cannot be told: %s\n", plain(e.Settled.In(pr)))
		return
	}
	for k, m := range e.Moves {
		switch {
		case k > 0:
		case e.ByMoney:
			fmt.Fprint(w, "\nNearest changes that lead where customers bring more money, all else and the cuts as they are:\n")
		default:
			fmt.Fprint(w, "\nNearest changes that lead to a better segment, all else and the cuts as they are:\n")
		}
		fmt.Fprintf(w, "  %s: %s\n", name(m.Segment), plain(m.Words().In(pr)))
	}
	switch {
	case e.Next == nil:
	case e.Next.Segment == e.Segment:
		fmt.Fprint(w, "\nWith one more order of their usual size, now: still here\n")
	case e.Next.Segment >= 0:
		fmt.Fprintf(w, "\nWith one more order of their usual size, now: %s\n", name(e.Next.Segment))
	}
}

// printValues prints the values that decided, as a table.
func (a *App) printValues(w io.Writer, values []why.Value) {
	if len(values) == 0 {
		return
	}
	rows := [][]string{{"", "VALUE", "AMONG ALL", "THEIR SEGMENT", "STAYS"}}
	for _, v := range values {
		at, typical, share := cmp.Or(v.Word, model.Figure(v.At).In(a.printer)), v.Common, "" // a missing word is none
		if v.Word == "" && v.Common == "" {
			at, typical = model.FigureIn(v.At, v.Unit).In(a.printer), model.FigureIn(v.Typical, v.Unit).In(a.printer)
		}
		if above := v.Above(); !above.Empty() {
			share = above.In(a.printer)
		}
		rows = append(rows, []string{v.Label.In(a.printer), at, share, typical, v.Stays().In(a.printer)})
	}
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for k, text := range row {
			const widest = 28
			widths[k] = min(max(widths[k], cell.Width(cell.Clean(text))), widest)
		}
	}
	fmt.Fprintln(w)
	for _, row := range rows {
		line := "  " + cell.Fit(row[0], widths[0], cell.Left)
		for k := 1; k < 4; k++ {
			line += "  " + cell.Fit(row[k], widths[k], cell.Right)
		}
		fmt.Fprintln(w, strings.TrimRight(line+"  "+cell.Clean(row[4]), " "))
	}
}
