package pipeline

import (
	"context"
	"math"

	"custseg/io/export"
	"custseg/seg/profile"
)

// profile is the profiles of the result as files have them.
func (r *Result) profile(ctx context.Context) (export.Profile, error) {
	groups, err := r.Profiles(ctx, nil)
	if err != nil || len(groups) == 0 {
		return export.Profile{}, err
	}
	out := export.Profile{Telling: make([][]int, len(groups))}
	for i, l := range groups[0] {
		line := export.ProfileLine{Name: l.Name, Label: l.Label, Word: l.Word, Unit: l.Unit, Stat: statOf(l.Kind), Used: l.Used,
			All: export.ProfileFigures{N: l.All.N, Mean: l.All.Mean, Median: l.All.Median, Lift: 1, MedianLift: 1, Effect: math.NaN(), Chance: math.NaN()}}
		for _, lines := range groups {
			h := lines[i]
			line.Here = append(line.Here, export.ProfileFigures{N: h.Here.N, Mean: h.Here.Mean, Median: h.Here.Median, Lift: h.Lift(), MedianLift: h.MedianLift(),
				Effect: h.Effect, Chance: h.Q, MayBeChance: h.Chance()})
		}
		out.Lines = append(out.Lines, line)
	}
	for g, lines := range groups {
		out.Telling[g] = profile.Order(lines)
	}
	return out, nil
}

func statOf(k profile.Kind) export.ProfileStat {
	switch k {
	case profile.Date:
		return export.StatDate
	case profile.Share:
		return export.StatShare
	case profile.OfMoney:
		return export.StatOfMoney
	case profile.OfLines:
		return export.StatOfLines
	}
	return export.StatMean
}
