package cli

import (
	"fmt"
	"io"
	"slices"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
)

// printMigration prints one method at two dates for a reader: how many stayed,
// who moved where, and what that did to the segments.
func printMigration(w io.Writer, pr *message.Printer, m export.Migration, hide *export.Mask) {
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
	t.same = m.Same
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
	printNotes(w, pr, m.Pairing, hide)
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

// segmentChange is a segment at both dates; of what is empty there is none.
type segmentChange struct {
	name      string
	then, now export.SegmentSummary
}

// segmentChanges pairs the segments of both dates that count as the same, those
// of the first before those that only the second has, and all customers at the
// end.
func segmentChanges(pr *message.Printer, m export.Migration) []segmentChange {
	name := func(s export.SegmentSummary) string { return cell.Clean(s.Name.In(pr)) }
	later := export.Summarize(m.Second.Customers, m.Second.Segmentation)
	var out []segmentChange
	for _, s := range export.Summarize(m.First.Customers, m.First.Segmentation) {
		c := segmentChange{name: name(s), then: s}
		if i := slices.IndexFunc(later, func(s export.SegmentSummary) bool { return s.Index == m.Same[c.then.Index] }); i >= 0 {
			if c.now = later[i]; name(c.now) != c.name {
				c.name = pr.Sprintf("%s → %s", c.name, name(c.now))
			}
			later = slices.Delete(later, i, i+1)
		}
		out = append(out, c)
	}
	for _, s := range later {
		out = append(out, segmentChange{name: name(s), now: s})
	}
	return append(out, segmentChange{"total", export.Total(m.First.Customers, m.First.Segmentation), export.Total(m.Second.Customers, m.Second.Segmentation)})
}

// printSegmentChanges prints each segment at both dates.
func printSegmentChanges(w io.Writer, pr *message.Printer, m export.Migration) {
	changes, width := segmentChanges(pr, m), len("SEGMENT")
	for _, c := range changes {
		width = min(max(width, cell.Width(c.name)), 30)
	}
	head := cell.Fit("SEGMENT", width, cell.Left) + "     THEN      NOW   CHANGE"
	if m.Then != nil {
		head += " MONEY THEN  MONEY NOW"
	}
	fmt.Fprintln(w, head)
	for _, c := range changes {
		row := cell.Fit(c.name, width, cell.Left) + " " + cell.Fit(chart.Count(c.then.Customers), 8, cell.Right) + " " +
			cell.Fit(chart.Count(c.now.Customers), 8, cell.Right) + " " + cell.Fit(pr.Sprintf("%+d", c.now.Customers-c.then.Customers), 8, cell.Right)
		if m.Then != nil {
			row += " " + cell.Fit(chart.Full(c.then.Value, model.Money), 10, cell.Right) + " " + cell.Fit(chart.Full(c.now.Value, model.Money), 10, cell.Right)
		}
		fmt.Fprintln(w, row)
	}
	fmt.Fprintln(w)
}
