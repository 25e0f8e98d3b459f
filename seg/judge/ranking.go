package judge

import (
	"math"

	"custseg/seg/order"
)

// Ranking tells how well scores rank the rows that are yes before those that
// are no.
type Ranking struct {
	// AUC is the chance that of a row that is yes and one that is no, in one fold,
	// the first has the higher score, ties counting half: .5 for chance, 1 for
	// perfect. NaN when no fold has two of each.
	AUC   float64
	Error float64 // the standard error of AUC

	yes    []bool
	folds  Folds
	placed []float64 // by row: the share of the other kind in its fold that it is ranked rightly against
}

// Rank compares the rows of each fold. Folds count by their pairs of a yes and a
// no; one with fewer than two of either counts for nothing. The standard error
// is that of DeLong, DeLong & Clarke-Pearson 1988, with the folds taken as
// independent and the scores as given: scores learned from a few hundred rows of
// other folds scatter by up to 1.4 times as much.
func Rank(score []float64, yes []bool, f Folds) Ranking {
	r := Ranking{yes: yes, folds: f, placed: make([]float64, len(score))}
	for k := range f.N {
		r.place(score, f.rows(k))
	}
	r.AUC, r.Error = r.weigh(r.placed)
	return r
}

// place compares each row of a fold with those of the other kind.
func (r *Ranking) place(score []float64, rows []int32) {
	s := make([]float64, len(rows))
	positives := 0.
	for j, i := range rows {
		s[j] = score[i]
		if r.yes[i] {
			positives++
		}
	}
	negatives := float64(len(rows)) - positives
	up := order.Ascending(s)
	yesBelow, noBelow := 0., 0.
	for from, to := 0, 0; from < len(up); from = to {
		yesHere, noHere := 0., 0.
		for to = from; to < len(up) && s[up[to]] == s[up[from]]; to++ {
			if r.yes[rows[up[to]]] {
				yesHere++
			} else {
				noHere++
			}
		}
		for _, j := range up[from:to] {
			if i := rows[j]; r.yes[i] {
				r.placed[i] = (noBelow + noHere/2) / negatives
			} else {
				r.placed[i] = (positives - yesBelow - yesHere/2) / positives
			}
		}
		yesBelow, noBelow = yesBelow+yesHere, noBelow+noHere
	}
}

// weigh returns the mean over the folds of what is placed, and its standard
// error.
func (r Ranking) weigh(placed []float64) (mean, err float64) {
	pairs, variance := 0., 0.
	for k := range r.folds.N {
		var yes, no []float64
		for _, i := range r.folds.rows(k) {
			if r.yes[i] {
				yes = append(yes, placed[i])
			} else {
				no = append(no, placed[i])
			}
		}
		if len(yes) < 2 || len(no) < 2 {
			continue
		}
		m, n := float64(len(yes)), float64(len(no))
		ofYes, varYes := moments(yes)
		_, varNo := moments(no)
		pairs += m * n
		mean += m * n * ofYes
		variance += m * n * m * n * (varYes/m + varNo/n)
	}
	return mean / pairs, math.Sqrt(variance) / pairs
}

// Minus returns by how much a ranking is better than another of the same rows,
// and the standard error of the difference, which allows for both having ranked
// the same rows.
func (r Ranking) Minus(other Ranking) (difference, err float64) {
	placed := make([]float64, len(r.placed))
	for i, p := range r.placed {
		placed[i] = p - other.placed[i]
	}
	return r.weigh(placed)
}

// moments returns the mean and the variance, by n-1, of two values or more.
func moments(values []float64) (mean, variance float64) {
	n := float64(len(values))
	for _, v := range values {
		mean += v / n
	}
	for _, v := range values {
		variance += (v - mean) * (v - mean) / (n - 1)
	}
	return mean, variance
}
