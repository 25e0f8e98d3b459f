package seg

import (
	"math"
	"slices"

	"custseg/model"
)

// Suggestion is a method that suits the data, and what in the data calls for it.
type Suggestion struct {
	Method Method
	Why    model.Phrase
}

// suits says what in the data calls for a method.
type suits struct {
	method string
	when   func(c *model.Customers) bool // nil where the method's needs say it all
	why    model.Phrase
}

// Suggest returns methods that suit customers, the best first, and of methods
// that the same data calls for one only. All of them can run. What was gathered
// for one purpose, such as a question or a target, calls for its method before
// what any data has.
func Suggest(c *model.Customers) []Suggestion {
	var out []Suggestion
	for _, s := range suggestions() {
		m, err := Lookup(s.method)
		if err == nil && len(Missing(m.Spec(), c)) == 0 && (s.when == nil || s.when(c)) {
			out = append(out, Suggestion{m, s.why})
		}
	}
	return out
}

// suggestions are the methods to think of first, by what calls for them.
func suggestions() []suits {
	anything := scale{math.Inf(-1), math.Inf(1)}
	return []suits{
		{"rfm", nil, model.P("it is known when, how often and for how much customers buy")},
		{"nps", nil, model.P("there are answers to whether they would recommend")},
		{"psychographic", func(c *model.Customers) bool {
			return rated("attitude", fewestItems, scale{1, 7})(c) || rated("item", fewestItems, scale{1, 7})(c)
		}, model.P("there are answers to several statements")},
		{"response", hasYesNoTarget, model.P("a column is the target, of yes and no")},
		{"tree", func(c *model.Customers) bool { return !hasYesNoTarget(c) }, model.P("a column is the target to explain")},
		{"market", nil, model.P("there are growth and share of market segments")},
		{"basket", func(c *model.Customers) bool { return hasOrderColumn(c, "product") }, model.P("order lines name the product")},
		{"basket", itemsAreWords, model.P("columns of words name the items of a basket")},
		{"behaviour", nil, model.P("there are views, clicks or other steps to a purchase")},
		{"experience", rated("touchpoint", 1, scale{1, 5}), model.P("touchpoints are rated")},
		{"factors", rated("factor", 2, anything), model.P("buying factors are weighed")},
		{"needs", rated("need", 2, anything), model.P("needs are rated")},
		{"proposition", nil, model.P("benefit and price are rated")},
		{"usage", nil, model.P("use is counted")},
		{"competitor", nil, model.P("there is the share of their spend")},
		{"kprototypes", fewNumbers, model.P("there are columns of words to tell customers apart")},
		{"kmeans", func(c *model.Customers) bool { return !fewNumbers(c) }, model.P("there are columns of numbers to tell customers apart")},
	}
}

// rated reports whether so many columns of a role have answers, all on a scale.
func rated(role model.Role, least int, on scale) func(c *model.Customers) bool {
	return func(c *model.Customers) bool {
		names := columnsOf(c, role)
		return len(names) >= least && !slices.ContainsFunc(names, func(name string) bool {
			column, _ := c.Lookup(name)
			values, answers := answersIn(column, role)
			return on.isExceededBy(measured{values: values, on: answers})
		})
	}
}

// itemsAreWords reports whether columns of words are items, and no order lines
// name the product.
func itemsAreWords(c *model.Customers) bool {
	return !hasOrderColumn(c, model.Product) && slices.ContainsFunc(c.Attributes(), func(a model.Attribute) bool {
		return a.Role == "item" && a.Kind() == model.Text
	})
}

// hasYesNoTarget reports whether the target says yes or no.
func hasYesNoTarget(c *model.Customers) bool {
	f, ok := c.Feature(roleWord)
	return ok && YesNoColumns.column(f.Column)
}

// fewNumbers reports whether there are no two columns of numbers to tell
// customers apart by.
func fewNumbers(c *model.Customers) bool {
	names, _ := defaultColumns(c)
	return len(names) < 2
}

// BestFirst returns every method that can run on customers: those that suit
// them, then the others in the order of the catalogue.
func BestFirst(c *model.Customers) []Method {
	var out []Method
	for _, s := range Suggest(c) {
		out = append(out, s.Method)
	}
	for _, m := range Catalogue() {
		if !slices.Contains(out, m) && len(Missing(m.Spec(), c)) == 0 {
			out = append(out, m)
		}
	}
	return out
}
