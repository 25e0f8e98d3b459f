package model

import (
	"cmp"
	"math"
	"slices"
)

// Summary describes the values of one column.
type Summary struct {
	N, Missing, Distinct int
	Infinite             int     // of N, in a column of numbers
	Min, Max             string  // nothing when there is no value
	Mean                 float64 // of finite numbers, NaN when there is none
	Examples             []string
	Common               []Count // text: the commonest values, at most twenty
	YesNo                bool    // all values say yes or no: see Truths
}

// Count is a value and how often it occurs.
type Count struct {
	Value string
	Rows  int
}

const (
	summaryExamples = 3
	summaryCommon   = 20
)

// Summarize describes a column in one pass over its rows.
func Summarize(c Column) Summary {
	s := Summary{Mean: math.NaN()}
	switch c := c.(type) {
	case *Numbers:
		s.numbers(c)
	case *Dates:
		s.dates(c)
	case *Texts:
		s.texts(c)
	}
	for i := 0; i < c.Len() && len(s.Examples) < summaryExamples; i++ {
		if w := c.Text(i); w != "" && !slices.Contains(s.Examples, w) {
			s.Examples = append(s.Examples, w)
		}
	}
	return s
}

func (s *Summary) numbers(c *Numbers) {
	lo, hi, sum, lost, finite := math.Inf(1), math.Inf(-1), 0.0, 0.0, 0
	seen := map[float64]struct{}{}
	for _, v := range c.All() {
		if math.IsNaN(v) {
			s.Missing++
			continue
		}
		s.N++
		seen[v] = struct{}{}
		if math.IsInf(v, 0) {
			s.Infinite++
			continue
		}
		finite++
		sum, lost = addExactly(sum, lost, v)
		lo, hi = min(lo, v), max(hi, v)
	}
	s.Distinct = len(seen)
	if s.Distinct == 2 {
		_, no := seen[0]
		_, yes := seen[1]
		s.YesNo = yes && no
	}
	if finite > 0 {
		s.Min, s.Max, s.Mean = FormatNumber(lo), FormatNumber(hi), (sum+lost)/float64(finite)
	}
}

func (s *Summary) dates(c *Dates) {
	lo, hi := int64(math.MaxInt64), int64(math.MinInt64)
	seen, sorted, before := map[int64]struct{}{}, c.ascends(), NoDate
	for _, v := range c.All() {
		if v == NoDate {
			s.Missing++
			continue
		}
		s.N++
		switch {
		case !sorted:
			seen[v] = struct{}{}
		case v != before:
			s.Distinct++
			before = v
		}
		lo, hi = min(lo, v), max(hi, v)
	}
	s.Distinct += len(seen)
	if s.N > 0 {
		s.Min, s.Max = FormatDate(lo), FormatDate(hi)
	}
}

func (s *Summary) texts(c *Texts) {
	counts := make([]int, c.Dict.Len())
	for _, k := range c.Narrow().All() {
		if k < 0 {
			s.Missing++
			continue
		}
		s.N++
		counts[k]++
	}
	var words []string // of few
	for k, n := range counts {
		if n == 0 {
			continue
		}
		w := c.Dict.At(k)
		if s.Distinct == 0 || w < s.Min {
			s.Min = w
		}
		s.Max = max(s.Max, w)
		s.Distinct++
		if len(words) <= mostSpellings {
			words = append(words, w)
		}
		s.common(Count{w, n})
	}
	if s.Distinct <= mostSpellings {
		slices.Sort(words)
		_, s.YesNo = truthWords(words, s.N)
	}
}

// common takes a value among the commonest, in the place of the last of them, if
// it is one.
func (s *Summary) common(c Count) {
	at, _ := slices.BinarySearchFunc(s.Common, c, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Value, b.Value))
	})
	if at == summaryCommon {
		return
	}
	if len(s.Common) == summaryCommon {
		s.Common = s.Common[:summaryCommon-1]
	}
	s.Common = slices.Insert(s.Common, at, c)
}
