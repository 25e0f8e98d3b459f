package export

import (
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/filter"
)

// filter hides in a filter of customers what it says of columns that are hidden:
// what is equal to a value or part of one. Bounds stay, as "born before 1990" names
// nobody, unless they are somebody's own value.
func (m *masker) filter(where string) string {
	if m == nil || where == "" {
		return where
	}
	e, err := filter.Parse(where)
	if err != nil {
		return m.text(where)
	}
	return filter.Map(e, m.test).String()
}

func (m *masker) test(t filter.Test) filter.Test {
	values := slices.Clone(t.Values)
	hidden := m.filters(t.Column)
	for i, v := range values {
		bound := t.Op == filter.Less || t.Op == filter.LessEqual || t.Op == filter.Greater || t.Op == filter.GreaterEqual || t.Op == filter.Between
		switch {
		case hidden && bound && !m.known.whole[strings.TrimSpace(v)]:
		case hidden, t.Column == filter.Any && m.known.holds(v):
			values[i] = m.token(strings.TrimSpace(v))
		default:
			values[i] = m.sure(m.text(v))
		}
	}
	t.Values = values
	return t
}

// filters reports whether a name in a filter is that of a hidden column.
func (m *masker) filters(name string) bool {
	if m.hidesIDs() && (strings.EqualFold(name, string(model.CustomerID)) || strings.EqualFold(name, "Customer")) {
		return true
	}
	for place := range m.told {
		table := m.data.Tables[place[0]]
		header := table.Column(place[1]).Name()
		if strings.EqualFold(name, header) || strings.EqualFold(name, table.Name+":"+header) {
			return true
		}
	}
	return false
}

// HidesWhere reports whether the filter of the recipe speaks of what is hidden, so
// that written files hold hashes in its place.
func (k *Mask) HidesWhere() bool { return k != nil && k.hide.hiddenWhere != k.hide.where }

// Recipe returns a recipe to be saved without the values of persons in its filter,
// its parameters and the names of the segments it made. The paths of its files
// stay, as it is to be carried out, but for names that may tell a person.
func (k *Mask) Recipe(r model.Recipe) model.Recipe {
	if k == nil {
		return r
	}
	r = k.hide.recipeWords(r)
	if r.Snapshot == nil {
		return r
	}
	s := *r.Snapshot
	s.Measures = slices.DeleteFunc(slices.Clone(s.Measures), func(m model.SnapshotMeasure) bool { return k.Hides(m.Measure) })
	s.Results = slices.Clone(s.Results)
	for i, result := range s.Results {
		s.Results[i].Segments = slices.Clone(result.Segments)
		for j, g := range result.Segments {
			s.Results[i].Segments[j].Name = k.hide.readable(g.Name, ofAll)
		}
	}
	r.Snapshot = &s
	return r
}

// Token is what stands in files for a value that is hidden under a salt.
func Token(salt []byte, value string) string {
	return (&masker{key: salt}).token(strings.TrimSpace(value))
}

// IsToken reports whether a text is such as [Token] makes.
func IsToken(s string) bool {
	digits, ok := strings.CutPrefix(s, "id-")
	return ok && len(digits) == tokenDigits && strings.Trim(digits, "0123456789abcdef") == ""
}

// tokenDigits is how many hexadecimal digits a token has.
const tokenDigits = 16
