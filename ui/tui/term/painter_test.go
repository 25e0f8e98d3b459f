package term

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"custseg/ui/tui/cell"
)

// glass is a terminal's screen as far as a painter writes to one.
type glass struct {
	t     *testing.T
	cells [][]string // one string a cell, "" behind a wide character
	x, y  int
	wrote int // times
	last  string
}

func newGlass(t *testing.T, w, h int) *glass {
	g := &glass{t: t}
	g.resize(w, h)
	return g
}

// resize leaves what no program may rely on.
func (g *glass) resize(w, h int) {
	g.cells = make([][]string, h)
	for y := range g.cells {
		g.cells[y] = slices.Repeat([]string{"?"}, w)
	}
}

func (g *glass) Write(b []byte) (int, error) {
	g.wrote++
	g.last = string(b)
	for s := g.last; s != ""; {
		seq, w, n, _ := ansi.DecodeSequence(s, ansi.NormalState, nil)
		s = s[n:]
		if w > 0 {
			g.put(seq, w)
			continue
		}
		g.obey(seq)
	}
	return len(b), nil
}

func (g *glass) put(c string, w int) {
	if g.x+w > len(g.cells[0]) {
		g.t.Errorf("%q at row %d goes over the edge", c, g.y)
		return
	}
	for i := range w {
		g.cells[g.y][g.x+i] = ""
	}
	g.cells[g.y][g.x] = c
	g.x += w
}

func (g *glass) obey(seq string) {
	args, found := strings.CutPrefix(seq, "\x1b[")
	switch {
	case found && strings.HasSuffix(args, "H"):
		row, column, _ := strings.Cut(strings.TrimSuffix(args, "H"), ";")
		g.y, g.x = number(row)-1, number(column)-1
	case seq == ansi.EraseLineRight:
		g.erase(g.y)
	case seq == ansi.EraseScreenBelow:
		g.erase(g.y)
		for y := g.y + 1; y < len(g.cells); y++ {
			g.x = 0
			g.erase(y)
		}
	case found && strings.HasSuffix(args, "m"), strings.HasPrefix(args, "?"):
	default:
		g.t.Errorf("the terminal is sent %q", seq)
	}
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return max(1, n)
}

func (g *glass) erase(y int) {
	for x := g.x; x < len(g.cells[y]); x++ {
		g.cells[y][x] = " "
	}
}

