package load

import "math"

// match is what a number is of those above it.
type match struct{ sum, mean, extreme bool }

// mostBlocks is how many groups of rows a sum may reach over that is not over
// all: a subtotal of subtotals.
const mostBlocks = 64

// running is a column of numbers while it is summed up, row by row.
type running struct {
	all, every float64   // the sums of the rows that are no candidates, and of all
	least, top float64   // the extremes of the former
	n          float64   // how many cells they have
	blocks     []float64 // their sums between candidates, the latest last
}

func newRunning() running {
	return running{least: math.Inf(1), top: math.Inf(-1), blocks: []float64{0}}
}

// add takes the cell of a row that is no candidate.
func (r *running) add(v float64) {
	r.all += v
	r.every += v
	r.n++
	r.least, r.top = min(r.least, v), max(r.top, v)
	r.blocks[len(r.blocks)-1] += v
}

// pass takes the cell of a candidate.
func (r *running) pass(v float64) {
	r.every += v
	r.blocks = append(r.blocks, 0)
	if len(r.blocks) > mostBlocks {
		r.blocks = r.blocks[1:]
	}
}

// match compares a number with the cells above.
func (r *running) match(v float64) match {
	if r.n == 0 {
		return match{}
	}
	sum := v != 0 && (isSum(v, r.all) || isSum(v, r.every))
	block := 0.0
	for i := len(r.blocks) - 1; i >= 0 && v != 0 && !sum; i-- {
		block += r.blocks[i]
		sum = isSum(v, block)
	}
	return match{sum: sum, mean: v != 0 && isSum(v, r.all/r.n), extreme: v == r.least || v == r.top || v == r.n}
}

// matchesAt tells for each candidate what its number is of the rows above.
func (w *words) matchesAt(found []totalCandidate) []match {
	numbers := w.numbers()
	out := make([]match, len(found))
	r := newRunning()
	next := 0
	for row, code := range w.codes.All() {
		candidate := next < len(found) && found[next].row == int32(row)
		switch {
		case candidate:
			v := 0.0
			if code >= 0 {
				v = numbers[code]
				out[next] = r.match(v)
			}
			r.pass(v)
			next++
		case code >= 0:
			r.add(numbers[code])
		}
	}
	return out
}

// numbers reads the words as numbers, 0 where they are none.
func (w *words) numbers() []float64 {
	out := make([]float64, w.len())
	for code, word := range w.all() {
		x, ok := parseNumber(word, decimalPoint)
		if !ok {
			x, _ = parseNumber(word, decimalComma)
		}
		out[code] = x.value
	}
	return out
}

// isSum reports whether a number is a sum but for rounding to cents.
func isSum(v, sum float64) bool {
	return math.Abs(v-sum) <= 1e-6*math.Abs(sum)+.006*min(1, math.Abs(sum))
}

// mostlyNumbers reports whether the words of a column of values are numbers
// rather than dates.
func (w *words) mostlyNumbers() bool {
	n, numbers := 0, 0
	for _, word := range w.all() {
		if n++; n > fewLooked {
			n--
			break
		}
		if isNumber(word) {
			numbers++
		}
	}
	return 2*numbers > n
}
