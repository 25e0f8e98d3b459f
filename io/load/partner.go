package load

import (
	"math"

	"custseg/model"
)

// coding is a column's values as codes from 0, -1 for missing.
type coding struct {
	codes []int32
	n     int // of different values
}

// codesOf codes a column of any kind.
func codesOf(c model.Column) coding {
	switch c := c.(type) {
	case *model.Texts:
		return coding{c.Codes(), c.Dict.Len()}
	case *model.Numbers:
		return codeValues(c.Values(), math.IsNaN)
	case *model.Dates:
		return codeValues(c.Seconds(), func(s int64) bool { return s == model.NoDate })
	}
	return coding{}
}

func codeValues[T comparable](values []T, missing func(T) bool) coding {
	out := coding{codes: make([]int32, len(values))}
	seen := map[T]int32{}
	for i, v := range values {
		if missing(v) {
			out.codes[i] = -1
			continue
		}
		code, ok := seen[v]
		if !ok {
			code = int32(len(seen))
			seen[v] = code
		}
		out.codes[i] = code
	}
	out.n = len(seen)
	return out
}

// many counts the values of a that stand beside more than one value of b, and
// those that stand beside any.
func many(a, b coding) (several, all int) {
	const none, more = -1, -2
	partner := make([]int32, a.n)
	for i := range partner {
		partner[i] = none
	}
	for i, x := range a.codes {
		y := b.codes[i]
		switch {
		case x < 0 || y < 0 || partner[x] == more || partner[x] == y:
		case partner[x] == none:
			partner[x] = y
			all++
		default:
			partner[x] = more
			several++
		}
	}
	return several, all
}

// oneToOne reports whether each value of one column has one of the other.
func oneToOne(a, b coding) bool {
	x, _ := many(a, b)
	y, _ := many(b, a)
	return x == 0 && y == 0
}
