package seg

import (
	"fmt"
	"testing"
)

// Two items in half of the baskets each: bought apart from each other, of 400
// baskets 100 have both; 110 are within what chance makes, 140 are not.
func TestRulesAtChanceAreCalledSo(t *testing.T) {
	for _, c := range []struct {
		both   int
		chance bool
	}{{110, true}, {140, false}} {
		var lines []string
		for i := range 400 {
			lines = append(lines, fmt.Sprintf("k%03d %d other 1", i, i))
			if i < 200 {
				lines = append(lines, fmt.Sprintf("k%03d %d tea 1", i, i))
			}
			if i < c.both || i >= 200 && i < 400-c.both {
				lines = append(lines, fmt.Sprintf("k%03d %d cup 1", i, i))
			}
		}
		s := run(t, "basket", basketsOf(t, true, lines...))
		if n, _ := s.Measured("rules"); n == 0 {
			t.Fatalf("%d: no rules: %v", c.both, s.Remarks())
		}
		if warned(s, "rules are at chance") != c.chance {
			t.Errorf("%d of 400 with both: %v", c.both, s.Remarks())
		}
	}
}
