package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model/wording"
)

// What is no finite number is missing, wherever it stands: every customer is in a
// segment, or the column is named.
func TestFaultNoNumbers(t *testing.T) {
	t.Parallel()
	bad := []string{"NaN", "Inf", "-Inf", "1e999", "-1e999", "+Infinity", "nan", ""}
	var b strings.Builder
	b.WriteString("customer_id,order_date,amount,age,city\n")
	for i := range 600 {
		amount, age := strings.Replace(bad[i/12%len(bad)], "1e999", "Inf", 1), bad[i/6%len(bad)]
		if i%12 > 0 {
			amount, age = fmt.Sprint(i%50), fmt.Sprint(20+i%60)
		}
		fmt.Fprintf(&b, "C%d,2024-%02d-%02d,%s,%s,%s\n", i%97, i%12+1, i%28+1, amount, age, bad[i%2])
	}
	file := write(t, "orders.csv", b.String())
	for _, method := range []string{"rfm", "abc", "value", "lifecycle", "clv", "kmeans", "hierarchical"} {
		p := runJSON(t, method, file)
		total := 0
		for _, s := range p.Segments {
			total += s.Customers
		}
		if total != 97 || p.Customers != 97 {
			t.Errorf("%s: %d of %d customers are in a segment", method, total, p.Customers)
		}
	}
}

// Amounts that no sum can hold are left out with their rows, and said to stand
// where they stand; money is never shown as nothing for them.
func TestFaultHugeAmounts(t *testing.T) {
	t.Parallel()
	huge := write(t, "huge.csv", "customer_id,order_date,amount\nA,2024-01-01,7\nA,2024-01-01,1e308\nB,2024-01-02,1.7e308\nB,2024-01-02,5\nC,2024-01-03,-1e308\n")
	o := custseg(t, "run", "abc", huge)
	if o.code != exitDone || !strings.Contains(o.out, "Amounts too large to be added up were left out with their rows: 3; the first is 1e+308 in row 3 of "+huge+", column amount") {
		t.Errorf("exit %d: %s%s", o.code, o.out, o.err)
	}
	if p := runJSON(t, "abc", huge); p.Quality.Used != 2 {
		t.Errorf("%d rows were used", p.Quality.Used)
	}
	only := write(t, "only.csv", "customer_id,order_date,amount\nA,2024-01-01,1e308\nB,2024-01-02,1e308\n")
	if o := custseg(t, "run", "kmeans", only); o.code != exitFailed || !strings.Contains(o.err, "in row 2 of "+only+", column amount") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
}

// Files of hardly anything, or of nothing.
func TestFaultSmallFiles(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text, method string
		code               int
		says               string
	}{
		{"one row", "customer_id,order_date,amount\nC1,2024-01-01,5\n", "rfm", exitDone, ""},
		{"one row", "customer_id,order_date,amount\nC1,2024-01-01,5\n", "kmeans", exitDone, ""},
		{"one column", "customer_id\nC1\nC2\nC3\n", "rfm", exitFailed, "no recency"},
		{"one column", "customer_id\nC1\nC2\nC3\n", "kmeans", exitFailed, "no number column"},
		{"no rows", "customer_id,order_date,amount\n", "rfm", exitFailed, "no rows"},
		{"nothing", "", "rfm", exitFailed, "empty"},
	} {
		out := filepath.Join(t.TempDir(), "out.xlsx")
		o := custseg(t, "run", c.method, write(t, "a.csv", c.text), "--quiet", "--out", out)
		if _, err := os.Stat(out); o.code != c.code || !strings.Contains(o.err, c.says) || (err == nil) != (c.code == exitDone) {
			t.Errorf("%s, %s: exit %d, file %v: %s", c.name, c.method, o.code, err, o.err)
		}
	}
}

func TestFaultTenThousandColumns(t *testing.T) {
	t.Parallel()
	const columns, rows = 10_000, 40
	var b strings.Builder
	b.WriteString("customer_id,amount")
	for j := range columns - 2 {
		fmt.Fprintf(&b, ",v%d", j)
	}
	for i := range rows {
		fmt.Fprintf(&b, "\nC%d,%d", i, i)
		for j := range columns - 2 {
			fmt.Fprintf(&b, ",%d", i*j%17)
		}
	}
	file, out := write(t, "wide.csv", b.String()), filepath.Join(t.TempDir(), "out.csv")
	if o := custseg(t, "run", "abc", file, "--quiet", "--out", out); o.code != exitDone {
		t.Fatalf("exit %d: %s", o.code, o.err)
	}
	if names := header(t, out); len(names) < columns {
		t.Errorf("%d columns are left", len(names))
	}
}

// An id a million times is one customer.
func TestFaultOneIDAMillionTimes(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("reads a million rows")
	}
	const rows = 1_000_000
	file := write(t, "orders.csv", "customer_id,order_date,amount\n"+strings.Repeat("C1,2024-01-01,1\nC1,2024-01-02,1\n", rows/2))
	if p := runJSON(t, "frequency", file); p.Customers != 1 || p.Quality.Used != rows {
		t.Errorf("%d customers of %d rows", p.Customers, p.Quality.Read)
	}
}

// A million segments are refused with what is allowed.
func TestFaultAMillionSegments(t *testing.T) {
	t.Parallel()
	for _, set := range []string{"kmeans k", "hierarchical k", "gmm k", "rfm bins", "som nodes"} {
		method, param, _ := strings.Cut(set, " ")
		o := custseg(t, "run", method, "sample:shop", "--set", param+"=1000000")
		if o.code != exitUsage || !strings.Contains(o.err, param) {
			t.Errorf("%s: exit %d: %s", set, o.code, o.err)
		}
	}
}

// A file that grows between the moment it is found and the moment it was read gives
// an answer on what was there, and says so; one that is cut then is refused. The
// program finds the file before it waits for standard input to end, and reads it
// behind that.
func TestFaultFileChangesWhileRead(t *testing.T) {
	t.Parallel()
	const rows, row = 2000, "C1,2024-01-01,1\n"
	orders := "customer_id,order_date,amount\n" + strings.Repeat(row, rows)
	var customers strings.Builder
	customers.WriteString("customer_id,city\n")
	for i := range 10_000 {
		fmt.Fprintf(&customers, "C%d,Springfield\n", i)
	}
	for name, c := range map[string]struct {
		text   string
		change func(path string) error
		code   int
		says   string
	}{
		"growing": {orders + "C2,20", func(path string) error { return os.WriteFile(path, []byte(orders+"C2,2024-01-01,5\n"+row), 0o644) },
			exitDone, wording.English().Sprintf("grew while it was read: only what was there at the beginning is in the results, rows: %d, bytes: %d", rows, len(orders))},
		"cut": {orders, func(path string) error { return os.Truncate(path, int64(len(row))*1000) }, exitFailed, "orders.csv: it changed while it was read"},
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, "orders.csv", c.text)
			p := spawn(t, nil, "run", "rfm", path, "-", "--json")
			in, err := p.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			p.started(t)
			if _, err := in.Write([]byte(customers.String())); err != nil { // more than a pipe holds: the program reads
				t.Fatal(err)
			}
			if err := c.change(path); err != nil {
				t.Fatal(err)
			}
			in.Close()
			if c.code == exitFailed {
				p.end(t, c.code, c.says)
				return
			}
			p.end(t, c.code, "")
			if !strings.Contains(p.out.String(), c.says) || !strings.Contains(p.out.String(), `"rows_read": 12000`) {
				t.Errorf("answered %.3000s", p.out.String())
			}
		})
	}
}
