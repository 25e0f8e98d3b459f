package cli

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/io/export"
	"custseg/io/load"
	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
)

// revealingMarks are in every personal value of [revealingShop], in lower case.
func revealingMarks() []string {
	return []string{"zq", "龘", "1399988", "110105", "998-77-"}
}

// someBirth returns where a birth date of [revealingShop] stands, -1 for nowhere:
// all are of October to December of a year that ends in 7, before 2000.
func someBirth(text []byte) int {
	for from := 0; ; {
		at := bytes.Index(text[from:], []byte("7-1"))
		if at < 0 {
			return -1
		}
		if at += from; at >= 3 && bytes.Equal(text[at-3:at-1], []byte("19")) {
			return at
		}
		from = at + 1
	}
}

// revealingShop is the first customers of the sample data, with names, phones,
// e-mails, addresses, birth dates and national ids in English and Chinese that can
// be told from all else.
func revealingShop(t *testing.T, customers int) []string {
	t.Helper()
	dir := t.TempDir()
	var files []string
	for _, name := range []string{"customers", "orders", "survey", "web", "card"} {
		rows := sampleRows(t, name)
		at := slices.Index(rows[0], "customer_id")
		kept := [][]string{rows[0]}
		for _, r := range rows[1:] {
			var n int
			if fmt.Sscanf(r[at], "C%d", &n); n > customers {
				continue
			}
			r[at] = fmt.Sprintf("ZQ-%05d", n)
			kept = append(kept, r)
		}
		if name == "customers" {
			kept = withPersons(kept)
		}
		var b bytes.Buffer
		if err := csv.NewWriter(&b).WriteAll(kept); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, name+".csv")
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	return files
}

// sampleRows reads a file of the sample data.
func sampleRows(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "shop", name+".csv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(z).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// withPersons gives customers personal values, and remarks that speak of them.
func withPersons(rows [][]string) [][]string {
	at := func(name string) int { return slices.Index(rows[0], name) }
	rows[0] = append(rows[0], "姓名", "手机", "地址", "身份证号", "Street Address", "ssn", "account_manager_remarks")
	for i, r := range rows[1:] {
		name, chinese := fmt.Sprintf("Zqanna%d Zqlee%d", i, i), fmt.Sprintf("龘明%d", i)
		phone := fmt.Sprintf("1399988%04d", i)
		r[at("name")], r[at("email")], r[at("phone")] = name, fmt.Sprintf("a%d@zq.test", i), fmt.Sprintf("+44 %s", phone)
		r[at("birth_date")] = fmt.Sprintf("19%d7-1%d-%02d", 3+i%7, i%3, 1+i%19)
		remark := ""
		switch i % 5 {
		case 0:
			remark = "spoke to " + name + " today"
		case 1:
			remark = "客户" + chinese + "要求回电" + phone
		}
		rows[i+1] = append(r, chinese, phone, fmt.Sprintf("北京市龘路%d号", i), fmt.Sprintf("11010519%02d0307%04d", 40+i%60, i), fmt.Sprintf("%d Zq Street", i), fmt.Sprintf("998-77-%04d", i), remark)
	}
	return rows
}

// revealed finds what a file tells of persons: the place and what stands there.
func revealed(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{filepath.Base(path): b}
	if filepath.Ext(path) == ".xlsx" {
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			t.Fatal(err)
		}
		parts = map[string][]byte{}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			if parts[f.Name], err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, text := range parts {
		low := bytes.ToLower(text)
		found := -1
		for _, mark := range revealingMarks() {
			if at := bytes.Index(low, []byte(mark)); at >= 0 {
				found = at
			}
		}
		if at := someBirth(low); at >= 0 {
			found = at
		}
		if found >= 0 {
			return fmt.Sprintf("%s: %s", name, low[max(0, found-120):min(len(low), found+60)])
		}
	}
	return ""
}

// privacies are ways to hide what names persons.
func privacies() map[string]model.Privacy {
	out := map[string]model.Privacy{"mixed": model.MaskPersons(true).With("email", model.HashColumn).With("姓名", model.DropColumn).With("customers:customer_id", model.DropColumn)}
	for _, d := range []model.Disclosure{model.MaskColumn, model.HashColumn, model.DropColumn} {
		out[string(d)] = model.Privacy{Default: d}
	}
	return out
}

// revealingRecipes are all methods, and such as read personal columns.
func revealingRecipes(t *testing.T) map[string]model.Recipe {
	t.Helper()
	out := map[string]model.Recipe{}
	base := model.NewRecipe(nil, model.Reading{})
	for _, m := range seg.Catalogue() {
		out[m.Spec().ID] = base.WithMethod(m.Spec().ID)
	}
	set := func(name string, r model.Recipe, sets ...string) {
		choices, err := setParams(methodsOf(r), sets)
		if err != nil {
			t.Fatal(err)
		}
		r.Params = choices[0].Params
		out[name] = r
	}
	set("geographic by name", base.WithMethod("geographic").WithRole(model.Assignment{Role: "region", Column: "name"}), "level=region", "min-share=0")
	set("geographic by Chinese address", base.WithMethod("geographic").WithRole(model.Assignment{Role: "city", Column: "地址"}), "level=city", "min-share=0")
	set("tree of ids", base.WithMethod("tree"), "target=response", "columns=手机,身份证号,email")
	set("filtered by name", base.WithMethod("rfm").WithWhere(`name != "Zqanna3 Zqlee3"`))
	return out
}

// No file of any method holds what its privacy hides, wherever a program could
// find it.
func TestNoFileHoldsWhatIsHidden(t *testing.T) {
	t.Parallel()
	data, err := load.Open(context.Background(), revealingShop(t, 48), load.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	line, dir := pipeline.New(data), t.TempDir()
	for name, r := range revealingRecipes(t) {
		r.Sources = data.Sources
		result, err := line.Run(context.Background(), r, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		d := result.Document(nil)
		if path := filepath.Join(dir, "open.csv"); export.Write(context.Background(), path, d, export.Options{Force: true}, nil) != nil || revealed(t, path) == "" {
			t.Fatalf("%s: without a privacy the file tells nothing of persons, so that this proves nothing", name)
		}
		for way, p := range privacies() {
			if way != "mask" && way != "mixed" && !strings.Contains(name, " ") {
				continue // of these, what reads no personal column has little to tell
			}
			for _, format := range []string{".xlsx", ".csv", ".json", ".md", ".sql"} {
				path := filepath.Join(dir, "out"+format)
				err := export.Write(context.Background(), path, d, export.Options{Force: true, Privacy: p, Salt: []byte("salt"), SegmentSheets: way == "mixed"}, nil)
				if errors.Is(err, export.ErrNoSQL) {
					continue
				}
				if err != nil {
					t.Errorf("%s, %s%s: %v", name, way, format, err)
				} else if at := revealed(t, path); at != "" {
					t.Errorf("%s, %s%s: %s", name, way, format, strings.ReplaceAll(at, "\n", " "))
				}
			}
		}
	}
}
