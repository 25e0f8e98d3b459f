package model

import "slices"

// DateReading is a column of text, most of whose values are dates, as it reads
// when the analyst gives it a role of dates.
type DateReading struct {
	Table, Column int
	Dates         Column    // of kind Date; missing where no date can be read
	Findings      []Finding // what is told of it then
}

// DateReading returns how a column of text reads as dates, false for one that is
// not mostly dates.
func (d *Dataset) DateReading(table, column int) (DateReading, bool) {
	at := slices.IndexFunc(d.Dates, func(r DateReading) bool { return r.Table == table && r.Column == column })
	if at < 0 {
		return DateReading{}, false
	}
	return d.Dates[at], true
}

// Read returns the dataset with the columns of text read as dates to which the
// analyst gave a role of dates; the dataset itself when there are none.
func (d *Dataset) Read(roles RoleMap) *Dataset {
	out := d
	for _, r := range d.Dates {
		b, ok := roles.Of(r.Table, r.Column)
		if info, known := LookupRole(b.Role); !ok || !b.Assigned || !known || info.Kind != Date {
			continue
		}
		if out == d {
			own := *d
			own.Tables = slices.Clone(d.Tables)
			own.Findings = slices.Clone(d.Findings)
			out = &own
		}
		out.Tables[r.Table] = out.Tables[r.Table].WithColumn(r.Column, r.Dates)
		out.Findings = slices.DeleteFunc(out.Findings, func(f Finding) bool {
			return f.Kind == NotDates && f.Table == r.Table && f.Column == r.Column
		})
		out.Findings = append(out.Findings, r.Findings...)
	}
	return out
}
