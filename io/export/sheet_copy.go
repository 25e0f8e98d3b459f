package export

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// tableAt is where the Summary has the customers of each segment, in the order of
// the segments in view; a zero one has none that follow a changed segment.
type tableAt struct {
	sheet string
	from  int // the row of the first segment
}

// countOf refers to the customers of the k-th segment in view.
func (t tableAt) countOf(k int) string {
	return fmt.Sprintf("%s!$C$%d", quoteSheet(t.sheet), t.from+k)
}

// copyNote is a cell that says of a sheet that it is a copy as of the export, and
// whether the sheet of customers has changed since.
type copyNote struct {
	differs string // a condition that holds when customers were moved, empty where nothing follows
	same    string // the words until then
	before  string // the words from then on, around the number now
	now     string // a formula
	after   string
}

// segmentNote is the note on a sheet of a segment.
func (b *book) segmentNote(segment int) copyNote {
	v := b.view
	for k, g := range v.summary.segments {
		if g.Index != segment {
			continue
		}
		n := copyNote{same: v.text(model.P("A copy as of the export: %d customers are in this segment", g.Customers))}
		if b.table.sheet != "" {
			n.now = b.table.countOf(k)
			n.differs = fmt.Sprintf("%s<>%d", n.now, g.Customers)
			n.same = v.text(model.P("A copy as of the export: %d customers, as many as the sheet %s has in this segment", g.Customers, customersSheet))
			n.before, n.after = aroundNumber(v.text(model.P("A copy as of the export of %d customers: the sheet %s now has %s in this segment, so this sheet differs", g.Customers, customersSheet, numberHere)))
		}
		return n
	}
	return copyNote{}
}

// profileNote is the note on the sheet of profiles.
func (b *book) profileNote() copyNote {
	n := copyNote{same: b.view.text(model.P("As of the export: this sheet does not follow a segment that is changed on the sheet %s", customersSheet))}
	if b.table.sheet == "" {
		return n
	}
	var terms []string
	for k, g := range b.view.summary.segments[:min(len(b.view.summary.segments), mostProfileSegments)] {
		terms = append(terms, fmt.Sprintf("(%s<>%d)", b.table.countOf(k), g.Customers))
	}
	n.now = strings.Join(terms, "+")
	n.differs = n.now + "<>0"
	n.before, n.after = aroundNumber(b.view.text(model.P("As of the export: the sheet %s now has other numbers of customers in %s segments, which this sheet does not follow", customersSheet, numberHere)))
	return n
}

// numberHere stands for a number that a formula tells.
const numberHere = "#"

// aroundNumber is what stands before and after the number.
func aroundNumber(words string) (before, after string) {
	before, after, _ = strings.Cut(words, numberHere)
	return before, after
}

// copyNote writes the note in the next row.
func (s *sheet) copyNote(n copyNote) {
	c := textCell(s.book.looks.label, n.same)
	if n.differs == "" {
		s.add(c)
		return
	}
	c.formula = fmt.Sprintf("IF(%s,%s&(%s)&%s,%s)", n.differs, literal(n.before), n.now, literal(n.after), literal(n.same))
	s.add(c)
	s.do(func() error {
		at, err := excelize.CoordinatesToCellName(1, s.row)
		if err != nil {
			return err
		}
		id, err := s.book.file.NewConditionalStyle(&excelize.Style{Fill: solid(alertColor), Font: font(11, inkColor, true)})
		if err != nil {
			return err
		}
		return s.book.file.SetConditionalFormat(s.name, at, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: n.differs, Format: &id}})
	})
}

// literal writes words in a formula.
func literal(words string) string { return `"` + strings.ReplaceAll(words, `"`, `""`) + `"` }
