package screen

import (
	"slices"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/pipeline"
)

// Limits of a workbook as io/export writes it.
const (
	sheetRows     = 1<<20 - 1 // customers on a sheet, below the header
	segmentSheets = 200       // sheets of segments
)

// exportSheet is one sheet of a workbook that is to be written, or several
// when the customers do not fit on one.
type exportSheet struct {
	name    string
	segment int // -1 for none
	rows    int // customers; -1 for a sheet of something else
	sheets  int
}

// exportContents is what a file will hold.
type exportContents struct {
	customers, segments     int
	sheets                  []exportSheet // of a workbook
	skipped                 int           // segments that get no sheet for want of room
	scores, measures, about []string      // columns beside id and segment
	// Columns that name persons, or about which a choice was made, by what is told
	// of them.
	kept, masked, hashed, dropped []string
	methods                       []string // the titles of all methods of the file
	noIDs                         bool     // the ids of customers are left out
	reasons                       bool     // a column says why customers are unclassified
	excluded                      int      // rows and records that were left out
	left                          []exportReason
}

// who are the columns that say who a customer is.
func (c *exportContents) who() []string {
	if c.noIDs {
		return nil
	}
	return []string{string(model.CustomerID)}
}

// columns returns the number of columns of a table of customers.
func (c *exportContents) columns() int {
	n := 1 + len(c.who()) + len(c.scores) + len(c.measures) + len(c.about)
	if c.reasons {
		n++
	}
	return n
}

// contentsOf finds out what a file of the result will hold. The names of
// segments are in the reader's language already.
func contentsOf(pr *message.Printer, r *pipeline.Result, names []string, perSegment bool) *exportContents {
	s := r.Segmentation
	c := &exportContents{customers: r.Customers.Len(), reasons: s.Why != nil}
	c.left, c.excluded = reasonsOf(pr, r.Dataset, r.Customers.Quality())
	for _, score := range s.Scores {
		c.scores = append(c.scores, score.Name())
	}
	for _, f := range r.Customers.Features() {
		c.measures = append(c.measures, string(f.Measure))
	}
	for _, a := range r.Customers.Attributes() {
		c.about = append(c.about, a.Name())
	}
	c.sheets = append(c.sheets, exportSheet{"Summary", -1, -1, 1}, sheetOf("Customers", -1, c.customers))
	for g, n := range s.Counts() {
		if n > 0 || !s.Segments[g].Unclassified {
			c.segments++
		}
		switch {
		case n == 0 || !perSegment || c.customers > export.MostSheetedCustomers:
		case len(c.sheets) == segmentSheets+2:
			c.skipped++
		default:
			c.sheets = append(c.sheets, sheetOf(names[g], g, n))
		}
	}
	for _, name := range []string{"Profile", "Rules", "Quality", "Recipe"} {
		c.sheets = append(c.sheets, exportSheet{name, -1, -1, 1})
	}
	return c
}

func sheetOf(name string, segment, rows int) exportSheet {
	return exportSheet{name, segment, rows, max(1, (rows+sheetRows-1)/sheetRows)}
}

// disclose takes in what is told of columns: those that are left out are not
// among the attributes.
func (c *exportContents) disclose(columns []export.ColumnPrivacy) {
	for _, of := range columns {
		name := of.Header
		if of.ID {
			name = string(model.CustomerID)
		}
		to := map[model.Disclosure]*[]string{model.KeepColumn: &c.kept, model.MaskColumn: &c.masked, model.HashColumn: &c.hashed, model.DropColumn: &c.dropped}[of.Told]
		if to == nil || of.Told == model.KeepColumn && !of.ID && !of.Personal || slices.Contains(*to, name) {
			continue
		}
		*to = append(*to, name)
	}
	c.about = slices.DeleteFunc(c.about, func(name string) bool { return slices.Contains(c.dropped, name) })
	c.noIDs = slices.Contains(c.dropped, string(model.CustomerID))
}
