package export_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"custseg/io/export"
	"custseg/model"
)

// customerList is three customers of a file as a screen lists them, the last
// two in another order.
func customerList(t *testing.T) export.List {
	t.Helper()
	source := filepath.Join(t.TempDir(), "in.csv")
	if err := os.WriteFile(source, []byte("id,name\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ids := model.TextsOf("id", []string{"C1", "C2", "C3"})
	names := model.TextsOf("name", []string{"Ann Lee", "=cmd()", "Bo Ek"})
	table, err := model.NewTable("in", source, 2, ids, names)
	if err != nil {
		t.Fatal(err)
	}
	return export.List{
		Name:    "At Risk",
		Dataset: &model.Dataset{Tables: []*model.Table{table}, Guesses: []model.Guess{{Role: model.CustomerID, Column: 0, Confidence: 1}, {Role: model.CustomerName, Column: 1, Confidence: 1}}},
		Columns: []export.ListColumn{
			{Values: ids, Header: "Customer", ID: true},
			{Values: model.NewNumbers("monetary", []float64{1.5, 2, 3}), Header: "Value", Unit: model.Money},
			{Values: names, Header: "Value", Personal: true},
			{Values: model.TextsOf("phone", []string{"1", "2", "3"}), Header: "Phone", Hidden: true},
		},
		Rows: []int32{0, 2, 1},
	}
}

func written(t *testing.T, l export.List, o export.Options) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out.csv")
	if err := export.WriteList(context.Background(), path, l, o, nil); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestListIsWrittenAsShown(t *testing.T) {
	want := "Customer,Value,Value_2,Phone\nC1,1.5,Ann Lee,masked\nC3,3,Bo Ek,masked\nC2,2,'=cmd(),masked\n"
	if got := written(t, customerList(t), export.Options{}); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	path := filepath.Join(t.TempDir(), "out.xlsx")
	if err := export.WriteList(context.Background(), path, customerList(t), export.Options{}, nil); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("At Risk")
	if err != nil || len(rows) != 4 || rows[3][0] != "C2" || rows[3][2] != "=cmd()" {
		t.Errorf("the sheet holds %q, %v", rows, err)
	}
	if formula, _ := f.GetCellFormula("At Risk", "C4"); formula != "" {
		t.Errorf("a value became the formula %s", formula)
	}
}

func TestListUnderAMask(t *testing.T) {
	l := customerList(t)
	o := export.Options{Privacy: model.MaskPersons(true), Salt: []byte("key")}
	got := written(t, l, o)
	for _, secret := range []string{"C1", "C2", "Ann", "Bo"} {
		if strings.Contains(got, secret) {
			t.Errorf("%s is written under a mask:\n%s", secret, got)
		}
	}
	lines := strings.Split(strings.TrimSpace(got), "\n")[1:]
	if lines[0] > lines[1] || lines[1] > lines[2] {
		t.Errorf("rows that nobody sorted are in the order of their ids:\n%s", got)
	}
	l.Sorted = true
	if got := strings.Split(written(t, l, o), "\n"); !strings.Contains(got[1], ",1.5,") || !strings.Contains(got[2], ",3,") {
		t.Errorf("the reader's order is lost:\n%s", got)
	}
}

func TestListIsNeverAnInputNorOverwritesUnasked(t *testing.T) {
	l := customerList(t)
	if err := export.WriteList(context.Background(), l.Dataset.Tables[0].File, l, export.Options{Force: true}, nil); err == nil || !strings.Contains(err.Error(), "was read from this file") {
		t.Errorf("an input file is replaced: %v", err)
	}
	path := filepath.Join(t.TempDir(), "out.csv")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := export.WriteList(context.Background(), path, l, export.Options{}, nil); err == nil {
		t.Error("a file is overwritten unasked")
	}
	if err := export.WriteList(context.Background(), filepath.Join(t.TempDir(), "out.json"), l, export.Options{}, nil); err == nil || !strings.Contains(err.Error(), ".csv or .xlsx") {
		t.Errorf("the format of .json: %v", err)
	}
}
