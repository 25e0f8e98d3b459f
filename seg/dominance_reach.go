package seg

import (
	"math"

	"custseg/model"
)

// reach is the most that the thing that counts most can have of all, and can
// lead the next by, as answers are counted. The zero value sets no bound.
type reach struct {
	share, lead float64
	ranked      bool         // every ranking has a first, which names the segment
	remedy      model.Phrase // what else would part customers, where anything would
}

// reachOfRanks is that of rankings of so many things, which count by the sum of
// ranks.
func reachOfRanks(deepest int) reach {
	n := float64(deepest)
	return reach{share: floored(2 / (n + 1)), lead: floored(2 / (n * (n + 1))), ranked: true}
}

// reachOfRatings is that of one thing rated at the top of a scale and so many
// others at its low end.
func reachOfRatings(of scale, others int, remedy model.Phrase) reach {
	sum := of.high + float64(others)*of.low
	return reach{share: floored(of.high / sum), lead: floored((of.high - of.low) / sum), remedy: remedy}
}

// floored is a share rounded down to a billionth, as those of customers are
// rounded.
func floored(share float64) float64 {
	const unit = 1e9
	return math.Floor(share*unit) / unit
}

// within brings the least share and the least lead into reach of rankings where
// the analyst did not set them, and else warns when nobody can come to them.
func (r reach) within(s *model.Segmentation, in Input, enough, clear limit) (limit, limit) {
	if r.share == 0 || enough.at <= r.share && clear.at <= r.lead {
		return enough, clear
	}
	share, lead := model.FigureIn(r.share, model.Percent), model.FigureIn(r.lead, model.Percent)
	switch {
	case r.ranked && in.Params.isDefault("share") && in.Params.isDefault("lead"):
		s.Warnings = append(s.Warnings, model.P("The first of the longest ranking has %s of all and leads by %s: the least share and lead are lowered to that, so that the first names the segment", share, lead))
		enough.at, clear.at = min(enough.at, r.share), min(clear.at, r.lead)
	case r.remedy.Empty():
		s.Warnings = append(s.Warnings, model.P("Nobody can have a dominant one: as the answers count, the largest share is %s at most, and its lead %s. Lower share or lead", share, lead))
	default:
		s.Warnings = append(s.Warnings, model.P("Nobody can have a dominant one: as the answers count, the largest share is %s at most, and its lead %s. Lower share or lead, or %s", share, lead, r.remedy))
	}
	return enough, clear
}
