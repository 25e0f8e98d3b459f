package load

import (
	"strings"
	"testing"

	"custseg/model"
)

func TestWordsThatSayUnknown(t *testing.T) {
	for _, word := range []string{"unknown", "Unknown", "未知", "TBD", "tba", "k.A.", "keine Angabe", "missing", "undefined", "n.v.", "なし", "없음",
		"нет", "Не указано", "不详", "没有", "s/d", "sin dato", "n/k"} {
		for _, values := range []string{"5\n%s\n6\n", "2024-01-05\n%s\n2024-01-06\n"} {
			d := openText(t, "x\n"+strings.ReplaceAll(values, "%s", word), model.Reading{})
			if c := d.Tables[0].Column(0); c.Kind() == model.Text || !c.Missing(1) || !found(d, "were read as missing: 1") {
				t.Errorf("%q among %q is %v, %v", word, values, c.Kind(), d.Findings)
			}
		}
		d := openText(t, "x\nred\n"+word+"\nblue\n", model.Reading{})
		if got := d.Tables[0].Column(0).Text(1); got != word {
			t.Errorf("%q among words is %q", word, got)
		}
	}
}

func TestAFewRowsThatAreNoNumbersAmongFewPrices(t *testing.T) {
	prices := "amount\n" + strings.Repeat("10\n20\n30\n40\n", 30)
	d := openText(t, prices+"later\n", model.Reading{})
	if c := d.Tables[0].Column(0); c.Kind() != model.Number || !c.Missing(120) || !found(d, `values that are not numbers were read as missing: 1, such as "later"`) {
		t.Errorf("it is %v, %v", c.Kind(), d.Findings)
	}
	if d := openText(t, prices+strings.Repeat("later\n", 4), model.Reading{}); d.Tables[0].Column(0).Kind() != model.Text {
		t.Error("more than a few rows are tolerated")
	}
	marks := "amount\n" + strings.Repeat("10.5\n20.5\n", 60)
	d = openText(t, marks+"\"30,25\"\n", model.Reading{})
	if c := d.Tables[0].Column(0); c.Kind() != model.Number || !c.Missing(120) {
		t.Errorf("one comma among points is %v", c.Kind())
	}
}
