package seg

import (
	"math"
	"slices"
	"strings"
	"sync"

	"custseg/model"
	"custseg/model/formula"
)

// categoryMoney is the money, net of returns and not below 0, that each customer
// spent on each category of the orders: missing for those who spent nothing on
// any, and lines where the orders have no money. Categories below the parameter
// least of all money are one, the last. None without categories.
func (in Input) categoryMoney(s *model.Segmentation) []measured {
	o := in.Customers.Orders()
	if o == nil {
		return nil
	}
	column, ok := o.Column(model.Category)
	if !ok {
		return nil
	}
	words, notes := alike(column)
	s.Notes = append(s.Notes, notes...)
	out, slot := pooledCategories(o, words, in.Params.Float("least"))
	for j := range out {
		out[j].values, out[j].goes = make([]float64, in.Customers.Len()), model.Up
		if o.HasMoney() {
			out[j].Unit = model.Money
		}
	}
	for i := range in.Customers.Len() {
		spend(out, slot, o, words, i)
	}
	tellCategoryMoney(out, slot, o.HasMoney(), spellingsOf(column, words))
	return out
}

// lineMoney is the money of a line, or 1 where the orders have none; lines that
// give back are negative.
func lineMoney(o *model.Orders, line int) float64 {
	switch {
	case o.HasMoney():
		return o.Money(line)
	case o.Back(line):
		return -1
	}
	return 1
}

// pooledCategories are the categories on which money was spent, by name, those
// with less than a share of all money as one at the end; and which of them each
// word is, -1 for none.
func pooledCategories(o *model.Orders, words *model.Texts, least float64) (out []measured, slot []int) {
	lines := make([][]float64, words.Dict.Len())
	for l, row := range o.Row {
		if w, money := words.Code(int(row)), lineMoney(o, l); w >= 0 && finite(money) {
			lines[w] = append(lines[w], money)
		}
	}
	totals, all, byName := make([]float64, len(lines)), 0., make([]int, len(lines))
	for w := range lines {
		totals[w] = max(sumSorted(lines[w]), 0)
		byName[w] = w
	}
	slices.SortFunc(byName, func(a, b int) int { return strings.Compare(words.Dict.At(a), words.Dict.At(b)) })
	for _, w := range byName {
		all += totals[w]
	}
	slot = make([]int, len(lines))
	small := false
	for _, w := range byName {
		slot[w] = -1
		switch {
		case totals[w] == 0:
		case decimal(totals[w]/all) >= least:
			slot[w] = len(out)
			out = append(out, measured{MeasureInfo: model.MeasureInfo{ID: model.Measure("category: " + words.Dict.At(w)), Label: model.Raw(words.Dict.At(w))}})
		default:
			small = true
		}
	}
	if !small {
		return out, slot
	}
	for w := range slot {
		if slot[w] < 0 && totals[w] > 0 {
			slot[w] = len(out)
		}
	}
	return append(out, measured{MeasureInfo: model.MeasureInfo{ID: "other categories", Label: model.P("other categories")}}), slot
}

// spend fills in what customer i spent on each category.
func spend(out []measured, slot []int, o *model.Orders, words *model.Texts, i int) {
	lines := make([][]float64, len(out))
	from, to := o.Lines(i)
	for l := from; l < to; l++ {
		w, money := words.Code(int(o.Row[l])), lineMoney(o, l)
		if w >= 0 && slot[w] >= 0 && finite(money) {
			lines[slot[w]] = append(lines[slot[w]], money)
		}
	}
	all := 0.
	for j := range out {
		out[j].values[i] = max(sumSorted(lines[j]), 0)
		all += out[j].values[i]
	}
	for j := range out {
		if all <= 0 {
			out[j].values[i] = missing
		}
	}
}

// tellCategoryMoney tells what is spent on each category in a formula.
func tellCategoryMoney(out []measured, slot []int, money bool, spelt [][]string) {
	spent := make([]func() formula.Expr, len(out))
	for j := range out {
		var words []string
		for w, at := range slot {
			if at == j && spelt != nil {
				words = append(words, spelt[w]...)
			}
		}
		slices.Sort(words)
		id := string(out[j].ID)
		spent[j] = sync.OnceValue(func() formula.Expr {
			if !money || spelt == nil {
				return formula.Untold{What: "the lines of each category, which have no money or are numbers"}
			}
			of := formula.Lines{Do: formula.LineMoney}.Of(string(model.Category), words)
			return formula.Name("spent on "+id, formula.Clamp(formula.OnLines("money "+id, of), 0, math.Inf(1)))
		})
	}
	all := sync.OnceValue(func() formula.Expr {
		sum := make([]formula.Expr, len(spent))
		for j, of := range spent {
			sum[j] = of()
		}
		return formula.Name("spent on categories", formula.Sum(sum))
	})
	for j := range out {
		out[j] = out[j].told(func() formula.Expr {
			return formula.If(formula.Compare(all(), formula.More, formula.Number(0)), spent[j](), formula.Missing())
		})
	}
}
