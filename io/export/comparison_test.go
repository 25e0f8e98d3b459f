package export

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// testPairing holds a document against itself with the first three customers a
// segment further; the last customer is only on the second side.
func testPairing(t testing.TB, d Document) Pairing {
	t.Helper()
	return pairingOf(t, d, d.Customers.Len()-1)
}

// pairingOf holds a document against itself with the first three customers a
// segment further; those from a place on are only on the second side.
func pairingOf(t testing.TB, d Document, known int) Pairing {
	t.Helper()
	second := d
	moved := *d.Segmentation
	moved.Of = slices.Clone(moved.Of)
	for i := range 3 {
		moved.Of[i] = (moved.Of[i] + 1) % 4
	}
	second.Segmentation = &moved
	p := Pairing{First: firstOf(t, d, known), Second: second, FirstName: model.P("%s", model.P("RFM")), SecondName: model.P("%s with %s", model.P("RFM"), "note=Alice Johansson"),
		Notes: []model.Phrase{model.P("%s is on both sides", "Alice Johansson")}}
	places := len(moved.Segments)
	for i := range places + 1 {
		row := make([]Cell, places+1)
		for j := range row {
			row[j] = Cell{Row: i, Col: j, Expected: math.NaN(), Residual: math.NaN(), Overlap: math.NaN()}
		}
		p.Cells = append(p.Cells, row)
	}
	worth, _ := d.Customers.Feature(model.Monetary)
	for i := range d.Customers.Len() {
		p.FirstAt, p.SecondAt = append(p.FirstAt, int32(i)), append(p.SecondAt, int32(i))
		row := int(d.Segmentation.Of[i])
		if i >= known {
			p.FirstAt[i], row = -1, places
		}
		c := &p.Cells[row][moved.Of[i]]
		c.Customers++
		if v := worth.Values()[i]; !math.IsNaN(v) {
			c.SecondValue += v
			if i < known {
				c.FirstValue += v
			}
		}
	}
	p.Agreement = testAgreement(p, known)
	return p
}

// firstOf is a document of its first customers alone.
func firstOf(t testing.TB, d Document, known int) Document {
	t.Helper()
	if known == d.Customers.Len() {
		return d
	}
	s := *d.Segmentation
	s.Of, s.Why, s.Scores = s.Of[:known], s.Why[:known], testSegments(known).Scores
	d.Customers, d.Segmentation = documentOf(t, somePeople()[:known]).Customers, &s
	return d
}

// testAgreement works out the numbers of the cells, and the agreement pair of
// customers by pair of customers.
func testAgreement(p Pairing, known int) Agreement {
	rows, cols := p.totals()
	both := make([]int, len(cols)) // customers of the columns whom both sides have
	for j := range both {
		both[j] = cols[j] - p.Cells[len(p.Cells)-1][j].Customers
	}
	n, phi, filled := float64(known), -1., [2]int{}
	shared, entropies := 0., 0.
	for i := range p.Cells {
		for j := range cols {
			c := &p.Cells[i][j]
			c.RowShare, c.ColShare = float64(c.Customers)/float64(rows[i]), float64(c.Customers)/float64(cols[j])
			if i == len(p.Cells)-1 || j == len(cols)-1 {
				continue
			}
			a, b, k := float64(rows[i]), float64(both[j]), float64(c.Customers)
			c.Expected, c.Overlap = a*b/n, k/(a+b-k)
			if spread := c.Expected * (1 - a/n) * (1 - b/n); spread > 0 {
				c.Residual = (k - c.Expected) / math.Sqrt(spread)
			}
			if k > 0 {
				phi += k * k / (a * b)
				shared += k / n * math.Log(k*n/(a*b))
			}
		}
	}
	for side, totals := range [2][]int{rows[:len(rows)-1], both[:len(both)-1]} {
		for _, k := range totals {
			if k > 0 {
				filled[side]++
				entropies -= float64(k) / n * math.Log(float64(k)/n)
			}
		}
	}
	var together, first, second, pairs float64
	moved := p.Second.Segmentation.Of
	for i := range known {
		for j := range i {
			a, b := p.First.Segmentation.Of[i] == p.First.Segmentation.Of[j], moved[i] == moved[j]
			pairs++
			for _, count := range []struct {
				yes bool
				of  *float64
			}{{a && b, &together}, {a, &first}, {b, &second}} {
				if count.yes {
					*count.of++
				}
			}
		}
	}
	chance := first * second / pairs
	out := Agreement{Rand: (together - chance) / ((first+second)/2 - chance), Information: 2 * shared / entropies,
		V: math.Sqrt(max(0, phi) / float64(min(filled[0], filled[1])-1)), Words: model.P("fair agreement"),
		Steps: []AgreementStep{{.999, model.P("the same split")}, {.2, model.P("fair agreement")}, {math.Inf(-1), model.P("no agreement beyond chance")}}}
	for _, s := range out.Steps {
		if out.Rand > s.Over {
			out.Words = s.Words
			break
		}
	}
	return out
}

