package cli

import (
	"strings"
	"testing"
)

// What a flag of a number may be is told whatever else stands there.
func TestNumbersOfFlags(t *testing.T) {
	file := regulars(t)
	for _, c := range []struct{ flag, value, want string }{
		{"--window", "0", "a number of days, 1 or more"},
		{"--window", "-3", "a number of days, 1 or more"},
		{"--window", "1.5", "a number of days, 1 or more"},
		{"--top", "0", "a number of methods, 1 or more"},
		{"--rows", "0", "a number of rows, 1 or more"},
		{"--header", "0", "a row of the file, counted from 1"},
		{"--seed", "-1", "a whole number from 0 to 18446744073709551615"},
		{"--seed", "one", "a whole number from 0 to 18446744073709551615"},
	} {
		o := custseg(t, "bakeoff", file, c.flag, c.value)
		if o.code != exitUsage || !strings.Contains(o.err, c.flag) || !strings.Contains(o.err, c.want) || strings.Contains(o.err, "strconv") {
			t.Errorf("%s %s: %+v", c.flag, c.value, o)
		}
	}
	if help := custseg(t, "bakeoff", "--help").out; !strings.Contains(help, "--seed seed") || !strings.Contains(help, "(default 1)") || strings.Contains(help, "(default 0)") {
		t.Errorf("help:\n%s", help)
	}
}
