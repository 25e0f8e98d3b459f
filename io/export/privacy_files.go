package export

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"custseg/model"
	"custseg/model/person"
)

// fileNames are the names of files, sheets and tables that may tell a person, such
// as orders_of_Jane_Doe.csv, and what stands for each in what a mask writes. Nil
// has none.
type fileNames struct {
	files  []string // the stand-ins of files, in the order of these
	change *strings.Replacer
}

// namesOfPersons finds the names of a dataset that may tell a person: files are
// "file 1.csv" by their place among all files then, tables and sheets likewise.
func namesOfPersons(d *model.Dataset) *fileNames {
	stands := map[string]string{}
	out := &fileNames{}
	for i, path := range distinctOf(inputs(d)) {
		if name := filepath.Base(path); path != "" && namesPerson(name) {
			ending := filepath.Ext(name)
			stand := fmt.Sprintf("file %d", i+1)
			stands[name], stands[strings.TrimSuffix(name, ending)] = stand+ending, stand
			out.files = append(out.files, stand+ending)
		}
	}
	add := func(name, stand string) {
		if _, known := stands[name]; !known && namesPerson(name) {
			stands[name] = stand
		}
	}
	for i, t := range d.Tables {
		add(t.Name, fmt.Sprintf("table %d", i+1))
		for k, o := range t.Origins {
			add(o.Sheet, fmt.Sprintf("sheet %d.%d", i+1, k+1))
			add(o.Name, fmt.Sprintf("part %d.%d", i+1, k+1))
		}
	}
	for i, s := range d.Sources {
		add(s.Sheet, fmt.Sprintf("sheet %d", i+1))
	}
	if len(stands) == 0 {
		return nil
	}
	var names, pairs []string
	for name := range stands {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) }) // a name before the part of it
	for _, name := range names {
		pairs = append(pairs, name, stands[name])
	}
	out.change = strings.NewReplacer(pairs...)
	return out
}

// distinctOf lists paths, each once.
func distinctOf(paths []string) []string {
	var out []string
	for _, p := range paths {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// in puts stand-ins into a text.
func (n *fileNames) in(s string) string {
	if n == nil {
		return s
	}
	return n.change.Replace(s)
}

// path puts the stand-in for a file in the place of its path, the folders with it;
// other paths stay.
func (n *fileNames) path(s string) string {
	if name := filepath.Base(s); n.in(name) != name {
		return n.in(name)
	}
	return s
}

// dataset is a dataset under the stand-ins, with the same columns.
func (n *fileNames) dataset(d *model.Dataset) *model.Dataset {
	if n == nil {
		return d
	}
	out := *d
	out.Sources = slices.Clone(d.Sources)
	for i, s := range out.Sources {
		out.Sources[i].Path, out.Sources[i].Sheet = n.path(s.Path), n.in(s.Sheet)
	}
	out.Tables = slices.Clone(d.Tables)
	for i, t := range d.Tables {
		table := *t
		table.Name, table.File = n.in(t.Name), n.path(t.File)
		table.Origins = slices.Clone(t.Origins)
		for k, o := range table.Origins {
			table.Origins[k].Name, table.Origins[k].File, table.Origins[k].Sheet = n.in(o.Name), n.path(o.File), n.in(o.Sheet)
		}
		out.Tables[i] = &table
	}
	out.Rejected = slices.Clone(d.Rejected)
	for i, r := range out.Rejected {
		out.Rejected[i].File = n.path(r.File)
	}
	return &out
}

// recipe is a recipe under the stand-ins. Who repeats it names the files; tables
// are found by their headers.
func (n *fileNames) recipe(r model.Recipe) model.Recipe {
	if n == nil {
		return r
	}
	r.Sources = slices.Clone(r.Sources)
	for i, s := range r.Sources {
		r.Sources[i].Path, r.Sources[i].Sheet = n.path(s.Path), n.in(s.Sheet)
	}
	r.Reading.Sheet = n.in(r.Reading.Sheet)
	r.Roles = slices.Clone(r.Roles)
	for i, a := range r.Roles {
		r.Roles[i].Column = n.in(a.Column)
	}
	r.Treatments = slices.Clone(r.Treatments)
	for i, t := range r.Treatments {
		r.Treatments[i].Column = n.in(t.Column)
	}
	columns := map[string]model.Disclosure{}
	for name, told := range r.Privacy.Columns {
		columns[n.in(name)] = told
	}
	if len(columns) > 0 {
		r.Privacy.Columns = columns
	}
	r.Snapshot = n.snapshot(r.Snapshot)
	return r
}

// snapshot is a snapshot under the stand-ins.
func (n *fileNames) snapshot(s *model.Snapshot) *model.Snapshot {
	if n == nil || s == nil {
		return s
	}
	out := *s
	out.Columns = map[string]map[string]model.SnapshotColumn{}
	for table, columns := range s.Columns {
		out.Columns[n.in(table)] = columns
	}
	return &out
}

// PersonalFiles lists what stands, in what a mask writes, for the files whose names
// may tell a person.
func PersonalFiles(d *model.Dataset) []string {
	if n := namesOfPersons(d); n != nil {
		return n.files
	}
	return nil
}

// IsStandIn reports whether a path is such as stands, in what a mask writes, for
// that of a file whose name may tell a person.
func IsStandIn(path string) bool {
	number, ok := strings.CutPrefix(strings.TrimSuffix(path, filepath.Ext(path)), "file ")
	return ok && number != "" && strings.Trim(number, "0123456789") == ""
}

// namesPerson reports whether a file's name has two words beside each other that
// are a person's name, or in Chinese one.
func namesPerson(file string) bool {
	words := strings.FieldsFunc(strings.TrimSuffix(file, filepath.Ext(file)), func(r rune) bool { return !unicode.IsLetter(r) })
	for i, w := range words {
		if len(w) != len([]rune(w)) && person.Known(w) { // a script without spaces
			return true
		}
		if i > 0 && !isMonth(w) && !isMonth(words[i-1]) && person.Known(words[i-1]+" "+w) {
			return true
		}
	}
	return false
}

func isMonth(word string) bool {
	return slices.Contains([]string{"april", "may", "june", "august"}, strings.ToLower(word))
}

// FilesNote says what stands for names of files that may tell a person.
func FilesNote(names []string) model.Phrase {
	return model.P("the name of a file may tell a person: %s stands for it; a recipe is repeated by naming the file behind it, as in custseg run --recipe RECIPE FILE", strings.Join(names, ", "))
}
