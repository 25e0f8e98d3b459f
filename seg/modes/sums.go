package modes

// sums are the weights, numbers and categories of the rows of each label added up.
// They are kept up to date as rows go from label to label: what rounding drops is
// kept too, so that they hardly depend on how the rows came to their labels.
type sums struct {
	*rows
	first   []int // of each category: where its levels begin
	all     int   // levels of all categories
	total   []float64
	numbers []float64 // by label and column
	lost    []float64 // what rounding dropped of numbers
	count   []float64 // by label and level: rows
}

func newSums(r *rows) sums {
	s := sums{rows: r, first: make([]int, len(r.levels))}
	for j, n := range r.levels {
		s.first[j] = s.all
		s.all += n
	}
	return s
}

// begin starts with so many labels, none of which has rows.
func (s *sums) begin(labels int) {
	d := s.rows.numbers.Cols
	s.total, s.count = make([]float64, labels), make([]float64, labels*s.all)
	s.numbers, s.lost = make([]float64, labels*d), make([]float64, labels*d)
}

// addUp takes the sums afresh.
func (s *sums) addUp(labels []int32) {
	s.begin(len(s.total))
	for i, label := range labels {
		w, p := s.weight[i], s.at(i)
		numbers := s.numbersOf(s.numbers, label)
		for j, v := range p.numbers {
			numbers[j] += w * v
		}
		s.tally(label, w, p)
	}
}

// relabel moves a row from one label to another.
func (s *sums) relabel(i int, from, to int32) {
	w, p := s.weight[i], s.at(i)
	s.add(from, -w, p)
	s.add(to, w, p)
}

// add adds a row so many times.
func (s *sums) add(label int32, w float64, p point) {
	numbers, lost := s.numbersOf(s.numbers, label), s.numbersOf(s.lost, label)
	for j, v := range p.numbers {
		v *= w
		sum := numbers[j]
		t := sum + v
		of := t - sum                          // v, as far as it is in t
		lost[j] += (sum - (t - of)) + (v - of) // Knuth, The Art of Computer Programming 2, 4.2.2, theorem B
		numbers[j] = t
	}
	s.tally(label, w, p)
}

// tally counts a row and its categories so many times.
func (s *sums) tally(label int32, w float64, p point) {
	s.total[label] += w
	counts := s.count[int(label)*s.all:][:s.all]
	for j, c := range p.categories {
		counts[s.first[j]+int(c)] += w
	}
}

// numbersOf is the part of values that is a label's.
func (s *sums) numbersOf(values []float64, label int32) []float64 {
	d := s.rows.numbers.Cols
	return values[int(label)*d:][:d]
}

// prototype returns the means and modes of the rows of a label, of equally frequent
// categories the lowest; nothing for a label without rows.
func (s *sums) prototype(label int32) (p point, ok bool) {
	n := s.total[label]
	if n == 0 {
		return point{}, false
	}
	p = point{make([]float64, s.rows.numbers.Cols), make([]int32, len(s.levels))}
	lost := s.numbersOf(s.lost, label)
	for j, sum := range s.numbersOf(s.numbers, label) {
		p.numbers[j] = (sum + lost[j]) / n
	}
	counts := s.count[int(label)*s.all:][:s.all]
	for j, levels := range s.levels {
		for level, c := range counts[s.first[j]:][:levels] {
			if c > counts[s.first[j]+int(p.categories[j])] {
				p.categories[j] = int32(level)
			}
		}
	}
	return p, true
}
