package screen

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/io/export"
	"custseg/model"
)

// Each personal column has a field, which follows the choice for all until it is
// set, and goes back to it.
func TestExportPrivacyOfEachColumn(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	folder := inFolder(t, s)
	s.form.SetCursor(exportPersonsField)
	press(t, s, "right", "right") // mask
	s.form.SetCursor(exportColumn + "name")
	if f, _ := s.form.Field(); f.Value != "mask" || f.Changed {
		t.Fatalf("the column has %+v", f)
	}
	press(t, s, "right") // hash
	s.form.SetCursor(idsField)
	press(t, s, "left") // drop
	if p := s.options.privacy; p.Default != model.MaskColumn || p.Columns["name"] != model.HashColumn || p.Columns["customer"] != model.DropColumn {
		t.Fatalf("the privacy is %+v", p)
	}
	s.setPath(filepath.Join(folder, "out.csv"))
	s.settle()
	press(t, s, "ctrl+s")
	b, err := os.ReadFile(filepath.Join(folder, "out.csv"))
	if err != nil {
		t.Fatal(err, s.job.trouble)
	}
	head, _, _ := strings.Cut(string(b), "\n")
	if !strings.HasPrefix(head, "segment,") || !strings.Contains(head, "name") || len(strings.Split(head, ",")) != s.contents.columns() || !strings.Contains(string(b), "id-") {
		t.Errorf("the file begins %.300s, promised %d columns", b, s.contents.columns())
	}
	s.form.SetCursor(exportColumn + "name")
	press(t, s, "backspace")
	if _, set := s.options.privacy.Columns["name"]; set {
		t.Error("the column keeps its choice")
	}
}

// A result that is kept stands in the file beside that of the next method.
func TestExportKeepsResultsOfSeveralMethods(t *testing.T) {
	s, host := exporting(t, rfmByHand(t))
	folder := inFolder(t, s)
	keep := s.Actions()["export.keep"]
	keep.Do()
	if keep.Why() == "" {
		t.Error("the same result is kept twice")
	}
	r, err := host.session.Line.Run(t.Context(), host.session.Recipe.WithMethod("abc"), nil)
	if err != nil {
		t.Fatal(err)
	}
	host.session.Recipe = r.Recipe
	host.session.Landed(r)
	s.Refresh()
	if !slices.Equal(s.contents.methods, []string{"ABC analysis", "RFM"}) {
		t.Errorf("the file is said to hold %v", s.contents.methods)
	}
	press(t, s, "ctrl+s")
	if names := sheetsIn(t, filepath.Join(folder, "out.xlsx")); !slices.Contains(names, "abc Summary") || !slices.Contains(names, "rfm Summary") || !slices.Contains(names, "Matrix") {
		t.Errorf("sheets %v", names)
	}
	s.setPath(filepath.Join(folder, "out.md"))
	s.settle()
	press(t, s, "ctrl+s")
	if b, _ := os.ReadFile(filepath.Join(folder, "out.md")); !strings.Contains(string(b), "### Customers: ABC analysis by RFM") {
		t.Errorf("the report says %.400s", b)
	}
	s.setPath(filepath.Join(folder, "out.sql"))
	s.settle()
	if why := s.whyNot(); !strings.Contains(why, "one method") {
		t.Errorf("a query of two methods: %q", why)
	}
	s.form.SetCursor(exportMethods)
	s.setMethods(nil)
	s.settle()
	if len(host.session.Recipe.Also) > 0 || s.whyNot() != "" {
		t.Errorf("unmarked: %v, %q", host.session.Recipe.Also, s.whyNot())
	}
	press(t, s, "ctrl+s")
	if b, _ := os.ReadFile(filepath.Join(folder, "out.sql")); !strings.Contains(string(b), "WITH") {
		t.Errorf("the query is %.200s: %v", b, s.job.trouble)
	}
}

// What no query can say is told before one is asked for.
func TestExportSaysWhyThereIsNoSQL(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	press(t, s, "left")
	if s.options.format != "sql" || !strings.Contains(s.whyNot(), "cannot be written as SQL") {
		t.Errorf("%s: %q", s.options.format, s.whyNot())
	}
	press(t, s, "right")
	if s.whyNot() != "" {
		t.Errorf("another format: %q", s.whyNot())
	}
}

// Columns that name nobody can be left out too, and come back.
func TestExportLeavesOutOtherColumns(t *testing.T) {
	s, _ := excluding(t)
	names := s.ordinary()
	if len(names) == 0 {
		t.Fatal("there is no such column")
	}
	s.form.SetCursor(exportLeftOut)
	press(t, s, "enter", "space", "enter")
	if s.options.privacy.Columns[names[0]] != model.DropColumn || slices.Contains(s.contents.about, names[0]) || !slices.Contains(s.contents.dropped, names[0]) {
		t.Errorf("%s is told: %+v, %v", names[0], s.options.privacy, s.contents.about)
	}
	press(t, s, "backspace")
	if s.options.privacy.Hides() {
		t.Errorf("left out still: %+v", s.options.privacy)
	}
}

// Every column of text can be masked, recognised or not, and comes back.
func TestExportMasksAnyText(t *testing.T) {
	s, host := excluding(t)
	for _, table := range host.session.Data().Tables {
		for _, c := range table.Columns() {
			listed := slices.ContainsFunc(s.disclosed(), func(p export.ColumnPrivacy) bool { return p.Header == c.Name() })
			if c.Kind() == model.Text && !listed && !slices.Contains(s.ordinary(), c.Name()) {
				t.Errorf("%s cannot be chosen", c.Name())
			}
		}
	}
	name := s.ordinary()[0]
	s.form.SetCursor(exportMaskedToo)
	press(t, s, "enter", "space", "enter")
	if s.options.privacy.Columns[name] != model.MaskColumn || !slices.Contains(s.contents.masked, name) {
		t.Errorf("%s is told: %+v", name, s.options.privacy)
	}
	press(t, s, "backspace")
	if s.options.privacy.Hides() {
		t.Errorf("masked still: %+v", s.options.privacy)
	}
}
