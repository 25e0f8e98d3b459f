package screen

import (
	"slices"
	"strings"
	"testing"

	"custseg/seg/profile"
)

// The profile shown is that of the segment shown, though it was asked for
// before another.
func TestSegmentPageShowsTheProfileOfItsOwn(t *testing.T) {
	host := segmented(t)
	host.hold = true
	page := newSegment(host, 0)
	page.SetSize(120, 36)
	if view := strings.Join(page.View(themes()["mono"]), "\n"); !strings.Contains(view, "What sets them apart …") || strings.Contains(view, "nearest") {
		t.Errorf("before the profile is there:\n%s", view)
	}
	press(t, page, ">")
	host.release()
	all, err := host.session.Result.Profiles(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := profile.Telling(all[page.number])
	if page.number != 1 || !slices.EqualFunc(page.profile.lines, want, func(a, b profile.Line) bool { return a.Name == b.Name && a.Here.N == b.Here.N }) {
		t.Errorf("segment %d shows %+v, want %+v", page.number, page.profile.lines, want)
	}
}

// Tab and the arrows go through the profile, and no further than its end.
func TestSegmentPageScrollsTheProfile(t *testing.T) {
	host := segmented(t)
	counts := host.session.Result.Segmentation.Counts()
	page := newSegment(host, slices.Index(counts, slices.Max(counts)))
	page.SetSize(80, 12)
	hidden := len(page.profile.lines) - (page.profileLines() - 1)
	if hidden < 1 {
		t.Fatalf("all %d lines are in view: the case shows nothing", len(page.profile.lines))
	}
	press(t, page, "tab")
	for range len(page.profile.lines) {
		press(t, page, "down")
	}
	if page.profile.top != hidden {
		t.Errorf("the first line in view is %d, want %d", page.profile.top, hidden)
	}
	press(t, page, "pgup", "up", "up")
	if page.profile.top >= hidden {
		t.Error("there is no way back")
	}
}
