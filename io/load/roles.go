package load

import (
	"cmp"
	"slices"

	"custseg/model"
)

// namer guesses what columns mean.
type namer struct {
	keys  keyNames
	roles map[model.Role]model.RoleInfo
}

func newNamer() namer {
	n := namer{keys: keyNames{nameRules()}, roles: map[model.Role]model.RoleInfo{}}
	for _, r := range model.Roles() {
		n.roles[r.ID] = r
	}
	return n
}

// The confidence that a name or the values give by themselves, and the least
// that makes a guess.
const (
	ownConfidence       = .95
	usualConfidence     = .85
	decoratedConfidence = .75
	vagueConfidence     = .55
	valuesConfidence    = .4
	leastConfidence     = .3
)

// candidate is a role that a column may have.
type candidate struct {
	column     int
	role       model.Role
	usage      usage
	rank       int    // among the names of the role
	name       string // the column's, compact
	confidence float64
	reason     model.Phrase
}

// guess gives each column of a table at most one role and each role at most one
// column, but for those that several may have: the surest first. The result is
// in the order of the columns; the order of rows does not matter, that of
// columns only between those that neither names nor values tell apart.
func (n namer) guess(t *model.Table) []model.Guess {
	if isNameless(t) {
		return n.settle(guessNameless(t))
	}
	profiles := make([]profile, len(t.Columns()))
	each(len(profiles), func(i int) { profiles[i] = profileOf(t.Column(i)) })
	c := n.candidates(t, profiles)
	c = append(c, families(t, profiles)...)
	c = append(c, byShape(c, profiles)...)
	c = tableContext{c, profiles}.weigh()
	return n.settle(c)
}

// settle chooses among candidates.
func (n namer) settle(candidates []candidate) []model.Guess {
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.confidence, a.confidence), cmp.Compare(a.rank, b.rank), cmp.Compare(a.name, b.name), cmp.Compare(a.column, b.column))
	})
	var out []model.Guess
	usedColumn, usedRole := map[int]bool{}, map[model.Role]bool{}
	for _, c := range candidates {
		if c.confidence < leastConfidence || usedColumn[c.column] || usedRole[c.role] && !n.roles[c.role].Several {
			continue
		}
		usedColumn[c.column], usedRole[c.role] = true, true
		out = append(out, model.Guess{Column: c.column, Role: c.role, Confidence: c.confidence, Reason: c.reason})
	}
	slices.SortFunc(out, func(a, b model.Guess) int { return cmp.Compare(a.Column, b.Column) })
	return out
}

// candidates lists the roles that names suggest and values allow.
func (n namer) candidates(t *model.Table, profiles []profile) []candidate {
	var out []candidate
	for i, c := range t.Columns() {
		for _, r := range n.keys.rules(c.Name()) {
			fit := profiles[i].fits(n.roles[r.role])
			if fit == 0 && r.usage != vague {
				fit = profiles[i].nearlyFits(r.role)
			}
			if fit == 0 {
				continue
			}
			d := candidate{column: i, role: r.role, usage: r.usage, rank: r.rank, name: compact(c.Name())}
			switch r.usage {
			case own:
				d.confidence, d.reason = ownConfidence, model.P("%q is the name of this role", c.Name())
			case usual:
				d.confidence, d.reason = usualConfidence, model.P("%q is a usual name for it", c.Name())
			case decorated:
				d.confidence, d.reason = decoratedConfidence, model.P("%q contains a usual name for it", c.Name())
			case vague:
				d.confidence, d.reason = vagueConfidence, model.P("%q may mean it, and no other column does so better", c.Name())
			}
			d.confidence *= fit
			out = append(out, d)
		}
	}
	return out
}
