package cli

import (
	"fmt"
	"io"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/tui/cell"
)

// printReplay prints what is not as it was when the recipe was saved, without the
// names of files that a mask hides.
func printReplay(w io.Writer, pr *message.Printer, r *export.Replay, hide *export.Mask) {
	fmt.Fprintf(w, "\n%s\n", model.P("Since the recipe was saved").In(pr))
	for _, line := range r.Lines() {
		fmt.Fprintf(w, "· %s\n", plain(hide.Named(line.In(pr))))
	}
	if r.Same() {
		return
	}
	if len(r.Shifts) > 0 {
		fmt.Fprintln(w)
		printShifts(w, pr, r.Shifts)
	}
	for _, of := range r.Results {
		pr.Fprintf(w, "\n%s\n", plain(of.Name.In(pr)))
		printSizes(w, pr, of.Segments)
	}
}

// printShifts prints how far customers have moved on each measure.
func printShifts(w io.Writer, pr *message.Printer, shifts []export.Shift) {
	names := []string{"MEASURE"}
	for _, s := range shifts {
		names = append(names, plain(s.Label.In(pr)))
	}
	width := widthOf(names)
	fmt.Fprintf(w, "%s  STABILITY INDEX  BY CHANCE  MOVED\n", cell.Fit(names[0], width, cell.Left))
	for i, s := range shifts {
		pr.Fprintf(w, "%s  %15.4f  %9.4f  %s\n", cell.Fit(names[i+1], width, cell.Left), s.Index, s.Chance, s.Words.In(pr))
	}
	fmt.Fprintln(w, plain(export.ShiftHelp().In(pr)))
}

// printSizes prints the segments then and now.
func printSizes(w io.Writer, pr *message.Printer, segments []export.SizeChange) {
	names := []string{"SEGMENT"}
	for _, s := range segments {
		names = append(names, plain(s.Segment))
	}
	width := widthOf(names)
	fmt.Fprintf(w, "%s       THEN   SHARE        NOW   SHARE\n", cell.Fit(names[0], width, cell.Left))
	side := func(n int, share float64) string {
		if n < 0 {
			return fmt.Sprintf("  %9s  %6s", "-", "")
		}
		return pr.Sprintf("  %9d  %5.1f%%", n, 100*share)
	}
	for i, s := range segments {
		fmt.Fprintln(w, cell.Fit(names[i+1], width, cell.Left)+side(s.Then, s.ThenShare)+side(s.Now, s.NowShare))
	}
}

// widthOf is how many cells the widest name takes, up to a limit.
func widthOf(names []string) int {
	const most = 40
	width := 0
	for _, n := range names {
		width = max(width, cell.Width(cell.Clean(n)))
	}
	return min(width, most)
}
