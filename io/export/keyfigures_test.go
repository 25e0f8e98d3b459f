package export

import (
	"fmt"
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

// A figure that follows from the sizes of segments is a formula over them.
func TestKeyFiguresFollowTheSizesOfSegments(t *testing.T) {
	d := testDocument(t)
	n := d.Segmentation.Counts()
	all := float64(n[0] + n[1] + n[2])
	d.Segmentation.Fit = []model.Fit{{Name: "nps", Value: 100 * float64(n[0]-n[2]) / all}, {Name: "promoters", Value: float64(n[0]) / all},
		{Name: "passives", Value: 2}, {Name: "interval_low", Value: 1}, {Name: "interval_high", Value: 2}}
	f := openBook(t, bookOf(t, d, Options{}, excelize.TotalRows))
	rows := sheetRows(t, f, summarySheet)
	first := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 1 && r[1] == d.Segmentation.Segments[0].Name.Key }) + 1
	for at, want := range map[string]string{
		"B4": "IF((C%d+C%d+C%d)=0,\"\",(100*C%[1]d+-100*C%[3]d)/(C%[1]d+C%[2]d+C%[3]d))",
		"C4": "IF((C%d+C%d+C%d)=0,\"\",(1*C%[1]d)/(C%[1]d+C%[2]d+C%[3]d))",
	} {
		got, err := f.GetCellFormula(summarySheet, at)
		if want := fmt.Sprintf(want, first, first+1, first+2); err != nil || got != want {
			t.Errorf("%s is %q, want %q, %v", at, got, want, err)
		}
	}
	if got, err := f.GetCellFormula(summarySheet, "E4"); err != nil || got != "" {
		t.Errorf("what does not follow from the sizes is %q, %v", got, err)
	}
	if text := fmt.Sprint(rows); !strings.Contains(text, "as of the export: the method's own charts, Passives, of respondents, Confidence interval") {
		t.Errorf("what stays as it is is not told: %s", text)
	}
}
