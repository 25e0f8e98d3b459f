package quality

import (
	"context"
	"fmt"
	"math"
	"slices"

	"custseg/model"
)

// Effect is what one treatment did to one column of a table, or to its rows.
type Effect struct {
	model.Treatment
	Table, Column int     // Column -1 for whole rows
	Rows          []int32 // the data rows treated, ascending
	Text          model.Phrase
}

// Treated is a dataset after treatments.
type Treated struct {
	Dataset *model.Dataset
	Effects []Effect // in the order of the treatments
}

// Apply carries out treatments, each on what those before it left. The dataset
// itself stays as it is: rows that are dropped are listed in Dropped, and
// columns whose values change are others. A treatment of one column goes before
// one of all columns. An error is an [*UnfitError] or the context's.
func Apply(ctx context.Context, d *model.Dataset, roles model.RoleMap, treatments []model.Treatment) (Treated, error) {
	out := Treated{Dataset: d}
	for i, t := range treatments {
		if err := Fit(d, t); err != nil {
			return Treated{}, err
		}
		k, err := lookup(t.Check)
		if err != nil {
			return Treated{}, err
		}
		today, err := k.today(t)
		if err != nil {
			return Treated{}, err
		}
		of, err := targets(d, k, t.Column)
		if err != nil {
			return Treated{}, err
		}
		if t.Action == model.Keep {
			continue
		}
		for _, at := range of {
			if err := ctx.Err(); err != nil {
				return Treated{}, err
			}
			if t.Column == "" && hasOwn(d, k, treatments, at) || overruled(d, k, treatments[i+1:], t, at) {
				continue
			}
			out.treat(k, t, newView(out.Dataset, roles, today, at.table).column(at.column))
		}
	}
	return out, nil
}

// today returns the day a treatment of the check takes for today.
func (k check) today(t model.Treatment) (model.Day, error) {
	if t.Limit == "" {
		return model.NoDay, nil
	}
	if !k.Dated {
		return model.NoDay, fmt.Errorf("%s does not depend on today and takes no limit", k.ID)
	}
	day, err := model.ParseDay(t.Limit)
	if err != nil {
		return day, fmt.Errorf("the limit of %s, the day taken for today: %w", k.ID, err)
	}
	return day, nil
}

// hasOwn reports whether a column has a treatment of its own.
func hasOwn(d *model.Dataset, k check, treatments []model.Treatment, at target) bool {
	return slices.ContainsFunc(treatments, func(t model.Treatment) bool {
		if t.Check != k.ID || t.Column == "" {
			return false
		}
		of, err := named(d, k, t.Column)
		return err == nil && slices.Contains(of, at)
	})
}

// overruled reports whether a later treatment says something else of the same.
func overruled(d *model.Dataset, k check, later []model.Treatment, t model.Treatment, at target) bool {
	if t.Column != "" {
		return hasOwn(d, k, later, at)
	}
	return slices.ContainsFunc(later, func(o model.Treatment) bool { return o.Check == t.Check && o.Column == "" })
}

// treat acts on what a check finds in a column.
func (out *Treated) treat(k check, t model.Treatment, c *column) {
	h, ok := k.find(c)
	if !ok {
		return
	}
	at, rows := c.view.place, c.dataRows(h.rows)
	effect := Effect{Treatment: t, Table: at, Column: c.place, Rows: rows}
	next := *out.Dataset
	if t.Action == model.Drop {
		effect.Text = model.P("rows left out by choice, %s: %d", c.reason(k), len(rows))
		next.Dropped = append(slices.Clone(next.Dropped), model.Exclusion{Table: at, Reason: model.P("left out by choice: %s", c.reason(k)), Rows: rows})
	} else {
		table := next.Tables[at]
		changed := blanked(table.Column(c.place), rows)
		effect.Text = model.P("values made missing by choice, %s: %d", c.reason(k), len(rows))
		switch t.Action {
		case model.Cap:
			changed = capped(table.Column(c.place), rows, h.low, h.high)
			effect.Text = model.P("values capped by choice at %s and %s, %s: %d", number(h.low), number(h.high), c.reason(k), len(rows))
		case model.Fill:
			changed = filled(table.Column(c.place), rows)
			effect.Text = model.P("values filled from the row above by choice, %s: %d", c.reason(k), len(rows))
		case model.Weeks, model.Months, model.Years:
			changed = model.InDays(table.Column(c.place), t.Action)
			effect.Text = model.P("values counted as %s by choice, and made days: %d", model.Raw(string(t.Action)), len(rows))
		case model.Merge:
			changed = merged(table.Column(c.place), rows, h.into)
			effect.Text = model.P("words written as the commonest of their writings by choice, %s: %d", c.reason(k), len(rows))
		}
		next.Tables = slices.Clone(next.Tables)
		next.Tables[at] = table.WithColumn(c.place, told(table.Column(c.place), changed, t.Action, h))
	}
	out.Dataset = &next
	out.Effects = append(out.Effects, effect)
}

// reason says what was found, and in which column.
func (c *column) reason(k check) model.Phrase {
	if c.place < 0 {
		return k.Label
	}
	return model.P("%s: %s", c.Name(), k.Label)
}

// blanked returns the column with some rows missing.
func blanked(c model.Column, rows []int32) model.Column {
	all := make([]int32, c.Len())
	for i := range all {
		all[i] = int32(i)
	}
	for _, r := range rows {
		all[r] = -1
	}
	return c.Pick(all)
}

// capped returns a column of numbers with the values of some rows moved to the
// nearer limit, as winsorising does.
func capped(c model.Column, rows []int32, low, high float64) model.Column {
	n, ok := c.(*model.Numbers)
	if !ok {
		return c
	}
	values := slices.Clone(n.Values())
	for _, r := range rows {
		if !math.IsInf(values[r], 0) {
			values[r] = min(max(values[r], low), high)
		}
	}
	return model.NewNumbers(n.Name(), values)
}
