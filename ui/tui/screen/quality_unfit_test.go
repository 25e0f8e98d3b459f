package screen

import (
	"strings"
	"testing"

	"custseg/model"
	"custseg/model/quality"
)

// A recipe of another file may treat columns that are not there.
func TestTreatmentThatDoesNotFitIsAFindingToSwitchOff(t *testing.T) {
	host := newFakeHost()
	host.open(t, messyData(t))
	host.session.Propose(host.session.Recipe.WithTreatment(model.Treatment{Check: "outliers", Column: "gone", Action: model.Cap}), "a recipe")
	host.settle()
	s := NewData(host)
	s.SetSize(120, 32)
	s.Refresh()
	if f := s.table().findings[0]; f.unfit == nil || !s.checks.known || len(s.table().findings) < 3 {
		t.Fatalf("the first of %d findings is %q", len(s.table().findings), f.text)
	}
	press(t, s, "shift+tab", "g")
	if text := seen(s); !strings.Contains(text, `no column "gone"`) || strings.Contains(text, "c starts them again") {
		t.Errorf("the screen says\n%s", text)
	}
	if text := strings.Join(unlocked(themes()["mono"], host.pr, &host.session, nil, nil, 100), " "); !strings.Contains(text, "does not fit the data: cap gone") {
		t.Errorf("the roles say %s", text)
	}
	press(t, s, "space")
	followed(s, host)
	if len(host.session.Recipe.Treatments) != 0 || host.session.Trouble != nil || s.table().findings[0].unfit != nil {
		t.Errorf("switched off: %v, %v", host.session.Recipe.Treatments, host.session.Trouble)
	}
	if !strings.HasPrefix(host.session.UndoName(), "without cap gone") {
		t.Errorf("undo is called %q", host.session.UndoName())
	}
}

func TestRemedyIsOfTheTrouble(t *testing.T) {
	d := messyData(t)
	if got := remedy(quality.Fit(d, model.Treatment{Check: "outliers", Column: "gone", Action: model.Cap})); !strings.Contains(got, "press 1") {
		t.Error(got)
	}
	if got := remedy(model.ErrNoCustomerID); got != troubleRemedy {
		t.Error(got)
	}
}
