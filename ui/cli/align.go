package cli

import (
	"fmt"
	"io"
	"strings"

	"custseg/ui/tui/cell"
)

// columnGap is how many cells lie between the columns of an aligned table.
const columnGap = 2

// printAligned prints rows of as many texts each in columns aligned by the cells
// that texts take on a screen, of which an ideograph takes two.
func printAligned(w io.Writer, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for j, text := range row {
			if j == len(widths) {
				widths = append(widths, 0)
			}
			widths[j] = max(widths[j], cell.Width(text))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for j, text := range row {
			line.WriteString(cell.Fit(text, widths[j], cell.Left) + strings.Repeat(" ", columnGap))
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}
