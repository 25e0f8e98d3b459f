package grid

import (
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// painter joins the parts of one line and paints neighbours of the same ink
// together: most of the cost of a cell is its escape sequences.
type painter struct {
	t     *theme.Theme
	fit   cell.Fitter
	spans []span
	w     int

	base theme.Ink // of the row, where a part has none of its own

	x   int // cells so far
	ink theme.Ink
	run []byte
	out strings.Builder
}

func (p *painter) switchTo(ink theme.Ink) {
	if ink != p.ink {
		p.flush()
		p.ink = ink
	}
}

func (p *painter) flush() {
	if len(p.run) > 0 {
		p.out.WriteString(p.t.Paint(p.ink, string(p.run)))
		p.run = p.run[:0]
	}
}

// add appends clean text.
func (p *painter) add(ink theme.Ink, s string) {
	p.switchTo(ink)
	p.run = append(p.run, s...)
	p.x += cell.Width(s)
}

// part appends clean text of w cells in an ink of its own. On a reversed row it
// is as the row: colours turned round are hard to read.
func (p *painter) part(ink theme.Ink, s string, w int) {
	if p.base.Reverse {
		ink = p.base
	}
	ink.Bold = ink.Bold || p.base.Bold
	ink.Underline = ink.Underline || p.base.Underline
	p.switchTo(ink)
	p.run = append(p.run, s...)
	p.x += w
}

// bar appends a bar of w cells behind a space. On a reversed row both are as on
// any other: turned round, what is long would look short.
func (p *painter) bar(ink theme.Ink, s string, w int) {
	if !p.base.Reverse {
		p.space(p.base, 1)
		p.part(ink, s, w)
		return
	}
	p.space(p.t.Plain, 1)
	p.add(ink, s)
}

// fitted appends any text in exactly w cells.
func (p *painter) fitted(ink theme.Ink, s string, w int, a cell.Align) {
	if w <= 0 {
		return
	}
	p.switchTo(ink)
	p.run = p.fit.Append(p.run, s, w, a)
	p.x += w
}

func (p *painter) space(ink theme.Ink, n int) { p.fitted(ink, "", n, cell.Left) }

// end returns the line, filled to the full width, and starts the next.
func (p *painter) end() string {
	p.space(p.t.Plain, p.w-p.x)
	p.flush()
	line := p.out.String()
	p.out.Reset()
	p.x, p.base = 0, p.t.Plain
	return line
}
