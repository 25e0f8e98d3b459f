package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"
)

func TestReadingFlags(t *testing.T) {
	file := write(t, "orders.csv", "customer_id,order_date,amount\na,1/2/2024,\"1,500\"\nb,3/4/2024,\"2,500\"\n")
	examples := func(args ...string) string {
		o := custseg(t, append([]string{"profile", file, "--json"}, args...)...)
		if o.code != exitDone {
			t.Fatalf("%v: exit %d: %s", args, o.code, o.err)
		}
		var p profileJSON
		if err := json.Unmarshal([]byte(o.out), &p); err != nil {
			t.Fatal(err)
		}
		return p.Tables[0].Columns[1].Min + " " + p.Tables[0].Columns[2].Min
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"--dates", "dmy", "--decimal", ","}, "2024-02-01 1.5"},
		{[]string{"--dates", "mdy", "--decimal", "."}, "2024-01-02 1500"},
	} {
		if got := examples(c.args...); got != c.want {
			t.Errorf("%v reads %s, want %s", c.args, got, c.want)
		}
	}
	for _, args := range [][]string{
		{"--dates", "ydm"}, {"--decimal", ";"}, {"--header", "-1"}, {"--rows", "-5"}, {"--header", "2", "--no-header"}, {"--rows", "many"},
	} {
		for _, command := range [][]string{{"profile", file}, {"run", "rfm", file}} {
			if o := custseg(t, append(command, args...)...); o.code != exitUsage || !strings.Contains(o.err, args[0]) || strings.Count(o.err, "\n") != 1 {
				t.Errorf("%v %v: exit %d: %s", command, args, o.code, o.err)
			}
		}
	}
}

// TestCSVOfPartialDataIsWarnedOf: the file itself cannot say that the rest was
// not read.
func TestCSVOfPartialDataIsWarnedOf(t *testing.T) {
	file := write(t, "orders.csv", "customer_id,order_date,amount\n"+strings.Repeat("a,2024-02-01,5\nb,2024-04-03,7\nc,2024-05-09,2\n", 4))
	out := func(name string) string { return filepath.Join(t.TempDir(), name) }
	for _, c := range []struct {
		args   []string
		warned bool
	}{
		{[]string{"--rows", "6", "--out", out("x.csv")}, true},
		{[]string{"--rows", "6", "--out", out("x.CSV"), "--quiet"}, true},
		{[]string{"--rows", "6", "--out", out("x.json")}, false},
		{[]string{"--out", out("x.csv")}, false},
	} {
		o := custseg(t, append([]string{"run", "abc", file}, c.args...)...)
		if o.code != exitDone || strings.Contains(o.err, "partial data, the first 6 rows") != c.warned {
			t.Errorf("%v: exit %d: %s", c.args, o.code, o.err)
		}
	}
}

// TestRecipeKeepsItsReading gives one flag of reading to a recipe that has
// another.
func TestRecipeKeepsItsReading(t *testing.T) {
	file := write(t, "orders.csv", "customer_id;order_date;amount\na;1/2/2024;1,500\nb;3/4/2024;2,500\n")
	recipe := filepath.Join(t.TempDir(), "r.json")
	if o := custseg(t, "run", "abc", file, "--dates", "mdy", "--save-recipe", recipe, "--quiet"); o.code != exitDone {
		t.Fatal(o.err)
	}
	again := filepath.Join(t.TempDir(), "again.json")
	if o := custseg(t, "run", "--recipe", recipe, "--decimal", ".", "--save-recipe", again, "--quiet"); o.code != exitDone {
		t.Fatal(o.err)
	}
	b, err := os.ReadFile(again)
	if err != nil {
		t.Fatal(err)
	}
	var r model.Recipe
	if err := json.Unmarshal(b, &r); err != nil || r.Reading != (model.Reading{Dates: model.MonthDayYear, Decimal: "."}) {
		t.Errorf("the reading is %+v (%v)", r.Reading, err)
	}
}
