package cli

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/ui/pipeline"
)

// regulars is orders of 60 customers of whom every third comes back each month
// of 2024, the others not after the first.
func regulars(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("customer_id,order_id,order_date,amount\n")
	for i := range 60 {
		for month := 1; month <= 12; month++ {
			if month == 1+i%6 || i%3 == 0 {
				fmt.Fprintf(&b, "k%02d,o%02d-%02d,2024-%02d-%02d,%d\n", i, i, month, month, 1+i%28, 10+i)
			}
		}
	}
	return write(t, "orders.csv", b.String())
}

func TestBakeOffPrintsOneObject(t *testing.T) {
	file := regulars(t)
	o := custseg(t, "bakeoff", file, "--split", "2024-06-30", "--methods", "rfm, frequency,nps", "--json")
	var b pipeline.BakeOffDocument
	var raw struct {
		Methods []struct {
			ID   string
			AUC  *float64
			Rank *int
		}
	}
	for _, into := range []any{&b, &raw} {
		if err := json.Unmarshal([]byte(o.out), into); err != nil {
			t.Fatalf("%v\n%s%s", err, o.out, o.err)
		}
	}
	if b.Split != "2024-06-30" || b.End != "2024-12-28" || b.SplitProposed || b.Customers != 60 || b.Again != 20 || b.Outcome != "money" {
		t.Errorf("%+v", b)
	}
	sum := 0
	for i := 0; i < 60; i += 3 {
		sum += 6 * (10 + i)
	}
	if float64(b.Later) != float64(sum) {
		t.Errorf("later money %v, want %d", b.Later, sum)
	}
	standing := map[string]string{}
	for _, m := range b.Methods {
		standing[m.ID] = m.Standing
	}
	if len(standing) != 5 || standing["rfm"] != "ranked" || standing["nps"] != "unable" || standing["baseline-all"] != "ranked" {
		t.Errorf("standings %v", standing)
	}
	for _, m := range raw.Methods {
		switch m.ID {
		case "frequency": // who ordered six times comes back, who ordered once does not
			if m.AUC == nil || *m.AUC != 1 || m.Rank == nil {
				t.Errorf("frequency: %+v", m)
			}
		case "nps":
			if m.AUC != nil || m.Rank != nil {
				t.Errorf("nps: %+v", m)
			}
		}
	}
	if len(b.Figures) == 0 || !strings.Contains(b.Score, "repurchase") || len(b.Notes) == 0 {
		t.Errorf("nothing says what the figures mean: %+v", b)
	}
}

func TestBakeOffReportsAndWrites(t *testing.T) {
	file, dir := regulars(t), t.TempDir()
	paths := []string{filepath.Join(dir, "a.csv"), filepath.Join(dir, "a.xlsx"), filepath.Join(dir, "a.json")}
	o := custseg(t, "bakeoff", file, "--methods", "rfm,abc,frequency,nps", "--top", "1", "--out", paths[0], "--out", paths[1], "--out", paths[2])
	for _, s := range []string{"60 customers as of 2024-09-29", "ranks first", "(Everyone in one segment)", "· nps: it needs recommend",
		"score = 100 ×", "Few customers: 20 bought again and 40 did not", "written: " + paths[0]} {
		if !strings.Contains(o.out, s) {
			t.Errorf("no %q in\n%s%s", s, o.out, o.err)
		}
	}
	if ranked := strings.Count(strings.Split(o.out, "ranks first")[0], "\n     2 "); ranked != 0 {
		t.Errorf("--top 1 prints a second:\n%s", o.out)
	}
	f, err := os.Open(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) != 7 || rows[0][1] != "method" || rows[1][0] != "1" || rows[6][3] != "unable" {
		t.Errorf("%v %q", err, rows)
	}
	for _, p := range paths[1:] {
		if info, err := os.Stat(p); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", p, err)
		}
	}
	if o := custseg(t, "bakeoff", file, "--methods", "rfm", "--out", paths[0]); o.code != exitFailed || o.out != "" {
		t.Errorf("an existing file is written over: %+v", o)
	}
}

func TestBakeOffRefuses(t *testing.T) {
	file := regulars(t)
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{file, "--split", "June"}, exitUsage, "--split"},
		{[]string{file, "--methods", "rfn"}, exitUsage, "did you mean rfm?"},
		{[]string{file, "--top", "-1"}, exitUsage, "--top"},
		{[]string{file, "--out", "a.txt"}, exitUsage, ".xlsx"},
		{nil, exitUsage, "at least one file"},
		{[]string{file, "--split", "2024-12-31"}, exitFailed, "orders run from 2024-01-01 to 2024-12-28"},
		{[]string{write(t, "people.csv", "customer_id,age\na,30\nb,40\n")}, exitFailed, "no orders with dates"},
	} {
		if o := custseg(t, append([]string{"bakeoff"}, c.args...)...); o.code != c.code || !strings.Contains(o.err, c.want) || o.out != "" {
			t.Errorf("%v: %+v", c.args, o)
		}
	}
}
