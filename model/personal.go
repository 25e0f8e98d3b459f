package model

import (
	"math"
	"slices"
	"strings"
)

// Personal reports whether a column tells who somebody is: by its role, by its
// header, see [namesPersons], or by its values, see [holdsPersons]. The answer
// does not depend on the order of rows. Ids of customers are not personal, as
// masks hash them; for screens, which show them, see [PersonalID].
func Personal(role Role, c Column) bool {
	if role == CustomerID {
		return false
	}
	info, _ := LookupRole(role)
	return info.Personal || namesPersons(role, c) || holdsPersons(role, c)
}

// Personal reports whether a column of a table tells who somebody is. Where the
// analyst took it out of play, the role that was guessed counts: that does not
// make it fit to be seen.
func (d *Dataset) Personal(roles RoleMap, table, column int) bool {
	return Personal(d.personalRole(roles, table, column), d.Tables[table].Column(column))
}

func (d *Dataset) personalRole(roles RoleMap, table, column int) Role {
	if b, ok := roles.Of(table, column); ok {
		return b.Role
	}
	for _, g := range d.Guesses {
		if info, _ := LookupRole(g.Role); info.Personal && g.Table == table && g.Column == column {
			return g.Role
		}
	}
	return ""
}

// namesPersons reports whether a column's header says that it names persons,
// and its values do not speak against it: yes and no under "phone" are none.
func namesPersons(role Role, c Column) bool {
	n := newColumnName(c.Name())
	switch {
	case role == "postcode" || n.means(postcodeNames()):
		return sharedByFew(c)
	case role == "latitude" || role == "longitude" || n.is(coordinateNames()):
		return exact(c) && sharedByFew(c)
	case role == OrderID || role == "product" || n.impersonal():
		return false
	case n.means(birthNames()):
		return !answers(c)
	case c.Kind() == Date:
		return false
	case n.means(idNames()):
		return true
	case n.means(numberNames()) && holdsDigits(c):
		return true // a handle in letters may still be one of the texts below
	case c.Kind() == Text && (n.means(textNames()) || n.namesOwner()):
		return !answers(c)
	}
	return n.is(uniqueNames()) && nearlyUnique(c)
}

// holdsPersons reports whether a column's values name persons, whatever its
// header says: any e-mail address in a text, or mostly phone numbers, Chinese
// citizens' ids, bank accounts or IP addresses.
func holdsPersons(role Role, c Column) bool {
	switch c := c.(type) {
	case *Numbers:
		return role == "" && mostlyMobiles(c.Values)
	case *Texts:
		if slices.ContainsFunc(c.Dict, containsEmail) {
			return true
		}
		words := sampleWords(c.Dict)
		if mostly(words, isCitizenID) || mostly(words, isIBAN) || mostly(words, isIP) {
			return true
		}
		// Order numbers and codes of goods can look like phone numbers, and the
		// phone number of a shop stands in every row.
		return (role == "" || role == Ignore || role == "review") && mostly(words, isPhone) && manyWords(c)
	}
	return false
}

// manyWords reports whether a column's words are as many as people have.
func manyWords(c *Texts) bool { return len(c.Dict) >= 20 || nearlyUnique(c) }

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

// mostlyMobiles reports whether at least 80 % of the numbers are Chinese mobile
// phone numbers, the only ones that survive as numbers, and hardly one repeats.
func mostlyMobiles(values []float64) bool {
	n, all := 0, 0
	for _, v := range values {
		if math.IsNaN(v) {
			continue
		}
		all++
		if v >= 13e9 && v < 2e10 && v == math.Trunc(v) {
			n++
		}
	}
	return n > 0 && 5*n >= 4*all && distinctNumbers(values)*2 > all
}

// mostSampled is about how many words are looked at closely.
const mostSampled = 4096

// sampleWords picks words by their hash, so that the order in which they were
// met does not matter.
func sampleWords(dict []string) []string {
	if len(dict) <= mostSampled {
		return dict
	}
	every := uint32(len(dict)/mostSampled + 1)
	out := make([]string, 0, 2*mostSampled)
	for _, w := range dict {
		if fnv1a(w)%every == 0 {
			out = append(out, w)
		}
	}
	return out
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

// nearlyUnique reports whether more than half of a column's values are
// distinct.
func nearlyUnique(c Column) bool {
	distinct, present := countDistinct(c)
	return 2*distinct > present
}

// sharedByFew reports whether a value stands on fewer than ten rows on average:
// so few customers in one place can be told apart with little else known of
// them.
func sharedByFew(c Column) bool {
	distinct, present := countDistinct(c)
	return 10*distinct > present
}

// countDistinct counts the distinct values of a column, and all that are not
// missing.
func countDistinct(c Column) (distinct, present int) {
	for i := range c.Len() {
		if !c.Missing(i) {
			present++
		}
	}
	switch c := c.(type) {
	case *Texts:
		used := make([]bool, len(c.Dict))
		for _, code := range c.Codes {
			if code >= 0 && !used[code] {
				used[code] = true
				distinct++
			}
		}
	case *Numbers:
		distinct = distinctNumbers(c.Values)
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
		return mostly(sampleWords(c.Dict), fine)
	case *Numbers:
		n, all := 0, 0
		for _, v := range c.Values {
			if math.IsNaN(v) {
				continue
			}
			all++
			if scaled := v * 10; math.Abs(scaled-math.Round(scaled)) > 1e-6 {
				n++
			}
		}
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
		return slices.ContainsFunc(c.Dict, func(w string) bool { return countDigits(w) >= digits })
	case *Numbers:
		n, all := 0, 0
		for _, v := range c.Values {
			if math.IsNaN(v) {
				continue
			}
			all++
			if math.Abs(v) >= 1e5 && v == math.Trunc(v) {
				n++
			}
		}
		return n > 0 && 2*n >= all
	}
	return false
}

// answers reports whether a column holds nothing but yes and no.
func answers(c Column) bool {
	switch c := c.(type) {
	case *Texts:
		for _, w := range c.Dict {
			switch strings.ToLower(strings.TrimSpace(w)) {
			case "yes", "no", "y", "n", "true", "false", "t", "f", "0", "1", "ja", "nein", "oui", "non", "si", "sí",
				"是", "否", "有", "无", "はい", "いいえ", "", "-", "unknown", "opt-in", "opt-out":
			default:
				return false
			}
		}
		return true
	case *Numbers:
		for _, v := range c.Values {
			if !math.IsNaN(v) && v != 0 && v != 1 {
				return false
			}
		}
		return true
	}
	return false
}
