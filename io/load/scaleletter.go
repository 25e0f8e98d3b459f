package load

import "strings"

// scaleLetter returns a number with K or M behind it as one with an exponent:
// 1.5e3 for 1.5K.
func scaleLetter(word string) (out string, letter byte) {
	if word == "" {
		return word, 0
	}
	digits := strings.TrimRight(word[:len(word)-1], blanks)
	if digits == "" || !isDigit(digits[len(digits)-1]) {
		return word, 0
	}
	switch word[len(word)-1] {
	case 'K', 'k':
		return digits + "e3", 'K'
	case 'M':
		return digits + "e6", 'M'
	}
	return word, 0
}

// enoughLetters is how many different numbers must carry K or M.
const enoughLetters = 2

// hasScaleLetters reports whether K and M behind the numbers of a column are
// thousands and millions. 2K and 4K alone are names: both letters must occur, or
// a fraction before one.
func hasScaleLetters(w *words) bool {
	letters, seen, fraction := 0, map[byte]bool{}, false
	for _, word := range w.all() {
		if meansNothing(word) {
			continue
		}
		number, letter := scaleLetter(word)
		if !isNumber(number) {
			return false
		}
		if letter != 0 {
			letters++
			seen[letter] = true
			fraction = fraction || strings.ContainsAny(number, ".,")
		}
	}
	return letters >= enoughLetters && (fraction || len(seen) > 1)
}
