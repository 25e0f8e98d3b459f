package idorder

import (
	"slices"
	"testing"
)

func TestNumbersComeFirstAndByValue(t *testing.T) {
	want := []string{"0", "02", "2", "10", "0100", "10a", "A9", "B10", "b1", "é"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Compare)
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
