package seg

import (
	"cmp"
	"slices"
	"sync"

	"custseg/model"
	"custseg/model/formula"
)

// mix is over how many of their orders customers used each word of an order
// column, such as channels. An order counts once for every word its lines have;
// what was given back does not count.
type mix struct {
	words   []string
	of      [][]tally    // per customer, the most used first, ties by the word
	total   []float64    // per customer, the sum of the tallies
	unknown int          // lines without a word
	pooled  model.Phrase // names the last word when rare ones are together there
	rare    []bool       // by word: it is together with others
	notes   []model.Phrase

	// What decides, where a method does by the mix: the word of a column about
	// customers, or their orders by word. See [mix.tell].
	own    measured
	inputs []mixInput

	// What a formula goes by, see [mix.leaderExpr]: the role of the orders' column
	// and how it writes each word, nil where no formula tells; or the column about
	// customers whose texts list words.
	role  model.Role
	spelt [][]string
	lists *wordLists
	lead  struct {
		once sync.Once
		expr formula.Expr
	}
	place struct {
		once sync.Once
		of   []int32
	}
}

// tally is the orders of one customer with one word.
type tally struct {
	word   int32
	orders float64
}

// orderMix counts an order column by customers. It is false when the orders
// have none with the role.
func (in Input) orderMix(role model.Role) (*mix, bool) {
	o := in.Customers.Orders()
	if o == nil {
		return nil, false
	}
	column, ok := o.Column(role)
	if !ok {
		return nil, false
	}
	words, notes := alike(column)
	key, n := orderKey(o), in.Customers.Len()
	m := &mix{words: words.Dict.List(), notes: notes, of: make([][]tally, n), total: make([]float64, n), role: role, spelt: spellingsOf(column, words)}
	type use struct {
		word int32
		key  int64
	}
	var uses []use
	for i := range n {
		uses = uses[:0]
		from, to := o.Lines(i)
		for l := from; l < to; l++ {
			switch w := words.Code(int(o.Row[l])); {
			case o.Back(l):
			case w < 0:
				m.unknown++
			default:
				uses = append(uses, use{w, key(l)})
			}
		}
		slices.SortFunc(uses, func(a, b use) int { return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.key, b.key)) })
		for _, u := range slices.Compact(uses) {
			m.add(i, u.word)
		}
		m.rank(i)
	}
	return m, true
}

// ownMix takes the one word that a column about customers has of each.
func ownMix(of measured) *mix {
	m := &mix{words: of.words, of: make([][]tally, len(of.values)), total: make([]float64, len(of.values)), own: of}
	for i, v := range of.values {
		if finite(v) {
			m.add(i, int32(v))
		}
	}
	return m
}

// orderKey tells the orders of one customer apart by their lines: by order id,
// or else by day.
func orderKey(o *model.Orders) func(line int) int64 {
	var ids *model.Texts
	if c, ok := o.Column(model.OrderID); ok {
		ids = asWords(c)
	}
	return func(line int) int64 {
		if ids != nil && ids.Code(int(o.Row[line])) >= 0 {
			return int64(ids.Code(int(o.Row[line])))
		}
		if o.Time(line) == model.NoDate {
			return -1 - int64(line)
		}
		return -1<<40 - int64(model.DayOf(o.Time(line))) // apart from lines
	}
}

// add counts an order of customer i, whose words come together.
func (m *mix) add(i int, word int32) {
	if last := len(m.of[i]) - 1; last < 0 || m.of[i][last].word != word {
		m.of[i] = append(m.of[i], tally{word: word})
	}
	m.of[i][len(m.of[i])-1].orders++
	m.total[i]++
}

func (m *mix) rank(i int) { m.sort(m.of[i]) }

// sort puts the most used first, ties by the word.
func (m *mix) sort(of []tally) {
	slices.SortFunc(of, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.orders, a.orders), cmp.Compare(m.words[a.word], m.words[b.word]))
	})
}

