package idorder

import (
	"strings"
	"unsafe"

	"custseg/model/parallel"
)

// List is ids one behind the other, so that millions of them take little more than
// their letters and nothing in them need be looked through for pointers. The zero
// value has none.
type List struct {
	text string
	ends []int // where each ends in text
}

// ListOf makes a list of ids.
func ListOf(ids ...string) List {
	var b Builder
	for _, id := range ids {
		b.Add(id)
	}
	return b.List()
}

// Len returns the number of ids.
func (l List) Len() int { return len(l.ends) }

// At returns id i.
func (l List) At(i int) string {
	from, to := l.bounds(i)
	return l.text[from:to]
}

// bounds is where id i lies in the text.
func (l List) bounds(i int) (from, to int) {
	if i > 0 {
		from = l.ends[i-1]
	}
	return from, l.ends[i]
}

// All yields the ids by place.
func (l List) All(yield func(int, string) bool) {
	from := 0
	for i, end := range l.ends {
		if !yield(i, l.text[from:end]) {
			return
		}
		from = end
	}
}

// Each yields the ids.
func (l List) Each(yield func(string) bool) {
	for _, id := range l.All {
		if !yield(id) {
			return
		}
	}
}

// Any reports whether any id is of some sort. Many are looked at side by side.
func (l List) Any(is func(id string) bool) bool {
	return parallel.Any(l.Len(), func(from, to int) bool {
		for i := from; i < to; i++ {
			if is(l.At(i)) {
				return true
			}
		}
		return false
	})
}

// Strings returns the ids as a slice of their own.
func (l List) Strings() []string {
	out := make([]string, 0, l.Len())
	for _, id := range l.All {
		out = append(out, id)
	}
	return out
}

// Pick returns the ids at some places, in that order. Each processor copies some.
func (l List) Pick(places []int32) List {
	ends := make([]int, len(places))
	parallel.Over(len(places), func(_, from, to int) {
		for i := from; i < to; i++ {
			first, last := l.bounds(int(places[i]))
			ends[i] = last - first
		}
	})
	all := 0
	for i, n := range ends {
		all += n
		ends[i] = all
	}
	text := make([]byte, all)
	parallel.Over(len(places), func(_, from, to int) {
		for i := from; i < to; i++ {
			first, last := l.bounds(int(places[i]))
			copy(text[ends[i]-(last-first):], l.text[first:last])
		}
	})
	return List{unsafe.String(unsafe.SliceData(text), len(text)), ends} // nobody writes to it any more
}

// Builder makes a [List]. The zero value is ready.
type Builder struct {
	text strings.Builder
	ends []int
}

// Grow makes room for so many ids of so many bytes in all.
func (b *Builder) Grow(ids, bytes int) {
	b.text.Grow(bytes)
	b.ends = append(make([]int, 0, len(b.ends)+ids), b.ends...)
}

// Add adds an id.
func (b *Builder) Add(id string) {
	b.text.WriteString(id)
	b.ends = append(b.ends, b.text.Len())
}

// List returns the ids that were added.
func (b *Builder) List() List { return List{b.text.String(), b.ends} }
