package load

import "custseg/io/load/grid"

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
