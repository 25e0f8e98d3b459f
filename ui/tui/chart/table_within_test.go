package chart

import (
	"slices"
	"strings"
	"testing"

	"custseg/ui/tui/cell"
)

// Whatever the width, numbers are whole: heads are wrapped, words are cut, and
// columns are left out, the first of numbers never.
func TestTableWithinNeverCutsANumber(t *testing.T) {
	table := Table{Title: "Clusters", Words: 1, Head: []string{"segment", "customers", "component 1, 39% of variance", "component 2, 17% of variance"},
		Rows:  [][]string{{"1 · low Channel, high Region", "211", "-1.0914", "12,345,678"}, {"2 · high", "126", "1.4", "0.25"}},
		Notes: []string{"The places of the segments are medians."}}
	for w := 16; w < 120; w++ {
		got := table.Within(w)
		for _, l := range got.Lines {
			if cell.Width(l) > w {
				t.Fatalf("%d: a line of %d cells: %q", w, cell.Width(l), l)
			}
		}
		row := got.Lines[got.Heads]
		if !strings.Contains(row, " 211") {
			t.Errorf("%d: the first number is not whole: %q", w, row)
		}
		fields := strings.Fields(row)
		if last := fields[len(fields)-1]; !slices.Contains(table.Rows[0], last) {
			t.Errorf("%d: %q is cut: %q", w, last, row)
		}
		if whole := strings.Contains(row, "12,345,678"); whole == got.More {
			t.Errorf("%d: columns left out: %v, the last is shown: %v", w, got.More, whole)
		}
	}
	if got := table.Within(60); got.Heads < 3 || got.More {
		t.Errorf("heads are not wrapped to make room: %q", got.Lines)
	}
}

func TestNamesKeepWhatTellsThemApart(t *testing.T) {
	th := plain()
	for _, c := range []struct {
		name string
		w    int
		want string
	}{
		{"beef → root vegetables", 30, "beef → root vegetables"},
		{"citrus fruit + other vegetables → root vegetables", 36, "citrus fruit + oth… → root vegetables"},
		{"InternetService Fiber optic (44% of all)", 30, "InternetService Fi… (44% of all)"},
	} {
		got := shortened(th, c.name, c.w)
		if cell.Width(got) > c.w {
			t.Errorf("%q has %d cells, more than %d", got, cell.Width(got), c.w)
		}
		end := c.want[strings.LastIndex(c.want, " "):]
		if !strings.HasSuffix(got, end) {
			t.Errorf("%q in %d cells: %q, which does not end in %q", c.name, c.w, got, end)
		}
	}
}
