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
func (m *miner) single() error {
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
		if i%between == 0 && m.ctx.Err() != nil {
			return m.ctx.Err()
		}
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
	return nil
}

// pairs finds the frequent pairs: the partners of each item are counted in the
// baskets that hold it, so that only pairs that occur take time.
func (m *miner) pairs() error {
	place := make([]int32, m.b.Items) // among frequent items, -1 for none
	for i := range place {
		place[i] = -1
	}
	for i, f := range m.level {
		place[f.items[0]] = int32(i)
	}
	count := make([]int32, len(m.level))
	var partners []int32
	var next []frequent
	for _, x := range m.level {
		item := x.items[0]
		partners = partners[:0]
		for n, i := range x.held {
			if n%between == 0 && m.ctx.Err() != nil {
				return m.ctx.Err()
			}
			list := m.b.Of(int(i))
			for k := len(list) - 1; list[k] > item; k-- { // each pair once, by its lower item
				if y := place[list[k]]; y >= 0 {
					if count[y] == 0 {
						partners = append(partners, y)
					}
					count[y]++
				}
			}
		}
		slices.Sort(partners)
		for _, y := range partners {
			if err := m.ctx.Err(); err != nil {
				return err
			}
			if int(count[y]) >= m.least {
				next = append(next, frequent{[]int32{item, m.level[y].items[0]}, both(x.held, m.level[y].held, m.least)})
			}
			count[y] = 0
		}
		if len(next) > mostSets {
			return &TooManyError{2}
		}
	}
	m.level = next
	return nil
}

// extend finds the frequent sets one item larger, by joining the sets of the
// level that differ in their last item alone.
func (m *miner) extend() error {
	known := make(map[string]bool, len(m.level))
	for _, f := range m.level {
		known[key(f.items)] = true
	}
	var next []frequent
	for a, x := range m.level {
		last := len(x.items) - 1
		for _, y := range m.level[a+1:] {
			if err := m.ctx.Err(); err != nil {
				return err
			}
			if !slices.Equal(y.items[:last], x.items[:last]) {
				break
			}
			joined := append(slices.Clone(x.items), y.items[last])
			if !partsKnown(known, joined) {
				continue
			}
			if held := both(x.held, y.held, m.least); held != nil {
				next = append(next, frequent{joined, held})
			}
		}
		if len(next) > mostSets {
			return &TooManyError{last + 2}
		}
	}
	m.level = next
	return nil
}

// partsKnown reports whether all parts one item smaller are frequent, as those of
// a frequent set are. The two without one of the last items were joined.
func partsKnown(known map[string]bool, items []int32) bool {
	var part []int32
	for skip := range len(items) - 2 {
		part = append(append(part[:0], items[:skip]...), items[skip+1:]...)
		if !known[key(part)] {
			return false
		}
	}
	return true
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
