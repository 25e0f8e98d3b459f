package load

import (
	"strings"
	"testing"

	"custseg/model"

	"github.com/xuri/excelize/v2"
)

// TestSubtotalsOfGroups leaves out sums that hold the name of their group beside
// a word in any language, and the sum of all.
func TestSubtotalsOfGroups(t *testing.T) {
	const rows = "Kunde;Artikel;Umsatz\nNord 1;P0;10\nNord 1;P1;11\nNord 1;P2;12\n%Nord 1%;;33\nSüd 2;P0;20\nSüd 2;P1;21\nSüd 2;P2;22\n%Süd 2%;;63\n"
	for _, c := range []struct{ before, behind, all string }{
		{"Summe ", "", "Gesamtsumme"}, {"", " 汇总", "总计"}, {"", " 集計", "総計"}, {"Tổng của ", "", "Tổng cộng"}, {"", " Итог", "Общий итог"}, {"Total for ", "", "TOTAL"},
	} {
		text := strings.NewReplacer("%Nord 1%", c.before+"Nord 1"+c.behind, "%Süd 2%", c.before+"Süd 2"+c.behind).Replace(rows) + c.all + ";;96\n"
		wantTable(t, text, model.Reading{}, "Kunde|Artikel|Umsatz\nNord 1|P0|10\nNord 1|P1|11\nNord 1|P2|12\nSüd 2|P0|20\nSüd 2|P1|21\nSüd 2|P2|22", "totals that were left out: 3")
	}
	d := openText(t, "city;shop;sales\nNew York;A;10\nNew York;B;12\nNew York City;;50\nBonn;A;7\n", model.Reading{})
	if d.Rows() != 4 {
		t.Errorf("%d rows, %v", d.Rows(), d.Findings)
	}
}

// TestHeadingsAboveLines fills the customer of a report of an accounting program
// into the lines below.
func TestHeadingsAboveLines(t *testing.T) {
	text := "Customer,Date,Num,Qty,Amount\nCust 0,,,,\n,2024-01-10,1000,1,10.00\n,2024-01-11,1001,2,20.00\nTotal for Cust 0,,,3,$30.00\n" +
		"Cust 1,,,,\n,2024-01-12,1010,4,40.00\nTotal for Cust 1,,,4,$40.00\nTOTAL,,,7,$70.00\n"
	wantTable(t, text, model.Reading{}, "Customer|Date|Num|Qty|Amount\nCust 0|2024-01-10|1000|1|10\nCust 0|2024-01-11|1001|2|20\nCust 1|2024-01-12|1010|4|40",
		"totals that were left out: 3", `written into the lines, and the rows were left out: 2; the first is row 2, "Cust 0"`)
	for _, kept := range []string{
		"Customer,Date,Amount\nA,,\nB,2024-01-10,5\n,2024-01-11,7\n", // a line has a customer
		"Customer,Date,Amount\nA,,\n,2024-01-10,5\nB,,\nC,,\n",       // a heading of nothing
		"Customer,Date,Amount\nA,2024-01-09,4\n,2024-01-10,5\nB,2024-01-10,5\n,2024-01-11,7\n",
	} {
		if d := openText(t, kept, model.Reading{}); d.Rows() != strings.Count(kept, "\n")-1 || found(d, "written into the lines") {
			t.Errorf("%q: %d rows, %v", kept, d.Rows(), d.Findings)
		}
	}
}

func TestFooters(t *testing.T) {
	table := "no,name,date,amount,\n1001,Ann,2024-01-01,10.50,\n1002,Bob,2024-02-02,13.50,\n1003,Eve,2024-03-03,16.50,\n"
	for _, end := range []string{
		"-----------------\n共3笔记录\n已收入:5笔,100.00元\n导出时间:[2024-03-01 10:00:00]\n",
		"3,record(s) downloaded,,,\n\"Seller ID : shopx\"\n",
	} {
		d := openText(t, table+end, model.Reading{})
		if d.Rows() != 3 || len(d.Rejected) != strings.Count(end, "\n") || !found(d, "rows below the table that were left out") || found(d, "too few fields") {
			t.Errorf("%q: %d rows, %v, %v", end, d.Rows(), d.Rejected, d.Findings)
		}
	}
	for _, kept := range []string{table + "1004,Cy\n", "milk,bread,salt,tea\nmilk\nbread,salt\nsource: well,tea\n"} {
		if d := openText(t, kept, model.Reading{}); len(d.Rejected) > 0 {
			t.Errorf("%q: %v", kept, d.Rejected)
		}
	}
}

// TestTotalsWithAnID keeps rows that have an id of their own, and names that are
// sums of others by chance.
func TestTotalsWithAnID(t *testing.T) {
	for text, says := range map[string]string{
		"customer_id,customer,revenue\n1,Shell,40\n2,BP,20\n3,Total,60\n": `have a number of their own that goes on with those above: 1; the first is row 4, "3,Total,60"`,
		"name,amount\nSum,1\nAnn,1\nAnn,2\nSum,4\nSum,5\nAnn,5\nSum,6\n":  "because most rows of that name are no sums: 1",
	} {
		d := openText(t, text, model.Reading{})
		if d.Rows() != strings.Count(text, "\n")-1 || !found(d, says) {
			t.Errorf("%q: %d rows, %v", text, d.Rows(), d.Findings)
		}
	}
}

func TestTableBeside(t *testing.T) {
	for _, c := range []struct {
		last string
		want string
	}{{"", "Customer|Spend\nA|1\nB|2\nC|3"}, {"West", "Customer|Spend|Region|Target\nA|1|North|10\nB|2|South|20\nC|3|West|30"}} {
		path := saveBook(t, func(f *excelize.File) error {
			setRow(f, "Sheet1", 1, "Customer", "Spend", nil, "Region", "Target")
			setRow(f, "Sheet1", 2, "A", 1, nil, "North", 10)
			setRow(f, "Sheet1", 3, "B", 2, nil, "South", 20)
			if c.last == "" {
				return setRow(f, "Sheet1", 4, "C", 3)
			}
			return setRow(f, "Sheet1", 4, "C", 3, nil, c.last, 30)
		})
		d := openBook(t, path, model.Reading{})
		if got := cells(d.Tables[0]); got != c.want || found(d, "beside the first, with the columns Region, Target") != (c.last == "") {
			t.Errorf("%s, %v", got, d.Findings)
		}
	}
}
