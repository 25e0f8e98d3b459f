package tree

import "context"

// Quality is how well trees predict rows that they were not grown on, beside
// predicting the same for all.
type Quality struct {
	Accuracy, Baseline float64 // of classes: the share of rows right, and that of the commonest class
	R2                 float64 // of numbers: 1 - squared error / squared error of the mean, 0 for the mean; NaN when all are equal
	Trees              []*Tree // grown without each fold; nil where a fold or the rest is empty
}

// Grow grows a tree on some rows.
type Grow func(ctx context.Context, rows []int32) (*Tree, error)

// CrossValidate grows a tree without each of k folds in turn and predicts the
// rows of that fold. fold holds that of each of the rows, 0..k-1. The error is
// that of growing.
func (d *Data) CrossValidate(ctx context.Context, rows, fold []int32, k int, grow Grow, report func(done float64)) (Quality, error) {
	right, common, wrong, spread := 0., 0., 0., 0.
	trees := make([]*Tree, k)
	for f := range int32(k) {
		var in, out []int32 // rows, and places of rows
		for i, r := range rows {
			if fold[i] == f {
				out = append(out, int32(i))
			} else {
				in = append(in, r)
			}
		}
		if len(in) == 0 || len(out) == 0 {
			continue
		}
		t, err := grow(ctx, in)
		if err != nil {
			return Quality{}, err
		}
		trees[f] = t
		for _, i := range out {
			r, leaf := rows[i], t.Leaf(rows[i])
			if d.target.Values != nil {
				e, m := d.target.Values[r]-leaf.Mean(), d.target.Values[r]-t.Root.Mean()
				wrong, spread = wrong+e*e, spread+m*m
				continue
			}
			if leaf.Majority() == int(d.target.Codes[r]) {
				right++
			}
			if t.Root.Majority() == int(d.target.Codes[r]) {
				common++
			}
		}
		report(float64(f+1) / float64(k))
	}
	n := float64(len(rows))
	return Quality{Accuracy: right / n, Baseline: common / n, R2: 1 - wrong/spread, Trees: trees}, nil
}
