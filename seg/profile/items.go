package profile

import "custseg/model"

// mostItems is how many items of baskets are compared, the commonest first.
const mostItems = 60

// itemSides compares what customers have in a list of items, item by item,
// whatever column it stands in, and how many items they have.
func itemSides(l model.ItemList) []side {
	sizes := make([]float64, len(l.Of))
	for i, own := range l.Of {
		sizes[i] = float64(len(own))
	}
	out := []side{newAmounts(Line{Name: "items", Label: model.P("items"), from: l.Columns}, sizes)}
	at := make(map[int32]int, mostItems)
	kept := l.Commonest(mostItems)
	has := make([][]int8, len(kept))
	for j, k := range kept {
		at[k], has[j] = j, make([]int8, len(l.Of))
	}
	for i, own := range l.Of {
		for _, k := range own {
			if j, ok := at[k]; ok {
				has[j][i] = 1
			}
		}
	}
	for j, k := range kept {
		word := l.Words[k]
		out = append(out, newTruths(Line{Name: "item " + word, Label: model.P("bought %s", word), from: l.Columns}, has[j]))
	}
	return out
}
