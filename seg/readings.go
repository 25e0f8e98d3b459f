package seg

import (
	"slices"

	"custseg/model"
)

// readWords reads a column of words as answers in numbers, as its role allows;
// false of any other column.
func readWords(c model.Column, role model.Role) (model.Worded, bool) {
	info, _ := model.LookupRole(role)
	return model.ReadWords(c, info.InWords)
}

// answersIn are the numbers of a column with a role, of words those that they
// count as, and the scale of these; nil of other columns.
func answersIn(c model.Column, role model.Role) (values []float64, on scale) {
	if n, ok := c.(*model.Numbers); ok {
		return onlyFinite(n.Values()), scale{}
	}
	words, ok := readWords(c, role)
	switch {
	case !ok:
		return nil, scale{}
	case words.Points == nil:
		return words.Values, scale{0, 1}
	}
	return words.Values, scale{1, float64(len(words.Points))}
}

// tellReadings says of each column that a method could use how its words were
// read, and of those that it did not use why: they hold no answers, or nothing
// at all, or what the method goes by leaves them out.
func tellReadings(s *model.Segmentation, spec Spec, c *model.Customers) {
	var idle []model.Phrase
	for _, role := range asked(spec) {
		for _, a := range c.Attributes() {
			switch {
			case a.Named == role || a.Role == role && !tellReading(s, a, role):
				s.Warnings = append(s.Warnings, unreadable(a, role))
			case a.Role != role || slices.Contains(s.Used, a.Name()) || slices.Contains(s.Used, string(role)):
			case a.Assigned:
				s.Warnings = append(s.Warnings, model.P("Column %s was mapped to %s and is not used: what these settings go by leaves it out", a.Name(), string(role)))
			default:
				idle = append(idle, model.Raw(a.Name()))
			}
		}
	}
	if len(idle) > 0 {
		s.Notes = append(s.Notes, model.P("Not used, for what these settings go by leaves them out: %s", few(idle)))
	}
}

// asked are the roles of numbers that a method asks for, each once.
func asked(spec Spec) []model.Role {
	var out []model.Role
	for _, n := range spec.Needs {
		for _, m := range n.Any() {
			if info, ok := model.LookupRole(model.Role(m)); ok && info.Kind == model.Number && !slices.Contains(out, info.ID) {
				out = append(out, info.ID)
			}
		}
	}
	return out
}

// unreadable says that a column is called as a role and holds other words.
func unreadable(a model.Attribute, role model.Role) model.Phrase {
	info, _ := model.LookupRole(role)
	return model.P("Column %s is called as %s is, and is not used: it holds words that are no numbers and not the words of one known scale. Recode it to numbers", a.Name(), info.Label)
}

// tellReading says how the words of a column were read where they were used, and
// that a column is empty; false of words that are no answers.
func tellReading(s *model.Segmentation, a model.Attribute, role model.Role) bool {
	values, _ := answersIn(a.Column, role)
	known := measured{values: values}
	switch {
	case values == nil:
		return false
	case !known.known():
		s.Notes = append(s.Notes, model.P("Column %s has no value of any customer", a.Name()))
	case a.Kind() == model.Text && slices.Contains(s.Used, a.Name()):
		tellWords(s, a.Column, role)
	}
	return true
}

// tellWords says what each word of a column counts, and how many rows hold
// others.
func tellWords(s *model.Segmentation, a model.Column, role model.Role) {
	words, _ := readWords(a, role)
	if words.Unread > 0 {
		s.Warnings = append(s.Warnings, model.P("%s: %d values are other words than those that are read, such as %q, and count as unknown", a.Name(), words.Unread, words.Example))
	}
	if words.Points == nil {
		s.Notes = append(s.Notes, model.P("%s is in words: yes counts as 1, no as 0", a.Name()))
		return
	}
	var points []model.Phrase
	for k, word := range words.Points {
		if word != "" {
			points = append(points, model.P("%s %d", model.Raw(word), k+1))
		}
	}
	s.Notes = append(s.Notes, model.P("%s is in words, which are read as answers from 1 to %d: %s", a.Name(), len(words.Points), list("%s, %s", points)))
}
