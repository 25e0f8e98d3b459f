package load

import (
	"math"
	"slices"
	"strings"

	"custseg/model"
)

// markEvidence is what the words of a column of numbers say about its decimal
// mark, by how many there are of each sort.
type markEvidence struct {
	point, comma   int // numbers with that decimal mark only
	commas, points int // numbers with either, but not the same: 1,500 and 1.500
	money          int // of them, those with a currency
	whole          int // numbers without a mark
	hundreds       int // of them, those of three digits
	thousands      int // of them, those of more
}

// enoughGrouped is how many different numbers with three digits behind their
// mark, and none with more or fewer, are no accident.
const enoughGrouped = 3

// count takes note of a number read with a decimal point.
func (e *markEvidence) count(x number) {
	if x.form&currency != 0 && (x.mark == commaEither || x.mark == pointEither) {
		e.money++
	}
	switch x.mark {
	case oneReading:
		e.point++
	case commaEither:
		e.commas++
	case pointEither:
		e.points++
	default:
		e.whole++
		switch v := math.Abs(x.value); {
		case v >= 1000:
			e.thousands++
		case v >= 100:
			e.hundreds++
		}
	}
}

// decided returns the decimal mark the column itself proves.
func (e markEvidence) decided() (mark decimalMark, proved bool) {
	if e.comma > e.point {
		return decimalComma, true
	}
	return decimalPoint, e.point > e.comma
}

// proves reports whether the column itself proves a decimal mark.
func (e markEvidence) proves() bool {
	_, proved := e.decided()
	return proved
}

// ambiguous reports whether the column's numbers can be read in two ways.
func (e markEvidence) ambiguous() bool {
	return !e.proves() && e.commas+e.points > 0
}

// groups reports whether the mark of an ambiguous column seems to stand between
// thousands: numbers below a thousand go without, down to the hundreds, and
// none beyond does.
func (e markEvidence) groups() bool {
	return min(e.commas, e.points) == 0 && e.commas+e.points >= enoughGrouped && e.hundreds > 0 && e.thousands == 0
}

// isMoney reports whether all ambiguous numbers are amounts with a currency and
// have the same mark: money has two decimals or none, so that three digits behind
// the mark are thousands.
func (e markEvidence) isMoney() bool {
	return e.money > 0 && e.money == max(e.commas, e.points) && min(e.commas, e.points) == 0
}

// fileMarks is what the rest of a file says about the decimal mark of columns
// that do not prove theirs.
type fileMarks struct {
	point, comma bool // a column proves that mark
	semicolons   bool // fields stand apart by semicolons, as where a comma is the decimal mark
	dots         bool // dates are written 27.4.2017, as where a comma is the decimal mark
	daysFirst    bool // dates are written 27/4/2017, as in most such places
}

func marksOf(types []typing, delimiter byte) fileMarks {
	f := fileMarks{semicolons: delimiter == ';'}
	for _, t := range types {
		if mark, proved := t.marks.decided(); proved && mark == decimalComma {
			f.comma = true
		} else if proved {
			f.point = true
		}
		f.dots = f.dots || t.dates.dotted
		f.daysFirst = f.daysFirst || t.dates.dayFirst > t.dates.monthFirst
	}
	return f
}

// groupsPoints reports whether the file seems to be written where points stand
// between thousands.
func (f fileMarks) groupsPoints(e markEvidence) bool {
	return f.semicolons || f.dots || f.daysFirst && e.whole > 0
}

// of returns the decimal mark for a column, and whether another column proves
// it rather than a rule of thumb. By themselves 1,500 and 1.500 are read as
// people write them who use a decimal point, unless they seem to be thousands or money;
// but with semicolons between the fields a lone comma is a decimal one.
func (f fileMarks) of(e markEvidence) (mark decimalMark, proved bool) {
	if mark, proved = e.decided(); proved {
		return mark, true
	}
	switch {
	case f.comma:
		return decimalComma, !f.point
	case f.point:
		return decimalPoint, true
	case e.groups(), e.isMoney():
		return e.groupedMark(), false
	case f.semicolons && e.commas > 0:
		return decimalComma, false
	case e.commas == 0 && e.points >= enoughGrouped && f.groupsPoints(e):
		return decimalComma, false
	}
	// three digits after one point or two are usual, so they are worth a word only
	// where the file seems to be written with decimal commas
	return decimalPoint, e.commas == 0 && e.points < enoughGrouped && !f.semicolons
}

// ownMark is the decimal mark of a column whose only mark is that one.
func (e markEvidence) ownMark() decimalMark {
	if e.points > 0 {
		return decimalPoint
	}
	return decimalComma
}

// namesPlace reports whether a header names a latitude or longitude: degrees are
// below a thousand.
func namesPlace(header string) bool {
	return slices.ContainsFunc(splitWords(header), func(word string) bool {
		switch word {
		case "lat", "lon", "lng", "latitude", "longitude":
			return true
		}
		return strings.HasSuffix(word, "纬度") || strings.HasSuffix(word, "经度")
	})
}

// groupedMark is the decimal mark of a column whose other mark stands between
// thousands.
func (e markEvidence) groupedMark() decimalMark {
	if e.points > 0 {
		return decimalComma
	}
	return decimalPoint
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
func (b *builtColumn) decimalOf(name string, w *words, t *typing, file fileFacts) decimalMark {
	if t.marks.ambiguous() && min(t.marks.commas, t.marks.points) == 0 && namesPlace(name) {
		return t.marks.ownMark()
	}
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
	if proved && t.marks.commas == 0 && t.marks.points < enoughGrouped && mark == decimalPoint {
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
