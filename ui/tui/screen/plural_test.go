package screen

import (
	"strings"
	"testing"

	"custseg/model"
)

func TestOneIsNotManyInTheTablesLine(t *testing.T) {
	s, host := openData(t, oneTable(t, model.TextsOf("only", []string{"a"})), 100, 24)
	if text := seen(s); !strings.Contains(text, "1 row, 1 column ") {
		t.Errorf("one row of one column is told as\n%s", text)
	}
	s, _ = openData(t, oneTable(t, model.TextsOf("a", []string{"x", "y"}), model.TextsOf("b", []string{"x", "y"})), 100, 24)
	if text := seen(s); !strings.Contains(text, "2 rows, 2 columns") {
		t.Errorf("two of two are told as\n%s", text)
	}
	if one, two := customerCount(host.pr, 1), customerCount(host.pr, 2000); one != "1 customer" || two != "2,000 customers" {
		t.Errorf("%s, %s", one, two)
	}
}
