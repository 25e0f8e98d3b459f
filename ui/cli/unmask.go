package cli

import (
	"fmt"
	"slices"
	"strings"

	"custseg/io/export"
	"custseg/model"
	"custseg/model/filter"
)

// filterHidden says how a filter that names persons was written, and what to do to
// repeat it.
func filterHidden(o export.Options) string {
	if len(o.Salt) > 0 {
		return "the filter names persons: hashes stand for them in what was written; a recipe is repeated with the same --salt, or with --where"
	}
	return "the filter names persons: hashes stand for them in what was written, under a key that is not kept; to repeat a recipe give --where again, or write with --salt"
}

// unmask puts values of the data back into the filter of a recipe that was written
// under a privacy, where the salt of this run makes the same hashes of them.
// Hashes that stand in the data are values like others. The error says of a hash
// that is nobody's what to do.
func (a *App) unmask(f runFlags, r model.Recipe, d *model.Dataset) (model.Recipe, error) {
	if r.Where == "" || f.recipe == "" {
		return r, nil
	}
	e, err := filter.Parse(r.Where)
	if err != nil {
		return r, nil // the one who carries it out says what is wrong
	}
	salt := a.saltOf(f.maskFlags)
	var lost string
	e = filter.Map(e, func(t filter.Test) filter.Test {
		t.Values = slices.Clone(t.Values)
		for i, v := range t.Values {
			if !export.IsToken(v) {
				continue
			}
			found, ok := unhashed(d, r, t.Column, v, salt)
			if !ok && lost == "" {
				lost = v
			} else if ok {
				t.Values[i] = found
			}
		}
		return t
	})
	if lost != "" {
		return r, maskedFilter(lost, salt)
	}
	r.Where = e.String()
	return r, nil
}

// maskedFilter is the error of a hash in a filter that is of no value.
func maskedFilter(hash string, salt []byte) error {
	if len(salt) == 0 {
		return fmt.Errorf("the filter's value %s was masked when the recipe was written: give the --salt it was written with, or the filter again with --where", hash)
	}
	return fmt.Errorf("the filter's value %s was masked when the recipe was written, and no value of this data has that hash under this salt: give the --salt it was written with, or the filter again with --where", hash)
}

// unhashed finds the value of a column that a hash is of, or the hash itself where
// the data holds it.
func unhashed(d *model.Dataset, r model.Recipe, column, hash string, salt []byte) (string, bool) {
	roles, err := d.Assign(r.Roles)
	if err != nil {
		return hash, true // told when it is carried out
	}
	for t, table := range d.Tables {
		for i, c := range table.Columns() {
			named := strings.EqualFold(column, c.Name()) || strings.EqualFold(column, table.Name+":"+c.Name())
			ofID := roles.Column(t, model.CustomerID) == i && (strings.EqualFold(column, string(model.CustomerID)) || strings.EqualFold(column, "Customer"))
			if !named && !ofID && column != filter.Any {
				continue
			}
			for row := range c.Len() {
				v := c.Text(row)
				if v == hash || len(salt) > 0 && !c.Missing(row) && export.Token(salt, v) == hash {
					return strings.TrimSpace(v), true
				}
			}
		}
	}
	return "", false
}
