package export

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// callers are customers with several numbers each, of whom one column alone is
// hidden: the last customer's phone stands in the notes.
func callers(t *testing.T) Document {
	t.Helper()
	columns := map[string][]string{}
	names := []string{"id", "mob", "手机", "ssn", "ip", "notes", "depot", "shelf", "street", "policy"}
	for i := range 20 {
		note := "rings in the evening"
		if i == 19 {
			note = "rather call +44 7000000019"
		}
		for name, v := range map[string]string{"id": fmt.Sprintf("K-%02d", i), "mob": fmt.Sprintf("+44 70000000%02d", i), "手机": fmt.Sprintf("138001380%02d", i),
			"ssn": fmt.Sprintf("123-45-67%02d", i), "ip": fmt.Sprintf("192.0.2.%d", i), "notes": note, "depot": []string{"North", "South"}[i%2],
			"policy": fmt.Sprintf("P-%03d", i), "shelf": fmt.Sprintf("%05d", 20000+i), "street": fmt.Sprintf("%d North Street, %05d", i, 20000+i)} {
			columns[name] = append(columns[name], v)
		}
	}
	var list []model.Column
	for _, name := range names {
		list = append(list, model.TextsOf(name, columns[name]))
	}
	table, err := model.NewTable("callers", "callers.csv", 2, list...)
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Dataset{Tables: []*model.Table{table}, Guesses: []model.Guess{{Role: model.CustomerID}}}
	return Document{Dataset: d, Customers: testCustomers(t, d), Segmentation: &model.Segmentation{Of: make([]int32, 20), Segments: []model.Segment{{Name: model.P("All")}}}}
}

// A column that is dropped takes its values from other columns and nothing more:
// phones and ids of other columns stay, and so do words of categories and short
// numbers within a text. Where a value was taken out, that is said.
func TestAChoiceChangesWhatWasChosen(t *testing.T) {
	d := callers(t)
	o := Options{Privacy: model.Privacy{}.With("mob", model.DropColumn).With("depot", model.DropColumn).With("shelf", model.HashColumn)}
	text, rows := csvOf(t, d, o)
	last := rows[len(rows)-1]
	at := func(header string) int { return slices.Index(rows[0], header) }
	for header, want := range map[string]string{"手机": "13800138019", "ssn": "123-45-6719", "ip": "192.0.2.19", "street": "19 North Street, 20019"} {
		if got := last[at(header)]; got != want {
			t.Errorf("%s is %q, want %q", header, got, want)
		}
	}
	if strings.Contains(text, "7000000019") || !strings.Contains(last[at("notes")], "rather call id-") || at("mob") >= 0 || at("depot") >= 0 {
		t.Errorf("the phone is told, or more than it is hidden: %q", last)
	}

	told, err := Disclose(d, o.Privacy)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range told.Columns {
		if c.Partly != (c.Header == "notes") {
			t.Errorf("%s is said to be hidden in part: %v", c.Header, c.Partly)
		}
	}
	json, _ := jsonOf(t, d, o)
	if strings.Count(json, `"words_hashed": true`) != 1 {
		t.Errorf("the JSON says of %d columns that words of them are hashed", strings.Count(json, `"words_hashed": true`))
	}
	said := map[string]string{}
	for _, r := range sheetRows(t, openBook(t, bookOf(t, d, o, 100)), qualitySheet) {
		if len(r) > 4 && r[1] == "callers" {
			said[r[0]] = r[4]
		}
	}
	if said["notes"] != "kept, but for names and numbers that are hidden elsewhere, which are hashed in it" || said["手机"] != "kept as it is" {
		t.Errorf("the sheet Quality says %q", said)
	}
	if lines := strings.Join(PrivacyLines(told.Columns, d.printer()), "\n"); !strings.Contains(lines, "notes: kept, but") {
		t.Errorf("the report says %s", lines)
	}
}

// Under a mask all that may be somebody's is hidden, chosen or not.
func TestAMaskHidesWhatWasNotChosen(t *testing.T) {
	o := Options{Privacy: model.MaskPersons(true).With("notes", model.KeepColumn)}
	text, _ := csvOf(t, callers(t), o)
	for _, secret := range []string{"7000000019", "13800138019", "123-45-6719", "192.0.2.19"} {
		if strings.Contains(text, secret) {
			t.Errorf("the file holds %s", secret)
		}
	}
}

// What tells every customer apart and is kept under a mask is named, with what
// hashes it, and no more when somebody chose.
func TestColumnsThatTraceAreNamed(t *testing.T) {
	d := callers(t)
	masks := model.MaskPersons(true)
	for _, c := range []struct {
		privacy model.Privacy
		want    []string
	}{{masks, []string{"shelf", "policy"}}, {masks.With("shelf", model.HashColumn).With("policy", model.KeepColumn), nil}, {model.Privacy{}.With("mob", model.DropColumn), nil}} {
		if got, err := Disclose(d, c.privacy); err != nil || !slices.Equal(got.Tracing, c.want) {
			t.Errorf("%+v: %q, %v", c.privacy, got.Tracing, err)
		}
	}
	want := `rows can be traced by it: shelf, policy; --privacy "shelf=hash" hashes one`
	quality := ""
	for _, r := range sheetRows(t, openBook(t, bookOf(t, d, Options{Privacy: masks}, 100)), qualitySheet) {
		quality += strings.Join(r, " ") + "\n"
	}
	if !strings.Contains(quality, want) {
		t.Errorf("the sheet Quality does not say %q:\n%s", want, quality)
	}
}
