package export

import (
	"custseg/model"
	"custseg/model/person"
)

// keptWords hides persons in a column that is kept, such as names in remarks.
func (m *masker) keptWords(table, column int, c model.Column) model.Column {
	texts, ok := c.(*model.Texts)
	if m == nil || !ok {
		return c
	}
	return m.mapDict(texts, m.kept(table, column))
}

// kept returns what is told of a value of a column that is kept. In remarks all
// that may be somebody's is hidden, and the names and numbers that other columns
// hide. A column with a meaning loses these alone, and so do others, but for
// sentences, in which phone numbers and the like are hidden too. A column of
// categories passes: a word that many share names nobody, though somebody may be
// called Charlotte as their city is. Where only single columns were chosen, others
// lose nothing but the values of these: no number shorter than a phone's, which
// may stand there by chance.
func (m *masker) kept(table, column int) func(string) string {
	place := [2]int{table, column}
	texts, ok := m.data.Tables[table].Column(column).(*model.Texts)
	if !ok {
		return func(s string) string { return m.readable(s, ofNumbers) }
	}
	remark, free, shared := m.remarks[place], m.isFree(table, column), isShared(texts)
	return func(s string) string {
		sentence := person.IsSentence(s)
		switch {
		case !m.masks() && shared && !remark && !sentence:
			return s
		case !m.masks():
			return m.elsewhere.replace(s, m.token, false)
		case remark && (sentence || !shared || person.Found(s)):
			return m.remark(s)
		case free && (sentence || person.Speaks(s)):
			return m.sure(m.elsewhere.replace(s, m.token, true))
		case shared:
			return s
		}
		return m.elsewhere.replace(s, m.token, true)
	}
}

// isFree reports whether nothing is known of a column that speaks against
// persons.
func (m *masker) isFree(table, column int) bool {
	b, ok := m.roles.Of(table, column)
	return !ok || b.Role == model.Ignore || b.Role == "review"
}

// isShared reports whether many rows share a word of a column.
func isShared(c *model.Texts) bool {
	const many = 10 // rows of a word, on average
	return c.Dict.Len()*many <= len(c.Codes())
}

// remark hides in a text that people typed the known words, and between them all
// that may be somebody's.
func (m *masker) remark(s string) string {
	return m.elsewhere.replaceAll(s, m.token, func(between string) string { return person.Hide(between, m.known.isPart, m.token) })
}

// sure hides phone numbers and the like in a text, whoever's they are, unless
// only single columns were chosen.
func (m *masker) sure(s string) string {
	if !m.masks() {
		return s
	}
	return person.HideSure(s, m.token)
}
