package load

import (
	"context"
	"strings"
	"testing"

	"custseg/model"

	"github.com/xuri/excelize/v2"
)

// wantTable opens a text and compares its table and what findings say.
func wantTable(t *testing.T, text string, r model.Reading, want string, findings ...string) {
	t.Helper()
	d := openText(t, text, r)
	if got := cells(d.Tables[0]); got != want {
		t.Errorf("%q: got\n%s\nwant\n%s", text, got, want)
	}
	for _, words := range findings {
		if words != "" && !found(d, words) {
			t.Errorf("%q: no finding says %q in %v", text, words, d.Findings)
		}
	}
}

func TestRowsAboveTheTable(t *testing.T) {
	for _, c := range []struct{ name, text, want, finding string }{
		{"a title", "Sales report\nid,amount\nA,1\nB,2\n", "id|amount\nA|1\nB|2", `left out: 1; they say "Sales report"`},
		{"a title over names", "Members\nname,city\nAnn,Rome\nBob,Paris\n", "name|city\nAnn|Rome\nBob|Paris", `"Members"`},
		{"title, date, gap", "Sales report\nExported on,2024-01-03\n\nid,date,amount\nA,2024-01-01,1\nB,2024-01-02,2\n",
			"id|date|amount\nA|2024-01-01|1\nB|2024-01-02|2", "left out: 2"},
		{"as wide as the table", "Exported on,2024-01-03\n\ncustomer,amount\nA,5\nB,6\n", "customer|amount\nA|5\nB|6", "left out: 1"},
		{"padded by Excel", "Report,,,\nFilter:,all,,\n,,,\nid,name,age,city\n1,Ann,30,Rome\n2,Bob,40,Oslo\n", "id|name|age|city\n1|Ann|30|Rome\n2|Bob|40|Oslo", "left out: 2"},
		{"other delimiters", "Report, of orders, 2024\nfor A, B\nid;amount\nA;1,5\nB;2,5\n", "id|amount\nA|1.5\nB|2.5", "left out: 2"},
		{"no comma in many", strings.Repeat("some words of a preface\n", 8) + "id,amount\nA,1\nB,2\n", "id|amount\nA|1\nB|2", "left out: 8"},
		{"no header below", "Readings of May\n1,5.5,x\n2,7.5,y\n3,8.5,z\n", "1|2|3\n1|5.5|x\n2|7.5|y\n3|8.5|z", "left out: 1"},
		{"a header alone", "Report\n\ncustomer_id,order_date,amount\n", "customer_id|order_date|amount", "left out: 1"},
		{"sep=", "sep=;\na;b\n1;2\n", "a|b\n1|2", ""},
		{"sep= in quotes and of a tab", "\"sep=\t\"\na\tb\n1\t2\n", "a|b\n1|2", ""},
	} {
		t.Run(c.name, func(t *testing.T) { wantTable(t, c.text, model.Reading{}, c.want, c.finding) })
	}
}

func TestNothingIsTakenForPreamble(t *testing.T) {
	for _, text := range []string{
		"id,amount\nA,1\n",
		"1\n1,5.5,x\n2,7.5,y\n3,8.5,z\n",     // a short first row
		"Ann\nBob,Rome\nEve,Paris\n",         // the same in words
		"milk\nmilk,tea\nbread,tea\n",        // baskets
		"id,name\n1,Ann,x,y\n2,Bob,z,w\n",    // a header too short
		"id\n1,Ann,x\n2,Bob,z\n3,Eve,u\n",    // by two
		"x,y\n1,a\n2,b\n\nq,r\n",             // a gap in the data
		"1,2\n3,4\n\na,b\n5,6\n",             // a header further down
		"id,,amount\nA1,x,unknown\nA2,y,5\n", // words in a column of numbers
	} {
		d := openText(t, text, model.Reading{})
		if found(d, "above the table") || found(d, "stand in two rows") || found(d, "tells the units") {
			t.Errorf("%q: %v", text, d.Findings)
		}
	}
}

func TestHeaderRow(t *testing.T) {
	text := "one,two\nx,y\nid,amount\nA,1\nB,2\n"
	wantTable(t, text, model.Reading{Header: 3}, "id|amount\nA|1\nB|2", `left out: 2; they say "one,two / x,y"`)
	wantTable(t, text, model.Reading{Header: 4, NoHeader: true}, "1|2\nA|1\nB|2")
	wantTable(t, "Report of May\n\nA,1,x\nB,2,y\nC,3,z\n", model.Reading{NoHeader: true}, "1|2|3\nA|1|x\nB|2|y\nC|3|z")
	_, err := Open(context.Background(), []string{"-"}, Options{Reading: model.Reading{Header: 9}, Stdin: strings.NewReader(text)}, nil)
	expectError(t, err, "-", "it has no row 9")
}

