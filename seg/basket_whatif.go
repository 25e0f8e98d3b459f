package seg

import (
	"cmp"
	"slices"

	"custseg/model"
)

// boughtItem is whether customers bought an item, 0 or 1.
type boughtItem struct {
	measured
	item int32
}

// expected is the value of each customer's offer, which follows from what they
// bought.
func (o *offers) expected() measured {
	m := measured{MeasureInfo: o.info(), own: true, values: o.value}
	items := o.deciding()
	if len(items) == 0 {
		return m
	}
	from := make([]measured, len(items))
	for k, b := range items {
		from[k] = b.measured
	}
	return m.following(func(w whatIf) float64 {
		_, value := o.best(changedItems(w, o.shop.bought.Of(w.i), items))
		return value
	}, from...)
}

// changedItems are those that a customer bought or would have, ascending.
func changedItems(w whatIf, bought []int32, items []boughtItem) []int32 {
	out := slices.Clone(bought)
	for _, b := range items {
		to, ok := w.changed(string(b.ID))
		at, has := slices.BinarySearch(out, b.item)
		switch {
		case ok && to > 0 && !has:
			out = slices.Insert(out, at, b.item)
		case ok && to <= 0 && has:
			out = slices.Delete(out, at, at+1)
		}
	}
	return out
}

// deciding are the items of the rules, those that most customers bought.
func (o *offers) deciding() []boughtItem {
	in := make([]bool, len(o.shop.words))
	for _, r := range o.rules {
		in[r.Then] = true
		for _, item := range r.If {
			in[item] = true
		}
	}
	buyers := make([]int, len(in))
	for _, item := range o.shop.bought.List {
		buyers[item]++
	}
	var top []int32
	for item, is := range in {
		if is {
			top = append(top, int32(item))
		}
	}
	slices.SortStableFunc(top, func(a, b int32) int { return cmp.Compare(buyers[b], buyers[a]) })
	out := make([]boughtItem, min(mostMixInputs, len(top)))
	place := map[int32]int{}
	for k := range out {
		word := o.shop.words[top[k]]
		place[top[k]] = k
		// What is bought stays so.
		out[k] = boughtItem{measured{MeasureInfo: model.MeasureInfo{ID: model.Measure("bought " + word), Label: model.P("Bought %s", model.Raw(word))},
			role: model.Role(model.Frequency), values: make([]float64, o.shop.bought.Len())}, top[k]}
	}
	for i := range o.of {
		for _, item := range o.shop.bought.Of(i) {
			if k, ok := place[item]; ok {
				out[k].values[i] = 1
			}
		}
	}
	return out
}
