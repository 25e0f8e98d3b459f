package load

import "unicode/utf8"

// The functions of this file count the bytes of the character a text begins
// with, in the character sets that have several; the first byte is at least 80
// (hexadecimal). They return 0 where no character begins. The levels rank
// characters as the national standards do: 1 the usual, 2 the rare, 3 additions
// of vendors.

func between(c, low, high byte) bool { return low <= c && c <= high }

func second(b string) byte {
	if len(b) < 2 {
		return 0
	}
	return b[1]
}

func utf8Width(b string) int {
	if r, n := utf8.DecodeRuneInString(b); r != utf8.RuneError {
		return n
	}
	return 0
}

func gbWidth(b string) int {
	switch trail := second(b); {
	case b[0] == 0x80:
		return 1 // the euro of code page 936
	case b[0] == 0xFF:
		return 0
	case between(trail, '0', '9'):
		return 4
	case between(trail, 0x40, 0xFE) && trail != 0x7F:
		return 2
	}
	return 0
}

// gbLevel follows GB 2312, whose rows 16 to 55 are its first level.
func gbLevel(b string) int {
	switch {
	case second(b) < 0xA1:
		return 3
	case between(b[0], 0xA1, 0xD7):
		return 1
	case between(b[0], 0xD8, 0xF7):
		return 2
	}
	return 3
}

func big5Width(b string) int {
	if trail := second(b); between(b[0], 0x81, 0xFE) && (between(trail, 0x40, 0x7E) || between(trail, 0xA1, 0xFE)) {
		return 2
	}
	return 0
}

func big5Level(b string) int {
	switch {
	case between(b[0], 0xA1, 0xC6):
		return 1
	case between(b[0], 0xC9, 0xF9):
		return 2
	}
	return 3
}

func shiftWidth(b string) int {
	switch trail := second(b); {
	case between(b[0], 0xA1, 0xDF):
		return 1 // half-width katakana
	case (between(b[0], 0x81, 0x9F) || between(b[0], 0xE0, 0xFC)) && between(trail, 0x40, 0xFC) && trail != 0x7F:
		return 2
	}
	return 0
}

func shiftLevel(b string) int {
	switch {
	case b[0] <= 0x98 || between(b[0], 0xA1, 0xDF):
		return 1
	case b[0] <= 0xEA:
		return 2
	}
	return 3
}

func eucJPWidth(b string) int {
	switch trail := second(b); {
	case b[0] == 0x8F:
		return 3
	case b[0] == 0x8E && between(trail, 0xA1, 0xDF), between(b[0], 0xA1, 0xFE) && between(trail, 0xA1, 0xFE):
		return 2
	}
	return 0
}

func eucJPLevel(b string) int {
	switch {
	case b[0] == 0x8F:
		return 3
	case b[0] >= 0xD0:
		return 2
	}
	return 1
}

func cp949Width(b string) int {
	trail := second(b)
	if between(b[0], 0x81, 0xFE) && (between(trail, 'A', 'Z') || between(trail, 'a', 'z') || between(trail, 0x81, 0xFE)) {
		return 2
	}
	return 0
}

// cp949Level puts what Windows added to KS X 1001 last.
func cp949Level(b string) int {
	switch {
	case b[0] < 0xA1 || second(b) < 0xA1:
		return 3
	case b[0] >= 0xCA:
		return 2
	}
	return 1
}
