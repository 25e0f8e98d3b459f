package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// severalPrinted is the part of run --json of several methods that tests look at.
type severalPrinted struct {
	Customers int
	Results   []printed
	Recipe    struct {
		Methods []struct {
			Method string
			Params map[string]float64
		}
	}
	Agreements []struct {
		Method   string
		Measures struct {
			Rand float64 `json:"adjusted_rand"`
		}
	}
}

func runSeveral(t *testing.T, args ...string) severalPrinted {
	t.Helper()
	o := custseg(t, append([]string{"run", "--json"}, args...)...)
	var p severalPrinted
	if err := json.Unmarshal([]byte(o.out), &p); err != nil || o.code != exitDone {
		t.Fatalf("exit %d: %v %s", o.code, err, o.err)
	}
	return p
}

func TestSeveralMethodsRunOnTheSameCustomers(t *testing.T) {
	jan := month(t, "jan.csv", monthHeader, "2024-01", 60)
	p := runSeveral(t, "rfm,abc,rfm", jan, "--set", "3.bins=3", "--set", "abc.a=70%", "--where", "region != West")
	if p.Customers != 40 || len(p.Results) != 3 || len(p.Agreements) != 2 || p.Results[1].Method != "abc" {
		t.Fatalf("%+v", p)
	}
	if m := p.Recipe.Methods; len(m) != 3 || m[2].Params["bins"] != 3 || len(m[0].Params) != 0 || len(m[1].Params) != 1 {
		t.Errorf("recipe of %+v", m)
	}
	for i, alone := range [][]string{{"rfm"}, {"abc", "--set", "a=70%"}, {"rfm", "--set", "bins=3"}} {
		want := sizes(runJSON(t, append(append([]string{}, alone...), jan, "--where", "region != West")...))
		for name, n := range sizes(p.Results[i]) {
			if want[name] != n {
				t.Errorf("result %d has %d in %s, alone %d", i, n, name, want[name])
			}
		}
	}
}

func TestARecipeOfSeveralMethodsReplays(t *testing.T) {
	t.Parallel()
	jan := month(t, "jan.csv", monthHeader, "2024-01", 60)
	book := filepath.Join(t.TempDir(), "both.xlsx")
	if o := custseg(t, "run", "rfm,abc", jan, "--set", "bins=3", "--out", book); o.code != exitDone || !strings.Contains(o.out, "RFM with bins=3 against ABC") {
		t.Fatalf("exit %d: %s%s", o.code, o.out, o.err)
	}
	p := runSeveral(t, "--recipe", book)
	if len(p.Results) != 2 || p.Recipe.Methods[0].Params["bins"] != 3 {
		t.Errorf("%+v", p.Recipe)
	}
	if o := custseg(t, "run", "--recipe", book); !strings.Contains(o.out, "The data and the segments are as they were") {
		t.Errorf("%s%s", o.out, o.err)
	}
}

func TestSlipsInSeveralMethodsAreWrongUsage(t *testing.T) {
	jan := month(t, "jan.csv", monthHeader, "2024-01", 20)
	for want, args := range map[string][]string{
		"no method is called": {"run", "rfm,zfm", jan}, "asked for twice": {"run", "rfm,rfm", jan}, "no method of this run is called k;": {"run", "rfm,abc", jan, "--set", "k.bins=3"},
		"abc has none of this name": {"run", "rfm,abc", jan, "--set", "2.bins=3"}, "rfm has none of this name": {"run", "rfm,abc", jan, "--set", "zork=3"},
		"why explains by one method": {"why", "rfm,abc", jan, "--customer", "KAa"},
	} {
		if o := custseg(t, args...); o.code != exitUsage || !strings.Contains(o.err, want) {
			t.Errorf("%v: exit %d: %s", args, o.code, o.err)
		}
	}
}

// Every format but a query holds several methods, and a CSV begins with a byte
// order mark when asked.
func TestSeveralMethodsInEveryFormat(t *testing.T) {
	dir, file := t.TempDir(), mailing(t)
	csv, md := filepath.Join(dir, "both.csv"), filepath.Join(dir, "both.md")
	if o := custseg(t, "run", "rfm,abc", file, "--mask", "--bom", "--out", csv, "--out", md); o.code != exitDone {
		t.Fatalf("%+v", o)
	}
	table, _ := os.ReadFile(csv)
	if !strings.HasPrefix(string(table), "\ufeffcustomer_id,segment_rfm,segment_abc,") {
		t.Errorf("the CSV begins %.80q", table)
	}
	report, _ := os.ReadFile(md)
	for _, want := range []string{"# Customer segments by 2 methods\n", "### Customers: RFM by ABC analysis\n", "\n## RFM\n", "\n## ABC analysis\n", "\n### Rules and advice\n"} {
		if !strings.Contains(string(report), want) {
			t.Errorf("the report has no %q", want)
		}
	}
	if strings.Contains(string(report)+string(table), "@example.org") || strings.Contains(string(report)+string(table), "k03x") {
		t.Error("a masked file names somebody")
	}
}
