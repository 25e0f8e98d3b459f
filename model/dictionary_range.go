package model

import (
	"slices"
	"strings"

	"custseg/model/parallel"
)

// Any reports whether any word is of some sort. Many words are looked at side by
// side. Is must not keep them.
func (d Dictionary) Any(is func(word string) bool) bool {
	return parallel.Any(d.n, func(from, to int) bool { return d.anyOf(from, to, is) })
}

// AnySpelling reports whether any word is of some sort that does not depend on the
// digits of a number behind letters, but for the first.
func (d Dictionary) AnySpelling(is func(word string) bool) bool {
	if d.serial.Len() > 0 {
		return is(d.serial.Letters() + "1")
	}
	return d.Any(is)
}

// those returns the words that are of some sort, by code. Many words are looked at side
// by side.
func (d Dictionary) those(are func(word string) bool) []string {
	found := make([][]string, parallel.Parts(d.n))
	parallel.Over(d.n, func(part, from, to int) {
		d.anyOf(from, to, func(word string) bool {
			if are(word) {
				found[part] = append(found[part], d.lasting(word))
			}
			return false
		})
	})
	return slices.Concat(found...)
}

// lasting returns a word that was shown as one that can be kept.
func (d Dictionary) lasting(word string) string {
	if d.serial != nil {
		return strings.Clone(word)
	}
	return word
}

// anyOf looks at the words of some codes.
func (d Dictionary) anyOf(from, to int, is func(word string) bool) bool {
	if d.list != nil {
		return slices.ContainsFunc(d.list[from:to], is)
	}
	if d.serial != nil {
		return d.serial.Visit(from, to, is)
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

// holdsByte reports whether any word may hold a byte that is no digit: where words are
// packed, that they may means that their lengths or they do.
func (d Dictionary) holdsByte(c byte) bool {
	if d.serial != nil {
		return strings.IndexByte(d.serial.Letters(), c) >= 0
	}
	if d.pages == nil {
		return slices.ContainsFunc(d.list, func(word string) bool { return strings.IndexByte(word, c) >= 0 })
	}
	return slices.ContainsFunc(d.pages, func(page string) bool { return strings.IndexByte(page, c) >= 0 })
}
