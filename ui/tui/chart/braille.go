package chart

// dots is a raster of 2 by 4 dots a cell, as braille has them.
type dots struct {
	w, h int // in cells
	bits []uint8
}

func newDots(w, h int) *dots { return &dots{w, h, make([]uint8, max(w, 0)*max(h, 0))} }

// brailleBit is the bit of a dot in a cell, by row and column, in the order of
// U+2800.
var brailleBit = [4][2]uint8{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}

// set sets the dot at x, y from the left upper corner; outside it does nothing.
func (d *dots) set(x, y int) {
	if x < 0 || y < 0 || x >= 2*d.w || y >= 4*d.h {
		return
	}
	d.bits[y/4*d.w+x/2] |= brailleBit[y%4][x%2]
}

// line draws a straight line between two dots (Bresenham, IBM Systems Journal
// 4, 1965).
func (d *dots) line(x0, y0, x1, y1 int) {
	dx, dy := abs(x1-x0), -abs(y1-y0)
	sx, sy := 1, 1
	if x0 > x1 {
		sx = -1
	}
	if y0 > y1 {
		sy = -1
	}
	for e := dx + dy; ; {
		d.set(x0, y0)
		if x0 == x1 && y0 == y1 {
			return
		}
		e2 := 2 * e
		if e2 >= dy {
			e += dy
			x0 += sx
		}
		if e2 <= dx {
			e += dx
			y0 += sy
		}
	}
}

// at returns the braille sign of a cell, a blank where no dot is set.
func (d *dots) at(x, y int) string {
	b := d.bits[y*d.w+x]
	if b == 0 {
		return blank
	}
	return string(rune(0x2800 + int(b)))
}

func abs(v int) int {
	if v < 0 {
		return -v
	}
	return v
}
