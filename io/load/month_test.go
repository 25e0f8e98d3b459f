package load

import (
	"testing"

	"custseg/model"
)

func TestMonthNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"05-Mar-24", "2024-03-05"}, {"5 Feb 2024", "2024-02-05"}, {"Jan 5, 2024", "2024-01-05"}, {"Monday, January 5, 2024", "2024-01-05"},
		{"05MAR2024", "2024-03-05"}, {"5-mar-69", "1969-03-05"}, {"5/Sept/2024", "2024-09-05"}, {"5. Dec. 2024", "2024-12-05"}, {"Tues 5 May 2024", "2024-05-05"},
		{"2024-Mar-05", "2024-03-05"}, {"2024 March 5", "2024-03-05"}, {"1st March 2024", "2024-03-01"}, {"March 22nd, 2024", "2024-03-22"},
		{"Jan 5, 2024 8:26 PM", "2024-01-05 20:26:00"}, {"Jan 5, 2024, 08:26:01", "2024-01-05 08:26:01"}, {"Fri, 05 Jan 2024 08:26:01 GMT", "2024-01-05 08:26:01"},
		{"30-Feb-24", ""}, {"Apr 31, 2024", ""},
	} {
		p, ok := scanDate(c.text)
		if !ok {
			t.Errorf("%q is no date", c.text)
			continue
		}
		for _, order := range []dayOrder{monthFirst, dayFirst} {
			if s, ok := p.moment(order); model.FormatDate(s) != c.want || ok != (c.want != "") {
				t.Errorf("%q is %q, want %q", c.text, model.FormatDate(s), c.want)
			}
		}
	}
	for _, bad := range []string{
		"Jan", "Jan 2024", "Jan 5", "Jan 5, 24", "Jan 52024", "5 Feb", "5 Feb 202", "5 Marketing 2024", "Ma 5, 2024", "5--Feb-2024", "Monday", "Monday 5",
		"Monday, Tuesday, January 5, 2024", "Jan 5, 2024x", "Jan 5 th, 2024", "2024-Mar", "2024-Mar-005", "123-Mar-05", "Mar-05", "March 5 2024 10",
	} {
		if p, ok := scanDate(bad); ok {
			t.Errorf("%q is read as %+v", bad, p)
		}
	}
	d := openText(t, "id,order_date,amount\na,05-Mar-24,1\nb,6-Mar-24,2\n", model.Reading{})
	if got := kinds(d.Tables[0]); got != "tdn" || !found(d, "years of two digits were read as 1969 to 2068") || found(d, "cannot be told apart") {
		t.Errorf("kinds are %s, findings %v", got, d.Findings)
	}
}
