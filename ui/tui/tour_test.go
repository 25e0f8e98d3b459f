package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"custseg/ui/tui/golden"
	"custseg/ui/tui/tour"
)

// onTour starts the tour in a folder of the test's own.
func onTour(t *testing.T, w, h int, look string) *player {
	t.Helper()
	samples, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	return playConfig(t, w, h, look, Config{Tour: true, Samples: os.DirFS(samples)})
}

// told are the keys that the panel tells to press now.
func (p *player) told() []string {
	step, _, _ := p.m.touring.tour.Step()
	if way := step.Way(p.m.tourState()); way != nil {
		return way
	}
	return step.Keys(p.m.current().Place())
}

// number is that of the tour's step, past the last at its end.
func (p *player) number() int {
	_, n, _ := p.m.touring.tour.Step()
	if p.m.touring.tour.Last() {
		n++
	}
	return n
}

// walk presses what the tour tells until a step.
func (p *player) walk(to int) {
	p.t.Helper()
	for range 40 {
		if p.number() >= to {
			return
		}
		p.press(p.told()...)
	}
	p.t.Fatalf("the tour does not come from step %d to %d:\n%s", p.number(), to, p.screen())
}

func lastStep(p *player) int {
	_, _, of := p.m.touring.tour.Step()
	return of + 1
}

func TestTheTourIsPlayedByTheKeysItTells(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 50}, {60, 16}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			p := onTour(t, size[0], size[1], "mono")
			for n := 1; n < lastStep(p); n++ {
				if got := p.number(); got != n {
					t.Fatalf("step %d, want %d:\n%s", got, n, p.screen())
				}
				step, _, of := p.m.touring.tour.Step()
				p.shows(fmt.Sprintf("Tour %d of %d", n, of))
				for step.Way(p.m.tourState()) != nil {
					p.shows("First press " + tour.Show(p.told()))
					p.press(p.told()...)
				}
				p.shows("Press " + tour.Show(step.Press))
				if size[1] >= 24 {
					for _, word := range strings.Fields(step.Look.In(p.m.config.Printer)) {
						p.shows(word)
					}
				}
				golden.Size(t, "tour", strings.Split(p.m.View(), "\n"), size[0], size[1])
				p.press(step.Press...)
			}
			p.shows("Your turn")
			if books, _ := filepath.Glob("*.xlsx"); len(books) != 1 {
				t.Errorf("workbooks %v", books)
			}
			p.press("ctrl+t")
			if p.m.touring.on || p.m.session.Unsaved() {
				t.Error("the tour does not end, or leaves work unsaved")
			}
		})
	}
}

// From every step one can go back to the one before and come to the end.
func TestTheTourGoesBackFromEveryStep(t *testing.T) {
	p := onTour(t, 100, 30, "mono")
	last := lastStep(p)
	for n := 2; n < last; n++ {
		p.walk(n)
		p.press("ctrl+g")
		if got := p.number(); got != n-1 && got != n-2 {
			t.Fatalf("back from step %d leads to %d", n, got)
		}
		if n == 2 {
			p.shows("First press ctrl+o")
		}
		p.walk(n)
	}
}

func TestTheTourSkipsLeavesAndComesBack(t *testing.T) {
	p := onTour(t, 100, 30, "mono")
	p.walk(5)
	p.press("ctrl+n", "ctrl+n", "ctrl+n")
	p.shows("Tour 8 of", "Take it back", "◂30▸") // what is skipped is done all the same
	p.press("ctrl+n")
	p.shows("Tour 9 of")
	p.press("esc")
	p.shows("Leave the tour?")
	p.press("n")
	p.shows("Tour 9 of")
	p.press("esc", "y")
	if strings.Contains(p.screen(), "Tour 9") {
		t.Fatal("the panel stays")
	}
	p.press("2", "ctrl+t")
	p.shows("Tour 9 of", "First press 4")
	p.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	p.shows("Tour 9 of", "First press 4")
	p.walk(lastStep(p))
	p.shows("Your turn")
}

// The panel never covers what it speaks of: the screen has its own lines above.
func TestTheTourLeavesTheScreenItsLines(t *testing.T) {
	p := onTour(t, 80, 24, "ascii")
	p.walk(7)
	p.press("down", "right")
	lines := strings.Split(p.screen(), "\n")
	if !strings.Contains(strings.Join(lines[:24-6], "\n"), "+21 ^") || !strings.Contains(p.screen(), "Take it back") {
		t.Errorf("the change cannot be seen beside the panel:\n%s", p.screen())
	}
}

// The smallest screen still shows segments and a chart beside the panel.
func TestTheTourOnTheSmallestScreen(t *testing.T) {
	p := onTour(t, 60, 16, "mono")
	p.walk(5)
	p.shows("Champions", "more below", "R5", "Tour 5 of")
	p.walk(7)
	p.press("down", "right")
	p.shows("change", "Take it back")
}

func TestTheStartScreenHasTheTour(t *testing.T) {
	p := play(t, 80, 24, "mono")
	p.shows("guided tour")
	p.press("down", "enter")
	p.shows("Tour 1 of", "▶sample:shop", "Open the data")
}

// Skipping all the way leads through the whole analysis and writes no file.
func TestTheTourSkipsToItsEnd(t *testing.T) {
	p := onTour(t, 80, 24, "mono")
	for n := 1; n < lastStep(p); n++ {
		if got := p.number(); got != n {
			t.Fatalf("step %d, want %d:\n%s", got, n, p.screen())
		}
		p.press("ctrl+n")
	}
	p.shows("Your turn")
	if files, _ := filepath.Glob("*"); len(files) != 0 {
		t.Errorf("written: %v", files)
	}
}

// Whoever strays within a step is led back to where its keys work.
func TestTheTourLeadsBackWithinAScreen(t *testing.T) {
	p := onTour(t, 100, 30, "mono")
	p.walk(4)
	p.press("down")
	p.shows("First press g")
	p.walk(7)
	p.press("v", "v", "v")
	p.shows("First press v")
	p.walk(9)
	p.press("shift+tab")
	p.press("shift+tab")
	p.shows("First press Tab")
	p.walk(10)
	p.shows("Tour 10 of")
}

// A small screen still says what to look at.
func TestTheTourExplainsOnTheSmallestScreen(t *testing.T) {
	p := onTour(t, 60, 16, "mono")
	p.shows("Below it are the folders", "sample:shop  ")
	p.walk(13)
	p.shows("Rows are the segments of RFM")
}
