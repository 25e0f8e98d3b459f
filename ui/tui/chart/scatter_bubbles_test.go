package chart

import (
	"strings"
	"testing"

	"custseg/model"
)

// market is a scatter of two groups of customers.
func market() *Scatter {
	s := &model.Scatter{Title: model.P("Market segments"), XTitle: model.P("relative share"), YTitle: model.P("growth a year"), YUnit: model.Percent,
		XCuts: []float64{1}, YCuts: []float64{.1}, Bubbles: []string{"Gourmet", "学生"}}
	of := Split{Names: []string{"Star", "Question Mark"}}
	for i := range 500 {
		g := int32(i / 400)
		s.X, s.Y = append(s.X, []float64{1.8, .3}[g]), append(s.Y, []float64{.15, .2}[g])
		s.Bubble, of.Of = append(s.Bubble, g), append(of.Of, g)
	}
	return NewScatter(english, s, of)
}

func TestBubblesAreWholeAndNamed(t *testing.T) {
	s := market()
	if s.outside != 0 {
		t.Errorf("%d dots are beyond the axes", s.outside)
	}
	if s.bubbles.rx[0] < 1.9*s.bubbles.rx[1] || s.bubbles.rx[0] > 2.1*s.bubbles.rx[1] {
		t.Errorf("four times the customers have the radius %v beside %v", s.bubbles.rx[0], s.bubbles.rx[1])
	}
	view := strings.Join(s.View(plain(), 80, 16, Nowhere()), "\n")
	for _, want := range []string{"Gourmet", "学生", "size: customers", "relative share", "growth a year"} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is not in\n%s", want, view)
		}
	}
}

func TestBubbleOpensAllOfItsCustomers(t *testing.T) {
	s := market()
	f := s.frame(80, 16)
	at := Cursor{X: f.dotX(1.8) / 2, Y: f.dotY(.15) / 4, Cut: -1}
	if got := len(s.Members(at, 80, 16)); got != 400 {
		t.Errorf("%d customers", got)
	}
	if got := s.Place(at, 80, 16); got != "Market segments: Gourmet" {
		t.Errorf("%q", got)
	}
	if got := s.readout(f, at); got != "Gourmet: n 400, relative share 1.8, growth a year 15%" {
		t.Errorf("%q", got)
	}
}

// A bubble in the corner where the name of its part stands is named beside that.
func TestBubbleIsNotNamedOverItsPart(t *testing.T) {
	s := market()
	for _, size := range [][2]int{{60, 14}, {80, 16}, {100, 24}} {
		view := strings.Join(s.View(plain(), size[0], size[1], Nowhere()), "\n")
		for _, want := range []string{"B Question Mark", "学生"} {
			if !strings.Contains(view, want) {
				t.Errorf("%v: %q is not whole in\n%s", size, want, view)
			}
		}
	}
}
