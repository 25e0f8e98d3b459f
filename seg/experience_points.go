package seg

import (
	"math"
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// describeTouchpoints reports each customer's weakest touchpoint, the mean
// ratings, and how much each touchpoint matters against how well it does.
func (in Input) describeTouchpoints(s *model.Segmentation, points []measured) {
	weakest := weakestOf(points)
	names := make([]string, len(weakest))
	for i, j := range weakest {
		if j >= 0 {
			names[i] = points[j].column
		}
	}
	s.Scores = append(s.Scores, model.NewNumbers("lowest_rating", lowestRatings(points)), model.TextsOf("weakest_touchpoint", names))
	s.Charts = append([]model.Chart{meanBars(model.P("Mean rating, and behind it who is weakest served there"), points, weakest)}, s.Charts...)
	if len(points) < 2 {
		return
	}
	importance := in.importanceOf(s, points)
	bars := &model.Bars{Title: model.P("Importance of touchpoints, as a correlation"), ValueTitle: model.P("correlation"), Basis: knownOf(in.Customers.Len(), points)}
	performance := make([]float64, len(points))
	for j, p := range points {
		_, performance[j], _ = moments(p.values)
		bars.Labels, bars.Values = append(bars.Labels, p.Label), append(bars.Values, importance[j])
	}
	s.Charts = append(s.Charts, bars)
	matters, does := meanWithin(importance), meanWithin(performance)
	for j, p := range points {
		if finite(importance[j]) {
			s.Notes = append(s.Notes, quadrant(p.Label, importance[j], performance[j], matters, does))
		}
	}
	if n := answeredAny(points); n < fewestRespondents {
		s.Notes = append(s.Notes, model.P("Importance rests on %d respondents: below %d a correlation is mostly chance", n, fewestRespondents))
	}
	s.Notes = append(s.Notes, noteWeakest(points, performance))
}

// fewestRespondents are those from whom importance is more than chance.
const fewestRespondents = 30

// answeredAny counts the customers who rated any touchpoint.
func answeredAny(points []measured) int {
	n := 0
	for i := range points[0].values {
		if slices.ContainsFunc(points, func(p measured) bool { return finite(p.values[i]) }) {
			n++
		}
	}
	return n
}

// noteWeakest names the touchpoint rated lowest on average, or all that share
// the lowest rating, unless all are rated alike.
func noteWeakest(points []measured, performance []float64) model.Phrase {
	low, _ := measured{values: performance}.span()
	var weakest []model.Phrase
	for j, v := range performance {
		if v == low {
			weakest = append(weakest, points[j].Label)
		}
	}
	if len(weakest) == len(points) {
		return model.P("All touchpoints are rated alike, %s on average: none is the weakest", figure(low))
	}
	return model.P("Weakest touchpoint: %s, rated %s on average", list("%s, %s", weakest), figure(low))
}

// quadrant says what importance-performance analysis advises on a touchpoint.
func quadrant(label model.Phrase, importance, performance, matters, does float64) model.Phrase {
	i, p := figure(importance), figure(performance)
	switch {
	case importance >= matters && performance < does:
		return model.P("Concentrate here: %s (importance %s, rating %s)", label, i, p)
	case importance >= matters:
		return model.P("Keep up the good work: %s (importance %s, rating %s)", label, i, p)
	case performance < does:
		return model.P("Low priority: %s (importance %s, rating %s)", label, i, p)
	}
	return model.P("Possible overkill: %s (importance %s, rating %s)", label, i, p)
}

// weakestOf finds each customer's lowest rated touchpoint, of equals the one
// rated lower on average, then the first; -1 for those who rate all alike.
func weakestOf(points []measured) []int32 {
	means := make([]float64, len(points))
	for j, p := range points {
		_, means[j], _ = moments(p.values)
	}
	out := make([]int32, len(points[0].values))
	for i := range out {
		low, high := -1, math.Inf(-1)
		for j, p := range points {
			v := p.values[i]
			if !finite(v) {
				continue
			}
			high = max(high, v)
			if low < 0 || v < points[low].values[i] || v == points[low].values[i] && means[j] < means[low] {
				low = j
			}
		}
		out[i] = -1
		if low >= 0 && points[low].values[i] < high {
			out[i] = int32(low)
		}
	}
	return out
}

// lowestRatings is each customer's lowest rating, missing without any.
func lowestRatings(points []measured) []float64 {
	out := make([]float64, len(points[0].values))
	for i := range out {
		out[i] = missing
		for _, p := range points {
			if v := p.values[i]; finite(v) && !(v >= out[i]) {
				out[i] = v
			}
		}
	}
	return out
}

// importanceOf is the correlation of each touchpoint with overall satisfaction,
// or else recommendation, or else the mean of the other touchpoints.
func (in Input) importanceOf(s *model.Segmentation, points []measured) []float64 {
	out := make([]float64, len(points))
	overall := in.present("satisfaction", "recommend")
	if len(overall) > 0 {
		overall = withoutCodes(s, overall[0])
		use(s, overall[0])
		if overall[0].ID == "satisfaction" && in.Params.Word("best") == bestLowest {
			overall[0] = converted("turned", overall[0].Label, model.Plain, overall[0], func(v float64) float64 { return -v },
				func(x formula.Expr) formula.Expr { return formula.Sub(formula.Number(0), x) })
		}
		s.Notes = append(s.Notes, model.P("Importance is the correlation with %s, which is not proof of a cause", overall[0].Label))
		for j, p := range points {
			out[j] = correlation(p.values, overall[0].values)
		}
		return out
	}
	s.Notes = append(s.Notes, model.P("Neither satisfaction nor recommendation is known: importance is the correlation with the mean of the other touchpoints"))
	for j, p := range points {
		out[j] = correlation(p.values, meanOfOthers(points, j))
	}
	return out
}

// meanOfOthers is each customer's mean rating of all touchpoints but one,
// missing without any.
func meanOfOthers(points []measured, but int) []float64 {
	out := make([]float64, len(points[0].values))
	for i := range out {
		sum, n := 0., 0.
		for j, p := range points {
			if j != but && finite(p.values[i]) {
				sum += p.values[i]
				n++
			}
		}
		out[i] = sum / n
	}
	return out
}

// correlation is Pearson's, over the pairs of which both are known; missing when
// either does not vary.
func correlation(x, y []float64) float64 {
	bothX, bothY := make([]float64, len(x)), make([]float64, len(x))
	for i := range x {
		bothX[i], bothY[i] = missing, missing
		if finite(x[i], y[i]) {
			bothX[i], bothY[i] = x[i], y[i]
		}
	}
	n, meanX, sdX := moments(bothX)
	_, meanY, sdY := moments(bothY)
	sum := 0.
	for i, v := range bothX {
		if finite(v) {
			sum += (v - meanX) * (bothY[i] - meanY)
		}
	}
	if !(sdX > 0 && sdY > 0) {
		return missing
	}
	return sum / float64(n) / (sdX * sdY)
}
