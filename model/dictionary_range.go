package model

import (
	"context"
	"slices"
	"strings"
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

// those returns the words that are of some sort, by code. Many words are looked at side
// by side.
func (d Dictionary) those(are func(word string) bool) []string {
	found := make([][]string, parallel.Parts(d.n))
	_ = parallel.Ranges(context.Background(), d.n, func(part, from, to int) {
		d.anyOf(from, to, func(word string) bool {
			if are(word) {
				found[part] = append(found[part], word)
			}
			return false
		})
	})
	return slices.Concat(found...)
}

// anyOf looks at the words of some codes.
func (d Dictionary) anyOf(from, to int, is func(word string) bool) bool {
	if d.list != nil {
		return slices.ContainsFunc(d.list[from:to], is)
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

// holdsByte reports whether any word may hold a byte: where words are packed, that they
// may means that their lengths or they do.
func (d Dictionary) holdsByte(c byte) bool {
	if d.pages == nil {
		return slices.ContainsFunc(d.list, func(word string) bool { return strings.IndexByte(word, c) >= 0 })
	}
	return slices.ContainsFunc(d.pages, func(page string) bool { return strings.IndexByte(page, c) >= 0 })
}