func (g *glass) text() string {
	var lines []string
	for _, row := range g.cells {
		lines = append(lines, strings.TrimRight(strings.Join(row, ""), " "))
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// painting is a painter that has entered a screen of a size.
func painting(g *glass, w, h int) *painter {
	p := newPainter(g)
	io.WriteString(p, ansi.SetModeAltScreenSaveCursor)
	p.resize(w, h)
	return p
}

// frames are moments at which a frame may be painted.
func frames() func() time.Time {
	now := time.Unix(0, 0)
	return func() time.Time {
		now = now.Add(frameGap)
		return now
	}
}

// Whatever frames follow each other, on a screen of whatever size, what is seen
// is the last one.
func TestPainterShowsTheLastFrame(t *testing.T) {
	parts := []string{"", "a", "segment ", "顧客", "é", "\x1b[7mChampions\x1b[m", "█▏", "\x1b[31m東京都港区\x1b[m ", "한국어 이름"}
	rnd := rand.New(rand.NewPCG(1, 1))
	w, h := 20, 6
	g := newGlass(t, w, h)
	p, next := painting(g, w, h), frames()
	lines := []string{}
	for range 2000 {
		switch rnd.IntN(12) {
		case 0:
			w, h = 1+rnd.IntN(30), 1+rnd.IntN(9)
			g.resize(w, h)
			p.resize(w, h)
		case 1:
			io.WriteString(p, ansi.ResetModeAltScreenSaveCursor)
			g.resize(w, h)
			io.WriteString(p, ansi.SetModeAltScreenSaveCursor)
		}
		for range rnd.IntN(3) {
			line := ""
			for range rnd.IntN(5) {
				line += parts[rnd.IntN(len(parts))]
			}
			lines = append(lines, line)
		}
		lines = lines[min(rnd.IntN(3), len(lines)):]
		p.paint(strings.Join(lines, "\n"), next())
		var want []string
		for _, line := range lines[max(0, len(lines)-h):] {
			want = append(want, strings.TrimRight(ansi.Strip(ansi.Truncate(line, w, "")), " "))
		}
		if got := g.text(); got != strings.TrimRight(strings.Join(want, "\n"), "\n") {
			t.Fatalf("%d×%d shows\n%s\nof the frame\n%s\nafter %q", w, h, got, strings.Join(lines, "\n"), g.last)
		}
	}
}

func TestPainterWritesOnlyWhatChanged(t *testing.T) {
	g := newGlass(t, 20, 3)
	p, next := painting(g, 20, 3), frames()
	p.paint("one\ntwo\nthree", next())
	g.wrote, g.last = 0, ""
	p.paint("one\ntwo\nthree", next())
	if g.wrote != 0 {
		t.Errorf("a frame that is there already is painted again: %q", g.last)
	}
	p.paint("one\n2\nthree", next())
	if g.wrote != 1 || !strings.Contains(g.last, "2") || strings.Contains(g.last, "one") || strings.Contains(g.last, "three") {
		t.Errorf("%d writes, the last %q", g.wrote, g.last)
	}
	p.resize(20, 3)
	p.paint("one\n2\nthree", next())
	if !strings.Contains(g.last, "one") || !strings.Contains(g.last, "three") {
		t.Errorf("after a resize the terminal is sent only %q", g.last)
	}
}

func TestPainterWaits(t *testing.T) {
	g := newGlass(t, 20, 3)
	p := painting(g, 20, 3)
	now := time.Unix(1, 0)
	p.paint("one", now)
	soon := now.Add(frameGap / 4)
	p.paint("two", soon)
	if g.text() != "one" {
		t.Errorf("a frame that came too soon is shown: %q", g.text())
	}
	p.paint("two", soon.Add(p.wait(soon)))
	if g.text() != "two" {
		t.Errorf("a frame that waited is not shown: %q", g.text())
	}
}

// Before the screen is entered, once it was left, and while its size is unknown
// nothing is painted, or it would stay on the terminal.
func TestPainterKeepsToItsScreen(t *testing.T) {
	g := newGlass(t, 20, 3)
	p, next := newPainter(g), frames()
	p.resize(20, 3)
	p.paint("too early", next())
	io.WriteString(p, ansi.SetModeAltScreenSaveCursor)
	io.WriteString(p, ansi.ResetModeAltScreenSaveCursor)
	p.paint("too late", next())
	p.resize(0, 0)
	io.WriteString(p, ansi.SetModeAltScreenSaveCursor)
	p.paint("nowhere", next())
	if g.wrote != 3 {
		t.Errorf("%d writes, the last %q", g.wrote, g.last)
	}
}

func TestPainterTakesBubbleTeasFrames(t *testing.T) {
	g := newGlass(t, 20, 3)
	p := painting(g, 20, 3)
	g.wrote = 0
	fmt.Fprint(p, ansi.CursorHomePosition+"\r"+still+ansi.EraseLineRight+ansi.CursorPosition(0, 1))
	if g.wrote != 0 {
		t.Errorf("the terminal is sent %q", g.last)
	}
	fmt.Fprint(p, ansi.SetModeBracketedPaste)
	if g.last != ansi.SetModeBracketedPaste {
		t.Errorf("the terminal is sent %q", g.last)
	}
}

// Bubble Tea asks only a file for the size of the screen.
func TestPainterOfAFileIsAFile(t *testing.T) {
	out, ok := newPainter(os.Stdout).output().(terminalFile)
	if !ok || out.Fd() != os.Stdout.Fd() {
		t.Error("the terminal is not known as a file")
	}
}

// Lines are as wide as the program measures them, which is how the terminal does.
func TestPainterCutsAWideCharacterWhole(t *testing.T) {
	g := newGlass(t, 3, 1)
	p, next := painting(g, 3, 1), frames()
	p.paint("xyz", next())
	p.paint("顧客", next())
	if got := g.text(); got != "顧" || cell.Width(got) != 2 {
		t.Errorf("%q", got)
	}
}
