package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/formula"
	"custseg/model/parallel"
)

// cte is a common table expression of a query.
type cte struct {
	name, says, query string
	once              bool // engines must not put its expressions in the place of its columns
}

// ErrNoSQL reports a segmentation that SQL cannot say.
var ErrNoSQL = errors.New("these segments cannot be written as SQL")

// noSQL says why a segmentation cannot be written as SQL.
func noSQL(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrNoSQL, fmt.Errorf(format, args...))
}

// query is a segmentation as a query on the tables that it was made of.
type query struct {
	Dialect
	v       *view
	rule    formula.Expr
	inputs  []sqlInput
	filters []sqlInput  // read for the filter of customers alone
	asOf    bool        // the rule goes by the as-of date itself
	kept    string      // the condition of the customers who are placed, empty for all
	orders  *orderQuery // nil when none is asked for
	people  []*peopleQuery
	layers  [][]*formula.Named // named parts, those made of others after these
	write   sqlFormula
	derived model.Derivation
	taken   map[string]bool // names of columns
}

// sqlInput is an input of the rule, and the expression of it over the joined
// tables.
type sqlInput struct {
	formula.Need
	name, sql string
}

// checkSQL reports what would keep a segmentation from being written as a query.
func checkSQL(path string, d Document, o Options) error {
	if d.Segmentation == nil {
		return fmt.Errorf("cannot write %s: %w", path, noSQL("there is not one method whose rule to write"))
	}
	v, err := newView(d, o)
	if err == nil {
		_, err = newQuery(v, o.Dialect)
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	return nil
}

// writeSQL writes the segmentation as a query.
func writeSQL(ctx context.Context, w io.Writer, v *view, d Dialect) error {
	text, err := parallel.Stoppable(ctx, func() (string, error) {
		q, err := newQuery(v, d)
		if err != nil {
			return "", err
		}
		return q.head() + q.body(), nil
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, text)
	return err
}

// mostCases is how many segments a query may tell apart, each of which is a case of
// one expression: SQLite and others take no deeper ones.
const mostCases = 1000

// newQuery makes the query; the error says what SQL cannot.
func newQuery(v *view, d Dialect) (*query, error) {
	if d == "" {
		d = DuckDB
	}
	if !d.known() {
		return nil, fmt.Errorf("no dialect of SQL is called %q; choose from %s, %s and %s", d, DuckDB, Postgres, Spark)
	}
	if n := len(v.result.Segments); n > mostCases {
		return nil, noSQL("the rule has too many segments, %d, for a database, which carries out %d at most: put the small ones together", n, mostCases)
	}
	q := &query{Dialect: d, v: v, derived: v.source.Derivation()}
	if err := q.readRule(); err != nil {
		return nil, err
	}
	if err := q.obstacles(); err != nil {
		return nil, err
	}
	if err := q.plan(); err != nil {
		return nil, err
	}
	if err := q.legible(); err != nil {
		return nil, err
	}
	if err := q.check(); err != nil {
		return nil, err
	}
	return q, q.secrets()
}

// secrets refuses a rule that speaks of values which a privacy hides.
func (q *query) secrets() error {
	ofID := slices.ContainsFunc(formula.Needs(q.rule), func(n formula.Need) bool { return n.Kind == formula.Fact && n.Name == model.FactID })
	if m := q.v.mask; m != nil && m.where != m.hiddenWhere {
		return noSQL("the filter speaks of values that are hidden")
	}
	if text := q.body(); q.v.mask.text(text) != text || ofID && q.v.mask.hidesIDs() {
		return noSQL("the rule speaks of values that are hidden")
	}
	return nil
}

// readRule takes the formula of the segmentation.
func (q *query) readRule() error {
	p, why := q.v.result.Placing, q.v.method.Unwritten
	switch {
	case p != nil && p.Formula != nil:
	case !why.Empty():
		return noSQL("%s", q.v.text(why))
	case p != nil && !p.Settled.Empty():
		return noSQL("%s", q.v.text(p.Settled))
	default:
		return noSQL("the method %s does not place a customer by a rule on their own values", q.v.method.ID)
	}
	q.rule = p.Formula()
	what, untold := formula.Gap(q.rule)
	switch {
	case untold && !why.Empty():
		return noSQL("%s", q.v.text(why))
	case untold:
		return noSQL("no formula tells %s", what)
	}
	return nil
}

// obstacles refuses how customers were made where no query of the tables can.
func (q *query) obstacles() error {
	for _, o := range q.derived.Obstacles {
		return noSQL("%s", q.v.note(o))
	}
	return nil
}

// check refuses a rule that does not give the segments that the method gave.
func (q *query) check() error {
	s, differ := q.v.result, 0
	for i, g := range q.v.source.Evaluate(q.rule) {
		if unplaced := math.IsNaN(g); unplaced != s.Segments[s.Of[i]].Unclassified || !unplaced && g != float64(s.Of[i]) {
			differ++
		}
	}
	if differ > 0 {
		return noSQL("%d customers are elsewhere than their own values say, as where ties are broken", differ)
	}
	return nil
}

// body writes the common table expressions and the last query.
func (q *query) body() string {
	var b strings.Builder
	b.WriteString("WITH\n")
	for i, c := range q.ctes() {
		if i > 0 {
			b.WriteString(",\n")
		}
		if c.says != "" {
			b.WriteString("-- " + c.says + "\n")
		}
		as := " AS ("
		if c.once && q.Dialect != Spark { // which knows no such word, and keeps what is expensive apart
			as = " AS MATERIALIZED ("
		}
		b.WriteString(c.name + as + "\n  " + c.query + "\n)")
	}
	b.WriteString("\n" + q.last() + ";\n")
	return b.String()
}

func (q *query) ctes() []cte {
	var out []cte
	if q.scoped() {
		out = append(out, cte{name: "scope", says: "score at another date by changing this one", query: "SELECT DATE " + q.text(q.v.source.AsOf.String()) + " AS as_of"})
	}
	if q.orders != nil {
		out = append(out, q.orders.ctes()...)
	}
	for _, p := range q.people {
		out = append(out, p.cte(q.Dialect))
	}
	out = append(out, q.customerIDs(), q.customers())
	from := "customers"
	if q.kept != "" {
		from = "kept"
		out = append(out, cte{from, "customers who pass the filter", "SELECT *\n  FROM customers\n  WHERE " + q.kept, false})
	}
	for i, layer := range q.layers {
		columns := []string{from + ".*"}
		for _, n := range layer {
			columns = append(columns, q.write.number(n.Of)+" AS "+q.name(q.write.named[n]))
		}
		name, says := fmt.Sprintf("scores_%d", i+1), ""
		if i == 0 {
			says = "what the rule works out, with what was fitted"
		}
		out = append(out, cte{name, says, "SELECT " + strings.Join(columns, ",\n    ") + "\n  FROM " + from, true})
		from = name
	}
	return append(out, cte{"placed", "the rule", "SELECT " + from + ".*,\n    " + q.write.number(q.rule) + " AS place\n  FROM " + from, true})
}

// last selects customers with their segments and what they go by.
func (q *query) last() string {
	unclassified, of := len(q.v.names), "CASE place"
	for g, name := range q.v.names {
		if q.v.result.Segments[g].Unclassified {
			unclassified = g
			continue
		}
		of += fmt.Sprintf(" WHEN %d THEN %s", g, q.text(name))
	}
	columns := []string{"customer_id", fmt.Sprintf("CAST(COALESCE(place, %d) AS INTEGER) + 1 AS segment_number", unclassified),
		of + " ELSE 'Unclassified' END AS segment"}
	for _, in := range q.inputs {
		columns = append(columns, q.name(in.name))
	}
	for _, layer := range q.layers {
		for _, n := range layer {
			if slices.ContainsFunc(q.v.result.Scores, func(c model.Column) bool { return c.Name() == n.Name }) {
				columns = append(columns, q.name(q.write.named[n]))
			}
		}
	}
	return "SELECT " + strings.Join(columns, ",\n  ") + "\nFROM placed\nORDER BY customer_id"
}
