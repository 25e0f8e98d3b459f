package load

import (
	"slices"
	"strings"

	"custseg/model"
)

// mostMisfits is how many different values a finding lists.
const mostMisfits = 5

// tellMisfits lists values that the meaning of their column's role does not
// allow, and columns whose name means a role that their values do not bear out.
func (l *loader) tellMisfits() {
	for i, t := range l.data.Tables {
		roles := map[int]model.Role{}
		for _, g := range l.data.Guesses {
			if g.Table == i {
				roles[g.Column] = g.Role
			}
		}
		for at, c := range t.Columns() {
			f, ok := model.Finding{}, false
			if role, guessed := roles[at]; guessed {
				f, ok = l.namer.misfits(c, role)
			} else {
				f, ok = l.namer.unlikeName(c, roles)
			}
			if ok {
				f.Table, f.Column = i, at
				l.data.Findings = append(l.data.Findings, f)
			}
		}
	}
}

// nameWords lists the columns of words without a role that are called as a role
// of numbers or of dates, or as one of a family, so that a method which looks for that role
// can tell that it found none in them.
func (l *loader) nameWords() {
	guessed := map[[2]int]bool{}
	for _, g := range l.data.Guesses {
		guessed[[2]int{g.Table, g.Column}] = true
	}
	for i, t := range l.data.Tables {
		for at, c := range t.Columns() {
			if c.Kind() != model.Text || guessed[[2]int{i, at}] {
				continue
			}
			if role := l.namer.calledAs(c.Name()); role != "" {
				l.data.Named = append(l.data.Named, model.Guess{Table: i, Column: at, Role: role})
				if role == model.Amount {
					l.tellUnnumbered(i, at)
				}
			}
		}
	}
}

// calledAs is the role of numbers or of dates that a header names, empty for none.
func (n namer) calledAs(header string) model.Role {
	for _, r := range n.keys.rules(header) {
		if (r.usage == own || r.usage == usual) && n.roles[r.role].Kind != model.Text {
			return r.role
		}
	}
	for _, f := range familyHeads() {
		if !f.numbered && n.roles[f.role].Kind == model.Number && f.has(header) {
			return f.role
		}
	}
	return ""
}

// misfits finds the numbers of a column that cannot be of its role. Words that
// cannot are found by the checks of quality.
func (n namer) misfits(c model.Column, role model.Role) (model.Finding, bool) {
	rows, values := outside(c, role)
	if len(rows) == 0 || c.Kind() != model.Number {
		return model.Finding{}, false
	}
	return model.Finding{Level: model.Warning, Rows: rows,
		Text: model.P("values that cannot be of %s: %d, such as %s", n.roles[role].Label, len(rows), values)}, true
}

// unlikeName finds a column without a role whose name is that of one, when its
// values alone spoke against it and no other column has the role.
func (n namer) unlikeName(c model.Column, taken map[int]model.Role) (model.Finding, bool) {
	for _, r := range n.keys.rules(c.Name()) {
		if r.usage != own && r.usage != usual || isTaken(r.role, taken) {
			continue
		}
		rows, values := outside(c, r.role)
		if len(rows) == 0 {
			continue
		}
		f := model.Finding{Level: model.Info, Rows: rows,
			Text: model.P("the name says %s, and it was not taken for that: values that cannot be, %d, such as %s; --map %s=%s takes it all the same",
				n.roles[r.role].Label, len(rows), values, string(r.role), c.Name())}
		if c.Kind() == model.Text { // the values may name persons
			f.Text = model.P("the name says %s, and it was not taken for that: values that are none, %d; --map %s=%s takes it all the same",
				n.roles[r.role].Label, len(rows), string(r.role), c.Name())
		}
		return f, true
	}
	return model.Finding{}, false
}

// isTaken reports whether a column has the role already.
func isTaken(role model.Role, taken map[int]model.Role) bool {
	for _, r := range taken {
		if r == role {
			return true
		}
	}
	return false
}

// outside returns the rows of a column whose values cannot be of a role, and the
// first of these values in a list.
func outside(c model.Column, role model.Role) (rows []int32, values string) {
	fits := allowed(c, role)
	if fits == nil {
		return nil, ""
	}
	var shown []string
	for i := range c.Len() {
		if c.Missing(i) || fits(i) {
			continue
		}
		rows = append(rows, int32(i))
		if v := c.Text(i); len(shown) < mostMisfits && !slices.Contains(shown, v) {
			shown = append(shown, v)
		}
	}
	return rows, strings.Join(shown, ", ")
}

// allowed tells the rows of a column whose values can be of a role, nil where all
// can.
func allowed(c model.Column, role model.Role) func(row int) bool {
	switch c := c.(type) {
	case *model.Numbers:
		if r, ok := rangeOf(role); ok {
			return func(row int) bool { return r.has(c.At(row)) }
		}
	case *model.Texts:
		if role == model.Email {
			return func(row int) bool { return isEmail(c.Text(row)) }
		}
	}
	return nil
}
