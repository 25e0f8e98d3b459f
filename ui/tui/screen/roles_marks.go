package screen

import (
	"slices"

	"custseg/model"
)

// mark marks the column under the cursor, or takes the mark away, and moves on.
func (s *RolesView) mark() {
	k, _ := s.current()
	if i := slices.Index(s.marked, k); i >= 0 {
		s.marked = slices.Delete(s.marked, i, i+1)
	} else {
		s.marked = append(s.marked, k)
	}
	s.list()
	s.grid.Key("down")
}

// markRange marks the columns from the last one marked to that under the cursor.
func (s *RolesView) markRange() {
	row, _ := s.grid.Cursor()
	from := s.rows.at(s.marked[len(s.marked)-1])
	for i := min(from, row); i <= max(from, row); i++ {
		if k := s.rows.rows[i].columnKey; !slices.Contains(s.marked, k) {
			s.marked = append(s.marked, k)
		}
	}
	s.list()
}

func (s *RolesView) whyNoRange() string {
	if len(s.marked) == 0 {
		return say(s.host.Printer(), "mark the first column with Space")
	}
	return s.whyNoColumn()
}

// unmark takes all marks away, and reports whether there were any.
func (s *RolesView) unmark() bool {
	if len(s.marked) == 0 {
		return false
	}
	s.marked = nil
	s.list()
	return true
}

// meant are the columns marked, or else that under the cursor.
func (s *RolesView) meant() []columnKey {
	if len(s.marked) > 0 {
		return s.marked
	}
	k, _ := s.current()
	return []columnKey{k}
}

// assignAll proposes a role for the columns meant, as one change. Of a role that
// one column of a table has, the last marked keeps it.
func (s *RolesView) assignAll(role model.Role) {
	keys := s.meant()
	if len(keys) == 1 {
		s.assign(keys[0], role)
		s.unmark()
		return
	}
	session, pr := s.host.Session(), s.host.Printer()
	r := session.Recipe
	for _, k := range keys {
		r = r.WithRole(model.Assignment{Role: role, Column: assignmentName(s.data, k)})
	}
	name := say(pr, "role %s = %d columns", string(role), len(keys))
	if role == model.Ignore {
		name = say(pr, "%d columns not used", len(keys))
	}
	session.Propose(r, name)
	s.host.Say(say(pr, "%d columns changed; u takes it back", len(keys)))
	s.unmark()
}

// misfit is a column meant that cannot have a role of one kind, if there is any.
func (s *RolesView) misfit(role model.RoleInfo) (name string, ok bool) {
	for _, k := range s.meant() {
		if c := s.data.Tables[k.table].Column(k.column); !roleFits(role, c) {
			return c.Name(), true
		}
	}
	return "", false
}

// Hints implements [Hinter]: once columns are marked, what is done is done to
// them.
func (s *RolesView) Hints() []Hint {
	pr := s.host.Printer()
	switch {
	case s.picker != nil:
		return []Hint{{"enter", say(pr, "choose")}, {both("up", "down"), say(pr, "move")}, {"esc", say(pr, "leave")}}
	case len(s.marked) > 0:
		return []Hint{{"enter", say(pr, "role of %d marked", len(s.marked))}, {"V", say(pr, "mark up to here")}, {"x", say(pr, "not used")}, {"esc", say(pr, "unmark")}}
	case unidentified(s.host.Session()):
		return []Hint{{"R", say(pr, "each row is a customer")}, {"enter", say(pr, "set role")}, {"space", say(pr, "mark several")}, {"/", say(pr, "search")}}
	}
	return nil
}