func testComparison(t testing.TB, d Document) Comparison {
	return comparisonOf(testPairing(t, d))
}

func comparisonOf(p Pairing) Comparison {
	c := Comparison{Pairing: p}
	c.Significant = 1
	for i, row := range c.Cells {
		for j, cell := range row {
			if cell.Overlap > 0 && !(c.First.Segmentation.Segments[i].Unclassified && c.Second.Segmentation.Segments[j].Unclassified) {
				c.Closest = append(c.Closest, cell)
			}
			if math.Abs(cell.Residual) >= c.Significant {
				c.Unlikely = append(c.Unlikely, cell)
			}
		}
	}
	slices.SortStableFunc(c.Closest, func(a, b Cell) int { return cmp.Compare(b.Overlap, a.Overlap) })
	slices.SortStableFunc(c.Unlikely, func(a, b Cell) int { return cmp.Compare(math.Abs(b.Residual), math.Abs(a.Residual)) })
	return c
}

func testMigration(t testing.TB, d Document) Migration {
	p := testPairing(t, d)
	m := Migration{Pairing: p, From: model.DayOf(day(t, "2024-03-01")), To: model.DayOf(day(t, "2024-06-30"))}
	for i := range len(p.Cells) - 1 {
		for j := range len(p.Cells) - 1 {
			if i != j && p.Cells[i][j].Customers > 0 {
				m.Largest = append(m.Largest, p.Cells[i][j])
			}
		}
	}
	for i := range d.Segmentation.Segments {
		m.Same = append(m.Same, i)
	}
	n := len(p.FirstAt)
	worth, _ := d.Customers.Feature(model.Monetary)
	then := slices.Clone(worth.Values())
	then[n-1] = math.NaN()
	m.Moves = make([]Move, n)
	for i := range 3 {
		m.Moves[i] = Down
	}
	m.Moves[n-1] = Newcomer
	for i, row := range p.Cells {
		m.MoveOf = append(m.MoveOf, make([]Move, len(row)))
		for j := range row {
			switch {
			case i == len(p.Cells)-1:
				m.MoveOf[i][j] = Newcomer
			case j == len(row)-1:
				m.MoveOf[i][j] = Left
			case i != j:
				m.MoveOf[i][j] = Down
			}
		}
	}
	m.Then, m.Now = model.NewNumbers("monetary_from", then), model.NewNumbers("monetary_to", worth.Values())
	return m
}

// written writes a file and returns it.
func written(t *testing.T, ending string, write func(path string) error) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pair"+ending)
	if err := write(path); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// pairFiles writes a comparison and a migration in a format.
func pairFiles(t *testing.T, d Document, ending string, o Options) map[string][]byte {
	return map[string][]byte{
		"comparison": written(t, ending, func(path string) error {
			return WriteComparison(t.Context(), path, testComparison(t, d), o, nil)
		}),
		"migration": written(t, ending, func(path string) error {
			return WriteMigration(t.Context(), path, testMigration(t, d), o, nil)
		}),
	}
}

