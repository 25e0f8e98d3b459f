package screen

import (
	"math"
	"slices"
	"sync"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
)

// customerRows is some customers of a result as rows of a table.
type customerRows struct {
	host     Host
	result   *pipeline.Result
	members  []int32
	mixed    bool // the customers are of several segments: there is a column for it
	personal bool // personal columns are shown
	columns  []customerColumn
	extra    []customerColumn // beside those of the result, after the segment
	names    []string         // as filters name the columns
}

// customerColumn is one column about customers.
type customerColumn struct {
	key    string // the same for the same column of another list or result
	title  string
	alias  string // another name in filters
	unit   model.Unit
	values model.Column // nil for a column of segments
	names  bool         // names persons
	stands bool         // for ids that are hidden

	segment func(customer int32) int // of a column of segments; -1 for none
	placed  func() *model.Texts      // the same as a column of names, of those listed
}

// newCustomerRows lists customers of the result in force.
func newCustomerRows(host Host, members []int32, mixed bool) *customerRows {
	r := &customerRows{host: host, result: host.Session().Result, members: members, mixed: mixed}
	return r.again()
}

// again returns the same customers of the same result with the columns that the
// session lets be seen.
func (r *customerRows) again() *customerRows {
	out := *r
	out.personal = r.host.Session().Personal
	out.addColumns()
	return &out
}

func (r *customerRows) addColumns() {
	c, s, pr := r.result.Customers, r.result.Segmentation, r.host.Printer()
	r.columns = []customerColumn{{key: "id", title: "Customer", alias: string(model.CustomerID), values: c.IDs(), stands: r.host.Session().HidesIDs()}}
	if r.personal {
		r.addNames(c)
	}
	if r.mixed {
		r.addSegments("segment", "Segment", func(i int32) int { return int(s.Of[i]) })
	}
	r.columns = append(r.columns, r.extra...)
	feature := func(f model.Feature) {
		r.columns = append(r.columns, customerColumn{key: "measure " + string(f.Measure), title: f.Label.In(pr), alias: string(f.Measure), unit: f.Unit, values: f.Column})
	}
	listed, isList := c.ItemList() // the columns of a list come last, after what they list
	for _, name := range s.Used {
		if slices.Contains(listed.Columns, name) {
			continue
		}
		if f, ok := c.Feature(model.Measure(name)); ok {
			feature(f)
		} else if col, ok := c.Lookup(name); ok {
			r.columns = append(r.columns, customerColumn{key: "attribute " + name, title: name, values: col})
		}
	}
	if r.result.OrdersDecide() {
		r.addSegments("next", "One more order", r.afterOneMore)
	}
	for _, score := range s.Scores {
		r.columns = append(r.columns, customerColumn{key: "score " + score.Name(), title: score.Name(), values: score})
	}
	if isList {
		title := say(pr, "Items")
		r.columns = append(r.columns, customerColumn{key: "items", title: title, values: listed.Column(title)})
	}
	for _, f := range c.Features() {
		if !slices.Contains(s.Used, string(f.Measure)) {
			feature(f)
		}
	}
	var places []customerColumn
	for _, a := range c.Attributes() {
		switch {
		case a.Personal && (!r.personal || a.Role == model.CustomerName):
		case slices.Contains(listed.Columns, a.Name()):
			places = append(places, attributeColumn(a))
		case !slices.Contains(s.Used, a.Name()):
			r.columns = append(r.columns, attributeColumn(a))
		}
	}
	r.columns = append(r.columns, places...)
	r.names = nil
	for _, c := range r.columns {
		r.names = append(r.names, c.title)
	}
	r.names = distinctNames(r.names)
}

// addSegments adds a column of segments. Their names by customer are worked out
// when they are first asked for.
func (r *customerRows) addSegments(key, title string, of func(customer int32) int) {
	members, words, n := r.members, r.segmentNames(), r.result.Customers.Len()
	r.columns = append(r.columns, customerColumn{key: key, title: title, segment: of, placed: sync.OnceValue(func() *model.Texts {
		codes := make([]int32, n)
		for i := range codes {
			codes[i] = -1
		}
		for _, m := range members {
			codes[m] = int32(of(m))
		}
		return model.NewTexts(title, codes, words)
	})})
}

// segmentNames are the names of the segments by their number.
func (r *customerRows) segmentNames() []string {
	var out []string
	for _, g := range r.result.Segmentation.Segments {
		out = append(out, g.Name.In(r.host.Printer()))
	}
	return out
}

// addNames puts the names of customers beside their ids.
func (r *customerRows) addNames(c *model.Customers) {
	for _, a := range c.Attributes() {
		if a.Role == model.CustomerName {
			r.columns = append(r.columns, attributeColumn(a))
		}
	}
}

