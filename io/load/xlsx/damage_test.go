package xlsx

import (
	"fmt"
	"strings"
	"testing"
)

// damaged is a workbook of two sheets and shared strings, with parts replaced, or
// left out where they are empty.
func damaged(t *testing.T, parts ...string) *Book {
	t.Helper()
	all := []string{
		"_rels/.rels", `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="orders" r:id="o"/><sheet name="returns" r:id="p"/><sheet name="lost" r:id="q"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="o" Type="x/worksheet" Target="orders.xml"/><Relationship Id="p" Type="x/worksheet" Target="returns.xml"/>` +
			`<Relationship Id="s" Type="x/sharedStrings" Target="strings.xml"/></Relationships>`,
		"xl/orders.xml", `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
		"xl/returns.xml", `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
		"xl/strings.xml", `<sst><si><t>word</t></si></sst>`,
	}
	for i := 0; i < len(parts); i += 2 {
		for j := 0; j < len(all); j += 2 {
			if all[j] == parts[i] {
				all[j+1] = parts[i+1]
			}
		}
	}
	var kept []string
	for j := 0; j < len(all); j += 2 {
		if all[j+1] != "" {
			kept = append(kept, all[j], all[j+1])
		}
	}
	return openParts(t, kept...)
}

// readAll reads a sheet to its end.
func readAll(b *Book, sheet int) (rows []string, err error) {
	r, err := b.Rows(sheet, nil)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	for r.Next() {
		rows = append(rows, rowText(r))
	}
	return rows, r.Err()
}

func TestDamagedParts(t *testing.T) {
	for _, c := range []struct {
		name  string
		parts []string
		sheet int
		want  error
	}{
		{"nothing", nil, 0, nil},
		{"a sheet without its part", []string{"xl/returns.xml", ""}, 1, &PartError{"xl/returns.xml", true}},
		{"another sheet", []string{"xl/returns.xml", ""}, 0, nil},
		{"a sheet that no part is named for", nil, 2, &PartError{"", true}},
		{"a sheet cut off between rows", []string{"xl/returns.xml", `<worksheet><sheetData><row r="1"/>`}, 1, &PartError{Part: "xl/returns.xml"}},
		{"a sheet cut off in a row", []string{"xl/returns.xml", `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>`}, 1, &PartError{Part: "xl/returns.xml"}},
		{"a sheet cut off in a tag", []string{"xl/returns.xml", `<worksheet><sheetData></sheetDa`}, 1, &PartError{Part: "xl/returns.xml"}},
		{"an empty sheet", []string{"xl/returns.xml", `<worksheet/>`}, 1, nil},
		{"words without their part", []string{"xl/strings.xml", ""}, 0, &PartError{"xl/strings.xml", true}},
		{"words that are not used", []string{"xl/strings.xml", ""}, 1, nil},
		{"words cut off", []string{"xl/strings.xml", `<sst><si><t>word</t></si>`}, 0, &PartError{Part: "xl/strings.xml"}},
	} {
		if _, err := readAll(damaged(t, c.parts...), c.sheet); fmt.Sprint(err) != fmt.Sprint(c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

func TestPlacesOfNoSheet(t *testing.T) {
	for row, ref := range map[string]string{
		`<row r="1"><c r="ZZZZZZZ301"><v>1</v></c></row>`:          "ZZZZZZZ301",
		`<row r="1"><c r="A-5"><v>1</v></c></row>`:                 "A-5",
		`<row r="1"><c r="XFE1"/></row>`:                           "XFE1",
		`<row r="1"><c r="A1048577"/></row>`:                       "A1048577",
		`<row r="1"><c r="A0"/></row>`:                             "A0",
		`<row r="1"><c r="7"/></row>`:                              "7",
		`<row r="1"><c r="B"/></row>`:                              "B",
		`<row r="1"><c r=""/></row>`:                               "",
		`<row r="-5"><c><v>1</v></c></row>`:                        "-5",
		`<row r="99999999999999999999"/>`:                          "99999999999999999999",
		`<row r="1048576"/><row/>`:                                 "1048577",
		`<row r="1"><c r="XFD1"/><c><v>1</v></c></row>`:            "R1C16385",
		`<row r="1"><c r="A99999999999999999999999999999"/></row>`: "A99999999999999999999999999999",
	} {
		_, err := readAll(damaged(t, "xl/returns.xml", `<worksheet><sheetData>`+row+`</sheetData></worksheet>`), 1)
		if got, ok := err.(*PlaceError); !ok || got.Ref != ref {
			t.Errorf("%s: %v", row, err)
		}
	}
}

// An entity that a workbook declares itself is refused in cells and in shared
// strings, not read as the word it is written as.
func TestEntitiesOfTheirOwn(t *testing.T) {
	declared := `<!DOCTYPE x [<!ENTITY j "joke">]>`
	for _, c := range []struct {
		part, text string
		sheet      int
	}{
		{"xl/returns.xml", declared + `<worksheet><sheetData><row><c t="str"><v>&j;</v></c></row></sheetData></worksheet>`, 1},
		{"xl/returns.xml", declared + `<worksheet><sheetData><row><c t="inlineStr"><is><t>a &j; b</t></is></c></row></sheetData></worksheet>`, 1},
		{"xl/strings.xml", declared + `<sst><si><t>&j;</t></si></sst>`, 0},
	} {
		rows, err := readAll(damaged(t, c.part, c.text), c.sheet)
		if got, ok := err.(*EntityError); !ok || got.Name != "j" || strings.Contains(fmt.Sprint(rows), "&j;") {
			t.Errorf("%s: %v, %v", c.text, rows, err)
		}
	}
}
