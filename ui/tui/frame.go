package tui

import (
	"cmp"
	"slices"
	"strings"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/screen"
	"custseg/ui/tui/theme"
)

// The frame is two lines of header and a rule above the body, and one line of
// hints or a message below it.
const (
	stepsLine   = 1
	headerLines = 3
	footerLines = 1
	leastWidth  = 60
	leastHeight = 16
)

// body returns the size left for a screen.
func (m *Model) body() (w, h int) {
	return m.w, m.h - headerLines - footerLines - m.tourLines()
}

// tooSmall says what size is needed, as far as there is room to.
func (m *Model) tooSmall() string {
	text := m.config.Printer.Sprintf("Too small: %d×%d\nneeded: %d×%d", m.w, m.h, leastWidth, leastHeight)
	lines := strings.Split(m.theme.Signs(text), "\n")
	lines = lines[:min(len(lines), m.h)]
	for i, l := range lines {
		lines[i] = strings.TrimRight(cell.Fit(l, m.w, cell.Left), " ")
	}
	return strings.Join(lines, "\n")
}

// View implements [tea.Model].
func (m *Model) View() string {
	switch {
	case m.w == 0:
		return ""
	case m.w < leastWidth || m.h < leastHeight:
		return m.tooSmall()
	}
	t := m.theme.Greying(unclassified(m.session.Result))
	lines := []string{m.titleLine(t), m.stepsBar(t), t.Paint(t.Rule, strings.Repeat(t.Glyphs.HRule, m.w))}
	if m.modal != nil {
		lines = append(lines, m.modal.view(t)...)
	} else {
		lines = append(lines, m.current().View(t)...)
	}
	lines = append(append(lines, m.tourPanel()...), m.footer(t))
	return t.Signs(strings.Join(lines, "\n"))
}

// unclassified is the segment of a result for those whom the method cannot
// classify, -1 for none.
func unclassified(r *pipeline.Result) int {
	if r == nil {
		return -1
	}
	return slices.IndexFunc(r.Segmentation.Segments, func(s model.Segment) bool { return s.Unclassified })
}

// titleLine says what is open: the path of screens when one lies on another.
func (m *Model) titleLine(t *theme.Theme) string {
	name := t.Paint(t.Title, " custseg ")
	right := m.status(t)
	room := m.w - cell.Width(name) - cell.Width(right) - 1
	return name + m.fit(" "+m.subject(room-1), max(0, room), cell.Left) + right + " "
}

func (m *Model) subject(room int) string {
	s, pr := m.session, m.config.Printer
	switch {
	case m.loading():
		return "reading " + cell.Clean(fileNames(m.reading.files))
	case !s.IsOpen():
		return "segment customers in the terminal"
	}
	var parts []string
	if stack := m.stacks[m.step]; len(stack) > 1 {
		for _, sc := range stack[1:] {
			parts = append(parts, cell.Clean(sc.Crumb()))
		}
		path := " › " + strings.Join(parts, " › ")
		return m.names(room-cell.Width(path)) + path
	}
	// The names of several files make room first. Then, as what is said first
	// matters most, the end is left out.
	if c := s.Customers; c != nil {
		parts = append(parts, pr.Sprintf("%d customers", c.Len()))
		if c.AsOf != model.NoDay {
			parts = append(parts, "as of "+c.AsOf.String())
			if c.Window > 0 {
				parts = append(parts, pr.Sprintf("last %d days", c.Window))
			} else {
				parts = append(parts, "all time")
			}
		}
	}
	if where := s.Recipe.Where; where != "" {
		parts = append(parts, pr.Sprintf("only %s", cell.Clean(where)))
	}
	if m.partial() == "" {
		parts = append(parts, pr.Sprintf("%d rows", s.Data().Rows()))
	}
	left := room
	for _, part := range parts {
		left -= cell.Width(part) + 3
	}
	return m.fitParts(append([]string{m.names(left)}, parts...), room)
}

// fit cuts and pads text with the theme's own sign for what was cut.
func (m *Model) fit(s string, w int, a cell.Align) string {
	return cell.Fitter{Ellipsis: m.theme.Glyphs.Ellipsis}.Fit(s, w, a)
}

// fitParts joins as many parts as fit, at least the first.
func (m *Model) fitParts(parts []string, room int) string {
	dot := " " + m.theme.Glyphs.Dot + " "
	for len(parts) > 1 && cell.Width(strings.Join(parts, dot)) > room {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, dot)
}

// status says on every screen that the data is partial, and what runs or that
// there is work to save.
func (m *Model) status(t *theme.Theme) string {
	if m.loading() {
		return ""
	}
	part, now := m.partial(), m.activity(t)
	if part == "" {
		return now
	}
	if cell.Width(part)+2+cell.Width(now) > m.w/2 {
		part = "partial"
	}
	if now != "" {
		now = "  " + now
	}
	return t.Paint(t.Warn, part) + now
}

// activity says what runs, or that there is work to save.
func (m *Model) activity(t *theme.Theme) string {
	if task, done, ok := m.tasks.slowest(); ok {
		now := m.config.Printer.Sprintf("%s %.0f%%", task.Name, 100*done)
		if m.modal == nil && (!m.over() || !task.Lasting) { // a modal takes Esc
			now = m.config.Printer.Sprintf("%s %s Esc cancels", now, t.Glyphs.Dot)
		}
		return t.Paint(t.Accent, now)
	}
	if m.session.Unsaved() {
		return t.Paint(t.Changed, t.Glyphs.Changed+" unsaved")
	}
	return ""
}

