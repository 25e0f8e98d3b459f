package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

func TestTechnologyByHand(t *testing.T) {
	c := people(t, model.TextsOf("device", []string{"phone", "phone, desktop", "desktop", "", ""}),
		numbers("views", 5, 1, 0, 0, nan), numbers("opens", 3, 0, 0, 0, nan), numbers("posts", 1, 0, 0, 0, nan), numbers("likes", 0, 1, 0, 0, nan))
	s := run(t, "technology", c)
	wantNumbers(t, "share", score(t, s, "touchpoint_share"), 1, 2./3, 1./3, 0, nan)
	wantPlaced(t, s, "Digital native", "Hybrid", "Traditional", "Traditional", "Unclassified")
	if got := textScore(s, "leading_device"); !slices.Equal(got, []string{"phone", "", "desktop", "", ""}) {
		t.Errorf("devices %q", got)
	}
	wantPlaced(t, run(t, "technology", c, "uses=2", "hybrid=25%"), "Hybrid", "Hybrid", "Hybrid", "Traditional", "Unclassified")
	wantPlaced(t, run(t, "technology", c, "by=device"), "phone", "Several devices", "desktop", "Unclassified", "Unclassified")
	wantPlaced(t, run(t, "technology", c, "by=device", "dominant=50%"), "phone", "desktop", "desktop", "Unclassified", "Unclassified")
	wantText(t, failure(t, "technology", people(t, numbers("opens", 1)), "by=device"), "--map device=COLUMN")
	wantText(t, failure(t, "technology", people(t, numbers("age", 1))), "--map device=COLUMN")
}

// Without opened e-mails an address will do.
func TestAddressesStandInForOpens(t *testing.T) {
	c := people(t, model.TextsOf("email", []string{"a@b.test", ""}), numbers("posts", 0, 0))
	wantNumbers(t, "share", score(t, run(t, "technology", c), "touchpoint_share"), .5, 0)
}
