package load

import (
	"testing"

	"custseg/model"
)

func TestYearsOfTwoDigits(t *testing.T) {
	const either = "may stand first or last"
	for _, c := range []struct {
		text, first string
		told        bool // that the year may stand at either end
	}{
		{"d\n24-01-01\n24-02-12\n24-03-31\n", "2024-01-01", true},
		{"d\n24-03-01\n24-05-02\n23-12-31\n", "2024-03-01", true},
		{"d\n31-01-15\n28-02-15\n31-03-16\n", "2015-01-31", false},
		{"d\n24-01-05\n24-02-05\n", "2005-01-24", true},            // nothing says which
		{"d\n01-02-15\n01-03-17\n01-05-28\n", "2015-01-02", false}, // first days of months, and told apart as such
		{"d\n24.01.01\n24.02.12\n24.03.31\n", "2001-01-24", false}, // days come first with dots
		{"d\n2/4/10\n3/5/31\n4/6/02\n", "2010-02-04", false},       // no year has one digit
		{"birthday\n3/4/45\n5/6/31\n13/8/70\n1/1/05\n", "1945-04-03", false},
		{"order_date\n3/4/45\n5/6/31\n13/8/70\n", "2045-04-03", false},
	} {
		d := openText(t, c.text, model.Reading{})
		if got := d.Tables[0].Column(0).Text(0); got != c.first || found(d, either) != c.told {
			t.Errorf("%q begins with %s and tells %v", c.text, got, d.Findings)
		}
	}
	d := openText(t, "d,e\n24-01-01,3/4/2024\n24-02-12,4/5/2024\n24-03-31,5/6/2024\n", model.Reading{})
	if got := d.Tables[0].Column(1).Text(0); got != "2024-03-04" {
		t.Errorf("a year in front is taken for a day: %s", got)
	}
	d = openText(t, "d\n24-01-01\n24-02-12\n24-03-31\n", model.Reading{Dates: model.DayMonthYear})
	if got := d.Tables[0].Column(0).Text(0); got != "2001-01-24" {
		t.Errorf("asked to be day first it begins with %s", got)
	}
	if !found(openText(t, "birthday\n3/4/45\n", model.Reading{}), "read as 1920 to 2019") {
		t.Error("births are not told")
	}
}
