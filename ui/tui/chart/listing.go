package chart

import (
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// Listing draws a table of words and numbers that scrolls, such as the rules of
// what is bought together.
type Listing struct {
	pr     *message.Printer
	title  string
	table  Table
	widths []int // of the columns, without cutting
	right  []bool
	behind [][]int32
	n      int
	of     string
}

// NewListing prepares a listing.
func NewListing(pr *message.Printer, m *model.Listing) *Listing {
	l := &Listing{pr: pr, title: cell.Clean(m.Title.In(pr)), behind: m.Behind, n: m.N, of: cell.Clean(m.Of.In(pr))}
	l.table = Table{Title: l.title, Rows: make([][]string, m.Len())}
	for _, c := range m.Columns {
		head, texts := cell.Clean(c.Title.In(pr)), lined(c.Values, c.Unit)
		if c.Words != nil {
			l.table.Words++
			texts = make([]string, len(c.Words))
			for i, w := range c.Words {
				texts[i] = cell.Clean(w.In(pr))
			}
		}
		wide := cell.Width(head)
		for i, s := range texts {
			wide = max(wide, cell.Width(s))
			l.table.Rows[i] = append(l.table.Rows[i], s)
		}
		l.table.Head = append(l.table.Head, head)
		l.widths, l.right = append(l.widths, wide), append(l.right, c.Words == nil)
	}
	l.table.Notes = l.facts()
	return l
}

// Move implements [Chart].
func (l *Listing) Move(at Cursor, _, dy, _, _ int) Cursor {
	at.Y = step(at.Y, dy, len(l.table.Rows))
	return at
}

// Members implements [Chart]: the customers behind the row at the cursor.
func (l *Listing) Members(at Cursor, _, _ int) []int32 {
	if at.Y < 0 || at.Y >= len(l.behind) || len(l.behind[at.Y]) == 0 {
		return nil
	}
	return l.behind[at.Y]
}

// Place implements [Placed]: the words of the row.
func (l *Listing) Place(at Cursor, _, _ int) string {
	if at.Y < 0 || at.Y >= len(l.table.Rows) {
		return ""
	}
	return say(l.pr, "%s: %s", l.title, l.words(at.Y))
}

// words joins the words of a row.
func (l *Listing) words(row int) string {
	out := ""
	for i, s := range l.table.Rows[row][:l.table.Words] {
		if i == 0 {
			out = s
		} else {
			out = say(l.pr, "%s, %s", out, s)
		}
	}
	return out
}

func (l *Listing) facts() []string {
	out := []string{say(l.pr, "%d rows", len(l.table.Rows))}
	if l.n > 0 {
		out = append([]string{say(l.pr, "n %s %s", Count(l.n), l.of)}, out...)
	}
	return out
}

// Table implements [Chart].
func (l *Listing) Table() Table { return l.table }

// leastWords is the room that a column of words keeps in w cells.
func leastWords(w int) int { return min(max(w/4, 8), 16) }

// fitted returns the widths of the columns in w cells: the widest columns of
// words are cut first, then the last columns are left out, which may give words
// room again.
func (l *Listing) fitted(w int) []int {
	out, sum := append([]int{}, l.widths...), 1
	for _, n := range out {
		sum += n + 2
	}
	for sum > w {
		widest := -1
		for i, n := range out {
			if !l.right[i] && n > leastWords(w) && (widest < 0 || n > out[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		out[widest]--
		sum--
	}
	for sum > w && len(out) > 1 {
		sum -= out[len(out)-1] + 2
		out = out[:len(out)-1]
	}
	for free := w - sum; free > 0; free-- {
		short := -1
		for i, n := range out {
			if !l.right[i] && n < l.widths[i] && (short < 0 || n < out[short]) {
				short = i
			}
		}
		if short < 0 {
			break
		}
		out[short]++
	}
	return out
}

// View implements [Chart].
func (l *Listing) View(t *theme.Theme, w, h int, at Cursor) []string {
	c := newCanvas(t, w, h)
	rows := min(max(h-2, 0), len(l.table.Rows))
	first := window(at.Y, rows, len(l.table.Rows))
	facts, readout := l.facts(), ""
	if rows < len(l.table.Rows) {
		facts = append(facts, say(l.pr, "%d-%d of %d", first+1, first+rows, len(l.table.Rows)))
	}
	widths := l.fitted(w)
	if at.Y >= 0 && at.Y < len(l.table.Rows) && h >= 9 && rows == len(l.table.Rows) && rows < h-2 {
		c.footed, readout = true, l.words(at.Y)
	}
	heading(c, l.title, readout, facts)
	if len(l.table.Rows) == 0 {
		nothing(c, l.pr)
		return c.lines()
	}
	l.row(c, 1, l.table.Head, widths, t.Header)
	for i := range rows {
		ink := t.Plain
		if first+i == at.Y {
			ink = t.Title
			c.set(0, 2+i, t.Glyphs.Pointer, t.Accent)
		}
		l.row(c, 2+i, l.table.Rows[first+i], widths, ink)
	}
	if len(widths) < len(l.widths) {
		c.set(w-1, 1, t.Glyphs.Right, t.Warn)
	}
	return c.lines()
}

// row draws the cells of a row.
func (l *Listing) row(c *canvas, y int, cells []string, widths []int, ink theme.Ink) {
	x := 1
	for i, wide := range widths {
		align := cell.Left
		if l.right[i] {
			align = cell.Right
		}
		c.fit(x, y, cells[i], min(wide, max(c.w-x, 0)), align, ink)
		x += wide + 2
	}
}
