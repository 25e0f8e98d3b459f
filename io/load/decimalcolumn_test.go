package load

import (
	"testing"

	"custseg/model"
)

// TestDecimalColumn reads one column of numbers with decimal commas as one.
func TestDecimalColumn(t *testing.T) {
	wantTable(t, "umsatz\n1,5\n2,5\n3,7\n", model.Reading{}, "umsatz\n1.5\n2.5\n3.7")
	wantTable(t, "Umsatz\r\n-12,99\r\n1200,00\r\n", model.Reading{}, "Umsatz\n-12.99\n1200")
	for _, text := range []string{
		"a,b\n1,5\n2,5\n",                 // a header of two
		"1,5\n2,5\n3,7\n",                 // and none
		"income\n1,42000\n2,31500\n",      // names of rows
		"id\n1,Ann\n2,Bob\n",              // words
		"umsatz\n1,5\n2,5\n3,7,9\n4,5,6,", // more of them
	} {
		if d := openText(t, text, model.Reading{}); len(d.Tables[0].Columns()) < 2 {
			t.Errorf("%q: %s", text, cells(d.Tables[0]))
		}
	}
}
