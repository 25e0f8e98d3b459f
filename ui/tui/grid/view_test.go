package grid_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"custseg/ui/tui/golden"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"

	"github.com/charmbracelet/x/ansi"
)

var looks = map[string]theme.Options{
	"color": {Color: true, Colors256: true},
	"mono":  {},
	"ascii": {Color: true, ASCII: true},
}

func TestGolden(t *testing.T) {
	for name, o := range looks {
		th := theme.New(nil, o)
		for _, w := range []int{40, 80, 120} {
			g := grid.New(customers())
			g.SetSize(w, 9)
			g.SetFrozen(1)
			g.SetSort([]grid.Key{{Col: 2}, {Col: 3, Desc: true}})
			g.SetCursor(1, 3)
			golden.View(t, fmt.Sprintf("customers-%s-%d", name, w), g.View(th, true), w, 9)
			g.SetCursor(4, 6)
			golden.View(t, fmt.Sprintf("customers-right-%s-%d", name, w), g.View(th, false), w, 9)

			g = grid.New(sizes())
			g.SetSize(w, 8)
			g.SortBy(1, true)
			g.SetCursor(2, 0)
			golden.View(t, fmt.Sprintf("segments-%s-%d", name, w), g.View(th, true), w, 8)
		}
	}
}

func TestEmpty(t *testing.T) {
	th := theme.New(nil, looks["mono"])
	src := customers()
	src.rows = nil
	g := grid.New(src)
	g.SetEmpty("No customers match the filter")
	g.SetSize(50, 4)
	golden.View(t, "empty", g.View(th, true), 50, 4)
	if row, col := g.Cursor(); row != -1 || col != 0 {
		t.Errorf("the cursor is at %d, %d", row, col)
	}
	none := grid.New(&words{})
	none.SetSize(30, 3)
	for _, k := range keys {
		g.Key(k)
		none.Key(k)
		none.Click(3, 1)
		none.Widen(1)
		golden.Size(t, "no columns after "+k, none.View(th, true), 30, 3)
	}
}

var keys = []string{"up", "down", "left", "right", "h", "j", "k", "l", "pgup", "pgdown", "ctrl+b", "ctrl+f", "ctrl+d", "ctrl+u", "g", "G", "home", "end", "0", "$"}

// Every size, from nothing up, is filled exactly, and the cursor is on it.
func TestExactAtEverySize(t *testing.T) {
	th := theme.New(nil, theme.Options{})
	for w := range 130 {
		for _, h := range []int{0, 1, 2, 5, 12} {
			for _, src := range []grid.Source{customers(), sizes(), numbers{1000, 9}} {
				g := grid.New(src)
				g.SetFrozen(w % 4)
				g.SetSize(w, h)
				for _, k := range []string{"", "$", "G", "0", "right", "ctrl+u"} {
					g.Key(k)
					view := g.View(th, true)
					golden.Size(t, fmt.Sprintf("%T %dx%d after %q", src, w, h, k), view, w, h)
					if text := strings.Join(view, ""); w > 2 && h > 1 && !strings.Contains(text, "▶") {
						t.Fatalf("%T %dx%d after %q: no cursor", src, w, h, k)
					}
					if w >= 60 && h > 1 && !strings.Contains(strings.Join(view, ""), "\x1b[1;4;7;4m") {
						t.Fatalf("%T %dx%d after %q: no cursor cell: %q", src, w, h, k, view)
					}
				}
			}
		}
	}
}

