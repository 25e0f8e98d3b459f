package seg

import (
	"strconv"
	"strings"

	"custseg/model"
	"custseg/model/narrow"
	"custseg/model/parallel"
	"custseg/seg/binning"
)

// addScores adds R, F, M, their code and the weighted score as columns.
func (v *rfmValues) addScores(s *model.Segmentation, sc *rfmScores) {
	columns := make([]model.Column, 5)
	var each parallel.Group
	for j, name := range []string{"r_score", "f_score", "m_score"} {
		each.Go(func() { columns[j] = binColumn(name, sc.bins[j], sc.has) })
	}
	each.Go(func() { columns[3] = sc.column("rfm", sc.asBinned, sc.parting()) })
	columns[4] = model.NewNumbers("rfm_score", sc.weighted)
	each.Wait()
	s.Scores = append(s.Scores, columns...)
}

// binColumn holds the bin of each customer who has one, as a number.
func binColumn(name string, b binning.Bins, has func(i int) bool) model.Column {
	filled := []float64{} // the bins that occur
	code := make([]int32, b.K+1)
	for bin := 1; bin <= b.K; bin++ {
		code[bin] = int32(len(filled))
		if b.Sizes[bin-1] > 0 {
			filled = append(filled, float64(bin))
		}
	}
	of := narrow.Make(len(b.Of), 0)
	for i, bin := range b.Of {
		if has(i) {
			of.Set(i, code[bin])
		}
	}
	return model.NewCodedNumbers(name, of, filled)
}

// column holds the code of each customer as text.
func (sc *rfmScores) column(name string, codeOf func(i int) rfmCode, parting string) model.Column {
	of, codes := sc.codes(codeOf)
	words := make([]string, len(codes))
	for i, c := range codes {
		words[i] = c.word(parting)
	}
	return model.NewTexts(name, of, words)
}

// rfmOfFive names the column of codes on a scale of 1 to 5.
const rfmOfFive = "rfm_of_5"

// addScaled adds the codes that the rules of a map speak of when scores are on
// another scale, and notes what each score counts as.
func (v *rfmValues) addScaled(s *model.Segmentation, sc *rfmScores) {
	s.Scores = append(s.Scores, sc.column(rfmOfFive, sc.ofFive, ""))
	for j, b := range sc.bins {
		if b.K == 5 {
			continue
		}
		from, to := make([]string, b.K), make([]string, b.K)
		for k := range b.K {
			from[k], to[k] = strconv.Itoa(k+1), strconv.Itoa(outOfFive(k+1, b.K))
		}
		s.Notes = append(s.Notes, model.P("%s: scores %s count as %s of 5 in the rules and in column %s", v.infos[j].Label,
			strings.Join(from, " · "), strings.Join(to, " · "), rfmOfFive))
	}
}

// addCuts reports the cuts in force and how the customers are spread over the
// bins.
func (v *rfmValues) addCuts(s *model.Segmentation, sc *rfmScores, p Params) {
	v.noteUncut(s, p)
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

// noteUncut says which measures are binned, or split, otherwise than at cuts,
// though that was asked for, because they have none.
func (v *rfmValues) noteUncut(s *model.Segmentation, p Params) {
	var uncut []model.Phrase
	for j, name := range rfmMeasures() {
		if len(p.Cuts("cuts")[name]) == 0 {
			uncut = append(uncut, v.infos[j].Label)
		}
	}
	if len(uncut) == 0 {
		return
	}
	without := list("%s, %s", uncut)
	if p.Word("map") == "eight" && p.Word("split") == rfmFixed {
		s.Notes = append(s.Notes, model.P("split=fixed, but no cuts are set of %s: split at the median", without))
	}
	if p.Word("binning") == rfmFixed {
		s.Notes = append(s.Notes, model.P("binning=fixed, but no cuts are set of %s: cut at quantiles into %d bins", without, p.Int("bins")))
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
func (v *rfmValues) addCharts(s *model.Segmentation, sc *rfmScores) {
	n, r, f := len(sc.weighted), sc.bins[0], sc.bins[1]
	grid := &model.Grid{Title: model.P("Customers by recency and frequency"), RowTitle: model.P("Recency score"),
		ColTitle: model.P("Frequency score"), Row: make([]int32, n), Col: make([]int32, n)}
	for k := r.K; k >= 1; k-- {
		grid.Rows = append(grid.Rows, "R"+strconv.Itoa(k))
	}
	for k := 1; k <= f.K; k++ {
		grid.Cols = append(grid.Cols, "F"+strconv.Itoa(k))
	}
	parallel.Over(n, func(_, from, to int) {
		for i := from; i < to; i++ {
			grid.Row[i], grid.Col[i] = -1, -1
			if sc.has(i) {
				grid.Row[i], grid.Col[i] = int32(r.K-r.Of[i]), int32(f.Of[i]-1)
			}
		}
	})
	var histograms [len(v.of)]model.Chart
	var each parallel.Group
	for j, values := range v.of {
		each.Go(func() { histograms[j] = histogram(s, v.infos[j], values) })
	}
	each.Wait()
	s.Charts = append(append(s.Charts, grid), histograms[:]...)
}
