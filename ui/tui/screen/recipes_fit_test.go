package screen

import (
	"testing"

	"custseg/model"
)

// A recipe that had an input which is not there fits in part, or not where its
// method cannot do without.
func TestRecipeSaysWhatItLacks(t *testing.T) {
	_, host, _ := recipesOf(t)
	pr, session := host.Printer(), host.Session()
	had := func(role model.Role) *model.Snapshot {
		return &model.Snapshot{Columns: map[string]map[string]model.SnapshotColumn{"t": {"c": {Kind: "text", Role: role}}}}
	}
	for _, c := range []struct {
		method string
		role   model.Role
		want   string
	}{
		{"churn", "target", "in part: without target"},
		{"churn", "amount", "yes"},
		{"nps", "recommend", "no: without recommend"},
	} {
		r := session.Recipe.WithMethod(c.method).WithWhere("")
		r.Snapshot = had(c.role)
		if got := recipeFit(pr, r, session.Data(), session.Customers); got != c.want {
			t.Errorf("%s that had %s: %q, want %q", c.method, c.role, got, c.want)
		}
	}
}
