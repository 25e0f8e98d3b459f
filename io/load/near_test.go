package load

import (
	"testing"

	"custseg/model"
)

// TestOneOddCellOfFew reads files of a few rows, in which one cell is a large
// share.
func TestOneOddCellOfFew(t *testing.T) {
	for _, c := range []struct{ text, kinds, first, says string }{
		{"Customer;Amount\nC0;keine\nC1;5\nC2;7\n", "tt", "keine", `most values are numbers, but the column was read as text because of "keine"; the first of them is "keine" in row 2, and there are 1`},
		{"商品,数量\nA,1\nB,2件\nC,3\n", "tt", "1", `because of "2件"`},
		{"size,x\nS,1\nM,2\n38,3\n", "tn", "1", ""},
		{"grade,mark,n\na,A,1\nb,5,2\n", "ttn", "A", ""},
		{"Customer,Order Date\nA,########\nB,########\nC,2024-01-01\n", "td", "", `cells of a column that was too narrow when a spreadsheet wrote the file were read as missing: 2, such as "########"; the first is "########" in row 2`},
		{"Customer,Amount\nA,\" $1,200.00 \"\nB, $-   \nC,$(35.00)\n", "tn", "1200", ""},
		{"Kunde,Betrag\nA,\"▲1,200\"\nB,\"3,400.5\"\n", "tn", "-1200", ""},
	} {
		d := openText(t, c.text, model.Reading{})
		if got := kinds(d.Tables[0]); got != c.kinds || d.Tables[0].Column(1).Text(0) != c.first {
			t.Errorf("%q: kinds %s, first %s", c.text, got, d.Tables[0].Column(1).Text(0))
		}
		if c.says == "" && len(d.Findings) > 0 || c.says != "" && !found(d, c.says) {
			t.Errorf("%q tells %v", c.text, d.Findings)
		}
	}
}
