package seg

import "custseg/model"

// grades cuts a score into segments, the highest first, in the way that the
// analyst chooses: by shares of the customers, in equal parts, or at fixed
// values of the score.
//
//	grades{by: byShares, shares: []float64{20, 30, 50}, from: []float64{.7, .4}, ids: []string{"high", "mid"},
//		segments: []model.Segment{{Name: model.P("High"), Advice: ...}, {Name: model.P("Mid"), Advice: ...}, {Name: model.P("Low"), Advice: ...}}}
//
// Its params belong to the parameters of the method.
type grades struct {
	by       string          // the way by default
	segments []model.Segment // name and advice; the rule is written by place
	shares   []float64       // of the customers, one for each segment
	from     []float64       // the least score of each segment but the last, descending
	ids      []string        // of the parameters behind from
}

// The ways to cut a score.
const (
	byShares   = "shares"
	byTerciles = "terciles"
	byCuts     = "fixed"
)

// params are the parameters that place reads.
func (g grades) params() []Param {
	names := make([]string, len(g.segments))
	for i, segment := range g.segments {
		names[i] = segment.Name.Key
	}
	out := []Param{
		{ID: "cut", Label: model.P("cut"), Kind: Choice, Default: model.Word(g.by),
			Options: []Option{{byShares, model.P("By shares of the customers")}, {byTerciles, model.P("In parts of equally many customers")}, {byCuts, model.P("At fixed scores")}},
			Help:    model.P("How the score is cut into segments.")},
		sharesParam(g.shares, names...),
	}
	out[1].When = []Condition{{"cut", []string{byShares}}}
	for i, id := range g.ids {
		p := cutParam(id, model.P("%s from", g.segments[i].Name), model.P("Least score of the segment, of 0 to 1."), g.from[i], 0, 1, 0.05, model.Plain)
		p.When = []Condition{{"cut", []string{byCuts}}}
		out = append(out, p)
	}
	return out
}

// place puts customers in their segments by a score, writes the rules and
// reports the cuts.
func (g grades) place(s *model.Segmentation, p Params, score measured, a absence) error {
	switch p.Word("cut") {
	case byCuts:
		b := bands{}
		for i, segment := range g.segments {
			b.of = append(b.of, band{segment: segment})
			if i < len(g.ids) {
				b.of[i].from = g.ids[i]
			}
		}
		return b.place(s, p, score, a)
	case byTerciles:
		equal := make([]float64, len(g.segments))
		for i := range equal {
			equal[i] = 1
		}
		placeTiers(s, topTiers(score.values, equal), g.segments, score, a)
	default:
		placeTiers(s, topTiers(score.values, p.Numbers("tiers")), g.segments, score, a)
	}
	return nil
}
