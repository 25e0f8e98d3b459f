package cli

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"golang.org/x/text/message"

	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
)

// printBakeOff prints a bake-off for a reader: the table, what the best has to
// say for itself, who is not in the table and why, what the figures mean. top,
// unless 0, ends the table after so many methods.
func printBakeOff(w io.Writer, pr *message.Printer, b *pipeline.BakeOff, top int) {
	what, outcome := pr.Sprintf("money that followed: %.2f", b.Later), "MONEY"
	if !b.Money {
		what, outcome = pr.Sprintf("orders that followed: %.0f", b.Later), "ORDERS"
	}
	pr.Fprintf(w, "Bake-off · %d customers as of %s · judged by what followed up to %s\n%d bought again · %s\n\n",
		b.Customers, b.Split.String(), b.End.String(), b.Again, what)
	printContenders(w, pr, among(b, pipeline.Ranked, top), outcome, true)
	if best := b.Best(); best != nil {
		fmt.Fprintf(w, "\n%s\n", b.Verdict.In(pr))
		for _, r := range best.Reasons {
			fmt.Fprintf(w, "· %s\n", plain(r.In(pr)))
		}
	}
	if apart := among(b, pipeline.Apart, 0); len(apart) > 0 {
		fmt.Fprint(w, "\nJudged apart: what they read has no date and may know what followed, so that these figures may flatter\n")
		printContenders(w, pr, apart, outcome, false)
	}
	printReasons(w, pr, "Failed", among(b, pipeline.Failed, 0))
	printReasons(w, pr, "Cannot run on this data", among(b, pipeline.Unable, 0))
	fmt.Fprintf(w, "\n%s\n", pipeline.ScoreFormula().In(pr))
	for _, c := range pipeline.Criteria() {
		fmt.Fprintf(w, "· %s: %s\n", c.Label.In(pr), c.Why.In(pr))
	}
	fmt.Fprintln(w)
	for _, n := range b.Notes {
		fmt.Fprintf(w, "· %s\n", plain(n.In(pr)))
	}
}

// among returns the contenders of one standing, of methods no more than top
// unless that is 0.
func among(b *pipeline.BakeOff, s pipeline.Standing, top int) []*pipeline.Contender {
	var out []*pipeline.Contender
	for _, c := range b.Contenders {
		if c.Standing == s && (top == 0 || c.Rank <= top) {
			out = append(out, c)
		}
	}
	return out
}

// printContenders prints a table, with ranks and scores where there are any;
// outcome heads the column of what followed.
func printContenders(w io.Writer, pr *message.Printer, contenders []*pipeline.Contender, outcome string, ranked bool) {
	width := 0
	for _, c := range contenders {
		width = max(width, cell.Width(contenderName(pr, c)))
	}
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	head := []string{cell.Fit("METHOD", width, cell.Left), outcome, "TOP 20%", "LIFT", "AUC", "±", "SEPARATION", "SEGMENTS", "EFFECTIVE"}
	if ranked {
		head = slices.Insert(head, 7, "STABILITY", "SHIFT")
		head = slices.Insert(head, 1, "SCORE", "±")
		head = slices.Insert(head, 0, "RANK")
	}
	fmt.Fprintln(tab, strings.Join(head, "\t")+"\t")
	for _, c := range contenders {
		row := []string{cell.Fit(contenderName(pr, c), width, cell.Left), written(pr, "%.3f", c.Gini), sharePart(pr, c.TopShare),
			written(pr, "%.2f", c.Lift), written(pr, "%.3f", c.AUC), written(pr, "%.3f", c.AUCError), written(pr, "%.2f", c.Separation),
			fmt.Sprint(c.Segments), written(pr, "%.1f", c.Effective)}
		if ranked {
			row = slices.Insert(row, 7, written(pr, "%.2f", c.Stability), written(pr, "%.2f", c.Shift))
			row = slices.Insert(row, 1, written(pr, "%.1f", c.Score), written(pr, "%.1f", c.ScoreError))
			row = slices.Insert(row, 0, rankText(c))
		}
		fmt.Fprintln(tab, strings.Join(row, "\t")+"\t")
	}
	tab.Flush()
	if ranked && slices.ContainsFunc(contenders, func(c *pipeline.Contender) bool { return len(c.Withheld) > 0 }) {
		fmt.Fprintln(w, "* judged without columns that it reads in a run, for they have no date")
	}
	if slices.ContainsFunc(contenders, func(c *pipeline.Contender) bool { return c.NotTold }) {
		fmt.Fprintln(w, "≈ not told apart from the first: chance may make a difference of score as large (three standard errors, by resampled customers)")
	}
}

// contenderName is what a method is called on the command line, a baseline in
// words; a star marks one that was judged without columns it would read.
func contenderName(pr *message.Printer, c *pipeline.Contender) string {
	switch {
	case c.Baseline:
		return "(" + c.Name.In(pr) + ")"
	case c.Standing == pipeline.Ranked && len(c.Withheld) > 0:
		return c.ID + " *"
	}
	return c.ID
}

// rankText is the rank, marked where it is not told apart from the first.
func rankText(c *pipeline.Contender) string {
	switch {
	case c.Rank == 0:
		return "–"
	case c.NotTold:
		return fmt.Sprintf("≈ %d", c.Rank)
	}
	return fmt.Sprint(c.Rank)
}

// written writes a figure, nothing when it cannot be had.
func written(pr *message.Printer, format string, v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return pr.Sprintf(format, v)
}

// printReasons says why contenders are not in a table.
func printReasons(w io.Writer, pr *message.Printer, title string, contenders []*pipeline.Contender) {
	if len(contenders) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", title)
	for _, c := range contenders {
		fmt.Fprintf(w, "· %s: %s\n", c.ID, plain(c.Why.In(pr)))
	}
}
