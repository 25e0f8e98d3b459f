package cli

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// shopOrders is a file of 40 customers whose orders grow in number.
func shopOrders(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("customer_id,order_date,amount,name\n")
	for i := range 40 {
		for k := range 1 + i%5 {
			b.WriteString("=c" + strconv.Itoa(100+i) + ",2024-0" + strconv.Itoa(1+k) + "-1" + strconv.Itoa(i%9) + "," + strconv.Itoa(5+i*k) + ".10,Ann " + strconv.Itoa(i) + "\n")
		}
	}
	return write(t, "orders.csv", b.String())
}

// comparedSide is a side of compare --json.
type comparedSide struct {
	Method   string
	Label    string
	Recipe   struct{ Params map[string]any }
	Segments []struct {
		Name      string
		Customers int
		Value     float64
	}
}

type comparedCell struct {
	A, B      string
	Customers int
	RowShare  *float64 `json:"row_share"`
	Value     float64
	Residual  *float64
}

func compared(t *testing.T, args ...string) (out struct {
	Command   string
	Customers int
	A, B      comparedSide
	Measures  map[string]*float64
	Agreement string
	Cells     []comparedCell
	Closest   []comparedCell
	Notes     []string
}) {
	t.Helper()
	o := custseg(t, append([]string{"compare", "--json"}, args...)...)
	if o.code != 0 {
		t.Fatalf("exit %d: %s", o.code, o.err)
	}
	if err := json.Unmarshal([]byte(o.out), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestComparedCellsAddUp(t *testing.T) {
	c := compared(t, "rfm", "abc", "sample:shop")
	if c.Command != "compare" || c.A.Method != "rfm" || c.B.Method != "abc" || *c.Measures["adjusted_rand"] <= 0 || c.Agreement == "" {
		t.Errorf("got %s, %s, %s, %v, %q", c.Command, c.A.Method, c.B.Method, c.Measures, c.Agreement)
	}
	customers, money, all := map[string]int{}, map[string]float64{}, 0
	for _, cell := range c.Cells {
		customers["a "+cell.A] += cell.Customers
		customers["b "+cell.B] += cell.Customers
		money["a "+cell.A] += cell.Value
		money["b "+cell.B] += cell.Value
		all += cell.Customers
	}
	for side, s := range map[string]comparedSide{"a ": c.A, "b ": c.B} {
		for _, g := range s.Segments {
			if customers[side+g.Name] != g.Customers || math.Abs(money[side+g.Name]-g.Value) > 0.005 {
				t.Errorf("%s%s: cells %d and %.2f, segment %d and %.2f", side, g.Name, customers[side+g.Name], money[side+g.Name], g.Customers, g.Value)
			}
		}
	}
	if all != c.Customers {
		t.Errorf("%d customers in cells of %d", all, c.Customers)
	}
}

func TestSettingsOfEachSide(t *testing.T) {
	t.Parallel()
	c := compared(t, "rfm", "rfm", "sample:shop", "--set", "b.bins=4", "--set", "map=grid")
	a, b := c.A.Recipe.Params, c.B.Recipe.Params
	if a["bins"] != nil || b["bins"] != 4.0 || a["map"] != "grid" || b["map"] != "grid" {
		t.Errorf("a has %v, b %v", a, b)
	}
	if c.B.Label != "RFM with bins=4, map=grid" {
		t.Errorf("b is called %q", c.B.Label)
	}
	same := compared(t, "rfm", "rfm", "sample:shop")
	if *same.Measures["adjusted_rand"] != 1 || same.Agreement != "the same split" || !slices.ContainsFunc(same.Notes, func(n string) bool { return strings.HasPrefix(n, "Both sides are the same") }) {
		t.Errorf("the same twice: %v, %q, %v", same.Measures, same.Agreement, same.Notes)
	}
	only := compared(t, "rfm", "kmeans", "sample:shop", "--set", "k=3")
	if only.A.Recipe.Params != nil || only.B.Recipe.Params["k"] != 3.0 {
		t.Errorf("k went to %v and %v", only.A.Recipe.Params, only.B.Recipe.Params)
	}
}

func TestComparedFileHasACustomerALine(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	file, table, book, object := shopOrders(t), filepath.Join(folder, "c.csv"), filepath.Join(folder, "c.xlsx"), filepath.Join(folder, "c.json")
	o := custseg(t, "compare", "rfm", "abc", file, "--out", table, "--out", book, "--out", object)
	if o.code != 0 || !strings.Contains(o.out, "written: "+book) {
		t.Fatalf("exit %d: %s%s", o.code, o.out, o.err)
	}
	rows, err := csv.NewReader(strings.NewReader(readFile(t, table))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "customer_id,segment_a,segment_b,recency,frequency,monetary" || len(rows) != 41 {
		t.Errorf("%d rows of %s", len(rows), got)
	}
	if !strings.HasPrefix(rows[1][0], "'=c") {
		t.Errorf("an id that a program would run: %q", rows[1][0])
	}
	if again := custseg(t, "compare", "rfm", "abc", file, "--out", table); again.code != 1 || !strings.Contains(again.err, "--force") {
		t.Errorf("a file that exists: exit %d, %s", again.code, again.err)
	}
	if !strings.Contains(readFile(t, object), `"command": "compare"`) {
		t.Error("the JSON file holds no comparison")
	}
	if !strings.HasPrefix(readFile(t, book), "PK") {
		t.Error("the workbook is none")
	}
}

func TestMaskedComparisonsNameNobody(t *testing.T) {
	folder := t.TempDir()
	file, table := shopOrders(t), filepath.Join(folder, "c.csv")
	for _, args := range [][]string{
		{"compare", "rfm", "abc", file, "--mask", "--salt", "s", "--json", "--out", table},
		{"migrate", "rfm", file, "--from", "2024-02-20", "--to", "2024-05-18", "--mask", "--salt", "s", "--json", "--out", filepath.Join(folder, "m.csv")},
	} {
		o := custseg(t, args...)
		if o.code != 0 {
			t.Fatalf("exit %d: %s", o.code, o.err)
		}
		written := o.out + readFile(t, args[len(args)-1])
		for _, secret := range []string{"c100", "Ann", filepath.Dir(file)} {
			if strings.Contains(written, secret) {
				t.Errorf("%s tells %q", args[0], secret)
			}
		}
		if !strings.Contains(written, "id-") {
			t.Errorf("%s has no hashed ids", args[0])
		}
	}
}

func TestWrongComparisonsAreUsage(t *testing.T) {
	file := shopOrders(t)
	for _, c := range []struct {
		want string
		args []string
	}{
		{"two methods and at least one file", []string{"rfm", file}},
		{"did you mean rfm", []string{"rfmm", "abc", file}},
		{"write a.bins for the first method or b.bins", []string{"rfm", "rfm", file, "--set", "c.bins=4"}},
		{"has none of this name", []string{"rfm", "abc", file, "--set", "b.bins=4"}},
		{"has none of this name", []string{"rfm", "abc", file, "--set", "nothing=4"}},
		{"40 is outside 2 to 10", []string{"rfm", "abc", file, "--set", "a.bins=40"}},
	} {
		o := custseg(t, append([]string{"compare"}, c.args...)...)
		if o.code != exitUsage || !strings.Contains(o.err, c.want) {
			t.Errorf("%v: exit %d, %s", c.args, o.code, o.err)
		}
	}
	if o := custseg(t, "compare", "rfm", "nps", file); o.code != exitFailed || !strings.Contains(o.err, "custseg: nps: ") {
		t.Errorf("a method that cannot run: exit %d, %s", o.code, o.err)
	}
}

func TestTheComparisonFitsThePage(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"compare", "rfm", "abc", "sample:shop"}, {"compare", "abc", "rfm", "sample:shop", "--set", "map=grid"}, {"compare", "kmeans", "som", "sample:shop"},
		{"migrate", "rfm", "sample:shop", "--from", "2025-06-30", "--to", "2025-12-31"},
	} {
		o := custseg(t, args...)
		if o.code != 0 || !strings.Contains(o.out, "adjusted Rand index") {
			t.Fatalf("%v: exit %d: %s", args, o.code, o.err)
		}
		for _, l := range strings.Split(o.out, "\n") {
			if strings.HasPrefix(l, "·") || strings.HasPrefix(l, "!") { // sentences
				continue
			}
			if n := len([]rune(l)); n > pageWidth {
				t.Errorf("%v: %d wide: %s", args, n, l)
			}
		}
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestSettingsOfOneMethodHoldWhateverTheOrder(t *testing.T) {
	for _, sets := range [][]string{{"a.bins=4", "bins=3"}, {"bins=3", "a.bins=4"}} {
		got, err := splitSets(sets, []string{"rfm", "rfm"})
		if want := "[[bins=3 bins=4] [bins=3]]"; err != nil || fmt.Sprint(got) != want {
			t.Errorf("%v: %v, %v, want %s", sets, got, err, want)
		}
	}
}
