package basket

import (
	"context"
	"slices"
)

// miner grows frequent sets from one size to the next.
type miner struct {
	ctx   context.Context
	b     Baskets
	least int        // baskets that make a set frequent
	held  [][]int32  // by item: the baskets that hold it, ascending; nil unless frequent
	level []frequent // sets of one size, by items
}

// frequent is a set and the baskets that hold it.
type frequent struct {
	items []int32
	held  []int32
}

func (m *miner) sets() []Set {
	out := make([]Set, len(m.level))
	for i, f := range m.level {
		out[i] = Set{f.items, len(f.held)}
	}
	return out
}

// single finds the frequent items.
func (m *miner) single() {
	count := make([]int, m.b.Items)
	for _, item := range m.b.List {
		count[item]++
	}
	m.held = make([][]int32, m.b.Items)
	for item, n := range count {
		if n >= m.least {
			m.held[item] = make([]int32, 0, n)
		}
	}
	for i := range m.b.Len() {
		for _, item := range m.b.Of(i) {
			if m.held[item] != nil {
				m.held[item] = append(m.held[item], int32(i))
			}
		}
	}
	for item, held := range m.held {
		if held != nil {
			m.level = append(m.level, frequent{[]int32{int32(item)}, held})
		}
	}
}

// mostCounted is the number of frequent items up to which pairs are counted in
// a table of all of them.
const mostCounted = 4000

// pairs finds the frequent pairs: in one pass over the baskets where a table
// holds all pairs, else like larger sets.
func (m *miner) pairs() error {
	n := len(m.level)
	if n > mostCounted {
		return m.extend()
	}
	place := make([]int32, m.b.Items) // among frequent items, -1 for none
	for i := range place {
		place[i] = -1
	}
	for i, f := range m.level {
		place[f.items[0]] = int32(i)
	}
	count := make([]int32, n*n)
	var here []int32
	for i := range m.b.Len() {
		if i%1000 == 0 && m.ctx.Err() != nil {
			return m.ctx.Err()
		}
		here = here[:0]
		for _, item := range m.b.Of(i) {
			if place[item] >= 0 {
				here = append(here, place[item])
			}
		}
		for a, x := range here {
			row := count[int(x)*n:]
			for _, y := range here[a+1:] {
				row[y]++
			}
		}
	}
	return m.grow(func(a, b int) bool { return int(count[a*n+b]) >= m.least })
}

// extend finds the frequent sets one item larger.
func (m *miner) extend() error {
	known := make(map[string]bool, len(m.level))
	for _, f := range m.level {
		known[key(f.items)] = true
	}
	var part []int32
	return m.grow(func(a, b int) bool {
		// All parts of a frequent set are frequent. The two that lack one of the last
		// items are the joined ones.
		x, y := m.level[a].items, m.level[b].items
		for skip := range len(x) - 1 {
			part = append(append(part[:0], x[:skip]...), x[skip+1:]...)
			if !known[key(append(part, y[len(y)-1]))] {
				return false
			}
		}
		return true
	})
}

// grow joins the sets of the level that differ in their last item alone, where
// they may be frequent.
func (m *miner) grow(may func(a, b int) bool) error {
	var next []frequent
	for a, x := range m.level {
		if err := m.ctx.Err(); err != nil {
			return err
		}
		last := len(x.items) - 1
		for b := a + 1; b < len(m.level) && slices.Equal(m.level[b].items[:last], x.items[:last]); b++ {
			if !may(a, b) {
				continue
			}
			y := m.level[b]
			if held := both(x.held, y.held, m.least); held != nil {
				next = append(next, frequent{append(slices.Clone(x.items), y.items[last]), held})
			}
		}
		if len(next) > mostSets {
			return &TooManyError{last + 2}
		}
	}
	m.level = next
	return nil
}

// both is what two ascending lists share, nil when it is fewer than least.
func both(x, y []int32, least int) []int32 {
	out := make([]int32, 0, min(len(x), len(y)))
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			out = append(out, x[i])
			i, j = i+1, j+1
		}
	}
	if len(out) < least {
		return nil
	}
	return slices.Clip(out)
}

// key writes items as text, for a map.
func key(items []int32) string {
	out := make([]byte, 0, 4*len(items))
	for _, v := range items {
		out = append(out, byte(v), byte(v>>8), byte(v>>16), byte(v>>24))
	}
	return string(out)
}
