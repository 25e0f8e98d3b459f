package grid

// Key moves the cursor and reports whether the key is one that does: arrows and
// hjkl, pgup and pgdown, ctrl+d and ctrl+u by half a page, ctrl+f and ctrl+b, g
// and home for the first row, G and end for the last, 0 and $ for the first and
// the last column.
func (g *Grid) Key(name string) bool {
	switch name {
	case "up", "k":
		g.move(g.pos-1, g.col)
	case "down", "j":
		g.move(g.pos+1, g.col)
	case "left", "h":
		g.move(g.pos, g.col-1)
	case "right", "l":
		g.move(g.pos, g.col+1)
	case "pgup", "ctrl+b":
		g.scroll(-g.page())
	case "pgdown", "ctrl+f":
		g.scroll(g.page())
	case "ctrl+u":
		g.scroll(-max(1, g.page()/2))
	case "ctrl+d":
		g.scroll(max(1, g.page()/2))
	case "g", "home":
		g.move(0, g.col)
	case "G", "end":
		g.move(g.Len()-1, g.col)
	case "0":
		g.move(g.pos, 0)
	case "$":
		g.move(g.pos, len(g.shown)-1)
	default:
		return false
	}
	return true
}

// Hit is what the mouse was pressed on.
type Hit struct {
	Header bool // the title of column Col
	Row    int  // the source row, -1 for none
	Col    int  // the source column, -1 beside the columns
}

// Click puts the cursor on the cell at x, y, counted from the table's top left,
// and returns what is there. A click on a title moves the cursor to its column
// only.
func (g *Grid) Click(x, y int) Hit {
	hit := Hit{Row: -1, Col: -1}
	if y < 0 || y >= g.h || x < 0 || x >= g.w {
		return hit
	}
	place := g.col
	if at := g.placeAt(x); at >= 0 {
		place, hit.Col = at, g.column(at)
	}
	if y == 0 {
		hit.Header = hit.Col >= 0
		g.move(g.pos, place)
		return hit
	}
	pos := g.top + y - 1
	if hit.Row = g.row(pos); hit.Row >= 0 {
		g.move(pos, place)
	}
	return hit
}

// Wheel scrolls by rows, down positive. The cursor stays where it is on the
// table as long as that is on the screen.
func (g *Grid) Wheel(rows int) {
	g.top = max(0, min(g.top+rows, g.Len()-g.page()))
	pos := max(g.top, min(g.pos, g.top+g.page()-1))
	if pos != g.pos {
		g.move(pos, g.col)
	}
}

// Center scrolls so that the cursor's row is in the middle.
func (g *Grid) Center() {
	g.top = max(0, min(g.pos-g.page()/2, g.Len()-g.page()))
}

// scroll moves the cursor and the rows under it together.
func (g *Grid) scroll(rows int) {
	g.top = max(0, min(g.top+rows, g.Len()-g.page()))
	g.move(g.pos+rows, g.col)
}

// move puts the cursor as near to places as there are rows and columns shown.
func (g *Grid) move(pos, col int) {
	g.pos = max(0, min(pos, g.Len()-1))
	g.col = max(0, min(col, len(g.shown)-1))
	g.want = max(0, g.row(g.pos))
	g.show()
}

// page is the number of rows on the screen, at least one.
func (g *Grid) page() int { return max(1, g.h-1) }

// show scrolls as little as brings the cursor onto the screen. Before there are
// lines to show rows on, no row is scrolled away.
func (g *Grid) show() {
	if page := g.page(); g.h > 0 {
		g.top = max(0, min(g.top, g.Len()-page))
		g.top = max(g.pos-page+1, min(g.top, g.pos))
	}

	g.left = max(g.pinned, min(g.left, len(g.shown)-1))
	if g.col < g.pinned {
		return
	}
	g.left = min(g.left, g.col)
	for g.left > g.pinned && g.roomBefore() { // no blank at the right while columns are off the left
		g.left--
	}
	for g.left < g.col && !g.whole(g.col) {
		g.left++
	}
}

// roomBefore reports whether every column from the one before the first shown on
// fits on the screen.
func (g *Grid) roomBefore() bool {
	room := g.w - gutter - margin
	for place, c := range g.shown {
		if place < g.pinned || place >= g.left-1 {
			if room -= g.widths[c]; room < 0 {
				return false
			}
			room -= gap
		}
	}
	return true
}

// whole reports whether the column at a place is on the screen in full.
func (g *Grid) whole(place int) bool {
	for _, s := range g.spans() {
		if s.place == place {
			return s.w >= g.widths[s.col]
		}
	}
	return false
}

// placeAt returns the place of the column drawn at cell x, -1 for none.
func (g *Grid) placeAt(x int) int {
	for _, s := range g.spans() {
		if x >= s.x && x < s.x+s.w {
			return s.place
		}
	}
	return -1
}
