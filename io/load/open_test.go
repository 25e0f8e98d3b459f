package load

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"custseg/model"
	"custseg/model/wording"
)

// openText reads a text from standard input.
func openText(t testing.TB, text string, r model.Reading) *model.Dataset {
	t.Helper()
	d, err := Open(context.Background(), []string{"-"}, Options{Reading: r, Stdin: strings.NewReader(text)}, nil)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return d
}

func english(p model.Phrase) string { return p.In(wording.English()) }

// cells writes a table with its header, fields apart by | and rows by newlines.
func cells(t *model.Table) string {
	var b strings.Builder
	for i, c := range t.Columns() {
		if i > 0 {
			b.WriteByte('|')
		}
		b.WriteString(c.Name())
	}
	for row := range t.Rows() {
		b.WriteByte('\n')
		for i, c := range t.Columns() {
			if i > 0 {
				b.WriteByte('|')
			}
			b.WriteString(c.Text(row))
		}
	}
	return b.String()
}

// kinds writes the kinds of the columns: n, t or d each.
func kinds(t *model.Table) string {
	var b strings.Builder
	for _, c := range t.Columns() {
		b.WriteByte(c.Kind().String()[0])
	}
	return b.String()
}

// found reports whether a finding's text holds some words.
func found(d *model.Dataset, words string) bool {
	return slices.ContainsFunc(d.Findings, func(f model.Finding) bool { return strings.Contains(english(f.Text), words) })
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"comma", "a,b\n1,x\n2,y\n", "a|b\n1|x\n2|y"},
		{"no final line end", "a,b\n1,x", "a|b\n1|x"},
		{"semicolon", "a;b\n1;x, y\n2;z\n", "a|b\n1|x, y\n2|z"},
		{"decimal commas", "a;b\n1,5;x\n2,5;y\n", "a|b\n1.5|x\n2.5|y"},
		{"tab", "a\tb\n1\tx y\n", "a|b\n1|x y"},
		{"pipe", "a|b|c\n1|x|2\n", "a|b|c\n1|x|2"},
		{"mark", "\ufeff\"a\",b\n1,x\n", "a|b\n1|x"},
		{"crlf", "a,b\r\n1,x\r\n\"2\",\"y\"\r\n", "a|b\n1|x\n2|y"},
		{"cr", "a,b\r1,x\r2,y\r", "a|b\n1|x\n2|y"},
		{"quotes", "a,b\n1,\"x, \"\"y\"\"\"\n2,\"\"\n", "a|b\n1|x, \"y\"\n2|"},
		{"line end in a field", "a,b\n1,\"x\ny\"\n2,z\n", "a|b\n1|x\ny\n2|z"},
		{"space before a quote", "a, \"b\"\n1, \"x, y\"\n", "a|b\n1|x, y"},
		{"text after a quote", "a,b\n1,\"x\" y\n", "a|b\n1|x y"},
		{"quote within a field", "a,b\n1,5\" pipe\n2,6\" pipe\n", "a|b\n1|5\" pipe\n2|6\" pipe"},
		{"aligned", " 00004 0001 19970101  2   29.33\r\n 00004 0001 19970118 12  129.73\r\n 00021 0002 19970103  1    9.00\r\n",
			"1|2|3|4|5\n00004|0001|1997-01-01|2|29.33\n00004|0001|1997-01-18|12|129.73\n00021|0002|1997-01-03|1|9"},
		{"one column", "name\nAnn\nBob\n", "name\nAnn\nBob"},
		{"empty trailing columns and rows", "a,b,,\n1,x,,\n2,y,,\n,,,\n\n", "a|b\n1|x\n2|y"},
		{"spaces around", "a , b\n 1 ,\u00a0x\u3000\n", "a|b\n1|x"},
		{"duplicate names", "a,a,a (2),a\n1,2,3,x\n", "a|a (3)|a (2)|a (4)\n1|2|3|x"},
		{"empty name", "a,,c\n1,x,2\n", "a|2|c\n1|x|2"},
		{"empty name taken", "2,,c\n1,x,z\nq,x,z\n", "2|2 (2)|c\n1|x|z\nq|x|z"},
		{"name over lines", "\"a\nb\",c\n1,x\n", "a b|c\n1|x"},
		{"header alone", "a,b\n", "a|b"},
		{"row names of R", "\"x\",\"y\"\n\"r1\",1,2\n\"r2\",3,4\n", "1|x|y\nr1|1|2\nr2|3|4"},
		{"a year as a name", "id,2019,2020\n1,5,6\n2,7,8\n", "id|2019|2020\n1|5|6\n2|7|8"},
		{"no header of numbers", "1,5.5,x\n2,7.5,y\n", "1|2|3\n1|5.5|x\n2|7.5|y"},
		{"no header of words", "milk,bread\nbread,milk\nmilk,bread\nbread,milk\n", "1|2\nmilk|bread\nbread|milk\nmilk|bread\nbread|milk"},
		{"no header, ragged", "milk\nmilk,bread\nmilk,bread,tea\n", "1|2|3\nmilk||\nmilk|bread|\nmilk|bread|tea"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := cells(openText(t, c.text, model.Reading{}).Tables[0]); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestReadingOverrides(t *testing.T) {
	if got := cells(openText(t, "a,b\n1,2\n", model.Reading{NoHeader: true}).Tables[0]); got != "1|2\na|b\n1|2" {
		t.Errorf("no header: %s", got)
	}
	if got := cells(openText(t, "a;b,c\n1;2,5\n", model.Reading{Delimiter: ";"}).Tables[0]); got != "a|b,c\n1|2.5" {
		t.Errorf("delimiter: %s", got)
	}
	if got := cells(openText(t, "a~b\n1~2\n", model.Reading{Delimiter: "~"}).Tables[0]); got != "a|b\n1|2" {
		t.Errorf("delimiter ~: %s", got)
	}
	for _, bad := range []string{",,", "\n", "\"", "，"} {
		if _, err := Open(context.Background(), []string{"-"}, Options{Reading: model.Reading{Delimiter: bad}, Stdin: strings.NewReader("a\n1\n")}, nil); err == nil {
			t.Errorf("delimiter %q was taken", bad)
		}
	}
}

func TestNothingIsLostSilently(t *testing.T) {
	text := "id,amount,note\n" +
		"1,10,a\n" +
		"2,20\n" + // short
		"3,30,c,surplus\n" + // long
		"\n" +
		"4,40,d,\n" + // long by an empty field only
		"5,50,\"never closed\n" +
		"6,60,f\n"
	d := openText(t, text, model.Reading{})
	if got, want := cells(d.Tables[0]), "id|amount|note\n1|10|a\n2|20|\n4|40|d\n6|60|f"; got != want {
		t.Fatalf("got\n%s\nwant\n%s", got, want)
	}
	if len(d.Rejected) != 2 {
		t.Fatalf("%d rows rejected: %v", len(d.Rejected), d.Rejected)
	}
	if r := d.Rejected[0]; r.Row != 4 || r.Text != "3,30,c,surplus" || english(r.Reason) != "it has 4 fields where the first row has 3" {
		t.Errorf("%+v", r)
	}
	if r := d.Rejected[1]; r.Row != 7 || r.Text != `5,50,"never closed` {
		t.Errorf("%+v", r)
	}
	for _, words := range []string{"too few fields, the last ones read as missing: 1", "empty: 1", "rejected because they do not fit the table: 2"} {
		if !found(d, words) {
			t.Errorf("no finding says %q", words)
		}
	}
	i := slices.IndexFunc(d.Findings, func(f model.Finding) bool { return strings.Contains(english(f.Text), "too few") })
	if !slices.Equal(d.Findings[i].Rows, []int32{1}) {
		t.Errorf("short rows are %v", d.Findings[i].Rows)
	}
}

func TestFindingsName(t *testing.T) {
	for _, c := range []struct {
		text, words string
		rows        []int32
	}{
		{"a,a\n1,2\n", `another column is called "a" too`, nil},
		{"a,\n1,2\n", "the column has no name and is called 2", nil},
		{"a,b\n", "a header and no rows", nil},
		{"1,2\n3,4\n", "the first row looks like data", nil},
		{"a\n1\n2\n3\nNA\n5\n", `cells that hold "NA" were read as missing: 1`, []int32{3}},
		{"a\ninf\n2\n", "infinite values: 1", []int32{0}},
		{"a\n12%\n3.5%\n", "percentages were read as shares", nil},
		{"a\n12%\n3.5\n", "some values are percentages and some are not", nil},
		{"date\n1/2/2011\n3/4/2011\n", "day and month cannot be told apart; they were read as month/day/year", nil},
		{"date;x\n1/2/2011;a\n3/4/2011;b\n", "by the rest of the file they were read as day/month/year", nil},
		{"date,other\n1/2/2011,13/2/2011\n3/4/2011,3/4/2011\n", "by the rest of the file they were read as day/month/year", nil},
		{"date\n1/20/11\n", "years of two digits", nil},
		{"date\n2011-01-02T10:00:00Z\n", "time zone", nil},
		{"a\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\nmany\n", `read as text because of "many"; the first of them is "many" in row 16`, []int32{14}},
	} {
		d := openText(t, c.text, model.Reading{})
		i := slices.IndexFunc(d.Findings, func(f model.Finding) bool { return strings.Contains(english(f.Text), c.words) })
		if i < 0 {
			t.Errorf("%q: no finding says %q", c.text, c.words)
			continue
		}
		if c.rows != nil && !slices.Equal(d.Findings[i].Rows, c.rows) {
			t.Errorf("%q: rows %v, want %v", c.text, d.Findings[i].Rows, c.rows)
		}
	}
}

func TestSourcesAndNames(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	one, two, hash := write("a/orders.csv", "id\nx\n"), write("b/orders.csv", "id\ny\n"), write("c#1.csv", "id\nz\n")
	d, err := Open(context.Background(), []string{one, two, hash}, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, table := range d.Tables {
		names = append(names, table.Name)
	}
	if !slices.Equal(names, []string{"orders", "orders (2)", "c#1"}) {
		t.Errorf("tables are %q", names)
	}
	sum := sha256.Sum256([]byte("id\nx\n"))
	if want := (model.Source{Path: one, Bytes: 5, Fingerprint: hex.EncodeToString(sum[:]), Encoding: "utf-8", Delimiter: "comma"}); d.Sources[0] != want {
		t.Errorf("source is %+v, want %+v", d.Sources[0], want)
	}
	if f := d.Tables[0].File; f != one {
		t.Errorf("the table's file is %q", f)
	}
}

func TestSamples(t *testing.T) {
	samples := fstest.MapFS{
		"shop/orders.csv":    {Data: []byte("order_id,amount\n1,2\n")},
		"shop/customers.csv": {Data: []byte("customer_id\nx\n")},
		"shop/README.md":     {Data: []byte("no table")},
		"bank/a.csv":         {Data: []byte("id\n1\n")},
	}
	d, err := Open(context.Background(), []string{"sample:shop"}, Options{Samples: samples}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Tables) != 2 || d.Tables[0].Name != "customers" || d.Tables[1].Name != "orders" {
		t.Fatalf("tables are %v", d.Tables)
	}
	again, err := Open(context.Background(), []string{d.Sources[0].Path, d.Sources[1].Path}, Options{Samples: samples}, nil)
	if err != nil || !slices.Equal(again.Sources, d.Sources) {
		t.Errorf("the sources %v cannot be opened again: %v, %v", d.Sources, again, err)
	}
	for _, bad := range []string{"sample:", "sample:none", "sample:../x", "sample:shop/none.csv"} {
		_, err := Open(context.Background(), []string{bad}, Options{Samples: samples}, nil)
		if err == nil || !strings.Contains(err.Error(), "sample:bank, sample:shop") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestProgressAndCancel(t *testing.T) {
	path := writeOrders(t, 60000)
	last, calls := Progress{}, 0
	d, err := Open(context.Background(), []string{path, writeOrders(t, 60000)}, Options{}, func(p Progress) {
		calls++
		if p.Done < last.Done || p.Done > 1 || p.Rows < last.Rows {
			t.Errorf("progress fell from %+v to %+v", last, p)
		}
		last = p
	})
	if err != nil || last.Done != 1 || last.Rows > d.Rows() || calls < 10 {
		t.Errorf("%v: %d calls, last %+v", err, calls, last)
	}
	for stop := range 20 {
		ctx, cancel := context.WithCancel(context.Background())
		n := 0
		_, err := Open(ctx, []string{path}, Options{}, func(p Progress) {
			if n++; n > stop && p.Done < 1 {
				cancel()
			}
		})
		stopped := ctx.Err() != nil
		cancel()
		if n > stop+1 {
			t.Errorf("cancelled at report %d, it went on to report %d", stop, n)
		}
		if stopped && !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled at report %d: %v", stop, err)
		}
	}
}
