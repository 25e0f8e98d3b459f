package model

import (
	"slices"

	"custseg/model/idorder"
)

// Join says how well a table meets the others on a key.
type Join struct {
	Table            int      // of the dataset
	With             int      // the table it is joined to, -1 for all others that name customers
	Key              string   // the header of the key in the table
	Rows             int      // rows of the table that have the key
	Matched          int      // distinct keys of the table that the other side has too
	Unmatched        int      // distinct keys of the table that the other side lacks
	CustomersWithout int      // customers with no row in the table; 0 when the key is no customer id
	Examples         []string // up to three unmatched keys, the first in order
}

// Joins returns how the tables in use met, by table; nothing when there is one.
// Customer ids of a table are looked for in the orders, those of the orders in
// all other tables, and where there are no orders those of each table in the
// others.
func (c *Customers) Joins() []Join { return c.joins }

// joinedColumn is a column of another table that was joined to the orders.
type joinedColumn struct{ table, column int }

// keySet is the values of a column as keys of a join.
type keySet struct {
	codes []int32
	words Dictionary
	gone  []bool // rows that were dropped, nil for none
}

func (b *customerBuilder) keySet(t, column int) keySet {
	codes, words := keysOf(b.data.Tables[t].Column(column))
	return keySet{codes, words, b.dropped[t]}
}

// has reports whether a row has a key and was not dropped.
func (s keySet) has(row int) bool { return s.codes[row] >= 0 && (s.gone == nil || !s.gone[row]) }

// rows counts, by word, the rows with a key.
func (s keySet) rows() (byWord []int32, all int) {
	byWord = make([]int32, s.words.Len())
	for r, k := range s.codes {
		if s.has(r) {
			byWord[k]++
			all++
		}
	}
	return byWord, all
}

// unique reports whether there are keys and none stands in two rows.
func (s keySet) unique() bool {
	byWord, all := s.rows()
	return all > 0 && slices.Max(byWord) == 1
}

// present returns the distinct keys.
func (s keySet) present() map[string]bool {
	byWord, _ := s.rows()
	out := make(map[string]bool, s.words.Len())
	for k, n := range byWord {
		if n > 0 {
			out[s.words.At(int(k))] = true
		}
	}
	return out
}

// matchRows finds for each row of ours the row of theirs, a table with unique
// keys, that has its key; -1 for none.
func matchRows(ours, theirs keySet) []int32 {
	at := make(map[string]int32, theirs.words.Len())
	for r, k := range theirs.codes {
		if theirs.has(r) {
			at[theirs.words.At(int(k))] = int32(r)
		}
	}
	rowOf := make([]int32, ours.words.Len())
	for k, w := range ours.words.All() {
		rowOf[k] = -1
		if r, ok := at[w]; ok {
			rowOf[k] = r
		}
	}
	out := make([]int32, len(ours.codes))
	for r, k := range ours.codes {
		out[r] = -1
		if k >= 0 {
			out[r] = rowOf[k]
		}
	}
	return out
}

// link records how the keys of a table meet those of another.
func (b *customerBuilder) link(table, with int, key string, ours, theirs keySet) {
	b.c.joins = append(b.c.joins, newJoin(table, with, key, ours, theirs.present()))
}

func newJoin(table, with int, key string, ours keySet, theirs map[string]bool) Join {
	const shown = 3
	j := Join{Table: table, With: with, Key: key}
	byWord, rows := ours.rows()
	j.Rows = rows
	var strangers []string
	for k, n := range byWord {
		switch w := ours.words.At(int(k)); {
		case n == 0:
		case theirs[w]:
			j.Matched++
		default:
			strangers = append(strangers, w)
		}
	}
	j.Unmatched = len(strangers)
	slices.SortFunc(strangers, idorder.Compare)
	j.Examples = slices.Clone(strangers[:min(len(strangers), shown)])
	return j
}

// matchCustomers records how the tables that name customers meet.
func (b *customerBuilder) matchCustomers() error {
	tables := slices.Concat(b.parts.customers, b.parts.events, b.parts.answers)
	if o := b.parts.orders; o >= 0 {
		tables = append([]int{o}, tables...)
	}
	if len(tables) > 1 {
		sets := map[int]keySet{}
		for _, t := range tables {
			sets[t] = keySet{b.idCodes[t], b.idWords[t], b.dropped[t]}
		}
		for _, t := range tables {
			if err := b.ctx.Err(); err != nil {
				return err
			}
			b.matchTable(t, tables, sets)
		}
	}
	slices.SortStableFunc(b.c.joins, func(x, y Join) int { return x.Table - y.Table })
	return nil
}

func (b *customerBuilder) matchTable(t int, tables []int, sets map[int]keySet) {
	o := b.parts.orders
	with, theirs := -1, map[string]bool{}
	if o >= 0 && t != o {
		with, theirs = o, sets[o].present()
		b.spelling = b.noteSpelling(t, o, sets[t], sets[o]) || b.spelling
	} else {
		for _, other := range tables {
			if other == t {
				continue
			}
			for id := range sets[other].present() {
				theirs[id] = true
			}
			if o < 0 && other > t {
				b.spelling = b.noteSpelling(t, other, sets[t], sets[other]) || b.spelling
			}
		}
	}
	key := RowNumber
	if column := b.roles.Column(t, CustomerID); column >= 0 {
		key = b.data.Tables[t].Column(column).Name()
	}
	j := newJoin(t, with, key, sets[t], theirs)
	j.CustomersWithout = b.without(t)
	b.c.joins = append(b.c.joins, j)
}

// noteSpelling warns when two tables share hardly a key. Where they would share
// most if leading zeros, a fraction of zero and case did not count, it says so
// and leaves it to the analyst. It reports whether it warned.
func (b *customerBuilder) noteSpelling(table, with int, ours, theirs keySet) (told bool) {
	const hardly, most = 0.05, 0.8
	x, y := ours.present(), theirs.present()
	fewest := float64(min(len(x), len(y)))
	common := shared(x, y)
	if fewest == 0 || float64(common) >= hardly*fewest {
		return false
	}
	alikeX, alikeY := spelledAlike(x), spelledAlike(y)
	name, other := b.data.Tables[table].Name, b.data.Tables[with].Name
	if n := shared(alikeX, alikeY); float64(n) >= most*float64(min(len(alikeX), len(alikeY))) {
		w := firstShared(alikeX, alikeY)
		b.warn("Only %d of %d ids of table %s are in table %s, but %d would be without leading zeros, a fraction of zero and upper case: "+
			"%q there is %q here; write them alike in both files", common, len(x), name, other, n, alikeY[w], alikeX[w])
		return true
	}
	b.warn("Only %d of %d ids of table %s are in table %s: make sure that both name the same things", common, len(x), name, other)
	return true
}

func shared[K comparable, V any](x, y map[K]V) int {
	if len(y) < len(x) {
		x, y = y, x
	}
	n := 0
	for w := range x {
		if _, ok := y[w]; ok {
			n++
		}
	}
	return n
}

func firstShared(x, y map[string]string) string {
	first, found := "", false
	for w := range x {
		if _, ok := y[w]; ok && (!found || idorder.Compare(w, first) < 0) {
			first, found = w, true
		}
	}
	return first
}

// spelledAlike maps ids without leading zeros, a fraction of zero and upper
// case to how they are written; the first of those that become equal.
func spelledAlike(ids map[string]bool) map[string]string {
	out := make(map[string]string, len(ids))
	for id := range ids {
		plain := PlainID(id)
		if held, ok := out[plain]; !ok || idorder.Compare(id, held) < 0 {
			out[plain] = id
		}
	}
	return out
}
