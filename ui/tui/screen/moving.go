package screen

import (
	"context"

	"custseg/ui/tui/grid"
)

// arrow is the step of an arrow key or its letter, right and down positive; 0, 0
// for another key.
func arrow(key string) (dx, dy int) {
	switch key {
	case "left", "h":
		return -1, 0
	case "right", "l":
		return 1, 0
	case "up", "k":
		return 0, -1
	case "down", "j":
		return 0, 1
	}
	return 0, 0
}

// searchTask looks in all columns for the next row of a table with the text, or
// for the one before, and puts the cursor there; missing is called when there is
// none. An answer that comes when the table is no longer current is dropped.
func searchTask(g *grid.Grid, source grid.Source, text string, back bool, current func() bool, missing func()) Task {
	rows := g.Rows()
	search := grid.Search{Pattern: text, Col: -1, From: g.Pos(), Back: back}
	var pos, col int
	var found bool
	return Task{
		Name: "searching",
		Work: func(ctx context.Context, _ func(float64)) (err error) {
			pos, col, found, err = grid.Find(ctx, source, rows, search)
			return err
		},
		Done: func(err error) {
			switch {
			case err != nil || !current():
			case found:
				g.Goto(pos, col)
			default:
				missing()
			}
		},
	}
}
