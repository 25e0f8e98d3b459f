package screen

import (
	"strings"
	"testing"

	"custseg/model"
	"custseg/seg"
)

func TestWithoutCustomersNoMethodCanRun(t *testing.T) {
	d := oneTable(t, model.TextsOf("id", []string{"a", "b", "a"}), model.NewDates("day", []int64{0, 86400, 172800}), model.NewNumbers("paid", []float64{1, 2, 3}))
	for i, role := range []model.Role{model.CustomerID, model.OrderDate, model.Amount} {
		d.Guesses = append(d.Guesses, model.Guess{Column: i, Role: role, Confidence: 1})
	}
	host := newFakeHost()
	host.open(t, d)
	var specs []seg.Spec
	for _, m := range seg.Catalogue() {
		specs = append(specs, m.Spec())
	}
	if len(runnable(specs, host.session.Customers)) == 0 {
		t.Fatal("no method can run with customers")
	}
	host.session.Propose(host.session.Recipe.WithAsOf(-10), "as of")
	host.settle()
	const why = "of 3 rows read none is left; 3: after the as-of date"
	for name, lines := range map[string][]string{
		"unlocks": unlocked(themes()["mono"], host.pr, &host.session, specs, nil, 160),
		"digest":  digest(themes()["mono"], host.pr, &host.session, specs, 160),
	} {
		text := strings.Join(lines, "\n")
		if !strings.Contains(text, why) || strings.Contains(text, "can run: ") {
			t.Errorf("%s says\n%s", name, text)
		}
	}
	s := NewMethod(host)
	s.SetSize(160, 40)
	s.Refresh()
	if text := seen(s); strings.Contains(text, "[x] RFM") || !strings.Contains(text, "0 of 48 can run") || !strings.Contains(text, "of 3 rows read none is left") {
		t.Errorf("the methods say\n%s", text)
	}
	if got := s.Actions()["method.choose"].Why(); !strings.Contains(got, why) {
		t.Errorf("Enter says %q", got)
	}
}
