package screen

import (
	"context"
	"fmt"
	"math"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg/profile"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
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
	title   string         // name, size and value: counted once, for every frame shows it
	lines   []profile.Line // nil until computed
	table   *customerTable
	focus   int // 0 customers, 1 profile
	top     int // first line of the profile shown
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
	s.number, s.top, s.lines = number, 0, nil
	s.members = s.result.Segmentation.Members(number)
	s.title = s.summary()
	s.table = newCustomerTable(s.host, s.members, false)
	s.SetSize(s.w, s.h)
	var lines []profile.Line
	customers, members := s.result.Customers, s.members
	s.host.Start(Task{
		Name: "profile",
		Work: func(ctx context.Context, _ func(float64)) error {
			lines = profile.Of(customers, members)
			return ctx.Err()
		},
		Done: func(err error) {
			if err == nil && s.number == number {
				s.lines = lines
				s.SetSize(s.w, s.h)
			}
		},
	})
}

// Place, Crumb and Typing implement [Screen].
func (s *SegmentPage) Place() string { return "segment" }
func (s *SegmentPage) Crumb() string { return s.segment().Name.In(s.host.Printer()) }
func (s *SegmentPage) Typing() bool  { return s.table.typing() }

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
	if w > 0 {
		s.table.setSize(w, max(3, h-s.headLines()-s.profileLines()-2))
	}
}

// Key implements [Screen].
func (s *SegmentPage) Key(k term.Key) bool {
	if s.focus == 1 && !s.table.typing() {
		switch k.Name {
		case "down", "j":
			s.scroll(1)
		case "up", "k":
			s.scroll(-1)
		case "pgdown", "ctrl+d":
			s.scroll(s.profileLines() - 1)
		case "pgup", "ctrl+u":
			s.scroll(1 - s.profileLines())
		default:
			return false
		}
		return true
	}
	return s.table.key(k)
}

func (s *SegmentPage) scroll(d int) {
	s.top = max(0, min(s.top+d, len(s.lines)-s.profileLines()+1))
}

// Mouse implements [Screen].
func (s *SegmentPage) Mouse(m term.Mouse) {
	below := s.headLines() + s.profileLines() + 2
	if m.Y >= below {
		s.focus = 0
		m.Y -= below
		s.table.mouse(m)
		return
	}
	if m.Action == term.Wheel {
		s.scroll(m.DY)
	}
}

// Actions implements [Screen].
func (s *SegmentPage) Actions() map[string]Action {
	out := s.table.actions("segment")
	out["segment.pane"] = Action{Do: func() { s.focus = 1 - s.focus }}
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

// summary names the segment with its size and, where there is money, its value.
func (s *SegmentPage) summary() string {
	pr := s.host.Printer()
	title := s.segment().Name.In(pr)
	for _, l := range export.Summarize(s.result.Customers, s.result.Segmentation) {
		if l.Index != s.number {
			continue
		}
		title += say(pr, "   %d of %d customers, %.1f%%", l.Customers, s.result.Customers.Len(), 100*l.Share)
		if l.HasValue && l.ValueShare == l.ValueShare {
			title += say(pr, "   value %.0f, %.1f%%", l.Value, 100*l.ValueShare)
		}
	}
	return cell.Clean(title)
}

// headLines is how many lines title, rule and advice take.
func (s *SegmentPage) headLines() int { return len(s.head(nil)) }

// profileLines is how many lines the profile takes, its header included.
func (s *SegmentPage) profileLines() int {
	room := s.h - s.headLines() - 2
	return max(3, min(len(s.lines)+1, room/2))
}

// View implements [Screen].
func (s *SegmentPage) View(t *theme.Theme) []string {
	var out []string
	for _, l := range s.head(t) {
		out = append(out, cell.Pad(l, s.w))
	}
	out = append(out, rule(t, s.w, nil))
	out = append(out, sized(s.profile(t), s.w, s.profileLines())...)
	out = append(out, rule(t, s.w, nil))
	out = append(out, s.table.view(t, s.focus == 0)...)
	return sized(out, s.w, s.h)
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
	out := []string{" " + swatch + " " + paint(func(t *theme.Theme) theme.Ink { return t.Title }, s.title)}
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

// profile is what sets the segment apart, the most telling first.
func (s *SegmentPage) profile(t *theme.Theme) []string {
	const figure = 11
	label := max(16, min(34, s.w-4*figure-10))
	box := s.w - label - 4*figure - 4
	title := "What sets them apart"
	switch rows := s.profileLines() - 1; {
	case s.lines == nil:
		title += " " + t.Glyphs.Ellipsis
	case len(s.lines) > rows:
		title += say(s.host.Printer(), " (%d-%d of %d)", s.top+1, min(s.top+rows, len(s.lines)), len(s.lines))
	}
	ink := t.Header
	if s.focus == 1 {
		ink = t.Accent
	}
	head := " " + t.Paint(ink, fitted(t, title, label+figure, cell.Left)) + t.Paint(t.Header,
		cell.Fit("here", figure, cell.Right)+cell.Fit("all", figure, cell.Right)+cell.Fit("lift", figure-3, cell.Right))
	out := []string{head}
	for _, l := range s.lines[min(s.top, len(s.lines)):] {
		row := " " + fitted(t, l.Label.In(s.host.Printer()), label-1, cell.Left) + " " + t.Paint(t.Faint, cell.Fit(l.Stat.String(), figure, cell.Left)) +
			cell.Fit(figureText(s.host.Printer(), l.Here, l.Unit), figure, cell.Right) + cell.Fit(figureText(s.host.Printer(), l.All, l.Unit), figure, cell.Right) +
			cell.Fit(liftText(l.Lift), figure-3, cell.Right)
		if box >= 12 {
			row += "  " + s.distribution(t, l, box-2)
		}
		out = append(out, row)
	}
	return out
}

// distribution draws the group's box on the axis of the base, or the bar of a
// share.
func (s *SegmentPage) distribution(t *theme.Theme, l profile.Line, w int) string {
	if l.Stat == profile.Share {
		return t.Paint(t.Segment(s.number), chart.Bar(t, l.Here, 1, w))
	}
	lo, hi := min(l.Box[0], l.BaseBox[0]), max(l.Box[4], l.BaseBox[4])
	box := chart.Summary{N: l.N, P5: l.Box[0], Q1: l.Box[1], Median: l.Box[2], Q3: l.Box[3], P95: l.Box[4]}
	return chart.Box(t, box, lo, hi, w, t.Segment(s.number))
}

// figureText writes a figure shortly, a share to a tenth of a percent.
func figureText(pr *message.Printer, v float64, u model.Unit) string {
	if u == model.Percent {
		return pr.Sprintf("%.1f%%", 100*v)
	}
	return chart.Short(v, u)
}

func liftText(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	return fmt.Sprintf("%.2f×", v)
}
