package cli

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
)

// start returns the recipe to begin from and the files to read.
func (f runFlags) start(args []string) (model.Recipe, []string, error) {
	if f.recipe == "" {
		r, err := recipeOf(args[0], f.data.reading)
		return r, args[1:], err
	}
	r, err := export.ReadRecipe(f.recipe)
	if err != nil {
		return r, nil, err
	}
	where, err := pipeline.ParseWhere(r.Where)
	if err != nil {
		return r, nil, fmt.Errorf("%s: the field \"where\": %w", f.recipe, err)
	}
	r.Where = where
	if err := pipeline.CheckTreatments(r); err != nil {
		return r, nil, fmt.Errorf("%s: %w", f.recipe, err)
	}
	if len(args) == 0 && len(r.Sources) == 0 {
		return r, nil, usagef("the recipe %s names no file: name one, as in custseg run --recipe %[1]s FILE", f.recipe)
	}
	if len(args) == 0 {
		for _, s := range r.Sources {
			path := s.Path
			if _, err := os.Stat(path); err != nil && export.IsStandIn(path) {
				return r, nil, fmt.Errorf("%s was written under a mask, and %s stands in it for a file whose name may tell a person: name the file, as in custseg run --recipe %s FILE", f.recipe, path, f.recipe)
			}
			if s.Sheet != "" && !strings.Contains(path, "#") {
				path += "#" + s.Sheet
			}
			args = append(args, path)
		}
	}
	return r, args, nil
}

// recipeOf makes the recipe of methods as the command line names them, with
// commas between several.
func recipeOf(methods string, reading model.Reading) (model.Recipe, error) {
	r := model.NewRecipe(nil, reading)
	for i, id := range strings.Split(methods, ",") {
		id = strings.TrimSpace(id)
		if _, err := seg.Lookup(id); err != nil {
			return r, err
		}
		if i == 0 {
			r = r.WithMethod(id)
		} else {
			r.Also = append(r.Also, model.Choice{Method: id}) // one twice is told apart by --set
		}
	}
	return r, nil
}

// parameters puts the flags over a recipe and checks the methods' parameters.
func (f runFlags) parameters(cmd *cobra.Command, r model.Recipe) (model.Recipe, error) {
	choices, err := setParams(methodsOf(r), f.set)
	if err != nil {
		return r, err
	}
	if len(choices) == 0 {
		return r, usagef("%s names no method: write custseg run METHOD FILE...", cmp.Or(f.recipe, "the recipe"))
	}
	for i, c := range choices {
		m, err := seg.Lookup(c.Method)
		if err != nil {
			return r, err
		}
		if _, err := seg.NewParams(m.Spec(), c.Params); err != nil {
			return r, err
		}
		if at := slices.IndexFunc(choices, c.Equal); at < i {
			return r, usagef("%s is asked for twice with the same parameters: set one of %d.param and %d.param", c.Method, at+1, i+1)
		}
	}
	r.Params, r.Also = choices[0].Params, choices[1:]
	if cmd.Flags().Changed("seed") {
		r = r.WithSeed(f.seed)
	}
	r.Reading = overReading(cmd, f.data.reading, r.Reading)
	return f.data.apply(r)
}

// methodsOf lists the methods of a recipe as they stand there: those that are the
// same may yet be set apart.
func methodsOf(r model.Recipe) []model.Choice {
	if r.Method == "" {
		return nil
	}
	return append([]model.Choice{r.First()}, r.Also...)
}

// setParams sets parameters of methods. One that begins with the id of a method,
// or with its place counted from 1, and a point is of that method alone; others
// are of each that has the parameter.
func setParams(choices []model.Choice, sets []string) ([]model.Choice, error) {
	out := slices.Clone(choices)
	if len(out) == 0 {
		return nil, nil
	}
	for _, s := range sets {
		name, text, ok := strings.Cut(s, "=")
		if !ok {
			return out, usagef("--set %s: write it as param=value; custseg methods %s lists them", s, choices[0].Method)
		}
		of, param, prefixed := strings.Cut(name, ".")
		if !prefixed {
			param = name
		}
		set := false
		for i, c := range out {
			if prefixed && of != c.Method && of != strconv.Itoa(i+1) {
				continue
			}
			m, err := seg.Lookup(c.Method)
			if err != nil {
				return out, err
			}
			p, ok := m.Spec().Param(param)
			if !ok {
				continue
			}
			v, err := p.Parse(text)
			if err != nil {
				return out, err
			}
			out[i].Params, set = c.Params.With(param, v), true
		}
		if !set {
			return out, unknownParam(choices, of, param, prefixed)
		}
	}
	return out, nil
}

