package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

// moved is the name of the segment in which customer i would be.
func moved(s *model.Segmentation, i int, with ...model.Change) string {
	g := s.Placing.Segment(i, with...)
	if g < 0 {
		return ""
	}
	return english(s.Segments[g].Name)
}

func TestRFMWhatIf(t *testing.T) {
	change := func(measure string, to float64) model.Change { return model.Change{Measure: measure, To: to} }
	for _, c := range []struct {
		name string
		set  []string
		i    int
		with []model.Change
		want string
	}{
		// Recency parts at 35: the first comes to be far, is the lower half of 2, 3
		// and 9 by frequency, and the upper of 70 and 20 by money.
		{"nested", []string{"map=code", "bins=2", "binning=nested"}, 0, []model.Change{change("recency", 40)}, "112"},
		// The only one with as many orders is alone with 10, above which 20 is.
		{"nested, a code that nobody has", []string{"map=code", "bins=2", "binning=nested"}, 4, []model.Change{change("frequency", 4)}, ""},
		// 35 days, 17/6 orders and 50: the first comes often enough to be the best.
		{"eight", []string{"map=eight"}, 0, []model.Change{change("frequency", 3)}, "Important value"},
		// 100 in three orders is 33.3 an order, and 40.4 the mean.
		{"money per order", []string{"map=eight", "monetary=mean"}, 0, []model.Change{change("frequency", 3)}, "General value"},
		{"no order", nil, 0, []model.Change{change("frequency", 0)}, ""},
	} {
		s := run(t, "rfm", six(t), c.set...)
		if got := moved(s, c.i, c.with...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestRFMRanks(t *testing.T) {
	ranksOf := func(set ...string) []int { return run(t, "rfm", six(t), set...).Placing.Ranks }
	for _, c := range []struct {
		set  []string
		want []int
	}{
		{[]string{"map=cells"}, []int{0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 7}},
		// The last are Others; names of one's own have no rank either.
		{[]string{"map=ranges"}, []int{0, 2, 1, 3, 3, 5, 5, 4, 4, 7, -1}},
		{[]string{"map=ranges", "ranges=Best 5/5/5;Rest 1-5/1-5/1-5"}, nil},
		{[]string{"map=ranges", "ranges=Champions 5/5/5;Rest 1-5/1-5/1-5"}, []int{0, -1}},
		{[]string{"map=eight"}, []int{0, 2, 1, 3, 4, 6, 5, 7}},
		{[]string{"map=tiers"}, []int{0, 1, 2}},
		// 212, 211, 112, 121 and 111: scores of 2 are the best, and codes with as many alike.
		{[]string{"map=code", "bins=2", "binning=nested"}, []int{0, 1, 1, 1, 2}},
	} {
		if got := ranksOf(c.set...); !slices.Equal(got, c.want) {
			t.Errorf("%v: ranks %v, want %v", c.set, got, c.want)
		}
	}
}
