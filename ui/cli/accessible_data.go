package cli

import (
	"strings"

	"custseg/model"
	"custseg/model/quality"
	"custseg/ui/pipeline"
)

// askCustomers asks who the customers are where no column says it, and returns a
// recipe that says it.
func (t *talk) askCustomers(d *model.Dataset, r model.Recipe) (model.Recipe, error) {
	table := 0
	for i, other := range d.Tables {
		if other.Rows() > d.Tables[table].Rows() {
			table = i
		}
	}
	t.say("No column says who the customer is.")
	options := []string{t.pr.Sprintf("Each row of %s is a customer", d.Tables[table].Name)}
	ways := []model.Recipe{pipeline.RowsAssigned(d, r, table)}
	if found, ok := pipeline.FindItems(d, model.RoleMap{}); ok && found.Baskets() {
		options, ways = append(options, t.pr.Sprintf("Each row is a basket: %s", found.Why(d).In(t.pr))), append(ways, found.Assigned(d, r))
	}
	for i, c := range d.Tables[table].Columns() {
		options = append(options, t.pr.Sprintf("The column %s", c.Name()))
		ways = append(ways, r.WithRole(model.Assignment{Role: model.CustomerID, Column: pipeline.ColumnName(d, table, i)}))
	}
	at, err := t.choose(t.pr.Sprintf("Who is a customer?"), options)
	switch {
	case err != nil:
		return r, err
	case at < 0:
		return r, errEnd
	}
	return ways[at], nil
}

// roles asks for a column and the role that it is to have.
func (t *talk) roles() error {
	d := t.line.Dataset()
	if found, ok := t.items(); ok {
		yes, err := t.sure(t.pr.Sprintf("%s. Make them items?", found.Why(d).In(t.pr)))
		if err != nil {
			return err
		}
		if yes {
			return t.change(found.Assigned(d, t.recipe))
		}
	}
	for {
		name, err := t.answer("Column, by name or number; ? lists them with their roles, 0 goes back:")
		if err != nil || name == "0" || name == "" {
			return err
		}
		if name == "?" {
			t.tellRoles()
			continue
		}
		table, column, ok := d.FindColumn(name)
		if !ok {
			t.say("There is no column %q.", name)
			continue
		}
		return t.setRole(table, column)
	}
}

// items finds columns without a role that look like items.
func (t *talk) items() (pipeline.Items, bool) {
	roles, err := t.line.Dataset().Assign(t.recipe.Roles)
	if err != nil {
		return pipeline.Items{}, false
	}
	return pipeline.FindItems(t.line.Dataset(), roles)
}

// tellRoles reads out each column with its role.
func (t *talk) tellRoles() {
	d := t.line.Dataset()
	roles, err := d.Assign(t.recipe.Roles)
	if err != nil {
		t.say("%s", oneLine(err))
		return
	}
	for i, table := range d.Tables {
		for j, c := range table.Columns() {
			role := t.pr.Sprintf("no role")
			if b, ok := roles.Of(i, j); ok {
				role = t.pr.Sprintf("%s, %s", string(b.Role), b.Reason.In(t.pr))
			}
			t.say("%s, %d. %s: %s.", table.Name, j+1, c.Name(), role)
		}
	}
}

// setRole asks for the role of a column until it is one that fits.
func (t *talk) setRole(table, column int) error {
	d := t.line.Dataset()
	for {
		text, err := t.answer("Role of %s, such as customer_id or amount; none takes it out of use, ? lists roles, 0 goes back:", d.Tables[table].Column(column).Name())
		switch text {
		case "0", "":
			return err
		case "?":
			for _, info := range model.Roles() {
				t.say("%s: %s.", string(info.ID), info.Label.In(t.pr))
			}
			continue
		case "none":
			text = string(model.Ignore)
		}
		r := t.recipe.WithRole(model.Assignment{Role: model.Role(strings.ReplaceAll(text, " ", "_")), Column: pipeline.ColumnName(d, table, column)})
		if _, err := d.Assign(r.Roles); err != nil {
			t.say("Not so: %s", oneLine(err))
			continue
		}
		return t.change(r)
	}
}

// quality reads out what was found about the data, and asks what to do about one
// finding.
func (t *talk) quality() error {
	report, err := t.line.Quality(t.ctx, t.recipe, nil)
	if err != nil {
		return t.cannot(err)
	}
	var findings []quality.Finding
	var options []string
	for _, f := range report.Findings {
		if len(f.Actions) < 2 {
			t.say("%s: %s. %s.", f.Where, f.Text.In(t.pr), f.Consequence.In(t.pr))
			continue
		}
		findings = append(findings, f)
		options = append(options, t.pr.Sprintf("%s: %s. %s. Now %s", f.Where, f.Text.In(t.pr), f.Consequence.In(t.pr), string(f.Action)))
	}
	if len(findings) == 0 {
		t.say("Nothing was found that can be treated.")
		return nil
	}
	at, err := t.choose(t.pr.Sprintf("Treat which?"), options)
	if err != nil || at < 0 {
		return err
	}
	f := findings[at]
	var actions []string
	for _, a := range f.Actions {
		actions = append(actions, string(a))
	}
	act, err := t.choose(t.pr.Sprintf("What is done about it?"), actions)
	if err != nil || act < 0 {
		return err
	}
	return t.change(t.recipe.WithTreatment(f.Treatment(f.Actions[act])))
}

// filter asks for the filter that customers are to pass.
func (t *talk) filter() error {
	for {
		text, err := t.answer("Filter, now %s, such as frequency >= 2 and region = East; all takes it off, 0 goes back:", orAll(t.recipe.Where))
		switch {
		case err != nil || text == "0" || text == "":
			return err
		case text == "all":
			return t.change(t.recipe.WithWhere(""))
		}
		where, err := pipeline.ParseWhere(text)
		if err == nil {
			return t.change(t.recipe.WithWhere(where))
		}
		t.say("Not so: %s", oneLine(err))
	}
}

func orAll(where string) string {
	if where == "" {
		return "all customers"
	}
	return where
}
