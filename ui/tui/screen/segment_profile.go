package screen

import (
	"math"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg/profile"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// segmentProfile is what sets a segment apart from all customers as a table, the
// most telling line first.
type segmentProfile struct {
	lines   []profile.Line // nil until computed
	nearest []int          // other segments, the one most like it first
	ink     func(*theme.Theme) theme.Ink
	top     int // the first line shown
	w, h    int // with the head
}

// scroll moves the lines by d.
func (p *segmentProfile) scroll(d int) {
	p.top = max(0, min(p.top+d, len(p.lines)-p.h+1))
}

// Signs behind a line.
const (
	usedSign   = "=" // the method read it
	chanceSign = "?" // it may be chance
)

// profileColumn is one column of the table.
type profileColumn struct {
	title string
	width int
	align cell.Align
	text  func(*message.Printer, profile.Line) string
	ink   func(*theme.Theme, profile.Line) theme.Ink // nil for plain
}

// The widths from which the table shows medians and means side by side, and what
// a statistician wants to know.
const (
	profileWide    = 100
	profileWidest  = 160
	profileNamed   = 73 // from here on a line says what its figures are
	profileSized   = 64 // from here on it says how large an effect is
	leastLabel     = 16
	mostLabel      = 40
	boxedLabel     = 36 // beside a box
	leastBox       = 10
	mostBox        = 48
	profileFigures = 11 // cells of a figure: a date and a blank
)

// columns are the columns that a width has room for, without label and box.
func (p *segmentProfile) columns() []profileColumn {
	var out []profileColumn
	add := func(title string, width int, text func(*message.Printer, profile.Line) string) {
		out = append(out, profileColumn{title: title, width: width, align: cell.Right, text: text})
	}
	figure := func(title string, of func(profile.Line) float64) {
		add(title, profileFigures, func(pr *message.Printer, l profile.Line) string { return profileFigure(pr, l, of(l)) })
	}
	// A lift is of the mean at every width, and its title says so: that of the
	// median, which may differ much, has a column of its own.
	lift := func(title string, of func(profile.Line) float64) {
		add(title, len(title)+2, func(pr *message.Printer, l profile.Line) string { return liftText(pr, of(l)) })
	}
	if p.w < profileWide {
		if p.w >= profileNamed {
			out = append(out, profileColumn{width: 9, text: func(_ *message.Printer, l profile.Line) string { return " " + statName(l) },
				ink: func(t *theme.Theme, _ profile.Line) theme.Ink { return t.Faint }})
		}
		figure("here", func(l profile.Line) float64 { return l.Here.Mean })
		figure("all", func(l profile.Line) float64 { return l.All.Mean })
		lift("lift of mean", profile.Line.Lift)
	} else {
		add("n", 8, func(pr *message.Printer, l profile.Line) string { return pr.Sprintf("%d", l.Here.N) })
		figure("median", func(l profile.Line) float64 { return l.Here.Median })
		figure("all", func(l profile.Line) float64 { return l.All.Median })
		if p.w >= profileWidest {
			lift("lift of median", profile.Line.MedianLift)
		}
		add("mean, share", profileFigures+2, func(pr *message.Printer, l profile.Line) string { return profileFigure(pr, l, l.Here.Mean) })
		figure("all", func(l profile.Line) float64 { return l.All.Mean })
		lift("lift of mean", profile.Line.Lift)
	}
	if p.w >= profileWidest {
		add("z", 7, func(pr *message.Printer, l profile.Line) string { return signed(pr, l.Z) })
	}
	if p.w >= profileSized {
		out = append(out, profileColumn{title: "effect", width: 8, align: cell.Right, ink: effectInk,
			text: func(pr *message.Printer, l profile.Line) string { return signed(pr, l.Effect) }})
	}
	if p.w >= profileWidest {
		add("by chance", 11, func(pr *message.Printer, l profile.Line) string { return chanceText(pr, l.Q) })
	}
	return append(out, profileColumn{width: 3, text: func(_ *message.Printer, l profile.Line) string { return " " + signs(l) }})
}

// statName says what a line's figures are: a mean, or a share of something.
func statName(l profile.Line) string {
	switch l.Kind {
	case profile.OfMoney:
		return "of money"
	case profile.OfLines:
		return "of lines"
	}
	if stat, _, _ := l.Typical(); stat == profile.Median || stat == profile.Mean {
		return "mean"
	}
	return "share"
}

func signs(l profile.Line) string {
	out := ""
	if l.Used {
		out += usedSign
	}
	if l.Chance() {
		out += chanceSign
	}
	return out
}

// effectInk shows the size of an effect.
func effectInk(t *theme.Theme, l profile.Line) theme.Ink {
	switch l.Grade() {
	case profile.Large:
		return t.Title
	case profile.Negligible:
		return t.Faint
	}
	return t.Plain
}

// view draws the table on as many lines as it has.
func (p *segmentProfile) view(t *theme.Theme, pr *message.Printer, focused bool) []string {
	columns := p.columns()
	label, box := p.widths(columns)
	ink := t.Header
	if focused {
		ink = t.Accent
	}
	titled := label // the title takes the room of columns without one
	for _, c := range columns {
		if c.title != "" {
			break
		}
		titled += c.width
	}
	head := " " + t.Paint(ink, fitted(t, p.title(t, pr, titled), titled, cell.Left))
	for i, c := range columns {
		if c.title != "" || i > 0 {
			head += t.Paint(t.Header, cell.Fit(c.title, c.width, c.align))
		}
	}
	out := []string{head}
	for _, l := range p.shown() {
		out = append(out, p.row(t, pr, l, columns, label, box))
	}
	return out
}

// widths divides what the columns leave between the label and the box; a box
// that would say nothing is left out.
func (p *segmentProfile) widths(columns []profileColumn) (label, box int) {
	room := p.w - 1
	for _, c := range columns {
		room -= c.width
	}
	if room-1-boxedLabel < leastBox {
		return max(room, leastLabel), 0
	}
	label = min(max(boxedLabel, room-1-mostBox), mostLabel)
	return label, min(room-1-label, mostBox)
}

// title heads the lines in w cells: what they are, and which of them are shown.
func (p *segmentProfile) title(t *theme.Theme, pr *message.Printer, w int) string {
	head := say(pr, "What sets them apart")
	switch n := len(p.shown()); {
	case p.lines == nil:
		return head + " " + t.Glyphs.Ellipsis
	case n < len(p.lines):
		if full := say(pr, "What sets them apart (%d-%d of %d)", p.top+1, p.top+n, len(p.lines)); cell.Width(full) <= w {
			return full
		}
		return say(pr, "Apart (%d-%d of %d)", p.top+1, p.top+n, len(p.lines))
	case cell.Width(head) > w:
		return say(pr, "Differences")
	}
	return head
}

// shown are the lines in view.
func (p *segmentProfile) shown() []profile.Line {
	from := max(0, min(p.top, len(p.lines)))
	return p.lines[from:max(from, min(from+p.h-1, len(p.lines)))]
}

// row draws one line; what may be chance is faint.
func (p *segmentProfile) row(t *theme.Theme, pr *message.Printer, l profile.Line, columns []profileColumn, label, box int) string {
	paint := func(ink theme.Ink, s string) string {
		if l.Chance() {
			ink = t.Faint
		}
		return t.Paint(ink, s)
	}
	out := " " + paint(t.Plain, fitted(t, p.label(l).In(pr), label, cell.Left))
	for _, c := range columns {
		ink := t.Plain
		if c.ink != nil {
			ink = c.ink(t, l)
		}
		out += paint(ink, cell.Fit(c.text(pr, l), c.width, c.align))
	}
	if box > 0 {
		out += " " + p.distribution(t, l, box)
	}
	return out
}

// label names a line, and what it is a part of where no column says so.
func (p *segmentProfile) label(l profile.Line) model.Phrase {
	switch {
	case p.w >= profileWide && l.Kind == profile.OfMoney:
		return model.P("%s, of money", l.Label)
	case p.w >= profileWide && l.Kind == profile.OfLines:
		return model.P("%s, of lines", l.Label)
	}
	return l.Label
}

// distribution draws the group's box on the axis of the base, or the bar of a
// share.
func (p *segmentProfile) distribution(t *theme.Theme, l profile.Line, w int) string {
	if l.Here.Box == nil {
		return t.Paint(p.ink(t), chart.Bar(t, l.Here.Mean, 1, w))
	}
	here, all := l.Here.Box, l.All.Box
	box := chart.Summary{N: l.Here.N, P5: here[0], Q1: here[1], Median: here[2], Q3: here[3], P95: here[4]}
	return chart.Box(t, box, min(here[0], all[0]), max(here[4], all[4]), w, p.ink(t))
}

// legend says what the signs in view mean.
func (p *segmentProfile) legend(pr *message.Printer) string {
	var parts []string
	all := ""
	for _, l := range p.shown() {
		all += signs(l)
	}
	if strings.Contains(all, usedSign) {
		parts = append(parts, say(pr, "%s read by the method, or follows from it", usedSign))
	}
	if strings.Contains(all, chanceSign) {
		parts = append(parts, say(pr, "%s may be chance", chanceSign))
	}
	return strings.Join(parts, "  ")
}

// profileFigure writes a figure of a line shortly, a date as such, a share to a
// tenth of a percent; nothing where there is none.
func profileFigure(pr *message.Printer, l profile.Line, v float64) string {
	switch {
	case math.IsNaN(v):
		return ""
	case l.Kind == profile.Date:
		return model.Day(math.Round(v)).String()
	case l.Unit == model.Percent:
		return pr.Sprintf("%.1f%%", 100*v)
	}
	return chart.Short(v, l.Unit)
}

func liftText(pr *message.Printer, v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	return pr.Sprintf("%.2f×", v)
}

func signed(pr *message.Printer, v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return pr.Sprintf("%+.2f", v)
}

// chanceText writes a corrected probability.
func chanceText(pr *message.Printer, q float64) string {
	switch {
	case math.IsNaN(q):
		return ""
	case q < 0.001:
		return "<0.1%"
	}
	return pr.Sprintf("%.1f%%", 100*q)
}
