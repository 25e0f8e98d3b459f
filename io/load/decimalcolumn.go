package load

import "bytes"

const (
	// leastDecimals is how many numbers make a column of decimal commas.
	leastDecimals = 2
	// mostDecimals is how many digits may stand behind a comma in it: longer ones
	// are rather values beside the numbers of the rows.
	mostDecimals = 3
)

// isDecimalColumn reports whether the text is one column of numbers with a comma
// each: below a name without one, every line is digits, a comma and digits.
func (p prober) isDecimalColumn(l layout) bool {
	lines := p.sampleLines(l)
	if len(lines) < 1+leastDecimals || isNumber(string(lines[0])) || bytes.ContainsAny(lines[0], ",;\t|") {
		return false
	}
	for _, line := range lines[1:] {
		whole, decimals, ok := bytes.Cut(bytes.TrimLeft(line, " -+"), []byte{','})
		if !ok || !allDigits(whole) || !allDigits(decimals) || len(decimals) > mostDecimals {
			return false
		}
	}
	return true
}

func allDigits(b []byte) bool { return len(b) > 0 && len(bytes.Trim(b, "0123456789")) == 0 }
