package logit

import "context"

// CrossFit is the models fitted without each fold, 0..k-1, in turn. The errors are
// those of [Fit].
func CrossFit(ctx context.Context, columns [][]float64, yes []bool, fold []int32, k int, s Settings, report func(done float64)) ([]*Model, error) {
	out := make([]*Model, k)
	for f := range int32(k) {
		var in []int32
		for i := range yes {
			if fold[i] != f {
				in = append(in, int32(i))
			}
		}
		learn, answers := pick(columns, in), make([]bool, len(in))
		for i, r := range in {
			answers[i] = yes[r]
		}
		var err error
		if out[f], err = Fit(ctx, learn, answers, s); err != nil {
			return nil, err
		}
		report(float64(f+1) / float64(k))
	}
	return out, nil
}

func pick(columns [][]float64, rows []int32) [][]float64 {
	out := make([][]float64, len(columns))
	for j, c := range columns {
		out[j] = make([]float64, len(rows))
		for i, r := range rows {
			out[j][i] = c[r]
		}
	}
	return out
}