// share is the share of a customer's orders that had their word of a place, from
// 0 the most used; missing for a customer without orders, 0 without such a word.
func (m *mix) share(place int) []float64 {
	out := make([]float64, len(m.of))
	for i, tallies := range m.of {
		switch {
		case len(tallies) == 0:
			out[i] = missing
		case place < len(tallies):
			out[i] = tallies[place].orders / m.total[i]
		}
	}
	return out
}

// shareOf is the share of each customer's orders that had a word, missing
// without orders.
func (m *mix) shareOf(word int32) []float64 {
	out := make([]float64, len(m.of))
	for i, tallies := range m.of {
		out[i] = missing
		if len(tallies) > 0 {
			out[i] = 0
		}
		for _, t := range tallies {
			if t.word == word {
				out[i] = t.orders / m.total[i]
			}
		}
	}
	return out
}

// concentration is the index of Herfindahl and Hirschman, the sum of the squared
// shares of the words: 1 for one word, 1/n for n alike.
func (m *mix) concentration(id string, label model.Phrase) measured {
	return computedBy(id, label, model.Plain, len(m.of), func(w whatIf) float64 {
		squares, total := 0., 0.
		for _, t := range m.as(w) {
			squares, total = squares+t.orders*t.orders, total+t.orders
		}
		return squares / (total * total) // missing without any
	}, m.sources()...).toldDecimal(m.concentrationExpr)
}

// first is the most used word of each customer, -1 for none.
func (m *mix) first() []int32 {
	out := make([]int32, len(m.of))
	for i, tallies := range m.of {
		out[i] = -1
		if len(tallies) > 0 {
			out[i] = tallies[0].word
		}
	}
	return out
}

// byOrders lists the words that occur with their orders, the most used first,
// ties by the word.
func (m *mix) byOrders() []tally {
	all := make([]tally, len(m.words))
	for w := range all {
		all[w].word = int32(w)
	}
	for _, tallies := range m.of {
		for _, t := range tallies {
			all[t.word].orders += t.orders
		}
	}
	all = slices.DeleteFunc(all, func(t tally) bool { return t.orders == 0 })
	m.sort(all)
	return all
}

// label names a word for a reader.
func (m *mix) label(word int32) model.Phrase {
	if !m.pooled.Empty() && int(word) == len(m.words)-1 {
		return m.pooled
	}
	return model.Raw(m.words[word])
}

// pool puts words with less than a share of all orders together under another
// name, and returns how many there are in it.
func (m *mix) pool(least float64, name model.Phrase) int {
	all, sum := m.byOrders(), 0.
	for _, t := range all {
		sum += t.orders
	}
	rare, small := make([]bool, len(m.words)), 0
	for _, t := range all {
		if t.orders/sum < least {
			rare[t.word] = true
			small++
		}
	}
	if small < 2 { // one alone keeps its name
		return 0
	}
	other := int32(len(m.words))
	m.rare = rare
	m.words, m.pooled = append(slices.Clone(m.words), name.Key), name
	for i, tallies := range m.of {
		var kept []tally
		pooled := tally{word: other}
		for _, t := range tallies {
			if rare[t.word] {
				pooled.orders += t.orders
			} else {
				kept = append(kept, t)
			}
		}
		if pooled.orders > 0 {
			m.of[i] = append(kept, pooled)
			m.rank(i)
		}
	}
	return small
}

// moved is a word, or the name of the rare ones together.
func (m *mix) moved(word int32) int32 {
	if m.rare != nil && m.rare[word] {
		return int32(len(m.words) - 1)
	}
	return word
}

// bars are the orders by word, the most used first, with the customers whose
// most used word it is behind each.
func (m *mix) bars(title model.Phrase) *model.Bars {
	out, at := &model.Bars{Title: title, ValueTitle: model.P("orders"), CountTitle: model.P("mostly here"), Of: m.first()}, map[int32]int32{}
	for k, t := range m.byOrders() {
		at[t.word] = int32(k)
		out.Labels, out.Values = append(out.Labels, m.label(t.word)), append(out.Values, t.orders)
	}
	for i, w := range out.Of {
		if w >= 0 {
			out.Of[i] = at[w]
		}
	}
	return out
}
