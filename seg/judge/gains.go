package judge

import (
	"custseg/seg/concentration"
	"custseg/seg/order"
)

// Gains tells how rows by descending score gather a total.
type Gains struct {
	Share   float64 // of the total that the first part of the rows holds
	Gini    float64 // of the order by score: 0 for chance, Perfect at best, below 0 when it is upside down
	Perfect float64 // the Gini coefficient of the values themselves
}

// Normalised returns the Gini of the order by score as a part of that of a
// perfect order: 1 when the score ranks as the values do, 0 for chance.
func (g Gains) Normalised() float64 { return g.Gini / g.Perfect }

// Collect ranks the rows of each fold by score and gathers their values, 0 or
// above; part is the share of the rows, 0 to 1, of which Share is told. Rows of
// one score are gathered evenly, so that a part may end between them. Folds
// count by the total they hold. All is NaN when the values add up to nothing.
//
// The Gini of an order is twice the area between its curve of gains and the
// diagonal; divided by the perfect one it is the accuracy ratio of a cumulative
// accuracy profile (Sobehart, Keenan & Stein 2000).
func Collect(score, value []float64, f Folds, part float64) Gains {
	var total, share, area, perfect float64
	for k := range f.N {
		rows := f.rows(k)
		s, v := make([]float64, len(rows)), make([]float64, len(rows))
		for j, i := range rows {
			s[j], v[j] = score[i], value[i]
		}
		held, inFirst, above := gather(s, v, part)
		if !(held > 0) {
			continue
		}
		total += held
		share += inFirst
		area += above
		perfect += held * concentration.Unplaced(v).Gini()
	}
	if !(total > 0) {
		return Gains{nothing, nothing, nothing}
	}
	return Gains{Share: share / total, Gini: area / total, Perfect: perfect / total}
}

// gather returns the total of the values, what the first part of the rows by
// score holds, and twice the area above the diagonal, in units of the total.
func gather(score, value []float64, part float64) (total, first, area float64) {
	down := order.Descending(score)
	n := float64(len(down))
	limit := part * n
	for from, to := 0, 0; from < len(down); from = to {
		sum := 0.
		for to = from; to < len(down) && score[down[to]] == score[down[from]]; to++ {
			sum += value[down[to]]
		}
		width := float64(to - from)
		first += sum * min(1, max(0, limit-float64(from))/width)
		area += width / n * (2*total + sum)
		total += sum
	}
	return total, first, area - total
}
