package seg

import (
	"slices"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/opinion"
)

// instead is a test on reviews, which counts where there is no rating.
func instead(rating measured, rated bool, t test) test {
	if !rated {
		return t
	}
	return newTest(model.P("without a rating, %s", t.words), func(w whatIf) bool { return !finite(w.value(rating)) && t.holds(w) }, append([]measured{rating}, t.of...))
}

// satisfaction is the rating from 1 to 5; false without any.
func (in Input) satisfaction(s *model.Segmentation) (measured, bool, error) {
	found := withoutCodes(s, in.present("satisfaction")...)
	if len(found) == 0 {
		return measured{}, false, nil
	}
	scales := []scale{{1, 5}, {1, 7}, {1, 10}}
	if in.Params.Word("best") == bestLowest {
		scales = []scale{{1, 5}, {1, 6}, {1, 7}, {1, 10}} // marks end at 6
	}
	answered := found[0].answered()
	set := []scale{{1, 5}, {1, 6}, {1, 7}, {1, 10}}
	if at := slices.Index([]string{fiveStars, schoolMarks, sevenPoints, tenPoints}, in.Params.Word("scale")); at >= 0 {
		scales = set[at : at+1]
		if found[0] = withoutOff(s, found[0], scales[0]); 2*found[0].answered() < answered {
			return measured{}, false, paramErrorf("scale", "more than half of the answers in column %s, %d of %d, are not from %s: set the scale that they are on, or scale=auto",
				found[0].column, answered-found[0].answered(), answered, scales[0].String())
		}
	}
	of, err := onScale("scale", "recode them, or map another column with --map satisfaction=COLUMN; for 0 to 10 answers on recommending use nps", found, scales...)
	if err != nil || of.high == 5 && in.Params.Word("best") == bestHighest {
		return found[0], true, err
	}
	if at := slices.Index(set, of); at >= 0 {
		in.Params.settleWord("scale", []string{fiveStars, schoolMarks, sevenPoints, tenPoints}[at])
	}
	use(s, found...)
	noteUnused(s, of, found[0])
	if of.high > 5 {
		like := func(ofFive float64) model.Phrase { return figure(in.turned(1+(ofFive-1)*(of.high-1)/4, of)) }
		happy, unhappy := in.Params.Float("happy"), in.Params.Float("unhappy")
		s.Notes = append(s.Notes, model.P("Satisfaction is read as answers from %s: %s is like %s of 5, and %s like %s", of.String(), like(happy), figure(happy), like(unhappy), figure(unhappy)))
	}
	ofFive := func(v float64) float64 { return 1 + (in.turned(v, of)-1)*4/(of.high-1) }
	says := func(x formula.Expr) formula.Expr {
		above := formula.Sub(in.turnedExpr(x, of), formula.Number(1))
		return formula.Add(formula.Number(1), formula.Div(formula.Mul(above, formula.Number(4)), formula.Number(of.high-1)))
	}
	return converted("satisfaction_5", model.P("Satisfaction (of 5)"), model.Plain, found[0], ofFive, says), true, nil
}

// withoutOff leaves out the answers off a scale and notes how many, unless none
// is on it.
func withoutOff(s *model.Segmentation, q measured, of scale) measured {
	values, off := slices.Clone(q.values), 0
	for i, v := range values {
		if finite(v) && !of.holds(v, v) {
			values[i] = missing
			off++
		}
	}
	if on := (measured{values: values}); off == 0 || !on.known() {
		return q
	}
	s.Notes = append(s.Notes, model.P("%s: %d answers are not from %s and are left out", q.Label, off, of.String()))
	raw := q
	q.values = values
	return q.told(func() formula.Expr { return between(raw.expr(), of.low, of.high) })
}

// tone is the words of praise less those of blame in the reviews; false when
// they are not read or there are none.
func (in Input) tone(s *model.Segmentation) (measured, bool) {
	f, ok := in.Customers.Feature("review")
	if !ok || in.Params.Word("text") == textOff {
		return measured{}, false
	}
	lexicon, column := opinion.New(in.Params.Words("praise"), in.Params.Words("blame")), asWords(f.Column)
	scores, unread := make([]float64, column.Dict.Len()), 0
	for w, text := range column.Dict.All() {
		praise, blame := lexicon.Score(text)
		scores[w] = float64(praise - blame)
	}
	values := make([]float64, len(column.Codes()))
	for i, w := range column.Codes() {
		values[i] = missing
		if w >= 0 {
			values[i] = scores[w]
			if scores[w] == 0 {
				unread++
			}
		}
	}
	m := computed("review_tone", model.P("Tone of the review"), model.Plain, values)
	m.column = f.Column.Name()
	if !m.known() {
		return measured{}, false
	}
	const mostUnread, enough = .9, 10
	if n := m.answered(); n >= enough && float64(unread) >= mostUnread*float64(n) {
		s.Warnings = append(s.Warnings, model.P("Reviews are not read: %d of %d have no word of the lists, which are English and Chinese. Set praise and blame to words of their language", unread, n))
		for i, tone := range m.values {
			if tone == 0 {
				m.values[i] = missing
			}
		}
		return m, true
	}
	s.Notes = append(s.Notes, model.P("Reviews are read by a small list of words, without grammar or irony: %d of %d say neither good nor bad by it; see and edit the lists under praise and blame", unread, m.answered()))
	return m, true
}
