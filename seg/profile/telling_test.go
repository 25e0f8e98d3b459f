package profile

import (
	"slices"
	"testing"
)

func TestTellingOrder(t *testing.T) {
	share := func(word string, effect, q float64) Line {
		return Line{Name: "city", Kind: Share, Word: word, Effect: effect, Q: q, Here: Figures{N: 9}}
	}
	got := Telling([]Line{
		{Name: "chance", Effect: 0.9, Q: 0.3, Here: Figures{N: 3}},
		{Name: "weak", Effect: -0.1, Q: 0, Here: Figures{N: 9}},
		{Name: "nobody", Effect: 0.9, Q: 0},
		share("a", 0.5, 0), share("b", -0.4, 0), share("c", 0.3, 0), share("d", 0.2, 0), share("e", 0.01, 0.9),
		{Name: "strong", Effect: -0.8, Q: 0, Here: Figures{N: 9}},
	})
	var names []string
	for _, l := range got {
		names = append(names, l.Name+l.Word)
	}
	if want := []string{"strong", "citya", "cityb", "cityc", "weak", "chance"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

func TestGrades(t *testing.T) {
	for effect, want := range map[float64]Grade{0: Negligible, -0.12: Small, 0.3: Medium, -0.42: Large, 1: Large} {
		if got := (Line{Effect: effect}).Grade(); got != want {
			t.Errorf("%v is %v, want %v", effect, got, want)
		}
	}
}

func TestNearestGroups(t *testing.T) {
	lines := func(effects ...float64) (out []Line) {
		for _, e := range effects {
			out = append(out, Line{Effect: e})
		}
		return out
	}
	nobody := 0.
	nobody /= nobody
	groups := [][]Line{lines(1, 0), lines(-1, 0), lines(0.8, 0.1), lines(nobody, nobody), lines(0, 0)}
	if got := Nearest(groups, 0); !slices.Equal(got, []int{2, 4, 1}) {
		t.Errorf("%v", got)
	}
}
