package filter

// Map returns the filter with every test changed.
func Map(e Expr, change func(Test) Test) Expr {
	switch e := e.(type) {
	case And:
		return And(mapAll(e, change))
	case Or:
		return Or(mapAll(e, change))
	case Not:
		return Not{Map(e.X, change)}
	case Test:
		return change(e)
	}
	return e
}

func mapAll(list []Expr, change func(Test) Test) []Expr {
	out := make([]Expr, len(list))
	for i, e := range list {
		out[i] = Map(e, change)
	}
	return out
}

// RowsAtOnce is how many rows may be asked a filter between two looks at whether
// to stop: fewer of one with many tests.
func RowsAtOnce(e Expr) int {
	const asked = 1 << 16
	tests := 0
	Map(e, func(t Test) Test {
		tests++
		return t
	})
	return max(1, asked/max(1, tests))
}
