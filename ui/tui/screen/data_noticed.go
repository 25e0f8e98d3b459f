package screen

import (
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
)

// fewestAlike is from how many columns on the same finding is one line.
const fewestAlike = 3

// findingsOf lists what was noticed about a table and about none in particular
// while it was read: warnings first, and records that could not be read before
// all. What the roles in force answer is left out.
func findingsOf(pr *message.Printer, d *model.Dataset, place int, roles model.RoleMap) []dataFinding {
	var out []dataFinding
	var records []model.Rejected
	for _, r := range d.Rejected {
		if r.Table == place {
			records = append(records, r)
		}
	}
	if len(records) > 0 {
		out = append(out, dataFinding{warning: true, column: -1, records: records}.called("", say(pr, "%d records could not become rows", len(records))))
	}
	var found []model.Finding
	for _, f := range d.Findings {
		if (f.Table == place || f.Table < 0) && !answered(f, roles) {
			found = append(found, f)
		}
	}
	for i, f := range found {
		alike := alikeOf(found, f)
		if len(alike) < fewestAlike {
			out = append(out, noticedAs(pr, d, place, f))
		} else if slices.IndexFunc(found, func(o model.Finding) bool { return sameNotice(o, f) }) == i {
			out = append(out, noticedOften(pr, d, place, alike))
		}
	}
	return weightiest(out)
}

// noticedAs is the line of one finding of reading.
func noticedAs(pr *message.Printer, d *model.Dataset, place int, f model.Finding) dataFinding {
	name := ""
	if f.Table == place && f.Column >= 0 {
		name = cell.Clean(d.Tables[place].Column(f.Column).Name())
	}
	return dataFinding{warning: f.Level == model.Warning, column: f.Column, rows: f.Rows, asks: f.Kind}.called(name, cell.Clean(f.Text.In(pr)))
}

// noticedOften is the one line of what was noticed about many columns.
func noticedOften(pr *message.Printer, d *model.Dataset, place int, alike []model.Finding) dataFinding {
	first := noticedAs(pr, d, place, alike[0])
	out := dataFinding{warning: first.warning, column: first.column}.
		called(first.name, say(pr, "%s; %d columns more are like it", first.what, len(alike)-1))
	for _, f := range alike[1:] {
		out.like = append(out.like, noticedAs(pr, d, place, f).text)
	}
	return out
}

// alikeOf returns the findings that say the same of a column each.
func alikeOf(found []model.Finding, f model.Finding) []model.Finding {
	var out []model.Finding
	for _, o := range found {
		if sameNotice(o, f) {
			out = append(out, o)
		}
	}
	return out
}

// sameNotice reports whether two findings say the same of a column each. Those
// with rows to look at stay apart.
func sameNotice(a, b model.Finding) bool {
	single := a.Column >= 0 && b.Column >= 0 && len(a.Rows) == 0 && len(b.Rows) == 0
	return single && a.Text.Key == b.Text.Key && a.Level == b.Level && a.Kind == b.Kind
}

// answered reports whether the analyst settled what a finding asks.
func answered(f model.Finding, roles model.RoleMap) bool {
	if f.Kind != model.SeveralKeys {
		return false
	}
	b, ok := roles.Of(f.Table, roles.Column(f.Table, model.CustomerID))
	return ok && b.Assigned || roles.RowIsCustomer(f.Table)
}

// findingsNoticed are the findings of reading a table, with the roles in force.
func (s *DataView) findingsNoticed(place int) []dataFinding {
	roles, err := s.data.Assign(s.host.Session().Recipe.Roles)
	if err != nil {
		roles = s.roles
	}
	return findingsOf(s.host.Printer(), s.data, place, roles)
}
