package load

import (
	"strings"
	"testing"

	"custseg/model"
)

// TestRowsThatComeAgain keeps rows of a table without a header that come again,
// though one of their words is a usual name.
func TestRowsThatComeAgain(t *testing.T) {
	for _, text := range []string{
		"1001,M,Berlin\n1002,F,Rome\n1001,M,Berlin\n",
		"1001,M,2024-01-01,10\n1002,F,2024-01-02,12\n1001,M,2024-01-01,10\n",
		"Ann,M,34\nBob,F,22\nAnn,M,34\n",
		"m,Ann\nf,Bob\nm,Ann\nf,Cy\nm,Ann\n",
		"Anna,F,Berlin\nBob,M,Rome\nCy,M,Paris\nAnna,F,Berlin\n",
		"Berlin,web,card\nRome,store,cash\nBerlin,web,card\n",
	} {
		text = strings.Repeat(text, 4)
		d := openText(t, text, model.Reading{})
		if found(d, "the header comes again") || len(d.Rejected) > 0 {
			t.Errorf("%q: %d rows, %v", text, d.Rows(), d.Findings)
		}
	}
}

func TestRowsLeftOutAreListed(t *testing.T) {
	for _, c := range []struct{ text, want, reasons string }{
		{"customer_id,order_date,amount\nC1,2024-01-01,10\nPage 1 of 2,,\nCustomer_ID,Order_Date,Amount\nC2,2024-01-02,20\nC1,2024-01-03,30\n",
			"customer_id|order_date|amount\nC1|2024-01-01|10\nC2|2024-01-02|20\nC1|2024-01-03|30", "it numbers a page / the header comes again"},
		{"CUSTOMER;DATE;AMOUNT\n------;------;------\nC1;2024-01-01;10\nC2;2024-01-02;20\n",
			"CUSTOMER|DATE|AMOUNT\nC1|2024-01-01|10\nC2|2024-01-02|20", "it is a line drawn of signs"},
		{"item,price\n—,(USD)\nA,1\nB,3\n", "item|price\nA|1\nB|3", "it tells the units of the columns"},
		{"id,age,income\nC1,1,5\nid,age,income\nC2,3,7\n", "id|age|income\nC1|1|5\nC2|3|7", "the header comes again"},
	} {
		wantTable(t, c.text, model.Reading{}, c.want)
		d := openText(t, c.text, model.Reading{})
		var reasons []string
		for _, r := range d.Rejected {
			reasons = append(reasons, english(r.Reason))
		}
		if got := strings.Join(reasons, " / "); got != c.reasons || found(d, "do not fit the table") {
			t.Errorf("%q: rejected %q, %v", c.text, got, d.Findings)
		}
	}
}

func TestPageLines(t *testing.T) {
	for text, want := range map[string]bool{"Page 1 of 2": true, "page 3": true, "Seite 2 von 3": true, "第 1 页": true, "第1页，共3页": true, "Page 2/5": true,
		"Page": false, "Page, Jimmy": false, "Pageant 3": false, "Page 7 Ltd": false} {
		if isPageLine(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

// TestRemarksBelowAGap leaves out all rows of a single cell below a blank row.
func TestRemarksBelowAGap(t *testing.T) {
	table := "customer_id,name,order_date,amount\n001,Ann,2024-01-01,10.50\n002,Bob,2024-02-02,13.50\n003,Eve,2024-03-03,16.50\n"
	for _, end := range []string{"\nSource: CRM export\n* amounts without VAT\nPrinted 2024-05-01 12:00 by admin\n", "EOF\n", "\n* amounts without VAT\nno taxes\nEOF\n"} {
		d := openText(t, table+end, model.Reading{})
		if d.Rows() != 3 || len(d.Rejected) != strings.Count(strings.TrimPrefix(end, "\n"), "\n") || kinds(d.Tables[0]) != "ttdn" {
			t.Errorf("%q: %d rows, %v", end, d.Rows(), d.Rejected)
		}
	}
}
