package load

import (
	"fmt"
	"strings"
	"testing"

	"custseg/model"
)

// someCustomers is a table of customers with the amounts 10 to 29, whose sum is
// 390 and whose mean is 19.5.
func someCustomers(header, row string) string {
	var b strings.Builder
	b.WriteString(header + "\n")
	for i := range 20 {
		fmt.Fprintf(&b, row+"\n", i, "AB"[i%2:i%2+1], 10+i)
	}
	return b.String()
}

func TestTotalsInManyWords(t *testing.T) {
	table := someCustomers("customer_id,segment,amount", "C%02d,%s,%d")
	for _, end := range []string{
		"Endsumme,,390", "Ergebnis,,390", "Общий итог,,390", "Итого,,390", "All,,390", "TTL,,390", "Overall,,390", "Som,,390", "Razem,,390",
		"Toplam,,390", "Celkem,,390", "Yhteensä,,390", "I alt,,390", "المجموع,,390", "Grand Total,A,390", "Total,,391",
		"Average,,19.5", "Mean,,19.5", "Durchschnitt,,19.5", "Mittelwert,,19.5", "平均,,19.5", "均值,,19.5", "Max,,29", "Min,,10", "Count,,20",
		"Average,,19.5\nTotal,,390", "Total,,390\nAverage,,19.5", "Subtotal,,390\nVAT,,78\nTotal,,468", "Total,,390\nTax,,78\nGrand total,,468",
	} {
		d := openText(t, table+end+"\n", model.Reading{})
		if d.Rows() != 20 || len(d.Rejected) != 1+strings.Count(end, "\n") || found(d, "were kept") {
			t.Errorf("%q: %d rows, rejected %v, %v", end, d.Rows(), d.Rejected, d.Findings)
		}
	}
	few := "customer_id,name,amount\n1000,N,10\n1001,N,11\n1002,N,12\n"
	wantTable(t, few+"Average,,11\nTotal,,33\n", model.Reading{}, "customer_id|name|amount\n1000|N|10\n1001|N|11\n1002|N|12", "rows of totals that were left out: 2")
	wantTable(t, "customer,amount\nA,10\nB,20\nC,30\nSubtotal,60\nVAT,12\nTotal,72\n", model.Reading{}, "customer|amount\nA|10\nB|20\nC|30", "left out: 3")
}

// TestCustomersNamedTotal keeps rows in the middle whose numbers are no sums, and
// a last one of an unknown name, with a word of warning.
func TestCustomersNamedTotal(t *testing.T) {
	for _, c := range []struct{ row, says string }{
		{"Total,,,72", `named as totals were kept, because their numbers are no sums: 1; the first is row 4, "Total,,,72"`},
		{"Suma,,,72", "were kept"}, {"Sum,Rome,B2B,72", ""}, {"Max,,,72", ""},
	} {
		d := openText(t, "customer,city,segment,amount\nShell,Rome,B2B,70\nBP,Rome,B2B,71\n"+c.row+"\nEsso,Rome,B2B,73\nJet,Rome,B2B,74\n"+strings.Repeat("OMV,Rome,B2B,75\n", 9), model.Reading{})
		if d.Rows() != 14 || len(d.Rejected) > 0 || found(d, "kept") != (c.says != "") || c.says != "" && !found(d, c.says) {
			t.Errorf("%q: %d rows, %v, %v", c.row, d.Rows(), d.Rejected, d.Findings)
		}
	}
}

func TestLastRowOfSums(t *testing.T) {
	table := someCustomers("customer_id,segment,amount", "C%02d,%s,%d")
	for _, c := range []struct{ end, says string }{
		{"Suma wszystkiego,,390", `the last row, 22, may be one of totals, for its numbers are the sums of those above; it was kept: "Suma wszystkiego,,390"`},
		{"Schnitt,,19.5", "may be one of averages"}, {"C20,,391", ""}, {"C20,,20", ""}, {"C20,B,390", ""},
	} {
		d := openText(t, table+c.end+"\n", model.Reading{})
		if d.Rows() != 21 || found(d, "may be one of") != (c.says != "") || c.says != "" && !found(d, c.says) {
			t.Errorf("%q: %d rows, %v", c.end, d.Rows(), d.Findings)
		}
	}
}
