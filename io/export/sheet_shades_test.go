package export

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Money and counts have bars and scores a scale, over all rows of a sheet and no
// other column.
func TestCustomersAreShaded(t *testing.T) {
	f := openBook(t, bookOf(t, testDocument(t), Options{}, excelize.TotalRows))
	header := sheetRows(t, f, customersSheet)[0]
	for sheet, rows := range map[string]int{customersSheet: 5, "Champions": 2} { // with the note on the latter
		formats, err := f.GetConditionalFormats(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		delete(formats, "A1") // the note's
		for cells, rules := range formats {
			var column, last int
			if column, _, err = excelize.CellNameToCoordinates(strings.Split(cells, ":")[0]); err != nil {
				t.Fatal(err)
			}
			if _, last, err = excelize.CellNameToCoordinates(strings.Split(cells+":"+cells, ":")[1]); err != nil || last != rows+1 {
				t.Errorf("%s: %s of %d rows, %v", sheet, cells, rows, err)
			}
			got = append(got, fmt.Sprintf("%s %s %v", header[column-1], rules[0].Type, rules[0].BarSolid))
		}
		slices.Sort(got)
		want := []string{"average_order data_bar true", "frequency data_bar true", "monetary data_bar true", "r 2_color_scale false", "recency 2_color_scale false"}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", sheet, got, want)
		}
	}
}

func TestSegmentsWithoutSheetsAreToldOf(t *testing.T) {
	for _, c := range []struct {
		wanted              bool
		customers, segments int
		want                string
	}{
		{true, MostSheetedCustomers, mostSegmentSheets, ""},
		{false, 10, 2, "none: they were left out as asked"},
		{true, MostSheetedCustomers + 1, 2, "none: there are 500,001 customers, and segments get sheets of their own up to 500,000"},
		{true, 1000, 230, "of the first 200 segments that have customers, of 230"},
	} {
		if got := withoutSheets(c.wanted, c.customers, c.segments).In(Document{}.printer()); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
	v, err := newView(testDocument(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := writeWorkbook(t.Context(), &b, v, Options{}, func(float64) {}); err != nil {
		t.Fatal(err)
	}
	f := openBook(t, []byte(b.String()))
	if got := f.GetSheetList(); slices.Contains(got, "Champions") {
		t.Errorf("sheets %q", got)
	}
	told := false
	for _, row := range sheetRows(t, f, summarySheet) {
		told = told || strings.Contains(strings.Join(row, "|"), "Sheets of segments|none: they were left out as asked")
	}
	if !told {
		t.Error("the Summary does not tell of the sheets left out")
	}
}
