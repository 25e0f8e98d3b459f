package filter

import "strings"

// deepest is how far brackets may be nested: more is no filter that a person
// typed.
const deepest = 100

// Parse reads a filter. Errors are of type [*Error].
func Parse(text string) (Expr, error) {
	p := &parser{scanner: scanner{text: text}}
	return p.filter()
}

// parser reads a filter, and notes what it was reading last, for completion.
type parser struct {
	scanner
	depth int
	last  expected
}

// expected is what a parser was about to read.
type expected struct {
	part   part
	from   int    // byte at which it begins
	name   int    // and the name of its column
	column string // of an operator or a value
}

// part is a part of a filter.
type part uint8

const (
	aName part = iota
	anOperator
	aValue
	aLink // and, or, or the end
)

func (p *parser) filter() (Expr, error) {
	if p.end() {
		return nil, wrong(0, "type a comparison such as orders > 3, or a text to look for in all columns")
	}
	e, err := p.or()
	if err != nil {
		return p.textAlone(err)
	}
	if p.end() {
		return e, nil
	}
	if r, _ := p.sign(p.at); r == ')' {
		return nil, wrong(p.at, "the bracket ) was not opened")
	}
	return nil, wrong(p.at, "and or or is missing before %s; a value that holds signs is written in quotes", p.rest())
}

// textAlone reads the whole as a text that any column contains, if it holds
// nothing of the language; err is why it is no filter.
func (p *parser) textAlone(err error) (Expr, error) {
	s := scanner{text: p.text}
	text, quoted, broken := s.quoted()
	if !quoted {
		text = s.words(false, func(int) bool { return s.linkAhead() || s.operatorAhead() || s.ahead(0, "not") })
	}
	if broken != nil || text == "" || !s.end() {
		return nil, err
	}
	return Test{Column: Any, Op: Contains, Values: []string{text}}, nil
}

func (p *parser) or() (Expr, error) {
	return chain[Or](p, "or", p.and)
}

func (p *parser) and() (Expr, error) {
	return chain[And](p, "and", p.term)
}

// chain reads parts with a word between them.
func chain[L And | Or](p *parser, word string, part func() (Expr, error)) (Expr, error) {
	first, err := part()
	if err != nil {
		return nil, err
	}
	list := parts[L](first)
	for p.keywords(word) {
		next, err := part()
		if err != nil {
			return nil, err
		}
		list = append(list, parts[L](next)...) // lists that were just read have no other holder
	}
	if len(list) == 1 {
		return list[0], nil
	}
	return any(L(list)).(Expr), nil
}

func (p *parser) term() (Expr, error) {
	if p.depth++; p.depth > deepest {
		return nil, wrong(p.at, "the brackets are nested too deep")
	}
	defer func() { p.depth-- }()
	p.skip()
	p.last = expected{part: aName, from: p.at, name: p.at}
	switch {
	case p.keywords("not"):
		x, err := p.term()
		if err != nil {
			return nil, err
		}
		return Negate(x), nil
	case p.take('('):
		at := p.at - 1
		x, err := p.or()
		if err != nil {
			return nil, err
		}
		if !p.take(')') {
			if p.end() {
				return nil, wrong(at, "the bracket ( is not closed")
			}
			return nil, wrong(p.at, "and, or or ) is missing before %s", p.rest())
		}
		p.last = expected{part: aLink, from: p.at}
		return x, nil
	}
	return p.test()
}

