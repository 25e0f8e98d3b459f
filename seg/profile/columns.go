package profile

import (
	"slices"

	"custseg/model"
)

// sidesOf lists what customers are compared by, each to be made on its own.
func sidesOf(c *model.Customers) []func() []side {
	var out []func() []side
	gaps := &gaps{}
	for _, f := range c.Features() {
		l := Line{Name: string(f.Measure), Label: f.Label, Unit: f.Unit, from: []string{string(f.Measure), originOf(c, f)}}
		if !countedInDays(c, f.Measure) {
			out = append(out, columnSides(l, f.Column, true))
			gaps.add(l, f.Column)
		}
	}
	listed, isList := c.ItemList()
	if isList {
		out = append(out, func() []side { return itemSides(listed) })
	}
	for _, a := range c.Attributes() {
		if leftOut(c, a) || isList && slices.Contains(listed.Columns, a.Name()) {
			continue
		}
		l := Line{Name: a.Name(), Label: model.Raw(a.Name()), from: []string{a.Name(), string(a.Role)}}
		out = append(out, columnSides(l, a.Column, a.Role != ""))
		gaps.add(l, a.Column)
	}
	out = append(out, orderSides(c)...)
	return append(out, gaps.sides)
}

// countedInDays reports whether a date is there as a number of days too.
func countedInDays(c *model.Customers, m model.Measure) bool {
	days := map[model.Measure]model.Measure{model.LastOrder: model.Recency, model.FirstOrder: model.Tenure}[m]
	_, ok := c.Feature(days)
	return days != "" && ok
}

// originOf names the column that a measure is mapped to, nothing where it is
// computed.
func originOf(c *model.Customers, f model.Feature) string {
	for _, a := range c.Attributes() {
		if sameValues(a.Column, f.Column) {
			return a.Name()
		}
	}
	return ""
}

// leftOut reports whether an attribute is not compared: it tells who somebody
// is, it is out of play, it is there as a measure, or it is a number that counts
// nothing.
func leftOut(c *model.Customers, a model.Attribute) bool {
	return a.Personal || slices.Contains([]model.Role{model.Ignore, model.CustomerID, model.OrderID, "postcode"}, a.Role) ||
		slices.ContainsFunc(c.Features(), func(f model.Feature) bool { return sameValues(a.Column, f.Column) })
}

// sameValues reports whether two columns are one under two names.
func sameValues(a, b model.Column) bool {
	switch a := a.(type) {
	case *model.Numbers:
		b, ok := b.(*model.Numbers)
		return ok && a.Len() > 0 && a.Shares(b)
	case *model.Dates:
		b, ok := b.(*model.Dates)
		return ok && a.Len() > 0 && a.Shares(b)
	}
	return false
}

// columnSides makes the side of one column: who says yes, else numbers, dates or
// words. Numbers that nobody said the meaning of may be the numbers of rows.
func columnSides(l Line, c model.Column, known bool) func() []side {
	return func() []side {
		if truths, ok := model.Truths(c); ok {
			return []side{newTruths(l, truths)}
		}
		switch c := c.(type) {
		case *model.Numbers:
			if s := newAmounts(l, c.Values()); known || !s.rowNumbers() {
				return []side{s}
			}
		case *model.Dates:
			l.Kind = Date
			return []side{newAmounts(l, daysOf(c))}
		case *model.Texts:
			return []side{newWords(l, c)}
		}
		return nil
	}
}
