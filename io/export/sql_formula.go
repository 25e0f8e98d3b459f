package export

import (
	"fmt"
	"math"
	"strings"

	"custseg/model/formula"
)

// sqlFormula writes formulas of one customer's columns as SQL.
type sqlFormula struct {
	Dialect
	inputs map[formula.Input]string // the column that holds each
	named  map[*formula.Named]string
}

// number writes a formula as a number.
func (w sqlFormula) number(e formula.Expr) string {
	switch e := e.(type) {
	case formula.Input:
		return w.name(w.inputs[e])
	case *formula.Named:
		return w.name(w.named[e])
	case formula.Number:
		if v := float64(e); !math.IsNaN(v) {
			return w.Dialect.number(v)
		}
		return w.asDouble("NULL")
	case formula.Operation:
		return w.operation(e)
	case formula.Applied:
		return w.applied(e)
	case formula.Clamped:
		return w.clamped(e)
	case formula.Rounded:
		return w.round(w.number(e.Of), e.Places)
	case formula.Stepped:
		return w.stepped(e)
	case formula.Lowest:
		return w.lowest(e)
	case formula.Greatest:
		return w.greatest(e)
	case formula.Choice:
		return w.choice(e)
	}
	condition := w.condition(e)
	return "CASE WHEN " + condition + " THEN 1 WHEN NOT (" + condition + ") THEN 0 END"
}

// clamped writes a number between its ends.
func (w sqlFormula) clamped(c formula.Clamped) string {
	of, out := enclosed(c.Of, w.number(c.Of)), "CASE"
	if !math.IsInf(c.Low, 0) {
		out += " WHEN " + of + " < " + w.Dialect.number(c.Low) + " THEN " + w.Dialect.number(c.Low)
	}
	if !math.IsInf(c.High, 0) {
		out += " WHEN " + of + " > " + w.Dialect.number(c.High) + " THEN " + w.Dialect.number(c.High)
	}
	if out == "CASE" {
		return of
	}
	return out + " ELSE " + of + " END"
}

// operation writes two numbers joined. Least and greatest of engines pass over
// what is missing, so that they are written as cases.
func (w sqlFormula) operation(o formula.Operation) string {
	l, r := w.number(o.L), w.number(o.R)
	switch o.Op {
	case formula.Lesser:
		return "CASE WHEN " + l + " <= " + r + " THEN " + l + " WHEN " + r + " < " + l + " THEN " + r + " END"
	case formula.Higher:
		return "CASE WHEN " + l + " >= " + r + " THEN " + l + " WHEN " + r + " > " + l + " THEN " + r + " END"
	case formula.Over:
		if !w.isDouble(o.L) {
			l = w.asDouble(l)
		} else {
			l = enclosed(o.L, l)
		}
		if by, constant := o.R.(formula.Number); constant && by != 0 {
			return l + " / " + r
		}
		return l + " / NULLIF(" + r + ", 0)"
	case formula.Plus:
		if _, sum := o.L.(formula.Operation); !sum {
			l = enclosed(o.L, l)
		}
		if by, is := o.R.(formula.Operation); !is || by.Op != formula.Times {
			r = enclosed(o.R, r)
		}
		return l + " + " + r
	case formula.Minus:
		return enclosed(o.L, l) + " - " + enclosed(o.R, r)
	}
	return enclosed(o.L, l) + " * " + enclosed(o.R, r)
}

// enclosed puts parentheses about a part that is not a single thing.
func enclosed(e formula.Expr, text string) string {
	switch e.(type) {
	case formula.Input, *formula.Named, formula.Number, formula.Rounded:
		return text
	}
	return "(" + text + ")"
}

// isDouble reports whether engines work a formula out as a double, and not as a
// whole number or a decimal.
func (w sqlFormula) isDouble(e formula.Expr) bool {
	switch e := e.(type) {
	case formula.Input, formula.Rounded:
		return true
	case formula.Greatest:
		return w.isDouble(e.Of[0])
	case formula.Choice:
		return w.isDouble(e.Cases[0].Then) || w.isDouble(e.Else)
	case *formula.Named:
		return w.isDouble(e.Of)
	case formula.Operation:
		return e.Op == formula.Over || w.isDouble(e.L) || w.isDouble(e.R)
	case formula.Applied:
		return w.isDouble(e.Of)
	case formula.Clamped:
		return w.isDouble(e.Of)
	}
	return false
}

func (w sqlFormula) applied(a formula.Applied) string {
	of := w.number(a.Of)
	switch a.Do {
	case formula.SignedLog:
		return "SIGN(" + of + ") * LN(1 + ABS(" + of + "))"
	case formula.Expo:
		return "EXP(" + withinPowers(of) + ")"
	case formula.Expo2:
		return "POWER(" + w.asDouble("2") + ", " + withinPowers(of) + ")"
	}
	return "ABS(" + of + ")"
}

// withinPowers keeps an exponent where no engine stops with an error.
func withinPowers(of string) string {
	const most = 700
	return fmt.Sprintf("CASE WHEN %s > %d THEN %[2]d WHEN %[1]s < -%[2]d THEN -%[2]d ELSE %[1]s END", of, most)
}

