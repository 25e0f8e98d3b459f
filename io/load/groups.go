package load

import (
	"strings"

	"custseg/io/load/grid"
)

// joinNames makes one header of two rows: names of groups over names of columns.
// A group reaches to the right as far as the cells beside it are empty and have
// names below, or as far as a function says; a name without one below stands for
// itself.
func joinNames(groups, names []string, reach func(column int) (end int)) []string {
	out := make([]string, max(len(groups), len(names)))
	group, end := "", 0
	for i := range out {
		var above, below string
		if i < len(groups) {
			above = groups[i]
		}
		if i < len(names) {
			below = names[i]
		}
		if above != "" {
			group, end = above, len(out)
			if reach != nil {
				end = reach(i)
			}
		}
		switch {
		case below == "":
			group = ""
			out[i] = above
		case group != "" && i < end:
			out[i] = group + " " + below
		default:
			out[i] = below
		}
	}
	return out
}

// regroup names the columns again where the header has two rows: a group whose
// cells are merged reaches no further than they do.
func (in *intake) regroup(merges []grid.Range) {
	if in.firstRows != 2 {
		return
	}
	ends := map[int]int{} // by column, of the groups that are merged
	for _, m := range merges {
		if m.Row == in.firstRow-1 {
			ends[m.Column-1] = m.Column - 1 + m.Columns
		}
	}
	copy(in.first, joinNames(in.heads[0], in.heads[1], func(column int) int {
		if end, merged := ends[column]; merged {
			return end
		}
		return len(in.first)
	}))
}

// grouped reports whether one row names groups over the names of columns in the
// next: it has gaps or says a group over each of its names, and only the next stands over all columns of values.
func (f framer) grouped(above, at int) bool {
	if at >= len(f.rows) || above < 0 || f.rows[at].row != f.rows[above].row+1 {
		return false
	}
	groups, names := f.rows[above].cells, f.rows[at].cells
	if f.isRule(above) || f.isRule(at) || !f.hasGaps(groups, names) && !comeAgain(groups, names) {
		return false
	}
	below := f.below(at + 1)
	over := 0
	for i, c := range below {
		if !c.ofValues() {
			continue
		}
		switch {
		case i < len(names) && names[i] != "" && (!isValue(names[i]) || isYear(names[i])):
			over++
		case i < len(groups) && groups[i] != "" && (i >= len(names) || names[i] == ""):
		default:
			return false
		}
	}
	return over > 1 || over > 0 && repeats(names)
}

// hasGaps reports whether cells of a row reach over several names in the next.
func (f framer) hasGaps(groups, names []string) bool {
	filled, wide := 0, 0
	for i, c := range groups {
		if c == "" {
			continue
		}
		if strings.HasSuffix(c, ":") || strings.HasSuffix(c, "：") || isValue(c) && !isYear(c) {
			return false
		}
		if i > 0 || len(names) > 0 && names[0] == "" {
			filled++
		}
		if i+1 < len(names) && names[i+1] != "" && names[i] != "" && (i+1 >= len(groups) || groups[i+1] == "") {
			wide++
		}
	}
	return filled > 0 && wide > 0
}

// comeAgain reports whether two rows hold the same names several times each, and
// only both together tell the columns apart.
func comeAgain(groups, names []string) bool {
	if !repeats(groups) || !repeats(names) {
		return false
	}
	for i, c := range groups {
		if isValue(c) && !isYear(c) || c == "" && (i >= len(names) || names[i] == "") {
			return false
		}
	}
	return !repeats(joinNames(groups, names, nil))
}

// repeats reports whether a name comes twice.
func repeats(names []string) bool {
	seen := map[string]bool{}
	for _, n := range names {
		if n != "" && seen[n] {
			return true
		}
		seen[n] = true
	}
	return false
}
