package seg

import (
	"fmt"
	"slices"

	"custseg/model"
	"custseg/seg/cluster"
	"custseg/seg/mixture"
)

// describe adds to the report on clusters what a mixture knows: how surely each
// customer belongs, and what each number of components costs.
func (m *mixtureFit) describe(s *model.Segmentation, c clusters, component []int32) {
	for g, k := range component {
		s.Segments[g].Rule = model.P("likelier in this component, of weight %.1f%%, than in any other; means %s", 100*m.kept.Weights[k], c.means(g))
	}
	s.Scores = append(s.Scores, memberships(m.kept.Membership, component, c.f.onAll)...)
	s.Fit = append(s.Fit, model.Fit{Name: "components", Value: float64(m.kept.K)}, model.Fit{Name: "log_likelihood", Value: m.kept.LogLikelihood},
		model.Fit{Name: "parameters", Value: float64(m.kept.Parameters)}, model.Fit{Name: "bic", Value: m.kept.BIC}, model.Fit{Name: "aic", Value: m.kept.AIC},
		model.Fit{Name: "em_iterations", Value: float64(m.kept.Iterations)})
	for i, t := range m.table {
		s.Fit = append(s.Fit, model.Fit{Name: fmt.Sprintf("bic_k%d", m.ks[i]), Value: t.BIC})
	}
	s.Notes = append(s.Notes, m.notes(len(component))...)
	if len(m.ks) > 1 && finite(m.table[0].BIC) {
		chart := criteria(model.P("Information criteria by number of components"), model.P("components"), m.ks, float64(m.kept.K), m.tableRows,
			pluck(m.table, func(t mixture.Model) float64 { return t.BIC }), pluck(m.table, func(t mixture.Model) float64 { return t.AIC }))
		chart.Basis.Missing = len(s.Of) - m.rows
		s.Charts = slices.Insert(s.Charts, 1, model.Chart(chart))
	}
}

// lowestOf tells how k was chosen, and on how many customers if not on all: of
// fewer, the BIC favours fewer groups.
func lowestOf(k, from, to, fitted, rows int) model.Phrase {
	if fitted < rows {
		return model.P("k = %d has the lowest BIC of %d to %d on a sample of %d of %d customers; on all of them more might", k, from, to, fitted, rows)
	}
	return model.P("k = %d has the lowest BIC of %d to %d", k, from, to)
}

func (m *mixtureFit) notes(segments int) []model.Phrase {
	var out []model.Phrase
	if n := m.kept.Collapsed; n > 0 && m.kept.K > 1 {
		out = append(out, model.P("%d of %d components have collapsed on customers who are nearly equal, or too few: likelihood and BIC mean little; raise ridge or choose fewer components", n, m.kept.K))
	}
	switch {
	case !finite(m.kept.LogLikelihood):
		out = append(out, model.P("Too few different rows to choose k by: all are one cluster"))
	case m.auto && m.asked == 1:
		out = append(out, model.P("One component has the lowest BIC of %d to %d: the customers are one cloud, which k-means would only cut up", m.ks[0], m.ks[len(m.ks)-1]))
	case m.auto:
		out = append(out, lowestOf(m.asked, m.ks[0], m.ks[len(m.ks)-1], m.tableRows, m.rows))
		if m.asked == tableTo {
			out = append(out, model.P("The BIC still falls at %d components: groups that are no ellipsoids take several each", m.asked))
		}
	}
	if m.kept.K < m.asked {
		out = append(out, model.P("Only %d of %d components: there are not enough different rows", m.kept.K, m.asked))
	}
	if segments < m.kept.K {
		out = append(out, model.P("%d of %d components are nobody's likeliest and have no segment", m.kept.K-segments, m.kept.K))
	}
	if !m.kept.Converged {
		out = append(out, model.P("The mixture had not converged after %d iterations: raise iterations", m.kept.Iterations))
	}
	if m.fitted < m.rows {
		out = append(out, model.P("The mixture was fitted to a sample of %d of %d customers, of which its measures are; all belong to their likeliest component", m.fitted, m.rows))
	}
	if m.tableRows < m.rows {
		out = append(out, model.P("The measures bic_k and the chart of information criteria are of a sample of %d of %d customers", m.tableRows, m.rows))
	}
	return out
}

// decide tells that customers belong to their likeliest component; one that is
// nobody's has no segment.
func (m *mixtureFit) decide(s *model.Segmentation, f frame, component []int32) {
	segment := segmentsOf(component, m.kept.K)
	kept := m.kept
	kept.Labels, kept.Membership = nil, cluster.Matrix{} // not to be held on to
	decide(s, func(w whatIf) int32 { return segment[kept.Likeliest(f.row(w))] }, nil, f.columns...)
	m.express(s, f, segment)
}
