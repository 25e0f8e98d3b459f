package seg

import "custseg/model"

// moneyToWin is what customers spend in the category with others, per customer
// and in all for each segment.
func (in Input) moneyToWin(s *model.Segmentation, share measured) {
	all := in.present("category_spend")
	if len(all) == 0 {
		s.Notes = append(s.Notes, model.P("Category spend is not known, so that the money to win is not: map a column to it with --map category_spend=COLUMN"))
		return
	}
	use(s, all...)
	values, totals := make([]float64, len(share.values)), make([][]float64, len(s.Segments))
	for i, v := range share.values {
		values[i] = missing
		if s.Segments[s.Of[i]].Unclassified {
			continue
		}
		if values[i] = all[0].values[i] * (1 - v); finite(values[i]) {
			totals[s.Of[i]] = append(totals[s.Of[i]], values[i])
		}
	}
	use(s, computed("money_to_win", model.P("Money to win"), model.Money, values))
	bars, sum := &model.Bars{Title: model.P("Money to win by segment"), ValueTitle: model.P("to win"), Unit: model.Money, Of: s.Of}, 0.
	for g, segment := range s.Segments {
		won := sumSorted(totals[g])
		if !finite(won) {
			won = missing
		}
		bars.Labels, bars.Values = append(bars.Labels, segment.Name), append(bars.Values, won)
		if !segment.Unclassified {
			sum += won
			s.Fit = append(s.Fit, model.Fit{Name: "to_win_" + []string{"sole", "main", "shared", "occasional"}[g], Value: won})
		}
	}
	s.Fit = append(s.Fit, model.Fit{Name: "money_to_win", Value: sum})
	s.Charts = append([]model.Chart{bars}, s.Charts...)
}
