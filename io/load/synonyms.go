package load

import (
	"slices"
	"strings"

	"custseg/model"
)

// usage is how surely a name means its role.
type usage uint8

const (
	own       usage = iota // the role's own name
	usual                  // a usual name for it
	decorated              // a usual name with a prefix or suffix, or a question that asks for it
	vague                  // a name that other things have too
)

// nameRule says that columns of some name have a role. Where several columns of
// a table have names of one role, that with the lowest rank is preferred.
type nameRule struct {
	role  model.Role
	usage usage
	rank  int
}

// synonym lists names of a role, the preferred ones first: usual ones and vague
// ones. They are compared by [compact], so that case, spaces and signs do not
// matter.
type synonym struct {
	role         model.Role
	usual, vague string // separated by |
}

// synonyms are the names by which columns are known besides the roles' own. A
// role may come more than once; what comes first is preferred.
func synonyms() []synonym {
	return slices.Concat(orderNames(), lineNames(), measureNames(), personNames(), placeNames(), activityNames(),
		surveyNames(), marketNames(), foreignNames())
}

// nameRules gathers what names mean, by their compact form.
func nameRules() map[string][]nameRule {
	rules := map[string][]nameRule{}
	ranks := map[model.Role]int{}
	add := func(names string, role model.Role, u usage) {
		for name := range strings.SplitSeq(names, "|") {
			if key := compact(name); key != "" {
				rules[key] = append(rules[key], nameRule{role, u, ranks[role]})
				ranks[role]++
			}
		}
	}
	for _, r := range model.Roles() {
		if r.ID != model.Ignore {
			add(string(r.ID), r.ID, own)
		}
	}
	for _, s := range synonyms() {
		add(s.usual, s.role, usual)
		add(s.vague, s.role, vague)
	}
	return rules
}
