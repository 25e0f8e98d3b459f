package load

import (
	"fmt"
	"strings"
	"testing"

	"custseg/model"
)

// spoilt is a file of forty orders of February, with one more date.
func spoilt(date func(day int) string, more ...string) string {
	var b strings.Builder
	b.WriteString("customer_id,order_date,amount\n")
	for i := range 40 {
		fmt.Fprintf(&b, "C%d,%s,%d\n", i%9, date(1+i%28), 5+i)
	}
	for i, word := range more {
		fmt.Fprintf(&b, "D%d,%s,7\n", i, word)
	}
	return b.String()
}

func february(day int) string { return fmt.Sprintf("2024-02-%02d", day) }

// One date that cannot be does not make a column of few dates one of text.
func TestImpossibleDatesAmongFew(t *testing.T) {
	for _, c := range []struct{ text, kinds string }{
		{spoilt(february, "2024-02-30"), "tdn"},
		{spoilt(february, "2024-13-01", "0000-00-00", "2023-02-29 10:30"), "tdn"},
		{spoilt(func(d int) string { return fmt.Sprintf("%02d.02.2024", d) }, "31.02.2024"), "tdn"},
		{spoilt(func(d int) string { return fmt.Sprintf("%d/2/24", d) }, "31/2/24"), "tdn"},
		{spoilt(func(d int) string { return fmt.Sprintf("202402%02d", d) }, "20240230"), "tdn"},
		{spoilt(func(d int) string { return fmt.Sprintf("%02d-Feb-2024", d) }, "30-Feb-2024"), "tdn"},
		{spoilt(february, "later", "soon", "never"), "ttn"}, // no dates at all
		{spoilt(february, "2024-02-30", "2024-02-31", "2024-02-32", "2024-02-33", "2024-02-34"), "ttn"},
		{"customer_id,order_date,amount\nA,2024-02-01,3\nB,2024-02-02,4\nC,2024-02-03,4\nD,2024-02-30,1\n", "ttn"}, // too few
	} {
		d := openText(t, c.text, model.Reading{})
		if got := kinds(d.Tables[0]); got != c.kinds {
			t.Errorf("kinds %s, want %s, of\n%s", got, c.kinds, c.text[len(c.text)-60:])
		}
		if c.kinds == "tdn" && (!found(d, "values that are not dates were read as missing") || !d.Tables[0].Column(1).Missing(40) || d.Tables[0].Column(1).Missing(39)) {
			t.Errorf("what cannot be a date is not told: %v", d.Findings)
		}
	}
}

// A role of dates reads a column that is mostly dates as such; what is none is
// missing and told.
func TestMostlyDatesAreReadWhenAsked(t *testing.T) {
	d := openText(t, spoilt(february, "later", "soon", "never", "", "2024-02-30"), model.Reading{})
	if kinds(d.Tables[0]) != "ttn" || !found(d, "most values are dates, but the column was read as text") {
		t.Fatalf("%s %v", kinds(d.Tables[0]), d.Findings)
	}
	roles, err := d.Assign([]model.Assignment{{Role: model.OrderDate, Column: "order_date"}})
	if err != nil {
		t.Fatal(err)
	}
	read := d.Read(roles)
	if kinds(read.Tables[0]) != "tdn" || found(read, "read as text") || !found(read, `values that are not dates were read as missing: 4, such as "2024-02-30", "later"`) {
		t.Errorf("%s %v", kinds(read.Tables[0]), read.Findings)
	}
	for _, f := range read.Findings {
		if f.Kind == model.NotDates || f.Column != 1 {
			t.Errorf("finding %+v", f)
		}
	}
	if c := read.Tables[0].Column(1); c.Text(0) != "2024-02-01" || !c.Missing(40) {
		t.Errorf("read as %s and %s", c.Text(0), c.Text(40))
	}
	if kinds(d.Tables[0]) != "ttn" || !found(d, "read as text") {
		t.Error("the dataset itself was changed")
	}
	plain, err := d.Assign(nil)
	if err != nil || d.Read(plain) != d {
		t.Errorf("without the role: %v", err)
	}
}

func TestFewDatesStayText(t *testing.T) {
	d := openText(t, spoilt(func(day int) string { return []string{"soon", "late", february(day)}[day%3] }), model.Reading{})
	if _, err := d.Assign([]model.Assignment{{Role: model.OrderDate, Column: "order_date"}}); err == nil || len(d.Dates) > 0 {
		t.Errorf("a column of words can be a date: %v", err)
	}
}
