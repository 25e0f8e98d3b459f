package seg

import (
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
	for g := range found.K {
		members := s.Members(g)
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

// telling names the word whose share among customers exceeds that of the base
// the most; nothing where none does by much.
func (m *mixed) telling(members []int32) model.Phrase {
	const least = 0.15
	most, out := least, model.Phrase{}
	for _, c := range m.categories {
		count := make([]int, len(c.words))
		for _, i := range members {
			if k := c.codes[i]; k >= 0 {
				count[k]++
			}
		}
		all := make([]int, len(c.words))
		for _, i := range m.f.rows {
			all[c.codes[i]]++
		}
		for k, word := range c.words {
			share, base := float64(count[k])/float64(len(members)), float64(all[k])/float64(len(m.f.rows))
			if share-base > most {
				most = share - base
				out = model.P("%s is %s for %.0f%%, against %.0f%% of all: choose offers and channels for them", c.info.Label, word, 100*share, 100*base)
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
