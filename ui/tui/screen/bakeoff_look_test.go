package screen

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"custseg/seg"
	"custseg/ui/tui/golden"
)

// looking is a look at k-means while RFM is in force.
func looking(t testing.TB, w, h int) (*methodLook, *fakeHost) {
	t.Helper()
	_, host := live(t, "rfm")
	m, err := seg.Lookup("kmeans")
	if err != nil {
		t.Fatal(err)
	}
	s := newLook(host, m.Spec(), "k-means ranks 2")
	s.Refresh()
	s.SetSize(w, h)
	return s, host
}

func TestLookGolden(t *testing.T) {
	for _, size := range [][2]int{{60, 12}, {80, 20}, {120, 32}} {
		s, _ := looking(t, size[0], size[1])
		golden.View(t, fmt.Sprintf("look-%d", size[0]), s.View(themes()["mono"]), size[0], size[1])
	}
	for _, theme := range themes() {
		for _, size := range [][2]int{{60, 12}, {97, 17}, {200, 46}} {
			s, _ := looking(t, size[0], size[1])
			golden.Size(t, "look", s.View(theme), size[0], size[1])
			s.result, s.job.trouble = nil, context.Canceled
			golden.Size(t, "stopped", s.View(theme), size[0], size[1])
		}
	}
}

// A look lists the customers of its segments and changes nothing in force; only
// taking the method does.
func TestLookLeavesWhatIsInForce(t *testing.T) {
	s, host := looking(t, 120, 32)
	s.View(themes()["mono"])
	press(t, s, "down", "enter")
	list, number := host.pushed[0].(*Members), s.selected()
	if want := s.result.Segmentation.Counts()[number]; len(list.table.members) != want || want == 0 {
		t.Errorf("%d customers are listed, want %d", len(list.table.members), want)
	}
	rows := list.table.rows()
	if got := rows.Text(0, rows.at("segment by kmeans")); got != s.result.Segmentation.Segments[number].Name.In(host.pr) {
		t.Errorf("the first of them is in %q", got)
	}
	if rows.at("segment") < 0 || host.session.Result.Method.ID != "rfm" || host.session.UndoName() == "method kmeans" {
		t.Error("the method in force is gone")
	}
	result := s.result
	if s.Refresh(); s.result != result {
		t.Error("the same recipe runs again")
	}
	press(t, s, "x")
	if host.session.Recipe.Method != "kmeans" || len(host.went) != 1 || !strings.Contains(host.said[0], "u goes back to RFM") {
		t.Errorf("taken: %s, said %q", host.session.Recipe.Method, host.said)
	}
	if why := s.Actions()["look.take"].Why(); why == "" {
		t.Error("the method in force can be taken")
	}
	bound(t, s)
}