func (p *parser) test() (Expr, error) {
	t := Test{name: p.at}
	if err := p.name(&t); err != nil {
		return nil, err
	}
	p.skip()
	if p.at > t.name+len(t.Column) || p.at < len(p.text) {
		p.last = expected{part: anOperator, from: p.at, name: t.name, column: t.Column}
	}
	if err := p.operator(&t); err != nil {
		return nil, err
	}
	if t.Op == Missing {
		p.last = expected{part: aLink, from: p.at}
		return t, nil
	}
	if t.Op == In {
		return p.list(t)
	}
	p.skip()
	t.value = p.at
	if err := p.value(&t, false); err != nil {
		return nil, err
	}
	if t.Op == Between {
		if !p.keywords("and") {
			return nil, wrong(p.at, "between needs two values: %s between 1 and 5", t.Column)
		}
		if err := p.value(&t, false); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// name reads the name of a column.
func (p *parser) name(t *Test) error {
	text, quoted, err := p.quoted()
	switch {
	case err != nil:
		return err
	case !quoted:
		text = p.words(false, func(n int) bool { return p.linkAhead() || n > 0 && p.operatorAhead() })
	}
	if text == "" {
		return wrong(p.at, "a column's name is expected here, such as orders > 3")
	}
	if text == Any && quoted {
		return wrong(t.name, "no column can be called %s", Any)
	}
	t.Column = text
	return nil
}

// operator reads how the column is compared.
func (p *parser) operator(t *Test) error {
	p.skip()
	if op, n, not := p.compare(p.at); n > 0 {
		p.at += n
		t.Op, t.Not = op, not
		return nil
	}
	is := p.keywords("is")
	t.Not = p.keywords("not")
	if is && !p.comparisonAhead() {
		t.Op = Equal
		if p.keywords("missing") {
			t.Op = Missing
		}
		return nil
	}
	switch {
	case p.ahead('(', "in") && p.keywords("in"):
		t.Op = In
	case p.keywords("between"):
		t.Op = Between
	case p.keywords("contains"):
		t.Op = Contains
	case p.keywords("starts", "with"):
		t.Op = Starts
	case p.keywords("ends", "with"):
		t.Op = Ends
	default:
		return wrong(p.at, "%s is compared with nothing: type =, !=, <, >, in, contains, starts with, between or is missing after it; a value that holds and or or is written in quotes", t.Column)
	}
	return nil
}

// value reads one value.
func (p *parser) value(t *Test, list bool) error {
	p.skip()
	from := p.at
	p.last = expected{part: aValue, from: from, name: t.name, column: t.Column}
	text, quoted, err := p.quoted()
	switch {
	case err != nil:
		return err
	case quoted:
		p.last = expected{part: aLink, from: p.at}
	default:
		text = p.words(list, func(int) bool { return p.linkAhead() })
	}
	if text == "" {
		if quoted {
			return wrong(from, "nothing equals an empty value: type %s is missing", t.Column)
		}
		return wrong(from, "a value is expected here, after %s", strings.TrimSpace(p.text[:from]))
	}
	t.Values = append(t.Values, text)
	return nil
}

// list reads the values in brackets.
func (p *parser) list(t Test) (Expr, error) {
	p.take('(')
	p.skip()
	t.value = p.at
	for {
		if err := p.value(&t, true); err != nil {
			return nil, err
		}
		switch {
		case p.take(','):
		case p.take(')'):
			p.last = expected{part: aLink, from: p.at}
			return t, nil
		case p.end():
			return nil, wrong(p.at, "the list is not closed: ) is missing")
		default:
			return nil, wrong(p.at, "a comma or ) is missing before %s", p.rest())
		}
	}
}

// linkAhead reports whether and, or or is next.
func (s *scanner) linkAhead() bool { return s.ahead(0, "and") || s.ahead(0, "or") }

// operatorAhead reports whether an operator written in words is next.
func (s *scanner) operatorAhead() bool {
	return s.comparisonAhead() || s.ahead(0, "is") || s.ahead(0, "not") && s.afterNot()
}

func (s *scanner) afterNot() bool {
	was := s.at
	s.keywords("not")
	ok := s.comparisonAhead()
	s.at = was
	return ok
}

// comparisonAhead reports whether a comparison that not may precede is next.
func (s *scanner) comparisonAhead() bool {
	return s.ahead('(', "in") || s.ahead(0, "between") || s.ahead(0, "contains") || s.ahead(0, "starts", "with") || s.ahead(0, "ends", "with")
}

// rest is what is left, cut short, for an error.
func (s *scanner) rest() string {
	const most = 20
	r := []rune(strings.TrimSpace(s.text[s.at:]))
	if len(r) > most {
		return string(r[:most]) + "..."
	}
	return string(r)
}
