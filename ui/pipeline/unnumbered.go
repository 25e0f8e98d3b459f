package pipeline

import (
	"fmt"
	"slices"

	"custseg/model"
	"custseg/model/wording"
)

// unnumbered adds to an error, where no column is the amount, that a column which
// is called so was read as text, in which file, and what kept it from being numbers.
func unnumbered(err error, d *model.Dataset, roles model.RoleMap) error {
	if roles.Has(model.Amount) || roles.Has(model.Role(model.Monetary)) {
		return err
	}
	for t, table := range d.Tables {
		for c, column := range table.Columns() {
			if column.Kind() != model.Text || d.CalledAs(t, c) != model.Amount {
				continue
			}
			for _, f := range slices.Backward(d.Findings) {
				if f.Table == t && f.Column == c && f.Level == model.Warning && len(f.Rows) > 0 {
					return fmt.Errorf("%w; in %s the column %q is called as money: %s; correct that there, or name another with --map amount=COLUMN",
						err, table.File, column.Name(), f.Text.In(wording.English()))
				}
			}
		}
	}
	return err
}
