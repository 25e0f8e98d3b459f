package quality

import (
	"maps"
	"math"
	"slices"
	"sort"

	"custseg/model"
	"custseg/model/notation"
)

// told says in the notation of a treated column what was done to it, as far as
// that goes by each value alone: what does not is untold.
func told(before, after model.Column, t model.Action, h hit) model.Column {
	how := notation.Column{}
	if was := model.NotationOf(before); was != nil {
		how = *was
	}
	switch after := after.(type) {
	case *model.Numbers:
		if from, ok := before.(*model.Numbers); ok {
			toldNumbers(&how, from.Values(), after.Values(), t, h)
			return after.As(&how)
		}
		how.Untold = true
		return after.As(&how)
	case *model.Dates:
		if from, ok := before.(*model.Dates); ok {
			toldNumbers(&how, dayNumbers(from), dayNumbers(after), t, h)
			return after.As(&how)
		}
		how.Untold = true
		return after.As(&how)
	case *model.Texts:
		how.Untold = how.Untold || !toldWords(&how, before, after)
		return after.As(&how)
	}
	return after
}

// dayNumbers are the days of a column of dates, counted from 1 January 1970.
func dayNumbers(c *model.Dates) []float64 {
	out := make([]float64, c.Len())
	for i, s := range c.Seconds() {
		if out[i] = math.NaN(); !c.Missing(i) {
			out[i] = float64(model.DayOf(s))
		}
	}
	return out
}

// toldNumbers adds the step that makes one column of another.
func toldNumbers(how *notation.Column, before, after []float64, t model.Action, h hit) {
	step := numberStep(before, after, t, h)
	how.Untold = how.Untold || len(step.Blank) > notation.MostOdd
	for i := 0; i < len(before) && !how.Untold; i++ {
		how.Untold = !same(step.Of(before[i]), after[i])
	}
	how.Steps = append(slices.Clone(how.Steps), step)
}

// numberStep is what an action did to numbers.
func numberStep(before, after []float64, t model.Action, h hit) notation.Step {
	step := notation.Step{Low: math.Inf(-1), High: math.Inf(1), Times: 1}
	switch {
	case t == model.Cap:
		step.Low, step.High = h.low, h.high
	case t == model.Blank && h.low < h.high:
		step.Low, step.High, step.Beyond = h.low, h.high, true
	case t == model.Blank:
		step.Blank = blankSpans(before, after)
	default:
		for i, v := range before {
			if v != 0 && !math.IsNaN(v) && !math.IsInf(v, 0) {
				step.Times = after[i] / v
				break
			}
		}
	}
	return step
}

// blankSpans are the runs of different values that became missing.
func blankSpans(before, after []float64) []notation.Span {
	gone := map[float64]bool{}
	for i, v := range before {
		if !math.IsNaN(v) {
			gone[v] = math.IsNaN(after[i])
		}
	}
	var out []notation.Span
	open := false
	for _, v := range slices.Sorted(maps.Keys(gone)) {
		if gone[v] && !open {
			out = append(out, notation.Span{From: v})
		}
		if open = gone[v]; open {
			out[len(out)-1].To = v
		}
	}
	return out
}

// toldWords adds the words that are others after a treatment, and reports whether
// that tells all of it.
func toldWords(how *notation.Column, before model.Column, after *model.Texts) bool {
	from, ok := before.(*model.Texts)
	if !ok || how.Keys != (notation.Keys{}) {
		return false
	}
	is := map[string]string{}
	for i := range after.Len() {
		if from.Missing(i) {
			if !after.Missing(i) {
				return false
			}
			continue
		}
		word := from.Text(i)
		if now, seen := is[word]; seen && now != after.Text(i) {
			return false
		}
		is[word] = after.Text(i)
	}
	how.Odd = slices.Clone(how.Odd)
	for k, o := range how.Odd { // words that were read as another go where that goes
		if now, moved := is[o.Text]; moved && !o.Missing {
			how.Odd[k].Text, how.Odd[k].Missing = now, now == ""
		}
	}
	for _, word := range slices.Sorted(maps.Keys(is)) {
		at := sort.Search(len(how.Odd), func(i int) bool { return how.Odd[i].Word >= word })
		if now, listed := is[word], at < len(how.Odd) && how.Odd[at].Word == word; now != word && !listed {
			how.Add(notation.Odd{Word: word, Text: now, Missing: now == ""})
		}
	}
	return true
}

func same(x, y float64) bool { return x == y || math.IsNaN(x) && math.IsNaN(y) }
