package model

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// manyTables is a shop with a table of each kind.
func manyTables(t *testing.T, rnd *rand.Rand) *Dataset {
	d := &Dataset{}
	rows := func(n int, row func(i int) string) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = row(i)
		}
		return out
	}
	who := func() string { return string(rune('a' + rnd.IntN(25))) }
	day := func() string { return Day(19800 + rnd.IntN(60)).String() }
	pick := func(words ...string) string { return words[rnd.IntN(len(words))] }
	money := func() string { return fmt.Sprintf("%.2f", rnd.NormFloat64()*50+20) }
	addTable(t, d, "orders", "no=order_id|who=customer_id|day=order_date|state=status|city=city|note", rows(150, func(i int) string {
		no := fmt.Sprint(1000 + i)
		if i%20 == 0 {
			no = "C" + no
		}
		return strings.Join([]string{no, who(), day(), pick("ok", "ok", "ok", "returned", "unpaid"), pick("Rome", "Oslo", ""), "same"}, "|")
	})...)
	addTable(t, d, "lines", "no=order_id|thing=product|paid=amount", rows(400, func(i int) string {
		return strings.Join([]string{fmt.Sprint(1000 + rnd.IntN(160)), pick("tea", "pot", "cup"), money()}, "|")
	})...)
	addTable(t, d, "goods", "thing=product|kind=category", "tea|drink", "pot|ware", "jar|ware")
	addTable(t, d, "returns", "no=order_id", rows(10, func(i int) string { return fmt.Sprint(1000 + 17*i) })...)
	addTable(t, d, "people", "id=customer_id|age=age|town=city", rows(30, func(i int) string { return strings.Join([]string{who(), fmt.Sprint(20 + i), pick("Bern", "")}, "|") })...)
	addTable(t, d, "log", "id=customer_id|what=event_type|at=event_date|min=minutes|device=device", rows(300, func(i int) string {
		return strings.Join([]string{who(), pick("view", "cart", "buy", "fav", "wish"), day(), money(), pick("web", "phone")}, "|")
	})...)
	addTable(t, d, "survey", "id=customer_id|asked?|nps=recommend|mood", rows(60, func(i int) string {
		return strings.Join([]string{who(), day(), fmt.Sprint(rnd.IntN(11)), pick("good", "bad", "")}, "|")
	})...)
	addTable(t, d, "poll", "id=customer_id|sat=satisfaction|mood", rows(60, func(i int) string { return who() + "|" + money() + "|" + pick("good", "bad", "") })...)
	d.Dropped = []Exclusion{{Table: 0, Reason: P("a duplicate"), Rows: []int32{3, 4}}, {Table: 1, Reason: P("a duplicate"), Rows: []int32{5}}}
	return d
}

// shuffled is the dataset with the rows of every table in another order.
func shuffled(d *Dataset, rnd *rand.Rand) *Dataset {
	out := *d
	out.Tables, out.Dropped = nil, nil
	for i, table := range d.Tables {
		from, to := make([]int32, table.Rows()), make([]int32, table.Rows())
		for r, p := range rnd.Perm(table.Rows()) {
			from[r], to[p] = int32(p), int32(r)
		}
		mixed := *table
		mixed.columns = nil
		for _, c := range table.Columns() {
			if texts, ok := c.(*Texts); ok { // the dictionary goes by rows too
				words := make([]string, len(from))
				for r, p := range from {
					words[r] = texts.Text(int(p))
				}
				c = TextsOf(c.Name(), words)
			} else {
				c = c.Pick(from)
			}
			mixed.columns = append(mixed.columns, c)
		}
		out.Tables = append(out.Tables, &mixed)
		for _, e := range d.Dropped {
			if e.Table != i {
				continue
			}
			rows := make([]int32, len(e.Rows))
			for j, r := range e.Rows {
				rows[j] = to[r]
			}
			out.Dropped = append(out.Dropped, Exclusion{e.Table, e.Reason, rows})
		}
	}
	return &out
}

// told writes down all that is known of customers.
func told(c *Customers) string {
	var out strings.Builder
	fmt.Fprintln(&out, c.IDs().Len(), c.AsOf, c.First, c.Last, c.Joins())
	for _, f := range c.Features() {
		fmt.Fprintf(&out, "%s (%s):", f.Measure, english(f.Origin))
		for i := range c.Len() {
			fmt.Fprintf(&out, " %s", f.Text(i))
		}
		fmt.Fprintln(&out)
	}
	for _, a := range c.Attributes() {
		fmt.Fprintf(&out, "%s %s %v:", a.Name(), a.Source, a.Personal)
		for i := range c.Len() {
			fmt.Fprintf(&out, " %s", a.Text(i))
		}
		fmt.Fprintln(&out)
	}
	for _, n := range c.Notes() {
		fmt.Fprintln(&out, english(n))
	}
	for _, e := range c.Quality().Excluded {
		fmt.Fprintln(&out, e.Table, english(e.Reason), len(e.Rows))
	}
	return out.String()
}

// The order of rows changes nothing, whatever the tables hold.
func TestRowOrderOfManyTablesIsIrrelevant(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	d := manyTables(t, rnd)
	asOf, _ := ParseDay("2024-04-10")
	for _, scope := range []Scope{{AsOf: NoDay}, {AsOf: asOf, Window: 20}} {
		c := build(t, d, scope)
		want := told(c)
		if c.Len() != 25 || c.Quality().RowsUsed < 300 || len(c.Joins()) != 9 {
			t.Fatalf("the data does not hold what it should:\n%s", want)
		}
		for range 5 {
			if got := told(build(t, shuffled(d, rnd), scope)); got != want {
				t.Fatalf("told\n%s\nthen\n%s", want, got)
			}
		}
		q := c.Quality()
		n := 0
		for _, e := range q.Excluded {
			n += len(e.Rows)
		}
		if q.RowsExcluded() != n {
			t.Errorf("%d rows are excluded, %d of them named", q.RowsExcluded(), n)
		}
	}
}
