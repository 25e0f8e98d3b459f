package load

import (
	"context"
	"testing"

	"custseg/model"
)

// openFiles reads files of the contents given, named a, b and so on.
func openFiles(t *testing.T, reading model.Reading, contents ...string) *model.Dataset {
	t.Helper()
	var files [][2]string
	for i, text := range contents {
		files = append(files, [2]string{string(rune('a'+i)) + ".csv", text})
	}
	d, err := Open(context.Background(), writeFiles(t, files...), Options{Reading: reading}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestEachFileKeepsItsOrderOfDayAndMonth(t *testing.T) {
	const head = "customer_id,order_date\n"
	d := openFiles(t, model.Reading{}, head+"x,02/01/2024\ny,13/01/2024\n", head+"x,02/01/2024\ny,01/13/2024\n", head+"z,03/04/2024\n")
	want := "customer_id|order_date|file\nx|2024-01-02|a\ny|2024-01-13|a\nx|2024-02-01|b\ny|2024-01-13|b\nz|2024-04-03|c"
	if got := cells(d.Tables[0]); got != want || d.Tables[0].Column(1).Kind() != model.Date {
		t.Errorf("it reads\n%s", got)
	}
	for _, text := range []string{"the files write dates differently; those in a, c were read as day/month/year", "differently; those in b were read as month/day/year",
		"day and month cannot be told apart in c by itself; the dates there were read as day/month/year"} {
		if !found(d, text) {
			t.Errorf("no finding %q in %v", text, d.Findings)
		}
	}
	d = openFiles(t, model.Reading{}, head+"x,02/01/2024\ny,13/01/2024\n", head+"z,03/04/2024\n")
	if found(d, "differently") || !found(d, "cannot be told apart in b by itself") {
		t.Errorf("one order: %v", d.Findings)
	}
	d = openFiles(t, model.Reading{}, head+"x,02/01/2024\ny,04/03/2024\n", head+"z,03/04/2024\n")
	if found(d, "by itself") {
		t.Errorf("no order: %v", d.Findings)
	}
}

func TestEachFileKeepsItsDecimalMark(t *testing.T) {
	d := openFiles(t, model.Reading{}, "id,amount,x\n1,10.5,a\n2,\"1,234.5\",b\n", "id;amount;x\n3;11,5;c\n4;1.234,5 €;d\n5;x;e\n6;1.500;f\n")
	want := "id|amount|x|file\n1|10.5|a|a\n2|1,234.5|b|a\n3|11,5|c|b\n4|1.234,5 €|d|b\n5|x|e|b\n6|1.500|f|b"
	if got := cells(d.Tables[0]); got != want {
		t.Errorf("a column of text is changed:\n%s", got)
	}
	d = openFiles(t, model.Reading{}, "id,amount,x\n1,10.5,a\n2,\"1,234.5\",b\n", "id;amount;x\n3;11,5;c\n4;1.234,5 kr.;d\n6;1.500;f\n")
	want = "id|amount|x|file\n1|10.5|a|a\n2|1234.5|b|a\n3|11.5|c|b\n4|1234.5|d|b\n6|1500|f|b"
	if got := cells(d.Tables[0]); got != want || !found(d, `numbers differently; those in b were read with the decimal mark ","`) {
		t.Errorf("it reads\n%s\n%v", got, d.Findings)
	}
	d = openFiles(t, model.Reading{}, "id,amount\n1,10.5\n", "id,amount\n2,\"11,5\"\n", "id,amount\n3,\"1,500\"\n")
	if got := d.Tables[0].Column(1).Text(2); got != "1500" || !found(d, `numbers in c can be read in two ways; they were read with the decimal mark "."`) {
		t.Errorf("what proves nothing is %s, %v", got, d.Findings)
	}
	d = openFiles(t, model.Reading{Decimal: "."}, "id,amount\n1,10.5\n", "id,amount\n2,\"11,5\"\n")
	if found(d, "differently") {
		t.Errorf("the mark is asked for: %v", d.Findings)
	}
}

// TestMarksAreBorrowed reads a file whose numbers can be read in two ways as its
// sister, which proves hers.
func TestMarksAreBorrowed(t *testing.T) {
	d := openFiles(t, model.Reading{}, "customer;date;amount\nA;13.01.2024;1.500\nB;14.02.2024;2.250\n", "customer;date;amount\nA;15.01.2024;1,50\nB;16.02.2024;2,25\n")
	if got := d.Tables[0].Column(2).Text(0); got != "1500" || !found(d, `numbers in a can be read in two ways; by the other files they were read with the decimal mark ","`) {
		t.Errorf("1.500 is %s, %v", got, d.Findings)
	}
	d = openFiles(t, model.Reading{}, "id;amount\n1;10.5\n2;11,-\n3;7,-\n4;8,-\n", "id,amount\n2,11.5\n")
	if got := d.Tables[0].Column(1).Kind(); got == model.Number {
		t.Errorf("both marks are numbers: %v", d.Findings)
	}
	d = openFiles(t, model.Reading{}, "id;amount\n2;11,-\n3;7,-\n4;8,-\n", "id,amount\n2,11.5\n")
	if got := d.Tables[0].Column(1).Text(0); got != "11" {
		t.Errorf("11,- is %s", got)
	}
}

func TestDaysOfOneMonthAreLikelierThanOneDayOfMany(t *testing.T) {
	for text, want := range map[string]string{
		"d\n01/03/2024\n02/03/2024\n07/03/2024\n": "2024-03-01",
		"d\n03/01/2024\n03/02/2024\n03/07/2024\n": "2024-03-01",
		"d\n01/02/2024\n01/03/2024\n01/08/2024\n": "2024-01-02", // or the first of months
		"d\n02/03/2024\n03/03/2024\n04/03/2024\n": "2024-02-03",
	} {
		d := openText(t, text, model.Reading{})
		if got := d.Tables[0].Column(0).Text(0); got != want || !found(d, "cannot be told apart") {
			t.Errorf("%q begins with %s, %v", text, got, d.Findings)
		}
	}
}
