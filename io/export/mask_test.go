package export

import (
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// secrets are the values that a masked document may not hold.
func secrets() []string {
	var out []string
	for _, p := range somePeople() {
		out = append(out, p.id, p.name, p.phone, p.born)
	}
	out = slices.DeleteFunc(out, func(s string) bool { return s == "" })
	return append(out, "K-00099", "Eve Adams", "alice", "Johansson", "小明", "HYPERLINK@")
}

func wantNoSecret(t *testing.T, where, text string) {
	t.Helper()
	for _, s := range secrets() {
		if strings.Contains(text, s) {
			t.Errorf("%s holds %q", where, s)
		}
	}
}

// named is a document whose segments are named after a customer, as a method
// that groups by a column may do.
func named(t *testing.T) Document {
	d := testDocument(t)
	d.Segmentation.Segments[0].Name = model.Raw("Alice Johansson")
	d.Segmentation.Segments[0].Rule = model.P("name is %s", "王小明")
	d.Segmentation.Segments[2].Name = model.Phrase{Key: "Łucja Ångström"}
	d.Segmentation.Scores = append(d.Segmentation.Scores, model.TextsOf("group", []string{"Alice Johansson", "x", "x", "x", "x"}))
	d.Segmentation.Notes = append(d.Segmentation.Notes, model.P("%s and %v are alike", "客户王小明的电话13800138000", []string{"K-00020"}))
	return d
}

func TestMaskedTextsHoldNoOriginal(t *testing.T) {
	text, rows := csvOf(t, named(t), Options{Privacy: model.MaskPersons(true)})
	wantNoSecret(t, "CSV", text)
	if !slices.Contains(rows[1], "masked") || !strings.Contains(text, "Stockholm") {
		t.Errorf("masked too much or too little:\n%s", text)
	}
	text, _ = jsonOf(t, named(t), Options{Privacy: model.MaskPersons(true)})
	wantNoSecret(t, "JSON", text)
	if !strings.Contains(text, "R 1-2") || !strings.Contains(text, "people.csv") {
		t.Errorf("masked too much:\n%s", text)
	}
}

func TestColumnTakenOutOfPlayStaysMasked(t *testing.T) {
	d := testDocument(t)
	d.Recipe = d.Recipe.WithRole(model.Assignment{Role: model.Ignore, Column: "phone"})
	roles, err := d.Dataset.Assign(d.Recipe.Roles)
	if err != nil {
		t.Fatal(err)
	}
	if d.Customers, err = model.BuildCustomers(t.Context(), d.Dataset, roles, model.Scope{AsOf: model.NoDay}, nil); err != nil {
		t.Fatal(err)
	}
	text, _ := csvOf(t, d, Options{Privacy: model.MaskPersons(true)})
	wantNoSecret(t, "CSV", text)
}

func TestMaskDependsOnTheKeyAlone(t *testing.T) {
	ids := func(salt string) string {
		_, rows := csvOf(t, testDocument(t), Options{Privacy: model.MaskPersons(true), Salt: []byte(salt)})
		var out []string
		for _, r := range rows[1:] {
			out = append(out, r[0])
		}
		if !slices.IsSorted(out) {
			t.Errorf("rows are in another order than the hashes: %v", out)
		}
		return strings.Join(out, " ")
	}
	first, again, other, drawn, drawnAgain := ids("a"), ids("a"), ids("b"), ids(""), ids("")
	if first != again || first == other || drawn == drawnAgain {
		t.Error("the same key must give the same hashes, another key others, no key never the same")
	}
}

func TestMaskedAveragesSkipPersonalNumbers(t *testing.T) {
	table, err := model.NewTable("t", "t.csv", 2, model.TextsOf("id", []string{"a", "b"}), model.NewNumbers("tel", []float64{13800138000, 13900139000}))
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Dataset{Tables: []*model.Table{table}, Guesses: []model.Guess{{Role: model.CustomerID}, {Column: 1, Role: model.Phone}}}
	s := &model.Segmentation{Of: []int32{0, 1}, Segments: []model.Segment{{Name: model.P("x")}, {Name: model.P("y")}}, Used: []string{"tel"},
		Notes: []model.Phrase{model.P("see %s", "13800138000")}}
	doc := Document{Dataset: d, Customers: testCustomers(t, d), Segmentation: s}
	for path, text := range unzipped(t, doc, Options{Privacy: model.MaskPersons(true)}) {
		if strings.Contains(text, "1380013") || strings.Contains(text, "1390013") {
			t.Errorf("%s holds a phone number", path)
		}
	}
}

func TestVocabularyFindsWholeWords(t *testing.T) {
	var v vocabulary
	v.add(model.TextsOf("", []string{"Ann", "Ann Lee", "王明", "a@b.se", "A", "12", "12345", "Ang", "  Bo Ek  "}), false)
	hide := func(string) string { return "*" }
	for _, c := range []struct {
		in, want string
		numbers  bool
	}{
		{"Ann, Ann Lee and Anna", "*, * and Anna", false},
		{"客户王明说", "客户*说", false},
		{"<a@b.se>", "<*>", false},
		{"segment A of 12 and 12345", "segment A of 12 and 12345", false},
		{"segment A of 12 and 12345.", "segment A of 12 and *.", true},
		{"Bo Ek's", "*'s", false},
		{"Språng", "Språng", false},
	} {
		if got := v.replace(c.in, hide, c.numbers); got != c.want {
			t.Errorf("%q becomes %q, want %q", c.in, got, c.want)
		}
	}
}
