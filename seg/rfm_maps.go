package seg

import (
	"fmt"
	"strconv"
	"strings"

	"custseg/model"
)

// span is an inclusive range of scores.
type span struct{ lo, hi int }

func (s span) String() string {
	if s.lo == s.hi {
		return strconv.Itoa(s.lo)
	}
	return fmt.Sprintf("%d-%d", s.lo, s.hi)
}

// scoreRule names the segment of scores R, F and M in its ranges; the first
// rule that holds wins.
type scoreRule struct {
	name    string
	r, f, m span
}

// each visits every code that the rule holds.
func (s scoreRule) each(visit func(r, f, m int)) {
	for r := s.r.lo; r <= s.r.hi; r++ {
		for f := s.f.lo; f <= s.f.hi; f++ {
			for m := s.m.lo; m <= s.m.hi; m++ {
				visit(r, f, m)
			}
		}
	}
}

// words writes the rule; a range that all scores are in says nothing of M.
func (s scoreRule) words() model.Phrase {
	if s.m == anyScore() {
		return model.P("R %s, F %s", s.r.String(), s.f.String())
	}
	return model.P("R %s, F %s, M %s", s.r.String(), s.f.String(), s.m.String())
}

// anyScore is the range of a score that a rule does not look at.
func anyScore() span { return span{1, 5} }

// gridRules names segments by recency and frequency alone, the common two-way
// reading of RFM.
func gridRules() []scoreRule {
	rule := func(name string, r, f span) scoreRule { return scoreRule{name, r, f, anyScore()} }
	return []scoreRule{
		rule("Champions", span{5, 5}, span{4, 5}), rule("Loyal", span{3, 4}, span{4, 5}),
		rule("Potential Loyalists", span{4, 5}, span{2, 3}), rule("New", span{5, 5}, span{1, 1}),
		rule("Promising", span{4, 4}, span{1, 1}), rule("Need Attention", span{3, 3}, span{3, 3}),
		rule("About to Sleep", span{3, 3}, span{1, 2}), rule("At Risk", span{1, 2}, span{3, 4}),
		rule("Cannot Lose Them", span{1, 2}, span{5, 5}), rule("Hibernating", span{1, 2}, span{1, 2}),
	}
}

// defaultRanges are the segments of R's package rfm 0.3, as parameter text.
func defaultRanges() []string {
	return []string{
		"Champions 5/5/5", "Potential Loyalist 3-5/3-5/2-5", "Loyal 2-4/2-4/2-4", "Promising 3-4/1-3/3-5",
		"New 4-5/1-3/1-5", "Can't Lose Them 1-2/3-4/4-5", "At Risk 1-2/2-5/4-5", "Need Attention 1-3/3-5/3-5",
		"About To Sleep 2-3/1-3/1-4", "Lost 1/1-5/1-5",
	}
}

// parseRanges reads lines such as "Champions 5/5/5" or "Loyal 2-4/2-4/2-4".
func parseRanges(lines []string) ([]scoreRule, error) {
	if len(lines) == 0 {
		return nil, paramErrorf("ranges", `wants at least one line such as "Champions 5/5/5"`)
	}
	var rules []scoreRule
	for _, line := range lines {
		rule, err := parseRange(line)
		if err != nil {
			return nil, err
		}
		rules = append(rules, rule)
	}
	return rules, nil
}

