package seg

import (
	"slices"
	"strings"

	"custseg/model"
)

// unfound is the first column that a parameter names and customers do not have,
// empty for none. What stands by default is a word of the method's.
func (p Params) unfound(q Param, c *model.Customers) string {
	v := p.value(q.ID)
	var names, words []string
	switch {
	case q.Takes == NoColumns || v.Equal(q.Default):
		return ""
	case q.Kind == OneColumn:
		names, words = []string{v.Word()}, []string{q.Default.Word()}
	case q.Kind == ColumnList:
		names, words = v.Words(), q.Default.Words()
	}
	for _, name := range names {
		if _, ok := c.Lookup(name); !ok && !slices.Contains(words, name) {
			return name
		}
	}
	return ""
}

// CheckIdle reports a parameter that has no effect and names a column that
// customers do not have: as it is not read, the method says nothing of it.
func (p Params) CheckIdle(c *model.Customers) error {
	for _, q := range p.spec.Params {
		if p.Active(q.ID) {
			continue
		}
		name := p.unfound(q, c)
		if name == "" {
			continue
		}
		known := q.Columns(c)
		if near := Nearest(name, known); near != "" {
			return paramErrorf(q.ID, "there is no column %q; did you mean %q? It counts with %s", model.Brief(name), near, p.enabler(q))
		}
		return paramErrorf(q.ID, "there is no column %q; it takes %s, which %s; and it counts with %s", model.Brief(name), q.Takes, offered(known), p.enabler(q))
	}
	return nil
}

// offered lists the columns that a parameter may name, of many the first.
func offered(known []string) string {
	const most = 12
	switch {
	case len(known) == 0:
		return "no column here holds"
	case len(known) > most:
		return "are in " + strings.Join(known[:most], ", ") + ", ..."
	}
	return "are in " + strings.Join(known, ", ")
}
