package pipeline

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/quality"
	"custseg/seg"
)

// Adapted is a saved recipe as other data can follow it.
type Adapted struct {
	Recipe     model.Recipe
	Roles      []model.Assignment // that were dropped: the data lacks the column, and can do without
	Treatments []model.Treatment  // that were dropped: the data has not what they act on
	Privacy    []string           // the columns it speaks of that the data has not
}

// Adapt fits a saved recipe, over which more may have been said since, to data. A
// table of another name, as next month's file makes it, is found by its headers.
// What names a column that is not there is dropped where a later word gives the
// role to another, where several columns may have it or where the column was not
// used; else the error says which role is missing and how to name its column. A
// treatment that no data can follow is an error too.
func Adapt(r model.Recipe, d *model.Dataset) (Adapted, error) {
	out := Adapted{Recipe: r}
	if err := CheckTreatments(r); err != nil {
		return out, err
	}
	tables := tablesNow(r, d)
	out.Recipe.Roles, out.Recipe.Treatments = nil, nil
	for i, a := range r.Roles {
		a.Column = tables.column(a.Column)
		if found(d, a.Column) {
			out.Recipe.Roles = append(out.Recipe.Roles, a)
			continue
		}
		info, _ := model.LookupRole(a.Role)
		later := slices.ContainsFunc(r.Roles[i+1:], func(b model.Assignment) bool { return b.Role == a.Role && found(d, tables.column(b.Column)) })
		if !later && !info.Several {
			return out, missingRole(a, d)
		}
		out.Roles = append(out.Roles, a)
	}
	for _, t := range r.Treatments {
		t.Column = tables.column(t.Column)
		if quality.Fit(d, t) != nil {
			out.Treatments = append(out.Treatments, t)
		} else {
			out.Recipe.Treatments = append(out.Recipe.Treatments, t)
		}
	}
	out.Recipe.Privacy.Columns = nil
	for _, name := range slices.Sorted(maps.Keys(r.Privacy.Columns)) {
		now := tables.column(name)
		if _, _, ok := d.FindColumn(now); ok {
			out.Recipe.Privacy = out.Recipe.Privacy.With(now, r.Privacy.Columns[name])
		} else {
			out.Privacy = append(out.Privacy, name)
		}
	}
	return out, nil
}

// CheckTreatments returns an error that says which treatment of a recipe is none
// that there is, and why.
func CheckTreatments(r model.Recipe) error {
	for i, t := range r.Treatments {
		if err := quality.Validate(t); err != nil {
			return fmt.Errorf(`the field "treatments" of the recipe, entry %d: %w`, i+1, err)
		}
	}
	return nil
}

// found reports whether an assignment finds a column, or means the row number.
func found(d *model.Dataset, column string) bool {
	_, err := d.Assign([]model.Assignment{{Role: model.Ignore, Column: column}})
	return err == nil || column == model.RowNumber || strings.HasSuffix(column, ":"+model.RowNumber)
}

// missingRole says which column of a recipe is not there, and how to name
// another.
func missingRole(a model.Assignment, d *model.Dataset) error {
	_, err := d.Assign([]model.Assignment{a})
	if err == nil {
		err = fmt.Errorf("no column %q", a.Column)
	}
	example := "COLUMN"
	if near := likely(a, d); near != "" {
		example = near
	}
	return fmt.Errorf("the recipe does not fit this data: %w; name the column that takes its place: --map %q", err, string(a.Role)+"="+example)
}

// likely is the column that an assignment may mean now: the one guessed to have
// the role, or else the nearest name; nothing when none is near.
func likely(a model.Assignment, d *model.Dataset) string {
	var names []string
	for t, table := range d.Tables {
		for i, c := range table.Columns() {
			if slices.ContainsFunc(d.Guesses, func(g model.Guess) bool { return g.Table == t && g.Column == i && g.Role == a.Role }) {
				return c.Name()
			}
			names = append(names, c.Name())
		}
	}
	_, header, ok := strings.Cut(a.Column, ":")
	if !ok {
		header = a.Column
	}
	return seg.Nearest(header, names)
}

// tableNames says by which name the tables of a recipe go in other data.
type tableNames map[string]string

// tablesNow finds the tables that a recipe speaks of: by name, else by the most
// headers in common, else the only one there is.
func tablesNow(r model.Recipe, d *model.Dataset) tableNames {
	out, free := tableNames{}, map[string]*model.Table{}
	for _, t := range d.Tables {
		free[t.Name] = t
	}
	var lost []string
	for _, name := range tablesThen(r) {
		if _, ok := free[name]; ok {
			out[name] = name
			delete(free, name)
		} else {
			lost = append(lost, name)
		}
	}
	for _, name := range lost {
		best, most := "", 0
		for _, now := range slices.Sorted(maps.Keys(free)) {
			if n := shared(r.Snapshot, name, free[now]); n > most {
				best, most = now, n
			}
		}
		if best == "" && len(d.Tables) == 1 {
			best = d.Tables[0].Name
		}
		if best != "" {
			out[name] = best
			delete(free, best)
		}
	}
	return out
}

// tablesThen are the tables that a recipe names, each once.
func tablesThen(r model.Recipe) []string {
	var out []string
	add := func(column string) {
		if table, _, ok := strings.Cut(column, ":"); ok {
			out = append(out, table)
		}
	}
	for _, a := range r.Roles {
		add(a.Column)
	}
	for _, t := range r.Treatments {
		add(t.Column)
	}
	for name := range r.Privacy.Columns {
		add(name)
	}
	if r.Snapshot != nil {
		out = slices.AppendSeq(out, maps.Keys(r.Snapshot.Columns))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// shared counts the headers that a table of a snapshot and another have in
// common.
func shared(s *model.Snapshot, name string, t *model.Table) int {
	if s == nil {
		return 0
	}
	n := 0
	for _, c := range t.Columns() {
		if _, ok := s.Columns[name][c.Name()]; ok {
			n++
		}
	}
	return n
}

// column is the name by which a column, or a table, of the recipe goes now.
func (n tableNames) column(name string) string {
	if now, ok := n[name]; ok {
		return now
	}
	table, header, ok := strings.Cut(name, ":")
	if now, known := n[table]; ok && known {
		return now + ":" + header
	}
	return name
}
