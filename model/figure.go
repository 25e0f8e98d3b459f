package model

import (
	"math"
	"strconv"
	"strings"
)

// Figure writes a number to four significant digits, and whole ones in full, in
// the reader's format; one that would take many digits in powers of ten.
func Figure(v float64) Phrase { return figureTo(v, fewDigits) }

const fewDigits = 4

func figureTo(v float64, digits int) Phrase {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return P("none")
	}
	const huge, tiny = 1e15, 1e-9
	if size := math.Abs(v); size >= huge || size > 0 && size < tiny {
		return Raw(strconv.FormatFloat(v, 'g', digits, 64))
	}
	const most = 20
	decimals := 0
	if v != 0 {
		decimals = min(max(0, digits-1-int(math.Floor(math.Log10(math.Abs(v))))), most)
	}
	_, fraction, _ := strings.Cut(strconv.FormatFloat(v, 'f', decimals, 64), ".")
	return P("%.*f", len(strings.TrimRight(fraction, "0")), v)
}

// SignificantOrNone writes a number to so many significant digits, in a form that
// programs read too, and "none" where it is not finite.
func SignificantOrNone(v float64, digits int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "none"
	}
	return strconv.FormatFloat(v, 'g', digits, 64)
}

// FigureIn writes a number with its unit: days, percent of a share.
func FigureIn(v float64, u Unit) Phrase { return FigureTo(v, u, fewDigits) }

// FigureTo is [FigureIn] to so many significant digits.
func FigureTo(v float64, u Unit, digits int) Phrase {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return Figure(v)
	case u == Percent:
		return P("%s%%", figureTo(100*v, digits))
	case u == Days && v == 1:
		return P("%d days", 1)
	case u == Days:
		return P("%s days", figureTo(v, digits))
	}
	return figureTo(v, digits)
}
