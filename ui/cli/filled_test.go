package cli

import (
	"strings"
	"testing"
)

// A variable that a shell does not know must not segment everybody, or count every
// order.
func TestEmptyFlagsAreRefused(t *testing.T) {
	for _, c := range [][]string{
		{"run", "rfm", sampleName, "--where", ""}, {"run", "rfm", sampleName, "--where", " "}, {"run", "rfm", sampleName, "--as-of="},
		{"why", "rfm", sampleName, "--customer", "C0001", "--where="}, {sampleName, "--where", ""},
	} {
		if o := custseg(t, c...); o.code != exitUsage || !strings.Contains(o.err, "it is empty") || !strings.Contains(o.err, "leave it out") {
			t.Errorf("%q: exit %d: %s", c, o.code, o.err)
		}
	}
}
