package screen

import (
	"errors"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/session"
)

// rowsAreCustomers makes each row of a table a customer.
func rowsAreCustomers(host Host, table int) {
	s, pr := host.Session(), host.Printer()
	t := s.Data().Tables[table]
	name := say(pr, "each row of %s is a customer", cell.Clean(t.Name))
	s.Propose(pipeline.RowsAssigned(s.Data(), s.Recipe, table), name)
	host.Say(say(pr, "Each of the %d rows of %s is a customer; u takes it back", t.Rows(), cell.Clean(t.Name)))
}

// unidentified reports whether rows have no customers for want of a customer id.
func unidentified(s *session.Session) bool {
	return errors.Is(s.Trouble, model.ErrNoCustomerID) && s.Data().Rows() > 0
}

// eachRow makes each row of the longest table a customer, where nothing else
// says who the customers are.
func eachRow(host Host) Action {
	return Action{
		Do: func() { rowsAreCustomers(host, longest(host.Session().Data())) },
		Why: func() string {
			if !unidentified(host.Session()) {
				return say(host.Printer(), "it is known who the customers are; Roles (2) changes it")
			}
			return ""
		},
	}
}

// longest is the table with the most rows.
func longest(d *model.Dataset) int {
	at := 0
	for i, t := range d.Tables {
		if t.Rows() > d.Tables[at].Rows() {
			at = i
		}
	}
	return at
}

// asItems gives the columns that look like items that role.
func asItems(host Host) Action {
	s, pr := host.Session(), host.Printer()
	return Action{
		Do: func() {
			if found, ok := itemsOf(s); ok {
				takeItems(host, found)
			}
		},
		Why: func() string {
			if _, ok := itemsOf(s); !ok {
				return say(pr, "no columns without a role look like items")
			}
			return ""
		},
	}
}

// takeItems puts items in force.
func takeItems(host Host, found pipeline.Items) {
	s, pr := host.Session(), host.Printer()
	name := say(pr, "%d columns are items", len(found.Columns))
	if found.Baskets() {
		name = say(pr, "each row is a basket")
	}
	s.Propose(found.Assigned(s.Data(), s.Recipe), name)
	host.Say(say(pr, "%d columns are items; u takes it back", len(found.Columns)))
}

// itemsOf finds columns that look like items in the data that is open.
func itemsOf(s *session.Session) (pipeline.Items, bool) {
	if !s.IsOpen() {
		return pipeline.Items{}, false
	}
	return pipeline.FindItems(s.Data(), s.Roles)
}

// TroubleText says in a sentence what keeps rows from becoming customers, and
// the ways out.
func TroubleText(pr *message.Printer, s *session.Session) string {
	if unidentified(s) {
		return say(pr, "No column says who the customer is. R: each row is a customer. 2: gives a column the role customer id.")
	}
	return say(pr, "%s. %s", cell.Clean(s.Trouble.Error()), remedy(s.Trouble))
}
