package seg

import (
	"slices"
	"strconv"

	"custseg/model"
	"custseg/seg/binning"
)

// place puts each customer in the segment that the map gives their scores.
func (v *rfmValues) place(s *model.Segmentation, sc rfmScores, p Params) error {
	switch p.Word("map") {
	case "code":
		v.byCode(s, sc)
		return nil
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

func (v *rfmValues) byMap(s *model.Segmentation, sc rfmScores, m scoreMap) {
	p := newPlacer(s, m.segments, v.why, v.reasons)
	others := -1
	for i := range s.Of {
		if p.unclassified(i) {
			continue
		}
		at := m.at(outOfFive(sc.r.Of[i], sc.r.K), outOfFive(sc.f.Of[i], sc.f.K), outOfFive(sc.m.Of[i], sc.m.K))
		if at < 0 {
			if others < 0 {
				others = p.add(named("Others", model.P("no other rule holds")))
			}
			at = others
		}
		s.Of[i] = int32(at)
	}
	p.done()
}

func (v *rfmValues) byTier(s *model.Segmentation, sc rfmScores, p Params) error {
	high, low := p.Float("high"), p.Float("low")
	if low >= high {
		return paramErrorf("low", "%v must be below high, %v", low, high)
	}
	place := newPlacer(s, []model.Segment{
		named("High", model.P("weighted score %.2f or more", high)),
		named("Mid", model.P("weighted score %.2f to %.2f", low, high)),
		named("Low", model.P("weighted score below %.2f", low)),
	}, v.why, v.reasons)
	score := sc.weighted(p.Numbers("weights"))
	for i := range s.Of {
		switch {
		case place.unclassified(i):
		case score[i] >= high:
			s.Of[i] = 0
		case score[i] >= low:
			s.Of[i] = 1
		default:
			s.Of[i] = 2
		}
	}
	place.done()
	return nil
}

func (v *rfmValues) byCode(s *model.Segmentation, sc rfmScores) {
	found := map[string][3]int{}
	codes := make([]string, len(v.r))
	for i := range codes {
		if v.why[i] < 0 {
			codes[i] = sc.code(i)
			found[codes[i]] = [3]int{sc.r.Of[i], sc.f.Of[i], sc.m.Of[i]}
		}
	}
	names := make([]string, 0, len(found))
	for name := range found {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		x, y := found[a], found[b]
		return slices.Compare(y[:], x[:]) // best codes first
	})
	segments := make([]model.Segment, len(names))
	at := map[string]int32{}
	for i, name := range names {
		c := found[name]
		segments[i] = model.Segment{Name: model.Raw(name), Rule: model.P("R %d, F %d, M %d", c[0], c[1], c[2])}
		at[name] = int32(i)
	}
	p := newPlacer(s, segments, v.why, v.reasons)
	for i := range s.Of {
		if !p.unclassified(i) {
			s.Of[i] = at[codes[i]]
		}
	}
	p.done()
}

// eight parts each measure in two, near being below its split and often and
// much above theirs.
func (v *rfmValues) eight(s *model.Segmentation, p Params) {
	split := v.splits(p)
	classes := eightClasses()
	segments := make([]model.Segment, len(classes))
	at := map[string]int32{}
	for i, c := range classes {
		side := func(j int, yes, no string) string {
			if c.code[j] == '1' {
				return yes
			}
			return no
		}
		segments[i] = model.Segment{Name: model.P(c.name), Advice: c.advice,
			Rule: model.P("%s (%s): recency %s %.1f days, frequency %s %.2f, monetary %s %.2f", c.code, c.meaning,
				side(0, "<", "≥"), split[0], side(1, ">", "≤"), split[1], side(2, ">", "≤"), split[2])}
		at[c.code] = int32(i)
	}
	place := newPlacer(s, segments, v.why, v.reasons)
	bit := func(yes bool) string {
		if yes {
			return "1"
		}
		return "0"
	}
	for i := range s.Of {
		if !place.unclassified(i) {
			s.Of[i] = at[bit(v.r[i] < split[0])+bit(v.f[i] > split[1])+bit(v.m[i] > split[2])]
		}
	}
	place.done()
}

// splits returns where the eight classes part recency, frequency and monetary.
func (v *rfmValues) splits(p Params) [3]float64 {
	var out [3]float64
	for i, name := range rfmMeasures() {
		values := v.of(name)
		switch cuts := p.Cuts("cuts")[name]; {
		case p.Word("split") == "fixed" && len(cuts) > 0:
			out[i] = cuts[0]
		case p.Word("split") == "mean":
			out[i] = mean(values)
		default:
			out[i] = median(values)
		}
	}
	return out
}

func rfmMeasures() []string { return []string{"recency", "frequency", "monetary"} }

func (v *rfmValues) of(measure string) []float64 {
	switch measure {
	case "recency":
		return v.r
	case "frequency":
		return v.f
	}
	return v.m
}

func (sc rfmScores) of(measure string) binning.Bins {
	switch measure {
	case "recency":
		return sc.r
	case "frequency":
		return sc.f
	}
	return sc.m
}

// weighted is the weighted mean of the scores, each scaled to 1..5.
func (sc rfmScores) weighted(w []float64) []float64 {
	out := make([]float64, len(sc.r.Of))
	for i := range out {
		if sc.r.Of[i] == 0 {
			out[i] = missing
			continue
		}
		sum := 0.0
		for j, b := range []binning.Bins{sc.r, sc.f, sc.m} {
			scaled := float64(b.Of[i])
			if b.K > 1 {
				scaled = 1 + float64(b.Of[i]-1)*4/float64(b.K-1)
			}
			sum += w[j] * scaled
		}
		out[i] = sum / (w[0] + w[1] + w[2])
	}
	return out
}

// code writes the scores as one word, parted by hyphens when one may have two
// digits.
func (sc rfmScores) code(i int) string {
	r, f, m := strconv.Itoa(sc.r.Of[i]), strconv.Itoa(sc.f.Of[i]), strconv.Itoa(sc.m.Of[i])
	if max(sc.r.K, sc.f.K, sc.m.K) > 9 {
		return r + "-" + f + "-" + m
	}
	return r + f + m
}

// addScores adds R, F, M, their code and the weighted score as columns.
func (v *rfmValues) addScores(s *model.Segmentation, sc rfmScores, p Params) {
	column := func(name string, b binning.Bins) model.Column {
		out := make([]float64, len(b.Of))
		for i, score := range b.Of {
			out[i] = missing
			if score > 0 {
				out[i] = float64(score)
			}
		}
		return model.NewNumbers(name, out)
	}
	codes := make([]string, len(v.r))
	for i := range codes {
		if v.why[i] < 0 {
			codes[i] = sc.code(i)
		}
	}
	s.Scores = append(s.Scores, column("r_score", sc.r), column("f_score", sc.f), column("m_score", sc.m),
		model.TextsOf("rfm", codes), model.NewNumbers("rfm_score", sc.weighted(p.Numbers("weights"))))
}

// addCuts reports the cuts in force, and says where ties left fewer bins.
func (v *rfmValues) addCuts(s *model.Segmentation, sc rfmScores, p Params) {
	eight := p.Word("map") == "eight"
	splits := v.splits(p)
	for i, name := range rfmMeasures() {
		info := model.Measure(name).Info()
		bins := sc.of(name)
		cut := model.Cuts{Measure: name, Label: info.Label, Unit: info.Unit, Values: bins.Cuts,
			Param: "cuts", With: model.Settings{"binning": model.Word(rfmFixed)}}
		if eight {
			cut.Values, cut.With = []float64{splits[i]}, model.Settings{"split": model.Word("fixed")}
		}
		if len(cut.Values) > 0 {
			s.Cuts = append(s.Cuts, cut)
		}
		if got := bins.Occupied(); !eight && got > 0 && got < bins.K {
			s.Notes = append(s.Notes, model.P("%s: equal values leave %d of %d bins with customers", info.Label, got, bins.K))
		}
	}
	if p.Word("binning") == rfmNested && !eight {
		s.Notes = append(s.Notes, model.P("Frequency is cut within each recency bin, monetary within both: their cuts differ by bin"))
	}
}

// addCharts gives the grid of recency by frequency and each measure's
// histogram.
func (v *rfmValues) addCharts(s *model.Segmentation, sc rfmScores) {
	grid := &model.Grid{Title: model.P("Customers by recency and frequency"), RowTitle: model.P("Recency score"),
		ColTitle: model.P("Frequency score"), Row: make([]int32, len(v.r)), Col: make([]int32, len(v.r))}
	for k := sc.r.K; k >= 1; k-- {
		grid.Rows = append(grid.Rows, "R"+strconv.Itoa(k))
	}
	for k := 1; k <= sc.f.K; k++ {
		grid.Cols = append(grid.Cols, "F"+strconv.Itoa(k))
	}
	for i := range v.r {
		grid.Row[i], grid.Col[i] = -1, -1
		if r := sc.r.Of[i]; r > 0 {
			grid.Row[i], grid.Col[i] = int32(sc.r.K-r), int32(sc.f.Of[i]-1)
		}
	}
	s.Charts = append(s.Charts, grid)
	for _, name := range rfmMeasures() {
		s.Charts = append(s.Charts, histogram(s, name, v.of(name)))
	}
}
