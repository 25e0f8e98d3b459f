package person

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Name returns the part of a text that may be somebody's name by how it is
// written: two to four capitalised words, a family name before a comma among
// them, or two to four Chinese or Korean characters that begin with a common
// family name. Digits and signs may stand beside it.
func Name(text string) (string, bool) {
	parts := nameParts(text)
	switch {
	case len(parts) == 1 && hasFamily(parts[0]):
		return parts[0], true
	case len(parts) < 2 || len(parts) > 4:
		return "", false
	}
	for _, p := range parts {
		if !capitalised(p) {
			return "", false
		}
	}
	return strings.Join(parts, " "), true
}

// Parts returns the words of a text that is written as a name is, or is a single
// word, in small letters without accents; none of other texts and of addresses.
func Parts(text string) []string {
	parts := nameParts(text)
	_, written := Name(text)
	single := len(parts) == 1 && len(parts[0]) == len(strings.TrimSpace(text)) && !hasFamily(parts[0])
	if !single && !written && !Known(text) || IsAddress(text) {
		return nil
	}
	var out []string
	for _, p := range parts {
		for half := range strings.SplitSeq(plainName(p), "-") {
			out = append(out, half)
		}
	}
	return out
}

// nameParts are the words of a text that names are made of: signs and digits part
// them, but hyphens and apostrophes do not.
func nameParts(text string) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune("'’.", r)
	})
	return slices.DeleteFunc(parts, func(p string) bool { return slices.Contains(particles(), strings.ToLower(p)) && len(parts) > 2 })
}

// particles stand in names and are no names.
func particles() []string {
	return []string{"van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "la", "le", "el", "al", "bin", "ibn", "y", "zu", "ter", "af", "av",
		"mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "ms.", "dr.", "prof", "prof.", "jr", "jr.", "sr", "sr.", "ii", "iii", "phd", "md"}
}

// capitalised reports whether a word is written as names are: a capital and then
// mostly small letters, or an initial.
func capitalised(w string) bool {
	first, size := utf8.DecodeRuneInString(w)
	rest := strings.TrimSuffix(w[size:], ".")
	return unicode.IsUpper(first) && (rest == "" || strings.IndexFunc(rest, unicode.IsLower) >= 0)
}

// hasFamily reports whether a word has the length of a Chinese or Korean name and
// begins with a family name.
func hasFamily(w string) bool {
	n := utf8.RuneCountInString(w)
	first, _ := utf8.DecodeRuneInString(w)
	return n >= 2 && n <= 4 && strings.ContainsRune(families, first)
}

// Known reports whether a text is a name made of words that are names: with a
// first or family name among its two to four words, in small letters or capitals
// too, of a Chinese family name and syllables in Latin letters, or in Chinese of a
// common family name and characters of given names, or in Japanese.
func Known(text string) bool {
	parts := nameParts(text)
	if isJapaneseName(parts) {
		return true
	}
	if len(parts) == 1 {
		return knownHan(parts[0])
	}
	if len(parts) < 2 || len(parts) > 5 || slices.Contains([]string{"san", "santa", "santo", "saint", "st", "st.", "los", "las", "new", "port", "fort"}, strings.ToLower(parts[0])) {
		return false
	}
	for _, p := range parts {
		if p = plainName(p); isGiven(p) || isFamilyWord(p) {
			return true
		}
	}
	return len(parts) <= 3 && isPinyinName(parts)
}

// plainName is a word in small letters, without accents.
func plainName(w string) string {
	var out strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(strings.Trim(w, ".'’"))) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ø':
			out.WriteRune('o')
		case r == 'ł':
			out.WriteRune('l')
		case r == 'ß':
			out.WriteString("ss")
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

func isGiven(plain string) bool { return nameWords().given[plain] }

func isFamilyWord(plain string) bool { return nameWords().families[plain] }

// isPinyinName reports whether words are a Chinese family name first or last and
// given names in syllables.
func isPinyinName(parts []string) bool {
	plain := make([]string, len(parts))
	for i, p := range parts {
		plain[i] = plainName(p)
	}
	last := len(plain) - 1
	return nameWords().pinyin[plain[0]] && allSyllables(plain[1:]) || nameWords().pinyin[plain[last]] && allSyllables(plain[:last])
}

func allSyllables(plain []string) bool {
	return !slices.ContainsFunc(plain, func(w string) bool { return !isSyllables(w) })
}

// longestSyllables is how many letters two syllables of pinyin have at most.
const longestSyllables = 12

// isSyllables reports whether a word is syllables of pinyin, two or so.
func isSyllables(w string) bool {
	switch {
	case w == "":
		return true
	case len(w) > longestSyllables:
		return false
	}
	for _, initial := range []string{"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w", ""} {
		rest, ok := strings.CutPrefix(w, initial)
		if !ok {
			continue
		}
		for _, final := range []string{"iang", "iong", "uang", "ang", "eng", "ing", "ong", "ian", "iao", "uai", "uan", "ai", "ei", "ao", "ou", "an", "en", "in", "un", "ia",
			"ie", "iu", "ua", "ue", "ui", "uo", "a", "e", "i", "o", "u", "v"} {
			if after, ok := strings.CutPrefix(rest, final); ok && len(after) < len(w) && isSyllables(after) {
				return true
			}
		}
	}
	return false
}

// knownHan reports whether a word is a Chinese name: a common family name and one
// or two characters, one of which at least is common in given names.
func knownHan(w string) bool {
	runes := []rune(w)
	given := runes
	switch {
	case len(runes) > 2 && slices.Contains(compoundFamilies(), string(runes[:2])):
		given = runes[2:]
	case len(runes) >= 2 && strings.ContainsRune(families, runes[0]):
		given = runes[1:]
	default:
		return false
	}
	return len(given) <= 2 && slices.ContainsFunc(given, func(r rune) bool { return strings.ContainsRune(givenCharacters, r) })
}

// Written reports whether most words are or hold what is written as the names of
// people, and the names differ: a word before numbers, as in "Customer 17", names
// nobody.
func Written(list []string) bool {
	n := 0
	names := map[string]bool{}
	for _, w := range list {
		if name, ok := Name(w); ok {
			n++
			names[name] = true
		}
	}
	return n > 0 && 5*n >= 4*len(list) && 3*len(names) >= n
}

// fewNames is how many different words a list of names has at least.
const fewNames = 4

// Names reports whether most words are names of people, by the names and not only
// by how they are written: "Pink Lady" and "Office Supplies" are none. Single
// words are names only where nearly all are.
func Names(list []string) bool {
	known, single, alone := 0, 0, map[string]bool{}
	for _, w := range list {
		parts := nameParts(w)
		plain := ""
		if len(parts) == 1 && len(parts[0]) == len(strings.TrimSpace(w)) {
			plain = plainName(parts[0])
		}
		switch {
		case plain != "" && (isGiven(plain) || isFamilyWord(plain)):
			single++
			alone[plain] = true
		case Known(w):
			known++
		}
	}
	if len(list) < fewNames {
		return false
	}
	return 5*known >= 3*len(list) || 5*(known+single) >= 4*len(list) && len(alone)+known >= fewNames
}
