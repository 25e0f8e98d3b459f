package model

import (
	"net/netip"
	"strings"
	"time"
	"unicode"
)

// containsEmail reports whether a text holds an e-mail address.
func containsEmail(s string) bool {
	for from := 0; ; {
		at := strings.IndexByte(s[from:], '@')
		if at < 0 {
			return false
		}
		at += from
		if at > 0 && inMailbox(s[at-1]) && hasDomain(s[at+1:]) {
			return true
		}
		from = at + 1
	}
}

// inMailbox reports whether an address may have the byte before the @. Beyond
// ASCII every letter may stand there.
func inMailbox(b byte) bool {
	return isAlnum(b) || b >= 0x80 || strings.IndexByte("._%+-", b) >= 0
}

// hasDomain reports whether a text begins with a domain: labels with dots
// between them, the last of two letters or more.
func hasDomain(s string) bool {
	end := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '.'
	})
	if end >= 0 {
		s = s[:end]
	}
	labels := strings.Split(strings.TrimRight(s, "."), ".")
	if len(labels) < 2 || labels[0] == "" {
		return false
	}
	last := []rune(labels[len(labels)-1])
	return len(last) >= 2 && unicode.IsLetter(last[0]) && unicode.IsLetter(last[1])
}

func isAlnum(b byte) bool {
	return isDigit(b) || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func countDigits(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// isPhone reports whether a text is a phone number: with a country code (ITU-T
// E.164, 7 to 15 digits), a Chinese mobile number, one of eleven digits after a
// trunk zero, or one that signs divide as numbers are written for people. Bare
// digits of other lengths may be anything.
func isPhone(s string) bool {
	var digits []byte
	divided, groups := 0, 0
	for i := range len(s) {
		switch b := s[i]; {
		case isDigit(b):
			if i == 0 || !isDigit(s[i-1]) {
				groups++
			}
			digits = append(digits, b)
		case b == '+' && i == 0:
		case strings.IndexByte(" -./()", b) >= 0:
			divided++
		default:
			return false
		}
	}
	n := len(digits)
	if n < 7 || n > 15 {
		return false
	}
	bare := string(digits)
	switch {
	case s[0] == '+', strings.HasPrefix(bare, "00") && bare[2] != '0' && n >= 11:
		return true
	case n == 11 && bare[0] == '1' && bare[1] >= '3': // 13x to 19x
		return true
	case n == 11 && bare[0] == '0' && bare[1] != '0':
		return true
	case divided == 0 || isDateLike(s):
		return false
	case bare[0] == '0' && bare[1] != '0', s[0] == '(':
		return n >= 9
	}
	return n == 10 && groups == 3 && strings.Count(s, ".") != 1 // North America: 555-123-4567
}

// isDateLike reports whether a text begins with a date.
func isDateLike(s string) bool {
	for _, layout := range []string{"2006-01-02", "02-01-2006", "02.01.2006", "02/01/2006", "2006/01/02"} {
		if len(s) >= len(layout) {
			if _, err := time.Parse(layout, s[:len(layout)]); err == nil {
				return true
			}
		}
	}
	return false
}

// isCitizenID reports whether a text is a Chinese citizen's id (GB 11643-1999):
// a place of six digits, a birth date of eight, three digits and a check
// character. The check is not made, for people mistype it.
func isCitizenID(s string) bool {
	if len(s) != 18 || s[0] == '0' || !isDigit(s[17]) && s[17] != 'X' && s[17] != 'x' {
		return false
	}
	for i := range 17 {
		if !isDigit(s[i]) {
			return false
		}
	}
	born, err := time.Parse("20060102", s[6:14])
	return err == nil && born.Year() >= 1900 && born.Year() < 2100
}

// isIBAN reports whether a text is an international bank account number (ISO
// 13616) with the right check digits.
func isIBAN(s string) bool {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	if len(s) < 15 || len(s) > 34 || !isDigit(s[2]) || !isDigit(s[3]) || isDigit(s[0]) || isDigit(s[1]) {
		return false
	}
	rest := 0
	for _, b := range []byte(s[4:] + s[:4]) {
		switch {
		case isDigit(b):
			rest = (rest*10 + int(b-'0')) % 97
		case b >= 'A' && b <= 'Z':
			rest = (rest*100 + int(b-'A') + 10) % 97
		default:
			return false
		}
	}
	return rest == 1
}

// isIP reports whether a text is an address of the Internet, version 4 or 6.
func isIP(s string) bool {
	a, err := netip.ParseAddr(s)
	return err == nil && !(a.Is6() && len(s) < 4)
}
