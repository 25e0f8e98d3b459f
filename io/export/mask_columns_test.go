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
	o := Options{Privacy: model.MaskPersons(true), SegmentSheets: true}
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

	listed, err := MaskedColumns(d, o.Privacy)
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
	text, _ := csvOf(t, d, Options{Privacy: model.MaskPersons(true)})
	if strings.Contains(text, "K-100") || strings.Contains(text, "P7700") {
		t.Errorf("ids are in clear:\n%s", text)
	}
}

// A choice for one column alone is carried out, and no other column follows it.
func TestPrivacyIsAChoicePerColumn(t *testing.T) {
	d, _ := revealingDocument(t)
	o := Options{Salt: []byte("k"), Privacy: model.Privacy{}.With("手机", model.DropColumn).With("people:billing_email", model.HashColumn).With("iban", model.MaskColumn)}
	text, rows := csvOf(t, d, o)
	at := func(header string) int { return slices.Index(rows[0], header) }
	if at("手机") >= 0 || strings.Contains(text, "13800138000") || strings.Contains(text, "@example.com") || strings.Contains(text, "DE8937") {
		t.Errorf("a column is told that is not to be:\n%s", text)
	}
	if mail := rows[1][at("billing_email")]; !strings.HasPrefix(mail, "id-") || rows[1][at("iban")] != masked {
		t.Errorf("e-mail %q, iban %q", mail, rows[1][at("iban")])
	}
	if rows[1][0] != "K-1001" || rows[1][at("last_name")] != "Quisling" {
		t.Errorf("what is kept: %q", rows[1])
	}
	o.Privacy = model.MaskPersons(true).With("last_name", model.KeepColumn).With("id", model.DropColumn)
	text, rows = csvOf(t, d, o)
	if at("id") >= 0 || at("customer_id") >= 0 || at("segment") != 0 || strings.Contains(text, "K-100") {
		t.Errorf("ids are told:\n%s", text)
	}
	if !strings.Contains(text, "Quisling") || strings.Contains(text, "Victoria") {
		t.Errorf("a column that is kept, or one that is not:\n%s", text)
	}
	o.Privacy = o.Privacy.With("nowhere", model.DropColumn)
	if _, err := newView(d, o); err == nil || !strings.Contains(err.Error(), "nowhere") || !strings.Contains(err.Error(), "last_name") {
		t.Errorf("a column that there is not: %v", err)
	}
}

// The sheet Quality and the JSON say of each column that has to do with persons
// how it is written.
func TestPrivacyIsWrittenDown(t *testing.T) {
	d, _ := revealingDocument(t)
	o := Options{Privacy: model.MaskPersons(true).With("city", model.DropColumn).With("passport", model.HashColumn)}
	said := map[string]string{}
	for _, r := range sheetRows(t, openBook(t, bookOf(t, d, o, 100)), qualitySheet) {
		if len(r) > 4 && r[1] == "people" {
			said[r[0]] = r[2] + ": " + r[3]
		}
	}
	for column, want := range map[string]string{"id": "customer ids: hash", "city": "chosen: drop", "passport": "names persons: hash", "iban": "names persons: mask"} {
		if said[column] != want {
			t.Errorf("%s is said to be %q, want %q", column, said[column], want)
		}
	}
	text, _ := jsonOf(t, d, o)
	if !strings.Contains(text, "\"column\": \"city\",\n      \"written\": \"drop\"") {
		t.Errorf("the JSON does not say what is told:\n%s", text)
	}
}
