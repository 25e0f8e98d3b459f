package modes

import (
	"cmp"
	"slices"
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
	points  []point
	weight  []float64 // rows that are equal to each
	of      []int32   // of each row given, the distinct one
	numbers int       // columns of numbers
	levels  []int     // of each category
	gamma   float64
}

// distinct gathers equal rows, so that the order of the rows does not matter.
func (d Data) distinct(gamma float64) rows {
	n := d.Rows()
	r := rows{of: make([]int32, n), numbers: d.Numbers.Cols, gamma: gamma}
	all, from := make([]point, n), make([]int32, n)
	for i := range all {
		if d.Numbers.Cols > 0 {
			all[i].numbers = d.Numbers.Row(i)
		}
		all[i].categories = make([]int32, len(d.Categories))
		for j, codes := range d.Categories {
			all[i].categories[j] = codes[i]
		}
		from[i] = int32(i)
	}
	for _, codes := range d.Categories {
		r.levels = append(r.levels, int(slices.Max(codes))+1)
	}
	slices.SortFunc(from, func(a, b int32) int { return all[a].compare(all[b]) })
	for _, row := range from {
		if last := len(r.points) - 1; last < 0 || all[row].compare(r.points[last]) != 0 {
			r.points, r.weight = append(r.points, all[row]), append(r.weight, 0)
		}
		r.weight[len(r.weight)-1]++
		r.of[row] = int32(len(r.points) - 1)
	}
	return r
}

// dissimilarity of two points: Huang's (1998).
func (r *rows) dissimilarity(p, q point) float64 {
	sum, differ := 0., 0
	for j, v := range p.numbers {
		d := v - q.numbers[j]
		sum += d * d
	}
	for j, c := range p.categories {
		if c != q.categories[j] {
			differ++
		}
	}
	return sum + r.gamma*float64(differ)
}

// prototypes returns the means and modes of the rows of each label, of equally
// frequent categories the lowest. A label without rows keeps what it was.
func (r *rows) prototypes(labels []int32, was []point) []point {
	out := make([]point, len(was))
	total := make([]float64, len(was))
	count := make([][][]float64, len(was)) // by label, category and level
	for k := range out {
		out[k] = point{make([]float64, r.numbers), make([]int32, len(r.levels))}
		for _, n := range r.levels {
			count[k] = append(count[k], make([]float64, n))
		}
	}
	for i, k := range labels {
		w := r.weight[i]
		total[k] += w
		for j, v := range r.points[i].numbers {
			out[k].numbers[j] += w * v
		}
		for j, c := range r.points[i].categories {
			count[k][j][c] += w
		}
	}
	for k, n := range total {
		if n == 0 {
			out[k] = was[k]
			continue
		}
		for j := range out[k].numbers {
			out[k].numbers[j] /= n
		}
		for j, counts := range count[k] {
			for level, c := range counts {
				if c > counts[out[k].categories[j]] {
					out[k].categories[j] = int32(level)
				}
			}
		}
	}
	return out
}
