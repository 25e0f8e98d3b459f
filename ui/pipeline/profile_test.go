package pipeline

import (
	"math"
	"testing"

	"custseg/io/export"
	"custseg/model"
)

func TestProfilesAreKept(t *testing.T) {
	p := line(t)
	r := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm")
	first := run(t, p, r)
	profiles, err := first.Profiles(t.Context(), nil)
	if err != nil || len(profiles) != len(first.Segmentation.Segments) {
		t.Fatalf("%d profiles, %v", len(profiles), err)
	}
	again, err := run(t, p, r).Profiles(t.Context(), nil)
	if err != nil || &again[0] != &profiles[0] {
		t.Errorf("the same result was compared twice, %v", err)
	}
	base := p.keptProfiles(first.Customers).base
	tuned := run(t, p, r.WithParam("bins", model.Num(3)))
	other, err := tuned.Profiles(t.Context(), nil)
	if err != nil || &other[0] == &profiles[0] || p.keptProfiles(tuned.Customers).base != base {
		t.Errorf("a parameter kept the profiles or lost the base, %v", err)
	}
	for window := 1; window < 4; window++ {
		if _, err := run(t, p, r.WithWindow(window)).Profiles(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
	if len(p.profiles) != keptBases {
		t.Errorf("%d bases are kept", len(p.profiles))
	}
}

// What a file holds of profiles is what the screen shows: the measures that the
// method read are marked, and each segment's lines are those of its customers.
func TestDocumentHasTheProfiles(t *testing.T) {
	result := run(t, line(t), model.NewRecipe(nil, model.Reading{}).WithMethod("rfm"))
	got, err := result.profile(t.Context())
	if err != nil || len(got.Lines) == 0 || len(got.Telling) != len(result.Segmentation.Segments) {
		t.Fatalf("%+v, %v", got, err)
	}
	counts := result.Segmentation.Counts()
	for _, l := range got.Lines {
		if l.Stat != export.StatMean {
			continue
		}
		sum, n := 0., 0
		for g, h := range l.Here {
			if h.N > counts[g] || h.N == 0 && !math.IsNaN(h.Mean) {
				t.Errorf("%s of segment %d: %+v", l.Name, g, h)
			}
			if h.N > 0 {
				sum += h.Mean * float64(h.N)
				n += h.N
			}
		}
		if n != l.All.N || math.Abs(sum-l.All.Mean*float64(n)) > 1e-9*math.Abs(sum) {
			t.Errorf("%s: the segments' %d come to %v, all %d to %v", l.Name, n, sum, l.All.N, l.All.Mean)
		}
		if want := l.Name != "tenure"; l.Used != want {
			t.Errorf("%s: used %v", l.Name, l.Used)
		}
	}
}
