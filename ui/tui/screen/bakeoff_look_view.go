package screen

import (
	"slices"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// lookHead is how many lines stand above the segments of a method looked at.
const lookHead = 2

// View implements [Screen].
func (s *methodLook) View(t *theme.Theme) []string {
	head := append(s.heading(t), rule(t, s.w, nil))
	if s.result == nil {
		return sized(slices.Concat(head, []string{""}, s.status(t)), s.w, s.h)
	}
	foot := s.about(t)
	if s.rows.fit(s.w) {
		s.table.SetSource(s.rows)
	}
	s.rows.theme = t
	h := max(s.h-len(head)-len(foot), 0)
	if lines := s.table.Len() + 1; lines < h { // what is told of a segment stands right below them
		h = lines
	}
	s.table.SetSize(s.w, h)
	return sized(slices.Concat(head, s.table.View(t, true), foot), s.w, s.h)
}

// heading names the method and says that this is a look.
func (s *methodLook) heading(t *theme.Theme) []string {
	right := say(s.host.Printer(), "a look: x takes it, Esc returns")
	if whyNotTake(s.host, s.spec.ID) != "" {
		right = say(s.host.Printer(), "in force; Esc returns")
	}
	room := max(s.w-cell.Width(right)-3, 0)
	return []string{" " + t.Paint(t.Title, fitted(t, s.told, room, cell.Left)) + " " + t.Paint(t.Accent, right) + " "}
}

// status says how far the run is or what went wrong.
func (s *methodLook) status(t *theme.Theme) []string {
	pr := s.host.Printer()
	switch {
	case s.job == nil:
		return nil
	case s.job.running:
		text := say(pr, "Computing %s", s.spec.Name)
		tw := min(cell.Width(text), s.w/2)
		return []string{" " + fitted(t, text, tw, cell.Left) + "  " + s.job.done.view(t, min(30, s.w-tw-4))}
	case s.stopped():
		return wrappedIn(t, t.Warn, "! "+say(pr, "Cancelled. Enter runs it again."), s.w)
	}
	return wrappedIn(t, t.Warn, "! "+s.job.trouble.Error(), s.w)
}

// about tells of the segment under the cursor: its rule and what to do, and of
// the method itself where there is room.
func (s *methodLook) about(t *theme.Theme) []string {
	if s.table.Len() == 0 {
		return nil
	}
	pr, g := s.host.Printer(), s.result.Segmentation.Segments[s.selected()]
	out := []string{rule(t, s.w, nil), " " + inked(t, t.Title, say(pr, "%s", g.Name), s.w-1)}
	out = append(out, wrappedIn(t, t.Plain, say(pr, "%s", g.Rule), s.w)...)
	if !g.Advice.Marketing.Empty() {
		out = append(out, wrappedIn(t, t.Plain, say(pr, "Marketing: %s", g.Advice.Marketing), s.w)...)
	}
	out = append(out, wrappedIn(t, t.Faint, say(pr, "%s", s.spec.Summary), s.w)...)
	room := max(s.h-lookHead-s.table.Len()-1, s.h/3, 4)
	return out[:min(len(out), room)]
}
