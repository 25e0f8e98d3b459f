package cli

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// spoilt is a file of orders with a row twice, a date out of this world, a price
// of zero, a row without a customer and a value that is no number.
func spoilt(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("CustomerID,CustomerName,OrderID,OrderDate,Amount\n")
	for i := range 260 {
		fmt.Fprintf(&b, "k%02d,Name %02d,o%03d,2023-0%d-11,%g\n", i%20, i%20, i, 1+i%9, 10+0.5*float64(i))
	}
	b.WriteString("k00,Name 00,o000,2023-01-11,10\n")   // row 262, as row 2
	b.WriteString("k01,Name 01,o901,2917-01-01,11\n")   // row 263
	b.WriteString("k02,Name 02,o902,2023-05-11,0\n")    // row 264
	b.WriteString(",,o903,2023-05-11,20\n")             // row 265
	b.WriteString("k03,Name 03,o904,2023-05-11,n.k.\n") // row 266
	return write(t, "orders.csv", b.String())
}

func TestProfileTellsQuality(t *testing.T) {
	file := spoilt(t)
	var p profileJSON
	if err := json.Unmarshal([]byte(custseg(t, "profile", "--json", file).out), &p); err != nil {
		t.Fatal(err)
	}
	found := map[string]issueJSON{}
	for _, f := range p.Quality.Findings {
		found[f.Check] = f
	}
	for check, row := range map[string]int{"duplicate_rows": 262, "future_dates": 263, "zero_amount": 264} {
		f := found[check]
		if f.Count != 1 || f.Examples[0].Row != row || f.Action != "keep" || f.Consequence == "" || !strings.HasPrefix(f.Treat, check+":") {
			t.Errorf("%s: %+v", check, f)
		}
	}
	if f := found["future_dates"]; !strings.Contains(f.Consequence, "2917-01-02 instead of 2023-09-12") {
		t.Errorf("%s", f.Consequence)
	}
	q := p.Quality
	if q.RowsRead != 265 || q.RowsUsed == nil || *q.RowsUsed+*q.RowsExcluded != 265 || len(q.Excluded) == 0 {
		t.Errorf("%+v", q)
	}
	if c := p.Tables[0].Columns[4]; c.Unparsable != 1 || c.UnparsableExamples[0].Row != 266 || c.UnparsableExamples[0].Value != "n.k." {
		t.Errorf("%+v", c)
	}
	o := custseg(t, "profile", file)
	for _, s := range []string{"Quality of orders", "--treat duplicate_rows:orders=drop", "in row 263", "265 rows read"} {
		if !strings.Contains(o.out, s) {
			t.Errorf("no %q in\n%s", s, o.out)
		}
	}
}

func TestTreatmentsActAndReplay(t *testing.T) {
	file := spoilt(t)
	saved := filepath.Join(t.TempDir(), "r.json")
	first := custseg(t, "run", "rfm", file, "--treat", "duplicate_rows=drop", "--treat", "future_dates:OrderDate=drop", "--treat", "zero_amount=drop",
		"--json", "--save-recipe", saved)
	var p printed
	if err := json.Unmarshal([]byte(first.out), &p); err != nil {
		t.Fatalf("%v %s", err, first.err)
	}
	if !strings.Contains(first.out, `"as_of": "2023-09-12"`) {
		t.Error("a date that was dropped still sets the as-of date")
	}
	for _, s := range []string{"left out by choice: repeats an earlier row", "left out by choice: OrderDate: a date in the future", `"limit": "`} {
		if !strings.Contains(first.out, s) {
			t.Errorf("no %q in %s", s, first.out)
		}
	}
	if again := custseg(t, "run", "--recipe", saved, "--json"); again.out != first.out {
		t.Errorf("the recipe gave\n%s\nand then\n%s%s", first.out, again.out, again.err)
	}
	profiled := custseg(t, "profile", file, "--treat", "zero_amount=drop")
	if !strings.Contains(profiled.out, "in force: drop") {
		t.Errorf("%s", profiled.out)
	}
}

func TestSlipsInTreatAreUsage(t *testing.T) {
	file := spoilt(t)
	for flag, says := range map[string]string{
		"outlers:Amount=cap": "did you mean outliers?", "outliers=captain": "cap", "outliers": "check:column=action", "id_names=drop": "only be told",
	} {
		o := custseg(t, "run", "rfm", file, "--treat", flag)
		if o.code != exitUsage || !strings.Contains(o.err, says) || strings.Count(o.err, "\n") != 1 {
			t.Errorf("--treat %s: exit %d, %s", flag, o.code, o.err)
		}
	}
	if o := custseg(t, "run", "rfm", file, "--treat", "outliers:Amout=cap"); o.code != exitFailed || !strings.Contains(o.err, "OrderDate") {
		t.Errorf("exit %d, %s", o.code, o.err)
	}
}

func TestExcludedRowsAreWritten(t *testing.T) {
	file := spoilt(t)
	path := filepath.Join(t.TempDir(), "left.csv")
	args := []string{"run", "rfm", file, "--quiet", "--treat", "duplicate_rows=drop", "--excluded", path}
	if o := custseg(t, args...); o.code != exitDone {
		t.Fatal(o.err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 4 || strings.Join(rows[1], "|") != file+"|262|orders|left out by choice: repeats an earlier row||k00|Name 00|o000|2023-01-11|10" {
		t.Errorf("%q", rows)
	}
	if o := custseg(t, args...); o.code != exitFailed || !strings.Contains(o.err, "--force") {
		t.Errorf("exit %d, %s", o.code, o.err)
	}
	if o := custseg(t, append(args, "--force")...); o.code != exitDone {
		t.Errorf("exit %d, %s", o.code, o.err)
	}
	for name, target := range map[string]string{"the input": file, "a format unknown": path + ".txt"} {
		if o := custseg(t, "run", "rfm", file, "--quiet", "--force", "--excluded", target); o.code == exitDone {
			t.Errorf("%s was written", name)
		}
	}
	if o := custseg(t, "run", "rfm", file, "--out", path, "--excluded", path, "--force"); o.code != exitUsage {
		t.Errorf("one name for two files: exit %d, %s", o.code, o.err)
	}
}

// A date out of this world sets the as-of date: the report says so until it is
// left out.
func TestReportWarnsOfDates(t *testing.T) {
	file := spoilt(t)
	const says = "--treat future_dates:OrderDate=drop"
	if o := custseg(t, "run", "rfm", file); !strings.Contains(o.out, says) || !strings.Contains(o.out, "2917-01-02 instead of 2023-09-12") {
		t.Errorf("%s%s", o.out, o.err)
	}
	if o := custseg(t, "run", "rfm", file, "--treat", "future_dates:OrderDate=drop"); o.code != exitDone || strings.Contains(o.out, says) {
		t.Errorf("%s%s", o.out, o.err)
	}
}