// A cell is shown in full when the cursor is on it and there is room.
func TestCursorColumnComesIntoView(t *testing.T) {
	th := theme.New(nil, theme.Options{})
	g := grid.New(numbers{100, 30})
	g.SetSize(60, 5)
	for col := range 30 {
		header := strings.NewReplacer("‹", " ", "›", " ").Replace(ansi.Strip(g.View(th, true)[0]))
		if view := header + " "; !strings.Contains(view, fmt.Sprintf(" column %d ", col)) {
			t.Errorf("column %d is not on the screen: %s", col, view)
		}
		g.Key("right")
	}
	header := ansi.Strip(g.View(th, true)[0])
	if !strings.HasPrefix(header, "‹") || strings.HasSuffix(header, "›") {
		t.Errorf("at the last column: %q", header)
	}
	g.Key("0")
	header = ansi.Strip(g.View(th, true)[0])
	if strings.HasPrefix(header, "‹") || !strings.HasSuffix(header, "›") {
		t.Errorf("at the first column: %q", header)
	}
	g.SetFrozen(2)
	g.Key("$")
	if header = ansi.Strip(g.View(th, true)[0]); !strings.HasPrefix(header, " column 0") || !strings.Contains(header, "‹column") {
		t.Errorf("frozen columns: %q", header)
	}
}

func TestBar(t *testing.T) {
	uni, asc := theme.New(nil, theme.Options{}), theme.New(nil, theme.Options{ASCII: true})
	for _, c := range []struct {
		share    float64
		uni, asc string
	}{
		{0, "    ", "    "}, {0.001, "▏   ", "-   "}, {0.25, "█   ", "#   "}, {0.40625, "█▋  ", "#=  "}, {1, "████", "####"}, {7, "████", "####"}, {-1, "    ", "    "},
	} {
		if u, a := grid.Bar(uni, c.share, 4), grid.Bar(asc, c.share, 4); u != c.uni || a != c.asc {
			t.Errorf("Bar(%v) is %q and %q, want %q and %q", c.share, u, a, c.uni, c.asc)
		}
	}
}

// The bar of the cursor's row looks as it does on any other row.
func TestBarIsNotReversed(t *testing.T) {
	for name, o := range looks {
		th := theme.New(nil, o)
		g := grid.New(sizes())
		g.SetSize(80, 8)
		if text := strings.Join(g.View(th, true), ""); !strings.Contains(text, "\x1b[7m") {
			t.Fatalf("%s: no row is reversed", name)
		}
		here := barInk(g.View(th, true)[1], th)
		g.Key("down")
		if elsewhere := barInk(g.View(th, true)[1], th); here != elsewhere {
			t.Errorf("%s: under the cursor the bar is in %q, else in %q", name, here, elsewhere)
		}
	}
}

// barInk returns the escape sequence in force where a line's bar ends.
func barInk(line string, th *theme.Theme) string {
	before := line[:strings.LastIndex(line, th.Glyphs.Eighths[7])] // the swatch may be the same sign
	at := strings.LastIndex(before, "\x1b[")
	if at < 0 {
		return ""
	}
	ink, _, _ := strings.Cut(before[at:], "m")
	if ink == "\x1b[0" {
		return ""
	}
	return ink
}

func BenchmarkView(b *testing.B) {
	th := theme.New(nil, looks["color"])
	g := grid.New(numbers{1_000_000, 12})
	g.SetSize(200, 51)
	b.ReportAllocs()
	for b.Loop() {
		g.Key("down")
		g.View(th, true)
	}
}

func BenchmarkFindNothing(b *testing.B) {
	src := numbers{100_000, 2}
	for b.Loop() {
		if _, _, ok, _ := grid.Find(context.Background(), src, nil, grid.Search{Pattern: "zz", Col: -1}); ok {
			b.Fatal("found")
		}
	}
}

func BenchmarkWidths(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		grid.New(numbers{1_000_000, 12})
	}
}

// A column that says nothing in part is left out, with the sign that there is more.
func TestColumnWithLeast(t *testing.T) {
	th := theme.New(nil, looks["mono"])
	src := &words{cols: []grid.Column{{Title: "Segment"}, {Title: "Rule", Least: 16}},
		rows: [][]string{{"Innovators", strings.Repeat("innovativeness ", 6)}}}
	for w, shown := range map[int]bool{24: false, 40: true} {
		g := grid.New(src)
		g.SetSize(w, 2)
		if got := strings.Contains(strings.Join(g.View(th, true), ""), "innov"); got != shown {
			t.Errorf("%d cells: shown is %v", w, got)
		}
	}
}
