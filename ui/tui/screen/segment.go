package screen

import (
	"context"
	"strings"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg/profile"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// SegmentPage tells of one segment: its size and value, its rule, what to do,
// what sets its customers apart from all, and the customers.
type SegmentPage struct {
	host    Host
	result  *pipeline.Result
	number  int
	members []int32
	title   string // name, size and value: counted once, for every frame shows it
	short   string // the same where there is little room
	profile segmentProfile
	table   *customerTable
	focus   int  // 0 customers, 1 profile
	zoomed  bool // the customers have the whole body but for the title
	w, h    int
}

// newSegment opens a segment of the result.
func newSegment(host Host, number int) *SegmentPage {
	s := &SegmentPage{host: host, result: host.Session().Result}
	s.show(number)
	return s
}

// show turns the page to a segment.
func (s *SegmentPage) show(number int) {
	s.number = number
	s.profile = segmentProfile{ink: func(t *theme.Theme) theme.Ink { return t.Segment(number) }}
	s.members = s.result.Segmentation.Members(number)
	s.title, s.short = s.summary()
	if s.table == nil {
		s.table = newCustomerTable(s.host, s.Crumb(), s.members, false)
	} else {
		s.table.list(s.Crumb(), s.members)
	}
	s.SetSize(s.w, s.h)
	result, shown := s.result, segmentProfile{}
	s.host.Start(Task{
		Name: "profile", Lasting: true,
		Work: func(ctx context.Context, report func(float64)) error {
			all, err := result.Profiles(ctx, report)
			if err == nil {
				shown.lines, shown.nearest = profile.Telling(all[number]), profile.Nearest(all, number)
			}
			return err
		},
		Done: func(err error) {
			if err == nil && s.result == result && s.number == number {
				s.profile.lines, s.profile.nearest = shown.lines, shown.nearest
				s.SetSize(s.w, s.h)
			}
		},
	})
}

// Place, Crumb and Typing implement [Screen].
func (s *SegmentPage) Place() string { return "segment" }
func (s *SegmentPage) Crumb() string { return s.segment().Name.In(s.host.Printer()) }
func (s *SegmentPage) Typing() bool  { return s.table.typing() }

// Hints implements [Hinter].
func (s *SegmentPage) Hints() []Hint { return s.table.promptHints() }

func (s *SegmentPage) segment() model.Segment { return s.result.Segmentation.Segments[s.number] }

// Refresh implements [Screen]: the page follows to the segment of the same name
// in the result in force. Where there is none it keeps what it shows.
func (s *SegmentPage) Refresh() {
	now := s.host.Session().Result
	if now == nil || now == s.result {
		return
	}
	name := s.Crumb()
	for i, g := range now.Segmentation.Segments {
		if g.Name.In(s.host.Printer()) == name {
			s.result = now
			s.show(i)
			return
		}
	}
}

// SetSize implements [Screen].
func (s *SegmentPage) SetSize(w, h int) {
	s.w, s.h = w, h
	s.profile.w, s.profile.h = w, s.profileLines()
	switch {
	case w > 0 && s.zoomed:
		s.table.setSize(w, max(3, h-1))
	case w > 0:
		s.table.setSize(w, max(3, h-s.headLines()-s.profileLines()-2))
	}
}

// Key implements [Screen].
func (s *SegmentPage) Key(k term.Key) bool {
	if s.focus == 1 && !s.zoomed && !s.table.typing() {
		switch k.Name {
		case "down", "j":
			s.profile.scroll(1)
		case "up", "k":
			s.profile.scroll(-1)
		case "pgdown", "ctrl+d":
			s.profile.scroll(s.profileLines() - 1)
		case "pgup", "ctrl+u":
			s.profile.scroll(1 - s.profileLines())
		default:
			return false
		}
		return true
	}
	if s.table.key(k) {
		return true
	}
	if s.zoomed && (k.Name == "esc" || k.Name == "q") {
		s.zoom()
		return true
	}
	return false
}

// zoom gives the customers the whole body, or puts them back.
func (s *SegmentPage) zoom() {
	s.zoomed, s.focus = !s.zoomed, 0
	s.SetSize(s.w, s.h)
}

func (s *SegmentPage) whyZoomed() string {
	if s.zoomed {
		return say(s.host.Printer(), "Esc puts the table back first")
	}
	return ""
}

// Mouse implements [Screen].
func (s *SegmentPage) Mouse(m term.Mouse) {
	below := s.headLines() + s.profileLines() + 2
	if s.zoomed {
		below = 1
	}
	if m.Y >= below {
		s.focus = 0
		m.Y -= below
		s.table.mouse(m)
		return
	}
	if m.Action == term.Wheel {
		s.profile.scroll(m.DY)
	}
}

// Actions implements [Screen].
func (s *SegmentPage) Actions() map[string]Action {
	out := s.table.actions("segment")
	out["segment.pane"] = Action{Do: func() { s.focus = 1 - s.focus }, Why: s.whyZoomed}
	out["segment.zoom"] = Action{Do: s.zoom}
	out["segment.next"] = Action{Do: func() { s.turn(1) }, Why: s.whyAlone}
	out["segment.previous"] = Action{Do: func() { s.turn(-1) }, Why: s.whyAlone}
	return out
}

func (s *SegmentPage) whyAlone() string {
	if len(s.result.Segmentation.Segments) < 2 {
		return "it is the only segment"
	}
	return ""
}

func (s *SegmentPage) turn(d int) {
	n := len(s.result.Segmentation.Segments)
	s.show((s.number + d + n) % n)
}

// summary names the segment with its size and, where there is money, its value;
// in short it leaves out how many customers there are in all.
func (s *SegmentPage) summary() (full, short string) {
	pr := s.host.Printer()
	name, size, value := cell.Clean(s.segment().Name.In(pr)), "", ""
	for _, l := range export.Summarize(s.result.Customers, s.result.Segmentation) {
		if l.Index != s.number {
			continue
		}
		size = say(pr, "   %d of %d customers, %.1f%%", l.Customers, s.result.Customers.Len(), 100*l.Share)
		short = say(pr, "   %d customers, %.1f%%", l.Customers, 100*l.Share)
		if l.HasValue && l.ValueShare == l.ValueShare {
			value = say(pr, "   value %.0f, %.1f%%", l.Value, 100*l.ValueShare)
		}
	}
	return name + size + value, name + short + value
}

// headLines is how many lines title, rule and advice take.
func (s *SegmentPage) headLines() int { return len(s.head(nil)) }

// profileLines is how many lines the profile takes, its header included: as many
// before it is computed as after, so that nothing moves when it arrives.
func (s *SegmentPage) profileLines() int {
	room := s.h - s.headLines() - 2
	columns := len(s.result.Customers.Features()) + len(s.result.Customers.Attributes())
	return max(3, min(columns+1, room*2/5))
}

// View implements [Screen].
func (s *SegmentPage) View(t *theme.Theme) []string {
	var out []string
	if s.zoomed {
		return sized(append([]string{s.head(t)[0]}, s.table.view(t, true)...), s.w, s.h)
	}
	for _, l := range s.head(t) {
		out = append(out, cell.Pad(l, s.w))
	}
	out = append(out, rule(t, s.w, nil))
	out = append(out, sized(s.profile.view(t, s.host.Printer(), s.focus == 1), s.w, s.profileLines())...)
	out = append(out, s.profileRule(t))
	out = append(out, s.table.view(t, s.focus == 0)...)
	return sized(out, s.w, s.h)
}

// profileRule is the line below the profile; it names the segments most like
// this one and says what the signs above it mean.
func (s *SegmentPage) profileRule(t *theme.Theme) string {
	const most = 2
	pr := s.host.Printer()
	var names []string
	for _, g := range s.profile.nearest[:min(len(s.profile.nearest), most)] {
		names = append(names, s.result.Segmentation.Segments[g].Name.In(pr))
	}
	text := s.profile.legend(pr)
	if len(names) > 0 {
		text = say(pr, "nearest: %s", strings.Join(names, ", ")) + "  " + text
	}
	if strings.TrimSpace(text) == "" {
		return rule(t, s.w, nil)
	}
	text = fitted(t, " "+strings.TrimSpace(text)+" ", min(cell.Width(text)+2, s.w-2), cell.Left)
	return t.Paint(t.Rule, t.Glyphs.HRule) + t.Paint(t.Faint, text) + t.Paint(t.Rule, strings.Repeat(t.Glyphs.HRule, s.w-1-cell.Width(text)))
}

// head is the title, the rule and the advice. Without a theme it is plain, for
// counting lines.
func (s *SegmentPage) head(t *theme.Theme) []string {
	pr, g := s.host.Printer(), s.segment()
	paint := func(ink func(*theme.Theme) theme.Ink, text string) string {
		if t == nil {
			return text
		}
		return t.Paint(ink(t), text)
	}
	swatch := "  "
	if t != nil {
		swatch = t.Paint(t.Segment(s.number), t.Glyphs.Swatch+t.Tag(s.number))
	}
	const before = 4 // cells of the swatch
	title := s.title
	if cell.Width(title) > s.w-before {
		title = s.short
	}
	if t != nil {
		title = fitted(t, title, s.w-before, cell.Left)
	}
	out := []string{" " + swatch + " " + paint(func(t *theme.Theme) theme.Ink { return t.Title }, title)}
	entry := func(label, text string) {
		const labelWidth = 11
		for i, l := range wrapped(text, s.w-labelWidth-2) {
			if i > 1 || i > 0 && s.low() {
				break // two lines tell enough; the rule is whole in the workbook
			}
			head := ""
			if i == 0 {
				head = label
			}
			out = append(out, " "+paint(func(t *theme.Theme) theme.Ink { return t.Faint }, cell.Fit(head, labelWidth, cell.Left))+l)
		}
	}
	entry("Rule", g.Rule.In(pr))
	for _, a := range []struct {
		team string
		text model.Phrase
	}{{"Marketing", g.Advice.Marketing}, {"Product", g.Advice.Product}, {"Service", g.Advice.Service}, {"Risk", g.Advice.Risk}} {
		if a.text.Empty() {
			continue
		}
		entry(a.team, a.text.In(pr))
		if s.low() {
			break // the customers need the room
		}
	}
	return out
}

// low reports whether there is room for little above the customers.
func (s *SegmentPage) low() bool { return s.h < 18 }
