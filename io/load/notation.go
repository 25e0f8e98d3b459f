package load

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/notation"
)

// wordShapes are words by their digits and signs: words of one shape are read alike,
// so that of a million words few are looked at twice.
type wordShapes struct {
	first map[string]string // the first word of each
	named bool              // names of months are of one shape
	room  []byte
}

// of is the shape of a word: its digits, except a zero in front, are alike, and in
// names its letters.
func (s *wordShapes) of(word string) []byte {
	out := s.room[:0]
	for i := range len(word) {
		c := word[i]
		switch {
		case c == '0' && len(out) == 0:
		case isDigit(c):
			c = '1'
		case s.named && (c|0x20 >= 'a' && c|0x20 <= 'z'):
			if c = 'a'; len(out) > 0 && out[len(out)-1] == c {
				continue
			}
		}
		out = append(out, c)
	}
	s.room = out
	return out
}

// add keeps a word whose shape is new.
func (s *wordShapes) add(word string) {
	if _, known := s.first[string(s.of(word))]; !known {
		s.first[string(s.room)] = strings.Clone(word)
	}
}

// odd returns the shapes of whose words one is read otherwise.
func (s *wordShapes) odd(differs func(word string) bool) map[string]bool {
	out := map[string]bool{}
	for shape, word := range s.first {
		if differs(word) {
			out[shape] = true
		}
	}
	return out
}

// notation is how the words of a column of numbers were read, nil when all are
// plain.
func (t *typing) notation(w *words, mark decimalMark) *notation.Column {
	if !t.dressed && !slices.ContainsFunc(t.numbers, math.IsNaN) {
		return nil
	}
	out, seen := &notation.Column{}, wordShapes{first: map[string]string{}}
	if t.dressed {
		for code, word := range w.all() {
			if !math.IsNaN(t.numbers[code]) {
				seen.add(word)
			}
		}
		out.Numbers = t.dress(&seen, mark)
	}
	numbers := out.Numbers
	if numbers == nil {
		numbers = &notation.Numbers{}
	}
	read := numbers.Reader()
	differs := func(word string) bool {
		x, _ := t.parse(word, mark)
		v, ok := read(word)
		return !ok || v != x.value
	}
	odd := map[string]bool{}
	if t.dressed {
		odd = seen.odd(differs)
	}
	for code, v := range t.numbers {
		switch {
		case math.IsNaN(v):
			word := w.word(int32(code))
			if _, reads := read(word); reads || strings.Contains(word, "_") { // which DuckDB takes from between digits
				out.Add(notation.Odd{Word: word, Missing: true})
			}
		case len(odd) > 0:
			if word := w.word(int32(code)); odd[string(seen.of(word))] {
				out.Add(notation.Odd{Word: word, Number: v, Missing: math.IsInf(v, 0)})
			}
		}
	}
	if out.Numbers == nil && len(out.Odd) == 0 {
		return nil
	}
	return out
}

