package filter

// compileAll compiles the parts of a list. Those that ask one column for values,
// as in "id = 1 or id = 2", are one test of all their values: a list of many
// thousands, which a program wrote, takes no longer than its values do. In a list
// of which all parts must hold, these are the tests that ask for other values.
func compileAll(list []Expr, c *columns, all bool) ([]func(int) bool, error) {
	g := gathered{place: map[string]int{}, not: all}
	var out []func(int) bool
	for _, e := range list {
		switch joined, err := g.take(e, c); {
		case err != nil:
			return nil, err
		case joined:
			continue
		}
		holds, err := e.compile(c)
		if err != nil {
			return nil, err
		}
		out = append(out, holds)
	}
	for _, t := range g.tests {
		holds, err := t.compile(c)
		if err != nil {
			return nil, err
		}
		out = append(out, holds)
	}
	return out, nil
}

// gathered are the tests of a list that ask columns for values, or for others, by
// the name that the column has in them.
type gathered struct {
	tests []Test
	place map[string]int
	not   bool
}

// take joins a test to those of its column, if it can be. The error is what
// compiling it alone would give.
func (g *gathered) take(e Expr, c *columns) (joined bool, err error) {
	t, ok := e.(Test)
	if !ok || t.Column == Any || t.Not != g.not || t.Op != Equal && t.Op != In {
		return false, nil
	}
	column, err := c.find(t.Column, t.name)
	if err != nil {
		return false, err
	}
	if err := t.check(column); err != nil {
		return false, err
	}
	at, known := g.place[t.Column]
	if !known {
		g.place[t.Column] = len(g.tests)
		t.Op, t.Values = In, t.Values[:len(t.Values):len(t.Values)] // which are the filter's
		g.tests = append(g.tests, t)
		return true, nil
	}
	g.tests[at].Values = append(g.tests[at].Values, t.Values...)
	return true, nil
}
