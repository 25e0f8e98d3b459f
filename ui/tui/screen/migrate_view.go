package screen

import (
	"math"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// sideWidth is the width of the pane with the dates, 0 when it is not shown;
// below a width it takes the table's place while it has the focus.
func (s *compareDates) sideWidth() int {
	switch {
	case s.w >= compareWide:
		return min(max(s.w/4, 40), 52)
	case s.focus != migratePane:
		return s.w
	}
	return 0
}

// formHeight is how many lines the dates take, with their help.
func (s *compareDates) formHeight() int { return len(s.fields()) + helpLines(s.sideWidth()) }

// helpLines is how many lines a form's help takes in a pane of w cells.
func helpLines(w int) int {
	if w < 60 {
		return 3
	}
	return 2
}

// View implements [Screen].
func (s *compareDates) View(t *theme.Theme) []string {
	if why := s.whyNot(); why != "" {
		return sized(append([]string{""}, wrappedIn(t, t.Plain, why, s.w)...), s.w, s.h)
	}
	side := s.sideWidth()
	switch {
	case side == s.w:
		return s.side(t, s.w)
	case side > 0:
		return beside(t, s.side(t, side), s.body(t, s.w-side-1, s.h))
	}
	out := append(s.summary(t), rule(t, s.w, nil))
	return sized(append(out, s.body(t, s.w, s.h-len(out))...), s.w, s.h)
}

// body draws the table, or how far it is.
func (s *compareDates) body(t *theme.Theme, w, h int) []string {
	if s.shown == nil {
		return sized(append([]string{""}, s.status(t, w)...), w, h)
	}
	return s.table.view(t, s.host.Printer(), w, h, s.focus == migratePane, s.status(t, w))
}

// side draws the dates, what became of the customers, and what to know of it.
func (s *compareDates) side(t *theme.Theme, w int) []string {
	out := s.form.View(t, w, s.formHeight(), s.focus == datesPane)
	if s.shown == nil {
		return sized(append(append(out, rule(t, w, nil)), s.status(t, w)...), w, s.h)
	}
	out = append(out, s.moves(t, w)...)
	return sized(append(out, s.remarks(t, w, s.h-len(out))...), w, s.h)
}

// remarks say how far the dates agree and what to know of them, as far as there
// is room.
func (s *compareDates) remarks(t *theme.Theme, w, h int) []string {
	pr := s.host.Printer()
	out := []string{rule(t, w, nil)}
	say := func(p model.Phrase) {
		for _, l := range wrapped(p.In(pr), w-2) {
			out = append(out, " "+inked(t, t.Faint, l, w-1))
		}
	}
	if words := pipeline.AgreementWords(s.shown.Rand); math.IsNaN(s.shown.Rand) {
		say(words)
	} else {
		say(model.P("adjusted Rand index %s: %s", decimals(s.shown.Rand), words))
	}
	for _, n := range s.shown.Notes {
		say(n)
	}
	if h < 2 {
		return nil
	}
	return out
}

// summary says above the table, in two lines, which dates are compared and what
// became of the customers.
func (s *compareDates) summary(t *theme.Theme) []string {
	pr, plan := s.host.Printer(), s.plan()
	if s.shown != nil { // other dates may be asked for by now
		plan = s.shown.Plan
	}
	head := model.P("%s from %s to %s", s.result.Method.Name, plan.From.String(), plan.To.String())
	cuts := say(pr, "cuts of each date")
	if plan.HoldCuts {
		cuts = say(pr, "cuts of the first date")
	}
	room := max(s.w-cell.Width(cuts)-3, 0)
	first := " " + t.Paint(t.Title, fitted(t, head.In(pr), room, cell.Left)) + " " + t.Paint(t.Accent, cuts)
	second := ""
	if s.shown != nil {
		for _, l := range s.shown.lines {
			if l.from >= 0 {
				break
			}
			part := say(pr, "%s %s", l.label, l.share)
			if l.share == "" { // newcomers are no part of the first date
				part = say(pr, "%s %s", l.label, chart.Count(l.count))
			}
			if second != "" {
				second += " " + t.Glyphs.Dot + " "
			}
			second += part
		}
	}
	return []string{first, inked(t, t.Plain, " "+second, s.w)}
}

// status says how far the work is or what went wrong; nothing when it is done.
func (s *compareDates) status(t *theme.Theme, w int) []string {
	pr := s.host.Printer()
	switch {
	case s.job == nil:
		return nil
	case s.job.running:
		text := say(pr, "Computing %s to %s", s.job.plan.From.String(), s.job.plan.To.String())
		tw := min(cell.Width(text), w/2)
		return []string{" " + fitted(t, text, tw, cell.Left) + "  " + s.job.done.view(t, min(30, w-tw-4))}
	case s.stopped():
		return wrappedIn(t, t.Warn, "! "+say(pr, "Cancelled. Enter compares again."), w)
	case s.job.trouble != nil:
		return wrappedIn(t, t.Warn, "! "+s.job.trouble.Error(), w)
	}
	return nil
}
