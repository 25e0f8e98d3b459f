package person

import (
	"slices"
	"strings"
	"unicode"
)

// span is where in a text something stands, in runes.
type span struct{ from, to int }

// Found reports whether [Hide] finds anything in a text.
func Found(text string) bool { return len(newScan(text, nil).all()) > 0 }

// HideSure replaces what tells who somebody is beyond doubt, as [Speaks] has it, in
// texts that may as well speak of goods.
func HideSure(text string, change func(string) string) string {
	return newScan(text, nil).replace((*scan).sure, change)
}

// Hide replaces what tells who somebody is in a text that people typed: e-mail
// addresses, numbers of seven digits or more that are no date and no amount, words
// with as many digits, licence plates, streets with a number, names after "Mr", "call" or 联系人, and names
// made of words that are names. Known, unless nil, says of further words in small
// letters and without accents that they are parts of names. What may be a name is
// taken for one.
func Hide(text string, known func(plain string) bool, change func(string) string) string {
	return newScan(text, known).replace((*scan).all, change)
}

// replace changes what is found.
func (t *scan) replace(find func(*scan) []span, change func(string) string) string {
	found := find(t)
	var out strings.Builder
	at := 0
	for _, s := range found {
		out.WriteString(string(t.text[at:s.from]))
		out.WriteString(change(string(t.text[s.from:s.to])))
		at = s.to
	}
	out.WriteString(string(t.text[at:]))
	return out.String()
}

// Speaks reports whether a text speaks of somebody beyond doubt: it holds an
// e-mail address, a number in the form of phones, ids or cards, or a name that a
// title or a cue announces, as in "Mrs. Lee", "call Ann" or 联系人李强丽.
func Speaks(text string) bool {
	return len(newScan(text, nil).sure()) > 0
}

// IsSentence reports whether a text has three words or more, or six Chinese
// characters, as remarks have.
func IsSentence(text string) bool {
	wide, n := 0, 0
	within := false
	for _, r := range text {
		letter := unicode.IsLetter(r)
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			wide++
			letter = false
		}
		if letter && !within {
			n++
		}
		within = letter
	}
	return n >= 3 || wide >= 6 || n > 0 && wide >= 4
}

// scan is a text in which persons are looked for.
type scan struct {
	text  []rune
	plain []rune // full-width letters and digits as their narrow ones
	known func(string) bool
	words []word
}

// word is a word of letters with spaces and signs around it.
type word struct {
	span
	low     string // in small letters
	plain   string // without accents too
	capital bool   // it begins with a capital, or is all capitals
	shout   bool   // it is all capitals
}

func newScan(text string, known func(string) bool) *scan {
	t := &scan{text: []rune(text), known: known}
	t.plain = make([]rune, len(t.text))
	for i, r := range t.text {
		if r >= 0xFF01 && r <= 0xFF5E {
			r -= 0xFEE0
		}
		t.plain[i] = r
	}
	for i := 0; i < len(t.plain); i++ {
		if !isNameLetter(t.plain[i]) {
			continue
		}
		end := i
		for end < len(t.plain) && (isNameLetter(t.plain[end]) || end+1 < len(t.plain) && strings.ContainsRune("'’", t.plain[end]) && isNameLetter(t.plain[end+1])) {
			end++
		}
		s := string(t.plain[i:end])
		upper := strings.ToUpper(s) == s
		t.words = append(t.words, word{span{i, end}, strings.ToLower(s), plainName(s), unicode.IsUpper(t.plain[i]), upper && end-i > 1})
		i = end
	}
	return t
}

// isNameLetter reports whether a rune is of a script that parts words by spaces.
func isNameLetter(r rune) bool {
	return (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)) && !isWide(r)
}

func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// all are the places of everything that is found.
func (t *scan) all() []span {
	return inOrder(slices.Concat(t.mails(), t.numbers(), t.plates(), t.streets(), t.addressed(true), t.named(), t.chinese()))
}

// sure are the places of what is somebody's beyond doubt.
func (t *scan) sure() []span {
	found := slices.DeleteFunc(t.mails(), func(s span) bool { return !HasEmail(string(t.plain[s.from:s.to])) })
	for _, s := range t.numbers() {
		word := string(t.plain[s.from:s.to])
		if IsPhone(word) || IsMobile(word) || IsCitizenID(word) || IsCard(word) || IsNationalNumber(word) || IsIBAN(word) {
			found = append(found, s)
		}
	}
	return inOrder(append(found, t.addressed(false)...))
}

// inOrder puts places in order and joins those that overlap.
func inOrder(found []span) []span {
	slices.SortFunc(found, func(a, b span) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return b.to - a.to
	})
	var out []span
	for _, s := range found {
		if n := len(out); n > 0 && s.from < out[n-1].to {
			out[n-1].to = max(out[n-1].to, s.to)
			continue
		}
		out = append(out, s)
	}
	return out
}

// mails finds e-mail addresses and words after an @.
func (t *scan) mails() []span {
	var out []span
	for i, r := range t.plain {
		if r != '@' {
			continue
		}
		from, to := i, i+1
		for from > 0 && inMail(t.plain[from-1]) {
			from--
		}
		for to < len(t.plain) && inMail(t.plain[to]) {
			to++
		}
		for to > i+1 && t.plain[to-1] == '.' {
			to--
		}
		if to-i > 2 {
			out = append(out, span{from, to})
		}
	}
	return out
}

func inMail(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !isWide(r) || strings.ContainsRune("._%+-", r)
}

// plates finds Chinese licence plates.
func (t *scan) plates() []span {
	var out []span
	for i := range t.plain {
		for n := 9; n >= 7; n-- {
			if i+n <= len(t.plain) && unicode.Is(unicode.Han, t.plain[i]) && IsPlate(string(t.plain[i:i+n])) {
				out = append(out, span{i, i + n})
				break
			}
		}
	}
	return out
}
