package screen

import (
	"fmt"
	"strings"
	"testing"
)

// segmentsOf is the step Segments at 80 by 20 on a result of n segments, of
// which the first are empty.
func segmentsOf(t *testing.T, n, empty int) *SegmentsView {
	t.Helper()
	host := newFakeHost()
	d := shopOrders(t, 300)
	host.open(t, d, "orders.csv")
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("Segment %d", i))
	}
	host.session.Landed(splitOf(t, d, "rfm", "RFM", func(i int) int { return empty + i%(n-empty) }, names...))
	host.session.Recipe = host.session.Result.Recipe
	s := NewSegments(host)
	s.SetSize(80, 20)
	s.Refresh()
	return s
}

func TestSegmentsBelowTheFoldAreCounted(t *testing.T) {
	s := segmentsOf(t, 20, 0)
	_, end := s.table.Window()
	if text := seen(s); !strings.Contains(text, fmt.Sprintf("%d more below", 20-end)) {
		t.Errorf("%d segments are hidden:\n%s", 20-end, text)
	}
	press(t, s, "G")
	if text := seen(s); !strings.Contains(text, "Segment 19") || !strings.Contains(text, "more above") {
		t.Errorf("at the end\n%s", text)
	}
	if text := seen(segmentsOf(t, 4, 0)); strings.Contains(text, "more below") {
		t.Errorf("all show, and it says\n%s", text)
	}
}

func TestSegmentsWithCustomersShowAtFirstSight(t *testing.T) {
	s := segmentsOf(t, 30, 25)
	if text := seen(s); !strings.Contains(text, "Segment 25") || !strings.Contains(text, "Segment 29") {
		t.Errorf("what has customers does not show:\n%s", text)
	}
	if row, _ := s.table.Cursor(); row != 25 {
		t.Errorf("the cursor is on %d", row)
	}
	if row, _ := segmentsOf(t, 30, 3).table.Cursor(); row != 0 {
		t.Errorf("with some of them on the screen the cursor is on %d", row)
	}
}