func TestHeaderInTwoRows(t *testing.T) {
	wantTable(t, ",2023,,2024,\nregion,Q1,Q2,Q1,Q2\nNorth,1,2,3,4\nSouth,5,6,7,8\n", model.Reading{},
		"region|2023 Q1|2023 Q2|2024 Q1|2024 Q2\nNorth|1|2|3|4\nSouth|5|6|7|8", "the names of the columns stand in two rows, 1 and 2")
	wantTable(t, "Region,2023,,2024,\n,Q1,Q2,Q1,Q2\nNorth,1,2,3,4\n", model.Reading{},
		"Region|2023 Q1|2023 Q2|2024 Q1|2024 Q2\nNorth|1|2|3|4")
	wantTable(t, "Sales by region\n\nCustomer,,Orders,,\nid,name,count,sum,last\n7,Ann,1,2,2024-01-01\n8,Bob,3,4,2024-01-02\n", model.Reading{},
		"Customer id|Customer name|Orders count|Orders sum|Orders last\n7|Ann|1|2|2024-01-01\n8|Bob|3|4|2024-01-02", "left out: 1")
	wantTable(t, "Customer,Jan,Jan,Feb,Feb\n,Qty,Amt,Qty,Amt\nA,1,10,2,20\nB,3,30,4,40\n", model.Reading{},
		"Customer|Jan Qty|Jan Amt|Feb Qty|Feb Amt\nA|1|10|2|20\nB|3|30|4|40", "the names of the columns stand in two rows, 1 and 2")
	for _, text := range []string{"name,score,score\nAnn,absent,ill\nBob,3,4\nCy,5,6\n", "name,x,x\nAnn,low,low\nBob,3,4\nCy,5,6\n"} {
		if d := openText(t, text, model.Reading{}); found(d, "stand in two rows") {
			t.Errorf("%q: %s", text, cells(d.Tables[0]))
		}
	}
}

func TestUnitsBelowTheHeader(t *testing.T) {
	wantTable(t, "item,price,weight\n—,(USD),(kg)\nA,1,2\nB,3,4\n", model.Reading{},
		"item|price|weight\nA|1|2\nB|3|4", "row 2 tells the units of the columns and was left out: —,(USD),(kg)")
	wantTable(t, "id,name,age\nint,varchar(20),int\n1,Ann,30\n", model.Reading{}, "id|name|age\n1|Ann|30")
	wantTable(t, "code,unit\nA,kg\nB,pcs\nC,kg\n", model.Reading{}, "code|unit\nA|kg\nB|pcs\nC|kg")
	wantTable(t, "size,n\nS,1\nL,2\n", model.Reading{}, "size|n\nS|1\nL|2")
}

func TestRuledTables(t *testing.T) {
	want := "id|name|amount\n1|Ann B|5\n2|Bob|6"
	wantTable(t, " id | name  | amount\n----+-------+--------\n  1 | Ann B |   5\n  2 | Bob   |   6\n(2 rows)\n", model.Reading{}, want)
	wantTable(t, "| id | name | amount |\n|---|:---|---:|\n| 1 | Ann B | 5 |\n| 2 | Bob | 6 |\n", model.Reading{}, want)
	wantTable(t, "+----+-------+--------+\n| id | name  | amount |\n+----+-------+--------+\n|  1 | Ann B |      5 |\n|  2 | Bob   |      6 |\n+----+-------+--------+\n",
		model.Reading{}, want)
}

func TestHeaderComesAgain(t *testing.T) {
	wantTable(t, "id,amount\nA,1\nid,amount\nB,2\nid,amount\n", model.Reading{}, "id|amount\nA|1\nB|2", "the header comes again in 2 rows")
	wantTable(t, "name,email\nAnn,a@x.com\nname,email\nBob,b@x.com\n", model.Reading{}, "name|email\nAnn|a@x.com\nBob|b@x.com", "comes again in one row")
	wantTable(t, "Ann,x\nBob,y\nAnn,x\n", model.Reading{}, "1|2\nAnn|x\nBob|y\nAnn|x")
}

