package screen

import (
	"errors"
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/quality"
	"custseg/ui/tui/cell"
)

// TreatmentName says in a few words what is done about what.
func TreatmentName(pr *message.Printer, t model.Treatment) string {
	what := t.Check
	if check, err := quality.Lookup(t.Check); err == nil {
		what = check.Label.In(pr)
	}
	if t.Column != "" {
		return say(pr, "%s %s: %s", actionName(pr, t.Action), t.Column, what)
	}
	return say(pr, "%s %s", actionName(pr, t.Action), what)
}

// unfit lists the treatments that the data cannot follow, such as those of a
// recipe for another file: nothing is made of the data while they are in force.
func (s *DataView) unfit() []dataFinding {
	pr := s.host.Printer()
	var out []dataFinding
	for _, t := range s.checks.of.Treatments {
		var unfit *quality.UnfitError
		if errors.As(quality.Fit(s.data, t), &unfit) {
			out = append(out, dataFinding{warning: true, column: -1, unfit: unfit}.
				called("", say(pr, "a treatment does not fit the data: %s", TreatmentName(pr, t))))
		}
	}
	return out
}

// dropTreatment takes a treatment out of the recipe.
func (s *DataView) dropTreatment(t model.Treatment) {
	session, pr := s.host.Session(), s.host.Printer()
	r := session.Recipe
	r.Treatments = slices.DeleteFunc(slices.Clone(r.Treatments), func(o model.Treatment) bool { return o == t })
	session.Propose(r, say(pr, "without %s", TreatmentName(pr, t)))
	s.checkQuality()
}

// misfit writes about a treatment that the data cannot follow.
func (a *aboutFinding) misfit(f dataFinding) {
	a.line(a.t.Title, f.text)
	a.line(a.t.Plain, cell.Clean(f.unfit.Error()))
	a.line(a.t.Faint, say(a.pr, "Nothing can be made of the data while it is in force: Space switches it off."))
}

// remedy is the way out of what keeps rows from becoming customers.
func remedy(trouble error) string {
	var unfit *quality.UnfitError
	if errors.As(trouble, &unfit) {
		return "On the screen: press 1; the findings list the treatment, and Space switches it off."
	}
	return troubleRemedy
}
