package seg

import (
	"custseg/model"
	"custseg/model/formula"
)

// areas are the parts of the base by where customers are.
type areas struct {
	by      []measured // what the area is read from: its name, or two coordinates
	of      []int32    // the area of each customer, -1 for none
	names   []model.Phrase
	rules   []model.Phrase
	words   []string // names as plain words, for the axes of charts
	sizes   []int
	pooled  int // the area of all small ones, -1 for none
	why     []int32
	reasons []model.Phrase
	used    []string
	notes   []model.Phrase
	fit     []model.Fit
}

// areasByName makes an area of each word in a column, the largest first, ties by
// the word.
func areasByName(in Input, level model.Measure) (*areas, error) {
	f, ok := in.Customers.Feature(level)
	if !ok {
		return nil, paramErrorf("level", "this data has no %s: map a column to it with --map %s=COLUMN, or choose another level", level, level)
	}
	name, notes := worded(f.Column, f.MeasureInfo)
	n := in.Customers.Len()
	a := &areas{notes: notes, by: []measured{name}, of: make([]int32, n), why: make([]int32, n), reasons: []model.Phrase{model.P("%s is missing", f.Label)}, used: []string{f.Column.Name()}, pooled: -1}
	place := make([]int32, len(name.words))
	for at, t := range ownMix(name).byOrders() {
		word := name.words[t.word]
		place[t.word] = int32(at)
		a.words, a.names, a.rules = append(a.words, word), append(a.names, model.Raw(word)), append(a.rules, model.P("%s is %s", f.Label, word))
		a.sizes = append(a.sizes, int(t.orders))
	}
	for i, v := range name.values {
		a.of[i], a.why[i] = -1, 0
		if finite(v) {
			a.of[i], a.why[i] = place[int(v)], -1
		}
	}
	return a, nil
}

// tell says how the areas decide.
func (a *areas) tell(s *model.Segmentation) {
	name := a.by[0]
	if name.words == nil {
		settled(s, model.P("Regions form from where all customers are, and where someone lives does not change by what is done"), a.by...)
		return
	}
	area := make([]int32, len(name.words))
	for i, g := range a.of {
		if g >= 0 {
			area[int(name.values[i])] = g
		}
	}
	decide(s, func(w whatIf) int32 {
		if v := w.value(name); finite(v) {
			return area[int(v)]
		}
		return -1
	}, nil, name)
	part := make([]float64, len(area))
	for k, g := range area {
		part[k] = float64(g)
	}
	absence{}.express(s, func() formula.Expr { return name.byWord(part) })
}

// pool puts areas with less than a share of the customers that have one together.
func (a *areas) pool(least float64) {
	placed := total(a.sizes)
	move, kept, small := make([]int32, len(a.sizes)), int32(0), 0
	for g, n := range a.sizes {
		move[g] = kept
		if float64(n)/float64(placed) < least {
			move[g] = -1
			small++
			continue
		}
		kept++
	}
	if small < 2 { // one alone keeps its name
		return
	}
	from := *a
	a.words, a.names, a.rules, a.sizes, a.pooled = nil, nil, nil, nil, int(kept)
	others := 0
	for g, to := range move {
		if to < 0 {
			move[g] = kept
			others += from.sizes[g]
			continue
		}
		a.words, a.names, a.rules, a.sizes = append(a.words, from.words[g]), append(a.names, from.names[g]), append(a.rules, from.rules[g]), append(a.sizes, from.sizes[g])
	}
	a.words, a.names, a.sizes = append(a.words, "Other areas"), append(a.names, model.P("Other areas")), append(a.sizes, others)
	a.rules = append(a.rules, model.P("one of %d areas with less than %.1f%% of the customers each", small, 100*least))
	a.notes = append(a.notes, model.P("%d areas with less than %.1f%% of the customers each are put together", small, 100*least))
	for i, g := range a.of {
		if g >= 0 {
			a.of[i] = move[g]
		}
	}
}
