package export

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// testSeveral is a document against itself with three customers a segment
// further, and once more.
func testSeveral(t *testing.T, d Document) Several {
	t.Helper()
	d.Recipe = d.Recipe.WithAlso(model.Choice{Method: "abc"}).WithAlso(model.Choice{Method: "abc", Params: model.Settings{"a": model.Num(1)}}).
		WithWhere("name != \"Alice Johansson\"")
	c := comparisonOf(pairingOf(t, d, d.Customers.Len())) // all methods are of the same customers
	other := c.Second
	other.Method.ID, other.Segmentation.Method = "abc", "abc"
	other.Recipe = d.Recipe.Only(d.Recipe.Also[0])
	c.Second = other
	d.Snapshot = func() *model.Snapshot {
		return &model.Snapshot{Results: []model.SnapshotResult{{Method: "rfm", Segments: []model.SnapshotSegment{{Name: "Alice Johansson", Customers: 2}}}}}
	}
	return Several{Documents: []Document{d, other, other}, Names: []model.Phrase{model.P("RFM"), model.P("ABC"), model.P("%s with %s", model.P("ABC"), "a=1")}, Against: []Comparison{c, c}}
}

func severalFile(t *testing.T, s Several, ending string, o Options) []byte {
	return written(t, ending, func(path string) error { return WriteSeveral(t.Context(), path, s, o, nil) })
}

func TestAWorkbookOfSeveralMethodsHasTheSheetsOfEach(t *testing.T) {
	s := testSeveral(t, testDocument(t))
	f := openBook(t, severalFile(t, s, ".xlsx", Options{SegmentSheets: true}))
	sheets := f.GetSheetList()
	for _, want := range []string{"Summary", "Customers", "Matrix", "rfm Summary", "rfm Rules", "abc Summary", "abc Rules", "abc_2 Summary", "abc_2 Rules", "Quality", "Recipe", "rfm Champions", "abc Champions"} {
		if !slices.Contains(sheets, want) {
			t.Errorf("no sheet %s among %q", want, sheets)
		}
	}
	rows := sheetRows(t, f, "Customers")
	if got := rows[0][:4]; !slices.Equal(got, []string{"customer_id", "segment_rfm", "segment_abc", "segment_abc_2"}) || len(rows) != s.Documents[0].Customers.Len()+1 {
		t.Errorf("%d rows under %q", len(rows), got)
	}
	moved := 0
	for _, row := range rows[1:] {
		if row[1] != row[2] {
			moved++
		}
		if row[2] != row[3] {
			t.Errorf("%q is in %q and %q by the same method", row[0], row[2], row[3])
		}
	}
	if moved != 3 {
		t.Errorf("%d customers are elsewhere by the second method, want 3", moved)
	}
	summary := ""
	for _, row := range sheetRows(t, f, "Summary") {
		summary += strings.Join(row, "|") + "\n"
	}
	for _, want := range []string{"ABC with a=1|", "no agreement beyond chance", "Segments by RFM", `Only customers with|name != "Alice Johansson"`} {
		if !strings.Contains(summary, want) {
			t.Errorf("the summary does not say %s:\n%s", want, summary)
		}
	}
}

func TestJSONOfSeveralMethodsIsAList(t *testing.T) {
	s := testSeveral(t, testDocument(t))
	var out struct {
		Recipe  model.Recipe
		Results []struct {
			Method   string
			Recipe   model.Recipe
			Segments []struct{ Customers int }
		}
		Agreements []struct {
			Method, Label string
			Cells         []struct{ Customers int }
		}
	}
	if err := json.Unmarshal(severalFile(t, s, ".json", Options{}), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Recipe.Choices()) != 3 || out.Recipe.Snapshot == nil || len(out.Results) != 3 || out.Results[1].Method != "abc" || len(out.Agreements) != 2 || out.Agreements[1].Label != "ABC with a=1" {
		t.Fatalf("%+v", out)
	}
	for i, r := range out.Results {
		n := 0
		for _, g := range r.Segments {
			n += g.Customers
		}
		if n != s.Documents[0].Customers.Len() || len(r.Recipe.Choices()) != 1 || r.Recipe.Snapshot != nil {
			t.Errorf("result %d: %d customers, recipe of %v", i, n, r.Recipe.Choices())
		}
	}
}

func TestMaskedSeveralHoldNoOriginal(t *testing.T) {
	s := testSeveral(t, named(t))
	for _, ending := range []string{".csv", ".json"} {
		wantNoSecret(t, ending, string(severalFile(t, s, ending, Options{Privacy: model.MaskPersons(true)})))
	}
	b := severalFile(t, s, ".xlsx", Options{Privacy: model.MaskPersons(true), SegmentSheets: true})
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		wantNoSecret(t, part.Name, string(text))
	}
}

func TestSeveralFilesRepeat(t *testing.T) {
	s := testSeveral(t, testDocument(t))
	for _, ending := range []string{".xlsx", ".csv", ".json"} {
		if !bytes.Equal(severalFile(t, s, ending, Options{SegmentSheets: true}), severalFile(t, s, ending, Options{SegmentSheets: true})) {
			t.Errorf("%s differs from one writing to the next", ending)
		}
	}
}

func TestSeveralOfOtherCustomersAreRefused(t *testing.T) {
	s := testSeveral(t, testDocument(t))
	other := testDocument(t)
	s.Documents[2].Customers = other.Customers
	if _, err := s.view(Options{}); err == nil || !strings.Contains(err.Error(), "same customers") {
		t.Errorf("err = %v", err)
	}
	if _, err := (Several{}).view(Options{}); err == nil {
		t.Error("nothing was taken for several results")
	}
}
