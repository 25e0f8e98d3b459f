package export

import (
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"
)

// What a table of rows takes on paper: one page wide as long as that can be read,
// then pages side by side of which each begins with the first column, and of a
// very wide table only the columns on the first of them.
func TestColumnsThatArePrinted(t *testing.T) {
	page := func(columns int, width float64) page {
		return page{rows: true, widths: slices.Repeat([]float64{width}, columns)}
	}
	room := paperPixels * 100 / rowsScale
	onOne := room / pixels(12)                // columns on a page
	onAll := onOne + (mostAcross-1)*(onOne-1) // its first one is on each
	for _, c := range []struct {
		columns int
		beside  bool
		printed int
	}{
		{1, false, 1},
		{onOne, false, onOne},
		{onAll, true, onAll},
		{onAll + 1, true, onAll},
		{16384, true, onAll},
	} {
		p := page(c.columns, 12)
		if p.beside() != c.beside || p.printed() != c.printed {
			t.Errorf("of %d columns %d are printed, side by side %v; want %d, %v", c.columns, p.printed(), p.beside(), c.printed, c.beside)
		}
	}
	if p := page(3, 20000); p.printed() != 3 {
		t.Errorf("of three columns wider than a page %d are printed", p.printed())
	}
}

// Columns that are left out on paper are told at the foot of each page.
func TestPaperTellsOfColumnsLeftOut(t *testing.T) {
	b := &book{file: excelize.NewFile()} // a workbook of tables, without a result
	for columns, want := range map[int][2]string{
		20:  {"", "&L&A&R&P / &N"},
		200: {"'Sheet1'!$A:$AT", "&L&A&CPrinted: columns 1 to 46 of 200&R&P / &N"},
	} {
		if err := b.setPage("Sheet1", page{rows: true, widths: slices.Repeat([]float64{12}, columns)}); err != nil {
			t.Fatal(err)
		}
		area := ""
		for _, n := range b.file.GetDefinedName() {
			if n.Name == "_xlnm.Print_Area" && n.Scope == "Sheet1" {
				area = n.RefersTo
			}
		}
		foot, err := b.file.GetHeaderFooter("Sheet1")
		if err != nil || area != want[0] || foot.OddFooter != want[1] {
			t.Errorf("%d columns: printed is %q under %q, want %q, %v", columns, area, foot.OddFooter, want, err)
		}
		b.file = excelize.NewFile()
	}
}
