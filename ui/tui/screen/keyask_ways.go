package screen

import (
	"custseg/model"
	"custseg/ui/tui/cell"
)

// keyWay is an answer to who the customers are that is no column.
type keyWay struct {
	label string
	why   string // what it means, in a sentence
	take  func()
}

// NewCustomersAsk makes the question who the customers are, of data in which no
// column was guessed to say it: each row, or one of the columns. Ok is false when
// something says it, or there is nobody to find.
func NewCustomersAsk(host Host) (a *KeyAsk, ok bool) {
	session, pr := host.Session(), host.Printer()
	if !unidentified(session) {
		return nil, false
	}
	d := session.Data()
	at := longest(d)
	table := d.Tables[at]
	var ways []keyWay
	if found, ok := itemsOf(session); ok && found.Table == at && found.Baskets() {
		ways = append(ways, keyWay{say(pr, "each row is a basket"), say(pr, "Cross-selling reads it so: %s", found.Why(d)), func() { takeItems(host, found) }})
	}
	ways = append(ways, keyWay{say(pr, "each row is a customer"), say(pr, "Each of the %d rows of %s is a customer of its own", table.Rows(), cell.Clean(table.Name)),
		func() { rowsAreCustomers(host, at) }})
	choice := model.KeyChoice{Table: at}
	for i, c := range table.Columns() {
		if c.Kind() != model.Date {
			choice.Columns = append(choice.Columns, i)
		}
	}
	return newKeyAsk(host, choice, ways), true
}

// Open reports whether no column was guessed, so that leaving the question gives
// no customers.
func (a *KeyAsk) Open() bool { return len(a.ways) > 0 }
