package load

// join appends the rows of another column.
func (w *words) join(other *words) {
	codes := make([]int32, other.len())
	for code := range codes {
		if other.isMoment(int32(code)) {
			codes[code] = w.codeOf(momentOf(other.starts[code]), nil)
		} else {
			codes[code] = w.code(bytesOf(other.word(int32(code))))
		}
	}
	for _, c := range other.codes.All() {
		if c >= 0 {
			c = codes[c]
		}
		w.codes.Append(c)
	}
}

// pad appends empty rows up to a number of rows.
func (w *words) pad(rows int) {
	for w.codes.Len() < rows {
		w.codes.Append(-1)
	}
}

// rowsOf returns the rows that hold any of the marked words, ascending.
func (w *words) rowsOf(marked func(code int32) bool) []int32 {
	if 2*w.len() < w.codes.Len() && !w.anyMarked(marked) {
		return nil // at the cost of the words, which are less than the rows
	}
	var out []int32
	for i, c := range w.codes.All() {
		if c >= 0 && marked(c) {
			out = append(out, int32(i))
		}
	}
	return out
}

func (w *words) anyMarked(marked func(code int32) bool) bool {
	for code := range int32(w.len()) {
		if marked(code) {
			return true
		}
	}
	return false
}

// shown returns the word of a row that holds one, short enough for a finding.
func (w *words) shown(row int32) string { return shorten([]byte(w.word(w.codes.At(int(row))))) }
