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
