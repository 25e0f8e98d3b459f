package load

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"custseg/model"
)

// How ids of two tables must meet for a guess to move.
const (
	strangers   = .01  // a guessed id meets less than this share of another table's ids
	relatives   = .3   // the column it moves to meets at least this share
	leastMet    = 5    // and so many ids at least
	mostSampled = 4096 // ids of a column that are compared, about
)

// reconcile moves the guess of a table's customer id to another of its columns
// where the values tell that the tables are joined by that one: the ids guessed
// from the names meet none of the ids of another table, and those of the other
// column do. It keeps all other guesses, and their order.
func (n namer) reconcile(tables []*model.Table, guesses []model.Guess) []model.Guess {
	keys := customerIDs(guesses)
	if len(keys) < 2 {
		return guesses
	}
	out := slices.Clone(guesses)
	for range len(keys) {
		m, ok := n.bestMove(tables, out)
		if !ok {
			break
		}
		out = m.apply(out, tables)
	}
	return out
}

// customerIDs returns the places of the guesses of customer ids.
func customerIDs(guesses []model.Guess) []int {
	var out []int
	for i, g := range guesses {
		if g.Role == model.CustomerID {
			out = append(out, i)
		}
	}
	return out
}

// move is a customer id's move to another column.
type move struct {
	guess  int // the place of the guess
	column int
	other  int // the table whose ids it meets
	met    meeting
}

// meeting counts the ids of a column that another column has too, of those
// sampled.
type meeting struct{ met, of int }

func (m meeting) share() float64 {
	if m.of == 0 {
		return 0
	}
	return float64(m.met) / float64(m.of)
}

// bestMove finds the move to the column that meets the largest share of another
// table's ids, among the tables whose guessed ids meet nobody's.
func (n namer) bestMove(tables []*model.Table, guesses []model.Guess) (best move, found bool) {
	keys := customerIDs(guesses)
	for _, i := range keys {
		if slices.ContainsFunc(keys, func(j int) bool {
			return i != j && meet(columnOf(tables, guesses[i]), columnOf(tables, guesses[j])).share() >= strangers
		}) {
			continue
		}
		for _, j := range keys {
			if guesses[i].Table == guesses[j].Table {
				continue
			}
			if m := n.moveTo(tables, guesses, i, j); m.met.share() > best.met.share() {
				best, found = m, true
			}
		}
	}
	return best, found
}

// moveTo finds the column to which guess i moves best so as to meet the ids of
// guess j. Its meeting is empty where there is none.
func (n namer) moveTo(tables []*model.Table, guesses []model.Guess, i, j int) (best move) {
	table := guesses[i].Table
	for c, column := range tables[table].Columns() {
		if !n.mayJoin(column, guessOf(guesses, table, c)) {
			continue
		}
		m := meet(column, columnOf(tables, guesses[j]))
		if m.met >= leastMet && m.share() >= relatives && m.share() > best.met.share() {
			best = move{i, c, guesses[j].Table, m}
		}
	}
	return best
}

func columnOf(tables []*model.Table, g model.Guess) model.Column {
	return tables[g.Table].Column(g.Column)
}

// guessOf returns the role guessed of a column, empty for none.
func guessOf(guesses []model.Guess, table, column int) model.Role {
	for _, g := range guesses {
		if g.Table == table && g.Column == column {
			return g.Role
		}
	}
	return ""
}

// mayJoin reports whether a column of a role may hold ids: text, or numbers
// under the name of a key. Numbers of other kinds meet ids by accident.
func (n namer) mayJoin(c model.Column, role model.Role) bool {
	switch role {
	case "", model.OrderID, model.CustomerName, model.Email, model.Phone:
	default:
		return false
	}
	switch c := c.(type) {
	case *model.Texts:
		return c.Dict.Len() >= leastMet
	case *model.Numbers:
		return n.keys.isKey(c.Name())
	}
	return false
}

// apply moves the guess. The column has that role only.
func (m move) apply(guesses []model.Guess, tables []*model.Table) []model.Guess {
	moved := guesses[m.guess]
	out := make([]model.Guess, 0, len(guesses))
	for i, g := range guesses {
		switch {
		case i == m.guess:
			g.Column, g.Confidence = m.column, usualConfidence
			g.Reason = model.P("%d of %d of its values are customer ids of %s too, and those of %q are not",
				m.met.met, m.met.of, tables[m.other].Name, columnOf(tables, moved).Name())
			out = append(out, g)
		case g.Table == moved.Table && g.Column == m.column:
		default:
			out = append(out, g)
		}
	}
	return out
}

// meet counts how many of a column's different values another has, or of the
// other's this one has, whichever are fewer: a customer table holds people who
// never ordered, and orders name people of whom nothing is known. Of long columns
// it takes those values whose hash says so, the same of both.
func meet(a, b model.Column) meeting {
	every := uint64(max(distinctOf(a), distinctOf(b))/mostSampled + 1)
	x, y := sampleIDs(a, every), sampleIDs(b, every)
	if len(x) > len(y) {
		x, y = y, x
	}
	m := meeting{of: len(x)}
	for id := range x {
		if y[id] {
			m.met++
		}
	}
	return m
}

// distinctOf returns how many different values a column may have.
func distinctOf(c model.Column) int {
	if t, ok := c.(*model.Texts); ok {
		return t.Dict.Len()
	}
	return c.Len()
}

// sampleIDs returns the ids of a column one in so many of all there may be,
// chosen by their hash. Numbers are written without a fraction where they have
// none, as customers' ids are when tables are joined; others are no ids.
func sampleIDs(c model.Column, every uint64) map[string]bool {
	out := map[string]bool{}
	switch c := c.(type) {
	case *model.Texts:
		for _, w := range c.Dict.All() {
			if w = strings.TrimSpace(w); w != "" && hashOfID(w)%every == 0 {
				out[w] = true
			}
		}
	case *model.Numbers:
		var digits [24]byte
		for _, v := range c.Different() {
			if v != math.Trunc(v) || math.Abs(v) > maxWholeID { // NaN too
				continue
			}
			if id := strconv.AppendInt(digits[:0], int64(v), 10); hashOfID(id)%every == 0 {
				out[string(id)] = true
			}
		}
	}
	return out
}

// maxWholeID is the largest whole number up to which a float64 holds every one.
const maxWholeID = 1 << 53

// hashOfID is FNV-1a.
func hashOfID[T string | []byte](id T) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * 1099511628211
	}
	return h
}
