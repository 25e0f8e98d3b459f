package person

import (
	"strconv"
	"strings"
)

// IsPosition reports whether a text is a precise place on earth: a latitude and a
// longitude in degrees (WGS 84), in either order, with two decimals or more, some
// kilometre, five in both, as a pair of prices has not, and a sign or spaces between
// them, as in "51.58494;0.00268", "(51.584, 0.00)" or "POINT (0.0027 51.5849)".
func IsPosition(s string) bool {
	s = strings.ToUpper(strings.TrimSpace(s))
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "GEO:"), "POINT"))
	parts := strings.FieldsFunc(strings.Trim(s, "()[]"), func(r rune) bool { return strings.ContainsRune(",;/| \t", r) })
	if len(parts) != 2 {
		return false
	}
	const fewestDecimals = 5
	a, first := degrees(parts[0])
	b, second := degrees(parts[1])
	return first >= 2 && second >= 2 && first+second >= fewestDecimals && max(a, b) <= 180 && min(a, b) <= 90
}

// degrees reads a coordinate, without its sign, and counts its decimals, none of
// what is no number.
func degrees(s string) (size float64, decimals int) {
	s = strings.Trim(s, "°NSEW+-")
	_, fraction, _ := strings.Cut(s, ".")
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || x < 0 || !onlyDigits(fraction) {
		return 0, 0
	}
	return x, len(fraction)
}
