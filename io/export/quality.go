package export

import (
	"slices"

	"custseg/model"
)

// exclusion is rows or records of one table left out for one reason.
type exclusion struct {
	reason string
	table  int
	count  int
	at     func(k int) excludedRow // the k-th of them
}

// excludedRow is one row or record left out.
type excludedRow struct {
	row    int    // in the file, counted from 1
	record string // as it stands in the file; empty for a row that was read
}

// exclusions lists what was left out: rows by reason, then rejected records by
// reason, each in the order they came.
func (v *view) exclusions() []exclusion {
	q := v.source.Quality()
	var out []exclusion
	for _, e := range q.Excluded {
		table := v.data.Tables[e.Table]
		out = append(out, exclusion{v.note(e.Reason), e.Table, len(e.Rows), func(k int) excludedRow {
			return excludedRow{row: table.FileRow(e.Rows[k])}
		}})
	}
	type group struct {
		reason string
		table  int
	}
	records := map[group][]model.Rejected{}
	var order []group
	for _, r := range q.Rejected {
		g := group{v.mask.quoted(r.Reason).In(v.printer), r.Table}
		if records[g] == nil {
			order = append(order, g)
		}
		records[g] = append(records[g], r)
	}
	for _, g := range order {
		list := records[g]
		out = append(out, exclusion{g.reason, g.table, len(list), func(k int) excludedRow {
			return excludedRow{row: list[k].Row, record: v.mask.record(list[k].Text)}
		}})
	}
	return out
}

// shareOut divides a number of lines among groups of given sizes: small groups
// are listed whole and the large ones share what is left.
func shareOut(sizes []int, lines int) []int {
	order := make([]int, len(sizes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return sizes[a] - sizes[b] })
	out := make([]int, len(sizes))
	for at, i := range order {
		out[i] = min(sizes[i], lines/(len(order)-at))
		lines -= out[i]
	}
	return out
}

// tableName returns a table's name and file for a reader, nothing for a table
// that is not there.
func (v *view) tableName(table int) (name, file string) {
	if table < 0 || table >= len(v.data.Tables) {
		return "", ""
	}
	t := v.data.Tables[table]
	return t.Name, v.mask.path(t.File)
}
