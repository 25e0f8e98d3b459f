package load

import (
	"fmt"
	"slices"
	"strings"

	"custseg/model"
)

// columnPart is a column of one part of a table that is put together from
// several. The order of day and month and the decimal mark are conventions of
// each part.
type columnPart struct {
	part   *pending
	name   string // of the part
	column int
}

func (c columnPart) typing() *typing { return &c.part.types[c.column] }
func (c columnPart) rewrite(write func(word string) string) {
	c.part.columns[c.column] = c.part.columns[c.column].rewritten(write)
}

// agreement makes the parts of one column speak one language.
type agreement struct {
	parts []columnPart
	keys  keyNames
	told  []model.Finding
}

// unify rewrites the words of columns that the parts of a table write
// differently: dates as 2017-04-27, and numbers with a decimal point. It returns
// what there is to tell by the key of the column.
func unify(group []pending, origins []model.Origin, keys keyNames) map[string][]model.Finding {
	told := map[string][]model.Finding{}
	parts := map[string][]columnPart{}
	for i := range group {
		for at, key := range group[i].columnKeys() {
			parts[key] = append(parts[key], columnPart{&group[i], origins[i].Name, at})
		}
	}
	for key, of := range parts {
		a := agreement{parts: of, keys: keys}
		if of[0].part.spec.asked.Dates == "" {
			a.dates()
		}
		if _, asked := askedMark(of[0].part.spec.asked.Decimal); !asked {
			a.marks()
		}
		if a.told != nil {
			told[key] = a.told
		}
	}
	return told
}

// columnKeys names the columns of a part as [pending.placeOf] finds them again.
func (p *pending) columnKeys() []string {
	out := make([]string, len(p.columns))
	used := map[string]int{}
	for i := range out {
		if p.header == nil {
			out[i] = fmt.Sprint(i)
			continue
		}
		name := ""
		if i < len(p.header) {
			name = compact(p.header[i])
		}
		out[i] = fmt.Sprint(name, "#", used[name])
		used[name]++
	}
	return out
}

// tellConventions adds what was told of columns by their keys.
func (p *pending) tellConventions(told map[string][]model.Finding) {
	for i, key := range p.columnKeys() {
		for _, f := range told[key] {
			f.Column = i
			p.findings = append(p.findings, f)
		}
	}
}

func (a *agreement) tell(level model.Level, key string, args ...any) {
	a.told = append(a.told, model.Finding{Level: level, Text: model.P(key, args...)})
}

// convention is how a part writes a column: by an order of day and month or a
// decimal mark.
type convention[T comparable] struct {
	columnPart
	value  T
	proved bool // by the part itself
	leans  bool // it is not proved, but likely
}

// borrow gives the parts that show no convention that of most of the others, and
// reports which parts do not prove theirs and whether all agree.
func borrow[T comparable](of []convention[T]) (unsure []convention[T], agree, known bool) {
	var most T
	best := 0
	for _, c := range of {
		n := 0
		for _, other := range of {
			if other.proved && other.value == c.value {
				n++
			}
		}
		if c.proved && n > best {
			most, best = c.value, n
		}
	}
	for i := range of {
		if !of[i].proved && !of[i].leans && best > 0 {
			of[i].value = most
		}
		if !of[i].proved {
			unsure = append(unsure, of[i])
		}
	}
	agree = !slices.ContainsFunc(of, func(c convention[T]) bool { return c.value != of[0].value })
	return unsure, agree, best > 0
}

// namesOf lists the parts with a convention.
func namesOf[T comparable](of []convention[T], value T) string {
	var out []string
	for _, c := range of {
		if c.value == value {
			out = append(out, c.name)
		}
	}
	return strings.Join(out, ", ")
}

