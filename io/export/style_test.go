package export

import "testing"

// More segments than colours differ by shade, and letters of every colour can be
// read on white.
func TestSegmentColorsDiffer(t *testing.T) {
	seen := map[string]int{}
	for i := range len(segmentColors) * len(segmentRounds) {
		c := segmentColor(i, false)
		if first, twice := seen[c]; twice {
			t.Errorf("segments %d and %d are both %s", first, i, c)
		}
		seen[c] = i
		if contrast := 1.05 / (luminance(inkOf(c)) + 0.05); contrast < 4.5 {
			t.Errorf("letters of %s have contrast %.2f", c, contrast)
		}
	}
	if segmentColor(3, true) != otherColor {
		t.Error("the unclassified are not grey")
	}
	if got := mixed("FF8000", "000000", 0.5); got != "804000" {
		t.Errorf("half black: %s", got)
	}
}
