package logit

import "context"

// CrossValidate is the chance of yes of each row by a model fitted without its
// fold, 0..k-1. The errors are those of [Fit].
func CrossValidate(ctx context.Context, columns [][]float64, yes []bool, fold []int32, k int, s Settings, report func(done float64)) ([]float64, error) {
	out := make([]float64, len(yes))
	for f := range int32(k) {
		var in, held []int32
		for i := range yes {
			if fold[i] == f {
				held = append(held, int32(i))
			} else {
				in = append(in, int32(i))
			}
		}
		learn, answers := pick(columns, in), make([]bool, len(in))
		for i, r := range in {
			answers[i] = yes[r]
		}
		m, err := Fit(ctx, learn, answers, s)
		if err != nil {
			return nil, err
		}
		for i, v := range m.Chances(pick(columns, held), len(held)) {
			out[held[i]] = v
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