func TestPairWorkbooks(t *testing.T) {
	books := pairFiles(t, testDocument(t), ".xlsx", Options{})
	for name, want := range map[string][]string{
		"comparison": {"Summary", "Matrix", "Customers", "Rules A", "Rules B", "Quality", "Recipe A", "Recipe B"},
		"migration":  {"Summary", "Matrix", "Customers", "Movers", "Rules from", "Rules to", "Quality", "Recipe from", "Recipe to"},
	} {
		f := openBook(t, books[name])
		if got := f.GetSheetList(); !slices.Equal(got, want) {
			t.Errorf("%s has sheets %v, want %v", name, got, want)
		}
		if rows := sheetRows(t, f, "Customers"); len(rows) != 6 {
			t.Errorf("%s: %d rows of customers", name, len(rows))
		}
		scales, err := f.GetConditionalFormats("Matrix")
		if err != nil || len(scales) != map[string]int{"comparison": 6, "migration": 5}[name] {
			t.Errorf("%s: %d scales of colour, %v", name, len(scales), err)
		}
		tables, err := f.GetTables("Customers")
		if err != nil || len(tables) != 1 || tables[0].Range[:2] != "A1" {
			t.Errorf("%s: tables %v, %v", name, tables, err)
		}
	}
	if rows := sheetRows(t, openBook(t, books["migration"]), "Movers"); len(rows) != 5 {
		t.Errorf("%d rows of movers", len(rows))
	}
}

// The totals of every table of the matrix are the sums of its cells.
func TestMatrixAddsUp(t *testing.T) {
	d := testDocument(t)
	f := openBook(t, pairFiles(t, d, ".xlsx", Options{})["migration"])
	value := func(s string) float64 {
		v, _ := strconv.ParseFloat(s, 64) // no number is none
		return v
	}
	tables := 0
	var sum []float64
	for _, row := range sheetRows(t, f, "Matrix") {
		switch {
		case len(row) > 1 && row[len(row)-1] == "total":
			sum = make([]float64, len(row))
		case len(row) > 0 && row[0] == "total":
			tables++
			for j := 1; j < len(row); j++ {
				if math.Abs(value(row[j])-sum[j]) > 1e-6 {
					t.Errorf("a total of %s, cells of %g", row[j], sum[j])
				}
			}
			sum = nil
		case sum != nil && len(row) == len(sum):
			line := 0.0
			for j := 1; j < len(row); j++ {
				sum[j] += value(row[j])
				if j < len(row)-1 {
					line += value(row[j])
				}
			}
			if math.Abs(line-value(row[len(row)-1])) > 1e-6 {
				t.Errorf("row %v adds up to %g", row, line)
			}
		}
	}
	if tables != 4 {
		t.Errorf("%d tables with totals", tables)
	}
}

func TestPairFilesRunNothing(t *testing.T) {
	d := testDocument(t)
	for name, b := range pairFiles(t, d, ".csv", Options{}) {
		rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
		if err != nil || len(rows) != 6 {
			t.Fatalf("%s: %d rows, %v", name, len(rows), err)
		}
		for _, row := range rows {
			for j, field := range row {
				if risky(field) && (j < 3 || field[0] != '-') {
					t.Errorf("%s: %q", name, field)
				}
			}
		}
	}
	for name, b := range pairFiles(t, d, ".xlsx", Options{ValuesOnly: true}) {
		f := openBook(t, b)
		for _, sheet := range f.GetSheetList() {
			for r, row := range sheetRows(t, f, sheet) {
				for c, text := range row {
					at, _ := excelize.CoordinatesToCellName(c+1, r+1)
					if formula, err := f.GetCellFormula(sheet, at); err != nil || formula != "" {
						t.Errorf("%s: %s %s is the formula %q, %v", name, sheet, at, formula, err)
					}
					if _, err := strconv.ParseFloat(text, 64); err == nil || !risky(text) {
						continue
					}
					style, err := f.GetCellStyle(sheet, at)
					if err != nil || f.Styles.CellXfs.Xf[style].QuotePrefix == nil {
						t.Errorf("%s: %s %s holds %q unquoted, %v", name, sheet, at, text, err)
					}
				}
			}
		}
	}
}

