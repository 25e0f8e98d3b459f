package cli

import (
	"encoding/csv"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"custseg/seg"
)

// TestWorkbooksOfEveryMethod writes the workbook of each method of the catalogue
// and of several at once, and holds each against what Excel asks of one and
// against what LibreOffice comes to when it works out every formula anew.
func TestWorkbooksOfEveryMethod(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("writes the workbook of every method")
	}
	data, dir := smallShop(t), t.TempDir()
	commands := map[string][]string{
		"sheets":   {"run", "rfm"}, // of segments, in all others left out
		"several":  {"run", "rfm,kmeans,demographic"},
		"compare":  {"compare", "rfm", "nps"},
		"migrate":  {"migrate", "rfm", "--from", "2025-06-30", "--to", "2025-12-31"},
		"masked":   {"run", "abc", "--mask", "--salt", "pepper"},
		"segments": {"migrate", "lifecycle", "--from", "2024-06-30", "--to", "2025-12-31", "--cuts", "from"},
	}
	for _, m := range seg.Catalogue() {
		commands[m.Spec().ID] = []string{"run", m.Spec().ID}
	}
	var books []string
	for _, name := range slices.Sorted(maps.Keys(commands)) {
		path := filepath.Join(dir, name+".xlsx")
		args := slices.Concat(commands[name], data, []string{"--quiet", "--out", path})
		if args[0] == "run" && name != "sheets" {
			args = append(args, "--no-segment-sheets")
		}
		if o := custseg(t, args...); o.code != exitDone {
			t.Errorf("%q: %s", commands[name], o.err)
			continue
		}
		books = append(books, path)
	}
	parts := map[string]*bookParts{}
	for _, path := range books {
		t.Run(filepath.Base(path), func(t *testing.T) {
			parts[path] = openParts(t, path)
			checkSound(t, parts[path])
			if args := commands[strings.TrimSuffix(filepath.Base(path), ".xlsx")]; args[0] != "run" || strings.Contains(args[1], ",") {
				checkFront(t, parts[path])
			}
		})
	}
	out := filepath.Join(dir, "office")
	officeConvert(t, recalcAlways, everySheet, out, books)
	for _, path := range books {
		if b := parts[path]; b != nil {
			b.checkRecalculated(t, filepath.Join(out, strings.TrimSuffix(filepath.Base(path), ".xlsx")))
		}
	}
}

// checkFront finds the first page of several results to be one upright sheet of A4,
// on which letters of 11 points are printed in 7.4 or more.
func checkFront(t *testing.T, b *bookParts) {
	t.Helper()
	const (
		least           = 7.4 / 11
		wide, high      = 717, 780 // within the margins, pixels and points
		perDigit, edges = 7, 5     // pixels
	)
	var page struct {
		Columns []struct {
			From  int     `xml:"min,attr"`
			To    int     `xml:"max,attr"`
			Width float64 `xml:"width,attr"`
		} `xml:"cols>col"`
		Rows []struct {
			Height float64 `xml:"ht,attr"`
		} `xml:"sheetData>row"`
		Setup struct {
			Orientation string `xml:"orientation,attr"`
			Wide        string `xml:"fitToWidth,attr"`
			High        string `xml:"fitToHeight,attr"`
		} `xml:"pageSetup"`
	}
	b.read(t, b.sheets[0].path, &page)
	pixels, points := 0., 0.
	for _, c := range page.Columns {
		pixels += float64(c.To-c.From+1) * (c.Width*perDigit + edges)
	}
	for _, r := range page.Rows {
		points += r.Height
	}
	if page.Setup.Orientation != "portrait" || page.Setup.Wide == "0" || page.Setup.High == "0" || pixels*least > wide || points*least > high {
		t.Errorf("the page is %+v, %.0f pixels wide and %.0f points high", page.Setup, pixels, points)
	}
}

// smallShop writes the sample's tables with every thirtieth of its customers and
// returns their paths.
func smallShop(t *testing.T) []string {
	t.Helper()
	const every = 30
	dir := t.TempDir()
	if o := custseg(t, "sample", dir); o.code != exitDone {
		t.Fatal(o.err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil || len(files) != 5 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		rows := sheetCells(t, file)
		id := slices.Index(rows[0], "customer_id")
		kept := slices.DeleteFunc(rows[1:], func(r []string) bool {
			n, err := strconv.Atoi(strings.TrimPrefix(r[id], "C"))
			return err != nil || n%every != 0
		})
		f, err := os.Create(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := csv.NewWriter(f).WriteAll(append(rows[:1], kept...)); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// checkRecalculated holds every formula's value against what an office came to,
// who wrote each sheet as a file of a beginning, and finds no error there.
func (b *bookParts) checkRecalculated(t *testing.T, begin string) {
	t.Helper()
	const least = 4 // formulas, of one segment
	formulas := 0
	for _, s := range b.sheets {
		file := begin + "-" + s.name + ".csv"
		rows := sheetCells(t, file)
		for i, row := range rows {
			for j, text := range row {
				if strings.HasPrefix(text, "Err:") || slices.Contains([]string{"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"}, text) {
					t.Errorf("%s: %s in row %d, column %d", filepath.Base(file), text, i+1, j+1)
				}
			}
		}
		for at, c := range s.cells {
			if c.Formula == "" {
				continue
			}
			formulas++
			a, got := parseArea(t, at), ""
			if a.top <= len(rows) && a.left <= len(rows[a.top-1]) {
				got = rows[a.top-1][a.left-1]
			}
			if !sameValue(c.Value, got) {
				t.Errorf("%s: %s %s comes to %q, kept is %q", filepath.Base(file), at, c.Formula, got, c.Value)
			}
		}
	}
	if formulas < least {
		t.Errorf("%s has %d formulas", filepath.Base(begin), formulas)
	}
}

// sameValue compares what is kept of a formula with what it comes to, which may be
// written in percent.
func sameValue(kept, got string) bool {
	x, err := strconv.ParseFloat(kept, 64)
	if err != nil {
		return kept == got
	}
	y, err := strconv.ParseFloat(strings.TrimSuffix(got, "%"), 64)
	if strings.HasSuffix(got, "%") {
		y /= 100
	}
	return err == nil && math.Abs(x-y) <= 1e-9*max(1, math.Abs(x))
}
