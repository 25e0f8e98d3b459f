package screen

import (
	"fmt"
	"math"

	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// compareWide is the width from which the list stands beside the table; below
// it the list takes the table's place while it has the focus.
const compareWide = 100

// listWidth is the width of the pane with the list, 0 when it is not shown.
func (s *compareMethods) listWidth() int {
	switch {
	case s.w >= compareWide:
		return min(max(s.w/4, 32), 44)
	case s.onList:
		return s.w
	}
	return 0
}

// View implements [Screen].
func (s *compareMethods) View(t *theme.Theme) []string {
	switch {
	case s.result == nil:
		return s.message(t, "There is no result to compare yet. Choose a method first (3), or let all of them compete (b).")
	case len(s.rivals) == 0:
		return s.message(t, "No other method can run on this data. Roles (2) shows what could be mapped, Method (3) what each method needs.")
	}
	left := s.listWidth()
	switch {
	case left == s.w:
		return s.side(t, s.w)
	case left > 0:
		return beside(t, s.side(t, left), s.body(t, s.w-left-1, s.h))
	}
	out := append(s.summary(t), rule(t, s.w, nil))
	return sized(append(out, s.body(t, s.w, s.h-len(out))...), s.w, s.h)
}

// message fills the screen with a sentence.
func (s *compareMethods) message(t *theme.Theme, key string) []string {
	out := []string{""}
	for _, l := range wrapped(say(s.host.Printer(), key), s.w-2) {
		out = append(out, " "+l)
	}
	return sized(out, s.w, s.h)
}

// side draws the pane beside the table: the list, and below it the measures.
func (s *compareMethods) side(t *theme.Theme, w int) []string {
	measures := s.measures(t, w)
	h := max(s.h-len(measures), min(len(s.listLines())+1, s.h))
	return sized(append(s.list(t, w, h), measures...), w, s.h)
}

// listLine is one line of the list: a rival, or a heading when at is -1.
type listLine struct {
	text string
	at   int
}

// listLines are the rivals under their headings.
func (s *compareMethods) listLines() []listLine {
	pr := s.host.Printer()
	var out []listLine
	for i, r := range s.rivals {
		if i == 0 || r.itself != s.rivals[i-1].itself {
			heading := say(pr, "others, at their defaults")
			if r.itself {
				heading = say(pr, "%s itself", s.result.Method.Name)
			}
			out = append(out, listLine{heading, -1})
		}
		out = append(out, listLine{say(pr, "%s", r.label), i})
	}
	return out
}

// list draws the rivals, scrolled so that the one compared with is seen.
func (s *compareMethods) list(t *theme.Theme, w, h int) []string {
	out := []string{inked(t, t.Header, " "+say(s.host.Printer(), "Compare %s with", s.result.Method.Name), w)}
	lines := s.listLines()
	rows := max(h-1, 1)
	at := 0
	for i, l := range lines {
		if l.at == s.at {
			at = i
		}
	}
	s.top = max(0, max(at-rows+1, min(s.top, at, len(lines)-rows)))
	for _, l := range lines[s.top:min(s.top+rows, len(lines))] {
		ink, pointer := t.Plain, " "
		switch {
		case l.at < 0:
			out = append(out, inked(t, t.Faint, " "+l.text, w))
			continue
		case l.at == s.at && s.onList:
			ink, pointer = t.Cursor, t.Glyphs.Pointer
		case l.at == s.at:
			ink, pointer = t.Selected, t.Glyphs.Pointer
		}
		out = append(out, " "+inked(t, ink, pointer+" "+l.text, w-2)+" ")
	}
	return sized(out, w, h)
}

// listAt reports whether a place of the body belongs to the list.
func (s *compareMethods) listAt(x, y int) bool { return x < s.listWidth() && y <= len(s.listLines()) }

// rivalAt returns the rival on a line of the body.
func (s *compareMethods) rivalAt(y int) (int, bool) {
	lines := s.listLines()
	i := s.top + y - 1
	if y < 1 || i >= len(lines) || lines[i].at < 0 {
		return 0, false
	}
	return lines[i].at, true
}

// measures says beside the table how far both sides agree.
func (s *compareMethods) measures(t *theme.Theme, w int) []string {
	c, pr := s.shown, s.host.Printer()
	if c == nil {
		return nil
	}
	out := []string{rule(t, w, nil), inked(t, t.Accent, " "+say(pr, "%s", pipeline.AgreementWords(c.Rand)), w)}
	line := func(value, key string, args ...any) {
		vw := cell.Width(value)
		out = append(out, " "+fitted(t, say(pr, key, args...), w-vw-3, cell.Left)+" "+value+" ")
	}
	line(decimals(c.Rand), "adjusted Rand index")
	if !math.IsNaN(c.V) {
		line(decimals(c.V), "Cramér's V")
	}
	line(decimals(c.Shared), "shared information")
	if c.Stayed >= 0 {
		line(chart.Share(c.Stayed, c.Common.N), "same segment")
	}
	if s.h-len(out) > len(s.listLines())+8 {
		out = append(out, "")
		for _, l := range wrapped(say(pr, "Each is 1 for the same split. The Rand index counts pairs of customers kept together or apart by both and is 0 when only chance agrees; V and shared information are 0 when neither side tells of the other."), w-2) {
			out = append(out, " "+inked(t, t.Faint, l, w-1))
		}
	}
	return out
}

// decimals writes a measure between -1 and 1, a dash for none.
func decimals(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return fmt.Sprintf("%.2f", v+0)
}

// summary says above the table, in two lines, what is compared and how far both
// sides agree.
func (s *compareMethods) summary(t *theme.Theme) []string {
	c, pr := s.shown, s.host.Printer()
	if c == nil {
		return []string{inked(t, t.Title, " "+say(pr, "%s against %s", s.result.Method.Name, s.rivals[s.at].title), s.w), ""}
	}
	head := say(pr, "%s against %s", c.row, c.col)
	words := say(pr, "%s", pipeline.AgreementWords(c.Rand))
	room := max(s.w-cell.Width(words)-3, 0)
	first := " " + t.Paint(t.Title, fitted(t, head, room, cell.Left)) + " " + t.Paint(t.Accent, words)
	dot := " " + t.Glyphs.Dot + " "
	second := say(pr, "adjusted Rand %s", decimals(c.Rand))
	if !math.IsNaN(c.V) {
		second += dot + say(pr, "Cramér's V %s", decimals(c.V))
	}
	second += dot + say(pr, "shared information %s", decimals(c.Shared))
	if c.Stayed >= 0 {
		second += dot + say(pr, "%s stayed", chart.Share(c.Stayed, c.Common.N))
	}
	return []string{first, inked(t, t.Plain, " "+second, s.w)}
}

// body draws the customers by both sides, or how far that is.
func (s *compareMethods) body(t *theme.Theme, w, h int) []string {
	if s.shown == nil {
		return sized(append([]string{""}, s.status(t, w)...), w, h)
	}
	return s.table.view(t, s.host.Printer(), w, h, !s.onList, s.status(t, w))
}

// status says how far the comparison is or what went wrong; nothing when it is
// done.
func (s *compareMethods) status(t *theme.Theme, w int) []string {
	pr := s.host.Printer()
	switch {
	case s.job == nil:
		return nil
	case s.job.running:
		text := say(pr, "Computing %s", s.job.rival.title)
		tw := min(cell.Width(text), w/2)
		return []string{" " + fitted(t, text, tw, cell.Left) + "  " + s.job.done.view(t, min(30, w-tw-4))}
	case s.stopped():
		return []string{inked(t, t.Warn, " ! "+say(pr, "Cancelled. Enter compares again, n takes the next."), w)}
	case s.job.trouble != nil:
		var out []string
		for _, l := range wrapped("! "+s.job.trouble.Error(), w-2) {
			out = append(out, inked(t, t.Warn, " "+l, w))
		}
		return out
	}
	return nil
}
