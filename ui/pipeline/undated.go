package pipeline

import (
	"fmt"

	"custseg/model"
	"custseg/model/wording"
)

// undated adds to an error, where no column is the order date, that a column of
// text is mostly dates, its first value that is none, and how to read it as
// dates.
func undated(err error, d *model.Dataset, roles model.RoleMap) error {
	if roles.Has(model.OrderDate) {
		return err
	}
	if len(d.Dates) == 0 {
		return namedAsDate(err, d)
	}
	r := d.Dates[0]
	table := d.Tables[r.Table]
	name := table.Column(r.Column).Name()
	role := model.OrderDate
	if info, ok := model.LookupRole(d.CalledAs(r.Table, r.Column)); ok && info.Kind == model.Date {
		role = info.ID
	}
	column, why := name, "since some of its values are none"
	if len(d.Tables) > 1 {
		column = table.Name + ":" + name
	}
	for _, f := range r.Findings {
		if len(f.Unread) > 0 {
			why = fmt.Sprintf("since %q in row %d is none", f.Unread[0], table.FileRow(f.Rows[0]))
			break
		}
	}
	return fmt.Errorf("%w; in %s the column %q is mostly dates but was read as text, %s: --map %q reads it as dates, and what is none as missing",
		err, table.File, name, why, string(role)+"="+column)
}

// namedAsDate adds to an error that a column which is named as a date was read as
// text, in which file, and what kept it from being dates.
func namedAsDate(err error, d *model.Dataset) error {
	for _, f := range d.Findings {
		if f.Kind != model.NotDates || f.Table < 0 || f.Column < 0 {
			continue
		}
		table := d.Tables[f.Table]
		return fmt.Errorf("%w; in %s, column %q: %s; correct that there, or name another column of dates with --map order_date=COLUMN",
			err, table.File, table.Column(f.Column).Name(), f.Text.In(wording.English()))
	}
	return err
}
