package load

import (
	"testing"

	"custseg/model"

	"github.com/xuri/excelize/v2"
)

func TestSecondTable(t *testing.T) {
	first := "Customer ID,Amount\nC0,10\nC1,11\nC2,12\n"
	for _, below := range []string{"\nRegion,Target\nNorth,100\nSouth,200\n", "\n\nTargets of May\nRegion,Target\nNorth,100\nSouth,200\n"} {
		wantTable(t, first+below, model.Reading{}, "Customer ID|Amount\nC0|10\nC1|11\nC2|12", "another table seems to begin in row", `with "Region,Target"`)
		d := openText(t, first+below, model.Reading{})
		if n := len(d.Rejected); n < 3 || n > 4 || english(d.Rejected[n-1].Reason)[:27] != "it belongs to another table" {
			t.Errorf("%q: %v", below, d.Rejected)
		}
	}
	for _, text := range []string{
		first + "\nC3,13\nC4,14\n",      // a blank row
		first + "\nC3,unknown\nC4,14\n", // and a word in a column of numbers
		first + "\nC3,n/a\n\nC4,14\n",   // or none
		"x,y\n1,a\n2,b\n\nq,r\n",        // nothing below
		"name,city\nAnn,Rome\n\nBob,Oslo\nEve,Bonn\n",
	} {
		if d := openText(t, text, model.Reading{}); found(d, "another table") {
			t.Errorf("%q: %v", text, d.Findings)
		}
	}
	path := saveBook(t, func(f *excelize.File) error {
		setRow(f, "Sheet1", 1, "Customer ID", "Amount")
		setRow(f, "Sheet1", 2, "C0", 10)
		setRow(f, "Sheet1", 3, "C1", 20)
		setRow(f, "Sheet1", 4, "C2", 30)
		setRow(f, "Sheet1", 7, "Region", "Target", "Plan")
		return setRow(f, "Sheet1", 8, "North", 100, 7)
	})
	d := openBook(t, path, model.Reading{})
	if got := cells(d.Tables[0]); got != "Customer ID|Amount\nC0|10\nC1|20\nC2|30" || !found(d, "begin in row 7 with") || len(d.Rejected) != 2 {
		t.Errorf("%s, %v", got, d.Findings)
	}
}
