package export

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// What a method is judged by stands at the top of its Summary, in words.
func TestSummaryBeginsWithKeyFigures(t *testing.T) {
	d := testDocument(t)
	d.Segmentation.Fit = []model.Fit{{Name: "variance", Value: 0.55}, {Name: "interval_high", Value: 30.5505}, {Name: "interval_low", Value: 23.8706},
		{Name: "promoters", Value: 0.4489}, {Name: "nps", Value: 27.2105}}
	rows := sheetRows(t, openBook(t, bookOf(t, d, Options{}, excelize.TotalRows)), summarySheet)
	top := strings.Join(rows[3], "|") + "\n" + strings.Join(rows[4], "|")
	want := "|27.2105|0.4489||23.9 to 30.6\n|Net Promoter Score|Promoters, of respondents||Confidence interval of the score"
	if top != want {
		t.Errorf("%q, want %q", top, want)
	}
	d.Segmentation.Fit = []model.Fit{{Name: "log_likelihood", Value: -1}}
	rows = sheetRows(t, openBook(t, bookOf(t, d, Options{}, excelize.TotalRows)), summarySheet)
	if !slices.Contains(rows[3], "Data") {
		t.Errorf("without key figures row 4 is %q", rows[3])
	}
}

// The figures of one method stand side by side, no more than there is room for.
func TestKeyFiguresAreFew(t *testing.T) {
	d := testDocument(t)
	for _, k := range knownFigures() {
		d.Segmentation.Fit = append(d.Segmentation.Fit, model.Fit{Name: k.fit, Value: 1})
	}
	v, err := newView(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures := v.keyFigures()
	if len(figures) != mostKeyFigures || figures[0].fit != "nps" {
		t.Errorf("%+v", figures)
	}
}