func TestMaskedPairsHoldNoOriginal(t *testing.T) {
	d := named(t)
	for _, ending := range []string{".csv", ".json"} {
		for name, b := range pairFiles(t, d, ending, Options{Privacy: model.MaskPersons(true)}) {
			wantNoSecret(t, name+ending, string(b))
		}
	}
	for name, b := range pairFiles(t, d, ".xlsx", Options{Privacy: model.MaskPersons(true)}) {
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range z.File {
			r, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			wantNoSecret(t, name+" "+part.Name, string(text))
		}
	}
}

// One mask is on both sides: a customer has one hash, also who is on one only.
func TestPairsAreHashedByOneKey(t *testing.T) {
	o := Options{Privacy: model.MaskPersons(true), Salt: []byte("salt")}
	text := string(pairFiles(t, testDocument(t), ".csv", o)["comparison"])
	alone, _ := csvOf(t, testDocument(t), o)
	for _, line := range strings.Split(strings.TrimSpace(alone), "\n")[1:] {
		if id, _, _ := strings.Cut(line, ","); !strings.Contains(text, id) {
			t.Errorf("%s is not in\n%s", id, text)
		}
	}
}

func TestPairJSON(t *testing.T) {
	files := pairFiles(t, testDocument(t), ".json", Options{})
	var c comparisonJSON
	if err := json.Unmarshal(files["comparison"], &c); err != nil {
		t.Fatal(err)
	}
	if c.Command != "compare" || c.Customers != 5 || len(c.Cells) == 0 || *c.Closest[0].A != "Champions" {
		t.Errorf("got %+v", c)
	}
	unknown, out := testComparison(t, testDocument(t)), strings.Builder{}
	unknown.Agreement.V = math.NaN()
	if err := ComparisonJSON(&out, unknown, Options{}); err != nil || !strings.Contains(out.String(), `"cramers_v": null`) {
		t.Errorf("%v: no null in %s", err, out.String())
	}
	var m migrationJSON
	if err := json.Unmarshal(files["migration"], &m); err != nil {
		t.Fatal(err)
	}
	if m.Customers["down"] != 3 || m.Customers["newcomer"] != 1 || len(m.Movers) != 4 || m.CutsOf != "each" {
		t.Errorf("got %+v", m)
	}
	newcomer := m.Movers[3]
	if newcomer.From != nil || newcomer.To == nil || newcomer.Move != "newcomer" {
		t.Errorf("the newcomer is %+v", newcomer)
	}
}

func TestPairFilesAreWholeOrNotThere(t *testing.T) {
	d := testDocument(t)
	path := filepath.Join(t.TempDir(), "pair.xlsx")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := WriteComparison(ctx, path, testComparison(t, d), Options{}, nil); err == nil {
		t.Error("a cancel was not noticed")
	}
	folderHolds(t, filepath.Dir(path))
	writeOld(t, path)
	if err := WriteMigration(t.Context(), path, testMigration(t, d), Options{}, nil); err == nil || !strings.Contains(err.Error(), "--force") {
		t.Errorf("an old file: %v", err)
	}
	if err := WriteMigration(t.Context(), path, testMigration(t, d), Options{Force: true}, nil); err != nil {
		t.Error(err)
	}
}

func TestPairFilesRepeat(t *testing.T) {
	d := testDocument(t)
	one, two := pairFiles(t, d, ".xlsx", Options{}), pairFiles(t, d, ".xlsx", Options{})
	for name := range one {
		if !bytes.Equal(one[name], two[name]) {
			t.Errorf("the %s differs from itself", name)
		}
	}
}