// dates settles the order of day and month.
func (a *agreement) dates() {
	var of []convention[dayOrder]
	for _, c := range a.parts {
		t := c.typing()
		if t.kind != model.Date || t.dates.form != writtenDate || t.dates.yearLast == 0 {
			continue
		}
		known := convention[dayOrder]{columnPart: c}
		if known.value, known.proved = t.dates.order(); !known.proved {
			file := orderOf(c.part.types, 0)
			known.value, known.proved = file.of(t.dates), file.suggested || t.dates.dotted
			_, known.leans = t.dates.leaning()
		}
		of = append(of, known)
	}
	if len(of) < 2 {
		return
	}
	unsure, agree, known := borrow(of)
	for _, order := range []dayOrder{dayFirst, monthFirst, yearFirst} {
		if names := namesOf(unsure, order); names != "" && (known || !agree) {
			a.tell(model.Warning, "day and month cannot be told apart in %s by itself; the dates there were read as %s", names, order.phrase())
		}
		if names := namesOf(of, order); names != "" && !agree {
			a.tell(model.Warning, "the files write dates differently; those in %s were read as %s", names, order.phrase())
		}
	}
	if agree {
		return
	}
	for _, c := range of {
		e := c.typing().dates
		e.birth = c.part.header != nil && c.column < len(c.part.header) && a.keys.isBirth(c.part.header[c.column])
		c.rewrite(func(word string) string {
			if at, ok := e.moment(word, c.value); ok {
				return model.FormatDate(at)
			}
			return word
		})
	}
}

// marks settles the decimal mark.
func (a *agreement) marks() {
	var of []convention[decimalMark]
	for _, c := range a.parts {
		t := c.typing()
		if t.kind != model.Number || !t.marks.proves() && !t.marks.ambiguous() {
			continue
		}
		file := marksOf(c.part.types, c.part.spec.delimiter)
		known := convention[decimalMark]{columnPart: c}
		known.value, known.proved = file.of(t.marks)
		known.leans = t.marks.groups() || known.value == decimalComma && (file.semicolons || file.dots)
		known.proved = known.proved && (t.marks.proves() || file.point || file.comma)
		of = append(of, known)
	}
	if len(of) < 2 {
		return
	}
	own := slices.Clone(of)
	unsure, agree, _ := borrow(of)
	if agree {
		a.tellBorrowed(own, of[0].value)
		return
	}
	for _, mark := range []decimalMark{decimalPoint, decimalComma} {
		if names := namesOf(unsure, mark); names != "" {
			a.tell(model.Warning, "numbers in %s can be read in two ways; they were read with the decimal mark %q", names, string(mark))
		}
		a.tell(model.Warning, "the files write numbers differently; those in %s were read with the decimal mark %q", namesOf(of, mark), string(mark))
	}
	for _, c := range of {
		if c.value == decimalComma {
			c.rewrite(exchangeMarks)
		}
	}
}

// tellBorrowed names the parts whose numbers by themselves would have been read
// with another decimal mark than the one of all.
func (a *agreement) tellBorrowed(own []convention[decimalMark], mark decimalMark) {
	others := slices.DeleteFunc(own, func(c convention[decimalMark]) bool { return c.value == mark })
	if len(others) > 0 {
		a.tell(model.Warning, "numbers in %s can be read in two ways; by the other files they were read with the decimal mark %q", namesOf(others, others[0].value), string(mark))
	}
}

// exchangeMarks writes a number with the point for the comma and the comma for
// the point.
func exchangeMarks(word string) string {
	if _, ok := parseNumber(word, decimalComma); !ok {
		return word
	}
	first, last := strings.IndexFunc(word, isFigure), strings.LastIndexFunc(word, isFigure)
	if first < 0 {
		return word
	}
	if last++; last < len(word) && word[last] == ',' {
		last++ // 35,-
	}
	return word[:first] + strings.Map(func(r rune) rune {
		switch r {
		case ',':
			return '.'
		case '.':
			return ','
		}
		return r
	}, word[first:last]) + word[last:]
}

// rewritten returns the column with its words written anew.
func (w *words) rewritten(write func(word string) string) *words {
	out := newWords(0, w.codes.Len())
	codes := make([]int32, w.len())
	for code, word := range w.all() {
		codes[code] = out.code([]byte(write(word)))
	}
	for _, c := range w.codes.All() {
		if c >= 0 {
			c = codes[c]
		}
		out.codes.Append(c)
	}
	return out
}
