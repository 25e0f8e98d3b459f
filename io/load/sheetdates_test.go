package load

import (
	"testing"
	"time"

	"custseg/model"

	"github.com/xuri/excelize/v2"
)

// datesBook writes a workbook of one column of dates and returns its path.
func datesBook(t *testing.T, values ...any) string {
	return saveBook(t, func(f *excelize.File) error {
		setRow(f, "Sheet1", 1, "id", "order_date")
		for i, v := range values {
			setRow(f, "Sheet1", i+2, i, v)
		}
		return nil
	})
}

func TestHalfConvertedDates(t *testing.T) {
	day := func(month, day int) time.Time { return time.Date(2024, time.Month(month), day, 0, 0, 0, 0, time.UTC) }
	const probably = "the cells that are dates, 2, all lie in the first 12 days of a month, and others are text such as \"13/04/2024\", 2;"
	const perhaps = "some cells are dates, 2, and some are text such as \"13/04/2024\", 1;"
	for _, c := range []struct {
		values []any
		says   string
	}{
		{[]any{day(1, 4), day(2, 4), "13/04/2024", "14/04/2024"}, probably},
		{[]any{day(1, 4), day(2, 14), "13/04/2024"}, perhaps},
		{[]any{day(1, 4), day(2, 4), "01/04/2024"}, ""},
		{[]any{day(1, 4), day(2, 4), "2024-04-13"}, ""},
		{[]any{"12/04/2024", "13/04/2024"}, ""},
	} {
		d := openBook(t, datesBook(t, c.values...), model.Reading{})
		if c.says == "" && found(d, "Excel") || c.says != "" && !found(d, c.says) {
			t.Errorf("%v: it tells %v", c.values, d.Findings)
		}
	}
}

func TestDaysWithoutFormatCountFrom1904(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		yes := true
		setRow(f, "Sheet1", 1, "id", "order_date")
		setRow(f, "Sheet1", 2, "a", 43830)
		setRow(f, "Sheet1", 3, "b", 43831)
		return f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes})
	})
	d := openBook(t, path, model.Reading{})
	if got := d.Tables[0].Column(1).Text(0); got != "2024-01-01" || !found(d, "days counted from 1904") {
		t.Errorf("it begins with %s, %v", got, d.Findings)
	}
}

func TestNumbersShownWithZerosAreCodes(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		setRow(f, "Sheet1", 1, "customer", "amount")
		setRow(f, "Sheet1", 2, 42, 1)
		setRow(f, "Sheet1", 3, 123456, 2)
		zeros := "000000"
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &zeros})
		if err != nil {
			return err
		}
		return f.SetCellStyle("Sheet1", "A2", "A3", style)
	})
	if got := cells(openBook(t, path, model.Reading{}).Tables[0]); got != "customer|amount\n000042|1\n123456|2" {
		t.Errorf("it reads %q", got)
	}
}