// dress finds what stands around the digits of the numbers of a column.
func (t *typing) dress(seen *wordShapes, mark decimalMark) *notation.Numbers {
	out := &notation.Numbers{Comma: mark == decimalComma}
	around, scales := map[string]bool{}, map[string]bool{}
	for _, word := range seen.first {
		folded := foldWide(word)
		out.Wide = out.Wide || folded != word
		front := max(strings.IndexFunc(folded, isFigure), 0)
		behind := folded[behindNumber(folded):]
		for _, s := range notation.Scales(t.letters) {
			if rest, found := strings.CutPrefix(strings.TrimLeft(behind, blanks+dashes), s.Sign); found {
				scales[s.Sign] = true
				behind = rest
				break
			}
		}
		for _, piece := range []string{folded[:front], behind} {
			if piece = strings.Trim(piece, "+()▲△.,"+blanks+dashes); piece != "" {
				around[piece] = true
			}
		}
		if currency := strings.Trim(folded[:front], blanks); isCurrency(currency) {
			around[currency] = true // with its point
		}
	}
	for word := range around {
		out.Around = append(out.Around, word)
	}
	slices.SortFunc(out.Around, func(a, b string) int { // those that hold others first
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	for _, s := range notation.Scales(t.letters) {
		if scales[s.Sign] {
			out.Scales = append(out.Scales, s)
		}
	}
	return out
}

// notation is how the words of a column of dates were read, nil when all begin as
// databases write dates.
func (e dateEvidence) notation(w *words, order dayOrder, momentOf func(code int32) int64) *notation.Column {
	const day = 86400
	dayOf := func(code int32) (int64, bool) {
		at := momentOf(code)
		return int64(math.Floor(float64(at) / day)), at != model.NoDate
	}
	if momentsOnly := e.form == writtenDate || e.form == mixedDate; momentsOnly && w.moments == w.len() {
		return nil
	}
	out, seen := &notation.Column{}, wordShapes{first: map[string]string{}, named: true}
	plain := notation.Dates{Forms: notation.Forms("", "", 0, false)[:1]}
	for code, word := range w.spelled() {
		if _, ok := dayOf(code); ok {
			seen.add(word)
		}
	}
	if len(seen.first) > 0 {
		out.Dates = e.forms(&seen, order)
	}
	dates := out.Dates
	if dates == nil {
		dates = &plain
	}
	read, plainDate := dates.Reader(), regexp.MustCompile(notation.PlainDate)
	odd := seen.odd(func(word string) bool {
		at, _ := e.moment(word, order)
		got, ok := read(word)
		return !ok || got != int64(math.Floor(float64(at)/day))
	})
	for code, word := range w.spelled() {
		want, ok := dayOf(code)
		switch got, reads := int64(0), false; {
		case !ok:
			if _, reads = read(word); reads || plainDate.MatchString(word) { // which a database may not survive
				out.Add(notation.Odd{Word: word, Missing: true})
			}
		case odd[string(seen.of(word))] || strings.Contains(word, "24:"):
			if got, reads = read(word); !reads || got != want {
				out.Add(notation.Odd{Word: word, Number: float64(want)})
			}
		}
	}
	if out.Dates == nil && len(out.Odd) == 0 {
		return nil
	}
	return out
}

// forms finds the ways in which the dates of a column are written, that of
// databases always among them.
func (e dateEvidence) forms(seen *wordShapes, order dayOrder) *notation.Dates {
	switch e.form {
	case serialDate:
		return &notation.Dates{Count: &notation.Count{Epoch: serialEpoch, PerDay: 1, Least: leastSerial, Most: mostSerial, Rounded: true}}
	case serialDate1904:
		return &notation.Dates{Count: &notation.Count{Epoch: serialEpoch1904, PerDay: 1, Least: leastSerial, Most: mostSerial, Rounded: true}}
	case unixSeconds:
		return &notation.Dates{Count: &notation.Count{PerDay: 86400, Least: leastUnix, Most: mostUnix}}
	case unixMillis:
		return &notation.Dates{Count: &notation.Count{PerDay: 86400_000, Least: 1000 * leastUnix, Most: 1000 * mostUnix}}
	}
	long := map[dayOrder]notation.Order{monthFirst: notation.MonthDayYear, dayFirst: notation.DayMonthYear, yearFirst: notation.DayMonthYear}[order]
	short := long
	if order == yearFirst {
		short = notation.YearMonthDay
	}
	first19 := century
	if e.birth {
		first19 = birthCentury
	}
	out := &notation.Dates{}
	for i, f := range notation.Forms(long, short, first19, e.form == mixedDate) {
		read := (&notation.Dates{Forms: []notation.Form{f}}).Reader()
		used := i == 0
		for _, word := range seen.first {
			at, _ := e.moment(word, order)
			got, ok := read(word)
			used = used || ok && got == int64(math.Floor(float64(at)/86400))
		}
		if used {
			out.Forms = append(out.Forms, f)
		}
	}
	return out
}

// notationOfText is how the words of a column of text were read, nil as they stand.
func notationOfText(w *words, drop func(string) bool, write func(string) string) *notation.Column {
	if drop == nil && write == nil {
		return nil
	}
	out := &notation.Column{}
	if write != nil {
		out.Keys.Tick = w.anySpelled(func(word string) bool { return cutTick(word) != word })
		out.Keys.Fraction = w.anySpelled(func(word string) bool { return isWholeFloat(word) && write(word) != word })
	}
	for _, word := range w.all() {
		if drop != nil && drop(word) {
			out.Add(notation.Odd{Word: word, Missing: true})
			continue
		}
		if write == nil {
			continue
		}
		plain := word
		if out.Keys.Tick {
			plain = cutTick(plain)
		}
		if out.Keys.Fraction && isWholeFloat(plain) {
			plain = strings.TrimSuffix(plain, ".0")
		}
		if is := write(word); is != plain {
			out.Add(notation.Odd{Word: word, Text: strings.Clone(is), Missing: is == ""})
		}
	}
	if out.Keys == (notation.Keys{}) && len(out.Odd) == 0 {
		return nil
	}
	return out
}
