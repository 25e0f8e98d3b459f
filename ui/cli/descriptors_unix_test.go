//go:build unix

package cli

import (
	"math"
	"os/exec"
	"strings"
	"testing"
)

// Where too few files may be open the program says so, and does not end with a
// trace of its runtime.
func TestTooFewFilesAreToldOf(t *testing.T) {
	for most, ok := range map[uint64]bool{0: false, fewestFiles - 1: false, fewestFiles: true, math.MaxUint64: true} {
		if err := checkFileLimit(most); (err == nil) != ok {
			t.Errorf("%d files: %v", most, err)
		}
	}
	built, err := program()
	if err != nil {
		t.Fatal(err)
	}
	file := write(t, "a.csv", "customer_id,order_date,amount\nA,2024-01-01,5\n")
	for _, c := range []struct{ most, says string }{
		{"6", "custseg: only 6 files may be open at once here, and at least 8 must be: raise the limit, as with ulimit -n 64\n"}, {"32", ""},
	} {
		out, err := exec.Command("sh", "-c", `ulimit -n "$1" && exec "$2" run abc "$3" --quiet`, "sh", c.most, built, file).CombinedOutput()
		if (err == nil) != (c.says == "") || !strings.HasSuffix(string(out), c.says) || strings.Contains(string(out), "goroutine") {
			t.Errorf("%s files: %v: %s", c.most, err, out)
		}
	}
}

// JSON for a standard output that is closed is told to be lost; the null device, a
// file and a pipe are as they were asked for.
func TestJSONThatGoesNowhereIsToldOf(t *testing.T) {
	built, err := program()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := write(t, "a.csv", "customer_id,order_date,amount\nA,2024-01-01,5\n")
	for redirect, lost := range map[string]bool{">&-": true, ">/dev/null": false, ">out.json": false, "| cat >/dev/null": false} {
		for _, args := range []string{"run abc", "profile"} {
			cmd := exec.Command("sh", "-c", `"$1" `+args+` "$2" --json `+redirect, "sh", built, file)
			cmd.Dir = dir
			out, err := cmd.CombinedOutput()
			if err != nil || strings.Contains(string(out), "custseg: the JSON went nowhere, for standard output is closed") != lost {
				t.Errorf("%s %s: %v: %s", args, redirect, err, out)
			}
		}
	}
	if o := custseg(t, "run", "abc", file, "--json"); o.err != "" {
		t.Error(o.err)
	}
}
