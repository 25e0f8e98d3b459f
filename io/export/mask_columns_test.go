package export

import (
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// revealing are columns without a role that name persons all the same.
func revealing() map[string][]string {
	return map[string][]string{
		"last_name":     {"Quisling", "Rademacher", "Søndergård"},
		"billing_email": {"q@example.com", "r@example.com", "s@example.com"},
		"Nachname":      {"Zuckmayer", "Ypsilanti", "Xanthopoulos"},
		"full name":     {"Vic Quisling", "Uwe Rademacher", "Tove Søndergård"},
		"given name":    {"Victoria", "Uwe-Karl", "Tove"},
		"Address 2":     {"Backyard 7", "Attic left", "Stairway C"},
		"电话":            {"021-55501001", "021-55501002", "021-55501003"},
		"身份证号":          {"11010519491231002X", "440524198001010013", "330106199002280017"},
		"iban":          {"DE89370400440532013000", "GB82WEST12345698765432", "SE4550000000058398257466"},
		"passport":      {"P7700001", "P7700002", "P7700003"},
		"username":      {"vq77", "uwe_rad", "tove-s"},
		"ip":            {"192.0.2.11", "192.0.2.12", "192.0.2.13"},
		"notes":         {"write to v.q@example.org", "rang twice", "moved away"},
	}
}

func revealingDocument(t *testing.T) (Document, []string) {
	t.Helper()
	columns := []model.Column{model.TextsOf("id", []string{"K-1001", "K-1002", "K-1003"}), model.TextsOf("first_name", []string{"Vico", "Ulli", "Tovine"}),
		model.TextsOf("手机", []string{"13800138000", "13900139000", "18612345678"}), model.TextsOf("city", []string{"Lund", "Oslo", "Lund"})}
	var names []string
	for name := range revealing() {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		columns = append(columns, model.TextsOf(name, revealing()[name]))
	}
	columns = append(columns, model.NewNumbers("mobile", []float64{5550100101, 5550100102, 5550100103}))
	table, err := model.NewTable("people", "/home/alice/people.csv", 2, columns...)
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Dataset{Tables: []*model.Table{table},
		Guesses: []model.Guess{{Role: model.CustomerID}, {Column: 1, Role: model.CustomerName}, {Column: 2, Role: model.Phone}, {Column: 3, Role: "city"}},
		Findings: []model.Finding{
			{Table: 0, Column: table.Find("last_name"), Text: model.P("%q is rare", "Quislin")},
			{Table: -1, Column: -1, Text: model.P("%s and %s are alike", "Rademacher", "P7700002")},
		},
		Rejected: []model.Rejected{{Row: 9, Reason: model.P("too short"), Text: "K-1009;Waltraud"}},
	}
	s := &model.Segmentation{Of: []int32{0, 1, 1}, Used: []string{"mobile", "passport"},
		Segments: []model.Segment{{Name: model.Raw("5550100101"), Rule: model.P("passport is %s", "P7700001")}, {Name: model.P("Others"), Rule: model.P("mobile is %s", "5550100102")}},
		Cuts:     []model.Cuts{{Measure: "mobile", Label: model.P("mobile"), Values: []float64{5550100103}}},
		Notes:    []model.Phrase{model.P("%s is alone", "Xanthopoulos")}}
	r := model.NewRecipe(nil, model.Reading{}).WithParam("by", model.Word("Zuckmayer"))
	return Document{Dataset: d, Customers: testCustomers(t, d), Segmentation: s, Recipe: r}, append(names, "first_name", "手机", "mobile")
}

func TestMaskHidesPersonalColumnsWithoutARole(t *testing.T) {
	d, names := revealingDocument(t)
	secrets := []string{"Quislin", "Waltraud", "K-100", "Vico", "Ulli", "Tovine", "13800138000", "13900139000", "18612345678", "5550100", "55501001", "5.5501001"}
	for _, words := range revealing() {
		secrets = append(secrets, words...)
	}
	check := func(where, text string) {
		t.Helper()
		for _, s := range secrets {
			if strings.Contains(text, s) {
				t.Errorf("%s holds %q", where, s)
			}
		}
	}
	o := Options{Mask: true, SegmentSheets: true}
	quality := ""
	for path, text := range unzipped(t, d, o) {
		check(path, text)
		quality += text
	}
	csv, _ := csvOf(t, d, o)
	check("CSV", csv)
	json, _ := jsonOf(t, d, o)
	check("JSON", json)
	if !strings.Contains(csv, "Lund") {
		t.Error("a city is no secret")
	}

	listed, err := MaskedColumns(d)
	if err != nil {
		t.Fatal(err)
	}
	note := "The values of these columns are hidden: " + strings.Join(listed, ", ") + "."
	if !strings.Contains(json, note) || !strings.Contains(quality, note) {
		t.Errorf("no note %q", note)
	}
	slices.Sort(listed)
	slices.Sort(names)
	if !slices.Equal(listed, names) {
		t.Errorf("masked %q, want %q", listed, names)
	}
	plain, _ := jsonOf(t, d, Options{})
	if strings.Contains(plain, "are hidden") || !strings.Contains(plain, "5550100103") {
		t.Error("nothing is hidden without a mask")
	}
}

func TestMaskHidesIDsThatAnotherColumnReplaced(t *testing.T) {
	d, _ := revealingDocument(t)
	d.Recipe = d.Recipe.WithRole(model.Assignment{Role: model.CustomerID, Column: "passport"})
	roles, err := d.Dataset.Assign(d.Recipe.Roles)
	if err != nil {
		t.Fatal(err)
	}
	if d.Customers, err = model.BuildCustomers(t.Context(), d.Dataset, roles, model.Scope{AsOf: model.NoDay}, nil); err != nil {
		t.Fatal(err)
	}
	text, _ := csvOf(t, d, Options{Mask: true})
	if strings.Contains(text, "K-100") || strings.Contains(text, "P7700") {
		t.Errorf("ids are in clear:\n%s", text)
	}
}
