package model

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"custseg/model/narrow"
	"custseg/model/person"
	"custseg/model/serial"
)

// holdsPersons reports whether a column's values name persons, whatever its
// header says: any e-mail address in a text, or mostly Chinese citizens' ids, bank
// accounts, IP addresses or precise places that few share. Where the column has no other meaning phone numbers,
// cards, licence plates, streets and names count too, full names however often they
// repeat: numbers of orders and codes
// of goods can look like phone numbers, and the phone number of a shop stands in
// every row.
func holdsPersons(role Role, c Column, of owners) bool {
	free := isFree(role)
	switch c := c.(type) {
	case *Numbers:
		return free && heldByMany(c, of) && hasNumbersOfPersons(digitsOf(c.Different()))
	case *Texts:
		if c.codes.hasEmail() {
			return true
		}
		words := c.codes.sampled()
		if mostly(words, person.IsCitizenID) || mostly(words, person.IsIBAN) || mostly(words, person.IsIP) {
			return true
		}
		if mostly(words, person.IsPosition) {
			return sharedByFew(c, of)
		}
		if !free {
			return false
		}
		n := newColumnName(c.Name())
		if !n.impersonal() && !n.speaksOfThings() && person.SharedNames(words) {
			return true
		}
		if !heldByMany(c, of) {
			return false
		}
		return hasNumbersOfPersons(words) || mostly(words, person.IsPhone) || mostly(words, person.IsPlate) || mostly(words, person.IsHandle) ||
			mostly(words, person.IsAddress) || !n.impersonal() && !n.speaksOfThings() && person.Names(words)
	}
	return false
}

// isFree reports whether a role says nothing that speaks against persons.
func isFree(role Role) bool { return role == "" || role == Ignore || role == "review" }

// manyOwn is how many different values are as many as people have, though many
// customers share one.
const manyOwn = 20

// heldByMany reports whether a column's values are as many as people have.
func heldByMany(c Column, of owners) bool {
	distinct, present := countDistinct(c)
	return distinct >= manyOwn || 2*distinct > of.of(present)
}

// hasNumbersOfPersons reports whether most words are of one form of numbers that
// people have: phones, cards, and ids of citizens and of social security.
func hasNumbersOfPersons(words []string) bool {
	return mostly(words, person.IsMobile) || mostly(words, person.IsCitizenID) || mostly(words, person.IsCard) || mostly(words, person.IsNationalNumber) ||
		northAmerican(words) || behindTrunkZero(words)
}

// digitsOf writes the whole ones among numbers, each once, the others as nothing.
func digitsOf(values []float64) []string {
	seen := map[float64]bool{}
	var out []string
	for _, v := range values {
		if math.IsNaN(v) || seen[v] {
			continue
		}
		seen[v] = true
		word := ""
		if v == math.Trunc(v) && v >= 0 && v < 1e16 {
			word = strconv.FormatFloat(v, 'f', 0, 64)
		}
		out = append(out, word)
	}
	return sampleWords(ListWords(out))
}

// northAmerican reports whether nearly all words are ten digits as phone numbers
// of North America are, of five areas at least: bare numbers of ten digits are
// many things, and few of them spread so.
func northAmerican(words []string) bool {
	const areasAtLeast, nearlyAll = 5, .98
	areas, n := map[string]bool{}, 0
	for _, w := range words {
		w = strings.TrimSpace(w)
		if len(w) == 10 && strings.Trim(w, "0123456789") == "" && w[0] >= '2' && w[3] >= '2' && w[1:3] != "11" {
			n++
			areas[w[:3]] = true
		}
	}
	return len(areas) >= areasAtLeast && float64(n) >= nearlyAll*float64(len(words))
}

// behindTrunkZero reports whether nearly all words are ten digits as phone numbers
// of many countries are at home, a zero and then none, of three areas at least:
// numbers filled up with zeros have more of them.
func behindTrunkZero(words []string) bool {
	const areasAtLeast, nearlyAll = 3, .98
	areas, n := map[string]bool{}, 0
	for _, w := range words {
		w = strings.TrimSpace(w)
		if len(w) == 10 && strings.Trim(w, "0123456789") == "" && w[0] == '0' && w[1] != '0' {
			n++
			areas[w[:3]] = true
		}
	}
	return len(areas) >= areasAtLeast && float64(n) >= nearlyAll*float64(len(words))
}

// mostly reports whether at least 80 % of the words are of a form.
func mostly(words []string, form func(string) bool) bool {
	n := 0
	for _, w := range words {
		if form(strings.TrimSpace(w)) {
			n++
		}
	}
	return n > 0 && 5*n >= 4*len(words)
}

// mostSampled is about how many words are looked at closely.
const mostSampled = 4096

