package export

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"
)

// recipeDocument is a document whose recipe has all that a recipe may have.
func recipeDocument(t *testing.T) Document {
	t.Helper()
	d := testDocument(t)
	d.Recipe = d.Recipe.WithWhere("recency < 90 and town = \"A & B\"").WithAlso(model.Choice{Method: "abc"})
	long := map[string][]float64{}
	for i := range 4000 { // more than a cell of a workbook holds
		long["measure "+strings.Repeat("x", i%7)+string(rune('a'+i%26))] = append(long["m"], float64(i))
	}
	d.Recipe = d.Recipe.WithParam("cuts", model.CutsOf(long)).WithParam("words", model.Words(strings.Repeat("=long ", 9000)))
	d.Snapshot = func() *model.Snapshot { return &model.Snapshot{AsOf: 5, Rows: 9, Customers: 3} }
	d.Replay = &Replay{Kept: true, Now: Met{Rows: 4}, Files: []FileChange{{Then: "a", Now: "b", Text: model.P("other {")}},
		Shifts:  []Shift{{Measure: "recency", Label: model.P("Recency"), Index: .3, Chance: .1, Size: "large", Words: model.P("large")}},
		Results: []SizeChanges{{Method: "rfm", Name: model.P("RFM"), Segments: []SizeChange{{Segment: "Best", Then: 2, Now: -1, ThenShare: 1}}}}}
	return d
}

func TestARecipeIsReadFromWhateverHoldsIt(t *testing.T) {
	d, dir := recipeDocument(t), t.TempDir()
	for _, name := range []string{"book.xlsx", "result.json", "recipe.json", "BOM.json"} {
		path := filepath.Join(dir, name)
		err := Write(context.Background(), path, d, Options{}, nil)
		if name == "recipe.json" || name == "BOM.json" {
			r := d.Recipe
			r.Snapshot = d.Snapshot()
			err = WriteRecipe(path, r, true)
		}
		if name == "BOM.json" {
			b, _ := os.ReadFile(path)
			err = os.WriteFile(path, append([]byte("\xef\xbb\xbf\n"), b...), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		r, err := ReadRecipe(path)
		if err != nil || !r.Equal(d.Recipe) || r.Snapshot == nil || r.Snapshot.Rows != 9 {
			t.Errorf("%s: %v; read %+v", name, err, r.Snapshot)
		}
	}
	b, err := os.ReadFile(filepath.Join(dir, "recipe.json"))
	if err != nil || !bytes.Contains(b, []byte(`"where": "recency < 90 and town = \"A & B\""`)) {
		t.Errorf("the filter is not good to read: %v", err)
	}
	if r, err := ReadRecipe(filepath.Join(dir, "book.xlsx#Recipe")); err != nil || !r.Equal(d.Recipe) {
		t.Errorf("by the sheet's name: %v", err)
	}
}

func TestWhatHoldsNoRecipeIsSaid(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	book := filepath.Join(dir, "tables.xlsx")
	if err := Tables(context.Background(), book, testDocument(t).Dataset, false); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "none.json"):                                "the recipe cannot be read",
		dir:                                                            "the recipe cannot be read",
		file("orders.csv", "id,day\n1,2\n"):                            "neither a recipe",
		file("empty.json", ""):                                         "neither a recipe",
		file("broken.json", `{"version":1,`):                           "not JSON",
		file("other.json", `{"a":1}`):                                  `neither a field "version" nor a field "recipe"`,
		file("newer.json", `{"version":7,"method":"rfm"}`):             "version 7",
		file("typo.json", `{"version":1,"metod":"rfm"}`):               `"metod" is not known`,
		file("exe.json", `{"version":1,"export":{"formats":["exe"]}}`): `"exe", which is no kind of file`,
		file("sides.json", `{"a":{"recipe":{}},"b":{"recipe":1}}`):     "holds the recipes of a, b",
		file("broken.xlsx", "PK\x03\x04 and nothing"):                  "no workbook that can be read",
		book:                                     "has no sheet Recipe",
		book + "#None":                           "has no sheet None",
		book + "#orders":                         "the sheet orders holds no recipe",
		file("one.json", `{"version":1}`) + "#a": "it holds one recipe",
	} {
		if _, err := ReadRecipe(path); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), filepath.Base(path)) {
			t.Errorf("%s: %v; want %s", path, err, want)
		}
	}
	if r, err := ReadRecipe(file("pair.json", `{"command":"compare","a":{"recipe":{"version":1,"method":"rfm"}},"b":{"recipe":{"version":1,"method":"abc"}}}`) + "#b"); err != nil || r.Method != "abc" {
		t.Errorf("of b: %v %v", r.Method, err)
	}
}

// No text makes the reading panic, and what is read is written to read the same.
func FuzzParseRecipe(f *testing.F) {
	for _, seed := range []string{`{"version":1,"method":"rfm"}`, `{"recipe":{"version":1,"seed":3}}`, `{"a":{"recipe":{"version":1}}}`, `{"version":2}`,
		`{"recipe":7}`, `{"recipe":{"version":1},"version":1}`, `{`, `[]`, `{"a":{"recipe":null}}`} {
		f.Add([]byte(seed), "")
		f.Add([]byte(seed), "a")
	}
	f.Fuzz(func(t *testing.T, text []byte, part string) {
		r, err := ParseRecipe(text, part)
		if err != nil {
			return
		}
		again, err := recipeText(r)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := ParseRecipe([]byte(again), ""); err != nil || !back.Equal(r) {
			t.Fatalf("%s: %v", again, err)
		}
	})
}
