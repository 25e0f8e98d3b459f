package seg

import (
	"sync/atomic"

	"custseg/model"
	"custseg/model/formula"
	"custseg/model/parallel"
)

// place puts each customer in the segment that the map gives their scores.
func (v *rfmValues) place(s *model.Segmentation, sc *rfmScores, p Params) error {
	switch p.Word("map") {
	case "eight":
		v.byEight(s, sc)
	case "code":
		v.byCode(s, sc)
	case "tiers":
		return v.byTier(s, sc, p)
	case "grid":
		v.byMap(s, sc, newRuleMap(gridRules()))
	case "ranges":
		rules, err := parseRanges(p.Words("ranges"))
		if err != nil {
			return err
		}
		v.byMap(s, sc, newRuleMap(rules))
	default:
		v.byMap(s, sc, newCellMap())
	}
	return nil
}

// byMap names segments by the scores on a scale of 1 to 5. Where bins give
// another scale, rules and a column of its own say so.
func (v *rfmValues) byMap(s *model.Segmentation, sc *rfmScores, m scoreMap) {
	if sc.scaled() {
		for i := range m.segments {
			m.segments[i].Rule = model.P("scores scaled to 1-5, column %s: %s", rfmOfFive, m.segments[i].Rule)
		}
		v.addScaled(s, sc)
	}
	p, scaled := newPlacer(s, m.segments, v.why, v.reasons), sc.scaled()
	var left atomic.Bool // somebody whom no rule takes
	parallel.Over(len(s.Of), func(_, from, to int) {
		for i := from; i < to; i++ {
			if !p.can(i) {
				continue
			}
			code := sc.asBinned(i)
			if scaled {
				code = sc.outOfFive(code)
			}
			if s.Of[i] = m.at(code); s.Of[i] < 0 {
				left.Store(true)
			}
		}
	})
	if left.Load() {
		m.others = p.add(named(others, model.P("no other rule holds")))
		for i, at := range s.Of {
			if at < 0 {
				s.Of[i] = m.others
			}
		}
	}
	names := make([]string, len(s.Segments))
	for g, segment := range s.Segments {
		names[g] = segment.Name.Key
	}
	p.done()
	scale := sc.scale()
	v.decide(s, sc, func(c rfmCode) int32 { return m.at(scale.outOfFive(c)) }, rfmRanks(names))
}

// byTier compares the weighted score with two cuts. Weights such as .1 and .2
// leave rounding in it, which must not take a customer below a cut they reach.
func (v *rfmValues) byTier(s *model.Segmentation, sc *rfmScores, p Params) error {
	const rounding = 1e-9
	high, low := p.Float("high"), p.Float("low")
	if low >= high {
		return paramErrorf("low", "%v must be below high, %v", low, high)
	}
	place := newPlacer(s, []model.Segment{
		named("High", model.P("weighted score %s or more", figure(high))),
		named("Mid", model.P("weighted score %s or more, and below %s", figure(low), figure(high))),
		named("Low", model.P("weighted score below %s", figure(low))),
	}, v.why, v.reasons)
	tier := func(score float64) int32 {
		switch {
		case score >= high-rounding:
			return 0
		case score >= low-rounding:
			return 1
		}
		return 2
	}
	for i, score := range sc.weighted {
		if place.can(i) {
			s.Of[i] = tier(score)
		}
	}
	place.done()
	scale := sc.scale()
	v.decide(s, sc, func(c rfmCode) int32 { return tier(scale.weigh(c)) }, inOrder(3))
	v.express(s, func() formula.Expr { return v.tierExpr(scale, high-rounding, low-rounding) })
	return nil
}

func (v *rfmValues) byCode(s *model.Segmentation, sc *rfmScores) {
	of, codes := sc.codes(sc.asBinned)
	segments, place := make([]model.Segment, len(codes)), make(map[rfmCode]int32, len(codes))
	for i, c := range codes {
		segments[i] = model.Segment{Name: model.Raw(c.word(sc.parting())), Rule: model.P("R %d, F %d, M %d", c[0], c[1], c[2])}
		place[c] = int32(i)
	}
	p := newPlacer(s, segments, v.why, v.reasons)
	copy(s.Of, of)
	p.done()
	v.decide(s, sc, func(c rfmCode) int32 {
		if g, occurs := place[c]; occurs {
			return g
		}
		return -1
	}, sc.rankCodes(codes))
}

// byEight parts each measure in two, near being below its split and often and
// much above theirs.
func (v *rfmValues) byEight(s *model.Segmentation, sc *rfmScores) {
	split := sc.split
	classes := eightClasses()
	segments := make([]model.Segment, len(classes))
	place := make(map[[3]bool]int32, len(classes))
	for i, c := range classes {
		side := func(j int, yes, no string) string {
			if c.is[j] {
				return yes
			}
			return no
		}
		segments[i] = model.Segment{Name: model.P(c.name), Advice: model.Advice{Marketing: model.P(c.marketing)},
			Rule: model.P("%s: recency %s %s, frequency %s %s, %s %s %s", c.meaning,
				side(0, "<", "≥"), days(split[0]), side(1, ">", "≤"), figure(split[1]), v.infos[2].Label, side(2, ">", "≤"), figure(split[2]))}
		place[c.is] = int32(i)
	}
	class := func(r, f, m float64) int32 { return place[[3]bool{r < split[0], f > split[1], m > split[2]}] }
	at := newPlacer(s, segments, v.why, v.reasons)
	for i := range s.Of {
		if at.can(i) {
			s.Of[i] = class(v.of[0][i], v.of[1][i], v.of[2][i])
		}
	}
	at.done()
	v.decideBy(s, class, eightRanks())
	v.express(s, func() formula.Expr { return v.eightExpr(split) })
}

// splits returns where the eight classes part recency, frequency and monetary.
func (v *rfmValues) splits(p Params) [3]float64 {
	var out [3]float64
	for j, name := range rfmMeasures() {
		switch cuts := p.Cuts("cuts")[name]; {
		case p.Word("split") == rfmFixed && len(cuts) > 0:
			out[j] = cuts[0]
		case p.Word("split") == "mean":
			_, out[j], _ = moments(v.of[j])
		default:
			out[j] = median(v.of[j])
		}
	}
	return out
}
