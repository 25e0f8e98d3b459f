package cli

import (
	"fmt"
	"io"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
)

// printMigration prints one method at two dates for a reader: how many stayed,
// who moved where, and what that did to the segments.
func printMigration(w io.Writer, pr *message.Printer, m export.Migration) {
	cuts := "each date with its own cuts"
	if m.Held {
		cuts = "the cuts of the first date at both"
	}
	window := ""
	if days := m.First.Customers.Window; days > 0 {
		window = pr.Sprintf(" · %d days up to each date", days)
	}
	fmt.Fprintf(w, "\n%s · %s to %s%s\n%s\n\n", m.Second.Method.Name.In(pr), m.From, m.To, window, cuts)
	printMoves(w, pr, m)
	printAgreement(w, pr, m.Agreement)
	t := newCrossTab(pr, m.Pairing, "(newcomers)", "(no customers)")
	t.tagged = true
	if t.tooWide() {
		pr.Fprintf(w, "there are %d segments, too many for a table here: --out moves.xlsx has it\n\n", len(t.cols.at))
	} else {
		t.printLegend(w, m.To.String()+":")
		t.print(w, "  customers", one(counted), counted)
		t.print(w, "  % of row", func(c export.Cell) string { return shareOf(c.RowShare) }, nil)
		if m.Then != nil {
			now, change := summed(func(c export.Cell) float64 { return c.SecondValue }), summed(export.Cell.Change)
			t.print(w, "  money at "+m.To.String(), one(now), now)
			t.print(w, "  change of money", one(change), change)
		}
	}
	printSegmentChanges(w, pr, m)
	printPairs(w, pr, m.Pairing, "Largest moves, as a share of the segment they come from", " → ", m.Largest,
		func(c export.Cell) string { return shareOf(c.RowShare) })
	printNotes(w, pr, m.Pairing)
}

// printMoves prints the customers at both dates, and between them by what became
// of them.
func printMoves(w io.Writer, pr *message.Printer, m export.Migration) {
	then, now := m.First.Customers.Len(), m.Second.Customers.Len()
	line := func(what string, count int, share string) {
		printRow(w, what, []string{chart.Count(count), share}, 38, []int{9, 7})
	}
	line("customers at "+m.From.String(), then, "")
	n := m.Count()
	for _, move := range export.Moves() {
		if n[move] == 0 && move != export.Stayed && move != export.Newcomer {
			continue
		}
		share := ""
		if move != export.Newcomer {
			share = chart.Share(n[move], then)
		}
		line("  "+move.Label().In(pr), n[move], share)
	}
	line("customers at "+m.To.String(), now, "")
	fmt.Fprintln(w)
}

// printSegmentChanges prints each segment at both dates.
func printSegmentChanges(w io.Writer, pr *message.Printer, m export.Migration) {
	type pair struct{ then, now export.SegmentSummary }
	var names []string
	of := map[string]*pair{}
	width := len("SEGMENT")
	for i, d := range []export.Document{m.First, m.Second} {
		for _, s := range export.Summarize(d.Customers, d.Segmentation) {
			name := cell.Clean(s.Name.In(pr))
			if of[name] == nil {
				names, of[name] = append(names, name), &pair{}
				width = max(width, cell.Width(name))
			}
			if i == 0 {
				of[name].then = s
			} else {
				of[name].now = s
			}
		}
	}
	all := pair{export.Total(m.First.Customers, m.First.Segmentation), export.Total(m.Second.Customers, m.Second.Segmentation)}
	names, of["total"] = append(names, "total"), &all
	width = min(width, 30)
	head := cell.Fit("SEGMENT", width, cell.Left) + "     THEN      NOW   CHANGE"
	if m.Then != nil {
		head += " MONEY THEN  MONEY NOW"
	}
	fmt.Fprintln(w, head)
	for _, name := range names {
		p := of[name]
		row := cell.Fit(name, width, cell.Left) + " " + cell.Fit(chart.Count(p.then.Customers), 8, cell.Right) + " " +
			cell.Fit(chart.Count(p.now.Customers), 8, cell.Right) + " " + cell.Fit(pr.Sprintf("%+d", p.now.Customers-p.then.Customers), 8, cell.Right)
		if m.Then != nil {
			row += " " + cell.Fit(chart.Full(p.then.Value, model.Money), 10, cell.Right) + " " + cell.Fit(chart.Full(p.now.Value, model.Money), 10, cell.Right)
		}
		fmt.Fprintln(w, row)
	}
	fmt.Fprintln(w)
}
