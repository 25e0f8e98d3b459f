package export

import (
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

func TestQualitySheetTellsFindingsAndTreatments(t *testing.T) {
	rows := sheetRows(t, openBook(t, bookOf(t, testDocument(t), Options{}, 100)), qualitySheet)
	line := func(first string, column int) []string {
		for _, r := range rows {
			if len(r) > column && strings.Contains(r[column], first) {
				return r
			}
		}
		return nil
	}
	if r := line("born: births that make a customer", 0); r == nil || r[3] != "1" || !strings.Contains(r[4], "1899-12-31 (3)") || r[5] != "blank" || r[6] != "birth_year" {
		t.Errorf("%q", r)
	}
	if r := line("values made missing by choice", 0); r == nil || r[1] != "people" || r[2] != "born" || r[3] != "1" || r[4] != "birth_year: blank" {
		t.Errorf("%q", r)
	}
	i := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == "paid" })
	if i < 0 || rows[i][2] != "number, amount" || rows[i][3] != "1" || rows[i][7] == "" || rows[i][9] != "0" {
		t.Errorf("no facts of paid, or others: %q", rows)
	}
}

func TestMaskedQualityTellsNoEnds(t *testing.T) {
	rows := sheetRows(t, openBook(t, bookOf(t, testDocument(t), Options{Privacy: model.MaskPersons(true)}, 100)), qualitySheet)
	seen := 0
	for _, r := range rows {
		wantNoSecret(t, "the Quality sheet", strings.Join(r, "|"))
		if len(r) > 4 && r[0] == "born" && r[1] == "people" && r[2] != "names persons" {
			seen++
			if r[4] != "" {
				t.Errorf("%q", r)
			}
		}
	}
	if seen != 1 {
		t.Error("no facts of a masked column")
	}
}
