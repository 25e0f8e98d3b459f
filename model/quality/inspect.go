package quality

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/model/parallel"
)

// mostExamples is how many values a finding shows.
const mostExamples = 5

// Inspect looks at every column of a dataset, without the rows that were
// dropped. Today is the day from which dates are in the future; [model.NoDay]
// leaves that out. It tells report, unless nil, the share that is done, and
// returns the context's error soon after a cancel.
func Inspect(ctx context.Context, d *model.Dataset, roles model.RoleMap, today model.Day, report func(done float64)) (Report, error) {
	if report == nil {
		report = func(float64) {}
	}
	r := Report{Today: today, Rows: d.Rows() + len(d.Rejected), Rejected: len(d.Rejected), Partial: d.Partial, data: d}
	checks := catalogue()
	values, seen := 0, 0
	for _, table := range d.Tables {
		values += table.Rows() * len(table.Columns())
	}
	for t, table := range d.Tables {
		v := newView(d, roles, today, t)
		facts := Table{Name: table.Name, File: table.File, Rows: v.count}
		for i := -1; i < len(v.columns); i++ {
			c := v.column(i)
			found, err := c.look(ctx, checks)
			if err != nil {
				return Report{}, err
			}
			r.Findings = append(r.Findings, found...)
			if i >= 0 {
				facts.Columns = append(facts.Columns, c.facts())
				seen += table.Rows()
				report(float64(seen) / float64(max(values, 1)))
			}
		}
		r.Tables = append(r.Tables, facts)
	}
	return r, nil
}

// Find carries out some checks alone, by id, and returns what they find as
// [Inspect] does. An unknown id is an error.
func Find(ctx context.Context, d *model.Dataset, roles model.RoleMap, today model.Day, ids ...string) ([]Finding, error) {
	var checks []check
	for _, id := range ids {
		k, err := lookup(id)
		if err != nil {
			return nil, err
		}
		checks = append(checks, k)
	}
	var out []Finding
	for t := range d.Tables {
		v := newView(d, roles, today, t)
		found := make([][]Finding, 1+len(v.columns)) // of the rows, then of each column
		err := parallel.Each(ctx, len(found), func() struct{} { return struct{}{} }, func(i int, _ struct{}) {
			found[i], _ = v.column(i-1).look(ctx, checks) // it fails where the context ends
		}, nil)
		if err != nil {
			return nil, err
		}
		out = append(out, slices.Concat(found...)...)
	}
	return out, nil
}

// look carries out checks on the column, or on the rows.
func (c *column) look(ctx context.Context, checks []check) ([]Finding, error) {
	var found []Finding
	for _, k := range checks {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if k.rows != (c.place < 0) {
			continue
		}
		if h, ok := k.find(c); ok {
			found = append(found, c.finding(k, h))
		}
	}
	return unrepeated(found), nil
}

// unrepeated leaves out findings that say of the same rows what another says
// better: a date in the future is also far away, and so on.
func unrepeated(found []Finding) []Finding {
	betters := map[string][]string{
		"far_dates":        {"future_dates"},
		"extreme_outliers": {"placeholder", "age"},
		"outliers":         {"extreme_outliers", "placeholder", "age"},
		"early_dates":      {"birth_year"},
		"no_customer_id":   {"blank_ids"},
	}
	return slices.DeleteFunc(slices.Clone(found), func(f Finding) bool {
		return slices.ContainsFunc(found, func(g Finding) bool {
			return slices.Contains(betters[f.Check], g.Check) && slices.Equal(f.Rows, g.Rows)
		})
	})
}

// facts returns what is told of the column whatever was found.
func (c *column) facts() Column {
	out := Column{Name: c.Name(), Kind: c.Kind(), Role: c.role, Summary: c.summary(), Outliers: c.outliersOf(),
		Personal: c.data.Personal(c.roles, c.view.place, c.place)}
	for _, f := range c.data.Findings {
		if f.Table != c.view.place || f.Column != c.place || f.Unread == nil {
			continue
		}
		out.Unread += len(f.Rows)
		for i, w := range f.Unread {
			out.Unreadable = append(out.Unreadable, c.example(w, f.Rows[i]))
		}
	}
	return out
}

// example places a value in its file.
func (c *column) example(value string, row int32) Example {
	file, at := c.data.Tables[c.view.place].Place(row)
	return Example{Column: c.place, Value: value, Row: row, File: file, FileRow: at}
}

// finding makes a finding of a hit.
func (c *column) finding(k check, h hit) Finding {
	f := Finding{Check: k.ID, Level: h.level, Table: c.view.place, Column: c.place, Where: c.where(), Count: h.count,
		Rows: c.dataRows(h.rows), Text: h.text, Consequence: h.consequence, Actions: slices.Clone(k.Actions), Action: model.Keep,
		Low: h.low, High: h.high}
	if k.Dated {
		f.limit = c.today.String()
	}
	shown, of := h.shown, c
	if shown == nil {
		shown = h.rows
	}
	if c.place < 0 {
		of = c.view.column(c.telling())
	}
	for _, r := range shown[:min(len(shown), mostExamples)] {
		f.Examples = append(f.Examples, of.example(of.Text(int(r)), c.row(r)))
	}
	f.Personal = of.Column != nil && c.data.Personal(c.roles, c.view.place, of.place)
	return f
}

// telling returns the column by which a reader knows a row again.
func (v *view) telling() int {
	for _, role := range []model.Role{model.OrderID, model.CustomerID} {
		if c := v.roles.Column(v.place, role); c >= 0 {
			return c
		}
	}
	return 0
}

// where names the column as a treatment does, or the table: with the table's
// name when the header stands in several.
func (c *column) where() string {
	table := c.data.Tables[c.view.place].Name
	if c.place < 0 {
		return table
	}
	for t, other := range c.data.Tables {
		if t != c.view.place && other.Find(c.Name()) >= 0 {
			return table + ":" + c.Name()
		}
	}
	return c.Name()
}
