package filter

// AnyColumn reports whether a filter looks for a text in every column.
func AnyColumn(e Expr) bool {
	switch e := e.(type) {
	case And:
		for _, x := range e {
			if AnyColumn(x) {
				return true
			}
		}
	case Or:
		for _, x := range e {
			if AnyColumn(x) {
				return true
			}
		}
	case Not:
		return AnyColumn(e.X)
	case Test:
		return e.Column == Any
	}
	return false
}
