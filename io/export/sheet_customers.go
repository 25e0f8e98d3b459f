package export

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// everyone stands for all customers where a segment is asked for.
const everyone = -1

// mostSegmentSheets keeps a workbook usable when a method makes a segment of
// every code or place.
const mostSegmentSheets = 200

// MostSheetedCustomers is the number of customers up to which a workbook gets a
// sheet for each segment: they hold everyone a second time.
const MostSheetedCustomers = 500_000

// customerList is one sheet of customers.
type customerList struct {
	sheet    string
	segment  int // everyone for all
	count    int
	customer func(k int) int32 // the k-th on the sheet
}

// allCustomers plans the sheet of all customers, or several.
func (b *book) allCustomers() []customerList {
	return b.split(everyone, customersSheet, b.view.source.Len(), b.view.customer)
}

// segmentLists plans the sheets of each segment that has customers, none where
// they are not wanted or too many. Their names begin with a prefix.
func (b *book) segmentLists(prefix string) []customerList {
	if !b.options.SegmentSheets || b.view.source.Len() > MostSheetedCustomers {
		return nil
	}
	var out []customerList
	members := b.members()
	sheets := 0
	for _, s := range b.view.summary.segments {
		if s.Customers == 0 || sheets == mostSegmentSheets {
			continue
		}
		list := members[s.Index]
		name := b.names.claim(prefix + b.view.names[s.Index])
		out = append(out, b.split(s.Index, name, len(list), func(k int) int32 { return list[k] })...)
		sheets++
	}
	return out
}

// withoutSheets says why segments have no sheets of their own, empty when all
// with customers have.
func withoutSheets(wanted bool, customers, segments int) model.Phrase {
	switch {
	case !wanted:
		return model.P("none: they were left out as asked")
	case customers > MostSheetedCustomers:
		return model.P("none: there are %d customers, and segments get sheets of their own up to %d", customers, MostSheetedCustomers)
	case segments > mostSegmentSheets:
		return model.P("of the first %d segments that have customers, of %d", mostSegmentSheets, segments)
	}
	return model.Phrase{}
}

// members returns the customers of each segment in the order of rows.
func (b *book) members() [][]int32 {
	counts := b.view.result.Counts()
	out := make([][]int32, len(counts))
	for g, n := range counts {
		out[g] = make([]int32, 0, n)
	}
	for row := range b.view.source.Len() {
		i := b.view.customer(row)
		g := b.view.result.Of[i]
		out[g] = append(out[g], i)
	}
	return out
}

// split spreads a list over as many sheets as it takes.
func (b *book) split(segment int, name string, count int, customer func(int) int32) []customerList {
	most := b.most - 1 // the header
	if segment != everyone {
		most = max(1, most-1) // the note
	}
	out := []customerList{{name, segment, min(count, most), customer}}
	for from := most; from < count; from += most {
		out = append(out, customerList{b.names.claim(name + " " + strconv.Itoa(len(out)+1)), segment, min(most, count-from),
			func(k int) int32 { return customer(from + k) }})
	}
	return out
}

// customerSheet writes one sheet of customers.
func (b *book) customerSheet(l customerList) error {
	tab := ""
	if l.segment != everyone {
		tab = segmentColor(l.segment, b.view.result.Segments[l.segment].Unclassified)
	}
	rows := rowTable{name: l.sheet, tab: tab, columns: b.view.columns(), count: l.count, at: func(k int) int { return int(l.customer(k)) }}
	if l.segment != everyone {
		note := b.segmentNote(l.segment)
		rows.note = &note
	}
	return b.listSheet(rows)
}

// newSegmentLooks makes the look of each segment's name, in its colour.
func (b *book) newSegmentLooks() ([]look, error) {
	format := textFormat
	out := make([]look, len(b.view.result.Segments))
	const shades = len(segmentColors) * len(segmentRounds) // after which colours repeat
	known := map[int]look{}                                // by shade, -1 of the unclassified: a workbook holds some thousands of looks at most
	for g, s := range b.view.result.Segments {
		shade := g % shades
		if s.Unclassified {
			shade = -1
		}
		if _, ok := known[shade]; !ok {
			made, err := addLook(b.file, &excelize.Style{CustomNumFmt: &format,
				Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1}, Font: font(11, inkOf(segmentColor(g, s.Unclassified)), true)})
			if err != nil {
				return nil, err
			}
			known[shade] = made
		}
		out[g] = known[shade]
	}
	return out, nil
}
