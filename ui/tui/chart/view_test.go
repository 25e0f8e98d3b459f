package chart

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/theme"
)

func TestGoldenSizes(t *testing.T) {
	for _, p := range pictures() {
		for _, s := range [][2]int{{24, 5}, {40, 10}, {80, 15}, {120, 24}} {
			name := fmt.Sprintf("%s-%d", p.name, s[0])
			golden.View(t, name, p.c.View(plain(), s[0], s[1], p.at), s[0], s[1])
		}
	}
}

func TestGoldenLooks(t *testing.T) {
	for _, p := range pictures() {
		golden.View(t, p.name+"-80-ascii", p.c.View(ascii(), 80, 15, p.at), 80, 15)
		golden.View(t, p.name+"-80-colour", p.c.View(colours(), 80, 15, p.at), 80, 15)
	}
}

// Only a tall grid has room for the ramp of heat.
func TestGoldenTallGrid(t *testing.T) {
	view := newBase(2000).grid().View(colours(), 100, 26, Nowhere())
	golden.View(t, "grid-100-tall", view, 100, 26)
}

func TestGoldenOddities(t *testing.T) {
	for _, p := range oddities() {
		golden.View(t, "odd-"+p.name, p.c.View(plain(), 40, 9, p.at), 40, 9)
	}
}

func TestGoldenTables(t *testing.T) {
	for _, p := range pictures() {
		lines := p.c.Table().Lines()
		for i, l := range lines {
			lines[i] = cell.Pad(l, 100)
		}
		golden.View(t, "table-"+p.name, lines, 100, len(lines))
	}
}

// Every view is exactly as large as asked for, whatever the size, the look and
// the cursor.
func TestViewHasItsSize(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	themes := map[string]*theme.Theme{"plain": plain(), "ascii": ascii(), "colour": colours()}
	names := []string{"plain", "ascii", "colour"}
	for _, p := range append(pictures(), oddities()...) {
		for range 120 {
			w, h := r.IntN(60), r.IntN(20)
			if r.IntN(6) == 0 {
				w, h = r.IntN(230), r.IntN(60)
			}
			at := Cursor{r.IntN(70) - 3, r.IntN(30) - 3, r.IntN(12) - 6}
			look := names[r.IntN(len(names))]
			golden.Size(t, fmt.Sprintf("%s %s %dx%d %+v", p.name, look, w, h, at), p.c.View(themes[look], w, h, at), w, h)
		}
	}
}
