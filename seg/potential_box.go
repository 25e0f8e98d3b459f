package seg

import (
	"custseg/model"
	"custseg/model/formula"
)

// nineBox is customers by level of potential and level of value, 0 the highest.
type nineBox struct {
	levels *model.Segmentation // by potential alone
	value  tiers               // by money
	money  measured
	a      absence // of potential
}

// newNineBox cuts money in the shares of potential, or in equal ones where
// potential is not cut by shares.
func newNineBox(p Params, levels *model.Segmentation, money measured, a absence) nineBox {
	shares := []float64{1, 1, 1}
	if p.Word("cut") == byShares {
		shares = p.Numbers("tiers")
	}
	return nineBox{levels, topTiers(money.values, shares), money, a}
}

// report adds each customer's level of value and the grid of both.
func (b nineBox) report(s *model.Segmentation) {
	use(s, b.money)
	names := []string{"High", "Mid", "Low"}
	s.Scores = append(s.Scores, model.NewTexts("value_level", b.value.of, names))
	n := len(b.a.why)
	grid := &model.Grid{Title: model.P("Customers by potential and value"), RowTitle: model.P("Potential"), ColTitle: model.P("Value"),
		Rows: names, Cols: []string{"Low", "Mid", "High"}, Row: make([]int32, n), Col: make([]int32, n)}
	for i, value := range b.value.of {
		grid.Row[i], grid.Col[i] = -1, -1
		if b.a.why[i] < 0 && value >= 0 {
			grid.Row[i], grid.Col[i] = b.levels.Of[i], 2-value
		}
	}
	s.Charts = append(s.Charts, grid)
}

// place makes a segment of each box. Customers without money are unclassified.
func (b nineBox) place(s *model.Segmentation) {
	b.a.exclude(model.P("%s is missing or not finite", b.money.Label), func(i int) bool { return b.value.of[i] < 0 })
	segments, value := boxes(), b.value.rules(b.money.Label)
	for g := range segments {
		segments[g].Rule = model.P("%s; %s", b.levels.Segments[g/3].Rule, value[g%3])
	}
	p := b.a.placer(s, segments)
	for i := range s.Of {
		if p.can(i) {
			s.Of[i] = 3*b.levels.Of[i] + b.value.of[i]
		}
	}
	p.done()
	b.tell(s)
	s.Cuts = append(s.Cuts, b.levels.Cuts...)
	if cuts := b.value.cuts(); len(cuts) > 0 {
		s.Cuts = append(s.Cuts, model.Cuts{Measure: string(b.money.ID), Label: b.money.Label, Unit: b.money.Unit, Values: cuts})
	}
}

// tell tells how customers are placed: by what their potential goes by, and by
// money. Of two boxes that are as far from the best of both neither is better.
func (b nineBox) tell(s *model.Segmentation) {
	levels, value, money := b.levels.Placing, b.value, b.money
	ranks := make([]int, len(boxes()))
	for g := range ranks {
		ranks[g] = g/3 + g%3
	}
	decide(s, func(w whatIf) int32 {
		level, v := levels.Segment(w.i, w.with...), w.value(money)
		if level < 0 || !finite(v) {
			return -1
		}
		return 3*int32(level) + value.reached(v)
	}, ranks, money)
	if levels.Formula != nil {
		s.Placing.Formula = func() formula.Expr {
			level := formula.Name("potential_level", levels.Formula())
			return formula.Add(formula.Mul(formula.Number(3), level), value.expr(money))
		}
	}
	for _, d := range levels.Inputs {
		if _, told := s.Placing.Find(d.Measure); !told {
			s.Placing.Inputs = append(s.Placing.Inputs, d)
		}
	}
}

// boxes are the nine segments: by potential from the highest, and within it by
// value from the highest.
func boxes() []model.Segment {
	box := func(name, marketing, service, risk string) model.Segment {
		return model.Segment{Name: model.P(name), Advice: model.Advice{Marketing: model.P(marketing), Service: model.P(service), Risk: model.P(risk)}}
	}
	return []model.Segment{
		box("High potential, high value", "Stars: invest most, grow together, ask for referrals", "A named contact, answers first", "Watch each for signs of leaving"),
		box("High potential, mid value", "Rising: cross-sell the categories they do not know yet", "Advice and quick answers", ""),
		box("High potential, low value", "Seeds: a low-cost push to find who grows", "Onboarding to the range", ""),
		box("Mid potential, high value", "Core: keep them, with one new category at a time", "A named contact", "A loss here costs more than a gain elsewhere"),
		box("Mid potential, mid value", "Steady: bundles and points towards the next level", "Standard service", ""),
		box("Mid potential, low value", "Test: one offer, then decide by the answer", "Self-service", ""),
		box("Low potential, high value", "Harvest: keep what there is, little spending on growth", "A named contact; ask what changed", "Value can only fall: watch it"),
		box("Low potential, mid value", "Maintain at low cost", "Standard service", ""),
		box("Low potential, low value", "No paid contact", "Self-service", ""),
	}
}