func TestTotals(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a word in the key column", "id,amount,note\n1,10,a\n2,20,b\nTotal,30,\n", "id|amount|note\n1|10|a\n2|20|b"},
		{"合计", "订单,日期,金额\nA,2024-01-01,1.5\nB,2024-01-02,2\n合计,,3.5\n", "订单|日期|金额\nA|2024-01-01|1.5\nB|2024-01-02|2"},
		{"by its sums", "product,amount\nTea,10\nMilk,20\nBread,5\nTotal,35\n", "product|amount\nTea|10\nMilk|20\nBread|5"},
		{"no word", "id,amount\nA,10\nB,20\nC,5\n,35\n", "id|amount\nA|10\nB|20\nC|5"},
		{"in between", "区域,客户,金额\n东,甲,1\n东,乙,2\n小计,,3\n西,丙,4\n小计,,4\n总计,,7\n", "区域|客户|金额\n东|甲|1\n东|乙|2\n西|丙|4"},
		{"with the group's name", "region,shop,amount\nNorth,a,1\nNorth,b,2\nNorth Total,,3\nSouth,c,4\nSouth,d,6\nSouth Total,,10\nGrand Total,,13\n",
			"region|shop|amount\nNorth|a|1\nNorth|b|2\nSouth|c|4\nSouth|d|6"},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantTable(t, c.text, model.Reading{}, c.want, "rows of totals that were left out")
			if d := openText(t, c.text, model.Reading{}); len(d.Rejected) == 0 || english(d.Rejected[0].Reason) != "it is a row of totals" || d.Rejected[0].Text == "" {
				t.Errorf("rejected %+v", d.Rejected)
			}
		})
	}
}

func TestNoTotals(t *testing.T) {
	for _, text := range []string{
		"id,name,amount\n1,Ann,10\n2,Total,20\n3,Bob,30\n",            // a customer's name
		"name,amount\nAnn,10\nTotal,25\nBob,30\n",                     // without an id
		"name,age,amount\nAnn,30,10\nBob,40,20\nTotal,,25\nEve,5,6\n", // and an age
		"metric,value\nTotal,100\nMean,5\n",
		"id,amount\nA,10\nB,20\nC,5\n,36\n", // a row without an id
		"no,customer,product,amount\n1,Ann,Tea,10\n2,Bob,Milk,20\n3,Eve,Bread,5\n4,,Total,9\n5,Ann,Tea,3\n",
		"company,amount\nTotal Energies,10\nShell,20\n",
	} {
		d := openText(t, text, model.Reading{})
		if len(d.Rejected) > 0 || d.Rows() != strings.Count(text, "\n")-1 {
			t.Errorf("%q: %v", text, d.Rejected)
		}
	}
}

func TestRemarksBelowTheTable(t *testing.T) {
	for _, end := range []string{"-- end of report --\n", "(2 rows affected)\n", "\n(5,009 rows affected)\n", "Generated by CRM\n", "\nSome words about it\n",
		"数据来源：系统导出\n", "---------\n2 rows\n"} {
		d := openText(t, "id,name,amount\n1,Ann,2\n2,Bob,3\n"+end, model.Reading{})
		if got := cells(d.Tables[0]); got != "id|name|amount\n1|Ann|2\n2|Bob|3" || len(d.Rejected) == 0 || kinds(d.Tables[0]) != "ntn" {
			t.Errorf("%q: %s, rejected %+v", end, got, d.Rejected)
		}
		if d.Rejected[0].Row < 4 || !found(d, "rows below the table that were left out") {
			t.Errorf("%q: %+v %v", end, d.Rejected, d.Findings)
		}
	}
	wantTable(t, "name,city,age\nAnn,Rome,1\nBob,Paris,2\nEve Smith\n", model.Reading{}, "name|city|age\nAnn|Rome|1\nBob|Paris|2\nEve Smith||")
}

func TestSheetsWithMoreThanATable(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		setRow(f, "Sheet1", 1, "Sales report")
		setRow(f, "Sheet1", 2, "Exported on", "2024-01-03")
		setRow(f, "Sheet1", 4, nil, "2023", nil, "2024")
		setRow(f, "Sheet1", 5, "region", "Q1", "Q2", "Q1", "Q2")
		setRow(f, "Sheet1", 6, "North", 1, 2, 3, 4)
		setRow(f, "Sheet1", 7, "South", 5, 6, 7, 8)
		setRow(f, "Sheet1", 8, "Total", 6, 8, 10, 12)
		f.MergeCell("Sheet1", "B4", "C4")
		f.MergeCell("Sheet1", "A1", "E1")
		return setRow(f, "Sheet1", 10, "Source: the warehouse")
	})
	d := openBook(t, path, model.Reading{})
	if got := cells(d.Tables[0]); got != "region|2023 Q1|2023 Q2|2024 Q1|2024 Q2\nNorth|1|2|3|4\nSouth|5|6|7|8" {
		t.Errorf("got %s", got)
	}
	if d.Tables[0].FirstRow != 6 || len(d.Rejected) != 2 || d.Rejected[0].Row != 8 || d.Rejected[1].Row != 10 || !found(d, `they say "Sales report / Exported on 2024-01-03"`) {
		t.Errorf("first row %d, rejected %+v, %v", d.Tables[0].FirstRow, d.Rejected, d.Findings)
	}
}

