package tui

import (
	"path/filepath"
	"strings"
	"testing"
)

// types sends a text key by key.
func (p *player) types(text string) {
	p.t.Helper()
	for _, r := range text {
		if r == ' ' {
			p.press("space")
		} else {
			p.press(string(r))
		}
	}
}

// A list of customers is filtered, counted, marked and written with keys alone,
// and each Esc goes one step back.
func TestListOfCustomersByKey(t *testing.T) {
	p := play(t, 120, 36, "mono", "sample:shop")
	p.press("3", "enter", "enter", "&")
	p.types("monetary > 400 and ord")
	p.press("ctrl+u")
	p.types("monetary > 400 and frequency between 20 and 30")
	p.press("enter")
	p.shows("Esc all rows", "frequency between 20 and 30")
	p.press("right", "F")
	p.shows("Recency · ", "monetary > 400 and frequency between 20 and 30", "So far")
	p.press("esc", "I")
	p.shows("columns of ", "3 quarters")
	p.press("esc", "space", "space", "m")
	p.shows("1-2 of 2 of 419", "the 2 marked")
	p.press("e", "ctrl+u")
	path := filepath.Join(t.TempDir(), "two.xlsx")
	p.types(path)
	p.press("enter")
	p.shows("Written: ")
	p.press("esc")
	p.shows("2 marked", "Esc all rows")
	p.press("esc")
	p.shows("of 419 · 2 marked")
	if strings.Contains(p.screen(), "Esc all rows") {
		t.Errorf("the filter is not left:\n%s", p.screen())
	}
	p.press("esc")
	p.shows("4 SEGMENTS", "Champions")
	p.press("1", "tab", "ctrl+p")
	p.types("bars")
	p.shows("only numbers have bars", "b")
	p.press("esc", "=", "esc")
	p.shows("of 23,911")
}
