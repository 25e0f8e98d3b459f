package cli

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// The buttons of the mouse, as terminals tell them in SGR mode.
const (
	leftButton = 0
	moved      = 32 // added while a button is held
	wheelDown  = 65
)

// mouse sends what a terminal sends of its mouse: the button, the cell counted
// from 1, and whether the button went down or up.
func (s *terminal) mouse(button, x, y int, down bool) {
	s.t.Helper()
	end := byte('m')
	if down {
		end = 'M'
	}
	// By a paste the whole sequence is one write, as of a terminal.
	s.must("set-buffer", "-b", "mouse", fmt.Sprintf("\x1b[<%d;%d;%d%c", button, x, y, end))
	s.must("paste-buffer", "-d", "-b", "mouse")
}

// click presses and releases the left button.
func (s *terminal) click(x, y int) {
	s.t.Helper()
	s.mouse(leftButton, x, y, true)
	s.mouse(leftButton, x, y, false)
}

// drag moves the mouse along a line with the left button held.
func (s *terminal) drag(x, y, to int) {
	s.t.Helper()
	s.mouse(leftButton, x, y, true)
	step := 1
	if to < x {
		step = -1
	}
	for x != to {
		x += step
		s.mouse(leftButton+moved, x, y, true)
	}
	s.mouse(leftButton, x, y, false)
}

// find waits for a text and returns the cell where it stands first on the screen,
// from a line on, counted from 1.
func (s *terminal) find(text string, from int) (x, y int) {
	s.t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		for i, l := range strings.Split(s.screen(), "\n") {
			if head, _, ok := strings.Cut(l, text); ok && i+1 >= from {
				return ansi.StringWidth(head) + 1, i + 1
			}
		}
	}
	s.t.Fatalf("%q is not on the screen:\n%s", text, s.screen())
	return 0, 0
}

// clickOn clicks on a text, from a line on.
func (s *terminal) clickOn(text string, from int) {
	s.t.Helper()
	x, y := s.find(text, from)
	s.click(x, y)
}

// A whole analysis with the mouse alone, as a terminal sends it.
func TestScenarioByTheMouse(t *testing.T) {
	t.Parallel()
	s := scenario(t, 120, 36, nil, "sample:shop")
	s.until("1 DATA[\\s\\S]*as of 2026-01-01|as of 2026-01-01[\\s\\S]*1 DATA")
	s.until("\\n +[0-9]+ [^\\n]*10005")
	x, y := s.find("10005", 18)
	s.mouse(wheelDown, x, y, true) // over the rows
	s.mouse(wheelDown, x, y, true)
	s.until("Rows 7-")
	s.clickOn("3 Method", 1)
	s.until("3 METHOD[\\s\\S]*Suits this data")
	s.clickOn("Purchase frequency", 4)
	s.until("▶ [^\n]*Purchase frequency")
	s.clickOn("RFM", 6)
	s.until("▶ [^\n]*RFM")
	s.clickOn("RFM", 6) // a second click chooses
	s.until("4 SEGMENTS[\\s\\S]*▶■A Champions")

	s.clickOn("Customers", 4) // the header sorts by the column, the most first
	s.until("Customers[^\n]*\n[^\n]*│.■J Hibernating[^\n]*\n[^\n]*│.■A Champions")
	x, y = s.find("At Risk", 4)
	s.click(x, y)
	s.until("▶■I At Risk")

	x, y = s.find("183", 18) // the cell of the best by recency and frequency
	s.click(x, y)
	s.until("R5 × F5|183[^\n]*customers")
	s.click(x, y)
	s.until("› [^\n]*R5 × F5[\\s\\S]*183 customers")
	s.keys("Escape")

	s.until("4 SEGMENTS[\\s\\S]*┊")
	x, y = s.find("┊", 18)
	s.drag(x, y, x-1)
	s.until("u undoes [^\n]*cut")
	s.keys("u")
	s.until("undone: ") // its result is there

	x, y = s.find("Champions", 4)
	s.click(x, y)
	s.until("▶■A Champions")
	s.click(x, y)
	s.until("› Champions[\\s\\S]*nearest: ")
	s.clickOn("Monetary", 18)
	s.until("sorted")
	x, y = s.find("▶C", 18)
	s.click(x, y)
	s.until("Why here")
	s.keys("Q")
	s.until("exit 0")
}
