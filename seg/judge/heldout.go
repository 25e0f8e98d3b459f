package judge

// worths holds what each group is worth to each fold: the mean of a value over
// the group's rows in the other folds.
func worths(group []int32, groups int, f Folds, value []float64) [][]float64 {
	sum, n := make([][]float64, f.N), make([][]float64, f.N)
	for k := range f.N {
		sum[k], n[k] = make([]float64, groups), make([]float64, groups)
	}
	for i, g := range group {
		sum[f.Of[i]][g] += value[i]
		n[f.Of[i]][g]++
	}
	out := make([][]float64, f.N)
	for k := range f.N {
		out[k] = worth(sum, n, k)
	}
	return out
}

// worth adds up all folds but one. A group is taken to have one row more, of the
// mean of all, so that one of few rows is not believed too much and one of none
// has a worth (additive smoothing with the weight of one row).
func worth(sum, n [][]float64, without int) []float64 {
	s, c := make([]float64, len(sum[0])), make([]float64, len(sum[0]))
	all, rows := 0., 0.
	for k := range sum {
		if k == without {
			continue
		}
		for g := range s {
			s[g] += sum[k][g]
			c[g] += n[k][g]
			all += sum[k][g]
			rows += n[k][g]
		}
	}
	mean := 0.
	if rows > 0 {
		mean = all / rows
	}
	for g := range s {
		s[g] = (s[g] + mean) / (c[g] + 1)
	}
	return s
}

// HeldOut scores each row by the mean of a value over the rows of its group, 0
// to groups-1, in the other folds. Groups of few rows are drawn towards the mean
// of all.
func HeldOut(group []int32, groups int, f Folds, value []float64) []float64 {
	w := worths(group, groups, f, value)
	out := make([]float64, len(group))
	for i, g := range group {
		out[i] = w[f.Of[i]][g]
	}
	return out
}

// BestLift returns by how much the mean of a value in the best group exceeds the
// mean of all: 1 for no better, 2 for twice. In each fold the best group is, of
// those with rows in it, that of the highest mean in the other folds, ties by
// the lower number. It is NaN when the values add up to nothing.
func BestLift(group []int32, groups int, f Folds, value []float64) float64 {
	got, expected := 0., 0.
	for k, worth := range worths(group, groups, f, value) {
		rows, best := f.rows(k), int32(-1)
		for _, i := range rows {
			if g := group[i]; best < 0 || worth[g] > worth[best] || worth[g] == worth[best] && g < best {
				best = g
			}
		}
		sum, all, n := 0., 0., 0.
		for _, i := range rows {
			all += value[i]
			if group[i] == best {
				sum += value[i]
				n++
			}
		}
		got += sum
		if n > 0 { // else the fold is empty
			expected += n * all / float64(len(rows))
		}
	}
	if !(expected > 0) {
		return nothing
	}
	return got / expected
}
