package pipeline

import (
	"slices"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/wording"
)

// NoCustomersError reports that no row is left to make a customer of, though a
// column names customers.
type NoCustomersError struct {
	Read     int            // rows of all tables
	Reasons  []NoCustomers  // why rows were left out, in the order they were
	Warnings []model.Phrase // of how rows became customers
	Remedies []model.Phrase // what of the recipe to change, nothing when the recipe chose nothing
}

// NoCustomers is one reason that rows make no customers.
type NoCustomers struct {
	Reason model.Phrase
	Rows   int
}

// Nobody returns a [*NoCustomersError] when a recipe leaves no customers,
// otherwise nil.
func Nobody(c *model.Customers, r model.Recipe) error {
	if c.Len() > 0 {
		return nil
	}
	q := c.Quality()
	e := &NoCustomersError{Read: q.RowsRead, Warnings: c.Warnings(), Reasons: LeftOut(q)}
	if r.Where != "" {
		e.Remedies = append(e.Remedies, model.P("another filter than %s may keep some: --where in a command, & on Roles on the screen", model.Brief(r.Where)))
	}
	if len(r.Treatments) > 0 {
		e.Remedies = append(e.Remedies, model.P("rows left out by choice come back with keep, at the finding on Data or in --treat"))
	}
	if r.AsOf != model.NoDay || r.Window > 0 {
		e.Remedies = append(e.Remedies, model.P("another as-of date or a longer window may bring rows back"))
	}
	return e
}

// LeftOut counts the rows that were left out by reason, over all tables, in the
// order the reasons first come up.
func LeftOut(q model.Quality) []NoCustomers {
	var out []NoCustomers
	at, pr := map[string]int{}, wording.English()
	for _, x := range q.Excluded {
		reason := x.Reason.In(pr)
		if _, ok := at[reason]; !ok {
			at[reason] = len(out)
			out = append(out, NoCustomers{Reason: x.Reason})
		}
		out[at[reason]].Rows += len(x.Rows)
	}
	return out
}

// In says what became of the rows, and how to have them back.
func (e *NoCustomersError) In(pr *message.Printer) string {
	why := []string{model.P("there are no customers to segment: of %d rows read none is left", e.Read).In(pr)}
	for _, r := range e.Reasons {
		why = append(why, model.P("%d: %s", r.Rows, r.Reason).In(pr))
	}
	for _, more := range slices.Concat(e.Warnings, e.Remedies) {
		why = append(why, more.In(pr))
	}
	return strings.Join(why, "; ")
}

// Error says it in English.
func (e *NoCustomersError) Error() string {
	return e.In(wording.English())
}