// stepped writes a constant by where a number lies, many cuts as a search by
// halves.
func (w sqlFormula) stepped(s formula.Stepped) string {
	const mostInLine = 12
	of := enclosed(s.Of, w.number(s.Of))
	below := func(c formula.Cut) string {
		if c.Closed {
			return of + " <= " + w.Dialect.number(c.At)
		}
		return of + " < " + w.Dialect.number(c.At)
	}
	var within func(from, to int) string // cuts from up to to
	within = func(from, to int) string {
		if to-from > mostInLine {
			middle := (from + to) / 2
			return "CASE WHEN " + below(s.Cuts[middle]) + " THEN " + within(from, middle) + " ELSE " + within(middle+1, to) + " END"
		}
		if from == to {
			return w.Dialect.number(s.Constants[from])
		}
		var b strings.Builder
		b.WriteString("CASE")
		for i := from; i < to; i++ {
			b.WriteString(" WHEN " + below(s.Cuts[i]) + " THEN " + w.Dialect.number(s.Constants[i]))
		}
		return b.String() + " ELSE " + w.Dialect.number(s.Constants[to]) + " END"
	}
	return "CASE WHEN " + of + " IS NOT NULL THEN " + within(0, len(s.Cuts)) + " END"
}

// lowest writes the place of the least number.
func (w sqlFormula) lowest(l formula.Lowest) string {
	numbers := make([]string, len(l.Of))
	for i, e := range l.Of {
		numbers[i] = enclosed(e, w.number(e))
	}
	var b strings.Builder
	b.WriteString("CASE WHEN " + strings.Join(numbers, " IS NULL OR ") + " IS NULL THEN NULL")
	const mostCompared = 12 // each with each
	if len(numbers) > mostCompared {
		b.WriteString(" ELSE CASE LEAST(" + strings.Join(numbers, ", ") + ")")
		for i, n := range numbers {
			fmt.Fprintf(&b, " WHEN %s THEN %d", n, i)
		}
		return b.String() + " END END"
	}
	for i, n := range numbers {
		var least []string
		for _, other := range numbers[i+1:] {
			least = append(least, n+" <= "+other)
		}
		if len(least) == 0 {
			return b.String() + fmt.Sprintf(" ELSE %d END", i)
		}
		fmt.Fprintf(&b, " WHEN %s THEN %d", strings.Join(least, " AND "), i)
	}
	return b.String() + " END"
}

// greatest writes the greatest number; engines pass over what is missing.
func (w sqlFormula) greatest(g formula.Greatest) string {
	numbers := make([]string, len(g.Of))
	for i, e := range g.Of {
		numbers[i] = enclosed(e, w.number(e))
	}
	if len(numbers) == 1 {
		return numbers[0]
	}
	return "CASE WHEN " + strings.Join(numbers, " IS NOT NULL AND ") + " IS NOT NULL THEN GREATEST(" + strings.Join(numbers, ", ") + ") END"
}

// choice writes cases, those of a choice that is left over along with them.
func (w sqlFormula) choice(c formula.Choice) string {
	const fewest = 3 // of cases that take a line each
	var b strings.Builder
	b.WriteString("CASE")
	for {
		apart := " "
		if len(c.Cases) >= fewest {
			apart = "\n      "
		}
		for _, k := range c.Cases {
			b.WriteString(apart + "WHEN " + w.condition(k.If) + " THEN " + w.number(k.Then))
		}
		next, chained := c.Else.(formula.Choice)
		if !chained {
			break
		}
		c = next
	}
	if v, constant := c.Else.(formula.Number); !constant || !math.IsNaN(float64(v)) {
		b.WriteString(" ELSE " + w.number(c.Else))
	}
	return b.String() + " END"
}

// condition writes a formula as what holds or not.
func (w sqlFormula) condition(e formula.Expr) string {
	switch e := e.(type) {
	case formula.Comparison:
		return enclosed(e.L, w.number(e.L)) + " " + string(e.Is) + " " + enclosed(e.R, w.number(e.R))
	case formula.Every:
		return w.joined(e.Of, " AND ", "TRUE")
	case formula.Some:
		return w.joined(e.Of, " OR ", "FALSE")
	case formula.Known:
		return enclosed(e.Of, w.number(e.Of)) + " IS NOT NULL"
	case formula.Lacking:
		return enclosed(e.Of, w.number(e.Of)) + " IS NULL"
	case formula.Among:
		values := make([]string, len(e.Values))
		for i, v := range e.Values {
			values[i] = w.Dialect.number(v)
		}
		return enclosed(e.Of, w.number(e.Of)) + " IN (" + strings.Join(values, ", ") + ")"
	case formula.Says:
		return w.name(w.inputs[e.Of]) + " IN (" + w.texts(e.Words) + ")"
	case formula.Wordless:
		return w.name(w.inputs[e.Of]) + " IS NULL"
	case formula.UpTo:
		return "(" + w.upTo(w.name(w.inputs[e.Of]), e.ID) + ")"
	}
	return enclosed(e, w.number(e)) + " = 1"
}

func (w sqlFormula) joined(of []formula.Expr, by, none string) string {
	if len(of) == 0 {
		return none
	}
	parts := make([]string, len(of))
	for i, e := range of {
		parts[i] = w.condition(e)
		switch e.(type) {
		case formula.Every, formula.Some:
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, by)
}
