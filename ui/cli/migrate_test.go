package cli

import (
	"encoding/json"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

type movedValue struct{ From, To, Change *float64 }

func migrated(t *testing.T, args ...string) (out struct {
	Method    string
	Cuts      string
	Customers map[string]int
	Value     movedValue
	From, To  struct {
		comparedSide
		AsOf string `json:"as_of"`
		Cuts map[string][]float64
	}
	Cells []struct {
		From, To  *string
		Customers int
		Value     movedValue
	}
	Movers []struct {
		Customer string `json:"customer_id"`
		From, To *string
		Move     string
		Value    movedValue
	}
	Notes []string
}) {
	t.Helper()
	o := custseg(t, append([]string{"migrate", "--json"}, args...)...)
	if o.code != 0 {
		t.Fatalf("exit %d: %s", o.code, o.err)
	}
	if err := json.Unmarshal([]byte(o.out), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestMigratedCustomersAddUp(t *testing.T) {
	t.Parallel()
	m := migrated(t, "rfm", "sample:shop", "--from", "2024-12-31", "--to", "2025-12-31")
	if m.From.AsOf != "2024-12-31" || m.To.AsOf != "2025-12-31" || m.Cuts != "each" {
		t.Errorf("from %s to %s, cuts %s", m.From.AsOf, m.To.AsOf, m.Cuts)
	}
	n := m.Customers
	if n["from"]+n["newcomer"] != n["to"] || n["stayed"]+n["up"]+n["down"]+n["moved"]+n["entered"]+n["left"]+n["unclassified"] != n["from"] || n["newcomer"] == 0 {
		t.Errorf("customers %v", n)
	}
	if moved := n["to"] - n["stayed"] - n["unclassified"]; len(m.Movers) != moved {
		t.Errorf("%d movers of %d", len(m.Movers), moved)
	}
	customers, from, to := 0, 0.0, 0.0
	for _, c := range m.Cells {
		customers += c.Customers
		from += *c.Value.From
		to += *c.Value.To
	}
	if customers != n["to"] || math.Abs(from-*m.Value.From) > 0.005 || math.Abs(to-*m.Value.To) > 0.005 {
		t.Errorf("cells: %d, %.2f and %.2f; in all %d, %.2f and %.2f", customers, from, to, n["to"], *m.Value.From, *m.Value.To)
	}
	alone := custseg(t, "run", "rfm", "sample:shop", "--as-of", "2024-12-31", "--json")
	var run printed
	if err := json.Unmarshal([]byte(alone.out), &run); err != nil {
		t.Fatal(err)
	}
	for i, s := range run.Segments {
		if got := m.From.Segments[i]; got.Name != s.Name || got.Customers != s.Customers || math.Abs(got.Value-s.Value) > 1e-6 {
			t.Errorf("at the first date %+v, by run %+v", got, s)
		}
	}
}

func TestCutsOfTheFirstDateHold(t *testing.T) {
	t.Parallel()
	args := []string{"rfm", "sample:shop", "--from", "2024-12-31", "--to", "2025-12-31"}
	each, from := migrated(t, args...), migrated(t, append(args, "--cuts", "from")...)
	if slices.Equal(each.From.Cuts["monetary"], each.To.Cuts["monetary"]) {
		t.Error("the cuts of both dates are the same anyhow")
	}
	for name, cuts := range from.From.Cuts {
		if !slices.Equal(cuts, from.To.Cuts[name]) || !slices.Equal(cuts, each.From.Cuts[name]) {
			t.Errorf("%s: %v, held %v and %v", name, each.From.Cuts[name], cuts, from.To.Cuts[name])
		}
	}
	if from.Cuts != "from" {
		t.Errorf("cuts are %q", from.Cuts)
	}
}

func TestMigrationsAsFiles(t *testing.T) {
	folder := t.TempDir()
	table, book := filepath.Join(folder, "m.csv"), filepath.Join(folder, "m.xlsx")
	o := custseg(t, "migrate", "rfm", shopOrders(t), "--from", "2024-02-20", "--to", "2024-05-18", "--out", table, "--out", book, "--quiet")
	if o.code != 0 || o.out != "" {
		t.Fatalf("exit %d: %s%s", o.code, o.out, o.err)
	}
	if head, _, _ := strings.Cut(readFile(t, table), "\n"); head != "customer_id,segment_from,segment_to,move,monetary_from,monetary_to,monetary_change" {
		t.Errorf("columns %s", head)
	}
	if stayed := strings.Count(readFile(t, table), ",stayed,"); stayed == 0 || stayed == 40 {
		t.Errorf("%d of 40 stayed", stayed)
	}
	if !strings.HasPrefix(readFile(t, book), "PK") {
		t.Error("the workbook is none")
	}
}

func TestWrongMigrations(t *testing.T) {
	file := shopOrders(t)
	for _, c := range []struct {
		code int
		want string
		args []string
	}{
		{exitUsage, "--to DATE is missing", []string{"--from", "2024-02-01"}},
		{exitUsage, "--from: \"soon\" is not a date", []string{"--from", "soon", "--to", "2024-03-01"}},
		{exitUsage, "must be before the second", []string{"--from", "2024-03-01", "--to", "2024-03-01"}},
		{exitUsage, "one of each and from", []string{"--from", "2024-02-01", "--to", "2024-03-01", "--cuts", "mine"}},
		{exitUsage, "--as-of", []string{"--from", "2024-02-01", "--to", "2024-03-01", "--as-of", "2024-03-01"}},
		{exitFailed, "before the first order", []string{"--from", "2020-02-01", "--to", "2024-03-01"}},
		{exitFailed, "outside the data", []string{"--from", "2024-02-01", "--to", "2031-03-01"}},
	} {
		o := custseg(t, append([]string{"migrate", "rfm", file}, c.args...)...)
		if o.code != c.code || !strings.Contains(o.err, c.want) {
			t.Errorf("%v: exit %d, %s", c.args, o.code, o.err)
		}
	}
	undated := write(t, "people.csv", "customer_id,recency,frequency,monetary\na,1,2,3\nb,4,5,6\n")
	if o := custseg(t, "migrate", "rfm", undated, "--from", "2024-02-01", "--to", "2024-03-01"); o.code != exitFailed || !strings.Contains(o.err, "no dates") {
		t.Errorf("data without dates: exit %d, %s", o.code, o.err)
	}
}
