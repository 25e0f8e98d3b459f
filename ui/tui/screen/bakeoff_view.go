package screen

import (
	"slices"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// sideWidth is the width of the pane with the settings, 0 when it is not shown;
// below a width it takes the table's place while it has the focus.
func (s *compareBakeOff) sideWidth() int {
	switch {
	case s.w >= bakeOffWide:
		return min(s.w/4, 44)
	case s.onForm:
		return s.w
	}
	return 0
}

// bakeOffWide is the width from which the settings stand beside the table: it
// has many columns.
const bakeOffWide = 140

// formHeight is how many lines the settings take, with their help.
func (s *compareBakeOff) formHeight() int { return len(s.fields()) + helpLines(s.sideWidth()) }

// View implements [Screen].
func (s *compareBakeOff) View(t *theme.Theme) []string {
	if why := s.whyNot(); why != "" {
		return sized(append([]string{""}, wrappedIn(t, t.Plain, why, s.w)...), s.w, s.h)
	}
	s.follow()
	s.rows.theme = t
	side := s.sideWidth()
	switch {
	case side == s.w:
		return s.side(t, s.w)
	case side > 0:
		return beside(t, s.side(t, side), s.body(t, s.w-side-1, s.h))
	}
	status := s.status(t, s.w)
	s.head = 1 + len(status)
	body := s.body(t, s.w, s.h-s.head)
	return sized(slices.Concat(s.summary(t), status, body), s.w, s.h)
}

// summary says in a line who is judged by what.
func (s *compareBakeOff) summary(t *theme.Theme) []string {
	pr := s.host.Printer()
	text := say(pr, "Methods know customers up to %s", s.splitDay().String())
	if found := s.found(); len(found) > 0 {
		text = say(pr, "Split %s", s.splitDay().String())
		for _, f := range found {
			text += " " + t.Glyphs.Dot + " " + say(pr, "%s", f)
		}
	}
	where := s.window()
	return []string{inked(t, t.Title, " "+text, s.w-cell.Width(where)-1) + t.Paint(t.Faint, where) + " "}
}

// window says which of the methods are on the screen, nothing when all are.
func (s *compareBakeOff) window() string {
	first, end := s.table.Window()
	if n := s.table.Len(); end-first < n {
		return say(s.host.Printer(), "%d-%d of %d", first+1, end, n)
	}
	return ""
}

// found is who was judged by what, nothing before all methods are.
func (s *compareBakeOff) found() []model.Phrase {
	if s.job == nil || s.job.found == nil {
		return nil
	}
	b := s.job.found
	out := []model.Phrase{model.P("%d customers", b.Customers), model.P("%s bought again by %s", chart.Share(b.Again, b.Customers), b.End.String())}
	if b.Money {
		return append(out, model.P("for %s", chart.Short(b.Later, model.Money)))
	}
	return append(out, model.P("%s orders", chart.Short(b.Later, model.Plain)))
}

// body draws the table, and below it what the contender under the cursor has to
// say for itself.
func (s *compareBakeOff) body(t *theme.Theme, w, h int) []string {
	foot := s.about(t, w, max(h/3, 4))
	h -= len(foot)
	s.table.SetSize(w, max(h, 0))
	return append(s.table.View(t, !s.onForm), foot...)
}

// about draws what the contender under the cursor has to say for itself.
func (s *compareBakeOff) about(t *theme.Theme, w, h int) []string {
	c := s.selected()
	if c == nil {
		return nil
	}
	_, col := s.table.Cursor()
	head, lines := s.rows.about(c, col)
	out := []string{rule(t, w, nil), " " + inked(t, t.Title, head, w-1)}
	for i, l := range lines {
		ink := t.Plain
		if i > 1 {
			ink = t.Faint
		}
		out = append(out, wrappedIn(t, ink, l, w)...)
	}
	return sized(out, w, h)
}

// side draws the settings, how far the work is, and what to know of it.
func (s *compareBakeOff) side(t *theme.Theme, w int) []string {
	pr := s.host.Printer()
	out := append(s.form.View(t, w, s.formHeight(), s.onForm), rule(t, w, nil))
	out = append(out, s.status(t, w)...)
	for _, f := range s.found() {
		out = append(out, " "+inked(t, t.Plain, say(pr, "%s", f), w-1))
	}
	if s.job == nil || s.job.found == nil {
		return sized(out, w, s.h)
	}
	if len(s.job.found.Notes) > 0 {
		out = append(out, rule(t, w, nil))
	}
	for _, n := range s.job.found.Notes {
		out = append(out, wrappedIn(t, t.Faint, say(pr, "%s", n), w)...)
	}
	return sized(out, w, s.h)
}

// status says how far the work is or what went wrong; when it is done, whether a
// method beats the plain sort, and what marks of ranks mean.
func (s *compareBakeOff) status(t *theme.Theme, w int) []string {
	pr := s.host.Printer()
	switch {
	case s.job == nil:
		return nil
	case s.job.running:
		text, bar := say(pr, "%s", s.job.words()), min(24, w/4)
		if w < 60 {
			return append([]string{" " + s.job.done.view(t, w-2) + " "}, wrappedIn(t, t.Plain, text, w)...)
		}
		return []string{" " + s.job.done.view(t, bar) + "  " + fitted(t, text, w-bar-3, cell.Left)}
	case s.stopped():
		return wrappedIn(t, t.Warn, "! "+say(pr, "Stopped after %d: the ranks are among these. r judges all.", s.job.judged()), w)
	case s.job.trouble != nil:
		return wrappedIn(t, t.Warn, "! "+s.job.trouble.Error(), w)
	case s.tuned():
		return wrappedIn(t, t.Warn, say(pr, "The settings of the method in force have changed since; r judges again."), w)
	case s.job.found != nil:
		return slices.Concat(s.verdict(t, w), s.legend(t, w))
	}
	return nil
}

// verdict says whether the first of the methods beats the plain sort.
func (s *compareBakeOff) verdict(t *theme.Theme, w int) []string {
	b := s.job.found
	switch {
	case b.Verdict.Empty():
		return nil
	case b.Beats:
		return wrappedIn(t, t.Plain, say(s.host.Printer(), "%s", b.Verdict), w)
	}
	return wrappedIn(t, t.Warn, "! "+say(s.host.Printer(), "%s", b.Verdict), w)
}

// legend explains the mark of ranks that are not told apart, where there is one.
func (s *compareBakeOff) legend(t *theme.Theme, w int) []string {
	if !slices.ContainsFunc(s.rows.list, func(c *pipeline.Contender) bool { return c.NotTold }) {
		return nil
	}
	return wrappedIn(t, t.Faint, say(s.host.Printer(), "≈ not told apart from the first: chance may make as much"), w)
}
