package cli

import (
	"fmt"
	"io"
	"math"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/tui/cell"
)

// printComparison prints two methods held against each other for a reader: how
// far they agree, who is where, and what stands out.
func printComparison(w io.Writer, pr *message.Printer, c export.Comparison, hide *export.Mask) {
	customers := c.First.Customers
	name := func(p model.Phrase) string { return model.Shorten(plain(p.In(pr)), pageWidth-3) }
	pr.Fprintf(w, "\na  %s\nb  %s\n%d customers%s\n\n", name(c.FirstName), name(c.SecondName), customers.Len(), scopeOf(pr, customers))
	printAgreement(w, pr, c.Agreement)
	t := newCrossTab(pr, c.Pairing, "", "")
	if t.tooWide() {
		pr.Fprintf(w, "b has %d segments, too many for a table here: --out both.xlsx has it\n\n", len(t.cols.at))
	} else {
		t.printLegend(w, "b:")
		t.print(w, "customers", one(counted), counted)
		t.print(w, "% of row", func(c export.Cell) string { return shareOf(c.RowShare) }, nil)
		t.print(w, "% of column", func(c export.Cell) string { return shareOf(c.ColShare) }, nil)
		if _, ok := customers.Feature(model.Monetary); ok {
			money := summed(func(c export.Cell) float64 { return c.FirstValue })
			t.print(w, "money", one(money), money)
		}
	}
	printPairs(w, pr, c.Pairing, "Segments that overlap most, customers as a share of those of either", " × ", c.Closest,
		func(p export.Cell) string { return fmt.Sprintf("%.1f%%", 100*p.Overlap) })
	printPairs(w, pr, c.Pairing, "Farthest from independence, in standard deviations (adjusted residual)", " × ", c.Unlikely,
		func(p export.Cell) string { return fmt.Sprintf("%+.1f", p.Residual) })
	printNotes(w, pr, c.Pairing, hide)
}

// printAgreement prints how far two segmentations agree.
func printAgreement(w io.Writer, pr *message.Printer, a export.Agreement) {
	fmt.Fprintf(w, "%s\n", a.Words.In(pr))
	if math.IsNaN(a.Rand) {
		fmt.Fprintln(w)
		return
	}
	fmt.Fprintf(w, "  adjusted Rand index %.4f · normalised mutual information %.4f", a.Rand+0, a.Information+0)
	if !math.IsNaN(a.V) {
		fmt.Fprintf(w, "\n  Cramér's V %.4f", a.V)
	}
	fmt.Fprint(w, "\n\n")
}

// printPairs prints pairs of segments, one a line, with what singles them out.
func printPairs(w io.Writer, pr *message.Printer, p export.Pairing, title, between string, cells []export.Cell, write func(export.Cell) string) {
	if len(cells) == 0 {
		return
	}
	fmt.Fprintln(w, title)
	pairs, width := pairNames(pr, p, cells, between)
	for i, c := range cells {
		fmt.Fprintf(w, "  %s %s customers %s\n", cell.Fit(pairs[i], width, cell.Left),
			cell.Fit(pr.Sprintf("%d", c.Customers), 9, cell.Right), cell.Fit(write(c), 9, cell.Right))
	}
	fmt.Fprintln(w)
}

// pairNames names cells by both segments, and says how wide the names are.
func pairNames(pr *message.Printer, p export.Pairing, cells []export.Cell, between string) (names []string, width int) {
	for _, c := range cells {
		name := cell.Clean(p.First.Segmentation.Segments[c.Row].Name.In(pr)) + between + cell.Clean(p.Second.Segmentation.Segments[c.Col].Name.In(pr))
		names, width = append(names, name), max(width, cell.Width(name))
	}
	return names, min(width, 46)
}

// printNotes prints what a reader should know.
func printNotes(w io.Writer, pr *message.Printer, p export.Pairing, hide *export.Mask) {
	for _, f := range p.First.Dataset.Findings {
		if f.Level == model.Warning {
			fmt.Fprintf(w, "! %s%s\n", plain(columnOf(p.First.Dataset, f)), plain(noticed(f, pr)))
		}
	}
	for _, n := range p.First.Customers.Warnings() {
		fmt.Fprintf(w, "! %s\n", plain(hide.Phrase(n).In(pr)))
	}
	for _, n := range p.Notes {
		fmt.Fprintf(w, "· %s\n", plain(n.In(pr)))
	}
}
