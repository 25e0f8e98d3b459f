package export

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"custseg/model"
)

// withSegments is a document of customers of whom each is a segment.
func withSegments(t testing.TB, n int) Document {
	d := manyCustomers(t, n)
	s := *d.Segmentation
	s.Segments, s.Of = nil, make([]int32, n)
	for i := range s.Of {
		s.Of[i] = int32(i)
		s.Segments = append(s.Segments, model.Segment{Name: model.P(fmt.Sprintf("Segment %d", i))})
	}
	d.Segmentation = &s
	return d
}

// A workbook holds no more than some 65,000 looks, and to find one among them takes
// time: segments of one colour have one.
func TestManySegmentsShareLooks(t *testing.T) {
	d := withSegments(t, 3000)
	v, err := newView(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := newBook(t.Context(), func(float64) {})
	defer b.file.Close()
	b.view = v
	before := len(b.file.Styles.CellXfs.Xf)
	looks, err := b.newSegmentLooks()
	if err != nil {
		t.Fatal(err)
	}
	if len(looks) != 3000 || looks[0] == looks[1] {
		t.Errorf("%d looks, the first two %v", len(looks), looks[:2])
	}
	if made := len(b.file.Styles.CellXfs.Xf) - before; made > 1000 {
		t.Errorf("%d styles were made", made)
	}
}

// A rule of very many cases is refused before it is tried on every customer.
func TestManySegmentsAreNoQuery(t *testing.T) {
	err := Check(t.TempDir()+"/rule.sql", withSegments(t, mostCases+1), Options{})
	if !errors.Is(err, ErrNoSQL) || !strings.Contains(err.Error(), "the rule has too many segments, 1001") {
		t.Errorf("%v", err)
	}
}
