package chart

import "testing"

func TestLabelsBreakBeforeAWord(t *testing.T) {
	for _, c := range []struct {
		label         string
		w             int
		first, second string
	}{
		{"Champions", 9, "", "Champions"},
		{"Potential Loyalists", 9, "Potential", "Loyalists"},
		{"Cannot Lose Them", 11, "Cannot Lose", "Them"},
		{"Hibernating", 9, "", "Hibernating"},
		{"Unclassified so far", 5, "", "Unclassified so far"},
		{"流失 客户", 5, "流失", "客户"},
	} {
		if first, second := broken(c.label, c.w); first != c.first || second != c.second {
			t.Errorf("%q in %d cells: %q and %q", c.label, c.w, first, second)
		}
	}
}
