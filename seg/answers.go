package seg

import (
	"math"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/formula"
)

// scale is the range of the answers that a question allows.
type scale struct{ low, high float64 }

// String writes the scale for a reader.
func (s scale) String() string {
	return model.FormatNumber(s.low) + " to " + model.FormatNumber(s.high)
}

// isKnown reports whether there is a scale at all.
func (s scale) isKnown() bool { return s.low < s.high }

// holds reports whether answers from low to high fit the scale.
func (s scale) holds(low, high float64) bool { return low >= s.low && high <= s.high }

// isExceededBy reports whether some answer to a question is off the scale, or may
// be by the scale that it is on. A question that nobody answered is on all.
func (s scale) isExceededBy(question measured) bool {
	if question.on.isKnown() {
		return !s.holds(question.on.low, question.on.high)
	}
	low, high := question.span()
	return finite(low) && !s.holds(low, high)
}

// span returns the least and the greatest value, missing for none.
func (m measured) span() (low, high float64) {
	low, high = missing, missing
	for _, v := range m.values {
		if finite(v) && !(v >= low) {
			low = v
		}
		if finite(v) && !(v <= high) {
			high = v
		}
	}
	return low, high
}

// onScale returns the first scale on which all answers to some questions lie,
// and marks these as answers on it. The error names the parameter, the first question that even the last scale
// does not hold, what its answers are, and the remedy.
func onScale(param, remedy string, questions []measured, scales ...scale) (scale, error) {
	for _, s := range scales {
		if !slices.ContainsFunc(questions, s.isExceededBy) {
			for j := range questions {
				questions[j].on = s
			}
			return s, nil
		}
	}
	widest := scales[len(scales)-1]
	return scale{}, offScale(param, remedy, questions[slices.IndexFunc(questions, widest.isExceededBy)], scales...)
}

// shareOfScale is the scale that the answers to one question are on, told from
// them, for these to count by [scale.share]: 0 the lowest answer, 1 the highest. It marks
// the question as on the scale and notes it, of which a share of 1 itself needs
// no word.
func shareOfScale(s *model.Segmentation, param, remedy string, questions []measured) (scale, error) {
	of, err := onScale(param, remedy, questions, scale{0, 1}, scale{1, 5}, scale{1, 7}, scale{0, 10}, scale{0, 100})
	if err != nil {
		return of, err
	}
	if q := questions[0]; of.high > 1 {
		s.Notes = append(s.Notes, model.P("%s is read as answers from %s, and counts as a share of the way up", q.Label, of.String()))
		noteUnused(s, of, q)
	}
	return of, nil
}

// share is an answer as a share of the way up the scale.
func (s scale) share(answer float64) float64 { return (answer - s.low) / (s.high - s.low) }

// shareExpr is [scale.share] in a formula.
func (s scale) shareExpr(answer formula.Expr) formula.Expr {
	return formula.Div(formula.Sub(answer, formula.Number(s.low)), formula.Number(s.high-s.low))
}

// noteUnused tells that nobody gave the highest answer of a scale of more than
// five points that was told from the answers: 6 may stand for no answer. Of a
// shorter one it tells that nobody came near its top: it may have had three.
func noteUnused(s *model.Segmentation, of scale, questions ...measured) {
	const sure = 5
	highest := math.Inf(-1)
	for _, q := range questions {
		if q.stated {
			return
		}
		if _, high := q.span(); high > highest {
			highest = high
		}
	}
	switch {
	case of.high > sure && highest < of.high:
		s.Notes = append(s.Notes, model.P("The answers are read as from %s, and none is above %s: recode that one if it stands for no answer", of.String(), figure(highest)))
	case of.high == sure && highest < of.high-1:
		s.Notes = append(s.Notes, model.P("The answers are read as from %s, and none is above %s: recode them to this scale if the question ended there", of.String(), figure(highest)))
	}
}

// offScale is the error of answers beyond the scales that a method can read.
func offScale(param, remedy string, q measured, scales ...scale) error {
	words := make([]string, len(scales))
	for i, s := range scales {
		words[i] = s.String()
	}
	low, high := q.span()
	return paramErrorf(param, "column %s has answers from %s to %s, and this method reads answers from %s: %s",
		q.column, model.FormatNumber(low), model.FormatNumber(high), strings.Join(words, " or "), remedy)
}

// questions reads the columns of a role that several may have, those that
// anybody answered, each labelled by its header without what all headers begin
// with.
func (in Input) questions(role model.Role) []measured {
	var out []measured
	for _, name := range columnsOf(in.Customers, role) {
		c, _ := in.Customers.Lookup(name)
		values, on := answersIn(c, role)
		m := measured{MeasureInfo: model.MeasureInfo{ID: model.Measure(name)}, column: name, values: values, on: on, stated: on.isKnown()}
		if m.stated {
			m = m.inWords(c)
		}
		if m.known() {
			out = append(out, m)
		}
	}
	if len(out) == 0 {
		return nil
	}
	names := make([]string, len(out))
	for j := range out {
		names[j] = out[j].column
	}
	if len(names) > 1 {
		names = withoutPrefix(names)
	}
	for j := range out {
		out[j].Label = model.Raw(names[j])
	}
	return out
}

// converted is answers to a question as they count in a method, such as on
// another scale; says is the same in a formula.
func converted(id string, label model.Phrase, unit model.Unit, q measured, count func(answer float64) float64, says func(answer formula.Expr) formula.Expr) measured {
	return computedBy(id, label, unit, len(q.values), func(w whatIf) float64 { return count(w.value(q)) }, q).
		toldDecimal(func() formula.Expr { return says(q.expr()) })
}

// answered counts the customers who have a value.
func (m measured) answered() int {
	n, _, _ := moments(m.values)
	return n
}

// knownOf counts the customers, of n, of whom a measure or more is known.
func knownOf(n int, ms []measured) model.Basis {
	out := model.Basis{Missing: n}
	for i := range n {
		if slices.ContainsFunc(ms, func(m measured) bool { return finite(m.values[i]) }) {
			out.N++
			out.Missing--
		}
	}
	return out
}

// meanBars shows the mean of each question. Of holds for each customer the bar
// that they are behind.
func meanBars(title model.Phrase, questions []measured, of []int32) *model.Bars {
	out := &model.Bars{Title: title, ValueTitle: model.P("mean"), Of: of}
	if of == nil {
		out.Basis = knownOf(len(questions[0].values), questions)
	}
	for _, q := range questions {
		_, mean, _ := moments(q.values)
		out.Labels, out.Values = append(out.Labels, q.Label), append(out.Values, mean)
	}
	return out
}
