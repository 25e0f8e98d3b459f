package export

import (
	"strings"

	"custseg/model"
)

// Averages that keep the Summary as wide as a page can be read; with more, all are
// on the Rules sheet. Widths are in digits.
const (
	mostAverages  = 6
	leastAverages = 3
	averageWidth  = 16
	mostWide      = 225 // of the whole sheet
)

// Widths of the columns of names and of advice.
const (
	leastName, mostName     = 22, 44
	leastAdvice, mostAdvice = 40, 64
)

// shownAverages is the number of averages on the Summary.
func (b *book) shownAverages() int {
	total := b.view.summary.total
	wide := 3 + widest(b.view.names, leastName, mostName) + widest(b.firstAdvice(), leastAdvice, mostAdvice) + 2*indent + 25
	if total.HasValue {
		wide += 29
	}
	room := max(leastAverages, min(mostAverages, int((mostWide-wide)/averageWidth)))
	return min(len(total.Averages), room)
}

// mostOnPage is the number of segments up to which a Summary is one page: with
// more it would be too small to read.
const mostOnPage = 40

// indent is what an indented cell loses of its width, in digits.
const indent = 2

// summaryNumber is one column of numbers of the Summary.
type summaryNumber struct {
	title  string
	width  float64
	format string
	of     func(SegmentSummary) float64
	// formula writes the same over the sheets of customers.
	formula rowFormula
}

// summaryNumbers lists the columns of numbers of the Summary.
func (b *book) summaryNumbers() []summaryNumber {
	v, t := b.view, b.tally()
	title := func(key string) string { return v.text(model.P(key)) }
	out := []summaryNumber{
		{title("Customers"), 12, wholeFormat, func(s SegmentSummary) float64 { return float64(s.Customers) }, t.counted()},
		{title("Share of customers"), 13, shareFormat, func(s SegmentSummary) float64 { return s.Share }, t.ofTotal("C", "0")},
	}
	if v.summary.total.HasValue {
		out = append(out,
			summaryNumber{title("Value"), 16, moneyFormat, func(s SegmentSummary) float64 { return s.Value }, t.summed(v.summary.value)},
			summaryNumber{title("Share of value"), 13, shareFormat, func(s SegmentSummary) float64 { return s.ValueShare }, t.ofTotal("E", `""`)})
	}
	for i := range b.shownAverages() {
		out = append(out, summaryNumber{strings.ReplaceAll(b.view.averageTitle(i), "_", " "), averageWidth, b.averageFormat(i), func(s SegmentSummary) float64 { return s.Averages[i].Mean }, t.averaged(v.summary.measured[i])})
	}
	return out
}

func (b *book) averageFormat(i int) string {
	values := []float64{b.view.summary.total.Averages[i].Mean}
	for _, s := range b.view.summary.segments {
		values = append(values, s.Averages[i].Mean)
	}
	return averageFormat(b.view.summary.total.Averages[i].Unit, values)
}

// averageFormat is the number format of averages: as of other numbers, but that
// two decimals tell those of ratings apart.
func averageFormat(u model.Unit, values []float64) string {
	if format := formatFor(u, values); format != smallFormat || largestOf(values) < 1 {
		return format
	}
	return decimalFormat
}

// firstAdvice lists a line of advice for each segment; the Rules sheet has all.
func (b *book) firstAdvice() []string {
	out := make([]string, len(b.view.summary.segments))
	for i, g := range b.view.summary.segments {
		if lines := b.view.advice(g.Advice); len(lines) > 0 {
			out[i] = lines[0]
		}
	}
	return out
}

// summarySheet writes the sheet a manager reads. links are the sheets of
// segments, and plots the charts of the method.
func (b *book) summarySheet(links map[int]string, plots []model.Chart) error {
	numbers, figures := b.summaryNumbers(), b.view.keyFigures()
	p := page{widths: []float64{3, widest(b.view.names, leastName, mostName) + indent}, onePage: len(b.view.summary.segments) <= mostOnPage}
	for _, n := range numbers {
		p.widths = append(p.widths, max(n.width, min(longestWord(n.title)/boldRoom, widestNumber)))
	}
	advice := b.firstAdvice()
	p.widths = append(p.widths, widest(advice, leastAdvice, mostAdvice)+indent)
	facts := append(b.facts(), b.tableFacts()...)
	p.titles = 3 + len(facts) + 2 // the row of the table's head
	if len(figures) > 0 {
		p.titles += keyFigureHeight
	}
	s := b.open(b.tab(summarySheet), p)
	s.addHigh(28, textCell(b.looks.title, b.title()))
	s.across(p.widths, b.looks.subtitle, b.view.text(b.view.method.Summary))
	s.skip(1)
	s.keyFigureRows(figures, p.widths, p.titles+1)
	for _, f := range facts {
		s.add(nil, s.label(f.label), f.cell(s))
		if f.sheet != "" {
			s.link(3, f.sheet)
		}
	}
	s.skip(1)
	from, to := s.segmentTable(numbers, advice, p.widths, links)
	if b.tally() != nil {
		b.table = tableAt{s.name, from}
	}
	if from <= to {
		s.charts(p.widths, from, to, plots)
	}
	return s.err
}

