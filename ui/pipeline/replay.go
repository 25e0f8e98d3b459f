package pipeline

import (
	"cmp"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg/drift"
)

// Since says what is not as it was when a recipe was saved: files, columns, how
// customers are spread over the measures that methods read, and segments. The
// results are those of the recipe's methods on the data of today.
func Since(saved model.Recipe, results ...*Result) *export.Replay {
	first := results[0]
	r := Found(saved, first.Dataset, first.Roles)
	if !r.Kept {
		return r
	}
	then, c := saved.Snapshot, first.Customers
	r.Then = export.Met{AsOf: then.AsOf.String(), Rows: then.Rows, Customers: then.Customers}
	r.Now = export.Met{AsOf: c.AsOf.String(), Rows: c.Quality().RowsRead, Customers: c.Len()}
	for _, m := range then.Measures {
		if values := numbersOf(c, m.Measure); values != nil {
			r.Shifts = append(r.Shifts, shiftOf(m, values))
		}
	}
	r.Results = sizeChanges(then.Results, results)
	return r
}

// After returns the result with what is not as it was when its recipe was saved,
// for the files made of it.
func (r *Result) After(since *export.Replay) *Result {
	out := *r
	out.replay = since
	return &out
}

// Found says what of the files and their columns is not as it was when a recipe
// was saved. Nothing has to be carried out for it.
func Found(saved model.Recipe, d *model.Dataset, roles model.RoleMap) *export.Replay {
	r := &export.Replay{Kept: saved.Snapshot != nil, Files: fileChanges(saved.Sources, d.Sources)}
	if r.Kept {
		r.Columns = columnChanges(saved, d, roles)
	}
	return r
}

// fileChanges pairs the files that are not the same: those of one name first.
func fileChanges(then, now []model.Source) []export.FileChange {
	name := func(s model.Source) string {
		if s.Sheet != "" {
			return filepath.Base(s.Path) + "#" + s.Sheet
		}
		return filepath.Base(s.Path)
	}
	then, now = slices.Clone(then), slices.Clone(now)
	pair := func(same func(a, b model.Source) bool) (out []export.FileChange) {
		then = slices.DeleteFunc(then, func(a model.Source) bool {
			i := slices.IndexFunc(now, func(b model.Source) bool { return same(a, b) })
			if i < 0 {
				return false
			}
			out = append(out, export.FileChange{Then: name(a), Now: name(now[i])})
			now = slices.Delete(now, i, i+1)
			return true
		})
		return out
	}
	pair(func(a, b model.Source) bool { return a.Fingerprint == b.Fingerprint && a.Sheet == b.Sheet })
	// A recipe written by hand may tell no fingerprint: there is nothing to differ.
	pair(func(a, b model.Source) bool { return a.Fingerprint == "" && name(a) == name(b) })
	out := pair(func(a, b model.Source) bool { return name(a) == name(b) })
	out = append(out, pair(func(a, b model.Source) bool { return true })...)
	for _, a := range then {
		out = append(out, export.FileChange{Then: name(a)})
	}
	for _, b := range now {
		out = append(out, export.FileChange{Now: name(b)})
	}
	for i, f := range out {
		switch {
		case f.Now == "":
			out[i].Text = model.P("the file %s is not among these", f.Then)
		case f.Then == "":
			out[i].Text = model.P("the file %s is new", f.Now)
		case f.Then == f.Now:
			out[i].Text = model.P("the file %s has other content", f.Now)
		default:
			out[i].Text = model.P("the file %s stands in the place of %s", f.Now, f.Then)
		}
	}
	return out
}

// columnChanges compares the columns of the tables, in the order of their names.
func columnChanges(saved model.Recipe, d *model.Dataset, roles model.RoleMap) []export.ColumnChange {
	var out []export.ColumnChange
	names, now := tablesNow(saved, d), columnsOf(d, roles)
	was := map[string]map[string]model.SnapshotColumn{} // by the names of now
	for table, columns := range saved.Snapshot.Columns {
		was[cmp.Or(names[table], table)] = columns
	}
	tables := slices.AppendSeq(slices.Collect(maps.Keys(was)), maps.Keys(now))
	slices.Sort(tables)
	for _, table := range slices.Compact(tables) {
		headers := slices.AppendSeq(slices.Collect(maps.Keys(was[table])), maps.Keys(now[table]))
		slices.Sort(headers)
		for _, header := range slices.Compact(headers) {
			then, before := was[table][header]
			is, after := now[table][header]
			if change, ok := columnChange(then, is, before, after); ok {
				change.Table, change.Column = table, header
				out = append(out, worded(change, then, is, d, roles))
			}
		}
	}
	return out
}

