package load

import (
	"testing"

	"custseg/model"
)

func TestDatesInOtherLanguages(t *testing.T) {
	for text, want := range map[string]string{
		"5. März 2024": "2024-03-05", "7. Mai 2024": "2024-05-07", "7 février 2024": "2024-02-07", "1 août 2024": "2024-08-01", "5 de enero de 2024": "2024-01-05",
		"3 dic. 2024": "2024-12-03", "9 ottobre 2024": "2024-10-09", "2 de março de 2024": "2024-03-02", "4 mei 2024": "2024-05-04", "5 Dez 24": "2024-12-05",
		"5 jui 2024": "", "5 Marzipan 2024": "",
	} {
		s, _ := writtenDate.moment(text, monthFirst, 0)
		if got := model.FormatDate(s); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestMonthsAndQuarters(t *testing.T) {
	for _, c := range []struct{ text, first, says string }{
		{"d\nJan-24\nFeb-24\n", "2024-01-01", "the values are months"},
		{"d\nJan-02\nFeb-29\nMar-11\n", "Jan-02", ""},
		{"d\n2024Q1\n2024Q2\n", "2024-01-01", "the values are quarters"},
		{"d\n2024-Q4\n2024-Q2\n", "2024-10-01", "the values are quarters"},
		{"d\nQ3 2024\nQ4 2024\n", "2024-07-01", "the values are quarters"},
		{"d\n2024Q5\n2024Q2\n", "2024Q5", ""},
		{"d\nQ1\nQ2\n", "Q1", ""},
		{"qty\n3 pcs\n4 pcs\n1 pc\n", "3", `the unit "pcs"`},
		{"qty\n1 pc\n3 pcs\n4 pcs\n", "1", `the unit "pcs"`},
		{"x\n3 m\n4 ms\n1 m\n", "3 m", ""},
		{"amount\n1.5K\n2M\n300\n", "1500", "read as thousands and millions: 2"},
		{"screen\n2K\n4K\n8K\n", "2K", ""},
		{"size\nS\nM\n1.5K\n2M\n", "S", ""},
		{"amount\n–5\n(12.50)\n3\n", "-5", ""},
		{"amount\n\"Rs. 1,200\"\nRs. 300\n₹50\n", "1200", ""},
	} {
		d := openText(t, c.text, model.Reading{})
		if got := d.Tables[0].Column(0).Text(0); got != c.first || c.says != "" && !found(d, c.says) {
			t.Errorf("%q begins with %q, %v", c.text, got, d.Findings)
		}
	}
}
