package load

import (
	"testing"

	"custseg/model"
)

func TestFixedWidth(t *testing.T) {
	want := "customer_id|name|order_date|amount\nC000|Ann Lee|2024-01-01|10\nC001|Bob|2024-01-02|11\nC002||2024-01-03|1012\nC003|Čy Young|2024-01-04|13"
	for name, text := range map[string]string{
		"names to the left": "customer_id  name         order_date     amount\n" +
			"C000         Ann Lee      2024-01-01      10.00\n" +
			"C001         Bob          2024-01-02      11.00\n" +
			"C002                      2024-01-03    1012.00\n" +
			"C003         Čy Young     2024-01-04      13.00\n",
		"a line below and commas": "customer_id  name         order_date     amount\n--------------------------------------------------\n" +
			"C000         Ann Lee      2024-01-01      10.00\r\n" +
			"C001         Bob          2024-01-02      11.00\r\n" +
			"C002                      2024-01-03   1,012.00\r\n" +
			"C003         Čy Young     2024-01-04      13.00",
	} {
		t.Run(name, func(t *testing.T) {
			wantTable(t, text, model.Reading{}, want)
			wantTable(t, text, model.Reading{Delimiter: "space"}, want)
		})
	}
	wantTable(t, "Customer ID   Last order         Sum\nC1            2024-01-01 10:00     5\nC2            2024-01-02 11:30    16\n", model.Reading{},
		"Customer ID|Last order|Sum\nC1|2024-01-01 10:00:00|5\nC2|2024-01-02 11:30:00|16")
	wantTable(t, "id,full  name\n1,Ann  Lee\n2,Bob  Ray\n", model.Reading{}, "id|full name\n1|Ann  Lee\n2|Bob  Ray")
	wantTable(t, "Ann Lee\nBob Ray\nCyd Roe\n", model.Reading{Header: 1}, "Ann|Lee\nBob|Ray\nCyd|Roe")
}

// TestFixedWidthWithCommas keeps to the columns of the header where commas stand
// in the numbers or names of all rows below it.
func TestFixedWidthWithCommas(t *testing.T) {
	wantTable(t, "Kunde  Datum      Betrag\nA1     03.04.2024   1.200,50\nB2     14.04.2024      12,00\nA1     15.04.2024      13,00\n", model.Reading{},
		"Kunde|Datum|Betrag\nA1|2024-04-03|1200.5\nB2|2024-04-14|12\nA1|2024-04-15|13")
	wantTable(t, "Customer  Name         Amount\nK000      Smith, Ann       1.10\nK001      Jones, Bob       4.11\nK002      Smith, Ann       7.12\n", model.Reading{},
		"Customer|Name|Amount\nK000|Smith, Ann|1.1\nK001|Jones, Bob|4.11\nK002|Smith, Ann|7.12")
	wantTable(t, "id  ,name  ,amount\n1   ,Ann   ,   5\n2   ,Bob   ,   6\n", model.Reading{}, "id|name|amount\n1|Ann|5\n2|Bob|6")
}

// TestWordAcrossColumns splits a line whose words do not keep to the columns at
// wider gaps.
func TestWordAcrossColumns(t *testing.T) {
	r := &records{layout: layout{aligned: true, columns: []int{0, 5, 12}, eol: '\n'}}
	for text, want := range map[string]string{"ab   cd ef  7\n": "ab   |cd ef  |7", "abcdefg  h i   7\n": "abcdefg|h i|7", "ab\n": "ab||"} {
		n, ok := r.cutFixed([]byte(text))
		got := ""
		for i, f := range r.fields {
			if i > 0 {
				got += "|"
			}
			got += string(f)
		}
		if got != want || n != len(text) || !ok {
			t.Errorf("%q: %q, %d, %t", text, got, n, ok)
		}
	}
}
