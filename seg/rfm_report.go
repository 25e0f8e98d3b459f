package seg

import (
	"strconv"
	"strings"

	"custseg/model"
	"custseg/seg/binning"
)

// addScores adds R, F, M, their code and the weighted score as columns.
func (v *rfmValues) addScores(s *model.Segmentation, sc rfmScores) {
	for j, name := range []string{"r_score", "f_score", "m_score"} {
		scores := make([]float64, len(sc.weighted))
		for i := range scores {
			scores[i] = missing
			if sc.has(i) {
				scores[i] = float64(sc.bins[j].Of[i])
			}
		}
		s.Scores = append(s.Scores, model.NewNumbers(name, scores))
	}
	of, codes := sc.codes()
	names := make([]string, len(codes))
	for i, c := range codes {
		names[i] = sc.name(c)
	}
	s.Scores = append(s.Scores, model.NewTexts("rfm", of, names), model.NewNumbers("rfm_score", sc.weighted))
}

// addCuts reports the cuts in force and how the customers are spread over the
// bins.
func (v *rfmValues) addCuts(s *model.Segmentation, sc rfmScores, p Params) {
	if p.Word("map") == "eight" {
		for j, split := range sc.split {
			if finite(split) {
				s.Cuts = append(s.Cuts, v.cuts(j, []float64{split}, model.Settings{"split": model.Word(rfmFixed)}))
			}
		}
		return
	}
	nested := p.Word("binning") == rfmNested
	for j, b := range sc.bins {
		if len(b.Cuts) > 0 {
			cut := v.cuts(j, b.Cuts, fixedAs(b))
			if nested { // with fixed cuts of recency the others would not be nested
				cut.Param, cut.With = "", nil
			}
			s.Cuts = append(s.Cuts, cut)
		}
		v.noteBins(s, j, b)
	}
	if nested {
		s.Notes = append(s.Notes, model.P("Frequency is cut within each recency bin, monetary within both: their cuts differ by bin"))
	}
}

// cuts describes the cuts of measure j, which are moved by the parameter cuts
// along with other settings.
func (v *rfmValues) cuts(j int, values []float64, with model.Settings) model.Cuts {
	info := v.infos[j]
	return model.Cuts{Measure: string(info.ID), Label: info.Label, Unit: info.Unit, Values: values, Param: "cuts", With: with}
}

// fixedAs are the settings under which fixed cuts give the same bins.
func fixedAs(b binning.Bins) model.Settings {
	edge := "below"
	if b.RightOpen {
		edge = "above"
	}
	return model.Settings{"binning": model.Word(rfmFixed), "edge": model.Word(edge)}
}

// noteBins says how many customers each bin holds: ties make them uneven.
func (v *rfmValues) noteBins(s *model.Segmentation, j int, b binning.Bins) {
	filled := b.Occupied()
	if filled == 0 {
		return
	}
	sizes := make([]string, b.K)
	for i, n := range b.Sizes {
		sizes[i] = strconv.Itoa(n)
	}
	s.Notes = append(s.Notes, model.P("%s: bins 1 to %d hold %s customers", v.infos[j].Label, b.K, strings.Join(sizes, " · ")))
	if filled < b.K {
		s.Notes = append(s.Notes, model.P("%s: only %d of %d bins have customers; equal values stay together", v.infos[j].Label, filled, b.K))
	}
}

// addCharts gives the grid of recency by frequency and each measure's
// histogram.
func (v *rfmValues) addCharts(s *model.Segmentation, sc rfmScores) {
	n, r, f := len(sc.weighted), sc.bins[0], sc.bins[1]
	grid := &model.Grid{Title: model.P("Customers by recency and frequency"), RowTitle: model.P("Recency score"),
		ColTitle: model.P("Frequency score"), Row: make([]int32, n), Col: make([]int32, n)}
	for k := r.K; k >= 1; k-- {
		grid.Rows = append(grid.Rows, "R"+strconv.Itoa(k))
	}
	for k := 1; k <= f.K; k++ {
		grid.Cols = append(grid.Cols, "F"+strconv.Itoa(k))
	}
	for i := range n {
		grid.Row[i], grid.Col[i] = -1, -1
		if sc.has(i) {
			grid.Row[i], grid.Col[i] = int32(r.K-r.Of[i]), int32(f.Of[i]-1)
		}
	}
	s.Charts = append(s.Charts, grid)
	for j, values := range v.of {
		s.Charts = append(s.Charts, histogram(s, v.infos[j], values))
	}
}
