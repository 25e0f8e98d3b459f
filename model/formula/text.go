package formula

import (
	"math"
	"strconv"
	"strings"
)

// String writes the name of the input, or the lines it is made of.
func (in Input) String() string {
	if in.Kind == OfLines {
		return "(" + in.Lines.String() + ")"
	}
	return in.Name
}

// String writes the name of the part.
func (n *Named) String() string { return n.Name }

// String writes what is not told.
func (u Untold) String() string { return "untold(" + u.What + ")" }

// String writes the number, or missing.
func (n Number) String() string {
	if math.IsNaN(float64(n)) {
		return "missing"
	}
	return strconv.FormatFloat(float64(n), 'g', -1, 64)
}

// String writes the operation in parentheses.
func (o Operation) String() string {
	if o.Op == Lesser || o.Op == Higher {
		return call(string(o.Op), o.L, o.R)
	}
	return "(" + o.L.String() + " " + string(o.Op) + " " + o.R.String() + ")"
}

// String writes the function as a call.
func (a Applied) String() string { return call(string(a.Do), a.Of) }

// String writes the ends as a call.
func (c Clamped) String() string { return call("clamp", c.Of, Number(c.Low), Number(c.High)) }

// String writes the rounding as a call.
func (o Rounded) String() string { return call("round", o.Of, Number(o.Places)) }

// String writes the constants with the cuts between them.
func (s Stepped) String() string {
	var b strings.Builder
	b.WriteString("steps(" + s.Of.String() + ": " + Number(s.Constants[0]).String())
	for i, c := range s.Cuts {
		between := " |"
		if c.Closed {
			between = " |="
		}
		b.WriteString(between + Number(c.At).String() + "| " + Number(s.Constants[i+1]).String())
	}
	return b.String() + ")"
}

// String writes the choice as a call.
func (g Greatest) String() string { return call("greatest", g.Of...) }

// String writes the choice as a call.
func (l Lowest) String() string { return call("lowest", l.Of...) }

// String writes the comparison.
func (c Comparison) String() string { return c.L.String() + " " + string(c.Is) + " " + c.R.String() }

// String writes the conditions as a call.
func (a Every) String() string { return call("all", a.Of...) }

// String writes the conditions as a call.
func (a Some) String() string { return call("any", a.Of...) }

// String writes the condition as a call.
func (k Known) String() string { return call("known", k.Of) }

// String writes the condition as a call.
func (k Lacking) String() string { return call("lacking", k.Of) }

// String writes the values.
func (a Among) String() string {
	words := make([]string, len(a.Values))
	for i, v := range a.Values {
		words[i] = Number(v).String()
	}
	return a.Of.String() + " in {" + strings.Join(words, ", ") + "}"
}

// String writes the words, quoted.
func (s Says) String() string {
	words := make([]string, len(s.Words))
	for i, w := range s.Words {
		words[i] = strconv.Quote(w)
	}
	return s.Of.Name + " in {" + strings.Join(words, ", ") + "}"
}

// String writes the condition as a call.
func (s Wordless) String() string { return call("lacking", s.Of) }

// String writes the id.
func (u UpTo) String() string { return u.Of.Name + " up to " + strconv.Quote(u.ID) }

// String writes the cases.
func (c Choice) String() string {
	var b strings.Builder
	b.WriteString("case(")
	for _, k := range c.Cases {
		b.WriteString(k.If.String() + ": " + k.Then.String() + "; ")
	}
	return b.String() + "else: " + c.Else.String() + ")"
}

func call(name string, of ...Expr) string {
	words := make([]string, len(of))
	for i, e := range of {
		words[i] = e.String()
	}
	return name + "(" + strings.Join(words, ", ") + ")"
}
