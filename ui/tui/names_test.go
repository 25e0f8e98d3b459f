package tui

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"
)

func TestNamesMakeRoomAndMarkWhatWasNotRead(t *testing.T) {
	files := []string{orders(t), written(t, "a-long-name-of-customers.csv", "customer_id,city\nC001,Rome\nC002,Oslo\n"),
		written(t, "and-another-one-of-cards.csv", "customer_id,card\nC001,yes\nC002,no\n")}
	p := play(t, 100, 30, "mono", files...)
	p.shows("3 files: 客户订单.csv, …", "as of 2024-", "all time", "rows")
	if got := p.m.names(200); strings.Count(got, " + ") != 2 {
		t.Errorf("with room the names are %q", got)
	}
	if got := p.m.names(5); got != "3 files" {
		t.Errorf("without room the names are %q", got)
	}
	p.m.Reread(model.Reading{Rows: 50}, "rows 50")
	p.onward()
	if got := p.m.names(200); strings.Count(got, "(not read)") != 2 || strings.HasPrefix(got, filepath.Base(files[0])+" (") {
		t.Errorf("stopped in the first file, the names are %q", got)
	}
	p.shows("3 files, 2 not read")
}

func TestPartsOfWholes(t *testing.T) {
	for _, c := range []struct {
		path, whole string
		want        bool
	}{
		{"a.csv", "a.csv", true}, {"./a.csv", "a.csv", true}, {"book.xlsx#Sheet 1", "book.xlsx", true}, {"sample:shop/orders.csv", "sample:shop", true},
		{"a.csv.gz", "a.csv", false}, {"b.csv", "a.csv", false}, {"in/a.csv", "in/", true},
	} {
		if got := isPart(c.path, c.whole); got != c.want {
			t.Errorf("%s of %s: %t", c.path, c.whole, got)
		}
	}
}

// TestStoppingEarlierThanBeforeIsTold: reading on and stopping at once leaves
// fewer rows, which must not pass for progress.
func TestStoppingEarlierThanBeforeIsTold(t *testing.T) {
	p := play(t, 120, 30, "mono", lines(t, 5000))
	p.m.Reread(model.Reading{Rows: 4900}, "rows 4900")
	p.onward()
	p.m.Reread(model.Reading{}, "all rows")
	p.m.showReading(p.m.reading)
	p.key("esc")
	p.onward()
	taken := p.m.session.Data().Taken
	if taken == 0 || taken >= 4900 {
		t.Fatalf("stopped after %d rows", taken)
	}
	p.shows("fewer than before: u goes back to the first 4,900 rows", "u: back to the first 4,900 rows")
	if got := p.m.session.UndoName(); got != fmt.Sprintf("the first %s rows", p.m.config.Printer.Sprintf("%d", taken)) {
		t.Errorf("the change is called %q", got)
	}
	p.press("u")
	p.shows("partial: first 4,900 rows", "u: back to all 5,000 rows")
}
