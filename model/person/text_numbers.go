package person

import (
	"strings"
	"unicode"
)

// mostBare is how many digits a number has at most in a text that is nobody's:
// more may be a phone number, an id or an account.
const mostBare = 6

// numbers finds numbers and words by which somebody may be reached or known.
func (t *scan) numbers() []span {
	var out []span
	for i := 0; i < len(t.plain); {
		if i > 0 && isAlnumRune(t.plain[i-1]) || !t.beginsNumber(i) {
			i++
			continue
		}
		s := t.numberAt(i)
		if t.tells(s) {
			out = append(out, s)
		}
		i = max(s.to, i+1)
	}
	return out
}

// beginsNumber reports whether a number, or a word of letters and digits, may
// begin at a place.
func (t *scan) beginsNumber(i int) bool {
	r := t.plain[i]
	if r == '+' || r == '(' {
		return i+1 < len(t.plain) && (isDigitRune(t.plain[i+1]) || r == '(' && t.plain[i+1] == '+')
	}
	return isAlnumRune(r)
}

// numberAt is the number or word that begins at a place: digits with the signs
// that part them, up to the end of the word. A date before it is passed.
func (t *scan) numberAt(i int) span {
	if unicode.IsLetter(t.plain[i]) {
		return t.codeAt(i)
	}
	to, last := i, i
	for to < len(t.plain) && (isDigitRune(t.plain[to]) || strings.ContainsRune(" -./()+", t.plain[to])) {
		if isDigitRune(t.plain[to]) {
			last = to + 1
		}
		to++
		if to-i == len("2006-01-02") && isDateLike(string(t.plain[i:to])) && (to == len(t.plain) || !isDigitRune(t.plain[to])) {
			return span{i, to} // what follows is a number of its own
		}
	}
	for last < len(t.plain) && isAlnumRune(t.plain[last]) {
		last++
	}
	return span{i, last}
}

// longestAccount is the length of the longest number of an account with spaces
// between its groups.
const longestAccount = 42

// codeAt is a word of letters and digits, with the groups of an account number.
func (t *scan) codeAt(i int) span {
	to := i
	for to < len(t.plain) && isAlnumRune(t.plain[to]) {
		to++
	}
	if to-i < 2 || to-i > 2 && !isDigitRune(t.plain[i+2]) || !unicode.IsLetter(t.plain[i+1]) {
		return span{i, to} // no country before digits
	}
	for end := min(len(t.plain), i+longestAccount); end > to; end-- {
		if (end == len(t.plain) || !isAlnumRune(t.plain[end])) && isAlnumRune(t.plain[end-1]) {
			if s := string(t.plain[i:end]); IsIBAN(s) || IsNationalNumber(s) {
				return span{i, end}
			}
		}
	}
	return span{i, to}
}

// tells reports whether a number or word has the digits of a phone number or an
// id, and is neither a date nor an amount.
func (t *scan) tells(s span) bool {
	text := string(t.plain[s.from:s.to])
	digits := 0
	for _, r := range text {
		if isDigitRune(r) {
			digits++
		}
	}
	switch {
	case IsNationalNumber(text):
		return true
	case digits <= mostBare || isDateLike(text) && len(text) == len("2006-01-02"):
		return false
	case len(text) == 8 && onlyDigits(text) && isDay(text):
		return false
	}
	return !isAmount(text)
}

// isAmount reports whether a number is written as money is: with up to two
// decimals, or with points between thousands.
func isAmount(s string) bool {
	whole, cents, ok := strings.Cut(s, ".")
	if ok && onlyDigits(whole) && onlyDigits(cents) && len(cents) <= 2 {
		return true
	}
	groups := strings.Split(s, ".")
	if len(groups) < 3 || len(groups[0]) > 3 || !onlyDigits(groups[0]) {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 || !onlyDigits(g) {
			return false
		}
	}
	return true
}

func isDigitRune(r rune) bool { return r >= '0' && r <= '9' }

func isAlnumRune(r rune) bool { return r < 0x80 && isAlnum(byte(r)) }
