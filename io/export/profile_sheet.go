package export

import (
	"fmt"
	"math"
	"slices"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// What the sheet of profiles shows at most, so that it can be read.
const (
	mostProfileLines    = 400
	mostProfileSegments = 60
	mostTelling         = 15 // lines of one segment
)

// profileFirst is the column, counted from 1, of the first segment; before it
// are colour, measure, figure, whether it is an input of the method, and all
// customers.
const profileFirst = 6

// effectSteps are the sizes of effect from which a cell has a colour, and the
// colours of what is less and of what is more than elsewhere: the limits of
// Vargha and Delaney (2000) for a small, a medium and a large effect.
var effectSteps = [...]struct {
	from       float64
	less, more string
}{
	{0.42, "8DB4E2", "F4B183"}, {0.28, "BDD7EE", "F8CBAD"}, {0.12, "DDEBF7", "FCE4D6"},
}

// profileSheet writes how each segment differs from all customers: the figures
// of every measure by segment, coloured by the size of the effect, the effects
// themselves, and the most telling lines of each segment.
func (b *book) profileSheet(p Profile) error {
	if len(p.Lines) == 0 {
		return nil
	}
	v := b.view
	segments := v.summary.segments[:min(len(v.summary.segments), mostProfileSegments)]
	p.Lines = p.Lines[:min(len(p.Lines), mostProfileLines)]
	widths := append([]float64{3, 40, 20, 10, 14}, slices.Repeat([]float64{14}, max(len(segments), 8))...)
	s := b.open(b.tab(profileSheet), page{widths: widths, panes: &excelize.Panes{Freeze: true, XSplit: 2, TopLeftCell: "C1", ActivePane: "topRight"}})
	s.addHigh(28, textCell(b.looks.title, v.text(model.P("Profile of the segments"))))
	prose := widths[:9]
	s.across(prose, b.looks.subtitle, v.text(model.P("What sets each segment apart. Colours show the size of the effect, orange for more than the other customers have and blue for less; without colour the difference is small or may be chance. In an input of the method segments differ by construction.")))
	s.copyNote(b.profileNote())
	s.heading(model.P("Means and shares"), profileFirst-1+len(segments))
	s.profileHead(segments)
	from := s.row + 1
	for _, l := range p.Lines {
		s.profileRow(l, segments, func(f ProfileFigures) any { return s.figure(l, f.Mean) }, s.figure(l, l.All.Mean))
	}
	to := s.row
	s.heading(model.P("Effects"), profileFirst-1+len(segments))
	s.across(prose, b.looks.subtitle, v.text(model.P("From -1 to 1: the chance that a customer of the segment has more than another one, less the chance that they have less (rank-biserial correlation); of shares what Cohen's h comes to. Empty where the difference may be chance.")))
	s.profileHead(segments)
	shift := s.row + 1 - from
	for _, l := range p.Lines {
		s.profileRow(l, segments, func(f ProfileFigures) any {
			if f.MayBeChance {
				f.Effect = math.NaN()
			}
			return s.number(f.Effect, numberLook{format: decimalFormat})
		}, nil)
	}
	colors := s.newEffectStyles()
	s.effectColors(colors, profileFirst, profileFirst+len(segments)-1, from, to, shift)
	s.effectColors(colors, profileFirst, profileFirst+len(segments)-1, from+shift, to+shift, 0)
	s.heading(model.P("The most telling of each segment"), profileFirst+8)
	for _, g := range segments {
		s.telling(p, g, colors)
	}
	return s.err
}

// profileHead writes the head of a table with a column for each segment.
func (s *sheet) profileHead(segments []SegmentSummary) {
	v := s.book.view
	head := []any{textCell(s.book.looks.head, "")}
	for _, t := range []model.Phrase{model.P("Measure"), model.P("Figure"), model.P("Input")} {
		head = append(head, textCell(s.book.looks.head, v.text(t)))
	}
	head = append(head, textCell(s.book.looks.headRight, v.text(model.P("All customers"))))
	names := []string{}
	for _, g := range segments {
		names = append(names, v.names[g.Index])
		head = append(head, textCell(s.book.looks.headRight, v.names[g.Index]))
	}
	s.addHigh(heightOf(names, slices.Repeat([]float64{14}, len(names)))+2, head...)
}

// profileRow writes a line with a cell for each segment.
func (s *sheet) profileRow(l ProfileLine, segments []SegmentSummary, of func(ProfileFigures) any, all any) {
	row := append(s.profileName(l), all)
	for _, g := range segments {
		row = append(row, of(l.Here[g.Index]))
	}
	s.add(row...)
}

// profileName names a line: an empty cell, measure, figure, and whether the
// method read it.
func (s *sheet) profileName(l ProfileLine) []any {
	used := ""
	if l.Used {
		used = s.book.view.text(model.P("yes"))
	}
	return []any{nil, s.text(s.book.view.text(l.Label)), s.text(s.book.view.text(l.Stat.label())), s.text(used)}
}

// effectStyle is the fill of a cell whose effect is beyond a limit.
type effectStyle struct {
	id        int
	condition string // on the cell of the effect
}

// newEffectStyles makes the fills of effects, the largest first.
func (s *sheet) newEffectStyles() []effectStyle {
	var out []effectStyle
	add := func(color, condition string) {
		s.do(func() error {
			id, err := s.book.file.NewConditionalStyle(&excelize.Style{Fill: solid(color)})
			out = append(out, effectStyle{id, condition})
			return err
		})
	}
	for _, step := range effectSteps {
		add(step.more, fmt.Sprintf(">=%g", step.from))
		add(step.less, fmt.Sprintf("<=-%g", step.from))
	}
	return out
}

// effectColors colours the cells of columns first to last on rows from to to by
// the effects that stand shift rows below.
func (s *sheet) effectColors(colors []effectStyle, first, last, from, to, shift int) {
	if last < first || to < from {
		return
	}
	s.do(func() error {
		corner, err := excelize.CoordinatesToCellName(first, from)
		if err != nil {
			return err
		}
		end, err := excelize.CoordinatesToCellName(last, to)
		if err != nil {
			return err
		}
		effect, err := excelize.CoordinatesToCellName(first, from+shift)
		if err != nil {
			return err
		}
		var rules []excelize.ConditionalFormatOptions
		for _, c := range colors {
			rules = append(rules, excelize.ConditionalFormatOptions{Type: "formula", Format: &c.id, StopIfTrue: true,
				Criteria: fmt.Sprintf("AND(ISNUMBER(%s),%s%s)", effect, effect, c.condition)})
		}
		return s.book.file.SetConditionalFormat(s.name, corner+":"+end, rules)
	})
}

// telling writes the most telling lines of one segment.
func (s *sheet) telling(p Profile, g SegmentSummary, colors []effectStyle) {
	b, v := s.book, s.book.view
	var lines []int
	for _, i := range p.Telling[g.Index] {
		if i < len(p.Lines) {
			lines = append(lines, i)
		}
	}
	if len(lines) == 0 {
		return
	}
	s.skip(1)
	head := []any{s.swatch(g), textCell(b.looks.head, v.names[g.Index]), textCell(b.looks.head, v.text(model.P("Figure"))), textCell(b.looks.head, v.text(model.P("Input")))}
	for _, t := range []model.Phrase{model.P("Customers"), model.P("Mean, share"), model.P("of all"), model.P("Lift"), model.P("Median"), model.P("of all"),
		model.P("Lift"), model.P("Effect"), model.P("By chance")} {
		head = append(head, textCell(b.looks.headRight, v.text(t)))
	}
	s.add(head...)
	from := s.row + 1
	for _, i := range lines[:min(len(lines), mostTelling)] {
		l, h := p.Lines[i], p.Lines[i].Here[g.Index]
		s.add(append(s.profileName(l), s.number(float64(h.N), numberLook{format: wholeFormat}),
			s.figure(l, h.Mean), s.figure(l, l.All.Mean), s.number(h.Lift, numberLook{format: liftFormat}),
			s.figure(l, h.Median), s.figure(l, l.All.Median), s.number(h.MedianLift, numberLook{format: liftFormat}),
			s.number(h.Effect, numberLook{format: decimalFormat}), s.number(h.Chance, numberLook{format: shareFormat}))...)
	}
	const effect = 12 // the column of effects
	s.effectColors(colors, effect, effect, from, s.row, 0)
	s.liftColors([]int{8, 11}, from)
}

// liftFormat is the number format of one figure over another.
const liftFormat = `0.00"×"`

// liftColors colours the lifts of columns from a row on, white where they are 1.
func (s *sheet) liftColors(columns []int, from int) {
	for _, column := range columns {
		s.do(func() error {
			a, err := excelize.CoordinatesToCellName(column, from)
			if err != nil {
				return err
			}
			z, err := excelize.CoordinatesToCellName(column, s.row)
			if err != nil {
				return err
			}
			return s.book.file.SetConditionalFormat(s.name, a+":"+z, []excelize.ConditionalFormatOptions{{Type: "3_color_scale", Criteria: "=",
				MinType: "num", MidType: "num", MaxType: "num", MinValue: "0.5", MidValue: "1", MaxValue: "2",
				MinColor: "#8DB4E2", MidColor: "#FFFFFF", MaxColor: "#F4B183"}})
		})
	}
}
