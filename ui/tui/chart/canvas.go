package chart

import (
	"strings"

	"github.com/rivo/uniseg"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// canvas is a rectangle of cells that are drawn in any order and then written
// line by line, one escape sequence for each run of equal ink. Drawing outside
// it does nothing.
type canvas struct {
	t      *theme.Theme
	w, h   int
	px     []pixel
	footed bool   // the last line may be covered by the readout
	foot   string // the readout that covers it
}

// pixel is one cell: one grapheme and its ink. The second cell of a wide
// grapheme is empty.
type pixel struct {
	s   string
	ink theme.Ink
}

const blank = " "

func newCanvas(t *theme.Theme, w, h int) *canvas {
	w, h = max(w, 0), max(h, 0)
	c := &canvas{t: t, w: w, h: h, px: make([]pixel, w*h)}
	for i := range c.px {
		c.px[i] = pixel{blank, t.Plain}
	}
	return c
}

func (c *canvas) inside(x, y int) bool { return x >= 0 && x < c.w && y >= 0 && y < c.h }

// set draws one grapheme of one cell. What is left of a wide grapheme below it
// becomes blank.
func (c *canvas) set(x, y int, s string, ink theme.Ink) {
	if !c.inside(x, y) {
		return
	}
	px := c.px[y*c.w : (y+1)*c.w]
	if px[x].s == "" && s != "" {
		px[x-1].s = blank
	}
	px[x] = pixel{s, ink}
	if x+1 < c.w && px[x+1].s == "" {
		px[x+1].s = blank
	}
}

// over draws a sign over what is there: a full block keeps its colour around
// the sign.
func (c *canvas) over(x, y int, s string, ink theme.Ink) {
	if c.inside(x, y) && c.px[y*c.w+x].s == c.t.Glyphs.Eighths[7] {
		ink = c.px[y*c.w+x].ink
		ink.Reverse = true
	}
	c.set(x, y, s, ink)
}

// empty reports whether nothing is drawn at a cell of the canvas.
func (c *canvas) empty(x, y int) bool { return c.inside(x, y) && c.px[y*c.w+x].s == blank }

// text draws clean text from x to the right, and returns the x after it. A
// wide grapheme that would be cut by the edge is drawn as a blank.
func (c *canvas) text(x, y int, s string, ink theme.Ink) int {
	for s != "" {
		g := grapheme(s)
		s = s[len(g):]
		w := cell.Width(g)
		switch {
		case w == 1 || w == 2 && c.inside(x, y) && !c.inside(x+1, y):
			if w == 2 {
				g = blank
			}
			c.set(x, y, g, ink)
		case w == 2 && c.inside(x, y):
			c.set(x, y, g, ink)
			c.set(x+1, y, "", ink)
		}
		x += w
	}
	return x
}

// grapheme returns the first grapheme of s.
func grapheme(s string) string {
	if s[0] < 0x80 && (len(s) == 1 || s[1] < 0x80) {
		return s[:1]
	}
	g, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return g
}

// fit draws text cut or padded to w cells.
func (c *canvas) fit(x, y int, s string, w int, a cell.Align, ink theme.Ink) {
	c.text(x, y, fit(c.t, s, w, a), ink)
}

// fill draws one grapheme n times from x to the right.
func (c *canvas) fill(x, y, n int, s string, ink theme.Ink) {
	for i := range n {
		c.set(x+i, y, s, ink)
	}
}

// lines writes the canvas.
func (c *canvas) lines() []string {
	if c.foot != "" {
		c.fit(0, c.h-1, c.foot, c.w, cell.Left, c.t.Accent)
	}
	out := make([]string, c.h)
	var run strings.Builder
	for y := range out {
		var line strings.Builder
		px := c.px[y*c.w : (y+1)*c.w]
		for i := 0; i < len(px); {
			ink := px[i].ink
			run.Reset()
			for ; i < len(px) && (px[i].ink == ink || unseen(px[i]) && !shows(ink)); i++ {
				run.WriteString(px[i].s)
			}
			if ink == c.t.Plain {
				line.WriteString(run.String())
			} else {
				line.WriteString(c.t.Paint(ink, run.String()))
			}
		}
		out[y] = line.String()
	}
	return out
}

// unseen reports whether a cell looks the same in every ink that does not show
// on blanks, so that a run need not end for it.
func unseen(p pixel) bool { return p.s == blank && !shows(p.ink) }

// shows reports whether an ink can be seen on a blank.
func shows(i theme.Ink) bool { return i.BG >= 0 || i.Reverse || i.Underline }

// fit cuts or pads text to w cells with the theme's ellipsis.
func fit(t *theme.Theme, s string, w int, a cell.Align) string {
	f := cell.Fitter{}
	if t.ASCII {
		f.Ellipsis = t.Glyphs.Ellipsis
	}
	return f.Fit(s, w, a)
}
