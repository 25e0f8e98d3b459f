package tree

import (
	"math"
	"slices"
)

// merging is the categories of a predictor at one node, merged into groups.
type merging struct {
	groups   []group
	likeness [][]float64 // log p of each pair of groups, NaN where they may not merge
	numbers  bool        // of the target
	ordered  bool        // only neighbours merge
	test     Test        // of the groups, adjusted
}

type group struct {
	cell
	levels  []int32 // ascending
	missing bool    // has the missing values
}

// merge merges the categories of a predictor while a pair does not differ
// significantly, the pair most alike first, then groups that are too small.
func (g *chaidGrower) merge(j int, rows []int32) *merging {
	p := g.predictors[j]
	m := &merging{numbers: g.d.target.Values != nil, ordered: p.edges != nil}
	floating := false
	for level, c := range g.cells(j, rows) {
		switch {
		case c.n == 0:
		case level == p.levels:
			floating = true
			m.groups = append(m.groups, group{cell: c, missing: true})
		default:
			m.groups = append(m.groups, group{cell: c, levels: []int32{int32(level)}})
		}
	}
	categories := len(m.groups)
	m.compare()
	for len(m.groups) > 1 {
		a, b, logP := m.mostAlike(func(int) bool { return true })
		if logP <= math.Log(g.s.Alpha) {
			break
		}
		m.join(a, b)
	}
	for len(m.groups) > 1 {
		smallest := m.smallest()
		if m.groups[smallest].n >= float64(g.s.MinLeaf) {
			break
		}
		a, b, _ := m.mostAlike(func(i int) bool { return i == smallest })
		m.join(a, b)
	}
	if len(m.groups) > 1 {
		m.test = independence(m.cells(), m.numbers)
		m.test.LogP = min(0, m.test.LogP+logWays(categories, len(m.groups), m.ordered, floating))
	}
	return m
}

func (m *merging) cells() []cell {
	out := make([]cell, len(m.groups))
	for i, g := range m.groups {
		out[i] = g.cell
	}
	return out
}

func (m *merging) smallest() int {
	at := 0
	for i, g := range m.groups {
		if g.n < m.groups[at].n {
			at = i
		}
	}
	return at
}

// compare finds how alike each pair of groups is.
func (m *merging) compare() {
	m.likeness = make([][]float64, len(m.groups))
	for a := range m.groups {
		m.likeness[a] = make([]float64, len(m.groups))
		for b := range a {
			m.pair(a, b)
		}
	}
}

func (m *merging) pair(a, b int) {
	logP := math.NaN()
	if m.neighbours(m.groups[a], m.groups[b]) {
		logP = independence([]cell{m.groups[a].cell, m.groups[b].cell}, m.numbers).LogP
	}
	m.likeness[a][b], m.likeness[b][a] = logP, logP
}

// neighbours reports whether two groups may merge: of an ordered predictor, with
// no third between them. Missing values float.
func (m *merging) neighbours(a, b group) bool {
	if !m.ordered || len(a.levels) == 0 || len(b.levels) == 0 {
		return true
	}
	low, high := a, b
	if low.levels[0] > high.levels[0] {
		low, high = high, low
	}
	return !slices.ContainsFunc(m.groups, func(g group) bool {
		return len(g.levels) > 0 && g.levels[0] > low.levels[0] && g.levels[0] < high.levels[0]
	})
}

// mostAlike is the pair that may merge and is most alike, among those with a
// group that is wanted.
func (m *merging) mostAlike(wanted func(int) bool) (a, b int, logP float64) {
	a, b, logP = -1, -1, math.Inf(-1)
	for i := range m.groups {
		for j := range i {
			like := m.likeness[i][j]
			if math.IsNaN(like) || !wanted(i) && !wanted(j) {
				continue
			}
			if a < 0 || like > logP {
				a, b, logP = j, i, like
			}
		}
	}
	return a, b, logP
}

// join merges group b into a, a < b.
func (m *merging) join(a, b int) {
	into, from := &m.groups[a], m.groups[b]
	into.take(from.cell)
	into.levels = append(into.levels, from.levels...)
	slices.Sort(into.levels)
	into.missing = into.missing || from.missing
	m.groups = slices.Delete(m.groups, b, b+1)
	m.likeness = slices.Delete(m.likeness, b, b+1)
	for i := range m.likeness {
		m.likeness[i] = slices.Delete(m.likeness[i], b, b+1)
	}
	for i := range m.groups {
		if i != a {
			m.pair(a, i)
		}
	}
}

// logWays is the logarithm of the number of ways in which c categories can be
// merged into r groups (Kass 1980, section 3): ordered ones, of which one may
// float, or any.
func logWays(c, r int, ordered, floating bool) float64 {
	switch {
	case !ordered:
		return math.Log(stirling(c, r))
	case floating:
		return math.Log(choose(c-2, r-2) + float64(r)*choose(c-2, r-1))
	}
	return math.Log(choose(c-1, r-1))
}

// stirling is the number of partitions of n things into k sets, of the second
// kind: S(n,k) = k·S(n-1,k) + S(n-1,k-1).
func stirling(n, k int) float64 {
	row := make([]float64, k+1)
	row[0] = 1
	for range n {
		for j := k; j > 0; j-- {
			row[j] = float64(j)*row[j] + row[j-1]
		}
		row[0] = 0
	}
	return row[k]
}

// choose is the binomial coefficient, 0 outside Pascal's triangle.
func choose(n, k int) float64 {
	if k < 0 || k > n {
		return 0
	}
	out := 1.
	for i := range k {
		out = out * float64(n-i) / float64(i+1)
	}
	return math.Round(out)
}

// split turns groups into branches: ranges of numbers, or sets of categories.
// Missing values go with their group, or where there are none to the largest.
func (m *merging) split(predictor int, p binned) *Split {
	out := &Split{Predictor: predictor, Test: m.test}
	if m.ordered { // lowest first; missing values on their own last
		slices.SortFunc(m.groups, func(a, b group) int { return first(a, p) - first(b, p) })
	}
	largest := 0
	for i, g := range m.groups {
		b := Branch{Levels: g.levels}
		if m.ordered {
			b = p.reach(m.groups, i)
		}
		out.Branches = append(out.Branches, b)
		if g.n > m.groups[largest].n {
			largest = i
		}
	}
	out.Missing = largest
	if at := slices.IndexFunc(m.groups, func(g group) bool { return g.missing }); at >= 0 {
		out.Missing = at
	}
	return out
}

// reach is the range of a group among those in order: from its first bin to that
// of the next, so that bins without rows leave no gap. That of missing values
// alone is empty.
func (p binned) reach(groups []group, i int) Branch {
	b := Branch{Low: math.Inf(1), High: math.Inf(1)}
	if len(groups[i].levels) == 0 {
		return b
	}
	b.Low = math.Inf(-1)
	if i > 0 {
		b.Low = p.edges[groups[i].levels[0]]
	}
	if i+1 < len(groups) && len(groups[i+1].levels) > 0 {
		b.High = p.edges[groups[i+1].levels[0]]
	}
	return b
}

// first is the first bin of a group, after all others of missing values alone.
func first(g group, p binned) int {
	if len(g.levels) == 0 {
		return p.levels
	}
	return int(g.levels[0])
}
