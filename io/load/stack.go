package load

import (
	"path/filepath"
	"slices"
	"strings"

	"custseg/model"
)

// commonShare is the share of the names of two tables, by the one with more,
// that both must have to be one table in several files: an export gains a column
// over the years.
const commonShare = .75

// stack puts tables with the same columns under one another, as when there is a
// file a month or a sheet a region. The order of the tables is that of the first
// of each.
func stack(tables []pending, keys keyNames) []pending {
	var groups [][]pending
	for _, p := range tables {
		at := slices.IndexFunc(groups, func(g []pending) bool { return sameColumns(&g[0], &p) })
		if at < 0 {
			groups = append(groups, []pending{p})
		} else {
			groups[at] = append(groups[at], p)
		}
	}
	out := make([]pending, len(groups))
	for i, g := range groups {
		out[i] = g[0]
		if len(g) > 1 {
			out[i] = stackGroup(g, keys)
		}
	}
	return out
}

// sameColumns reports whether two tables are parts of one. Without headers they
// must have as many columns of the same kinds.
func sameColumns(a, b *pending) bool {
	if a.header == nil || b.header == nil {
		return a.header == nil && b.header == nil && len(a.columns) > 1 && slices.EqualFunc(a.types, b.types,
			func(x, y typing) bool { return x.kind == y.kind })
	}
	names := map[string]bool{}
	for _, name := range a.header {
		names[compact(name)] = name != ""
	}
	common, own := 0, 0
	for _, name := range b.header {
		if name == "" {
			continue
		}
		own++
		if names[compact(name)] {
			common++
		}
	}
	return common > 1 && float64(common) >= commonShare*float64(max(own, named(a.header)))
}

func named(header []string) int {
	n := 0
	for _, name := range header {
		if name != "" {
			n++
		}
	}
	return n
}

// stackGroup makes one table of several. What their columns hold is decided over
// all rows together.
func stackGroup(group []pending, keys keyNames) pending {
	out := group[0]
	out.findings = slices.Clone(out.findings)
	out.nameUnnamed()
	out.origins = originsOf(group)
	told := unify(group, out.origins, keys)
	origin := len(out.columns)
	out.addOrigin(group)
	for i, p := range group[1:] {
		out.append(p, out.origins[i+1])
	}
	out.tellColumns(group, origin)
	out.tellConventions(told)
	out.types = out.intake.types(keys)
	out.retype(keys)
	out.spec.name = stackName(group)
	out.closeWords()
	return out
}

// nameUnnamed makes the header as long as the columns, so that more can follow.
func (p *pending) nameUnnamed() {
	if p.header == nil {
		return
	}
	p.header = append(slices.Clone(p.header), make([]string, max(0, len(p.columns)-len(p.header)))...)
}

// append puts the rows of another table under those of this one, by the names of
// the columns, or by their places where there are no names.
func (p *pending) append(q pending, from model.Origin) {
	shift := from.Data
	places := make([]int, len(q.columns))
	for i := range q.columns {
		places[i] = p.placeOf(q, i)
	}
	each(len(p.columns), func(i int) { // the column of origins is full already
		if at := slices.Index(places, i); at >= 0 {
			p.columns[i].join(q.columns[at])
		} else {
			p.columns[i].pad(int(shift) + q.rows)
		}
	})
	for _, r := range q.runs {
		p.runs = append(p.runs, model.Run{Data: r.Data + shift, File: r.File})
	}
	for _, f := range q.findings {
		if f.Column >= 0 {
			f.Column = places[f.Column]
		}
		f.Rows = slices.Clone(f.Rows)
		for i := range f.Rows {
			f.Rows[i] += shift
		}
		f.Text = model.P("%s: %s", from.Name, f.Text)
		p.findings = append(p.findings, f)
	}
	p.rejected = append(p.rejected, q.rejected...)
	p.spec.decoded = p.spec.decoded || q.spec.decoded
	p.rows += q.rows
}