// TestMergedGroups lets a group reach as far as its cells are merged.
func TestMergedGroups(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		setRow(f, "Sheet1", 1, nil, "2023", nil, nil, "2024")
		setRow(f, "Sheet1", 2, "region", "Q1", "Q2", "year", "Q1", "Q2")
		setRow(f, "Sheet1", 3, "North", 1, 2, 3, 4, 5)
		setRow(f, "Sheet1", 4, "South", 5, 6, 11, 8, 9)
		f.MergeCell("Sheet1", "B1", "C1")
		return f.MergeCell("Sheet1", "E1", "F1")
	})
	d := openBook(t, path, model.Reading{})
	if got := cells(d.Tables[0]); got != "region|2023 Q1|2023 Q2|year|2024 Q1|2024 Q2\nNorth|1|2|3|4|5\nSouth|5|6|11|8|9" {
		t.Errorf("got %s", got)
	}
}

// TestFaultsBelowPreamble counts the faults of a sheet by rows of the table.
func TestFaultsBelowPreamble(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		setRow(f, "Sheet1", 1, "Report")
		setRow(f, "Sheet1", 3, "id", "x")
		setRow(f, "Sheet1", 4, "a", 1)
		setRow(f, "Sheet1", 6, "b")
		return f.SetCellFormula("Sheet1", "B6", "SUM(1,2)")
	})
	d := openBook(t, path, model.Reading{})
	for _, f := range d.Findings {
		if f.Column == 1 && len(f.Rows) == 1 && f.Rows[0] == 1 {
			return
		}
	}
	t.Errorf("%s: %v", cells(d.Tables[0]), d.Findings)
}

func TestLineEndsAndQuotes(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"CR, LF and both", "a,b\r1,x\n2,y\r\n3,z\r4,w\n", "a|b\n1|x\n2|y\n3|z\n4|w"},
		{"a CR in a field", "a,b\n1,x\ry\n2,z\n", "a|b\n1|x\ry\n2|z"},
		{"a CR in quotes", "a,b\n1,\"x\ry\"\n2,z\n", "a|b\n1|x\ry\n2|z"},
		{"CR after LF only later", "a,b\n" + strings.Repeat("1,x\n", headSize) + "2,y\r3,z\r4,w\n", ""},
		{"backslashes", "a,b\n1,\"say \\\"hi\\\", he\"\n2,\"x\\\\\"\n", "a|b\n1|say \"hi\", he\n2|x\\"},
		{"backslashes without commas", "a,b\n1,\"say \\\"hi\\\" loud\"\n2,\"y\"\n", "a|b\n1|say \"hi\" loud\n2|y"},
		{"a folder's name", "a,b\n\"C:\\dir\\\",1\n\"C:\\x\\\",2\n", "a|b\nC:\\dir\\|1\nC:\\x\\|2"},
		{"delimiters behind rows", "a,b\n1,x,\n2,y,\n", "a|b\n1|x\n2|y"},
		{"delimiters behind the header", "a,b,,\n1,x\n2,y\n", "a|b\n1|x\n2|y"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := openText(t, c.text, model.Reading{})
			if c.want == "" {
				if d.Rows() != headSize+3 || len(d.Rejected) > 0 {
					t.Errorf("%d rows, %d rejected", d.Rows(), len(d.Rejected))
				}
				return
			}
			if got := cells(d.Tables[0]); got != c.want {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
			if found(d, "too few fields") {
				t.Errorf("%v", d.Findings)
			}
		})
	}
	d := openText(t, "id,name,city\n1,Ann,Rome\n2,Smith, Bob,Oslo\n3,Eve,Bonn\n", model.Reading{})
	if cells(d.Tables[0]) != "id|name|city\n1|Ann|Rome\n3|Eve|Bonn" || len(d.Rejected) != 1 || d.Rejected[0].Row != 3 || d.Rejected[0].Text != "2,Smith, Bob,Oslo" {
		t.Errorf("%s: %+v", cells(d.Tables[0]), d.Rejected)
	}
}

// TestQuotaCountsDataRows reads as many rows whether there is a header or not.
func TestQuotaCountsDataRows(t *testing.T) {
	for _, text := range []string{"id,x\n1,a\n\n2,b\n3,c\n", "1,a\n2,b\n\n3,c\n", "Report\n\nid,x\n1,a\n2,b\n3,c\n"} {
		for rows := 1; rows <= 3; rows++ {
			d := openText(t, text, model.Reading{Rows: rows})
			if d.Rows() != rows || d.Partial != (rows < 3) || d.Partial && (d.Taken != rows || !found(d, "reading was stopped after")) {
				t.Errorf("%q, %d rows: %d, partial %t, taken %d", text, rows, d.Rows(), d.Partial, d.Taken)
			}
		}
	}
}
