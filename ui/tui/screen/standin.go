package screen

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/message"

	"custseg/model"
)

// standIn is what a customer is called while ids that name persons are hidden:
// the same for the same customer in every list of a base.
func standIn(pr *message.Printer, customer int) string { return say(pr, "customer %d", customer+1) }

// isStandIn reports whether a word is what some customer is called.
func isStandIn(pr *message.Printer, word string) bool {
	digits := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, word)
	n, err := strconv.Atoi(digits)
	return err == nil && n > 0 && word == standIn(pr, n-1)
}

// standIns calls the customers of rows by what stands in for their ids. A nil
// one leaves ids as they are.
type standIns struct {
	pr        *message.Printer
	customers *model.Customers // nil while they are not known
}

// newStandIns returns what ids of a dataset are hidden behind under the roles
// given, nil while they may be seen.
func newStandIns(h Host, d *model.Dataset, roles model.RoleMap, names *personalColumns) *standIns {
	s := h.Session()
	if s.Personal {
		return nil
	}
	for t := range d.Tables {
		if at := roles.Column(t, model.CustomerID); at >= 0 && names.has(roles, t, at) {
			out := &standIns{pr: h.Printer()}
			if d == s.Data() {
				out.customers = s.Customers
			}
			return out
		}
	}
	return nil
}

// place is that of a customer among all, -1 for none.
func (s *standIns) place(id string) int {
	if s.customers == nil {
		return -1
	}
	return s.customers.Find(id)
}

// of returns what an id is called, missing ones as nothing.
func (s *standIns) of(id string) string {
	if id == "" {
		return ""
	}
	if at := s.place(id); at >= 0 {
		return standIn(s.pr, at)
	}
	return hiddenValue
}

// same reports whether both call all customers the same.
func (s *standIns) same(o *standIns) bool {
	return s == o || s != nil && o != nil && s.customers == o.customers
}

// idShown is the id of a customer of a base, or what stands in for it.
func idShown(h Host, c *model.Customers, customer int) string {
	if h.Session().HidesIDs() {
		return standIn(h.Printer(), customer)
	}
	return c.ID(customer)
}