// segmentTable writes the table of segments in columns of widths and returns the
// rows of the first and the last.
func (s *sheet) segmentTable(numbers []summaryNumber, advice []string, widths []float64, links map[int]string) (from, to int) {
	const room = 4 // points below the text of a row
	b, last := s.book, len(widths)-1
	s.segmentHead(numbers, widths)
	from = s.row + 1
	to = s.row + len(b.view.summary.segments)
	for i, g := range b.view.summary.segments {
		if s.err != nil { // of very many segments, when the book is no longer wanted
			return from, to
		}
		// A link takes one line only in LibreOffice: a longer name leads nowhere.
		look, link := b.looks.name, links[g.Index]
		if float64(displayWidth(b.view.names[g.Index])) > widths[1]-indent {
			link = ""
		}
		if link != "" {
			look = b.looks.nameLink
		}
		row := []any{s.swatch(g), textCell(look, b.view.names[g.Index])}
		for _, n := range numbers {
			row = append(row, s.summed(n, g, numberLook{format: n.format}, to+1))
		}
		height := heightOf([]string{b.view.names[g.Index], advice[i]}, []float64{widths[1] - indent, widths[last] - indent})
		s.addHigh(height+room, append(row, textCell(b.looks.advice, advice[i]))...)
		if link != "" {
			s.link(2, link)
		}
	}
	total := []any{textCell(b.looks.strong, ""), textCell(b.looks.nameStrong, b.view.text(model.P("All customers")))}
	for _, n := range numbers {
		total = append(total, s.summed(n, b.view.summary.total, numberLook{format: n.format, strong: true}, to+1))
	}
	s.addHigh(totalHeight, append(total, textCell(b.looks.strong, ""))...)
	return from, to
}

// boldRoom is how many of the characters that a column holds otherwise it holds in
// bold.
const boldRoom = 0.85

// widestNumber is how wide a word of its title may make a column of numbers.
const widestNumber = 22

// segmentHead writes the head of the table of segments, as high as its longest
// title takes in bold.
func (s *sheet) segmentHead(numbers []summaryNumber, widths []float64) {
	b := s.book
	titles, room := []string{""}, []float64{1}
	head := []any{textCell(b.looks.head, ""), textCell(b.looks.headIndent, b.view.text(model.P("Segment")))}
	for i, n := range numbers {
		head = append(head, textCell(b.looks.headRight, n.title))
		titles, room = append(titles, n.title), append(room, widths[2+i]*boldRoom)
	}
	s.addHigh(max(2*lineHeight, heightOf(titles, room))+2, append(head, textCell(b.looks.headIndent, b.view.text(model.P("What to do"))))...)
}

// summed makes the cell of a number of the row being made: its formula over the
// customers and what that comes to.
func (s *sheet) summed(n summaryNumber, g SegmentSummary, l numberLook, total int) any {
	return s.formula(n.formula, place{row: s.row + 1, total: total, segment: g.Index}, n.of(g), l)
}

// formula makes the cell of a number with the formula that comes to it.
func (s *sheet) formula(f rowFormula, at place, v float64, l numberLook) any {
	return s.computed(f(at), v, l)
}

// fact is one line above the table of segments.
type fact struct {
	label model.Phrase
	cell  func(*sheet) any
	sheet string // the one it leads to
}

// facts says what the segments were made of.
func (b *book) facts() []fact {
	var out []fact
	for _, f := range b.view.facts() {
		one := fact{f.label, func(s *sheet) any { return s.text(f.text) }, ""}
		switch {
		case f.day != model.NoDay:
			one.cell = func(s *sheet) any { return s.date(f.day) }
		case f.ofRows:
			one.cell, one.sheet = func(s *sheet) any { return textCell(b.looks.link, f.text) }, qualitySheet
		}
		out = append(out, one)
	}
	return out
}

// fixedFigures are the labels of the key figures that do not follow a segment that
// is changed, and whether others do.
func (b *book) fixedFigures() (labels []string, live bool) {
	for _, k := range b.view.keyFigures() {
		if b.followsFromSizes(k) {
			live = true
		} else {
			labels = append(labels, b.view.text(k.label))
		}
	}
	return labels, live
}

// tableFacts says of the table of segments what its numbers are, and which
// segments have no sheet.
func (b *book) tableFacts() []fact {
	var out []fact
	if b.tally() != nil {
		text := model.P("formulas over the sheet %s: they follow a segment that is changed there", customersSheet)
		switch fixed, live := b.fixedFigures(); {
		case len(fixed) > 0 && live:
			text = model.P("%s; as of the export: the method's own charts, %s", text, strings.Join(fixed, ", "))
		case len(fixed) > 0:
			text = model.P("%s; the key figures above and the method's own charts are as of the export", text)
		}
		out = append(out, fact{model.P("Numbers below"), func(s *sheet) any { return textCell(b.looks.link, b.view.text(text)) }, customersSheet})
	}
	segments := 0
	for _, g := range b.view.summary.segments {
		if g.Customers > 0 {
			segments++
		}
	}
	if why := withoutSheets(b.options.SegmentSheets, b.view.source.Len(), segments); !why.Empty() {
		out = append(out, fact{model.P("Sheets of segments"), func(s *sheet) any { return s.text(b.view.text(why)) }, ""})
	}
	return out
}

// digitPixels is the width on the screen of a digit, and columnEdge what a column
// takes beside them.
const (
	digitPixels = 7
	columnEdge  = 5
)

// pixels is the width on the screen of a column so many digits wide.
func pixels(digits float64) int { return int(digits*digitPixels) + columnEdge }
