package seg

import (
	"custseg/model"
	"custseg/model/formula"
)

// The answers that are the best of a scale of satisfaction.
const (
	bestHighest = "highest"
	bestLowest  = "lowest"
)

// bestParam says which end of a scale of satisfaction is the good one.
func bestParam() Param {
	return Param{ID: "best", Label: model.P("best answer"), Kind: Choice, Default: model.Word(bestHighest),
		Options: []Option{{bestHighest, model.P("The highest, as of stars")}, {bestLowest, model.P("The lowest, as of marks where 1 is very good")}},
		Help:    model.P("Which end of the scale of satisfaction is the good one.")}
}

// turned is a rating on a scale as it counts: from the other end where the lowest
// is the best.
func (in Input) turned(rating float64, of scale) float64 {
	if in.Params.Word("best") == bestLowest {
		return of.low + of.high - rating
	}
	return rating
}

// turnedExpr is [Input.turned] in a formula.
func (in Input) turnedExpr(rating formula.Expr, of scale) formula.Expr {
	if in.Params.Word("best") == bestLowest {
		return formula.Sub(formula.Number(of.low+of.high), rating)
	}
	return rating
}

// otherEnd is the end of the scale that is not taken for the good one.
func (in Input) otherEnd() string {
	if in.Params.Word("best") == bestLowest {
		return bestHighest
	}
	return bestLowest
}

// noteReversed tells of a rating that runs against what should go with it, such
// as recommendation, as one does of which the other end is the good one.
func noteReversed(s *model.Segmentation, rating measured, with []measured, remedy string) {
	const telling, fewest = -.3, 20 // the correlation, and the customers it takes
	for _, other := range with {
		both := 0
		for i, v := range rating.values {
			if finite(v, other.values[i]) {
				both++
			}
		}
		if r := correlation(rating.values, other.values); r <= telling && both >= fewest {
			s.Notes = append(s.Notes, model.P("%s falls where %s rises (correlation %s): if the scale runs the other way, set %s", rating.Label, other.Label, figure(r), remedy))
			return
		}
	}
}