// stepNames are the steps as in the bar, the current one in capitals so that it
// is known without colour.
func (m *Model) stepNames() []string {
	var out []string
	for s := screen.Data; s < screen.Steps; s++ {
		name := s.String()
		if s == m.step {
			name = strings.ToUpper(name)
		}
		out = append(out, string(rune('1'+s))+" "+name)
	}
	return out
}

// stepGap is the room between two steps of the bar.
func (m *Model) stepGap() int {
	if m.w < 64 {
		return 1
	}
	return 2
}

func (m *Model) stepsBar(t *theme.Theme) string {
	if !m.session.IsOpen() || m.loading() {
		return strings.Repeat(" ", m.w)
	}
	bar, used := " ", 1
	for s, name := range m.stepNames() {
		ink := t.Faint
		if screen.Step(s) == m.step {
			ink = t.Accent
		}
		bar += t.Paint(ink, name) + strings.Repeat(" ", m.stepGap())
		used += cell.Width(name) + m.stepGap()
	}
	return bar + t.Paint(t.Faint, m.fit(m.inForce(m.w-used-1), max(0, m.w-used-1), cell.Right)) + " "
}

// stepAt returns the step named at a column of the steps bar.
func (m *Model) stepAt(x int) (screen.Step, bool) {
	at := 1
	for s, name := range m.stepNames() {
		if x >= at && x < at+cell.Width(name) {
			return screen.Step(s), true
		}
		at += cell.Width(name) + m.stepGap()
	}
	return 0, false
}

// inForce says which method runs and what undo would take back.
func (m *Model) inForce(room int) string {
	s := m.session
	if s.Recipe.Method == "" {
		if undo := m.undoLabel(); cell.Width(undo) <= room {
			return undo
		}
		return ""
	}
	parts := []string{strings.ToUpper(s.Recipe.Method)}
	if s.Result != nil && s.Result.Method.ID == s.Recipe.Method {
		parts[0] = s.Result.Method.Name.In(m.config.Printer)
	}
	if undo := m.undoLabel(); undo != "" {
		parts = append(parts, undo)
	}
	return m.fitParts(parts, room)
}

// footer shows the message of the moment, or hints for the place one is in.
func (m *Model) footer(t *theme.Theme) string {
	if m.message.text != "" {
		ink := t.Good
		if m.message.warning {
			ink = t.Warn
		}
		took := m.took()
		if cell.Width(m.message.text)+cell.Width(took)+4 > m.w || m.message.warning {
			took = ""
		}
		return " " + t.Paint(ink, m.fit(m.message.text, m.w-2-cell.Width(took), cell.Left)) + t.Paint(t.Faint, took) + " "
	}
	if m.modal != nil {
		return cell.Pad(" "+t.Paint(t.Faint, m.modal.hint()), m.w)
	}
	took := m.took()
	hints, last := m.hints()
	room := m.w - cell.Width(took) - 2 - hintsWidth(last)
	line, used := " ", 1
	for _, h := range hints {
		if used+hintWidth(h) > room {
			continue // a shorter one may still fit
		}
		line += m.hint(t, h)
		used += hintWidth(h)
	}
	for _, h := range last {
		line += m.hint(t, h)
		used += hintWidth(h)
	}
	return line + strings.Repeat(" ", max(0, m.w-used-cell.Width(took)-1)) + t.Paint(t.Faint, took) + " "
}

// hints are those for the place one is in, Enter first as the one not to be
// left out, and those that always have room: the key of help, unless it would be
// typed into a text.
func (m *Model) hints() (hints, last []screen.Hint) {
	s := m.current()
	for _, b := range append(keys.Of(s.Place()), keys.Of(keys.Anywhere)...) {
		switch {
		case b.Place == keys.Anywhere && b.ID == "help":
			last = []screen.Hint{{Key: b.Keys[0], Text: b.Hint}}
		case b.Hint != "" && !b.Moves && m.possible(b):
			hints = append(hints, screen.Hint{Key: b.Keys[0], Text: b.Hint})
		}
	}
	slices.SortStableFunc(hints, func(a, b screen.Hint) int { return cmp.Compare(enterFirst(a), enterFirst(b)) })
	if h, ok := s.(screen.Hinter); ok {
		if own := h.Hints(); own != nil {
			hints = own
			if s.Typing() {
				last = nil
			}
		}
	}
	return hints, last
}

func enterFirst(h screen.Hint) int {
	if h.Key == "enter" {
		return 0
	}
	return 1
}

// possible reports whether what a binding stands for can be done now.
func (m *Model) possible(b keys.Binding) bool {
	a, ok := m.action(b)
	return ok && (a.Why == nil || a.Why() == "")
}

const hintGap = "  "

// hint is a key and what it does as the footer shows them.
func (m *Model) hint(t *theme.Theme, h screen.Hint) string {
	return t.Paint(t.Key, keys.Show(h.Key)) + " " + t.Paint(t.Faint, h.Text) + hintGap
}

func hintWidth(h screen.Hint) int {
	return cell.Width(keys.Show(h.Key)) + 1 + cell.Width(h.Text) + len(hintGap)
}

func hintsWidth(hints []screen.Hint) (w int) {
	for _, h := range hints {
		w += hintWidth(h)
	}
	return w
}
