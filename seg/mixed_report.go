package seg

import (
	"slices"

	"custseg/model"
	"custseg/seg/cluster"
)

// describe adds to the report on clusters what they say of categories: the
// commonest word of each, and in which they differ most from the base.
func (m *mixed) describe(s *model.Segmentation, found cluster.Result) {
	s.Used = m.names()
	s.Fit = append(s.Fit, model.Fit{Name: "cost", Value: found.Inertia}, model.Fit{Name: "gamma", Value: m.gamma})
	if len(m.categories) == 0 {
		return
	}
	c := newClusters(m.f, found)
	by := make([][]difference, found.K)
	for g := range by {
		by[g] = slices.Concat(c.differences(g), m.differences(s.Members(g)))
	}
	names := apartNames(by)
	for g := range found.K {
		members := s.Members(g)
		s.Segments[g].Name = names[g]
		s.Segments[g].Rule = model.P("nearest to the prototype: %s", m.commonest(members))
		if m.numbers > 0 {
			s.Segments[g].Rule = model.P("nearest to the prototype: means %s; %s", c.means(g), m.commonest(members))
		}
		telling := m.telling(members)
		switch {
		case telling.Empty():
		case m.numbers > 0:
			s.Segments[g].Advice.Product = telling
		default:
			s.Segments[g].Advice.Marketing = telling
		}
	}
	for _, c := range m.categories {
		s.Charts = append(s.Charts, m.grid(c, found))
	}
}

// commonest lists the commonest word of each category among customers.
func (m *mixed) commonest(members []int32) model.Phrase {
	out := make([]model.Phrase, len(m.categories))
	for j, c := range m.categories {
		word, share := c.commonest(members)
		out[j] = model.P("%s %s (%.0f%%)", c.info.Label, word, 100*share)
	}
	return list("%s · %s", out)
}

// shares are those of each word of a category among customers, and in the base.
func (m *mixed) shares(c category, members []int32) (here, base []float64) {
	count := func(customers []int32) []float64 {
		out := make([]float64, len(c.words))
		for _, i := range customers {
			if k := c.codes[i]; k >= 0 {
				out[k] += 1 / float64(len(customers))
			}
		}
		return out
	}
	return count(members), count(m.f.rows)
}

// differences are how far customers are from the base in each category, by the
// word of which that is the farthest.
func (m *mixed) differences(members []int32) []difference {
	out := make([]wordDifference, len(m.categories))
	for j, c := range m.categories {
		here, base := m.shares(c, members)
		out[j] = farthest(c.info.Label, c, here, base)
	}
	return withoutEchoes(out, m.f.rows)
}

// telling names the word whose share among customers exceeds that of the base
// the most; nothing where none does by much.
func (m *mixed) telling(members []int32) model.Phrase {
	const least = 0.15
	most, out := least, model.Phrase{}
	for _, c := range m.categories {
		here, base := m.shares(c, members)
		for k, word := range c.words {
			if here[k]-base[k] > most {
				most = here[k] - base[k]
				out = model.P("%s is %s for %.0f%%, against %.0f%% of all: choose offers and channels for them", c.info.Label, word, 100*here[k], 100*base[k])
			}
		}
	}
	return out
}

// grid counts customers by cluster and word.
func (m *mixed) grid(c category, found cluster.Result) *model.Grid {
	out := &model.Grid{Title: model.P("Clusters by %s", c.info.Label), RowTitle: model.P("cluster"), ColTitle: c.info.Label,
		Rows: counted(found.K), Cols: c.words, Row: make([]int32, len(c.codes)), Col: make([]int32, len(c.codes))}
	for i := range out.Row {
		out.Row[i], out.Col[i] = -1, -1
	}
	for i, r := range m.f.rows {
		out.Row[r], out.Col[r] = found.Labels[i], c.codes[r]
	}
	return out
}
