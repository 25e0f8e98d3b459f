package model

import (
	"context"
	"sync/atomic"

	"custseg/model/parallel"
)

// Any reports whether any word is of some sort. Many words are looked at side by
// side.
func (d Dictionary) Any(is func(word string) bool) bool {
	if parallel.Parts(d.n) < 2 {
		return d.anyOf(0, d.n, is)
	}
	var found atomic.Bool
	_ = parallel.Ranges(context.Background(), d.n, func(_, from, to int) {
		if !found.Load() && d.anyOf(from, to, is) {
			found.Store(true)
		}
	})
	return found.Load()
}

// anyOf looks at the words of some codes.
func (d Dictionary) anyOf(from, to int, is func(word string) bool) bool {
	if d.list != nil {
		for _, word := range d.list[from:to] {
			if is(word) {
				return true
			}
		}
		return false
	}
	if from == to {
		return false
	}
	spot := d.index[from/packStep]
	for code := from - from%packStep; code < to; code++ {
		var word string
		if word, spot = d.word(d.settle(spot)); code >= from && is(word) {
			return true
		}
	}
	return false
}