// unknownParam is the error of a parameter that none of the methods meant has.
func unknownParam(choices []model.Choice, of, param string, prefixed bool) error {
	for i, c := range choices {
		if prefixed && of != c.Method && of != strconv.Itoa(i+1) {
			continue
		}
		m, err := seg.Lookup(c.Method)
		if err != nil {
			return err
		}
		_, err = seg.NewParams(m.Spec(), model.Settings{param: model.Value{}})
		return err
	}
	return usagef("--set %s.%s: no method of this run is called %s; write the id of one, or its place from 1", of, param, of)
}

// writing puts into the recipe what is written and how, or takes it from there.
func (f runFlags) writing(cmd *cobra.Command, r model.Recipe) (model.Recipe, error) {
	privacy, err := f.maskFlags.over(cmd, r.Privacy)
	if err != nil {
		return r, err
	}
	r.Privacy = privacy
	var formats []string
	for _, path := range f.out {
		if ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), "."); ending != "" && !slices.Contains(formats, ending) {
			formats = append(formats, ending)
		}
	}
	if len(formats) > 0 {
		r.Output.Formats = formats
	}
	if cmd.Flags().Changed("no-segment-sheets") {
		r.Output.NoSegmentSheets = f.noSheets
	}
	if cmd.Flags().Changed("values-only") {
		r.Output.ValuesOnly = f.valuesOnly
	}
	if cmd.Flags().Changed("bom") {
		r.Output.BOM = f.bom
	}
	if cmd.Flags().Changed("dialect") || r.Output.Dialect == "" && slices.Contains(r.Output.Formats, "sql") {
		r.Output.Dialect = f.dialect
	}
	return r, nil
}

// withFormats gives a path without an ending those of a recipe's formats, a file
// each.
func withFormats(paths, formats []string) []string {
	var out []string
	for _, path := range paths {
		if filepath.Ext(path) != "" || len(formats) == 0 {
			out = append(out, path)
			continue
		}
		for _, format := range formats {
			out = append(out, path+"."+format)
		}
	}
	return out
}

// adapt fits a recipe that was read to the data, and says what had to go.
func (f runFlags) adapt(w io.Writer, r model.Recipe, d *model.Dataset) (model.Recipe, error) {
	if f.recipe == "" {
		return r, nil
	}
	a, err := pipeline.Adapt(r, d)
	if err != nil {
		return r, err
	}
	if err := f.unhidden(r.Privacy, a); err != nil {
		return r, err
	}
	if f.quiet {
		return a.Recipe, nil
	}
	for _, role := range a.Roles {
		if role.Role != model.Ignore {
			fmt.Fprintf(w, "custseg: the recipe makes the column %s the %s, and there is no such column: it is left out\n", plain(role.Column), role.Role)
		}
	}
	for _, t := range a.Treatments {
		fmt.Fprintf(w, "custseg: the recipe treats %s of %s, which this data does not have: it is left out\n", t.Check, plain(t.Column))
	}
	for _, name := range a.Privacy {
		fmt.Fprintf(w, "custseg: the recipe says what files tell of the column %s, and there is no such column: it is left out\n", plain(name))
	}
	return a.Recipe, nil
}

// unhidden refuses a recipe that hides columns which the data has not: under other
// names they would be told, unless the flags say anew what is.
func (f runFlags) unhidden(p model.Privacy, a pipeline.Adapted) error {
	for _, name := range a.Privacy {
		if told := p.Columns[name]; told != model.KeepColumn && len(f.privacy) == 0 {
			return fmt.Errorf("%s hides the column %s in files (%s), and this data has no such column: say which column takes its place, as in --privacy %q, or --privacy %s for all that name persons",
				f.recipe, plain(name), told, "COLUMN="+string(told), model.MaskColumn)
		}
	}
	return nil
}
