package quality

import (
	"fmt"
	"strings"

	"custseg/model"
)

// target is a column of a table, or the table with column -1.
type target struct{ table, column int }

// targets returns what a treatment is about: every column, or every table for a
// check of whole rows, unless it names one.
func targets(d *model.Dataset, k check, name string) ([]target, error) {
	if name != "" {
		return named(d, k, name)
	}
	var out []target
	for t, table := range d.Tables {
		if k.rows {
			out = append(out, target{t, -1})
			continue
		}
		for c := range table.Columns() {
			out = append(out, target{t, c})
		}
	}
	return out, nil
}

func named(d *model.Dataset, k check, name string) ([]target, error) {
	var known []string
	if k.rows {
		for t, table := range d.Tables {
			if strings.EqualFold(table.Name, name) {
				return []target{{t, -1}}, nil
			}
			known = append(known, table.Name)
		}
		return nil, fmt.Errorf("%s is about whole rows, and no table is called %q; the tables are: %s", k.ID, name, strings.Join(known, ", "))
	}
	if t, c, ok := d.FindColumn(name); ok {
		return []target{{t, c}}, nil
	}
	for _, table := range d.Tables {
		for _, c := range table.Columns() {
			known = append(known, c.Name())
		}
	}
	return nil, fmt.Errorf("no column %q to be treated for %s; the columns are: %s", name, k.ID, strings.Join(known, ", "))
}
