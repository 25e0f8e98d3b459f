package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// undatedOrders is thirty orders whose dates hold words as well, so that the
// column is text.
func undatedOrders(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("customer_id,order_id,order_date,amount\n")
	for i := range 30 {
		date := fmt.Sprintf("2024-03-%02d", 1+i)
		if i%10 == 7 {
			date = "unknown day"
		}
		fmt.Fprintf(&b, "C%d,%d,%s,%d\n", i%7, i, date, 10+i)
	}
	return write(t, "orders.csv", b.String())
}

func TestWantOfDatesNamesTheColumn(t *testing.T) {
	file := undatedOrders(t)
	want := `the column "order_date" is mostly dates but was read as text, since "unknown day" in row 9 is none: --map "order_date=order_date" reads it as dates`
	for _, args := range [][]string{
		{"run", "rfm", file}, {"bakeoff", file}, {"migrate", "rfm", file, "--from", "2024-03-05", "--to", "2024-03-20"},
	} {
		if o := custseg(t, args...); o.code != exitFailed || !strings.Contains(o.err, want) {
			t.Errorf("%v: %s", args, o.err)
		}
	}
	if o := custseg(t, "run", "frequency", file, "--set", "least=9"); strings.Contains(o.err, "mostly dates") {
		t.Errorf("another fault: %s", o.err)
	}
}

// A column that is called as a date and holds too many that are none is named with
// the first of them.
func TestWantOfDatesNamesThoseThatAreNone(t *testing.T) {
	var b strings.Builder
	b.WriteString("customer_id,order_date,amount\n")
	for i := range 30 {
		fmt.Fprintf(&b, "C%d,%s,%d\n", i%7, []string{"0000-01-01", "2024-02-30", "2024-01-05"}[i%3], 10+i)
	}
	file := write(t, "orders.csv", b.String())
	want := `in ` + file + `, column "order_date": the column is named as a date, but 20 of its values cannot be read as dates, ` +
		`such as "0000-01-01", "2024-02-30"; the first is "0000-01-01" in row 2; correct that there, or name another column of dates with --map order_date=COLUMN`
	for _, args := range [][]string{{"run", "rfm", file}, {"bakeoff", file}} {
		if o := custseg(t, args...); o.code != exitFailed || !strings.Contains(o.err, want) {
			t.Errorf("%v: %s", args, o.err)
		}
	}
}

func TestAMappedDateIsReadAsOne(t *testing.T) {
	file := undatedOrders(t)
	o := custseg(t, "run", "rfm", file, "--map", "order_date=order_date", "--json")
	var r struct {
		AsOf      string `json:"as_of"`
		Customers int
		Quality   struct {
			Used     int `json:"rows_used"`
			Excluded []struct {
				Reason string
				Rows   int
			}
		}
	}
	if err := json.Unmarshal([]byte(o.out), &r); err != nil {
		t.Fatalf("%v\n%s", err, o.err)
	}
	if r.AsOf != "2024-03-31" || r.Customers != 7 || r.Quality.Used != 27 || len(r.Quality.Excluded) != 1 ||
		r.Quality.Excluded[0].Reason != "no order date" || r.Quality.Excluded[0].Rows != 3 {
		t.Errorf("%+v", r)
	}
	text := custseg(t, "profile", file, "--map", "order_date=order_date").out
	if !strings.Contains(text, "values that are not dates were read as missing: 3") || strings.Contains(text, "read as text") {
		t.Errorf("%s", text)
	}
}

// Money that is text for a few values is told with its file, column and row.
func TestWantOfMoneyNamesTheColumn(t *testing.T) {
	file := write(t, "orders.csv", "customer_id,order_date,amount\nA,2024-01-01,5\nB,2024-02-01,7\nC,2024-03-01,9\nC,2024-03-01,11\nD,2024-03-04,12\n"+
		"D,2024-03-05,3\nE,2024-03-01,0x1F\nF,2024-02-02,8\nG,2024-02-02,18\nH,2024-02-02,28\n")
	o := custseg(t, "run", "rfm", file)
	for _, want := range []string{"no monetary", "in " + file + ` the column "amount" is called as money`, `"0x1F" in row 8`, "--map amount=COLUMN"} {
		if o.code != exitFailed || !strings.Contains(o.err, want) {
			t.Errorf("%q is not in: %s", want, o.err)
		}
	}
	if o := custseg(t, "profile", file); !strings.Contains(o.out, `"0x1F" in row 8`) {
		t.Errorf("the profile says nothing: %s", o.out)
	}
}
