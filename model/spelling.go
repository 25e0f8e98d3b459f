package model

import (
	"slices"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"custseg/model/idorder"
)

// Unseen reports whether a character shows nothing, takes no room and keeps words
// that look alike apart: U+200B, U+00AD, U+FEFF, signs of direction and selectors
// of variants. They are the Default_Ignorable_Code_Points of Unicode (UAX #44),
// and the few signs of format beside these.
func Unseen(r rune) bool {
	if r < '\u00AD' || r > '\u3164' && r < '\uFE00' {
		return false // nearly every text is of these alone, and there are none among them
	}
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) &&
		!unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// Seen returns a word without the characters that are [Unseen].
func Seen(word string) string {
	if strings.IndexFunc(word, Unseen) < 0 {
		return word
	}
	return strings.Map(func(r rune) rune {
		if Unseen(r) {
			return -1
		}
		return r
	}, word)
}

// PlainID returns an id without what files write differently: leading zeros, a
// fraction of zero, case, spaces, width and what nobody sees. Ids that become
// equal are likely to be one.
func PlainID(id string) string {
	plain := strings.Join(strings.Fields(strings.ToLower(norm.NFKC.String(Seen(id)))), "")
	plain = strings.TrimSuffix(plain, ".0")
	if trimmed := strings.TrimLeft(plain, "0"); trimmed != "" {
		return trimmed
	}
	if plain != "" && idorder.AllDigits(plain) {
		return "0"
	}
	return plain
}

// warnSpelling warns of customers whose ids differ only in writing, within a
// table or between tables. Tables that share hardly an id were told apart
// already.
func (b *customerBuilder) warnSpelling() {
	if b.spelling {
		return
	}
	if SurelyDiffer(b.c.ids.Any) {
		return
	}
	byPlain := make(map[string][]string, b.c.ids.Len())
	for id := range b.c.ids.Each {
		plain := PlainID(id)
		byPlain[plain] = append(byPlain[plain], id)
	}
	count := 0
	var first []string
	for _, ids := range byPlain {
		if len(ids) < 2 {
			continue
		}
		count += len(ids) - 1
		if first == nil || slices.CompareFunc(ids, first, idorder.Compare) < 0 {
			first = ids
		}
	}
	if count > 0 {
		b.warn("%d customer ids differ from another only in leading zeros, a fraction of zero, case, spaces or width, such as %q and %q; "+
			"each counts as a customer of its own: write them alike in the files", count, first[0], first[1])
	}
}

// SurelyDiffer reports whether ids that differ surely differ as [PlainID] writes
// them too: all are ASCII without spaces, leading zeros and fractions, and no two
// letters differ in case. AnyOf tells whether any of the ids is of some sort, and may
// ask from several goroutines, as [Dictionary.Any] does.
func SurelyDiffer(anyOf func(is func(id string) bool) bool) bool {
	var lower, upper atomic.Bool
	odd := anyOf(func(id string) bool {
		small, large := false, false
		for i := range len(id) {
			c := id[i]
			if c <= ' ' || c >= utf8.RuneSelf {
				return true
			}
			small, large = small || c >= 'a' && c <= 'z', large || c >= 'A' && c <= 'Z'
		}
		if small && !lower.Load() {
			lower.Store(true)
		}
		if large && !upper.Load() {
			upper.Store(true)
		}
		return strings.HasPrefix(id, "0") || strings.HasSuffix(id, ".0")
	})
	return !odd && !(lower.Load() && upper.Load())
}
