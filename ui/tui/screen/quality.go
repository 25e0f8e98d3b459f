package screen

import (
	"context"
	"errors"
	"slices"

	"custseg/model"
	"custseg/model/quality"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
)

// qualityChecks are what the checks of quality found in the data, with the
// roles and treatments of a recipe.
type qualityChecks struct {
	of      model.Recipe // whose roles and treatments were asked for
	asked   bool
	state   readState
	report  quality.Report
	known   bool // report was made of this data, if perhaps with other roles
	effects []quality.Effect
	failed  error // why there is no report, nil also when the checks were stopped
}

// about reports whether a recipe asks for nothing else.
func (q *qualityChecks) about(r model.Recipe) bool {
	return q.asked && slices.Equal(q.of.Roles, r.Roles) && slices.Equal(q.of.Treatments, r.Treatments)
}

// checkQuality has the data checked, unless that is done or under way for the
// recipe in force. Until the answer is there the last one stays, with the
// choices in force.
func (s *DataView) checkQuality() {
	session := s.host.Session()
	line, r, data := session.Line, session.Recipe, s.data
	if s.checks.about(r) {
		return
	}
	s.checks.of, s.checks.asked, s.checks.state, s.checks.effects, s.checks.failed = r, true, readUnderWay, nil, nil
	fit := r // what the data cannot follow is told beside what is found in it
	fit.Treatments, _ = quality.Fitting(data, r.Treatments)
	if s.checks.known {
		s.checks.report = s.checks.report.With(fit.Treatments)
		s.takeFindings()
	}
	var report quality.Report
	var treated quality.Treated
	s.start(Task{
		Name: "checking the data",
		Work: func(ctx context.Context, done func(float64)) (err error) {
			if report, err = line.Quality(ctx, fit, done); err == nil {
				treated, _, err = line.Treated(ctx, fit)
			}
			return err
		},
		Done: func(err error) {
			if data != s.data || !s.checks.about(r) {
				return
			}
			switch {
			case err == nil:
				s.checks.state, s.checks.known = readNot, true
				s.checks.report, s.checks.effects = report, treated.Effects
			case errors.Is(err, context.Canceled):
				s.checks.state = readStopped
			default:
				s.checks.state, s.checks.failed = readNot, err
			}
			s.takeFindings()
		},
	})
}

// checkAgain starts checks that were stopped.
func (s *DataView) checkAgain() {
	s.checks.asked = false
	s.checkQuality()
}

// takeFindings lists the findings of each table anew. The one chosen stays
// chosen.
func (s *DataView) takeFindings() {
	for _, tab := range s.tables {
		chosen := ""
		if len(tab.findings) > 0 && (tab.below().show.only != nil || tab == s.table() && s.focus == paneFindings) {
			chosen = tab.findings[tab.finding].text
		}
		found := append(s.unfit(), s.findingsNoticed(tab.place)...)
		for _, f := range s.checks.report.Findings {
			if f.Table == tab.place && !within(s.checks.report.Findings, f) {
				found = append(found, s.findingOf(f))
			}
		}
		tab.findings = weightiest(found)
		tab.finding = max(0, slices.IndexFunc(found, func(f dataFinding) bool { return f.text == chosen }))
	}
	if s.focus == paneFindings {
		s.keepChosen()
	}
	s.lay()
}

// keepChosen has the rows be those of the finding chosen, after the findings
// changed.
func (s *DataView) keepChosen() {
	tab := s.table()
	switch only := tab.below().show.only; {
	case len(tab.findings) == 0:
		s.showAll()
		s.setFocus(paneColumns)
	case only == nil || only.label != tab.findings[tab.finding].text:
		s.chooseFinding(tab.finding)
	}
}

// findingOf lists a finding of the checks.
func (s *DataView) findingOf(f quality.Finding) dataFinding {
	pr := s.host.Printer()
	name, what := "", f.Check
	if check, err := quality.Lookup(f.Check); err == nil {
		what = cell.Clean(check.Label.In(pr))
	}
	if f.Column >= 0 {
		name = cell.Clean(s.data.Tables[f.Table].Column(f.Column).Name())
	}
	out := dataFinding{warning: f.Level == model.Warning, column: f.Column, rows: f.Rows, quality: &f, farther: fartherOf(s.checks.report.Findings, f)}
	if out.farther != nil {
		what = say(pr, "beyond 1.5 IQR; beyond 3: %s", chart.Count(out.farther.Count))
	}
	out.done = s.doneBy(out)
	return out.called(name, what)
}

// doneAbout says what was done about a finding, nothing when it is kept.
func (s *DataView) doneAbout(f quality.Finding) string {
	pr := s.host.Printer()
	if f.Action == model.Keep {
		return ""
	}
	if s.checks.state != readNot {
		return say(pr, "%s, under way", actionName(pr, f.Action))
	}
	n := 0
	for _, e := range s.checks.effects {
		if e.Check == f.Check && e.Table == f.Table && e.Column == f.Column {
			n += len(e.Rows)
		}
	}
	switch {
	case f.Action == model.Drop && n == 1:
		return say(pr, "1 row dropped")
	case f.Action == model.Drop:
		return say(pr, "%d rows dropped", n)
	case f.Action == model.Cap && n == 1:
		return say(pr, "1 value capped")
	case f.Action == model.Cap:
		return say(pr, "%d values capped", n)
	case f.Action == model.Fill && n == 1:
		return say(pr, "1 value filled from above")
	case f.Action == model.Fill:
		return say(pr, "%d values filled from above", n)
	case slices.Contains([]model.Action{model.Weeks, model.Months, model.Years}, f.Action):
		return say(pr, "%d values counted as %s, and made days", n, actionName(pr, f.Action))
	case f.Action == model.Merge && n == 1:
		return say(pr, "1 word written as the commonest")
	case f.Action == model.Merge:
		return say(pr, "%d words written as the commonest", n)
	case n == 1:
		return say(pr, "1 value made missing")
	}
	return say(pr, "%d values made missing", n)
}

// treat takes the next of the actions that may answer the finding chosen, or
// the one before.
func (s *DataView) treat(d int) {
	f, ok := s.chosenFinding()
	if ok && f.unfit != nil {
		s.dropTreatment(f.unfit.Treatment)
	}
	if !ok || f.quality == nil {
		return
	}
	session, choices := s.host.Session(), f.choices()
	_, at := f.chosen()
	next := choices[(at+d+len(choices))%len(choices)]
	session.Turn("treat "+f.quality.Check+" "+f.quality.Where, f.withChoice(session.Recipe, next), f.choiceName(s.host.Printer(), next))
	s.checkQuality()
}
