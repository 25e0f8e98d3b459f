package formula

// parts are what a formula is made of, in their order.
func parts(e Expr) []Expr {
	switch e := e.(type) {
	case *Named:
		return []Expr{e.Of}
	case Operation:
		return []Expr{e.L, e.R}
	case Comparison:
		return []Expr{e.L, e.R}
	case Applied:
		return []Expr{e.Of}
	case Clamped:
		return []Expr{e.Of}
	case Rounded:
		return []Expr{e.Of}
	case Stepped:
		return []Expr{e.Of}
	case Lowest:
		return e.Of
	case Greatest:
		return e.Of
	case Every:
		return e.Of
	case Some:
		return e.Of
	case Known:
		return []Expr{e.Of}
	case Lacking:
		return []Expr{e.Of}
	case Among:
		return []Expr{e.Of}
	case Says:
		return []Expr{e.Of}
	case Wordless:
		return []Expr{e.Of}
	case UpTo:
		return []Expr{e.Of}
	case Choice:
		var out []Expr
		for _, c := range e.Cases {
			out = append(out, c.If, c.Then)
		}
		return append(out, e.Else)
	}
	return nil
}

// Walk visits all parts of a formula, each before its own parts; a named one
// once.
func Walk(e Expr, visit func(Expr)) {
	seen := map[*Named]bool{}
	var down func(e Expr)
	down = func(e Expr) {
		if n, ok := e.(*Named); ok {
			if seen[n] {
				return
			}
			seen[n] = true
		}
		visit(e)
		for _, part := range parts(e) {
			down(part)
		}
	}
	down(e)
}

// Need is an input of a formula, and whether it is read as words.
type Need struct {
	Input
	Words bool
}

// Needs lists the inputs of a formula, in the order in which they first stand.
func Needs(e Expr) []Need {
	var out []Need
	seen := map[Input]bool{}
	add := func(in Input, words bool) {
		if !seen[in] {
			seen[in] = true
			out = append(out, Need{in, words})
		}
	}
	Walk(e, func(e Expr) {
		switch e := e.(type) {
		case Says:
			add(e.Of, true)
		case Wordless:
			add(e.Of, true)
		case UpTo:
			add(e.Of, true)
		case Input:
			add(e, false)
		}
	})
	return out
}

// Gap returns what the formula cannot tell, if there is anything.
func Gap(e Expr) (what string, untold bool) {
	Walk(e, func(e Expr) {
		if u, ok := e.(Untold); ok && !untold {
			what, untold = u.What, true
		}
	})
	return what, untold
}
