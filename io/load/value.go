package load

// isValue reports whether a cell is a number or a date.
func isValue(cell string) bool {
	if isNumber(cell) {
		return true
	}
	_, ok := scanDate(cell)
	return ok
}

// isYear reports whether a cell is the number of a year, which can be a name.
func isYear(cell string) bool {
	x, ok := parseNumber(cell, decimalPoint)
	return ok && x.value >= 1900 && x.value <= 2100 && len(cell) == 4
}
