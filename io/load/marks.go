package load

import "custseg/model"

// markEvidence is what the words of a column of numbers say about its decimal
// mark, by how many there are of each sort.
type markEvidence struct {
	point, comma   int // numbers with that decimal mark only
	commas, points int // numbers with either, but not the same: 1,500 and 1.500
}

// count takes note of a number read with a decimal point.
func (e *markEvidence) count(use markUse) {
	switch use {
	case oneReading:
		e.point++
	case commaEither:
		e.commas++
	case pointEither:
		e.points++
	}
}

// decided returns the decimal mark the column itself proves.
func (e markEvidence) decided() (mark decimalMark, proved bool) {
	if e.comma > e.point {
		return decimalComma, true
	}
	return decimalPoint, e.point > e.comma
}

// ambiguous reports whether the column's numbers can be read in two ways.
func (e markEvidence) ambiguous() bool {
	_, proved := e.decided()
	return !proved && e.commas+e.points > 0
}

// fileMarks is what the rest of a file says about the decimal mark of columns
// that do not prove theirs.
type fileMarks struct {
	point, comma bool // a column proves that mark
	semicolons   bool // fields stand apart by semicolons, as where a comma is the decimal mark
}

func marksOf(types []typing, delimiter byte) fileMarks {
	f := fileMarks{semicolons: delimiter == ';'}
	for _, t := range types {
		if mark, proved := t.marks.decided(); proved && mark == decimalComma {
			f.comma = true
		} else if proved {
			f.point = true
		}
	}
	return f
}

// of returns the decimal mark for a column, and whether another column proves
// it rather than a rule of thumb. By themselves 1,500 and 1.500 are read as
// people write them who use a decimal point, but with semicolons between the
// fields a lone comma is a decimal one.
func (f fileMarks) of(e markEvidence) (mark decimalMark, proved bool) {
	if mark, proved = e.decided(); proved {
		return mark, true
	}
	switch {
	case f.comma:
		return decimalComma, !f.point
	case f.point:
		return decimalPoint, true
	case f.semicolons && e.commas > 0:
		return decimalComma, false
	}
	// three digits after every point are usual, so they are worth a word only
	// where the file seems to be written with decimal commas
	return decimalPoint, e.commas == 0 && !f.semicolons
}

// askedMark returns the decimal mark that the analyst asked for.
func askedMark(decimal string) (mark decimalMark, asked bool) {
	switch decimal {
	case ".":
		return decimalPoint, true
	case ",":
		return decimalComma, true
	}
	return decimalPoint, false
}

// decimalOf chooses the decimal mark of a column: the one asked for where the
// column can be read so, else what column and file say. It tells what of that is
// a guess or not as asked.
func (b *builtColumn) decimalOf(w *words, t *typing, file fileFacts) decimalMark {
	mark, proved := file.marks.of(t.marks)
	asked, isAsked := askedMark(file.asked.Decimal)
	switch {
	case isAsked && t.marks.ambiguous():
		return asked
	case isAsked && mark != asked && t.marks.proves():
		b.tellRefusedMark(w, t, mark, asked, file)
	case t.marks.ambiguous():
		b.tellMarks(w, t, mark, proved, file)
	}
	return mark
}

// proves reports whether the column itself proves a decimal mark.
func (e markEvidence) proves() bool {
	_, proved := e.decided()
	return proved
}

// tellRefusedMark says which numbers cannot have the decimal mark asked for.
func (b *builtColumn) tellRefusedMark(w *words, t *typing, mark, asked decimalMark, file fileFacts) {
	b.tell(model.Warning, w, file, func(word string) bool {
		_, fits := t.parse(word, mark)
		_, fitsAsked := t.parse(word, asked)
		return fits && !fitsAsked
	}, "the numbers do not have the decimal mark %q that was asked for, but %q: %d, such as %s; the first is %q in row %s", string(asked), string(mark))
}

// tellMarks says how numbers were read that can be read in two ways, by the
// example that comes first in the alphabet.
func (b *builtColumn) tellMarks(w *words, t *typing, mark decimalMark, proved bool, file fileFacts) {
	if proved && t.marks.commas == 0 && mark == decimalPoint {
		return
	}
	twoWays := func(word string) bool {
		x, ok := t.parse(word, mark)
		return ok && (x.mark == commaEither || x.mark == pointEither)
	}
	example := ""
	for _, word := range w.all() {
		if (example == "" || word < example) && twoWays(word) {
			example = word
		}
	}
	x, _ := t.parse(example, mark)
	level, key := model.Warning, "%q can be read in two ways; it was read as %s, and so were all values like it: %d, such as %s; the first is %q in row %s"
	if proved {
		level, key = model.Info, "%q can be read in two ways; by the rest of the file it was read as %s, and so were all values like it: %d, such as %s; the first is %q in row %s"
	}
	b.tell(level, w, file, twoWays, key, shorten([]byte(example)), model.FormatNumber(x.value))
}
