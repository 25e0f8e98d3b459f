package export

import (
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// What a mask keeps of text is named, but for codes, yes and no, and what the
// analyst chose.
func TestOpenTextsAreNamed(t *testing.T) {
	column := func(name, values string) model.Column { return model.TextsOf(name, strings.Split(values, "|")) }
	table, err := model.NewTable("t", "t.csv", 4, column("id", "a1|a2|a3|a4"), column("plan", "Basic|Plus|Basic|Plus"), column("code", "A1|B2|C3|D4"),
		column("paid", "yes|no|yes|no"), column("name", "Ann|Bob|Cy|Di"), column("region", "North|South|North|South"), column("渠道", "线上|门店|线上|门店"))
	if err != nil {
		t.Fatal(err)
	}
	d := Document{Dataset: &model.Dataset{Tables: []*model.Table{table}, Guesses: []model.Guess{{Role: model.CustomerID}}},
		Recipe: model.Recipe{Params: model.Settings{"by": model.Word("region")}}}
	masks := model.Privacy{Default: model.MaskColumn}
	for _, c := range []struct {
		privacy model.Privacy
		want    []string
	}{{masks, []string{"plan", "渠道"}}, {masks.With("plan", model.KeepColumn), []string{"渠道"}}, {model.Privacy{}, nil}} {
		got, err := Disclose(d, c.privacy)
		if err != nil || !slices.Equal(got.Open, c.want) {
			t.Errorf("%+v: %q, %v", c.privacy, got.Open, err)
		}
	}
	m, err := newMasker(d, Options{Privacy: masks})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(m.lines(), func(p model.Phrase) bool { return len(p.Args) > 0 && p.Args[0] == "plan, 渠道" }) {
		t.Errorf("the lines are %v", m.lines())
	}
}

// Categories that are recognised, and whose words come again and again, are not
// named among the text that a mask keeps; names under the same role are.
func TestCategoriesAreNoOpenTexts(t *testing.T) {
	column := func(name string, words ...string) model.Column {
		var values []string
		for i := range 40 {
			values = append(values, words[i%len(words)])
		}
		return model.TextsOf(name, values)
	}
	ids := make([]string, 40)
	for i := range ids {
		ids[i] = strings.Repeat("7", i+1)
	}
	table, err := model.NewTable("t", "t.csv", 40, model.TextsOf("id", ids), column("channel", "Shop", "Web"),
		column("category", "Anna Schmidt", "Maria Garcia", "John Miller", "Peter Jones"), column("plan", "Basic", "Plus"))
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Dataset{Tables: []*model.Table{table}, Guesses: []model.Guess{{Role: model.CustomerID}, {Column: 1, Role: "channel"}, {Column: 2, Role: model.Category}}}
	if got := openTexts(d, model.Recipe{}, nil, nil); !slices.Equal(got, []string{"category", "plan"}) {
		t.Errorf("the texts are %q", got)
	}
}
