package seg

import "custseg/model"

// areaListing is the areas by their customers and, where there is money, by what
// these brought.
func (in Input) areaListing(a *areas) *model.Listing {
	n := len(a.names)
	count, share := make([]float64, n), make([]float64, n)
	out := &model.Listing{Title: model.P("Areas by customers and value"), Of: model.P("customers"), Behind: make([][]int32, n)}
	for i, g := range a.of {
		if g >= 0 {
			out.Behind[g] = append(out.Behind[g], int32(i))
			count[g]++
			out.N++
		}
	}
	for g := range share {
		share[g] = count[g] / float64(out.N)
	}
	out.Columns = []model.ListingColumn{{Title: model.P("area"), Words: a.names}, {Title: model.P("customers"), Values: count},
		{Title: model.P("share"), Unit: model.Percent, Values: share}}
	money, err := in.Feature(model.Monetary)
	if err != nil {
		return out
	}
	value, all := make([]float64, n), 0.
	for i, v := range money.Values() {
		if g := a.of[i]; g >= 0 && finite(v) {
			value[g] += v
			all += v
		}
	}
	mean, part := make([]float64, n), make([]float64, n)
	for g, v := range value {
		mean[g], part[g] = v/count[g], v/all
	}
	out.Columns = append(out.Columns, model.ListingColumn{Title: model.P("value"), Unit: model.Money, Values: value},
		model.ListingColumn{Title: model.P("of value"), Unit: model.Percent, Values: part},
		model.ListingColumn{Title: model.P("value per customer"), Unit: model.Money, Values: mean})
	return out
}
