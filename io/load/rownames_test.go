package load

import (
	"strings"
	"testing"

	"custseg/model"
)

// TestHeaderShorterThanRows keeps names above their columns where the first
// column is one of the table.
func TestHeaderShorterThanRows(t *testing.T) {
	for _, c := range []struct{ text, names, says string }{
		{"customer_id,order_date,amount\nC0,2024-01-01,10,web\nC1,2024-01-02,11,web\nC0,2024-01-03,12,shop\n", "customer_id|order_date|amount|4", "the header has 3 names, the rows have 4 fields; the names"},
		{"Kundennr,Datum,Umsatz\n1000,01.01.2024,10,50\n1001,02.01.2024,11,51\n1000,03.01.2024,12,52\n", "Kundennr|Datum|Umsatz|4", "decimal commas without quotation marks"},
		{"customer_id,income,age,spend\n1,20000,20,10,05\n2,20100,21,11,10\n3,20200,22,12,15\n", "customer_id|income|age|spend|5", "decimal commas"},
		{"customer_id,name,amount\n1000,Lee, Bob,20\n1001,Lee, Bob,21\n1002,Lee, Bob,22\n", "customer_id|name|amount|4", "the header has 3 names"},
		{"customer_id,order_date,amount\n1,2024-01-01,10,web\n2,2024-01-02,11,web\n3,2024-01-03,12,shop\n", "customer_id|order_date|amount|4", "the header has 3 names"},
		{"id\n1,Ann,x\n2,Bob,z\n3,Eve,u\n", "id|2|3", "the header has 1 name, the rows have 3 fields"},
		{"\"age\",\"income\"\n\"1\",31,500\n\"2\",42,700\n", "1|age|income", ""},
		{"customer_id,age\n1,C7,31\n2,C8,42\n3,C7,40\n", "1|customer_id|age", ""},
		{"mpg,cyl\nMazda RX4,21.0,6\nFiat 128,32.4,4\n", "1|mpg|cyl", ""},
		{"order_date,amount\n1,2024-01-01,10\n2,2024-01-02,20\n", "1|order_date|amount", ""},
	} {
		d := openText(t, c.text, model.Reading{})
		names, _, _ := strings.Cut(cells(d.Tables[0]), "\n")
		if names != c.names || found(d, "the header has") != (c.says != "") || c.says != "" && !found(d, c.says) {
			t.Errorf("%q: %s, %v", c.text, names, d.Findings)
		}
	}
}
