package load

import (
	"strings"
	"testing"

	"custseg/model"
)

func TestSeveralCurrenciesInAColumnAreWarnedOf(t *testing.T) {
	for text, says := range map[string]string{
		"amount\n$10\n€11\n$12\n¥9\n":                  "the column holds several currencies, which are added as they are: $ in 2 rows, ¥ in 1 row, € in 1 row",
		"amount\n10 USD\n20 EUR\n3000 JPY\n5 $\n7\n":   "$ in 2 rows, JPY in 1 row, € in 1 row",
		"amount\n$10\n10.5 USD\n-$3\n($4)\nUS$ 1.50\n": "",
		"amount\n¥10\n12元\n9\n":                        "",
	} {
		d := openText(t, text, model.Reading{})
		if kinds(d.Tables[0]) != "n" {
			t.Errorf("%q: kinds %s", text, kinds(d.Tables[0]))
		}
		if says != "" && !found(d, says) || says == "" && found(d, "several currencies") {
			t.Errorf("%q tells %v", text, d.Findings)
		}
		for _, f := range d.Findings {
			if strings.Contains(english(f.Text), "several currencies") && (f.Level != model.Warning || f.Rows[0] != 1) {
				t.Errorf("%+v", f)
			}
		}
	}
}
