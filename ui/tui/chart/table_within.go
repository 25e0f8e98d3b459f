package chart

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"custseg/ui/tui/cell"
)

// leastHead is the least room that a head is wrapped to.
const leastHead = 8

// between are the cells between two columns of a table.
const between = 2

// Within is a table as lines of at most w cells.
type Within struct {
	Lines []string
	Heads int  // the first so many lines are the title and the heads
	More  bool // columns of numbers are left out at the right
}

// Within writes the table in w cells. A number is never cut: where there is no
// room heads are wrapped first, then words are cut, and then columns at the right
// are left out. Words are cut to two fifths where all numbers then have room, else
// to three; the first number always has its room.
func (t Table) Within(w int) Within {
	widths := make([]int, len(t.Head))
	total := between * (len(t.Head) - 1)
	for i, s := range t.Head {
		widths[i] = max(cell.Width(cell.Clean(s)), t.widest(i))
		total += widths[i]
	}
	if total > w {
		for i := t.Words; i < len(t.Head); i++ {
			widths[i] = max(t.widest(i), min(widths[i], max(leastHead, longestWord(t.Head[i]))))
		}
		t.cutWords(widths, w)
	}
	shown, used := t.Words, t.wordRoom(widths)
	for shown < len(t.Head) {
		if used += widths[shown]; shown > t.Words && used > w {
			break
		}
		used += between
		shown++
	}
	out := Within{Lines: []string{cell.Clean(t.Title)}, More: shown < len(t.Head)}
	wrapped, tall := make([][]string, shown), 1
	for i := range wrapped {
		wrapped[i] = strings.Split(ansi.Wrap(cell.Clean(t.Head[i]), max(widths[i], 1), ""), "\n")
		tall = max(tall, len(wrapped[i]))
	}
	for k := range tall {
		row := make([]string, shown)
		for i, lines := range wrapped {
			if j := k - (tall - len(lines)); j >= 0 { // heads stand on their numbers
				row[i] = lines[j]
			}
		}
		out.Lines = append(out.Lines, t.line(row, widths))
	}
	out.Heads = len(out.Lines)
	for _, r := range t.Rows {
		out.Lines = append(out.Lines, t.line(r[:shown], widths))
	}
	for _, n := range t.Notes {
		out.Lines = append(out.Lines, strings.Split(ansi.Wrap(cell.Clean(n), max(w, 1), ""), "\n")...)
	}
	return out
}

// widest is the widest entry of a column.
func (t Table) widest(col int) int {
	out := 0
	for _, r := range t.Rows {
		out = max(out, cell.Width(cell.Clean(r[col])))
	}
	return out
}

// wordRoom are the cells of the columns of words with the blanks after them.
func (t Table) wordRoom(widths []int) int {
	out := 0
	for _, w := range widths[:t.Words] {
		out += w + between
	}
	return out
}

// cutWords makes the widest of the columns of words narrower until they leave the
// numbers their room.
func (t Table) cutWords(widths []int, w int) {
	const least = 4
	numbers := 0
	for _, n := range widths[t.Words:] {
		numbers += n + between
	}
	first := 0
	if t.Words < len(widths) {
		first = widths[t.Words]
	}
	room := w - numbers + between
	if numbers > w*3/5 {
		room = w - max(w*2/5, first)
	}
	for t.wordRoom(widths) > room {
		at := 0
		for i, n := range widths[:t.Words] {
			if n > widths[at] {
				at = i
			}
		}
		if t.Words == 0 || widths[at] <= least {
			return
		}
		widths[at]--
	}
}

// longestWord is the width of the longest word of a head.
func longestWord(s string) int {
	out := 0
	for _, word := range strings.Fields(cell.Clean(s)) {
		out = max(out, cell.Width(word))
	}
	return out
}
