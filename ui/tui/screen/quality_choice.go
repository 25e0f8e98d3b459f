package screen

import (
	"slices"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/quality"
	"custseg/ui/tui/chart"
)

// treatChoice is one answer to a finding: an action on what a check found.
type treatChoice struct {
	of     quality.Finding
	action model.Action
}

// checks are the findings of the checks that the line stands for: those of the
// farther fences lie among those of the nearer ones, in one switch.
func (f dataFinding) checks() []quality.Finding {
	switch {
	case f.quality == nil:
		return nil
	case f.farther == nil:
		return []quality.Finding{*f.quality}
	}
	return []quality.Finding{*f.quality, *f.farther}
}

// choices are the answers to choose from, keep first.
func (f dataFinding) choices() []treatChoice {
	var out []treatChoice
	for i, of := range f.checks() {
		for _, a := range of.Actions {
			if a != model.Keep || i == 0 {
				out = append(out, treatChoice{of, a})
			}
		}
	}
	return out
}

// chosen returns the answer in force, and its place among the choices.
func (f dataFinding) chosen() (treatChoice, int) {
	choices := f.choices()
	at := max(0, slices.IndexFunc(choices, func(c treatChoice) bool { return c.action != model.Keep && c.action == c.of.Action }))
	return choices[at], at
}

// name says what is chosen, with the fences where there are two.
func (f dataFinding) choiceName(pr *message.Printer, c treatChoice) string {
	if f.farther == nil || c.action == model.Keep {
		return actionName(pr, c.action) + " " + f.text
	}
	return say(pr, "%s %s: %s", actionName(pr, c.action), f.name, fenceName(pr, c.of))
}

// fenceName names the fences of a finding of outliers.
func fenceName(pr *message.Printer, f quality.Finding) string {
	if f.Check == "outliers" {
		return say(pr, "beyond 1.5 IQR")
	}
	return say(pr, "beyond 3 IQR")
}

// withChoice returns a recipe with an answer to the finding in the place of the
// one before.
func (f dataFinding) withChoice(r model.Recipe, c treatChoice) model.Recipe {
	for _, of := range f.checks() {
		r = r.WithTreatment(of.Treatment(model.Keep))
	}
	return r.WithTreatment(c.of.Treatment(c.action))
}

// fartherOf returns what was found beyond the farther fences of a column in
// which the nearer ones found more, nil for none.
func fartherOf(found []quality.Finding, f quality.Finding) *quality.Finding {
	if f.Check != "outliers" {
		return nil
	}
	at := slices.IndexFunc(found, func(o quality.Finding) bool {
		return o.Check == "extreme_outliers" && o.Table == f.Table && o.Column == f.Column
	})
	if at < 0 {
		return nil
	}
	return &found[at]
}

// within reports whether a finding is told in the line of the nearer fences.
func within(found []quality.Finding, f quality.Finding) bool {
	return f.Check == "extreme_outliers" && slices.ContainsFunc(found, func(o quality.Finding) bool {
		return o.Check == "outliers" && o.Table == f.Table && o.Column == f.Column
	})
}

// done says what was done about the findings of a line.
func (s *DataView) doneBy(f dataFinding) string {
	var done []string
	for _, of := range f.checks() {
		if text := s.doneAbout(of); text != "" {
			done = append(done, text)
		}
	}
	return strings.Join(done, ", ")
}

// mostDropped is the share of a table's rows from which it is said what a drop
// would leave out.
const mostDropped = 0.1

// toll says what a drop would leave out where that is much, nothing otherwise.
func (s *DataView) toll(f quality.Finding) string {
	rows, all := len(f.Rows), s.data.Tables[f.Table].Rows()
	if !slices.Contains(f.Actions, model.Drop) || float64(rows) <= mostDropped*float64(all) {
		return ""
	}
	return say(s.host.Printer(), "drop leaves out %d rows, %s", rows, chart.Share(rows, all))
}
