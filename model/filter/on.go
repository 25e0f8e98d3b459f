package filter

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"custseg/model"
)

// check reports what is wrong with a test's values for a column.
func (t Test) check(column Column) error {
	_, err := t.on(column, &columns{names: true})
	return err
}

// on is the test of one column.
func (e Test) on(column Column, c *columns) (func(row int) bool, error) {
	var holds func(row int) bool
	var err error
	switch {
	case e.Op == Missing && c.names, e.Op >= Contains && c.names:
		return never, nil
	case e.Op == Missing:
		holds = column.Values().Missing
	case e.Op >= Contains || column.Kind == model.Text:
		holds, err = e.onText(column, c)
	case column.Kind == model.Number:
		holds, err = e.onNumbers(column, c.names)
	default:
		holds, err = e.onDates(column, c.names)
	}
	if err != nil || !e.Not {
		return holds, err
	}
	return func(row int) bool { return !holds(row) }, nil
}

// wordsAtOnce is how many words of a column are looked at between two looks at
// whether to stop.
const wordsAtOnce = 1 << 16

// onText compares values as they are written, in any case.
func (e Test) onText(column Column, c *columns) (func(row int) bool, error) {
	fits, err := e.fits(column)
	if err != nil || c.names {
		return never, err
	}
	values := column.Values()
	texts, ok := values.(*model.Texts)
	if !ok {
		return func(row int) bool { return !values.Missing(row) && fits(strings.ToLower(values.Text(row))) }, nil
	}
	hit := make([]bool, texts.Dict.Len()) // by word: each is looked at once
	for k, word := range texts.Dict.All() {
		if k%wordsAtOnce == 0 && c.ctx.Err() != nil {
			return nil, c.ctx.Err()
		}
		hit[k] = fits(strings.ToLower(word))
	}
	return func(row int) bool {
		k := texts.Code(row)
		return k >= 0 && hit[k]
	}, nil
}

// fits is the test of one word, in lower case.
func (e Test) fits(column Column) (func(word string) bool, error) {
	first := strings.ToLower(e.Values[0])
	switch e.Op {
	case Equal, In:
		want := make(map[string]bool, len(e.Values))
		for _, v := range e.Values {
			want[strings.ToLower(v)] = true
		}
		return func(word string) bool { return want[word] }, nil
	case Contains:
		return func(word string) bool { return strings.Contains(word, first) }, nil
	case Starts:
		return func(word string) bool { return strings.HasPrefix(word, first) }, nil
	case Ends:
		return func(word string) bool { return strings.HasSuffix(word, first) }, nil
	}
	return nil, wrong(e.name, "%s holds text, which has no %s: type =, !=, in, contains or starts with", column.Name, e.Op.word())
}

// onNumbers compares numbers; NaN, which is missing, passes nothing.
func (e Test) onNumbers(column Column, names bool) (func(row int) bool, error) {
	want := make([]float64, len(e.Values))
	for i, text := range e.Values {
		v, ok := Number(text)
		if !ok {
			return nil, wrong(e.value, "%s holds numbers, and %s is none: type it as 1234.5 or 12%%", column.Name, text)
		}
		want[i] = v
	}
	if names {
		return never, nil
	}
	values := column.Values().(*model.Numbers).Values()
	v := want[0]
	switch e.Op {
	case Less:
		return func(row int) bool { return values[row] < v }, nil
	case LessEqual:
		return func(row int) bool { return values[row] <= v }, nil
	case Greater:
		return func(row int) bool { return values[row] > v }, nil
	case GreaterEqual:
		return func(row int) bool { return values[row] >= v }, nil
	case Between:
		return func(row int) bool { return values[row] >= v && values[row] <= want[1] }, nil
	}
	if len(want) == 1 {
		return func(row int) bool { return values[row] == v }, nil
	}
	slices.Sort(want)
	return func(row int) bool {
		_, found := slices.BinarySearch(want, values[row])
		return found
	}, nil
}

// onDates compares moments with stretches of time.
func (e Test) onDates(column Column, names bool) (func(row int) bool, error) {
	want := make([]stretch, len(e.Values))
	for i, text := range e.Values {
		v, ok := parseDate(text)
		if !ok {
			return nil, wrong(e.value, "%s holds dates, and %s is none: type it as 2025-01-31, 2025-01 or 2025", column.Name, text)
		}
		want[i] = v
	}
	if names {
		return never, nil
	}
	seconds := column.Values().(*model.Dates).Seconds()
	if e.Op == Equal || e.Op == In {
		want = apart(want)
		return func(row int) bool {
			s := seconds[row]
			at, begins := slices.BinarySearchFunc(want, s, func(d stretch, s int64) int { return cmp.Compare(d.from, s) })
			return s != model.NoDate && (begins || at > 0 && s < want[at-1].to)
		}, nil
	}
	low, high := int64(math.MinInt64), int64(math.MaxInt64) // the first moment in, and the first out again
	switch e.Op {
	case Less:
		high = want[0].from
	case LessEqual:
		high = want[0].to
	case Greater:
		low = want[0].to
	case GreaterEqual:
		low = want[0].from
	case Between:
		low, high = want[0].from, want[1].to
	}
	return func(row int) bool {
		s := seconds[row]
		return s != model.NoDate && s >= low && s < high
	}, nil
}

// apart are the moments of stretches as stretches in order that do not overlap.
func apart(of []stretch) []stretch {
	slices.SortFunc(of, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	out := of[:1]
	for _, d := range of[1:] {
		if last := &out[len(out)-1]; d.from <= last.to {
			last.to = max(last.to, d.to)
		} else {
			out = append(out, d)
		}
	}
	return out
}
