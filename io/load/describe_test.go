package load

import (
	"testing"

	"custseg/model"
)

// TestDescriptionsBelowTheHeader leaves out the rows in which survey programs
// say what their columns are.
func TestDescriptionsBelowTheHeader(t *testing.T) {
	want := "StartDate|Progress|ResponseId|Q1\n2024-01-01|100|R_1|30\n2024-01-02|90|R_2|31\n2024-01-03|80|R_3|32"
	names, rows := "StartDate,Progress,ResponseId,Q1\n", "2024-01-01,100,R_1,30\n2024-01-02,90,R_2,31\n2024-01-03,80,R_3,32\n"
	wording := "Start Date,Progress,Response ID,How old are you?\n"
	inner := `"{""ImportId"":""startDate""}","{""ImportId"":""progress""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1_TEXT""}"` + "\n"
	for below, says := range map[string]string{
		wording:         `describe the columns and were left out: 1; the first says "Start Date,Progress,Response ID,How old are you?"`,
		wording + inner: `describe the columns and were left out: 2; the first says "Start Date`,
		inner:           `describe the columns and were left out: 1`,
	} {
		wantTable(t, names+below+rows, model.Reading{}, want, says)
		if d := openText(t, names+below+rows, model.Reading{}); len(d.Rejected) == 0 || d.Rejected[0].Row != 2 || english(d.Rejected[0].Reason) != "it describes the columns" {
			t.Errorf("%q: rejected %+v", below, d.Rejected)
		}
	}
	for _, text := range []string{
		"name,city\nName,City\nAnn,Rome\n",         // text alone
		"city,amount\nRome,5\nOslo,6\n",            // no name again
		"item,amount\nItem,unknown\nX,5\nY,6\nZ,7", // one of two
	} {
		if d := openText(t, text, model.Reading{}); found(d, "describe the columns") {
			t.Errorf("%q: %v", text, d.Findings)
		}
	}
}
