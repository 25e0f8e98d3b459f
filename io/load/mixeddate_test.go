package load

import (
	"testing"

	"custseg/model"
)

func TestDatesInSeveralWays(t *testing.T) {
	for _, c := range []struct{ text, want, says string }{
		{"d\n2024-01-05\n05.02.2024\n3/15/2024\n20240401\n", "d\n2024-01-05\n2024-02-05\n2024-03-15\n2024-04-01", "written in several ways, and each was read in its own: 4"},
		{"d\n13.04.2024\n1/2/2024\n20240401\n", "d\n2024-04-13\n2024-01-02\n2024-04-01", "day and month cannot be told apart"},
		{"d\n13/04/2024\n06/13/2024\n01/02/2024\n", "d\n13/04/2024\n06/13/2024\n01/02/2024", `do not go together, such as "06/13/2024", "13/04/2024"`},
		{"d\n2024-01-01\n45300\n2024-03-01\n", "d\n2024-01-01\n45300\n2024-03-01", `do not go together, such as "2024-01-01", "45300"`},
		{"d\n2024-01-01\n5\n", "d\n2024-01-01\n5", ""},
	} {
		d := openText(t, c.text, model.Reading{})
		if got := cells(d.Tables[0]); got != c.want || c.says != "" && !found(d, c.says) || c.says == "" && len(d.Findings) > 0 {
			t.Errorf("%q reads %q, %v", c.text, got, d.Findings)
		}
	}
}
