package export

import (
	"slices"
	"strings"

	"custseg/model"
)

// reach is how far known words are looked for in a sentence.
type reach uint8

const (
	ofWords   reach = iota // names and the like: numbers may be cuts
	ofNumbers              // numbers too
	ofAll                  // and what is too short to tell anybody elsewhere: the method read what is hidden
)

// text hides known words in a text that is not a phrase.
func (m *masker) text(s string) string {
	if m == nil {
		return s
	}
	return m.known.replace(m.names.in(s), m.token, false)
}

// readable hides known words in a text as far as a reach goes.
func (m *masker) readable(s string, r reach) string {
	switch {
	case m.where != "" && s == m.where:
		return m.hiddenWhere
	case m.where != "" && s == model.Brief(m.where):
		return model.Brief(m.hiddenWhere)
	case r == ofAll && m.known.whole[strings.TrimSpace(s)]:
		return m.token(s)
	case r == ofWords:
		return m.known.replace(m.names.in(s), m.token, false)
	}
	return m.sure(m.known.replace(m.names.in(s), m.token, true))
}

// words hides known words in the dictionary of a text column; other columns
// pass.
func (m *masker) words(c model.Column) model.Column {
	texts, ok := c.(*model.Texts)
	if m == nil || !ok {
		return c
	}
	return m.mapDict(texts, m.text)
}

// mapDict changes the words of a column.
func (m *masker) mapDict(c *model.Texts, change func(string) string) model.Column {
	dict := make([]string, c.Dict.Len())
	for i, w := range c.Dict.All() {
		dict[i] = change(w)
	}
	return model.NewTexts(c.Name(), c.Codes(), dict)
}

// phrase hides known words in a phrase. Numbers written as text are hidden only
// with numbers, as in a rule they are cuts and not ids.
func (m *masker) phrase(p model.Phrase, r reach) model.Phrase {
	switch {
	case m == nil:
		return p
	case len(p.Args) == 0 && (m.known.words[p.Key] || r >= ofNumbers && m.known.numbers[p.Key] || r == ofAll && m.known.whole[p.Key]): // a value that stands for a name
		return model.Raw(m.token(p.Key))
	case r == ofAll && m.known.speaksOf(p):
		return model.P("(a number of a hidden column)")
	}
	return mapTexts(p, func(s string) string { return m.readable(s, r) })
}

// quoted hides all that a phrase quotes, but for column headers: it speaks of
// records that no column holds, or of a column that is hidden.
func (m *masker) quoted(p model.Phrase) model.Phrase {
	if m == nil {
		return p
	}
	return mapTexts(p, func(s string) string {
		if m.headers[s] {
			return s
		}
		return masked
	})
}

// finding hides what a finding must not quote.
func (m *masker) finding(f model.Finding) model.Phrase {
	if m == nil || f.Table < 0 || f.Column < 0 {
		return m.phrase(f.Text, ofNumbers)
	}
	if m.hides(f.Table, f.Column) {
		return m.quoted(f.Text)
	}
	return m.phrase(f.Text, ofNumbers)
}

// recipe hides folders and known words in a recipe.
func (m *masker) recipe(r model.Recipe) model.Recipe {
	if m == nil {
		return r
	}
	r.Sources = slices.Clone(r.Sources)
	for i := range r.Sources {
		r.Sources[i].Path = m.path(r.Sources[i].Path)
	}
	r.Snapshot = nil // it is made anew, see view.savedRecipe
	return m.recipeWords(r)
}

// recipeWords hides known words in the filter and the parameters of a recipe, and
// names of files and tables that may tell a person.
func (m *masker) recipeWords(r model.Recipe) model.Recipe {
	r = m.names.recipe(r)
	r.Where = m.filter(r.Where)
	r.Params = m.settings(r.Params)
	r.Also = slices.Clone(r.Also)
	for i, c := range r.Also {
		r.Also[i].Params = m.settings(c.Params)
	}
	return r
}

// settings hides known words in parameters.
func (m *masker) settings(of model.Settings) model.Settings {
	params := model.Settings{}
	for name, v := range of {
		switch v.Kind() {
		case model.WordVal:
			v = model.Word(m.text(v.Word()))
		case model.WordsVal:
			words := v.Words()
			for i, w := range words {
				words[i] = m.text(w)
			}
			v = model.Words(words...)
		}
		params[name] = v
	}
	return params
}

// mapTexts changes the texts a phrase speaks of, and the phrases within it.
// Numbers stay, as verbs need them.
func mapTexts(p model.Phrase, change func(string) string) model.Phrase {
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		switch a := a.(type) {
		case string:
			args[i] = change(a)
		case []string:
			list := make([]string, len(a))
			for j, s := range a {
				list[j] = change(s)
			}
			args[i] = list
		case error:
			args[i] = change(a.Error())
		case model.Phrase:
			args[i] = mapTexts(a, change)
		default:
			args[i] = a
		}
	}
	return model.Phrase{Key: p.Key, Args: args}
}
