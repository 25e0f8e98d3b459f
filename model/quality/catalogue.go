package quality

import (
	"fmt"
	"slices"
	"strings"

	"custseg/model"
)

// Check describes one check.
type Check struct {
	ID      string
	Label   model.Phrase   // what is found, as the reason of rows left out
	Actions []model.Action // those possible, Keep first
	Dated   bool           // depends on today
}

// check is a check with what carries it out.
type check struct {
	Check
	find func(c *column) (hit, bool)
	rows bool // about whole rows: find is called once a table, with column -1
}

// hit is what a check found in a column of a table.
type hit struct {
	level       model.Level
	count       int
	rows        []int32 // of the view, ascending
	shown       []int32 // rows of the examples, when not the first of rows
	text        model.Phrase
	consequence model.Phrase
	low, high   float64 // of [model.Cap]
	into        []int32 // of [model.Merge]: the code of the word that each of rows takes
}

// catalogue lists the checks in the order in which a reader meets them.
func catalogue() []check {
	const keep, drop, limit, blank = model.Keep, model.Drop, model.Cap, model.Blank
	none, rows := []model.Action{keep}, []model.Action{keep, drop}
	values, measures := []model.Action{keep, drop, blank}, []model.Action{keep, drop, limit, blank}
	of := func(id, label string, actions []model.Action, find func(*column) (hit, bool)) check {
		return check{Check: Check{ID: id, Label: model.P(label), Actions: actions}, find: find}
	}
	whole := func(c check) check { c.rows = true; return c }
	dated := func(c check) check { c.Dated = true; return c }
	return []check{
		whole(of("duplicate_rows", "repeats an earlier row", rows, duplicateRows)),
		of("duplicate_orders", "one order id for several customers or days", rows, duplicateOrders),
		of("id_names", "one customer id for several names", none, idNames),
		of("blank_ids", "a customer id that stands only in the row above", []model.Action{keep, drop, model.Fill}, blankIDs),
		of("no_customer_id", "no customer id", none, without(model.CustomerID)),
		of("no_order_date", "no order date", none, without(model.OrderDate)),
		of("no_amount", "no amount", none, without(model.Amount)),
		of("id_spelling", "customer ids that differ only in writing", none, idSpelling),
		of("placeholder", "a number that stands for no value", values, placeholders),
		of("extreme_outliers", "beyond 3 interquartile ranges", measures, extremeOutliers),
		of("outliers", "beyond 1.5 interquartile ranges", measures, outliers),
		of("negative_measure", "a negative recency, frequency or tenure", values, negativeMeasures),
		of("recency_over_tenure", "a last purchase before the first", values, recencyOverTenure),
		of("time_unit", "a length of time whose unit is not known", []model.Action{keep, model.Weeks, model.Months, model.Years}, unitlessTimes),
		dated(of("birth_year", "an impossible year of birth", values, birthYears)),
		of("age", "an impossible age", values, ages),
		dated(of("future_dates", "a date in the future", values, futureDates)),
		of("far_dates", "a date far from all others", values, farDates),
		dated(of("other_calendar", "dates of another calendar", none, otherCalendar)),
		of("early_dates", "a date that stands for no value", values, earlyDates),
		of("currencies", "an amount in another currency", rows, currencies),
		of("zero_amount", "an amount of zero", rows, zeros(model.Amount)),
		of("zero_quantity", "a quantity of zero", rows, zeros(model.Quantity)),
		of("zero_price", "a price of zero", rows, zeros(model.UnitPrice)),
		of("returns_only", "a return by a customer who bought nothing", rows, returnsOnly),
		of("near_categories", "the same word in several writings", []model.Action{keep, model.Merge}, nearCategories),
		of("mojibake", "text in the wrong encoding", values, mojibake),
		of("email", "not an e-mail address", values, emails),
		of("phone", "not a phone number", values, phones),
		of("constant_column", "the same value in every row", none, constantColumn),
		of("nearly_empty", "hardly any value", none, nearlyEmpty),
	}
}

// Checks lists every check.
func Checks() []Check {
	var out []Check
	for _, c := range catalogue() {
		out = append(out, c.Check)
	}
	return out
}

// Lookup returns the description of a check.
func Lookup(id string) (Check, error) {
	c, err := lookup(id)
	return c.Check, err
}

func lookup(id string) (check, error) {
	var known []string
	for _, c := range catalogue() {
		if c.ID == id {
			return c, nil
		}
		known = append(known, c.ID)
	}
	return check{}, fmt.Errorf("no check of quality is called %q; there are %s", id, strings.Join(known, ", "))
}

// Validate returns an error unless the treatment's check exists, may be answered
// with its action and takes its limit. Whether the column exists shows when it is
// applied.
func Validate(t model.Treatment) error {
	c, err := lookup(t.Check)
	if err != nil {
		return err
	}
	if slices.Contains(c.Actions, t.Action) {
		_, err := c.today(t)
		return err
	}
	var may []string
	for _, a := range c.Actions {
		may = append(may, string(a))
	}
	if len(may) == 1 {
		return fmt.Errorf("what %s finds can only be told, not treated: %s", t.Check, c.Label.Key)
	}
	return fmt.Errorf("%q cannot be done about %s; it takes %s", t.Action, t.Check, strings.Join(may, ", "))
}
