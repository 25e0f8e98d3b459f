package load

import (
	"strings"
	"unicode"

	"custseg/model"
)

// familyHead is the beginning of the names of a role that several columns have,
// such as attitude_price.
type familyHead struct {
	role  model.Role
	heads []string
	// numbered heads are followed by a number alone, and mean the role only where
	// all such columns are answers on one scale
	numbered bool
}

func familyHeads() []familyHead {
	return []familyHead{
		{"attitude", []string{"attitude", "态度"}, false},
		{"touchpoint", []string{"touchpoint", "tp", "触点"}, false},
		{"item", []string{"item"}, false},
		{"need", []string{"need", "需求"}, false},
		{"factor", []string{"factor", "importance", "因素", "重要性"}, false},
		{"attitude", []string{"question", "q", "statement", "题目", "问题", "题", "第"}, true},
	}
}

// fewItems is the least number of columns that bear each other out.
const fewItems = 3

// families lists the roles of columns that go by the beginning of their names.
// Where several are answers on one scale, they are surer.
func families(t *model.Table, profiles []profile) []candidate {
	var out []candidate
	for _, f := range familyHeads() {
		var members []int
		for i, c := range t.Columns() {
			info, _ := model.LookupRole(f.role)
			if f.has(c.Name()) && profiles[i].fits(info) > 0 {
				members = append(members, i)
			}
		}
		scaled := len(members) >= fewItems && oneScale(profiles, members)
		if f.numbered && !scaled {
			continue
		}
		for _, i := range members {
			out = append(out, f.candidate(profiles[i], i, scaled))
		}
	}
	return out
}

func (f familyHead) candidate(p profile, column int, scaled bool) candidate {
	info, _ := model.LookupRole(f.role)
	c := candidate{column: column, role: f.role, name: compact(p.column.Name())}
	switch {
	case f.numbered:
		c.usage, c.confidence = vague, vagueConfidence
		c.reason = model.P("%q is one of several questions answered on one scale", p.column.Name())
	case scaled:
		c.confidence, c.reason = ownConfidence, model.P("%q is one of several of this role, all on one scale", p.column.Name())
	default:
		c.confidence, c.reason = ownConfidence*p.fits(info), model.P("%q is the name of this role", p.column.Name())
	}
	return c
}

// has reports whether a name such as need_price, importance1 or Q7 belongs to
// the family.
func (f familyHead) has(header string) bool {
	header = strings.ToLower(strings.TrimSpace(header))
	for _, head := range f.heads {
		rest, ok := strings.CutPrefix(header, head)
		if !ok || rest == "" {
			continue
		}
		if f.numbered {
			number := strings.TrimSuffix(strings.TrimLeft(rest, "_-. "), "题")
			if number != "" && strings.TrimFunc(number, func(r rune) bool { return unicode.IsDigit(r) || r == '_' || r == '.' }) == "" {
				return true
			}
		} else if strings.ContainsAny(rest[:1], "_-. :") || rest[0] >= '0' && rest[0] <= '9' {
			return true
		}
	}
	return false
}

// oneScale reports whether the answers in columns are whole numbers that use one
// scale to both its ends between them: 1 to 5, 1 to 7 or 0 to 10.
func oneScale(profiles []profile, members []int) bool {
	low, high := profiles[members[0]].low, profiles[members[0]].high
	for _, i := range members {
		p := profiles[i]
		if p.column.Kind() != model.Number || !p.whole {
			return false
		}
		low, high = min(low, p.low), max(high, p.high)
	}
	return low == 1 && (high == 5 || high == 7) || low == 0 && high == 10
}
