package seg

import (
	"fmt"
	"testing"

	"custseg/model"
)

// survey is 40 respondents and 12 answers of numbers; each of the first 12 left one
// out, and the first the second answer as well.
func survey(t testing.TB) *model.Customers {
	var columns []model.Column
	for j := range 12 {
		answers := series(40, func(i int) float64 { return float64((i*(j+3) + i/7) % 5) })
		answers[j] = nan
		if j == 1 {
			answers[0] = nan
		}
		columns = append(columns, numbers(fmt.Sprintf("answer%c", 'A'+j), answers...))
	}
	return people(t, columns...)
}

func TestManyMissingAnswersAreToldOnce(t *testing.T) {
	s := run(t, "kmeans", survey(t), "k=3")
	const want = "12 of all 40 are unclassified, lacking a value of one or more of the 12 columns used, most often of answerB (2), answerA (1), answerC (1), answerD (1): missing=median keeps them"
	if !warned(s, want) || noted(s, "unclassified: ") {
		t.Errorf("remarks %v", s.Remarks())
	}
	s = run(t, "kmeans", survey(t), "k=3", "missing=median")
	if s.Why != nil || !noted(s, "Missing values took their column's median, or its commonest word: 13, in 12 of the columns; most often of answerB (2)") || noted(s, "took the median ") {
		t.Errorf("remarks %v", s.Remarks())
	}
}

// Of many reasons the commonest are told, and those that the rest are.
func TestManyReasonsAreSummedUp(t *testing.T) {
	s := &model.Segmentation{Why: []int32{-1, 0, 1, 2, 2, 3, 4, 5, 6, 6, 6}}
	for r := range 7 {
		s.Reasons = append(s.Reasons, model.P("reason %d", r))
	}
	var got []string
	for _, u := range WhyUnplaced(s) {
		got = append(got, fmt.Sprint(u.Customers, " ", english(u.Reason)))
	}
	if want := "[3 reason 6 2 reason 2 1 reason 0 1 reason 1 3 other reasons, 3 in all]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %v", got, want)
	}
}

// A cloud has no groups, two heaps have.
func TestWeakStructureIsCalledSo(t *testing.T) {
	if s := run(t, "kmeans", survey(t), "k=3"); !warned(s, "No substantial structure") {
		t.Errorf("a cloud: %v", s.Remarks())
	}
	heaps := people(t, numbers("x", 0, 1, 2, 3, 100, 101, 102, 103))
	if s := run(t, "kmeans", heaps, "k=2"); noted(s, "structure") {
		t.Errorf("heaps: %v", s.Remarks())
	}
}
