package load

import "strings"

// importID begins the cells of the row below the header in which Qualtrics tells
// the inner names of the questions.
const importID = `{"ImportId":`

// descriptions returns the rows from one on that tell in words what the columns
// of the header are: the wording of questions, as survey programs write below
// short names, and their inner names.
func (f framer) descriptions(header, from int) []int {
	for at := from; at < min(from+2, len(f.rows)); at++ {
		if f.tellsImport(at) {
			var out []int
			for i := from; i <= at; i++ {
				out = append(out, i)
			}
			return out
		}
	}
	if f.namesAgain(header, from) {
		return []int{from}
	}
	return nil
}

// tellsImport reports whether all cells of a row are inner names of Qualtrics.
func (f framer) tellsImport(at int) bool {
	for _, c := range f.rows[at].cells {
		if c != "" && !strings.HasPrefix(c, importID) {
			return false
		}
	}
	return f.rows[at].filled() > 0
}

// namesAgain reports whether a row says the names of the header again in other
// words, StartDate as Start Date: it holds no value, two cells of it at least
// are a name but for spaces and signs, and some stand over columns of values. A
// row that is the header itself comes again and describes nothing.
func (f framer) namesAgain(header, at int) bool {
	if at != header+1 || at+1 >= len(f.rows) {
		return false
	}
	names, cells := f.rows[header].cells, f.rows[at].cells
	contrast, values, _ := f.evidence(at)
	if contrast == 0 || values > 0 || len(cells) > len(names) {
		return false
	}
	same, reworded := 0, 0
	for i, c := range cells {
		switch {
		case c == "" || names[i] == "":
		case c == names[i]:
			same++
		case compact(c) == compact(names[i]):
			same++
			reworded++
		}
	}
	return same > 1 && reworded > 0
}
