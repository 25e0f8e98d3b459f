package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// says runs a command on files and wants words in the report, and in the notes
// of the JSON.
func says(t *testing.T, words []string, args ...string) {
	t.Helper()
	o := custseg(t, append([]string{"run", "rfm"}, args...)...)
	var document struct{ Notes []string }
	if err := json.Unmarshal([]byte(custseg(t, append([]string{"run", "rfm", "--json"}, args...)...).out), &document); err != nil {
		t.Fatal(err)
	}
	notes := strings.Join(document.Notes, "\n")
	for _, w := range words {
		if !strings.Contains(o.out, "! "+w) {
			t.Errorf("the report does not warn of %q:\n%s", w, o.out)
		}
		if !strings.Contains(notes, w) {
			t.Errorf("the notes do not say %q:\n%s", w, notes)
		}
	}
}

// orders is a file of 24 orders of 8 customers, with a further column.
func orders(t *testing.T, name, more string, row func(i int) string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("customer_id,order_date,amount" + more + "\n")
	for i := range 24 {
		b.WriteString(row(i) + "\n")
	}
	return write(t, name, b.String())
}

func TestWhatChangesTheResultIsWarnedOfEverywhere(t *testing.T) {
	t.Parallel()
	says(t, []string{"order_date: dates after today"}, orders(t, "far.csv", "", func(i int) string {
		if i == 3 {
			return "k1,2917-01-01,5"
		}
		return fmt.Sprintf("k%d,2023-01-%02d,%d", i%8, i+1, i+1)
	}))
	says(t, []string{"currency: money in 2 currencies: 12 rows are not in"}, orders(t, "currency.csv", ",currency", func(i int) string {
		return fmt.Sprintf("k%d,2023-01-%02d,%d,%s", i%8, i+1, i+1, []string{"USD", "EUR"}[i%2])
	}))
	says(t, []string{"order_date: all dates lie where no orders can be, from 2567-01-01 to 2567-01-24"}, orders(t, "thai.csv", "", func(i int) string {
		return fmt.Sprintf("k%d,2567-01-%02d,%d", i%8, i+1, i+1)
	}))
	says(t, []string{"amount: the column holds several currencies"}, orders(t, "signs.csv", "", func(i int) string {
		return fmt.Sprintf("k%d,2023-01-%02d,%s%d", i%8, i+1, []string{"$", "€"}[i%2], i+1)
	}))
	says(t, []string{`city: words in several writings, differing only in case, spaces, width or invisible characters, such as "Berlin", "berlin": 1`}, orders(t, "city.csv", ",city", func(i int) string {
		return fmt.Sprintf("k%d,2023-01-%02d,%d,%s", i%8, i+1, i+1, []string{"Berlin", "berlin", "Ulm", "Ulm"}[i%4])
	}))
	says(t, []string{"8 customer ids differ from another only in leading zeros"}, orders(t, "zeros.csv", "", func(i int) string {
		return fmt.Sprintf("%0*d,2023-01-%02d,%d", 3+i%2, 100-i%16/2, i+1, i+1)
	}))
}

func TestIdsOfGroupsAreFilled(t *testing.T) {
	file := orders(t, "groups.csv", "", func(i int) string {
		if i%3 == 0 {
			return fmt.Sprintf("k%d,2023-01-%02d,%d", i/3, i+1, i+1)
		}
		return fmt.Sprintf(",2023-01-%02d,%d", i+1, i+1)
	})
	says(t, []string{"customer_id: rows without a customer id, 16"}, file)
	if o := custseg(t, "run", "rfm", file); !strings.Contains(o.out, "(--treat blank_ids:customer_id=fill)") {
		t.Errorf("no treatment in\n%s", o.out)
	}
	o := custseg(t, "run", "rfm", file, "--treat", "blank_ids=fill")
	if strings.Contains(o.out, "rows were not used") || !strings.Contains(o.out, "values filled from the row above by choice") {
		t.Errorf("%s", o.out)
	}
}

func TestTablesThatDoNotMeetAreTheCause(t *testing.T) {
	heads, lines := "order_id,customer_id,order_date\n", "order_id,product,quantity,unit_price\n"
	for i := range 8 {
		heads += fmt.Sprintf("%05d,c%d,2024-01-%02d\n", i, i, i+1)
		lines += fmt.Sprintf("%d,p%d,1,10\n%d,p%d,2,5\n", i, i, i, i+1)
	}
	files := []string{write(t, "heads.csv", heads), write(t, "lines.csv", lines)}
	const hint = "without leading zeros"
	o := custseg(t, append([]string{"run", "rfm"}, files...)...)
	if !strings.Contains(o.err, "no customers to segment") || !strings.Contains(o.err, hint) {
		t.Errorf("%s", o.err)
	}
	if o := custseg(t, append([]string{"profile"}, files...)...); !strings.Contains(o.out, "! Only 0 of 8 ids of table heads") || !strings.Contains(o.out, hint) {
		t.Errorf("%s", o.out)
	}
}

func TestAMapThatTookARoleAwayIsTheCause(t *testing.T) {
	file := orders(t, "orders.csv", "", func(i int) string { return fmt.Sprintf("k%d,2023-01-%02d,%d", i%8, i+1, i+1) })
	o := custseg(t, "run", "rfm", file, "--map", "returned=amount")
	if !strings.Contains(o.err, `--map gave the column "amount" the role returned, so that it no longer is the amount`) {
		t.Errorf("%s%s", o.err, o.out)
	}
}