// placeOf returns the place of another table's column among this one's, adding
// it at the end when it is new.
func (p *pending) placeOf(q pending, i int) int {
	if p.header == nil {
		return i
	}
	name := ""
	if i < len(q.header) {
		name = q.header[i]
	}
	nth := 0 // of several columns with one name
	for _, other := range q.header[:min(i, len(q.header))] {
		if compact(other) == compact(name) {
			nth++
		}
	}
	for at, other := range p.header {
		if compact(other) == compact(name) {
			if nth == 0 {
				return at
			}
			nth--
		}
	}
	p.header = append(p.header, name)
	p.columns = append(p.columns, newWords(p.rows, p.rows))
	return len(p.columns) - 1
}

// tellColumns says which columns but that of the origins are not in all parts,
// and that there are parts.
func (p *pending) tellColumns(group []pending, origin int) {
	names := make([]string, len(group))
	for i, o := range p.origins {
		names[i] = o.Name
	}
	p.find(model.Info, -1, nil, "%d tables with the same columns were put under one another: %s", len(group), strings.Join(names, ", "))
	for i, name := range p.header {
		if name == "" || i == origin {
			continue
		}
		var lacking []string
		for k, q := range group {
			if !slices.ContainsFunc(q.header, func(n string) bool { return compact(n) == compact(name) }) {
				lacking = append(lacking, names[k])
			}
		}
		if len(lacking) > 0 {
			p.find(model.Warning, i, nil, "the column is missing in %s", strings.Join(lacking, ", "))
		}
	}
}

// originsOf names the parts of a table: by their sheets when they are of one
// workbook, else by their files.
func originsOf(group []pending) []model.Origin {
	out := make([]model.Origin, len(group))
	used := map[string]bool{}
	first := 0
	for i, p := range group {
		name := p.spec.name
		if p.spec.sheet != "" && !sameFile(group) {
			name = baseName(p.spec.file) + " " + p.spec.sheet
		}
		name = distinct(name, func(s string) bool { return used[s] })
		used[name] = true
		out[i] = model.Origin{Name: name, Data: int32(first), File: p.spec.file, Sheet: p.spec.sheet}
		first += p.rows
	}
	return out
}

// addOrigin adds a column that names the file or the sheet each row is of.
func (p *pending) addOrigin(group []pending) {
	all := 0
	for _, q := range group {
		all += q.rows
	}
	w := newWords(0, all)
	for i, q := range group {
		for range q.rows {
			w.add([]byte(p.origins[i].Name))
		}
	}
	if p.header != nil {
		name := "file"
		if group[0].spec.sheet != "" && sameFile(group) {
			name = "sheet"
		}
		p.header = append(p.header, distinct(name, func(s string) bool {
			return slices.ContainsFunc(group, func(q pending) bool {
				return slices.ContainsFunc(q.header, func(n string) bool { return compact(n) == compact(s) })
			})
		}))
	}
	p.columns = append(p.columns, w)
}

func sameFile(group []pending) bool {
	return !slices.ContainsFunc(group, func(p pending) bool { return p.spec.file != group[0].spec.file })
}

// originOf returns the place of the origin that a row is of, -1 when there are
// none.
func originOf(origins []model.Origin, row int32) int {
	for i := len(origins) - 1; i >= 0; i-- {
		if origins[i].Data <= row {
			return i
		}
	}
	return -1
}

// stackName is what the names of the parts have in common at their beginning,
// without figures and signs at its end, or else the first name.
func stackName(group []pending) string {
	common := group[0].spec.name
	for _, p := range group[1:] {
		n := 0
		a, b := []rune(common), []rune(p.spec.name)
		for n < len(a) && n < len(b) && a[n] == b[n] {
			n++
		}
		common = string(a[:n])
	}
	common = strings.TrimRight(common, "0123456789-_ .#年月")
	if len([]rune(common)) < 2 {
		return group[0].spec.name
	}
	return common
}

// baseName is a path's last element without its ending.
func baseName(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