// columnChange says in which way a column differs; ok is false when it does not.
func columnChange(then, now model.SnapshotColumn, before, after bool) (c export.ColumnChange, ok bool) {
	text := func(c model.SnapshotColumn, there bool) string {
		if !there {
			return ""
		}
		b, _ := c.MarshalText() // never fails
		return string(b)
	}
	c.Then, c.Now = text(then, before), text(now, after)
	switch {
	case !before:
		c.Change = "new"
	case !after:
		c.Change = "missing"
	case then.Kind != now.Kind:
		c.Change = "kind"
	case then.Role != now.Role:
		c.Change = "role"
	}
	return c, c.Change != ""
}

// worded says in words how a column differs, and what to do where its role has
// gone with it.
func worded(c export.ColumnChange, then, now model.SnapshotColumn, d *model.Dataset, roles model.RoleMap) export.ColumnChange {
	switch c.Change {
	case "new":
		c.Text = model.P("%s: the column %s is new (%s)", c.Table, c.Column, c.Now)
	case "missing":
		c.Text = model.P("%s: the column %s is missing (%s)", c.Table, c.Column, c.Then)
	case "kind":
		c.Text = model.P("%s: the column %s holds %s now, and held %s", c.Table, c.Column, c.Now, c.Then)
	default:
		c.Text = model.P("%s: the column %s is %s now, and was %s", c.Table, c.Column, c.Now, c.Then)
	}
	if then.Role == "" || then.Role == model.Ignore || then.Role == now.Role || roles.Has(then.Role) {
		return c
	}
	example := cmp.Or(likely(model.Assignment{Role: then.Role, Column: c.Column}, d), "COLUMN")
	c.Remedy = model.P("no column is the %s now: --map %s=%s names one", strings.ReplaceAll(string(then.Role), "_", " "), string(then.Role), quoted(example))
	return c
}

// quoted writes a header as a shell takes it.
func quoted(header string) string {
	if strings.ContainsAny(header, " '\"\\$&|;<>()*?!`") {
		return "'" + strings.ReplaceAll(header, "'", `'\''`) + "'"
	}
	return header
}

// shiftOf compares the customers' values with how they were spread then.
func shiftOf(m model.SnapshotMeasure, values []float64) export.Shift {
	index, chance := drift.Index(drift.Bins{Cuts: m.Cuts, Counts: m.Counts, Missing: m.Missing}, drift.Count(values, m.Cuts))
	s := export.Shift{Measure: m.Measure, Label: model.Measure(m.Measure).Info().Label, Index: index, Chance: chance}
	switch drift.Sized(index, chance) {
	case drift.Small:
		s.Size, s.Words = "small", model.P("small")
	case drift.Some:
		s.Size, s.Words = "some", model.P("some")
	default:
		s.Size, s.Words = "large", model.P("large")
	}
	return s
}

// sizeChanges holds the segments of each method then against those of now, in the
// order of now; segments that are gone come last.
func sizeChanges(then []model.SnapshotResult, results []*Result) []export.SizeChanges {
	var out []export.SizeChanges
	left := slices.Clone(then)
	for _, r := range results {
		i := slices.IndexFunc(left, func(t model.SnapshotResult) bool { return t.Method == r.Method.ID })
		if i < 0 {
			continue
		}
		out = append(out, export.SizeChanges{Method: r.Method.ID, Name: r.Title(), Segments: sizesThenAndNow(left[i].Segments, r.sizes().Segments)})
		left = slices.Delete(left, i, i+1)
	}
	return out
}

func sizesThenAndNow(then, now []model.SnapshotSegment) []export.SizeChange {
	total := func(list []model.SnapshotSegment) float64 {
		n := 0
		for _, s := range list {
			n += s.Customers
		}
		return float64(max(n, 1))
	}
	all, all0 := total(now), total(then)
	left := slices.Clone(then)
	var out []export.SizeChange
	for _, s := range now {
		c := export.SizeChange{Segment: s.Name, Then: -1, Now: s.Customers, NowShare: float64(s.Customers) / all}
		if i := slices.IndexFunc(left, func(t model.SnapshotSegment) bool { return t.Name == s.Name }); i >= 0 {
			c.Then, c.ThenShare = left[i].Customers, float64(left[i].Customers)/all0
			left = slices.Delete(left, i, i+1)
		}
		out = append(out, c)
	}
	for _, s := range left {
		out = append(out, export.SizeChange{Segment: s.Name, Then: s.Customers, ThenShare: float64(s.Customers) / all0, Now: -1})
	}
	return out
}
