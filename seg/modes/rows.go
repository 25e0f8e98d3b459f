package modes

import (
	"cmp"
	"slices"

	"custseg/seg/cluster"
)

// point is one row, or a prototype.
type point struct {
	numbers    []float64
	categories []int32
}

func (p point) compare(q point) int {
	return cmp.Or(slices.Compare(p.numbers, q.numbers), slices.Compare(p.categories, q.categories))
}

// rows are the distinct rows in the order of their values, how often each
// occurs, and what the dissimilarity of two needs.
type rows struct {
	numbers    cluster.Matrix // Rows is 0 without numbers
	categories []int32        // by row, a category after the other
	weight     []float64      // rows that are equal to each
	of         []int32        // of each row given, the distinct one
	levels     []int          // of each category
	gamma      float64
}

// len is the number of distinct rows.
func (r *rows) len() int { return len(r.weight) }

// at is a distinct row.
func (r *rows) at(i int) point {
	d, c := r.numbers.Cols, len(r.levels)
	return point{r.numbers.Data[i*d : (i+1)*d], r.categories[i*c : (i+1)*c]}
}

// distinct gathers equal rows, so that the order of the rows does not matter.
func (d Data) distinct(gamma float64) *rows {
	all := d.given(gamma)
	from := slices.Clone(all.of)
	slices.SortFunc(from, func(a, b int32) int { return all.at(int(a)).compare(all.at(int(b))) })
	r := &rows{numbers: cluster.Matrix{Cols: d.Numbers.Cols}, of: make([]int32, len(from)), levels: all.levels, gamma: gamma}
	for _, row := range from {
		p := all.at(int(row))
		if last := r.len() - 1; last < 0 || p.compare(r.at(last)) != 0 {
			r.numbers.Data, r.categories = append(r.numbers.Data, p.numbers...), append(r.categories, p.categories...)
			r.weight = append(r.weight, 0)
		}
		r.weight[r.len()-1]++
		r.of[row] = int32(r.len() - 1)
	}
	r.numbers.Rows = r.len()
	return r
}

// given are the rows as they were given, equal ones too.
func (d Data) given(gamma float64) *rows {
	r := &rows{numbers: d.Numbers, categories: make([]int32, d.Rows()*len(d.Categories)), of: make([]int32, d.Rows()), gamma: gamma}
	for i := range r.of {
		r.of[i] = int32(i)
	}
	for j, codes := range d.Categories {
		r.levels = append(r.levels, int(slices.Max(codes))+1)
		for i, c := range codes {
			r.categories[i*len(d.Categories)+j] = c
		}
	}
	return r
}

// dissimilarity of two points: Huang's (1998). Its root is a distance: that of
// points whose categories are corners, apart by the root of gamma.
func (r *rows) dissimilarity(p, q point) float64 {
	sum, differ := 0., 0
	theirs := q.numbers[:len(p.numbers)]
	for j, v := range p.numbers {
		d := v - theirs[j]
		sum += d * d
	}
	words := q.categories[:len(p.categories)]
	for j, c := range p.categories {
		if c != words[j] {
			differ++
		}
	}
	return sum + r.gamma*float64(differ)
}