func parseRange(line string) (scoreRule, error) {
	bad := paramErrorf("ranges", `%q is not a name and scores 1-5 of R/F/M, as in "Loyal 2-4/2-4/2-4"`, line)
	at := strings.LastIndexByte(line, ' ')
	if at < 0 {
		return scoreRule{}, bad
	}
	rule := scoreRule{name: strings.TrimSpace(line[:at])}
	if rule.name == unclassified {
		return scoreRule{}, paramErrorf("ranges", "a segment cannot be called %s: that is who has no scores", unclassified)
	}
	parts := strings.Split(line[at+1:], "/")
	if len(parts) != 3 || rule.name == "" {
		return scoreRule{}, bad
	}
	for i, into := range []*span{&rule.r, &rule.f, &rule.m} {
		lo, hi, ranged := strings.Cut(parts[i], "-")
		if !ranged {
			hi = lo
		}
		var err1, err2 error
		into.lo, err1 = strconv.Atoi(lo)
		into.hi, err2 = strconv.Atoi(hi)
		if err1 != nil || err2 != nil || into.lo < 1 || into.hi > 5 || into.lo > into.hi {
			return scoreRule{}, bad
		}
	}
	return rule, nil
}

// cellSegment lists the codes RFM of one segment.
type cellSegment struct{ name, codes string }

// cellMap names every one of the 125 codes.
func cellMap() []cellSegment {
	return []cellSegment{
		{"Champions", "555 554 545 544 455 454 445"},
		{"Loyal", "543 444 435 355 354 345 344 335"},
		{"Potential Loyalists", "553 552 551 542 541 533 532 531 453 452 451 442 441 433 432 431 423 353 352 351 342 341 333 323"},
		{"New", "512 511 422 421 412 411 311"},
		{"Promising", "525 524 523 522 521 515 514 513 425 424 415 414 413 315 314 313"},
		{"Need Attention", "535 534 443 434 343 334 325 324"},
		{"About to Sleep", "331 321 312 221 213"},
		{"Cannot Lose Them", "215 214 155 154 144 115 114 113"},
		{"At Risk", "255 254 253 252 245 244 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124"},
		{"Hibernating", "332 322 251 241 233 232 231 223 222 212 211 132 123 122"},
		{"Lost", "151 141 131 121 112 111"},
	}
}

// scoreMap places scores of 1..5 in named segments.
type scoreMap struct {
	segments []model.Segment
	table    [6][6][6]int32 // by R, F and M; -1 when no segment takes the scores
	others   int32          // the segment called Others, -1 when there is none
}

// others names the segment of scores that no rule takes.
const others = "Others"

func newScoreMap() scoreMap {
	m := scoreMap{others: -1}
	for r := range m.table {
		for f := range m.table[r] {
			for c := range m.table[r][f] {
				m.table[r][f][c] = -1
			}
		}
	}
	return m
}

// at returns the segment of scores, others where no rule takes them.
func (m *scoreMap) at(c rfmCode) int32 {
	if g := m.table[c[0]][c[1]][c[2]]; g >= 0 {
		return g
	}
	return m.others
}

func newCellMap() scoreMap {
	m := newScoreMap()
	for i, c := range cellMap() {
		m.segments = append(m.segments, named(c.name, model.P("RFM is one of %s", c.codes)))
		for _, code := range strings.Fields(c.codes) {
			m.table[code[0]-'0'][code[1]-'0'][code[2]-'0'] = int32(i)
		}
	}
	return m
}

// newRuleMap makes a map of rules, several of which may name one segment.
func newRuleMap(rules []scoreRule) scoreMap {
	m := newScoreMap()
	words := map[string][]model.Phrase{}
	place := map[string]int32{}
	for _, rule := range rules {
		at, ok := place[rule.name]
		if !ok {
			at = int32(len(m.segments))
			place[rule.name] = at
			m.segments = append(m.segments, model.Segment{})
		}
		words[rule.name] = append(words[rule.name], rule.words())
		m.segments[at] = named(rule.name, list("%s, or %s", words[rule.name]))
		if rule.name == others {
			m.others = at
		}
		rule.each(func(r, f, c int) {
			if m.table[r][f][c] < 0 {
				m.table[r][f][c] = at
			}
		})
	}
	return m
}

// named makes a segment with the advice that goes with its name.
func named(name string, rule model.Phrase) model.Segment {
	return model.Segment{Name: model.P(strings.ReplaceAll(name, "%", "%%")), Rule: rule, Advice: rfmAdvice(name)}
}