func attributeColumn(a model.Attribute) customerColumn {
	return customerColumn{key: "attribute " + a.Name(), title: a.Name(), values: a.Column, names: a.Personal}
}

// at returns the place of a column, -1 when it is not shown.
func (r *customerRows) at(key string) int {
	return slices.IndexFunc(r.columns, func(c customerColumn) bool { return c.key == key })
}

// Len implements [grid.Source].
func (r *customerRows) Len() int { return len(r.members) }

// Columns implements [grid.Source].
func (r *customerRows) Columns() []grid.Column {
	out := make([]grid.Column, len(r.columns))
	for i, c := range r.columns {
		out[i] = grid.Column{Title: c.title, Missing: true}
		if r.Numeric(i) && c.values != nil && !c.stands { // segments sort as numbers but read as words
			out[i].Align = cell.Right
		}
	}
	return out
}

// Text implements [grid.Source].
func (r *customerRows) Text(row, col int) string {
	c := r.columns[col]
	customer := int(r.members[row])
	if c.stands {
		return standIn(r.host.Printer(), customer)
	}
	switch values := c.values.(type) {
	case nil:
		if g := c.segment(r.members[row]); g >= 0 {
			return r.result.Segmentation.Segments[g].Name.In(r.host.Printer())
		}
		return ""
	case *model.Numbers:
		return unitText(r.host.Printer(), values.At(customer), c.unit)
	case *model.Dates:
		return model.DayOf(values.At(customer)).String()
	default:
		return values.Text(customer)
	}
}

// plain implements [tableSource]: numbers with every digit.
func (r *customerRows) plain(row, col int) string {
	if n, ok := r.columns[col].values.(*model.Numbers); ok {
		return n.Text(int(r.members[row]))
	}
	return r.Text(row, col)
}

// Codes implements [grid.Coded].
func (r *customerRows) Codes(col int) (of func(row int) int32, words []string, ok bool) {
	if r.columns[col].stands {
		return nil, nil, false
	}
	return wordCodes(r.columns[col].values, r.valueRow)
}

// field implements [fieldSource].
func (r *customerRows) field(col int) tableField {
	c := r.columns[col]
	f := tableField{key: c.key, name: r.names[col], unit: c.unit, id: c.key == "id", personal: c.names, days: true}
	if c.alias != "" {
		f.aliases = []string{c.alias}
	}
	switch {
	case c.stands:
		f.standIn, f.kind, f.values = true, model.Text, sync.OnceValue(r.standInTexts)
	case c.values == nil:
		f.kind, f.words, f.values = model.Text, r.segmentNames(), func() model.Column { return c.placed() }
	default:
		f.kind, f.values = c.values.Kind(), func() model.Column { return c.values }
	}
	return f
}

// standInTexts are the stand-ins of all customers of the result.
func (r *customerRows) standInTexts() model.Column {
	words := make([]string, r.result.Customers.Len())
	for i := range words {
		words[i] = standIn(r.host.Printer(), i)
	}
	return model.TextsOf("customer", words)
}

// valueRow implements [fieldSource]: the customer.
func (r *customerRows) valueRow(row int) int { return int(r.members[row]) }

// Numeric implements [grid.Sortable].
func (r *customerRows) Numeric(col int) bool {
	c := r.columns[col]
	return c.values == nil || c.values.Kind() != model.Text || c.stands
}

// Number implements [grid.Sortable]. Segments sort in their own order.
func (r *customerRows) Number(row, col int) float64 {
	customer := r.members[row]
	if r.columns[col].stands {
		return float64(customer)
	}
	switch values := r.columns[col].values.(type) {
	case nil:
		return float64(r.columns[col].segment(customer))
	case *model.Numbers:
		return values.At(int(customer))
	case *model.Dates:
		if values.Missing(int(customer)) {
			return math.NaN()
		}
		return float64(values.At(int(customer)))
	}
	return math.NaN()
}

// afterOneMore is where a customer is after one more order of their usual size.
func (r *customerRows) afterOneMore(customer int32) int {
	if next := r.result.Explainer().NextOrder(int(customer)); next != nil {
		return next.Segment
	}
	return -1
}

// Swatch implements [grid.Swatcher].
func (r *customerRows) Swatch(row, col int) (int, bool) {
	if r.columns[col].values != nil {
		return 0, false
	}
	g := r.columns[col].segment(r.members[row])
	return g, g >= 0
}

// Swatched implements [grid.Swatcher].
func (r *customerRows) Swatched(col int) bool { return r.columns[col].values == nil }
