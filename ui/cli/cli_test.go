package cli

import (
	"encoding/json"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"
)

// outcome is what a run of the program left behind.
type outcome struct {
	code     int
	out, err string
}

// custseg runs the program with arguments, away from any terminal.
func custseg(t *testing.T, args ...string) outcome {
	t.Helper()
	empty, err := os.Create(filepath.Join(t.TempDir(), "in"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { empty.Close() })
	return custsegFrom(t, empty, args...)
}

// custsegFrom runs the program with a standard input.
func custsegFrom(t *testing.T, in *os.File, args ...string) outcome {
	t.Helper()
	file := func(name string) *os.File {
		f, err := os.Create(filepath.Join(t.TempDir(), name))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		return f
	}
	app := App{In: in, Out: file("out"), Err: file("err"), Getenv: bareEnvironment, Samples: os.DirFS("../../testdata")}
	o := outcome{code: app.Main(args)}
	read := func(f *os.File) string {
		f.Seek(0, io.SeekStart)
		b, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	o.out, o.err = read(app.Out), read(app.Err)
	return o
}

// bareEnvironment says nothing but how often garbage is collected: the tests share
// one process, which need not save memory.
func bareEnvironment(name string) string {
	if name == "GOGC" {
		return "100"
	}
	return ""
}

// shared returns a file of the data that other people published, or skips.
func shared(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("../../../shared/data", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not here", name)
	}
	return path
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// printed is the part of run --json that tests look at.
type printed struct {
	Method    string
	AsOf      string `json:"as_of"`
	Customers int
	Segments  []struct {
		Name      string
		Customers int
		Value     float64
	}
	Cuts     map[string][]float64
	Measures map[string]float64
	Recipe   json.RawMessage
	Quality  struct {
		Read     int `json:"rows_read"`
		Used     int `json:"rows_used"`
		Excluded int `json:"rows_excluded"`
	}
}

func runJSON(t *testing.T, args ...string) printed {
	t.Helper()
	o := custseg(t, append([]string{"run", "--json"}, args...)...)
	if o.code != exitDone || o.err != "" {
		t.Fatalf("exit %d: %s", o.code, o.err)
	}
	var p printed
	if err := json.Unmarshal([]byte(o.out), &p); err != nil {
		t.Fatalf("%v in %s", err, o.out)
	}
	return p
}

func sizes(p printed) map[string]int {
	out := map[string]int{}
	for _, s := range p.Segments {
		out[s.Name] = s.Customers
	}
	return out
}

func TestRFMEqualsThePublishedTable(t *testing.T) {
	file := shared(t, "rfm_data_orders.csv")
	p := runJSON(t, "rfm", file, "--as-of", "2006-12-31", "--set", "map=ranges", "--set", "binning=r-rfm")
	want := map[string]int{"Potential Loyalist": 342, "Loyal": 170, "Lost": 148, "New": 104, "About To Sleep": 102,
		"Can't Lose Them": 47, "Champions": 35, "At Risk": 28, "Need Attention": 10, "Promising": 9}
	for name, n := range want {
		if got := sizes(p)[name]; got != n {
			t.Errorf("%s: %d customers, want %d", name, got, n)
		}
	}
	cuts := map[string][]float64{"recency": {115, 181, 297.4, 482}, "frequency": {4, 5, 6, 8}, "monetary": {255.8, 382, 506.4, 666}}
	for name, values := range cuts {
		for i, v := range values {
			if math.Abs(p.Cuts[name][i]-v) > 1e-9 {
				t.Errorf("cuts of %s: %v, want %v", name, p.Cuts[name], values)
			}
		}
	}
}

func TestKMeansEqualsThePublishedFit(t *testing.T) {
	p := runJSON(t, "kmeans", shared(t, "mall_customers.csv"), "--set", "columns=Annual Income (k$),Spending Score (1-100)",
		"--set", "k=5", "--set", "scale=none")
	if math.Abs(p.Measures["inertia"]-44448.4554) > 1e-3 || math.Abs(p.Measures["silhouette"]-0.553932) > 1e-6 {
		t.Errorf("measures %v", p.Measures)
	}
	for i, n := range []int{81, 39, 35, 23, 22} {
		if p.Segments[i].Customers != n {
			t.Errorf("cluster %d has %d customers, want %d", i+1, p.Segments[i].Customers, n)
		}
	}
}

func TestABCTotalsEqualTheSource(t *testing.T) {
	t.Parallel()
	file := shared(t, "online_retail_30k_lines.csv")
	book := filepath.Join(t.TempDir(), "abc.xlsx")
	p := runJSON(t, "abc", file, "--out", book)
	total := 0.0
	for _, s := range p.Segments {
		total += s.Value
	}
	// quantity × unit price over the 28,000 rows with a customer, added exactly
	if math.Abs(total-555939.10) > 0.005 {
		t.Errorf("segments hold %.2f", total)
	}
	if p.Quality.Read != 30000 || p.Quality.Used != 28000 || p.Quality.Excluded != 2000 {
		t.Errorf("quality %+v", p.Quality)
	}
	if info, err := os.Stat(book); err != nil || info.Size() == 0 {
		t.Errorf("no workbook: %v", err)
	}
}

func TestRecipeReplays(t *testing.T) {
	t.Parallel()
	recipe := filepath.Join(t.TempDir(), "recipe.json")
	first := runJSON(t, "kmeans", "sample:shop", "--set", "k=4", "--seed", "7", "--save-recipe", recipe)
	o := custseg(t, "run", "--recipe", recipe, "--json")
	if o.code != exitDone {
		t.Fatal(o.err)
	}
	var again printed
	if err := json.Unmarshal([]byte(o.out), &again); err != nil {
		t.Fatal(err)
	}
	if string(first.Recipe) != string(again.Recipe) {
		t.Errorf("recipe %s, then %s", first.Recipe, again.Recipe)
	}
	for i, s := range first.Segments {
		if again.Segments[i] != s {
			t.Errorf("segment %d: %+v, then %+v", i, s, again.Segments[i])
		}
	}
}

func TestBadInputIsOneClearLine(t *testing.T) {
	good := write(t, "orders.csv", "customer_id,order_date,amount\na,2024-01-01,5\nb,2024-01-02,7\n")
	cases := []struct {
		name string
		args []string
		code int
		says []string
	}{
		{"no such file", []string{"run", "rfm", "missing.csv"}, 1, []string{"missing.csv"}},
		{"empty", []string{"run", "rfm", write(t, "empty.csv", "")}, 1, []string{"empty.csv", "empty"}},
		{"folder", []string{"run", "rfm", t.TempDir()}, 1, []string{"folder"}},
		{"binary", []string{"run", "rfm", write(t, "binary.csv", "\x7fELF\x00\x01\x02\x00\x00")}, 1, []string{"binary.csv"}},
		{"no workbook", []string{"run", "rfm", write(t, "book.xlsx", "PK\x03\x04 cut off")}, 1, []string{"book.xlsx"}},
		{"no id", []string{"run", "abc", write(t, "x.csv", "price,weight\n1.5,2.5\n3.5,4.5\n1.5,4.5\n")}, 1, []string{"--map customer_id="}},
		{"out of range", []string{"run", "rfm", good, "--set", "bins=99"}, 2, []string{"bins", "2 to 10"}},
		{"not a choice", []string{"run", "rfm", good, "--set", "map=cell"}, 2, []string{"map", "cells"}},
		{"no such column, idle", []string{"run", "churn", "sample:shop", "--set", "target=NaN"}, 2, []string{"target", `"NaN"`, "rule=label"}},
		{"no such parameter", []string{"run", "rfm", good, "--set", "bin=4"}, 2, []string{"bins"}},
		{"no such method", []string{"run", "rmf", good}, 2, []string{"rfm"}},
		{"no such flag", []string{"run", "rfm", good, "--sett", "bins=4"}, 2, []string{"--sett"}},
		{"no method", []string{"run"}, 2, []string{"method"}},
		{"no such command", []string{"profle", good}, 2, []string{"custseg profile"}},
		{"bad date", []string{"run", "rfm", good, "--as-of", "31.12.2024"}, 2, []string{"--as-of"}},
		{"bad role", []string{"run", "rfm", good, "--map", "amont=amount"}, 2, []string{"amount"}},
		{"bad column", []string{"run", "rfm", good, "--map", "amount=paid"}, 1, []string{"paid", "customer_id, order_date, amount"}},
		{"unknown ending", []string{"run", "rfm", good, "--out", "x.pdf"}, 2, []string{".xlsx"}},
		{"two outputs of one name", []string{"run", "rfm", good, "--out", "x.csv", "--out", "./x.csv"}, 2, []string{"twice"}},
		{"window in words", []string{"run", "rfm", good, "--window", "abc"}, 2, []string{"--window"}},
		{"output is input", []string{"run", "rfm", good, "--out", good, "--force"}, 1, []string{"orders.csv"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			o := custseg(t, c.args...)
			if o.code != c.code {
				t.Errorf("exit %d, want %d: %s", o.code, c.code, o.err)
			}
			if strings.Count(o.err, "\n") != 1 || strings.Contains(o.err, "goroutine") {
				t.Errorf("not one line: %q", o.err)
			}
			for _, s := range c.says {
				if !strings.Contains(o.err, s) {
					t.Errorf("%q does not say %q", o.err, s)
				}
			}
		})
	}
}

func TestOverwritesOnlyWithForce(t *testing.T) {
	t.Parallel()
	out := write(t, "old.csv", "old")
	if o := custseg(t, "run", "abc", "sample:shop", "--out", out); o.code != exitFailed || !strings.Contains(o.err, "--force") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
	if b, _ := os.ReadFile(out); string(b) != "old" {
		t.Error("the old file changed")
	}
	if o := custseg(t, "run", "abc", "sample:shop", "--out", out, "--force"); o.code != exitDone {
		t.Error(o.err)
	}
	if b, _ := os.ReadFile(out); !strings.HasPrefix(string(b), "customer_id,segment,") {
		t.Errorf("written: %.40s", b)
	}
}

// A masked run says what it masked, and no original value is in the file.
func TestMaskTellsWhatItCovered(t *testing.T) {
	file := write(t, "p.csv", "customer_id,order_date,amount,first_name,last_name,billing_email\nk1,2024-01-01,5,Anna,Kowalska,anna@example.com\nk2,2024-01-02,7,Ben,Okafor,ben@example.com\n")
	out := filepath.Join(t.TempDir(), "masked.csv")
	o := custseg(t, "run", "abc", file, "--mask", "--out", out)
	if o.code != exitDone || !strings.Contains(o.out, "masked: first_name, last_name, billing_email\nhashed: customer ids\n") {
		t.Errorf("exit %d %s: %s", o.code, o.err, o.out)
	}
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"k1", "Anna", "Kowalska", "Okafor", "example.com"} {
		if strings.Contains(string(b), secret) {
			t.Errorf("%s is in the masked file", secret)
		}
	}
}

// Of several outputs all are written or none.
func TestOneBadOutputWritesNone(t *testing.T) {
	t.Parallel()
	good := filepath.Join(t.TempDir(), "a.csv")
	if o := custseg(t, "run", "abc", "sample:shop", "--out", good, "--out", "nowhere/b.csv"); o.code != exitFailed || !strings.Contains(o.err, "nowhere") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
	if _, err := os.Stat(good); err == nil {
		t.Error("the first output was written")
	}
}

// What loading warns of is told with the result.
func TestRunTellsWhatLoadingWarnedOf(t *testing.T) {
	file := write(t, "amb.csv", "customer_id,order_date,amount\na,05/01/2024,5\nb,06/02/2024,7\na,07/03/2024,9\n")
	o := custseg(t, "run", "rfm", file)
	if o.code != exitDone || !strings.Contains(o.out, "! ") {
		t.Errorf("exit %d %s: %s", o.code, o.err, o.out)
	}
	if j := custseg(t, "run", "rfm", file, "--json"); !strings.Contains(j.out, "amb, order_date") {
		t.Errorf("the notes do not tell: %s", j.out)
	}
}

func TestMethodsDescribeTheCatalogue(t *testing.T) {
	o := custseg(t, "methods", "--json")
	var all []methodJSON
	if err := json.Unmarshal([]byte(o.out), &all); err != nil {
		t.Fatal(err)
	}
	if len(all) < 3 || all[0].ID != "rfm" || len(all[0].Params) == 0 {
		t.Errorf("%+v", all)
	}
	for _, m := range all {
		if text := strings.Join(strings.Fields(custseg(t, "methods", m.ID).out), " "); !strings.Contains(text, m.Rule) || !strings.Contains(text, m.Source) {
			t.Errorf("methods %s: %s", m.ID, text)
		}
	}
	if o := custseg(t, "methods", "kmean"); o.code != exitUsage || !strings.Contains(o.err, "kmeans") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
}

func TestProfileNamesTypesRolesAndTrouble(t *testing.T) {
	file := write(t, "o.csv", "CustomerID,InvoiceDate,Sales,note\nä1,2024-01-01,5,\x1b[2Jx\nä2,2024-01-02,,y\n")
	o := custseg(t, "profile", file)
	if o.code != exitDone || strings.Contains(o.out, "\x1b") {
		t.Errorf("exit %d %s: %q", o.code, o.err, o.out)
	}
	for _, s := range []string{"customer_id", "order_date", "amount", "number", "date", "text"} {
		if !strings.Contains(o.out, s) {
			t.Errorf("no %s in %s", s, o.out)
		}
	}
	var p profileJSON
	if err := json.Unmarshal([]byte(custseg(t, "profile", "--json", file).out), &p); err != nil {
		t.Fatal(err)
	}
	if c := p.Tables[0].Columns[2]; c.Missing != 1 || c.roleText() != "amount" || c.Reason == "" {
		t.Errorf("%+v", c)
	}
}

func TestWithoutTerminalPrintsAReport(t *testing.T) {
	t.Parallel()
	o := custseg(t)
	if o.code != exitDone {
		t.Fatal(o.err)
	}
	for _, s := range []string{"Champions", "custseg run", "customers"} {
		if !strings.Contains(o.out, s) {
			t.Errorf("the report does not say %q:\n%s", s, o.out)
		}
	}
}

func TestVersionAndHelp(t *testing.T) {
	if o := custseg(t, "--version"); o.code != exitDone || !strings.HasPrefix(o.out, "custseg ") {
		t.Errorf("%+v", o)
	}
	if o := custseg(t, "run", "--help"); o.code != exitDone || !strings.Contains(o.out, "--map") {
		t.Errorf("%+v", o)
	}
}

func TestPlainTextCannotDriveTheTerminal(t *testing.T) {
	if got := plain("a\x1b[2Jb\u202ec\td"); strings.ContainsAny(got, "\x1b\u202e\t") {
		t.Errorf("%q", got)
	}
	if got := model.Shorten("顧客分析", 3); got != "顧客…" {
		t.Errorf("%q", got)
	}
}