// sampleWords picks words by their hash, so that the order in which they were
// met does not matter.
func sampleWords(dict Dictionary) []string {
	if dict.Len() <= mostSampled {
		return dict.List()
	}
	most := uint32(math.MaxUint32 / (dict.Len()/mostSampled + 1))
	if dict.serial != nil {
		return dict.serial.Those(func(number uint32) bool { return scatter(number) <= most })
	}
	return dict.those(func(word string) bool { return hashWord(word) <= most })
}

// hashWord is a hash of a word: of its number where it has one behind letters, as many
// words can be told by their numbers alone.
func hashWord(word string) uint32 {
	if number, ok := serial.NumberOf(word); ok {
		return scatter(number)
	}
	return scatter(fnv1a(word))
}

// scatter spreads numbers over all numbers (the finisher of A. Appleby's MurmurHash3).
func scatter(x uint32) uint32 {
	x ^= x >> 16
	x *= 0x85ebca6b
	x ^= x >> 13
	x *= 0xc2b2ae35
	return x ^ x>>16
}

// fnv1a is the 32-bit FNV-1a hash of a word; hash/fnv takes an allocation for
// each.
func fnv1a(w string) uint32 {
	h := uint32(2166136261)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h
}

// nearlyUnique reports whether a column has more than half as many values as
// there are customers.
func nearlyUnique(c Column, of owners) bool {
	distinct, present := countDistinct(c)
	return 2*distinct > of.of(present)
}

// sharedByFew reports whether fewer than ten customers share a value on average:
// so few customers in one place can be told apart with little else known of
// them.
func sharedByFew(c Column, of owners) bool {
	distinct, present := countDistinct(c)
	return 10*distinct > of.of(present)
}

// countDistinct counts the distinct values of a column, and all that are not
// missing.
func countDistinct(c Column) (distinct, present int) {
	switch c := c.(type) {
	case *Texts:
		return c.Different()
	case *Numbers:
		return distinctNumbers(c.Different()), c.Held()
	}
	for i := range c.Len() {
		if !c.Missing(i) {
			present++
		}
	}
	return 0, present
}

// distinctCodes counts the codes that occur of so many words, and the rows that have
// one.
func distinctCodes(codes *narrow.Codes, words int) (distinct, present int) {
	if codes.Size() == 0 {
		return codes.Len(), codes.Len()
	}
	used := make([]bool, words)
	for _, code := range codes.All() {
		if code < 0 {
			continue
		}
		present++
		if !used[code] {
			used[code] = true
			distinct++
		}
	}
	return distinct, present
}

func distinctNumbers(values []float64) int {
	sorted := slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	slices.Sort(sorted)
	return len(slices.Compact(sorted))
}

// exact reports whether most coordinates are finer than one decimal, some ten
// kilometres.
func exact(c Column) bool {
	fine := func(s string) bool {
		_, decimals, _ := strings.Cut(s, ".")
		return len(decimals) > 1
	}
	switch c := c.(type) {
	case *Texts:
		return mostly(c.codes.sampled(), fine)
	case *Numbers:
		n, all := countNumbers(c, func(v float64) bool { return math.Abs(v*10-math.Round(v*10)) > 1e-6 })
		return 2*n > all
	}
	return false
}

// holdsDigits reports whether values can be phone numbers, accounts and the
// like: mostly numbers of six digits or more, or some text with five. A card may be a
// kind of card, and mobile an answer.
func holdsDigits(c Column) bool {
	const digits = 5
	switch c := c.(type) {
	case *Texts:
		return c.Dict.Any(func(w string) bool { return countDigits(w) >= digits })
	case *Numbers:
		n, all := countNumbers(c, func(v float64) bool { return math.Abs(v) >= 1e5 && v == math.Trunc(v) })
		return n > 0 && 2*n >= all
	}
	return false
}

// countNumbers counts the numbers that are some, and all that are not missing.
func countNumbers(c *Numbers, is func(float64) bool) (some, all int) {
	for _, v := range c.Values() {
		if math.IsNaN(v) {
			continue
		}
		all++
		if is(v) {
			some++
		}
	}
	return some, all
}

// answers reports whether a column holds nothing but yes and no.
func answers(c Column) bool {
	switch c := c.(type) {
	case *Texts:
		for _, w := range c.Dict.All() {
			switch strings.ToLower(strings.TrimSpace(w)) {
			case "yes", "no", "y", "n", "true", "false", "t", "f", "0", "1", "ja", "nein", "oui", "non", "si", "sí",
				"是", "否", "有", "无", "はい", "いいえ", "", "-", "unknown", "opt-in", "opt-out":
			default:
				return false
			}
		}
		return true
	case *Numbers:
		for _, v := range c.Values() {
			if !math.IsNaN(v) && v != 0 && v != 1 {
				return false
			}
		}
		return true
	}
	return false
}

func countDigits(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
