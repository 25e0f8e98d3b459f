package seg

import (
	"fmt"
	"slices"

	"custseg/model"
	"custseg/seg/latent"
)

// segment describes a class by the answers that tell it from the base, one of
// each column.
func (f *latentFit) segment(name model.Phrase, class int32) model.Segment {
	const shown, telling = 5, 0.1
	out := model.Segment{Name: name}
	share := 100 * f.kept.Shares[class]
	var parts []model.Phrase
	var said []wordDifference // with which the others of a column, and what echoes them, go
	for _, g := range f.profile(class) {
		if len(parts) == shown || g.distance() < telling {
			break
		}
		d := wordDifference{of: g.of, word: int32(slices.Index(g.of.words, g.word))}
		if slices.ContainsFunc(said, func(o wordDifference) bool { return o.of.column == d.of.column || d.echoes(o, f.rows) }) {
			continue
		}
		said = append(said, d)
		parts = append(parts, model.P("%s %s %.0f%% (%.0f%% of all)", g.of.info.Label, g.word, 100*g.here, 100*g.base))
		switch {
		case len(parts) > 1:
		case g.excess() > 0:
			out.Advice.Marketing = model.P("Typically %s %s: speak to that", g.of.info.Label, g.word)
		default:
			out.Advice.Marketing = model.P("Seldom %s %s: leave that out", g.of.info.Label, g.word)
		}
	}
	if len(parts) == 0 {
		out.Rule = model.P("likeliest class, of %.1f%%; answers as the base gives them", share)
		out.Advice.Marketing = model.P("Close to the base in all answers: treat as the base")
		return out
	}
	out.Rule = model.P("likeliest class, of %.1f%%; %s", share, list("%s · %s", parts))
	return out
}

// describe reports scores, measures, notes and charts.
func (f *latentFit) describe(s *model.Segmentation) {
	m := f.kept
	s.Scores = memberships(m.Membership, f.class, f.onAll)
	s.Fit = []model.Fit{{Name: "k", Value: float64(len(f.class))}, {Name: "classes", Value: float64(m.K)}, {Name: "log_likelihood", Value: m.LogLikelihood},
		{Name: "parameters", Value: float64(m.Parameters)}, {Name: "df", Value: float64(m.DF)}, {Name: "bic", Value: m.BIC}, {Name: "aic", Value: m.AIC},
		{Name: "entropy_r2", Value: m.EntropyR2}, {Name: "g_squared", Value: m.GSquared}, {Name: "chi_squared", Value: m.ChiSquared}, {Name: "iterations", Value: float64(m.Iterations)}}
	for i, t := range f.table {
		s.Fit = append(s.Fit, model.Fit{Name: fmt.Sprintf("bic_k%d", f.ks[i]), Value: t.BIC})
	}
	s.Notes = append(s.Notes, f.notes()...)
	sizes := s.Counts()
	for g, class := range f.class {
		bars := f.bars(g, class)
		bars.Basis.N = sizes[g]
		s.Charts = append(s.Charts, bars)
	}
	chart := criteria(model.P("Information criteria by number of classes"), model.P("classes"), f.ks, float64(f.asked), f.tableRows,
		pluck(f.table, func(t latent.Model) float64 { return t.BIC }), pluck(f.table, func(t latent.Model) float64 { return t.AIC }))
	chart.Basis.Missing = len(s.Of) - len(f.rows)
	s.Charts = append(s.Charts, chart)
}

// bars draw the answers of a class, those that tell it from the base first.
func (f *latentFit) bars(number int, class int32) *model.Bars {
	const most = 15
	profile := f.profile(class)
	out := &model.Bars{Title: model.P("Class %d: probability of answers, and among all", number+1), NameTitle: model.P("answer"), ValueTitle: model.P("probability"), Unit: model.Percent}
	for _, g := range profile[:min(most, len(profile))] {
		out.Labels = append(out.Labels, model.P("%s %s (%.0f%% of all)", g.of.info.Label, g.word, 100*g.base))
		out.Values = append(out.Values, g.here)
	}
	return out
}

func (f *latentFit) notes() []model.Phrase {
	var out []model.Phrase
	m := f.kept
	switch {
	case f.auto && f.asked == 1:
		out = append(out, model.P("One class has the lowest BIC of %d to %d: the answers do not go together", classesFrom, classesTo))
	case f.auto:
		out = append(out, lowestOf(f.asked, classesFrom, classesTo, f.tableRows, len(f.rows)))
		if f.asked == classesTo {
			out = append(out, model.P("The BIC still falls at %d classes: fewer columns, each of its own subject, give classes that are easier to tell apart", f.asked))
		}
	}
	if m.K < f.asked {
		out = append(out, model.P("Only %d of %d classes: there are not enough different answers", m.K, f.asked))
	}
	if len(f.class) < m.K {
		out = append(out, model.P("%d of %d classes are nobody's likeliest and have no segment", m.K-len(f.class), m.K))
	}
	if n := f.certainClasses(); n > 0 && m.K > 1 {
		out = append(out, model.P("In %d of %d classes nobody gave some answer, which alone rules the class out for whoever gives it: fitted anew with such a customer, the class may take it in", n, m.K))
	}
	if m.DF < 0 {
		out = append(out, model.P("The model is not identified: it has %d parameters, more than the answers can tell; choose fewer classes or more columns", m.Parameters))
	}
	if m.K > 1 && m.EntropyR2 < 0.6 {
		out = append(out, model.P("The classes overlap: entropy R² is %.2f, where 1 tells every customer's class for sure", m.EntropyR2))
	}
	if !m.Converged {
		out = append(out, model.P("The best start had not converged after %d iterations: raise iterations", m.Iterations))
	}
	if slow := f.unfinished(); len(slow) > 0 {
		out = append(out, model.P("The measures bic_k of %s are of starts that had not converged: raise iterations", list("%s, %s", slow)))
	}
	if rows := len(f.rows); f.fitted < rows {
		out = append(out, model.P("The classes were fitted to a sample of %d of %d customers, of which the measures are; all belong to their likeliest class", f.fitted, rows))
	}
	if rows := len(f.rows); f.tableRows < rows {
		out = append(out, model.P("The measures bic_k and the chart of information criteria are of a sample of %d of %d customers", f.tableRows, rows))
	}
	return out
}

// certainClasses is how many classes have an answer of no chance.
func (f *latentFit) certainClasses() int {
	const none = 1e-6
	n := 0
	for _, answers := range f.kept.Answers {
		if slices.ContainsFunc(answers, func(levels []float64) bool { return slices.Min(levels) < none }) {
			n++
		}
	}
	return n
}

// unfinished are the numbers of classes in the table of which the likeliest start
// had not converged.
func (f *latentFit) unfinished() []model.Phrase {
	var out []model.Phrase
	for i, t := range f.table {
		if !t.Converged {
			out = append(out, model.P("%d", f.ks[i]))
		}
	}
	return out
}
