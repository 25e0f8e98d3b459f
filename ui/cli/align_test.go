package cli

import (
	"fmt"
	"strings"
	"testing"

	"custseg/ui/tui/cell"
)

// Names in ideographs, which are two cells wide, do not move the columns behind
// them.
func TestProfileAlignsWideNames(t *testing.T) {
	path := orders(t, "wide.csv", ",所在城市名称,note", func(i int) string {
		return fmt.Sprintf("k%d,2023-01-%02d,%d,%s,n%d", i%8, i+1, i+1, []string{"北京", "Ulm"}[i%2], i%3)
	})
	want := -1
	for _, line := range strings.Split(custseg(t, "profile", path).out, "\n") {
		for _, kind := range []string{" TYPE ", " text ", " number ", " date "} {
			before, _, ok := strings.Cut(line, kind)
			if !ok || strings.HasPrefix(line, "·") {
				continue
			}
			// the name may be shorter than its column
			at := cell.Width(before) + 1
			if want < 0 {
				want = at
			}
			if at != want {
				t.Errorf("the type stands in cell %d, not %d: %q", at, want, line)
			}
		}
		if want >= 0 && line == "" {
			return
		}
	}
	t.Error("no table of columns")
}
